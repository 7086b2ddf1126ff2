"""What Streamlit's own markup gets wrong for who listens to the page, put right in the browser."""

from __future__ import annotations

import streamlit as st

# The navigation's lists hold the names of its groups between their items, which a list must not: a screen reader counts
# wrongly. Told as groups of links they are read rightly. The sidebar is drawn anew when it opens, so its markup is watched.
_MEND = """{
  const roles = { '[data-testid="stSidebarNavItems"]': "group", '[data-testid="stSidebarNavItems"] li': "none" };
  const mend = () => {
    for (const [found, role] of Object.entries(roles))
      for (const element of document.querySelectorAll(`${found}:not([role])`)) element.setAttribute("role", role);
  };
  mend();
  window.presslensMends ??= new MutationObserver(mend);
  window.presslensMends.observe(document.body, { childList: true, subtree: true });
}"""


def mend() -> None:
    """Put the roles right now, and again whenever Streamlit draws the navigation anew."""
    st.html(f"<script>{_MEND}</script>", unsafe_allow_javascript=True)
