// Marks the link of the page that is open, and follows a link without loading all anew: Streamlit's client goes to the address,
// as it does when a reader goes back.
(told => {
  const links = [...document.currentScript.parentElement.querySelectorAll("a")];
  // How each page was left.
  const left = (window.presslensLeft ??= {});

  for (const link of links) {
    link.onclick = (click) => {
      if (click.button || click.ctrlKey || click.metaKey || click.shiftKey || click.altKey) return;
      click.preventDefault();
      go(address(link.dataset.path));
    };
    // A link can be copied or opened in a new tab, and the filters may have changed meanwhile.
    const lead = () => { link.href = address(link.dataset.path); };
    link.onpointerenter = link.onfocus = lead;
    lead();
  }
  window.presslensMark = () => {
    for (const link of links) {
      if (link.dataset.path === page()) link.setAttribute("aria-current", "page");
      else link.removeAttribute("aria-current");
    }
  };
  window.presslensMark();
  // A page is left by any link, and each begins with a click.
  document.removeEventListener("click", window.presslensLeaves, true);
  window.presslensLeaves = () => { left[page()] = own(); };
  document.addEventListener("click", window.presslensLeaves, true);

  // The address of a page with the present filters, and with what its own switches were left at.
  function address(path) {
    const to = new URL(window.location.href);
    const everywhere = [...to.searchParams].filter(([name]) => told.everywhere.includes(name));
    to.search = new URLSearchParams([...everywhere, ...(path === page() ? own() : left[path] ?? [])]);
    to.pathname = base() + path;
    to.hash = "";
    return to.href;
  }

  // What of the present address belongs to the present page alone.
  function own() {
    const others = [...told.everywhere, ...told.momentary];
    return [...new URL(window.location.href).searchParams].filter(([name]) => !others.includes(name));
  }

  // The page of the present address; the landing page has no name.
  function page() {
    const last = window.location.pathname.split("/").pop();
    return links.some((link) => link.dataset.path === last) ? last : "";
  }

  // Where the dashboard begins: at the root of its server, or below it.
  function base() {
    const path = window.location.pathname;
    return page() ? path.slice(0, path.lastIndexOf("/") + 1) : path.replace(/\/?$/, "/");
  }

  function go(href) {
    if (href !== window.location.href) {
      window.history.pushState({}, "", href);
      window.dispatchEvent(new PopStateEvent("popstate"));
    }
    // On a phone the sidebar covers the page.
    if (window.matchMedia("(max-width: 768px)").matches)
      document.querySelector('[data-testid="stSidebarCollapseButton"] button')?.click();
  }
})
