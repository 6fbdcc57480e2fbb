/*
 * SCORM 2004 4th Edition: completion and success apart, a scaled score, 64,000 characters of state,
 * objectives, and interactions in words. No element and no call of SCORM 1.2 is used here.
 */
const SalaSCORM2004 = (() => {
  "use strict";

  const { APISession, cut, decimal, isDone, resultOf } = SalaLMS;
  const { LONGEST, duration, interactionID, objectives, responseOf, share, typeOf, words } =
    SalaResponses;

  const CALLS = {
    begin: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate",
    lastError: "GetLastError",
  };
  /** "Data model element value not initialized": an answer, not a failure. */
  const NOT_SET = 403;

  const two = (number) => String(number).padStart(2, "0");

  /**
   * When an answer was given, by the learner's clock, to the second. A state tells the second of
   * the day only, if that; without the day, nothing is said rather than something untrue.
   */
  function timestamp(moment) {
    if (!moment || moment.day === undefined || moment.at === undefined) return "";
    const day = new Date(moment.day * 86400000).toISOString().slice(0, 10);
    const second = moment.at % 86400;
    const time = [second / 3600, (second / 60) % 60, second % 60].map(Math.floor).map(two);
    return `${day}T${time.join(":")}`;
  }

  /** A text in one language, within the 250 characters that every LMS can keep. */
  function localized(text, language) {
    const tag = `{lang=${language}}`;
    return text ? tag + words(text, LONGEST.word - tag.length) : "";
  }

  class SCORM2004Session extends APISession {
    /** `page` is the page's data: its id, kind, and objectives, if it names them. */
    constructor(api, page) {
      super(api, CALLS);
      this.page = page;
      this.place = {};
      this.room = 64000;
    }

    isExpected(name, code) {
      return name === "get" && code === NOT_SET;
    }

    open() {
      if (!this.begin()) return false;
      this.learner = this.get("cmi.learner_id");
      this.language = this.get("cmi.learner_preference.language");
      const mode = this.get("cmi.mode"); // Missing in some LMSs: then it is normal.
      this.isReadOnly = mode === "browse" || mode === "review";
      this.completion = this.get("cmi.completion_status") || "unknown";
      this.success = this.get("cmi.success_status") || "unknown";
      const isKnown = ["incomplete", "completed"].includes(this.completion);
      // On a first visit nothing is set, and an LMS would have to answer with an error.
      if (this.get("cmi.entry") === "resume" || isKnown || this.success !== "unknown") {
        this.stateText = this.get("cmi.suspend_data");
      }
      this.progress = this.stateText ? this.getNumber("cmi.progress_measure") : null;
      const scaled = this.success === "unknown" ? null : this.getNumber("cmi.score.scaled");
      this.percent = scaled === null ? null : Math.round(scaled * 10000) / 100;
      this.threshold = this.getNumber("cmi.completion_threshold");
      if (this.page.kind === "post") {
        const least = this.getNumber("cmi.scaled_passing_score");
        this.mastery = least === null ? null : Math.round(least * 1e9) / 1e7;
      }
      this.setStatus();
      this.move(isDone(this.status) ? "reopen" : "open");
      // Without a status of ours an LMS marks the page as completed when it is closed.
      if (!isKnown && !this.isReadOnly) {
        if (this.set("cmi.completion_status", "incomplete")) this.completion = "incomplete";
      }
      return true;
    }

    /** The one word by which a page knows both statuses. */
    setStatus() {
      const isJudged = this.success === "passed" || this.success === "failed";
      if (isJudged) this.status = this.success;
      else this.status = this.completion === "completed" ? "completed" : "incomplete";
    }

    setTime() {
      this.set("cmi.session_time", duration(this.seconds));
    }

    /** Says how far the learner is, never less than before; an LMS may draw its own conclusion. */
    setProgress(progress) {
      if (this.progress !== null && progress <= this.progress) return;
      const measure = Math.min(1, Math.round(progress * 1e4) / 1e4);
      if (!this.set("cmi.progress_measure", decimal(measure))) return;
      this.progress = measure;
      if (this.threshold !== null && measure >= this.threshold) this.setCompleted();
    }

    setCompleted() {
      if (this.completion === "completed") return true;
      if (!this.set("cmi.completion_status", "completed")) return false;
      this.completion = "completed";
      return true;
    }

    /**
     * A page always leaves with "suspend": "normal" ends the attempt, and the next visit would
     * begin with nothing, which lowers what was reached and loses the learner's hours.
     */
    suspend() {
      this.set("cmi.exit", "suspend");
      this.setTime();
    }

    /** Stores the state and the place, { location, progress }; false where the LMS refused it. */
    keep(text, place = {}) {
      if (!this.move("keep")) return false;
      if (this.isReadOnly) return true;
      const isKept = this.set("cmi.suspend_data", text);
      if (isKept) this.stateText = text;
      if (place.location) this.set("cmi.location", cut(place.location, 1000));
      if (place.progress !== undefined) this.setProgress(place.progress);
      this.suspend();
      return this.commit() && isKept;
    }

    /**
     * Stores a result: { status, percent, won, possible, interactions }. Only a post-test
     * has a score. Nothing falls below what the LMS already holds. A course that is not finished
     * is still "incomplete" when the result of a page is stored.
     */
    complete(result, text, place) {
      if (!this.isOpen || this.isReadOnly) return this.isOpen;
      const { interactions, percent, status } = result;
      let isStored = true;
      if (interactions) {
        const parts = interactions.map((one) => this.interaction(one));
        isStored = this.storeInteractions(parts, "learner_response");
        this.storeObjectives(interactions);
      }
      if (percent !== undefined && (this.percent === null || percent > this.percent)) {
        const isSet = this.setScore("cmi.score", result.won, result.possible, percent);
        if (isSet) this.percent = percent;
        isStored = isSet && isStored;
      }
      const isBetter = status === "passed" || (status === "failed" && this.success === "unknown");
      if (isBetter && this.success !== status) {
        const isSet = this.set("cmi.success_status", status);
        if (isSet) this.success = status;
        isStored = isSet && isStored;
      }
      if (status !== "incomplete") {
        this.setProgress(1);
        isStored = this.setCompleted() && isStored;
        if (isStored) this.move("complete");
      }
      this.setStatus();
      isStored = this.keep(text, place) && isStored;
      if (isStored && this.get("adl.nav.request_valid.continue") === "true") {
        this.exit = { words: "toNext", isAlways: false };
      }
      return isStored;
    }

    /** An element's score, all four numbers; the scaled one decides. */
    setScore(element, won, possible, percent) {
      this.set(`${element}.min`, "0");
      this.set(`${element}.max`, "100");
      return [
        this.set(`${element}.scaled`, decimal(share(won, possible))),
        this.set(`${element}.raw`, decimal(percent)),
      ].every(Boolean);
    }

    /** The objectives that a question belongs to, as the manifest names them. */
    objectivesOf(item) {
      const known = this.page.objectives;
      if (!known) return [item.outcome.replace(/-[^-]*$/, "").replace(/\s/g, "-")];
      return known.filter((one) => one.outcomes.includes(item.outcome)).map((one) => one.id);
    }

    /** What each competency reached; without a key, that it was asked about. */
    storeObjectives(interactions) {
      const found = objectives(interactions, (item) => this.objectivesOf(item));
      const count = Number(this.get("cmi.objectives._count")) || 0;
      const known = Array.from({ length: count }, (_, n) => this.get(`cmi.objectives.${n}.id`));
      for (const { id, won, possible } of found) {
        let at = known.indexOf(id);
        if (at < 0) {
          if (!this.set(`cmi.objectives.${known.length}.id`, id)) return; // None can be added.
          at = known.push(id) - 1;
        }
        const element = `cmi.objectives.${at}`;
        const before = at < count ? this.getNumber(`${element}.score.scaled`) : null;
        if (possible > 0 && (before === null || share(won, possible) > before)) {
          const percent = Math.round((Math.max(0, won) * 10000) / possible) / 100;
          this.setScore(`${element}.score`, won, possible, percent);
        }
        this.set(`${element}.completion_status`, "completed");
      }
    }

    /** The parts of one interaction, in the order in which they must be set. */
    interaction(one) {
      const { item, form, moment, language } = one;
      return [
        ["id", interactionID(this.page.id, form, item.id)],
        ["type", typeOf(one)],
        ...this.objectivesOf(item).map((id, index) => [`objectives.${index}.id`, id]),
        ["timestamp", timestamp(moment)],
        ["learner_response", responseOf(one, `{lang=${language}}`)],
        ["result", resultOf(one, "incorrect")],
        ["weighting", decimal(item.points)],
        ["latency", moment ? duration(moment.spent) : ""],
        ["description", localized(one.words.stem[language], language)],
      ];
    }

    /** Asks the LMS for the next activity, which ends this one. */
    goOn(text, place) {
      this.set("adl.nav.request", "continue");
      this.close(text, place);
    }

    close(text, place) {
      if (!this.isOpen) return;
      if (!this.isReadOnly && text !== undefined) this.keep(text, place);
      if (!this.isReadOnly && this.stateText !== "") this.suspend();
      this.setTime();
      this.call("end", "");
      this.move("close");
    }
  }

  return {
    name: "API_1484_11", firstCall: CALLS.begin, Session: SCORM2004Session, localized, timestamp,
  };
})();
