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

  const { encodedAnswer, fnv32, isEmpty, isPending, points, typedNumber } = SalaAnswers;

  // MARK: Which form

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

  const TYPES = {
    choice: "choice", rating: "likert", numeric: "numeric", text: "fill-in", match: "matching",
    order: "sequencing", blanks: "fill-in", essay: "fill-in", performance: "performance",
  };

  const TARGET_CODES = "123456789abcdefghijklmnopqrstuvwxyz0";

  /** A text of at most 255 characters, never half of one. */
  const cut = (text) => text.slice(0, 255).replace(/[\uD800-\uDBFF]$/, "");

  /** An answer by SCORM 1.2's types: options are single signs (cmi.interactions.n.student_response). */
  function responseOf(item, answer) {
    if (isEmpty(answer)) return "";
    const code = (id) => CODES[item.options.indexOf(id)] || "";
    const joined = (codes) => cut(codes.filter((one) => one !== "").join(","));
    switch (item.kind) {
      case "choice":
        if (item.isTrueFalse) return answer[0] === item.options[0] ? "t" : "f";
        return joined(item.options.filter((id) => answer.includes(id)).map(code));
      case "rating":
        return code(answer[0]);
      case "order":
        return joined(answer.map(code));
      case "match":
        return joined(
          item.options
            .filter((id) => answer[id] !== undefined)
            .map((id) => {
              const target = TARGET_CODES[item.targets.indexOf(answer[id])];
              return code(id) && target ? `${code(id)}.${target}` : "";
            })
        );
      case "numeric":
        return decimal(typedNumber(answer));
      default:
        return cut(encodedAnswer(item, answer));
    }
  }

  /** Right, wrong, the points of a part, or neither where nobody knows or nothing is right. */
  function resultOf(item, key, answer) {
    if (!key || isPending(item) || item.points === 0) return "neutral";
    const won = points(item, key, answer);
    if (won === item.points) return "correct";
    return won > 0 ? decimal(won) : "wrong";
  }

  /** What SCORM 1.2 wants to know of one question; `key` is undefined where none is known. */
  function interaction(item, formID, answer, moment, key) {
    return {
      id: `${formID}_${item.id}`.slice(0, 255),
      objective: item.outcome.replace(/\s/g, "-").slice(0, 255),
      type: item.isTrueFalse ? "true-false" : TYPES[item.kind],
      response: responseOf(item, answer),
      result: resultOf(item, key, answer),
      weighting: decimal(item.points),
      // The time of day is the first thing that state between visits has no room for.
      time: moment && moment.at !== undefined ? clock(moment.at) : "",
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
      this.room = Infinity;
    }

    open() {
      this.phase = "open";
      this.isForgetful = !attempt(() => {
        window.localStorage.setItem("sala", "kept");
        return window.localStorage.getItem("sala") === "kept";
      });
      return this.openFor("");
    }

    /** Takes up what one learner left here. */
    openFor(learner) {
      this.learner = learner;
      this.name = `sala:${this.pageID}:${learner}`;
      this.stateText = attempt(() => window.localStorage.getItem(this.name)) || "";
      return true;
    }

    /** False where storage is forbidden or full: then state lasts while the page does. */
    keep(text) {
      if (this.phase !== "open") return false;
      this.stateText = text;
      this.isForgetful = !attempt(() => {
        window.localStorage.setItem(this.name, text);
        return window.localStorage.getItem(this.name) === text;
      });
      return !this.isForgetful;
    }

    /** A result stands in the page and in its result file, whether or not it is kept. */
    complete(result, text) {
      if (this.phase !== "open") return false;
      this.status = result.status;
      this.keep(text);
      return true;
    }

    close(text) {
      if (this.phase === "open" && text !== undefined) this.keep(text);
      this.phase = "closed";
    }
  }

  /** Whether this page lies within the shell of a course that is one SCO (course.js). */
  const isInCourse = () => window.name === "sala-course" && window.parent !== window;

  /** A session of a page within a course that it cannot reach, and only tells what is finished. */
  function aloneWithin(pageID) {
    const session = new LocalSession(pageID);
    const { complete } = session;
    session.complete = (result, text) => {
      window.parent.postMessage({ sala: "status", status: result.status }, "*");
      return complete.call(session, result, text);
    };
    session.open();
    return session;
  }

  /** Opens a session with the LMS, waiting a while for one whose own scripts are slow. */
  async function connect(pageID, patience = 5000) {
    if (isInCourse()) {
      // From files, a browser lets no page look into another: then each keeps its own progress.
      const course = attempt(() => window.parent.SalaCourse);
      return course ? course.session(pageID) : aloneWithin(pageID);
    }
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
    const cell = (text) =>
      /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    const rows = items.map((item) => [
      result.code, result.event, result.occasion, result.form, item.id,
      encodedAnswer(item, answers[item.id]), "page",
    ]);
    return [["code", "event", "occasion", "form", "item", "answer", "mode"], ...rows]
      .map((row) => row.map(cell).join(",") + "\r\n")
      .join("");
  }

  return Object.assign({}, SalaAnswers, SalaState, {
    connect, formIndex, interaction, isInCourse, resultFile,
    forTests: {
      clock, findAPI, fnv32, normalised: SalaAnswers.normalised, takesSecondFormFirst, timespan,
    },
  });
})();
