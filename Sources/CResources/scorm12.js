/*
 * SCORM 1.2: one status, a score from 0 to 100, 4,096 characters of state, and interactions whose
 * options are single signs. No element and no call of a later version is used here.
 */
const SalaSCORM12 = (() => {
  "use strict";

  const { encodedAnswer, isEmpty, typedNumber } = SalaAnswers;
  const { APISession, cut, decimal, isDone, isWorthMore, resultOf } = SalaLMS;

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

  // MARK: Interactions

  const TYPES = {
    choice: "choice", rating: "likert", numeric: "numeric", text: "fill-in", match: "matching",
    order: "sequencing", blanks: "fill-in", essay: "fill-in", performance: "performance",
  };
  const CODES = "abcdefghijklmnopqrstuvwxyz0123456789";
  const TARGET_CODES = "123456789abcdefghijklmnopqrstuvwxyz0";
  const LONGEST = 255;

  /** An answer by SCORM 1.2's types: options are single signs (cmi.interactions.n.student_response). */
  function responseOf({ item, answer }) {
    if (isEmpty(answer)) return "";
    const code = (id) => CODES[item.options.indexOf(id)] || "";
    const joined = (codes) => cut(codes.filter((one) => one !== "").join(","), LONGEST);
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
        return cut(encodedAnswer(item, answer), LONGEST);
    }
  }

  /** The parts of one interaction, in the order in which they are set. */
  function interaction(one) {
    const { item, form, moment } = one;
    return [
      ["id", `${form}_${item.id}`.slice(0, LONGEST)],
      ["objectives.0.id", item.outcome.replace(/\s/g, "-").slice(0, LONGEST)],
      ["type", item.isTrueFalse ? "true-false" : TYPES[item.kind]],
      ["student_response", responseOf(one)],
      ["result", resultOf(one, "wrong")],
      ["weighting", decimal(item.points)],
      // The time of day is the first thing that state between visits has no room for.
      ["time", moment && moment.at !== undefined ? clock(moment.at) : ""],
      ["latency", moment ? timespan(moment.spent) : ""],
    ];
  }

  // MARK: The session

  const CALLS = {
    begin: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit",
    end: "LMSFinish", lastError: "LMSGetLastError",
  };

  class SCORM12Session extends APISession {
    constructor(api) {
      super(api, CALLS);
    }

    open() {
      if (!this.begin()) return false;
      this.learner = this.get("cmi.core.student_id");
      this.status = this.get("cmi.core.lesson_status") || "not attempted";
      const mode = this.get("cmi.core.lesson_mode"); // Missing in some LMSs: then it is normal.
      this.isReadOnly = mode === "browse" || mode === "review";
      this.stateText = this.get("cmi.suspend_data");
      this.percent = this.getNumber("cmi.core.score.raw");
      this.mastery = this.has("cmi.student_data", "mastery_score")
        ? this.getNumber("cmi.student_data.mastery_score")
        : null;
      this.move(isDone(this.status) ? "reopen" : "open");
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
      this.set("cmi.core.session_time", timespan(this.seconds));
    }

    /** What is not complete leaves with "suspend", each time: otherwise LMSs drop its state. */
    suspend() {
      const isWhole = this.phase === "complete" && !this.isOfCourse;
      this.set("cmi.core.exit", isWhole ? "" : "suspend");
      this.setTime();
    }

    /** Stores the state; false where the LMS refused it. */
    keep(text) {
      if (!this.move("keep")) return false;
      if (this.isReadOnly) return true;
      const isKept = this.set("cmi.suspend_data", text);
      if (isKept) this.stateText = text;
      this.suspend();
      return this.commit() && isKept;
    }

    /**
     * Stores a result: { status, percent, interactions }, the last two optional. A status or a
     * score never falls below what the LMS already holds. A course that is not finished is still
     * "incomplete" when the result of a page is stored.
     */
    complete(result, text) {
      if (!this.isOpen || this.isReadOnly) return this.isOpen;
      const { percent, status } = result;
      let isStored = !result.interactions
        || this.storeInteractions(result.interactions.map(interaction), "student_response");
      if (percent !== undefined && (this.percent === null || percent > this.percent)) {
        this.set("cmi.core.score.min", "0");
        this.set("cmi.core.score.max", "100");
        isStored = this.set("cmi.core.score.raw", decimal(percent)) && isStored;
        if (isStored) this.percent = percent;
      }
      if (isWorthMore(status, this.status)) {
        const isSet = this.set("cmi.core.lesson_status", status);
        if (isSet) this.status = status;
        isStored = isSet && isStored;
      }
      if (isStored && status !== "incomplete") this.move("complete");
      return this.keep(text) && isStored;
    }

    close(text) {
      if (!this.isOpen) return;
      if (!this.isReadOnly && text !== undefined) this.keep(text);
      if (!this.isReadOnly && this.stateText !== "") this.suspend();
      this.setTime();
      this.call("end", "");
      this.move("close");
    }
  }

  return {
    name: "API", firstCall: CALLS.begin, Session: SCORM12Session, clock, interaction, timespan,
  };
})();
