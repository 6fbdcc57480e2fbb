/*
 * One visit of a page: the API that the page finds, its life (new, open, closed, or dead when the
 * visit was cut off), and a line for everything that is called.
 */
const Visits = (() => {
  "use strict";

  const STANDARDS = {
    scorm12: {
      name: "API",
      model: Model12,
      exit: "cmi.core.exit",
      calls: {
        initialize: "LMSInitialize", terminate: "LMSFinish", get: "LMSGetValue",
        set: "LMSSetValue", commit: "LMSCommit", lastError: "LMSGetLastError",
        errorString: "LMSGetErrorString", diagnostic: "LMSGetDiagnostic",
      },
      // What a call in the wrong phase gives: before it is open, after it was closed.
      wrong: {
        initialize: { open: 101, closed: 101 }, terminate: [301, 301], get: [301, 301],
        set: [301, 301], commit: [301, 301],
      },
      argument: 201,
    },
    scorm2004: {
      name: "API_1484_11",
      model: Model2004,
      exit: "cmi.exit",
      calls: {
        initialize: "Initialize", terminate: "Terminate", get: "GetValue", set: "SetValue",
        commit: "Commit", lastError: "GetLastError", errorString: "GetErrorString",
        diagnostic: "GetDiagnostic",
      },
      wrong: {
        initialize: { open: 103, closed: 104 }, terminate: [112, 113], get: [122, 123],
        set: [132, 133], commit: [142, 143],
      },
      argument: 201,
    },
  };

  const fresh = () => ({ values: {}, counts: {}, total: 0, visits: 0, isSuspended: false });
  const copy = (value) => JSON.parse(JSON.stringify(value));

  class Visit {
    /**
     * `heard` takes { call, element, value, result, code, isAside } for every call; `said` takes a
     * function from words to what the LMS has to say; `stored` takes the record at every commit.
     */
    constructor(standard, item, learner, mode, record, { heard, said, stored }) {
      Object.assign(this, { standard, item, learner, mode, heard, said, stored });
      this.rules = STANDARDS[standard];
      this.record = copy(record);
      this.phase = "new";
      this.code = 0;
      this.model = null;
      this.api = this.made();
    }

    get apiName() {
      return this.rules.name;
    }

    made() {
      const names = this.rules.calls;
      return {
        [names.initialize]: (text) => this.initialize(text),
        [names.terminate]: (text) => this.terminate(text),
        [names.get]: (element) => this.get(element),
        [names.set]: (element, value) => this.set(element, value),
        [names.commit]: (text) => this.commit(text),
        [names.lastError]: () => this.aside(names.lastError, undefined, String(this.code)),
        [names.errorString]: (code) =>
          this.aside(names.errorString, code, Words.meaning(this.standard, code, "en")),
        [names.diagnostic]: (code) =>
          this.aside(names.diagnostic, code, Words.meaning(this.standard, code || this.code, "en")),
      };
    }

    /** A question about an error changes nothing, not even the last error. */
    aside(call, element, result) {
      if (this.phase !== "dead") this.heard({ call, element, result, code: 0, isAside: true });
      return result;
    }

    answer(call, element, value, result, code) {
      this.code = code;
      if (this.phase !== "dead") this.heard({ call, element, value, result, code });
      return result;
    }

    /** The error code of a call in the wrong phase, or 0. */
    wrongPhase(kind) {
      if (this.phase === "open") return 0;
      return this.rules.wrong[kind][this.phase === "new" ? 0 : 1];
    }

    initialize(text) {
      const call = this.rules.calls.initialize;
      if (text !== "") return this.answer(call, text, undefined, "false", this.rules.argument);
      if (this.phase !== "new") {
        const code = this.rules.wrong.initialize[this.phase === "open" ? "open" : "closed"];
        return this.answer(call, text, undefined, "false", code);
      }
      this.phase = "open";
      this.model = this.rules.model.open(this.item, this.learner, this.mode, this.record);
      return this.answer(call, text, undefined, "true", 0);
    }

    get(element) {
      const call = this.rules.calls.get;
      const wrong = this.wrongPhase("get");
      if (wrong) return this.answer(call, element, undefined, "", wrong);
      if (typeof element !== "string" || element === "") {
        const code = this.standard === "scorm12" ? 201 : 301;
        return this.answer(call, element, undefined, "", code);
      }
      const [value, code] = this.model.get(element);
      return this.answer(call, element, undefined, value, code);
    }

    set(element, value) {
      const call = this.rules.calls.set;
      const wrong = this.wrongPhase("set");
      if (wrong) return this.answer(call, element, value, "false", wrong);
      if (typeof element !== "string" || element === "") {
        const code = this.standard === "scorm12" ? 201 : 351;
        return this.answer(call, element, value, "false", code);
      }
      const code = this.model.set(element, value);
      return this.answer(call, element, value, code === 0 ? "true" : "false", code);
    }

    commit(text) {
      const call = this.rules.calls.commit;
      const wrong = this.wrongPhase("commit");
      if (wrong) return this.answer(call, text, undefined, "false", wrong);
      if (text !== "") return this.answer(call, text, undefined, "false", this.rules.argument);
      this.store();
      return this.answer(call, text, undefined, "true", 0);
    }

    terminate(text) {
      const call = this.rules.calls.terminate;
      const wrong = this.wrongPhase("terminate");
      if (wrong) return this.answer(call, text, undefined, "false", wrong);
      if (text !== "") return this.answer(call, text, undefined, "false", this.rules.argument);
      const notes = [];
      if (this.mode === "normal") this.rules.model.finish(this.item, this.model, notes);
      this.store();
      this.phase = "closed";
      const result = this.answer(call, text, undefined, "true", 0);
      this.finishRecord(notes);
      return result;
    }

    /** Keeps the values as they are now, where an LMS would. */
    store() {
      this.hasCommitted = true;
      if (this.mode !== "normal") return;
      Object.assign(this.record, this.model.copy());
      this.stored(this.record);
    }

    /** Ends the visit's part in the record. */
    finishRecord(notes) {
      if (this.mode === "normal") {
        this.rules.model.keep(this.record, notes);
        this.record.visits += 1;
        this.stored(this.record);
      } else {
        notes.push((words) => words.notStored);
      }
      for (const note of notes) this.said(note);
    }

    /** The page is gone, or about to be: nothing more is heard. */
    end({ isSudden }) {
      const phase = this.phase;
      this.phase = "dead";
      if (phase === "closed" || phase === "dead") return;
      if (phase === "new") {
        if (!isSudden) this.said((words) => words.noInitialize);
        return;
      }
      if (!isSudden) this.said((words) => words.noTerminate);
      // A visit that was cut off is taken up where it was last committed.
      if (this.hasCommitted && this.mode === "normal") {
        this.record.values[this.rules.exit] = "suspend";
        this.finishRecord([]);
      }
    }

    /** The values as the page set them, and which of them are not committed. */
    values() {
      const live = this.phase === "open" ? this.model.values : {};
      return { live, kept: this.record.values };
    }
  }

  return { Visit, fresh, summary: (standard, record) => STANDARDS[standard].model.summary(record) };
})();
