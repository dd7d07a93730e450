"use strict";

// Shows times in the zone of the browser, which the header names, and keeps ages up to date. Without
// scripts, times are in UTC.
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

  // A time in a sentence, with its seconds where it has any.
  const told = (at) => whole(at).replace(/(?<=:\d\d):00(?= )/, "");

  // The largest unit of which there are at least two.
  const measured = (milliseconds) =>
    [
      [86_400, "day"],
      [3_600, "hour"],
      [60, "minute"],
      [1, "second"],
    ]
      .map(([seconds, unit]) => [Math.floor(milliseconds / 1000 / seconds), unit])
      .find(([count, unit]) => count >= 2 || unit === "second");

  const language = isJapanese ? "ja" : "en";
  const relative = new Intl.RelativeTimeFormat(language);

  const distance = (at, now) => {
    const [count, unit] = measured(Math.abs(now - at));
    return relative.format(now < at ? count : -count, unit);
  };

  const lasting = (at, now) => {
    const [count, unit] = measured(Math.max(0, now - at));
    return new Intl.NumberFormat(language, { style: "unit", unit, unitDisplay: "long" }).format(
      count,
    );
  };

  const words = (time, at, now) => {
    switch (time.dataset.form) {
      case "whole":
        return whole(at);
      case "told":
        return told(at);
      case "age": // by this clock, a time that is not past stays "just now"
        return now < at ? time.textContent : distance(at, now);
      case "distance":
        return distance(at, now);
      case "lasting":
        return lasting(at, now);
      default:
        time.title = whole(at);
        return short(at, now);
    }
  };

  // The clock of the service counts: the time at which it answered, and the time since then.
  return (page, elapsed = 0) => {
    const now = new Date(new Date(page.querySelector("footer time").dateTime).getTime() + elapsed);
    page.getElementById("zone").textContent = zone(now);
    for (const time of page.querySelectorAll("time")) {
      const text = words(time, new Date(time.dateTime), now);
      if (time.textContent !== text) {
        time.textContent = text;
      }
    }
  };
})();

const age = (() => {
  let shown = Date.now();
  setInterval(() => showTimes(document, Date.now() - shown), 10_000);
  return {
    begin: () => {
      shown = Date.now();
    },
  };
})();

showTimes(document);

// Brings a page up to date when the service tells that something it shows has changed. Only where the
// service cannot tell, the page asks at intervals. Without scripts, pages are as they were loaded.
(() => {
  const main = document.getElementById("main");
  const polling = Number(main.dataset.refresh);
  if (!polling) {
    return;
  }

  const SECOND = 1000;
  const QUIET = 45 * SECOND; // the service sends something every 15 seconds
  const SLOWLY = 60 * SECOND;
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

  const isChanged = (field) => {
    if (field.options) {
      const first = [...field.options].findLastIndex((option) => option.defaultSelected);
      return field.selectedIndex !== Math.max(0, first);
    }
    return ["checkbox", "radio"].includes(field.type)
      ? field.checked !== field.defaultChecked
      : field.value !== field.defaultValue;
  };

  const isTouched = (form) =>
    form.contains(document.activeElement) ||
    [...form.querySelectorAll("input, select, textarea")].some(isChanged);

  // Whoever decides about something, or copies it, sees it unchanged meanwhile.
  const busy = () =>
    document.hidden ||
    [...main.querySelectorAll("form[method=post]")].some(isTouched) ||
    document.querySelector("dialog[open]") !== null ||
    !document.getSelection().isCollapsed;

  // A row of a table is known by what it leads to.
  const key = (node) => node.id || node.querySelector?.(":scope > th a")?.getAttribute("href");

  const adopt = (node, fresh) => {
    const own = (name) => node.nodeName === "DETAILS" && name === "open";
    for (const { name } of [...node.attributes]) {
      if (!fresh.hasAttribute(name) && !own(name)) {
        node.removeAttribute(name);
      }
    }
    for (const { name, value } of fresh.attributes) {
      if (node.getAttribute(name) !== value && !own(name)) {
        node.setAttribute(name, value);
      }
    }
  };

  // Changes only what differs. Filters that were touched, open details, and the rest stay as they are.
  const change = (node, fresh) => {
    if (node.isEqualNode(fresh) || (node.nodeName === "FORM" && isTouched(node))) {
      return;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) {
      node.nodeValue = fresh.nodeValue;
      return;
    }
    if (node !== main) {
      adopt(node, fresh);
    }
    const left = [...node.childNodes].map((child) => [child, key(child)]);
    let place = node.firstChild;
    for (const next of [...fresh.childNodes]) {
      const wanted = key(next);
      const at = left.findIndex(
        ([child, known]) => child.nodeName === next.nodeName && known === wanted,
      );
      if (at < 0) {
        node.insertBefore(next, place);
        continue;
      }
      const [[child]] = left.splice(at, 1);
      if (child === place) {
        place = child.nextSibling;
      } else {
        node.insertBefore(child, place);
      }
      change(child, next);
    }
    left.forEach(([child]) => child.remove());
  };

  const show = (fresh) => {
    const focused = document.activeElement;
    const isInside = main.contains(focused);
    change(main, fresh);
    if (isInside && document.activeElement !== focused) {
      (focused.isConnected ? focused : main).focus({ preventScroll: true });
    }
  };

  // The footer says when the page was shown; it is replaced when the service answers again.
  const stale = () => document.querySelector("footer").classList.add("stale");

  const pause = () => {
    if (isLive) {
      return Infinity;
    }
    const often = polling * SECOND;
    return isCrowded ? Math.max(often, SLOWLY) : often;
  };

  const plan = (delay = isDue ? TOGETHER : pause()) => {
    clearTimeout(timer);
    if (!isEnded && !document.hidden && delay < Infinity) {
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

  // How old the data is and how many plans wait stand in the header, which stays: somebody may be
  // typing in it.
  const showAge = (page) => {
    const header = document.querySelector("header.top");
    header.className = page.querySelector("header.top").className;
    for (const id of ["as-of", "open-plans"]) {
      document.getElementById(id).replaceWith(page.getElementById(id));
    }
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
    position = fresh.dataset.position;
    const isLast = !fresh.dataset.refresh;
    show(fresh);
    age.begin();
    document.title = page.title;
    document.querySelector("footer").replaceWith(page.querySelector("footer"));
    showAge(page);
    if (isLast) {
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
