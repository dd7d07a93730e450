"use strict";

// Shows times in the zone of the browser, which the header names. Without scripts, they are in UTC.
const showTimes = (() => {
  const isJapanese = document.documentElement.lang === "ja";
  const clock = new Intl.DateTimeFormat("en-US", {
    year: "numeric",
    month: isJapanese ? "2-digit" : "short",
    day: isJapanese ? "2-digit" : "numeric",
    hour: "2-digit",
    minute: "2-digit",
    second: "2-digit",
    hourCycle: "h23",
  });

  const parts = (format, at) =>
    Object.fromEntries(format.formatToParts(at).map((part) => [part.type, part.value]));

  // Each language knows the abbreviations of its own zones, and has offsets for the others.
  const zone = (at) =>
    (isJapanese ? ["ja-JP", "en-GB", "en-US", "en-AU"] : ["en-GB", "en-US", "en-AU"])
      .map((language) => new Intl.DateTimeFormat(language, { timeZoneName: "short" }))
      .map((format) => parts(format, at).timeZoneName)
      .reduce((best, name) => (/^GMT[+-]/.test(best) ? name : best))
      .replace(/^GMT(?=[+-])/, "UTC");

  const date = ({ year, month, day }) =>
    isJapanese ? `${year}-${month}-${day}` : `${day} ${month} ${year}`;

  const whole = (at) => {
    const all = parts(clock, at);
    return `${date(all)} ${all.hour}:${all.minute}:${all.second} ${zone(at)}`;
  };

  // A time in the shortest form that is not ambiguous.
  const short = (at, now) => {
    const all = parts(clock, at);
    const today = parts(clock, now);
    const time = `${all.hour}:${all.minute}`;
    if (date(all) === date(today)) {
      return time;
    }
    if (isJapanese) {
      return `${date(all)} ${time}`;
    }
    return all.year === today.year ? `${all.day} ${all.month} ${time}` : date(all);
  };

  return (page) => {
    const now = new Date(page.querySelector("footer time").dateTime);
    page.getElementById("zone").textContent = zone(now);
    for (const time of page.querySelectorAll("time")) {
      const at = new Date(time.dateTime);
      if (time.dataset.form === "whole") {
        time.textContent = whole(at);
      } else {
        time.textContent = short(at, now);
        time.title = whole(at);
      }
    }
  };
})();

showTimes(document);

// Brings a page up to date when the service tells that something it shows has changed. Where the
// service cannot tell, the page asks at intervals. Without scripts, pages are as they were loaded.
(() => {
  const main = document.getElementById("main");
  const polling = Number(main.dataset.refresh);
  if (!polling) {
    return;
  }

  const SECOND = 1000;
  const QUIET = 45 * SECOND; // the service sends something every 15 seconds
  const SLOWLY = 60 * SECOND; // also for what changes with time alone
  const RECONNECT = 5 * SECOND;
  const TOGETHER = 250; // changes that are made together

  const shown = new Set(main.dataset.shown.split(" "));
  let position = main.dataset.position;
  let isLive = false;
  let isDue = false;
  let isCrowded = false;
  let isEnded = false;
  let timer;
  let leave;

  const isChanged = (field) =>
    ["checkbox", "radio"].includes(field.type)
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;

  const typed = () =>
    [...main.querySelectorAll("form[method=post] :is(input, textarea)")].some(isChanged);

  const busy = () =>
    document.hidden ||
    typed() ||
    document.querySelector("dialog[open]") !== null ||
    (main.contains(document.activeElement) && document.activeElement !== main) ||
    !document.getSelection().isCollapsed;

  // The footer says when the page was shown; it is replaced when the service answers again.
  const stale = () => document.querySelector("footer").classList.add("stale");

  const pause = () => {
    const often = polling * SECOND;
    return isLive || isCrowded ? Math.max(often, SLOWLY) : often;
  };

  const plan = (delay = isDue ? TOGETHER : pause()) => {
    clearTimeout(timer);
    if (!isEnded) {
      timer = setTimeout(turn, delay);
    }
  };

  const hurry = () => {
    isDue = true;
    plan();
  };

  const setLive = (now) => {
    if (isLive !== now) {
      isLive = now;
      plan();
    }
  };

  // How old the data is stands in the header, which stays: somebody may be typing in it.
  const showAge = (page) => {
    const header = document.querySelector("header.top");
    header.className = page.querySelector("header.top").className;
    header.querySelector(".aging")?.remove();
    const aging = page.querySelector("header.top .aging");
    if (aging) {
      header.querySelector(".brand").after(aging);
    }
  };

  const refresh = async () => {
    const answer = await fetch(location.href, { headers: { "Garrison-Refresh": "yes" } });
    if (answer.redirected) {
      location.assign(answer.url);
      return;
    }
    if (!answer.ok) {
      throw new Error(answer.statusText);
    }
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (busy()) {
      isDue = true;
      return;
    }
    if (page.documentElement.lang !== document.documentElement.lang) {
      location.reload(); // another language was chosen in another window
      return;
    }
    showTimes(page);
    const fresh = page.getElementById("main");
    const open = [...main.querySelectorAll("details[open][id]")].map((each) => each.id);
    main.replaceChildren(...fresh.childNodes);
    open.forEach((id) => document.getElementById(id)?.setAttribute("open", ""));
    document.title = page.title;
    document.querySelector("footer").replaceWith(page.querySelector("footer"));
    showAge(page);
    position = fresh.dataset.position;
    if (!fresh.dataset.refresh) {
      isEnded = true;
      leave?.abort();
    }
  };

  // A busy page waits a second and looks again.
  const turn = async () => {
    if (busy()) {
      plan(SECOND);
      return;
    }
    isDue = false;
    try {
      await refresh();
      plan();
    } catch {
      stale();
      plan(polling * SECOND);
    }
  };

  const take = (event) => {
    const parts = event.match(/^data: (.*)$/m)?.[1] ?? "";
    if (parts.split(" ").some((part) => shown.has(part))) {
      hurry();
    }
  };

  // Reads one stream to its end, and tells how long to wait before the next.
  const follow = async (signal) => {
    const answer = await fetch(`/events?since=${position}`, {
      headers: { Accept: "text/event-stream" },
      signal,
    });
    isCrowded = answer.status === 503;
    if (answer.status === 401) {
      hurry(); // leads to the sign-in page
      return SLOWLY;
    }
    if (!answer.ok) {
      plan();
      return Math.max(RECONNECT, Number(answer.headers.get("Retry-After")) * SECOND);
    }
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    let rest = "";
    for (;;) {
      const quiet = setTimeout(() => reader.cancel(), QUIET);
      const next = await reader.read();
      clearTimeout(quiet);
      if (next.done) {
        return RECONNECT;
      }
      setLive(true);
      const events = (rest + next.value).split("\n\n");
      rest = events.pop();
      events.forEach(take);
    }
  };

  // A page that is hidden holds no stream; browsers open few connections to one service.
  const listen = async () => {
    const mine = new AbortController();
    leave = mine;
    while (!isEnded && !mine.signal.aborted) {
      const wait = await follow(mine.signal).catch(() => RECONNECT);
      if (mine.signal.aborted) {
        return;
      }
      setLive(false);
      await new Promise((done) => setTimeout(done, wait));
    }
  };

  document.addEventListener("visibilitychange", () => {
    if (document.hidden) {
      leave?.abort();
      setLive(false);
    } else {
      hurry();
      listen();
    }
  });

  plan();
  if (!document.hidden) {
    listen();
  }
})();
