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


# Streamlit slides and fades whatever the reader has asked her system for.
_STAND_STILL = """<style>
@media (prefers-reduced-motion: reduce) {
  *, *::before, *::after {
    animation-duration: 0.01ms !important; animation-iteration-count: 1 !important;
    transition-duration: 0.01ms !important; scroll-behavior: auto !important;
  }
}
</style>"""


def mend() -> None:
    """Put the roles right now and whenever Streamlit draws the navigation anew; let nothing move for who asked for that."""
    st.html(_STAND_STILL)
    st.html(f"<script>{_MEND}</script>", unsafe_allow_javascript=True)
