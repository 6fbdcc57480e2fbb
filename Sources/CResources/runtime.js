/*
 * The part of a Sala page that speaks with a learning management system (LMS).
 *
 * It finds the SCORM 1.2 interface, keeps the learner's state, and hands in results; where there
 * is no LMS, the browser's own storage takes its place. It knows nothing of the page's elements:
 * page.js does, and uses only what stands in the object at the end of this file.
 *
 * One life, one direction: a session is "new", then "open", then "closed". It is opened once and
 * closed once; nothing is sent before or after. While it is open, `keep` stores state and
 * `complete` stores a result; both commit at once, because a page may vanish at any moment.
 */
const Sala = (() => {
  "use strict";

  // MARK: Numbers from text

  /** The 32-bit FNV-1a hash of the UTF-8 bytes; StableHash.fnv32 gives the same. */
  function fnv32(text) {
    let hash = 2166136261;
    for (const byte of new TextEncoder().encode(text)) {
      hash = Math.imul(hash ^ byte, 16777619) >>> 0;
    }
    return hash;
  }

  /** Whether a learner takes the second form first; FormAllocation decides the same. */
  function takesSecondFormFirst(learner) {
    let hash = fnv32(learner);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) & 1) === 1;
  }

  /** The index of the form that a learner takes: the post-test gives the one not yet seen. */
  function formIndex(learner, isPostTest, count) {
    const index = takesSecondFormFirst(learner) !== isPostTest ? 1 : 0;
    return Math.min(index, count - 1);
  }

  /** Random 32-bit numbers that are the same for the same seed (mulberry32); PageKey has them too. */
  function generator(seed) {
    let state = seed >>> 0;
    return () => {
      state = (state + 0x6d2b79f5) >>> 0;
      let mixed = Math.imul(state ^ (state >>> 15), state | 1);
      mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
      return (mixed ^ (mixed >>> 14)) >>> 0;
    };
  }

  /** The list in an order that depends on the seed's text alone. */
  function shuffled(list, seed) {
    const next = generator(fnv32(seed));
    const result = list.slice();
    for (let last = result.length - 1; last > 0; last -= 1) {
      const other = next() % (last + 1);
      [result[last], result[other]] = [result[other], result[last]];
    }
    return result;
  }

  // MARK: Answers
  // An answer is an array of option ids, or a text: a number is kept as its text with Latin digits.

  const withLatinDigits = (text) =>
    text.replace(/[\u17E0-\u17E9]/g, (digit) => String(digit.charCodeAt(0) - 0x17e0));

  const whitespace = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/g;

  /** The form in which texts are compared, as TextInteraction.normalised makes it. */
  function normalised(text) {
    return withLatinDigits(text.normalize("NFC"))
      .toLowerCase()
      .replace(/[\u200B-\u200D\u2060]/g, "")
      .replace(whitespace, " ")
      .replace(/^ | $/g, "");
  }

  /** The number that a person typed, or null; Response.number reads the same. */
  function typedNumber(typed) {
    const text = withLatinDigits(typed).replace(whitespace, "").replace(/\u200B/g, "");
    const commas = text.split(",").length - 1;
    const isThousands = /^[-+]*(?!0,)[^,+-]{1,3},[^,]{3}$/.test(text);
    const isPointFirst = text.includes(".") && text.lastIndexOf(".") < text.lastIndexOf(",");
    const isDecimal = commas === 1 && !text.includes(".") && !isThousands;
    const decimal =
      isPointFirst || isDecimal
        ? text.replace(/\./g, "").replace(/,/g, ".")
        : text.replace(/,/g, "");
    if (!/^[-+]?(\d+\.?\d*|\.\d+)([eE][-+]?\d+)?$/.test(decimal)) return null;
    const number = Number(decimal);
    return Number.isFinite(number) ? number : null;
  }

  const isEmpty = (answer) => answer === undefined || answer === null || answer.length === 0;

  /** The one text form of an answer, the same in results, in state and towards the LMS. */
  function encodedAnswer(answer) {
    if (isEmpty(answer)) return "";
    return Array.isArray(answer) ? answer.slice().sort().join(",") : answer;
  }

  /** Whether an answer is right; ResponseProcessing.score decides the same. */
  function isRight(item, key, answer) {
    if (isEmpty(answer)) return false;
    switch (item.kind) {
      case "choice":
        return encodedAnswer(answer) === encodedAnswer(key);
      case "numeric": {
        const number = typedNumber(answer);
        return number !== null && Math.abs(number - key[0]) <= key[1] + 1e-9 * Math.abs(key[0]);
      }
      default:
        return key.includes(normalised(answer));
    }
  }

  /** Points won and possible, and the share in percent with at most two decimals. */
  function score(items, key, answers) {
    let won = 0;
    let possible = 0;
    for (const item of items) {
      possible += item.points;
      if (isRight(item, key[item.id], answers[item.id])) won += item.points;
    }
    const percent = possible > 0 ? Math.round((won * 10000) / possible) / 100 : 0;
    return { won, possible, percent };
  }

  /** The keys of a page. They are encoded so that nobody reads them by accident: no protection. */
  function decodedKey(data) {
    if (!data.key) return {};
    const bytes = bytesOf(data.key);
    const next = generator(fnv32(data.id));
    return JSON.parse(new TextDecoder().decode(bytes.map((byte) => byte ^ (next() & 255))));
  }

  // MARK: State in 4,096 characters
  // The digit 1 (the version of this layout), then base64url of: fingerprint of the questions,
  // language, flags, form, position, then for each question its answer (choices as one number
  // with a bit an option, texts with their length) and, if there is one, seconds spent and the
  // second of the day; at last the places of the answers that were checked. All numbers are
  // varints, low seven bits first.

  const VERSION = "1";
  const LONGEST_STATE = 4096;

  function bytesOf(base64url) {
    const binary = atob(base64url.replace(/-/g, "+").replace(/_/g, "/"));
    return Uint8Array.from(binary, (character) => character.charCodeAt(0));
  }

  function base64url(bytes) {
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    return btoa(binary).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  }

  function push(bytes, number) {
    let rest = number;
    while (rest > 127) {
      bytes.push((rest % 128) | 128);
      rest = Math.floor(rest / 128);
    }
    bytes.push(rest);
  }

  function reader(bytes) {
    let at = 0;
    return {
      number() {
        let value = 0;
        for (let scale = 1; ; scale *= 128) {
          if (at >= bytes.length || scale > 2 ** 42) throw new RangeError("state ends early");
          const byte = bytes[at];
          at += 1;
          value += (byte & 127) * scale;
          if (byte < 128) return value;
        }
      },
      text(length) {
        if (at + length > bytes.length) throw new RangeError("state ends early");
        at += length;
        return new TextDecoder().decode(bytes.slice(at - length, at));
      },
    };
  }

  /** What must be the same for old answers to mean the same. */
  const fingerprint = (items) =>
    fnv32(items.map((item) => `${item.id}:${item.kind}:${item.options.length}`).join(";")) % 16384;

  function encodedState(state, items) {
    const bytes = [];
    push(bytes, fingerprint(items));
    push(bytes, state.language === "km" ? 1 : 0);
    push(bytes, state.isFinished ? 1 : 0);
    push(bytes, state.form);
    push(bytes, state.position);
    for (const item of items) {
      const answer = state.answers[item.id];
      if (item.kind === "choice") {
        const chosen = item.options.map((id, index) => (answer || []).includes(id) ? 2 ** index : 0);
        push(bytes, chosen.reduce((sum, bit) => sum + bit, 0));
      } else {
        const text = new TextEncoder().encode(answer || "");
        push(bytes, text.length);
        bytes.push(...text);
      }
      if (isEmpty(answer)) continue;
      const moment = state.moments[item.id] || { spent: 0, at: 0 };
      push(bytes, Math.round(moment.spent));
      push(bytes, moment.at);
    }
    const checked = items.map((item, index) => (state.checked[item.id] ? index : -1));
    const indexes = checked.filter((index) => index >= 0);
    push(bytes, indexes.length);
    for (const index of indexes) push(bytes, index);
    return VERSION + base64url(bytes);
  }

  /**
   * The state as text, and the questions whose typed answers had to be left out to make it fit:
   * the longest first, so that few are lost. The caller must tell the learner.
   */
  function stateText(state, items) {
    const leftOut = [];
    const kept = Object.assign({}, state, { answers: Object.assign({}, state.answers) });
    for (;;) {
      const text = encodedState(kept, items);
      if (text.length <= LONGEST_STATE) return { text, leftOut };
      const typed = items.filter((item) => typeof kept.answers[item.id] === "string");
      if (typed.length === 0) return { text: "", leftOut: items.map((item) => item.id) };
      typed.sort((a, b) => kept.answers[b.id].length - kept.answers[a.id].length);
      delete kept.answers[typed[0].id];
      leftOut.push(typed[0].id);
    }
  }

  const emptyState = (language) => ({
    language, isFinished: false, form: 0, position: 0, answers: {}, moments: {}, checked: {},
  });

  /**
   * The state in a text, or what is wrong with it: "newer", "changed" (other questions now) or
   * "unreadable". `itemsOf` gives the questions of a form.
   */
  function readState(text, itemsOf, language) {
    if (!text) return { state: emptyState(language), problem: null };
    const bad = (problem) => ({ state: emptyState(language), problem });
    if (!text.startsWith(VERSION)) return bad(/^[2-9]/.test(text) ? "newer" : "unreadable");
    try {
      const read = reader(bytesOf(text.slice(1)));
      const state = emptyState(language);
      const print = read.number();
      state.language = read.number() === 1 ? "km" : "en";
      state.isFinished = read.number() === 1;
      state.form = read.number();
      state.position = read.number();
      const items = itemsOf(state.form);
      if (!items || fingerprint(items) !== print) return bad("changed");
      for (const item of items) {
        const number = read.number();
        if (number === 0) continue;
        state.answers[item.id] =
          item.kind === "choice"
            ? item.options.filter((id, index) => Math.floor(number / 2 ** index) % 2 === 1)
            : read.text(number);
        state.moments[item.id] = { spent: read.number(), at: read.number() };
      }
      for (let count = read.number(); count > 0; count -= 1) {
        const item = items[read.number()];
        if (item) state.checked[item.id] = true;
      }
      return { state, problem: null };
    } catch (error) {
      return bad("unreadable");
    }
  }

  // MARK: SCORM 1.2

  const two = (number) => String(number).padStart(2, "0");

  /** CMITime: the time of day of a second of the day. */
  const clock = (second) =>
    `${two(Math.floor(second / 3600) % 24)}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;

  /** CMITimespan: HHHH:MM:SS.SS, never negative, never above its largest hour. */
  function timespan(seconds) {
    const hundredths = Math.min(Math.max(0, Math.round(seconds * 100)), 9999 * 360000);
    const whole = Math.floor(hundredths / 100);
    const hours = String(Math.floor(whole / 3600)).padStart(4, "0");
    return `${hours}:${clock(whole % 3600).slice(3)}.${two(hundredths % 100)}`;
  }

  /** CMIDecimal: no exponent. */
  const decimal = (number) =>
    String(number).includes("e") ? number.toFixed(9).replace(/\.?0+$/, "") : String(number);

  function attempt(action) {
    try {
      return action();
    } catch (error) {
      return undefined; // A window of another origin: not ours to look into.
    }
  }

  /** The LMS's interface: in this window or up to ten above it, or above whoever opened them. */
  function findAPI(start) {
    const roots = [() => start, () => start.opener, () => start.top.opener];
    for (const root of roots) {
      let place = attempt(root);
      for (let depth = 0; place && depth <= 10; depth += 1) {
        const here = place;
        const api = attempt(() => here.API);
        if (api && attempt(() => api.LMSInitialize)) return api;
        const above = attempt(() => here.parent);
        if (!above || above === here) break;
        place = above;
      }
    }
    return null;
  }

  /** Nothing after a status may be worth less than what was reached before. */
  const WORTH = ["browsed", "not attempted", "incomplete", "failed", "completed", "passed"];
  const CODES = "abcdefghijklmnopqrstuvwxyz0123456789";

  class LMSSession {
    constructor(api) {
      this.isAlone = false;
      this.phase = "new";
      this.api = api;
      this.problems = [];
      this.last = {};
    }

    /** One call, with its error code; an LMS that throws has failed. */
    call(name, ...values) {
      let value = "";
      let code = 0;
      try {
        value = String(this.api[name](...values));
        code = Number(this.api.LMSGetLastError()) || 0;
      } catch (error) {
        return this.noted({ value: "", code: 101, isDone: false }, name, values);
      }
      const isDone = name === "LMSGetValue" ? code === 0 : value === "true";
      return isDone && code === 0
        ? { value, code, isDone }
        : this.noted({ value, code, isDone }, name, values);
    }

    noted(result, name, values) {
      this.problems.push({ call: name, element: values[0], code: result.code });
      return result;
    }

    get(element) {
      const result = this.call("LMSGetValue", element);
      return result.isDone && result.value !== "null" ? result.value : "";
    }

    /** Sets what is not set yet; the LMS is spared what it knows. */
    set(element, value) {
      if (this.last[element] === value) return true;
      const isDone = this.call("LMSSetValue", element, value).isDone;
      if (isDone) this.last[element] = value;
      return isDone;
    }

    commit() {
      return this.call("LMSCommit", "").isDone;
    }

    open() {
      if (this.phase !== "new") return false;
      if (!this.call("LMSInitialize", "").isDone) {
        this.phase = "closed";
        return false;
      }
      this.phase = "open";
      this.startedAt = Date.now();
      this.learner = this.get("cmi.core.student_id");
      this.status = this.get("cmi.core.lesson_status") || "not attempted";
      const mode = this.get("cmi.core.lesson_mode"); // Missing in some LMSs: then it is normal.
      this.isReadOnly = mode === "browse" || mode === "review";
      this.isComplete = WORTH.indexOf(this.status) >= WORTH.indexOf("completed");
      this.stateText = this.get("cmi.suspend_data");
      const raw = this.get("cmi.core.score.raw");
      this.raw = raw === "" ? null : typedNumber(raw);
      const mastery = this.has("cmi.student_data", "mastery_score")
        ? this.get("cmi.student_data.mastery_score")
        : "";
      this.mastery = mastery === "" ? null : typedNumber(mastery);
      // Without a status of ours an LMS marks the page as completed when it is closed.
      if (["not attempted", "browsed"].includes(this.status) && !this.isReadOnly) {
        if (this.set("cmi.core.lesson_status", "incomplete")) this.status = "incomplete";
      }
      return true;
    }

    has(group, child) {
      return this.get(`${group}._children`).split(/\s*,\s*/).includes(child);
    }

    setTime() {
      this.set("cmi.core.session_time", timespan((Date.now() - this.startedAt) / 1000));
    }

    /** Stores the state; false where the LMS refused it. */
    keep(text) {
      if (this.phase !== "open" || this.isReadOnly) return this.phase === "open";
      const isKept = this.set("cmi.suspend_data", text);
      this.set("cmi.core.exit", this.isComplete ? "" : "suspend");
      this.setTime();
      return this.commit() && isKept;
    }

    /**
     * Stores a result: { status, percent, interactions }, the last two optional. A status or a
     * score never falls below what the LMS already holds.
     */
    complete(result, text) {
      if (this.phase !== "open" || this.isReadOnly) return this.phase === "open";
      let isStored = true;
      if (result.interactions && !this.areInteractionsStored) {
        isStored = this.storeInteractions(result.interactions);
        this.areInteractionsStored = isStored;
      }
      if (result.percent !== undefined && (this.raw === null || result.percent > this.raw)) {
        this.set("cmi.core.score.min", "0");
        this.set("cmi.core.score.max", "100");
        isStored = this.set("cmi.core.score.raw", decimal(result.percent)) && isStored;
        if (isStored) this.raw = result.percent;
      }
      if (WORTH.indexOf(result.status) > WORTH.indexOf(this.status)) {
        const isSet = this.set("cmi.core.lesson_status", result.status);
        if (isSet) this.status = result.status;
        isStored = isSet && isStored;
      }
      this.isComplete = isStored;
      return this.keep(text) && isStored;
    }

    /** An LMS may know no interactions at all: results count without them. */
    storeInteractions(interactions) {
      if (this.get("cmi.interactions._children") === "") return true;
      const first = Number(this.get("cmi.interactions._count")) || 0;
      return interactions.every((one, offset) => {
        const at = `cmi.interactions.${first + offset}`;
        const parts = [
          ["id", one.id], ["objectives.0.id", one.objective], ["type", one.type],
          ["student_response", one.response], ["result", one.result],
          ["weighting", one.weighting], ["time", one.time], ["latency", one.latency],
        ];
        // What an LMS refuses of the rest is noted, and does not hold up the result.
        const refused = parts.filter(([name, value]) => value && !this.set(`${at}.${name}`, value));
        return !refused.some(([name]) => name === "id" || name === "student_response");
      });
    }

    close(text) {
      if (this.phase !== "open") return;
      if (!this.isReadOnly && text !== undefined) this.keep(text);
      this.setTime();
      this.call("LMSFinish", "");
      this.phase = "closed";
    }
  }

  /** What SCORM 1.2 wants to know of one answered question; `right` is null where no key is known. */
  function interaction(item, formID, answer, moment, right) {
    const types = { choice: "choice", numeric: "numeric", text: "fill-in" };
    let response = "";
    if (!isEmpty(answer)) {
      if (item.kind === "choice") {
        response = item.options
          .map((id, index) => (answer.includes(id) ? CODES[index] || "" : ""))
          .filter((code) => code !== "")
          .join(",");
      } else if (item.kind === "numeric") {
        response = decimal(typedNumber(answer));
      } else {
        response = answer.slice(0, 255);
      }
    }
    return {
      id: `${formID}_${item.id}`.slice(0, 255),
      objective: item.outcome.replace(/\s/g, "-").slice(0, 255),
      type: types[item.kind],
      response,
      result: right === null ? "neutral" : right ? "correct" : "wrong",
      weighting: decimal(item.points),
      time: moment ? clock(moment.at) : "",
      latency: moment ? timespan(moment.spent) : "",
    };
  }

  // MARK: Without an LMS

  /** The browser's own storage, which may be forbidden or full: then state lasts while the page does. */
  class LocalSession {
    constructor(pageID) {
      this.isAlone = true;
      this.isReadOnly = false;
      this.phase = "new";
      this.pageID = pageID;
      this.problems = [];
      this.learner = "";
      this.status = "incomplete";
      this.raw = null;
      this.mastery = null;
      this.stateText = "";
    }

    open() {
      this.phase = "open";
      return this.openFor("");
    }

    /** Takes up what one learner left here. */
    openFor(learner) {
      this.learner = learner;
      this.name = `sala:${this.pageID}:${learner}`;
      this.stateText = attempt(() => window.localStorage.getItem(this.name)) || "";
      return true;
    }

    keep(text) {
      if (this.phase !== "open") return false;
      attempt(() => window.localStorage.setItem(this.name, text));
      return true;
    }

    complete(result, text) {
      this.status = result.status;
      return this.keep(text);
    }

    close(text) {
      if (this.phase === "open" && text !== undefined) this.keep(text);
      this.phase = "closed";
    }
  }

  /** Opens a session with the LMS, waiting a while for one whose own scripts are slow. */
  async function connect(pageID, patience = 5000) {
    const isInside = window.parent !== window || Boolean(window.opener);
    const until = Date.now() + (isInside ? patience : 0);
    let api = findAPI(window);
    while (!api && Date.now() < until) {
      await new Promise((resume) => setTimeout(resume, 200));
      api = findAPI(window);
    }
    if (api) {
      const session = new LMSSession(api);
      if (session.open()) return session;
    }
    const session = new LocalSession(pageID);
    session.open();
    session.isRefused = Boolean(api);
    return session;
  }

  // MARK: Result files

  /** The answers as `sala results import` reads them, one line a question, omitted ones empty. */
  function resultFile(result, items, answers) {
    const cell = (text) => (/[",\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text);
    const rows = items.map((item) => [
      result.code, result.event, result.occasion, result.form, item.id,
      encodedAnswer(answers[item.id]),
    ]);
    return [["code", "event", "occasion", "form", "item", "answer"], ...rows]
      .map((row) => row.map(cell).join(",") + "\r\n")
      .join("");
  }

  return {
    connect, decodedKey, encodedAnswer, formIndex, interaction, isEmpty, isRight, readState,
    resultFile, score, shuffled, stateText, typedNumber, withLatinDigits,
    forTests: { clock, findAPI, fnv32, normalised, takesSecondFormFirst, timespan },
  };
})();
