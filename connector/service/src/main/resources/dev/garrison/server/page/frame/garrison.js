"use strict";

// Brings a page up to date while somebody looks at it and types nothing. Without it, pages are as they were loaded.
(() => {
  const main = document.getElementById("main");
  const seconds = Number(main.dataset.refresh);
  if (!seconds) {
    return;
  }

  const typed = () => [...main.querySelectorAll("form[method=post] input:not([type=hidden])")].some((each) => each.value);

  const busy = () =>
    document.hidden ||
    typed() ||
    (main.contains(document.activeElement) && document.activeElement !== main) ||
    !document.getSelection().isCollapsed;

  // The footer says when the page was shown; it is replaced when the service answers again.
  const stale = () => document.querySelector("footer").classList.add("stale");

  const refresh = async () => {
    if (busy()) {
      return;
    }
    const answer = await fetch(location.href, { headers: { "Garrison-Refresh": "yes" } });
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    if (busy()) {
      return;
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById("main");
    const open = [...main.querySelectorAll("details[open][id]")].map((each) => each.id);
    main.replaceChildren(...fresh.childNodes);
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    document.title = page.title;
    document.querySelector("footer").replaceWith(page.querySelector("footer"));
    if (!fresh.dataset.refresh) {
      clearInterval(timer);
    }
  };

  const timer = setInterval(() => refresh().catch(stale), seconds * 1000);
})();
