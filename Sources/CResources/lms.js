/*
 * What every way of keeping results has in common: the life of a session, and for both versions of
 * SCORM, how their interface is found and called.
 *
 * A page uses of a session: `isOpen`, `isAlone`, `isReadOnly`, `learner`, `status`, `percent`,
 * `mastery`, `stateText`, `room`, `language`, `exit`, and the calls `keep`, `complete`, `close`, `goOn`.
 * What these send in each profile stands in docs/runtime.md.
 */
const SalaLMS = (() => {
  "use strict";

  /**
   * One life, one direction. "complete" means that a result is stored, in this visit or before.
   * What a state does not name cannot happen in it: nothing is sent before or after.
   */
  const LIFE = {
    new: { open: "open", reopen: "complete", refuse: "closed" },
    open: { keep: "open", complete: "complete", close: "closed" },
    complete: { keep: "complete", complete: "complete", close: "closed" },
    closed: {},
  };

  /** Nothing after a status may be worth less than what was reached before. */
  const WORTH = ["browsed", "not attempted", "incomplete", "failed", "completed", "passed"];
  const isWorthMore = (one, other) => WORTH.indexOf(one) > WORTH.indexOf(other);
  const isDone = (status) => status === "completed" || status === "passed";

  class Session {
    constructor() {
      this.phase = "new";
      this.isAlone = false;
      this.isReadOnly = false;
      this.isRefused = false;
      this.isOver = false;
      this.problems = [];
      this.learner = "";
      this.language = "";
      this.status = "incomplete";
      this.percent = null;
      this.mastery = null;
      this.stateText = "";
      /** The characters of state that can be kept. */
      this.room = 4096;
      /** Whether it goes on when a result is stored, because it is that of a whole course. */
      this.isOfCourse = false;
      /** Where the learner may go from here: { words, isAlways }, or null. */
      this.exit = null;
      /** Called with false when something waits to be sent, and with true when nothing does. */
      this.onStored = () => {};
    }

    get isOpen() {
      return this.phase === "open" || this.phase === "complete";
    }

    /** Whether an event may happen now; the state that it leads to is then this session's. */
    move(event) {
      const next = LIFE[this.phase][event];
      if (next === undefined) return false;
      this.phase = next;
      return true;
    }
  }

  function attempt(action) {
    try {
      return action();
    } catch (error) {
      return undefined; // A window of another origin: not ours to look into.
    }
  }

  /** The LMS's interface: in this window or up to ten above it, or above whoever opened them. */
  function findAPI(start, name, firstCall) {
    const roots = [() => start, () => start.opener, () => start.top.opener];
    for (const root of roots) {
      let place = attempt(root);
      for (let depth = 0; place && depth <= 10; depth += 1) {
        const here = place;
        const api = attempt(() => here[name]);
        if (api && attempt(() => api[firstCall])) return api;
        const above = attempt(() => here.parent);
        if (!above || above === here) break;
        place = above;
      }
    }
    return null;
  }

  /** A session with an LMS that offers SCORM's calls: the two versions name them differently. */
  class APISession extends Session {
    constructor(api, names) {
      super();
      this.api = api;
      this.names = names;
      this.last = {};
    }

    /** One call, with its error code; an LMS that throws has failed. */
    call(name, ...values) {
      let value = "";
      let code = 0;
      try {
        value = String(this.api[this.names[name]](...values));
        code = Number(this.api[this.names.lastError]()) || 0;
      } catch (error) {
        return this.noted({ value: "", code: 101, isDone: false }, name, values);
      }
      const isDone = code === 0 && (name === "get" || value === "true");
      const result = { value, code, isDone };
      return isDone || this.isExpected(name, code) ? result : this.noted(result, name, values);
    }

    /** Whether a code that is not 0 tells something and is no failure. */
    isExpected() {
      return false;
    }

    noted(result, name, values) {
      this.problems.push({ call: this.names[name], element: values[0], code: result.code });
      return result;
    }

    get(element) {
      const result = this.call("get", element);
      return result.isDone && result.value !== "null" ? result.value : "";
    }

    getNumber(element) {
      const text = this.get(element);
      return text === "" ? null : SalaAnswers.typedNumber(text);
    }

    /** Sets what is not set yet; the LMS is spared what it knows. */
    set(element, value) {
      if (this.last[element] === value) return true;
      const { isDone } = this.call("set", element, value);
      if (isDone) this.last[element] = value;
      return isDone;
    }

    commit() {
      return this.call("commit", "").isDone;
    }

    /** Begins to speak with the LMS, once. */
    begin() {
      if (this.phase !== "new") return false;
      if (!this.call("begin", "").isDone) {
        this.move("refuse");
        return false;
      }
      this.startedAt = Date.now();
      return true;
    }

    /** The seconds since the page was opened. */
    get seconds() {
      return (Date.now() - this.startedAt) / 1000;
    }

    /**
     * Stores interactions, each a list of parts ["name", "value"]; an LMS may know none at all, and
     * results count without them. What it refuses but the first part and the learner's response is
     * noted and does not hold up the result.
     */
    storeInteractions(interactions, response) {
      if (this.areInteractionsStored) return true;
      if (this.get("cmi.interactions._children") === "") return true;
      if (this.firstInteraction === undefined) {
        this.firstInteraction = Number(this.get("cmi.interactions._count")) || 0;
      }
      this.areInteractionsStored = interactions.every((parts, offset) => {
        const at = `cmi.interactions.${this.firstInteraction + offset}`;
        const refused = parts.filter(([name, value]) => value && !this.set(`${at}.${name}`, value));
        return !refused.some(([name]) => name === "id" || name === response);
      });
      return this.areInteractionsStored;
    }
  }

  /** A number without exponent. */
  const decimal = (number) =>
    String(number).includes("e") ? number.toFixed(9).replace(/\.?0+$/, "") : String(number);

  /** Right, wrong, the points of a part, or neither where nobody knows or nothing is right. */
  function resultOf({ item, key, answer }, wrong) {
    if (!key || SalaAnswers.isPending(item) || item.points === 0) return "neutral";
    const won = SalaAnswers.points(item, key, answer);
    if (won === item.points) return "correct";
    return won > 0 ? decimal(won) : wrong;
  }

  /** A text of at most so many characters, never half of one. */
  const cut = (text, most) => text.slice(0, most).replace(/[\uD800-\uDBFF]$/, "");

  return {
    APISession, LIFE, Session, attempt, cut, decimal, findAPI, isDone, isWorthMore, resultOf,
  };
})();
