/* The console works without this; with it, pages are live, drafts are kept and single keys do something. */
"use strict";
(() => {
  const root = document.documentElement;

  /* What a swap has done is said to those who do not see it; what was not done, to everybody. */
  const say = (words, lost) => {
    const live = document.getElementById("live");
    live.textContent = words;
    live.classList.toggle("lost", Boolean(lost));
  };
  const byItself = event => "events" in event.detail.target.dataset; /* nobody pressed anything */
  const lost = event => {
    if (!byItself(event)) say(document.getElementById("live").dataset.lost, true);
  };
  document.addEventListener("htmx:sendError", lost);
  document.addEventListener("htmx:responseError", lost);
  document.addEventListener("htmx:beforeRequest", event => { if (!byItself(event)) say(""); });

  /* Live: an event says that there is something new, and the part of the page is asked for again. */
  let source = null, address = "", polling = 0;
  const thread = () => document.querySelector("[data-events]");
  let missed = false, left = [];
  /* Somebody decides there, or has begun to: what they look at stays as it is. */
  const changed = one => one.type === "radio" || one.type === "checkbox" ? one.checked !== one.defaultChecked
    : "defaultValue" in one && one.type !== "hidden" && one.value !== one.defaultValue;
  const busy = part => {
    const one = document.activeElement;
    const form = part.contains(one) && one.closest("form");
    const fold = form && one.closest("details");
    return Boolean(form && (!fold || fold.open));
  };
  const begun = part => busy(part) || part.querySelector("details[open]") || [...part.querySelectorAll("input, textarea")].some(changed);
  const news = () => {
    const at = thread();
    const unseen = document.hidden && at && !("always" in at.dataset); /* but a title is read where the page is not */
    missed = Boolean(at) && (unseen || !at.hasAttribute("hx-select-oob") && busy(at)); /* nobody reads a page that nobody sees */
    tell();
    if (at && !missed) htmx.trigger(at, "news");
  };
  const tell = () => {
    const waits = document.querySelector(".waits");
    if (waits) waits.hidden = !missed && !left.length;
  };
  document.addEventListener("visibilitychange", () => { if (!document.hidden && missed) news(); });
  const freed = () => setTimeout(() => {
    if (missed || left.some(id => { const part = document.getElementById(id); return part && !begun(part); })) news();
  }, 0);
  document.addEventListener("focusout", freed);
  document.addEventListener("toggle", freed, true);
  /* Of pages in parts only what has changed is swapped. Each form has a token of its own, which is no change. */
  const was = new Map();
  const words = part => part.outerHTML.replace(/name="form" value="[^"]*"/g, "");
  const parts = () => document.querySelectorAll("[data-part]").forEach(part => was.set(part.id, words(part)));
  document.addEventListener("htmx:oobBeforeSwap", event => {
    const old = event.detail.target, fresh = event.detail.fragment.firstElementChild;
    const now = words(fresh);
    const same = was.get(old.id) === now;
    event.detail.shouldSwap = !same && !begun(old);
    if (event.detail.shouldSwap) {
      was.set(old.id, now);
      if (old.contains(document.activeElement)) keep(old);
      const told = fresh.dataset.tell && fresh.querySelector(fresh.dataset.tell);
      if (told) say(told.textContent.replace(/\s+/g, " ").trim());
    } else if (!same) left.push(old.id);
    tell();
  });
  document.addEventListener("htmx:beforeRequest", event => { if (byItself(event)) left = []; });
  document.addEventListener("htmx:afterRequest", event => { if (byItself(event)) tell(); });
  const poll = on => {
    if (on && !polling) polling = setInterval(news, 15000);
    if (!on && polling) { clearInterval(polling); polling = 0; }
  };
  const listen = () => {
    const at = thread();
    const wanted = at ? at.dataset.events.split("?")[0] : "";
    if (source && address === wanted) return;
    if (source) source.close();
    source = null;
    address = wanted;
    if (!at) return poll(false);
    if (!("EventSource" in window)) return poll(true);
    source = new EventSource(at.dataset.events);
    source.addEventListener("pulse", news);
    source.onopen = () => poll(false);
    source.onerror = () => {
      poll(true);
      if (source.readyState === EventSource.CLOSED) { /* it was refused, not cut: the browser does not try again by itself */
        source = null;
        address = "";
        setTimeout(listen, 30000);
      }
    };
  };

  /* The latest words are in sight when they were before. */
  let low = true;
  const end = () => window.scrollTo(0, document.body.scrollHeight);
  /* Who has the focus in a part that is swapped has it at the same place of the new one, else at its beginning. */
  const stops = part => [...part.querySelectorAll("a, button, summary, input, select, textarea")];
  let place = null;
  const keep = part => {
    if (place && document.activeElement === document.body) return; /* one swap follows another that has not settled */
    const around = part.contains(document.activeElement) && document.activeElement.closest("[id]");
    place = around && { part: part.id, around: around.id, at: stops(around).indexOf(document.activeElement), href: document.activeElement.getAttribute("href") };
  };
  const restore = () => {
    const around = place && document.activeElement === document.body && document.getElementById(place.around);
    const to = around ? (place.href && stops(around).find(one => one.getAttribute("href") === place.href)) || stops(around)[place.at] || around
      : place && document.activeElement === document.body && document.getElementById(place.part);
    if (to) {
      if (to.tabIndex < 0) to.tabIndex = -1;
      to.focus({ preventScroll: true });
    }
    place = null;
  };
  document.addEventListener("htmx:beforeSwap", event => { keep(event.detail.target); low = innerHeight + scrollY > document.body.scrollHeight - 200; });
  document.addEventListener("htmx:afterSettle", event => {
    listen();
    const part = event.detail.target || event.target; /* a page that the browser goes back to names no target */
    if (part.id === "chat") { const text = document.getElementById("text"); if (text) text.focus(); }
    restore();
    if (part.id === "parts") say(document.querySelector("#parts caption, #parts .empty").textContent);
    if (low && document.getElementById("thread")) end();
  });

  /* Saved words go into the place to write. */
  const put = link => {
    const text = document.querySelector("[data-write]");
    text.value = text.value ? text.value.trimEnd() + " " + link.dataset.say : link.dataset.say;
    text.dispatchEvent(new Event("input", { bubbles: true }));
    const around = link.closest("[data-replies]");
    if (around) around.open = false;
    text.focus();
  };
  const replies = () => {
    const around = document.querySelector("[data-replies]");
    if (around) around.open = true;
    const first = (around || document).querySelector("[data-say]");
    if (first) first.focus();
    return Boolean(first);
  };
  document.addEventListener("click", event => {
    const alone = event.target.closest("[data-to]");
    const to = document.querySelector("#write [name=to]");
    if (alone && to) {
      event.preventDefault();
      to.value = alone.dataset.to;
      document.querySelector("[data-write]").focus();
    }
    const link = event.target.closest("[data-say]");
    if (link && document.querySelector("[data-write]")) { event.preventDefault(); put(link); }
  });

  /* Keys: j k through what waits, r to answer, / to saved words, ? for help; Ctrl+Enter sends, Ctrl+. swaps what costs extra. */
  const items = () => {
    const open = document.activeElement.closest("[data-replies][open]");
    return [...(open || document).querySelectorAll(open ? "[data-say]" : "[data-keys] a, #thread .post")];
  };
  let at = -1;
  const move = step => {
    const all = items();
    if (!all.length) return;
    if (all.includes(document.activeElement)) at = all.indexOf(document.activeElement);
    at = Math.max(0, Math.min(all.length - 1, at + step));
    all.forEach(one => one.classList.toggle("chosen", one === all[at]));
    if (!all[at].matches("a")) all[at].tabIndex = -1;
    all[at].focus();
    all[at].scrollIntoView({ block: "nearest" });
  };
  document.addEventListener("keydown", event => {
    const field = event.target.matches("input, textarea, select");
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("[data-write]")) {
      event.preventDefault();
      event.target.form.requestSubmit(event.target.form.querySelector("button.main"));
    } else if (event.key === "." && (event.ctrlKey || event.metaKey) && event.target.matches("[data-write]")) {
      const swap = document.querySelector("[data-swap]");
      if (swap) { event.preventDefault(); swap.click(); }
    } else if (event.key === "/" && "shortcuts" in root.dataset && event.target.matches("[data-write]") && !event.target.value) {
      if (replies()) event.preventDefault();
    } else if (!("shortcuts" in root.dataset) || field || event.ctrlKey || event.metaKey || event.altKey) {
      return;
    } else if (event.key === "j" || event.key === "k") {
      event.preventDefault();
      move(event.key === "j" ? 1 : -1);
    } else if (event.key === "r") {
      const text = document.querySelector("[data-write]");
      if (text) { event.preventDefault(); text.focus(); }
    } else if (event.key === "/") {
      if (replies()) event.preventDefault();
    } else if (event.key === "?") {
      event.preventDefault();
      location.href = "/console/account#keys";
    }
  });

  /* How much of what may be only short is written. */
  const counted = field => {
    const out = document.getElementById(field.dataset.counts);
    if (!out) return;
    const many = [...field.value].length;
    out.textContent = many ? many + " " + out.dataset.words : "";
    out.classList.toggle("over", many > Number(field.dataset.most));
  };
  document.addEventListener("input", event => { if (event.target.matches("[data-counts]")) counted(event.target); });
  document.querySelectorAll("[data-counts]").forEach(counted);

  /* A file's words go into a field, so that they are seen before they are sent. */
  document.querySelectorAll("[data-scripted]").forEach(one => { one.hidden = false; });
  document.addEventListener("change", async event => {
    const field = event.target.matches("[data-fills]") && document.getElementById(event.target.dataset.fills);
    if (field && event.target.files.length) { field.value = await event.target.files[0].text(); field.focus(); }
  });

  document.querySelectorAll("[data-plain]").forEach(one => { one.hidden = true; });
  document.addEventListener("htmx:load", () => document.querySelectorAll("[data-plain]").forEach(one => { one.hidden = true; }));
  parts();
  listen();
  const wrong = document.querySelector("form.decide [aria-invalid]");
  if (wrong) wrong.focus();
  else if (document.getElementById("thread") && !location.hash) end();
})();
