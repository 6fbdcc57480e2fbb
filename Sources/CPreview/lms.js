/*
 * The page of the stub LMS: a list of what the package offers, the page that is open, and what it
 * tells an LMS. What is kept of a learner lies in the browser's session storage; the statements of
 * cmi5 lie in the preview's server.
 */
(() => {
  "use strict";

  const MOST_ROWS = 500;
  const byID = (id) => document.getElementById(id);

  let course = null;
  let language = "en";
  let words = Words.texts.en;
  let learner = "";
  let open = null; // { item, visit, frame, isClosing }
  let chosen = null; // The item whose record is shown.
  let calls = [];
  let kept = {}; // What is kept of the learner: { items, registration }.

  // MARK: Small helpers

  function made(tag, attributes = {}, ...children) {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) {
      if (value !== undefined && value !== null && value !== false) {
        element.setAttribute(name, value === true ? "" : value);
      }
    }
    element.append(...children.filter((child) => child !== null && child !== undefined));
    return element;
  }

  const titleOf = (item) => item.title[language] || item.title.en || item.id;
  const isCMI5 = () => course.standard === "cmi5";
  const isScorm = () => course.standard === "scorm12" || course.standard === "scorm2004";

  function uuid() {
    if (crypto.randomUUID) return crypto.randomUUID();
    const bytes = crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const text = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return text.replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
  }

  // MARK: What is kept

  const place = () => `sala-preview:${course.key}:${learner}`;

  function load() {
    kept = { items: {}, registration: uuid() };
    try {
      const found = JSON.parse(sessionStorage.getItem(place()));
      if (found && found.items && found.registration) kept = found;
    } catch (error) {
      // Nothing sound is there: begin anew.
    }
    save();
  }

  function save() {
    try {
      sessionStorage.setItem(place(), JSON.stringify(kept));
    } catch (error) {
      // Full or forbidden: the state lasts while the page does.
    }
  }

  const recordOf = (item) => kept.items[item.id] || Visits.fresh();

  // MARK: Words

  function speak() {
    words = Words.texts[language];
    document.documentElement.lang = language;
    for (const element of document.querySelectorAll("[data-word]")) {
      element.textContent = words[element.dataset.word];
    }
    for (const element of document.querySelectorAll("[data-hint]")) {
      element.title = words[element.dataset.hint];
    }
    const toggle = byID("language");
    toggle.lang = language === "en" ? "km" : "en";
    toggle.textContent = words.language;
    byID("standard").textContent = words.standard[course.standard];
    byID("title").textContent = course.title[language];
    document.title = `${course.title[language]} – ${words.name}`;
    showItems();
    showPage();
    showRows();
  }

  // MARK: Contents

  function stateOf(item) {
    if (!item.address) return words.cannotOpen;
    if (isCMI5()) {
      const facts = factsOf(item);
      return facts.status === "not attempted" ? "" : facts.status;
    }
    if (!item.isTracked) return kept.items[item.id] ? words.visited : "";
    if (!kept.items[item.id]) return "";
    const facts = Visits.summary(course.standard, recordOf(item));
    const success = facts.success && facts.success !== "unknown" ? facts.success : "";
    return [facts.status, success, facts.score].filter((one) => one).join(" · ");
  }

  function showItems() {
    const isHeading = (item, at) => {
      const next = course.items[at + 1];
      return !item.address && next && next.depth > item.depth;
    };
    const lines = course.items.map((item, at) => {
      const line = made("li", { class: `depth-${Math.min(item.depth, 3)}` });
      if (isHeading(item, at)) {
        line.append(made("span", { class: "heading" }, titleOf(item)));
      } else if (!item.address) {
        line.append(
          made("span", { class: "closed" }, titleOf(item),
            made("span", { class: "state" }, words.cannotOpen)));
      } else {
        const state = stateOf(item);
        const button = made(
          "button",
          { type: "button", "aria-current": chosen === item ? "true" : null }, titleOf(item),
          state ? made("span", { class: "state" }, state) : null);
        button.addEventListener("click", () => launch(item));
        line.append(button);
      }
      return line;
    });
    const list = byID("items");
    // The one that was pressed keeps the focus, though the list is new.
    const at = Array.from(list.children).findIndex((line) => line.contains(document.activeElement));
    list.replaceChildren(...lines);
    const button = at >= 0 && list.children[at] && list.children[at].querySelector("button");
    if (button) button.focus();
  }

  // MARK: Opening and closing

  async function launch(item) {
    await shut({ isSudden: false });
    chosen = item;
    let address = item.address;
    const visit = item.isTracked && isScorm() ? begin(item) : null;
    if (isCMI5()) {
      address = await launched(item);
      if (!address) return;
    } else if (!visit) {
      kept.items[item.id] = kept.items[item.id] || Visits.fresh();
      save();
    }
    const frame = made("iframe", { title: titleOf(item), allow: "autoplay; fullscreen" });
    open = { item, visit, frame };
    frame.src = address;
    byID("stage").replaceChildren(frame);
    showItems();
    showPage();
  }

  function begin(item) {
    const visit = new Visits.Visit(
      course.standard, item, learner, byID("mode").value, recordOf(item), {
        heard: (call) => note(call),
        said: (text) => note({ call: "LMS", say: text, code: 0, isSaid: true }),
        stored: (record) => {
          kept.items[item.id] = record;
          save();
          showItems();
        },
      });
    window[visit.apiName] = visit.api;
    return visit;
  }

  /** Takes the page away; the promise ends when it is gone. */
  async function shut({ isSudden }) {
    if (!open || open.isClosing) return;
    const { visit, frame } = open;
    open.isClosing = true;
    if (isSudden) {
      if (visit) visit.end({ isSudden: true });
    } else {
      // The page hears that it is left, as in an LMS, and may still call.
      await new Promise((gone) => {
        const patience = setTimeout(gone, 2000);
        frame.addEventListener("load", () => {
          clearTimeout(patience);
          gone();
        }, { once: true });
        frame.src = "/lms/done";
      });
      if (visit) visit.end({ isSudden: false });
    }
    if (visit) delete window[visit.apiName];
    frame.remove();
    open = null;
    byID("stage").replaceChildren(made("p", { class: "empty" }, words.nothingOpen));
    showItems();
    showPage();
  }

  // MARK: The record

  function facts() {
    if (!chosen) return [];
    if (isCMI5()) {
      const known = factsOf(chosen);
      return [
        [words.status, known.status], [words.score, known.score], [words.progress, known.progress],
        [words.time, known.time], [words.moveOn, known.isSatisfied ? words.yes : words.no],
      ];
    }
    if (!isScorm() || !chosen.isTracked) return [];
    const record = open && open.visit && open.item === chosen ? open.visit.record : recordOf(chosen);
    const known = Visits.summary(course.standard, record);
    const lines = [[words.status, known.status]];
    if (known.success) lines.push([words.success, known.success]);
    lines.push([words.score, known.score || words.none]);
    if (known.progress !== undefined) lines.push([words.progress, known.progress || words.none]);
    lines.push([words.time, known.time]);
    lines.push([words.entry, known.isSuspended ? words.resume : words.fresh]);
    return lines;
  }

  function phaseWord() {
    if (!open) return words.sessionNone;
    if (!open.visit) return words.sessionOpen;
    return {
      new: words.sessionNew, open: words.sessionOpen, closed: words.sessionClosed,
      dead: words.sessionDead,
    }[open.visit.phase];
  }

  function showPage() {
    const isOpen = Boolean(open) && !open.isClosing;
    byID("again").disabled = !chosen;
    byID("close").disabled = !isOpen;
    byID("kill").disabled = !isOpen;
    byID("reset").disabled = !chosen || isCMI5();
    byID("page-title").textContent = chosen ? titleOf(chosen) : words.page;
    if (open) open.frame.title = titleOf(open.item);
    const empty = document.querySelector("#stage .empty");
    if (empty) empty.textContent = words.nothingOpen;
    byID("aside").hidden = isCMI5();
    const lines = facts();
    if (chosen && isScorm() && !chosen.isTracked) lines.push([words.session, words.untracked]);
    else lines.push([words.session, phaseWord()]);
    byID("summary").replaceChildren(
      ...lines.flatMap(([name, value]) => [made("dt", {}, name), made("dd", {}, String(value))]));
    showValues();
  }

  function showValues() {
    const rows = chosen && isScorm() ? valueRows() : [];
    byID("values").replaceChildren(
      ...(rows.length > 0
        ? rows
        : [made("tr", { role: "row" }, made("td", { role: "cell", colspan: "2" }, words.valuesNone))]));
  }

  function valueRows() {
    const isLive = open && open.visit && open.item === chosen;
    const record = isLive ? open.visit.record : recordOf(chosen);
    const isEmpty = Object.keys(record.values).length === 0;
    const stored = isEmpty && record.before ? record.before : record.values;
    const live = isLive ? open.visit.values().live : {};
    const names = Array.from(new Set([...Object.keys(stored), ...Object.keys(live)]));
    const collator = new Intl.Collator("en", { numeric: true });
    return names.sort(collator.compare).map((name) => {
      const value = name in live ? live[name] : stored[name];
      const isPending = name in live && live[name] !== stored[name];
      const length = value.length > 60 ? `${value.length} ${words.characters}` : "";
      const note = [length, isPending ? words.pending : ""].filter((one) => one).join(", ");
      return made(
        "tr", { role: "row" }, made("td", { role: "cell", class: "code name" }, ...breakable(name)),
        made("td", { role: "cell", class: "code" }, shortened(value),
          note ? made("span", { class: "note" }, ` (${note})`) : null));
    });
  }

  // MARK: Calls

  const shortened = (text) => (text.length > 240 ? `${text.slice(0, 240)}…` : text);
  const shown = (value) => (value === undefined ? "" : String(value));

  /** A name with places where it may break. */
  const breakable = (name) =>
    name.split(/(?<=[._])/).flatMap((part, at) => (at === 0 ? [part] : [made("wbr"), part]));

  let callCount = 0;

  function note(call) {
    if (!call.isAside) callCount += 1;
    const number = call.isAside ? "" : callCount;
    calls.push(Object.assign({ number, at: new Date(), item: chosen && chosen.id }, call));
    const last = calls[calls.length - 1];
    if (isWrong(last)) {
      const what = [last.call, last.element].filter((one) => one).join(" ");
      byID("spoken").textContent = words.problem(`${what}, ${last.code} ${meaningOf(last)}`);
    }
    schedule();
  }

  const isWrong = (call) => call.code !== 0 && !(call.status && call.status < 400);

  function meaningOf(call) {
    if (call.rule) return `${call.rule[language]} (${call.rule.clause})`;
    return Words.meaning(course.standard, call.code, language);
  }

  let isScheduled = false;
  function schedule() {
    if (isScheduled) return;
    isScheduled = true;
    // A page calls many times at once: the lists are shown once for all of them.
    setTimeout(() => {
      isScheduled = false;
      showRows();
      showPage();
    }, 50);
  }

  function showRows() {
    const onlyErrors = byID("only-errors").checked;
    const hidesAside = byID("hide-aside").checked;
    const wanted = calls.filter((call) => {
      if (onlyErrors && !isWrong(call)) return false;
      return !(hidesAside && call.isAside);
    });
    const rows = wanted.slice(-MOST_ROWS).reverse().map(rowOf);
    byID("rows").replaceChildren(
      ...(rows.length > 0
        ? rows
        : [made("tr", { role: "row" }, made("td", { role: "cell", colspan: "7" }, words.callsNone))]));
    const errors = calls.filter(isWrong).length;
    const parts = [words.errors(errors)];
    if (wanted.length > MOST_ROWS) parts.push(words.cut(MOST_ROWS));
    byID("count").textContent = parts.join(" · ");
  }

  function rowOf(call) {
    const cell = (label, content, kind) =>
      made("td", { role: "cell", "data-label": label, class: kind }, ...[content].flat());
    if (call.isSaid) {
      return made(
        "tr", { role: "row", class: "said" }, cell(words.number, String(call.number)),
        cell(words.at, clock(call.at)), cell(words.call, words.lms),
        made("td", { role: "cell", colspan: "4" }, call.say(words)));
    }
    const error = isWrong(call) ? `${call.code} ${meaningOf(call)}` : "";
    const value = shown(call.value);
    const row = made(
      "tr", { role: "row", class: isWrong(call) ? "wrong" : null },
      cell(words.number, String(call.number)), cell(words.at, clock(call.at)),
      cell(words.call, call.call, "code"), cell(words.element, breakable(shown(call.element)), "code name"),
      cell(words.value, shortened(value), "code"),
      cell(words.returned, call.result === "" ? "\"\"" : shortened(shown(call.result)), "code"),
      cell(words.error, error, "error"));
    if (call.body) {
      row.children[4].append(
        made("details", {}, made("summary", {}, words.statement), made("pre", {}, call.body)));
    }
    return row;
  }

  const clock = (date) => date.toTimeString().slice(0, 8);

  function saveList() {
    const lines = calls.map((call) => ({
      number: call.number, time: call.at.toISOString(), item: call.item, call: call.call,
      element: call.element, value: call.say ? call.say(words) : call.value, result: call.result,
      error: call.code, meaning: isWrong(call) ? meaningOf(call) : "", body: call.body,
    }));
    const bytes = new Blob([JSON.stringify(lines, null, 2) + "\n"], { type: "application/json" });
    const link = made("a", { href: URL.createObjectURL(bytes), download: "calls.json" });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  }

  // MARK: cmi5

  let nextEntry = 0;
  let statements = [];
  const MODES = { normal: "Normal", browse: "Browse", review: "Review" };

  async function launched(item) {
    const body = JSON.stringify({
      item: item.id, registration: kept.registration, learner, language,
      mode: MODES[byID("mode").value],
    });
    try {
      const answer = await fetch("/cmi5/launch", { method: "POST", body });
      if (!answer.ok) return null;
      return (await answer.json()).address;
    } catch (error) {
      fail();
      return null;
    }
  }

  function fail() {
    byID("fault").textContent = words.failed;
    byID("fault").hidden = false;
  }

  async function listen() {
    try {
      for (;;) {
        const answer = await fetch(`/cmi5/log?after=${nextEntry}`);
        const { next, entries } = await answer.json();
        entries.forEach(hear);
        if (entries.length > 0) {
          nextEntry = entries[entries.length - 1].number + 1;
          showItems();
        }
        if (nextEntry >= next) {
          nextEntry = next;
          break;
        }
      }
      byID("fault").hidden = true;
    } catch (error) {
      fail();
    }
    setTimeout(listen, 700);
  }

  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch (error) {
      return null;
    }
  };

  const lastPart = (text) => String(text || "").split("/").pop();

  function hear(entry) {
    if (entry.resource === "cmi5/reset") {
      statements = [];
      return;
    }
    const body = parsed(entry.body);
    const isAccepted = entry.status < 300;
    let element = entry.query.stateId || entry.query.profileId || "";
    let value = "";
    if (entry.resource === "lrs/statements" && body) {
      const sent = Array.isArray(body) ? body : [body];
      element = sent.map((one) => lastPart(one.verb && one.verb.id)).join(", ");
      value = sent.map((one) => (one.result ? JSON.stringify(one.result) : "")).join(" ");
      if (isAccepted) {
        statements.push(...sent.map((one) => ({ item: entry.item, registration: entry.registration, one })));
      }
    } else if (entry.resource === "cmi5/launch" && body) {
      element = body.item;
    } else if (entry.body) {
      value = entry.body;
    }
    note({
      call: `${entry.method} ${entry.resource}`, element, value, result: String(entry.status),
      code: entry.status < 400 ? 0 : entry.status, status: entry.status, rule: entry.rule,
      at: new Date(entry.time), item: entry.item, body: entry.body,
    });
  }

  /** What an LMS knows of a unit from the statements that it took. */
  function factsOf(item) {
    const own = statements
      .filter((entry) => entry.item === item.id && entry.registration === kept.registration)
      .map((entry) => entry.one);
    const verbs = own.map((one) => lastPart(one.verb && one.verb.id));
    const has = (verb) => verbs.includes(verb);
    const scores = own.map((one) => one.result && one.result.score).filter((one) => one);
    const last = scores[scores.length - 1];
    const progress = own
      .map((one) => one.result && one.result.extensions)
      .map((all) => all && all["https://w3id.org/xapi/cmi5/result/extensions/progress"])
      .filter((one) => one !== undefined);
    const spent = own
      .filter((one, at) => verbs[at] === "terminated" && one.result)
      .reduce((sum, one) => sum + Values.seconds(one.result.duration || "PT0S"), 0);
    const judged = has("passed") ? "passed" : has("failed") ? "failed" : "";
    const done = has("completed") ? "completed" : "";
    const begun = has("initialized") ? "incomplete" : "not attempted";
    const satisfied = {
      Passed: has("passed"), Completed: has("completed"),
      CompletedAndPassed: has("completed") && has("passed"),
      CompletedOrPassed: has("completed") || has("passed"), NotApplicable: true,
    };
    return {
      status: [done, judged].filter((one) => one).join(" · ") || begun,
      score: last ? shown(last.scaled !== undefined ? last.scaled : last.raw) : words.none,
      progress: progress.length > 0 ? `${progress[progress.length - 1]} %` : words.none,
      time: Values.durationText(spent),
      isSatisfied: Boolean(satisfied[item.settings.moveOn]),
    };
  }

  // MARK: Beginning

  async function change() {
    await shut({ isSudden: false });
    learner = byID("learner").value.trim() || course.learner;
    byID("learner").value = learner;
    load();
    speak();
  }

  async function forgetAll() {
    await shut({ isSudden: true });
    kept = { items: {}, registration: uuid() };
    save();
    if (isCMI5()) await fetch("/cmi5/reset", { method: "POST" });
    speak();
  }

  async function forgetOne() {
    const item = chosen;
    await shut({ isSudden: true });
    delete kept.items[item.id];
    save();
    speak();
  }

  function listenToPerson() {
    byID("setting").addEventListener("submit", (event) => {
      event.preventDefault();
      change();
    });
    byID("mode").addEventListener("change", () => shut({ isSudden: false }));
    byID("language").addEventListener("click", () => {
      language = language === "en" ? "km" : "en";
      try {
        sessionStorage.setItem("sala-preview:language", language);
      } catch (error) {
        // It opens in the other language next time.
      }
      speak();
    });
    byID("again").addEventListener("click", () => launch(chosen));
    byID("close").addEventListener("click", () => shut({ isSudden: false }));
    byID("kill").addEventListener("click", () => shut({ isSudden: true }));
    byID("reset").addEventListener("click", forgetOne);
    byID("reset-all").addEventListener("click", forgetAll);
    byID("only-errors").addEventListener("change", showRows);
    byID("hide-aside").addEventListener("change", showRows);
    byID("save").addEventListener("click", saveList);
    byID("clear").addEventListener("click", () => {
      calls = [];
      showRows();
    });
  }

  async function begun() {
    course = await (await fetch("/lms/course.json")).json();
    language = course.language;
    try {
      language = sessionStorage.getItem("sala-preview:language") || language;
    } catch (error) {
      // The language that the preview was started in.
    }
    learner = course.learner;
    byID("learner").value = learner;
    load();
    listenToPerson();
    speak();
    if (isCMI5()) listen();
    const wanted = asked();
    if (wanted) await launch(wanted);
  }

  /** The item that the address asks for. */
  function asked() {
    try {
      const id = decodeURIComponent(location.hash.slice(1));
      return course.items.find((item) => item.id === id && item.address);
    } catch (error) {
      return undefined;
    }
  }

  begun().catch(fail);
})();
