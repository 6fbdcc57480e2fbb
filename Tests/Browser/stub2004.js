/*
 * A strict SCORM 2004 4th Edition run-time environment for tests: it enforces the data model's
 * types and bounds, which call may follow which, answers with the standard's error codes, and
 * writes down every call.
 *
 * It is harder than any LMS in use: what is not committed is lost when the page is killed, an end
 * without "suspend" begins a new attempt that knows nothing, and no value may be one character
 * longer than an LMS must be able to keep.
 */
const strictEnvironment2004 = (() => {
  "use strict";

  /** What a manifest or an LMS need not have set. */
  const OPTIONAL =
    /^cmi\.(completion_threshold|scaled_passing_score|objectives\.\d+\.score\.scaled)$/;

  const copy = (value) => JSON.parse(JSON.stringify(value));

  /** What an LMS keeps of one learner and one attempt between visits. */
  function fresh(given, objectives) {
    const values = {};
    for (const [name, [, , first]] of Object.entries(types2004.ELEMENTS)) {
      if (first !== undefined) values[name] = first;
    }
    return {
      values: Object.assign(values, given),
      interactions: [],
      objectives: (objectives || []).map((id) => ({ id })),
    };
  }

  const secondsOf = (interval) => {
    const [, hours, minutes, seconds] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:([\d.]+)S)?$/.exec(interval);
    return Number(hours || 0) * 3600 + Number(minutes || 0) * 60 + Number(seconds || 0);
  };

  /** By phase: the code of a call that may not come then. */
  const WRONG_TIME = {
    Initialize: { open: 103, ended: 104 },
    Terminate: { new: 112, ended: 113 },
    GetValue: { new: 122, ended: 123 },
    SetValue: { new: 132, ended: 133 },
    Commit: { new: 142, ended: 143 },
  };

  return (options = {}) => {
    const missing = options.missing || [];
    const stored = { record: fresh(options.values, options.objectives), attempts: [] };
    for (const element of missing) delete stored.record.values[element];
    let live = null;
    let phase = "new";
    let code = 0;
    const trace = [];

    const done = (name, values, result, error = 0) => {
      code = error;
      trace.push({ name, values, result, error });
      return result;
    };
    const isMissing = (element) => missing.some((one) => element.startsWith(one));

    /** An LMS draws its own conclusion where the manifest gave it a measure. */
    function concluded(element) {
      const { values } = live;
      const number = (name) => (values[name] === undefined ? null : Number(values[name]));
      if (element === "cmi.completion_status" && number("cmi.completion_threshold") !== null) {
        const progress = number("cmi.progress_measure");
        if (progress === null) return "unknown";
        return progress >= number("cmi.completion_threshold") ? "completed" : "incomplete";
      }
      if (element === "cmi.success_status" && number("cmi.scaled_passing_score") !== null) {
        const scaled = number("cmi.score.scaled");
        if (scaled === null) return "unknown";
        return scaled >= number("cmi.scaled_passing_score") ? "passed" : "failed";
      }
      return values[element];
    }

    const split = (element) => {
      const match = /^cmi\.(interactions|objectives)\.(0|[1-9]\d*)\.(.+)$/.exec(element);
      return match && { list: match[1], index: Number(match[2]), name: match[3] };
    };

    function get(element) {
      if (typeof element !== "string" || element === "") return ["", 301];
      if (isMissing(element)) return ["", 401];
      if (element in types2004.CHILDREN) return [types2004.CHILDREN[element], 0];
      if (/\._children$/.test(element)) return ["", 301];
      const count = /^cmi\.(interactions|objectives)\._count$/.exec(element);
      if (count) return [String(live[count[1]].length), 0];
      if (/\._count$/.test(element)) return ["", 301];
      const part = split(element);
      if (part) {
        const kind = part.list === "objectives" ? types2004.OBJECTIVE : types2004.INTERACTION;
        if (!(part.name in kind) && !/^objectives\.\d+\.id$/.test(part.name)) return ["", 401];
        if (part.index >= live[part.list].length) return ["", 301];
        const value = live[part.list][part.index][part.name];
        return value === undefined ? ["", 403] : [value, 0];
      }
      const how = types2004.ELEMENTS[element];
      if (!how) return ["", 401];
      if (how[0] === "w") return ["", 405];
      const value = concluded(element);
      return value === undefined ? ["", 403] : [value, 0];
    }

    const codeOf = (isRight) => (isRight === true ? 0 : isRight === false ? 406 : 407);

    function setPart({ list, index, name }, value) {
      const all = live[list];
      if (index > all.length) return 351;
      const one = index < all.length ? all[index] : {};
      if (list === "objectives" && name === "id") {
        if (!types2004.long(value)) return 406;
        if (one.id !== undefined && one.id !== value) return 351;
        if (all.some((other, at) => other.id === value && at !== index)) return 351;
      } else if (name !== "id" && one.id === undefined) {
        return 408;
      }
      const inner = /^objectives\.(\d+)\.id$/.exec(name);
      if (list === "interactions" && inner) {
        const known = (one.objectives = one.objectives || []);
        if (Number(inner[1]) > known.length) return 351;
        if (!types2004.long(value)) return 406;
        if (known.some((other, at) => other === value && at !== Number(inner[1]))) return 351;
        known[Number(inner[1])] = value;
        return 0;
      }
      if (/^correct_responses\./.test(name)) return 351; // The key is for nobody to read.
      const how = (list === "objectives" ? types2004.OBJECTIVE : types2004.INTERACTION)[name];
      if (!how) return /\._(children|count)$/.test(name) ? 404 : 401;
      if (name === "learner_response" && one.type === undefined) return 408;
      const error = codeOf(how[1](value, one));
      if (error !== 0) return error;
      if (index === all.length) all.push(one);
      one[name] = value;
      return 0;
    }

    function set(element, value) {
      if (typeof element !== "string" || element === "") return 351;
      if (typeof value !== "string") return 406;
      if (isMissing(element)) return 401;
      if (/\._(children|count|version)$/.test(element)) return 404;
      const part = split(element);
      if (part) return setPart(part, value);
      const how = types2004.ELEMENTS[element];
      if (!how) return 401;
      if (how[0] === "r") return 404;
      const error = codeOf(how[1](value));
      if (error !== 0) return error;
      if (element === "cmi.suspend_data" && value.length > (options.stateLimit ?? 64000)) return 351;
      live.values[element] = value;
      return 0;
    }

    function end() {
      const { record } = stored;
      const { values } = record;
      const spent = secondsOf(values["cmi.session_time"] || "PT0S");
      const total = `PT${Math.round((secondsOf(values["cmi.total_time"]) + spent) * 100) / 100}S`;
      stored.navigation = values["adl.nav.request"];
      if (values["cmi.exit"] === "suspend") {
        Object.assign(values, { "cmi.entry": "resume", "cmi.total_time": total });
      } else {
        stored.attempts.push(copy(record));
        stored.record = fresh(options.values, options.objectives);
      }
      delete values["cmi.session_time"];
      delete values["cmi.exit"];
      values["adl.nav.request"] = "_none_";
    }

    /** Runs a call in its time; `action` gives the result, and an error code. */
    function call(name, values, wrong, action) {
      if (phase === "dead") return wrong;
      const early = (WRONG_TIME[name] || {})[phase];
      if (early) return done(name, values, wrong, early);
      if (!["GetValue", "SetValue"].includes(name) && values[0] !== "") {
        return done(name, values, wrong, 201);
      }
      const [result, error] = action();
      return done(name, values, result, error);
    }

    const api = {
      trace,
      isBroken: false,
      API: {
        Initialize: (text) => call("Initialize", [text], "false", () => {
          if (options.refuses) return ["false", 102];
          phase = "open";
          live = copy(stored.record);
          return ["true", 0];
        }),
        Terminate: (text) => call("Terminate", [text], "false", () => {
          api.store();
          phase = "ended";
          end();
          return ["true", 0];
        }),
        GetValue: (element) => call("GetValue", [element], "", () => get(element)),
        SetValue: (element, value) => call("SetValue", [element, value], "false", () => {
          const error = set(element, value);
          return [error === 0 ? "true" : "false", error];
        }),
        Commit: (text) => call("Commit", [text], "false", () => {
          if (api.isBroken) return ["false", 391];
          api.store();
          return ["true", 0];
        }),
        GetLastError: () => String(code),
        GetErrorString: (number) => `Error ${number}`,
        GetDiagnostic: (number) => `Diagnostic ${number}`,
      },
      store() {
        stored.record = copy(live);
      },
      record: () => stored.record,
      stored: () => stored,
      phase: () => phase,
      /** A new launch of the same page for the same learner. */
      relaunch() {
        phase = "new";
        live = null;
        code = 0;
      },
      /** The browser dies: nothing more is heard, and only what was committed is left. */
      kill() {
        phase = "dead";
        live = null;
        stored.record.values["cmi.entry"] = "resume";
      },
      /** What went wrong. "Not initialized" is an answer, of what a manifest need not give. */
      errors: () =>
        trace.filter(({ name, values, error }) =>
          error !== 0 && !(error === 403 && name === "GetValue" && OPTIONAL.test(values[0]))),
    };
    return api;
  };
})();
