/*
 * A strict SCORM 1.2 run-time environment for tests: it enforces the data model's types and bounds,
 * answers with the standard's error codes, and writes down every call.
 *
 * It is harder than any LMS in use: what is not committed is lost when the page is killed, reading
 * before initialisation is an error, and a value one character too long is refused.
 */
(() => {
  "use strict";

  const STATUSES = ["passed", "completed", "failed", "incomplete", "browsed"];
  const isDecimal = (text) => /^-?\d+(\.\d+)?$/.test(text);
  const isScore = (text) => text === "" || (isDecimal(text) && Number(text) >= 0 && Number(text) <= 100);
  const isIdentifier = (text) => /^[A-Za-z0-9_-]{1,255}$/.test(text);
  const isTime = (text) => /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(text);
  const isTimespan = (text) => /^\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?$/.test(text);

  /** Each element that may be set: a check of its value. */
  const WRITABLE = {
    "cmi.suspend_data": (text) => text.length <= 4096,
    "cmi.comments": (text) => text.length <= 4096,
    "cmi.core.lesson_location": (text) => text.length <= 255,
    "cmi.core.lesson_status": (text) => STATUSES.includes(text),
    "cmi.core.score.raw": isScore,
    "cmi.core.score.min": isScore,
    "cmi.core.score.max": isScore,
    "cmi.core.exit": (text) => ["", "time-out", "suspend", "logout"].includes(text),
    "cmi.core.session_time": isTimespan,
  };
  const WRITE_ONLY = ["cmi.core.exit", "cmi.core.session_time"];
  const isList = (text) => /^[0-9a-z](,[0-9a-z])*$/.test(text);
  const isText = () => true;
  const RESPONSE = {
    "true-false": (text) => /^[01tf]$/.test(text),
    choice: isList,
    "fill-in": isText,
    matching: (text) => /^[0-9a-z]\.[0-9a-z](,[0-9a-z]\.[0-9a-z])*$/.test(text),
    performance: isText,
    sequencing: isList,
    likert: (text) => /^[0-9a-z]$/.test(text),
    numeric: isDecimal,
  };
  const INTERACTION = {
    id: isIdentifier,
    type: (text) => text in RESPONSE,
    time: isTime,
    latency: isTimespan,
    weighting: isDecimal,
    result: (text) =>
      ["correct", "wrong", "unanticipated", "neutral"].includes(text) || isDecimal(text),
    student_response: (text, one) => text.length <= 255 && RESPONSE[one.type](text),
  };
  const CHILDREN = {
    "cmi.core._children":
      "student_id,student_name,lesson_location,credit,lesson_status,entry,score,total_time," +
      "lesson_mode,exit,session_time",
    "cmi.core.score._children": "raw,min,max",
    "cmi.interactions._children":
      "id,objectives,time,type,correct_responses,weighting,student_response,result,latency",
    "cmi.student_data._children": "mastery_score,max_time_allowed,time_limit_action",
    "cmi.objectives._children": "id,score,status",
  };

  /** What an LMS keeps of one learner and one page between visits. */
  const fresh = (given = {}) => ({
    values: Object.assign(
      {
        "cmi.core.student_id": "L-1",
        "cmi.core.student_name": "Learner, Synthetic",
        "cmi.core.lesson_location": "",
        "cmi.core.credit": "credit",
        "cmi.core.lesson_status": "not attempted",
        "cmi.core.entry": "ab-initio",
        "cmi.core.score.raw": "",
        "cmi.core.score.min": "",
        "cmi.core.score.max": "",
        "cmi.core.total_time": "0000:00:00",
        "cmi.core.lesson_mode": "normal",
        "cmi.suspend_data": "",
        "cmi.launch_data": "",
        "cmi.comments": "",
        "cmi.student_data.mastery_score": "",
      },
      given
    ),
    interactions: [],
  });

  const copy = (value) => JSON.parse(JSON.stringify(value));

  function environment(options = {}) {
    const missing = options.missing || [];
    const stored = { record: fresh(options.values) };
    for (const element of missing) delete stored.record.values[element];
    let live = null;
    let phase = "new";
    let code = 0;
    const trace = [];

    const done = (name, values, result, error = 0) => {
      code = error;
      if (phase === "dead") return result; // Nobody is left to hear it.
      trace.push({ name, values, result, error });
      return result;
    };

    const isMissing = (element) => missing.some((one) => element.startsWith(one));

    function get(element) {
      const { values, interactions } = live;
      if (isMissing(element)) return ["", 401];
      if (element in CHILDREN) return [CHILDREN[element], 0];
      if (element === "cmi.interactions._count") return [String(interactions.length), 0];
      if (element === "cmi.objectives._count") return ["0", 0];
      if (WRITE_ONLY.includes(element) || /^cmi\.interactions\.\d+\./.test(element)) {
        return ["", 404];
      }
      return element in values ? [values[element], 0] : ["", 201];
    }

    function set(element, value) {
      if (typeof value !== "string") return 201;
      if (isMissing(element)) return 401;
      if (/\._(children|count)$/.test(element)) return 402;
      const part = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(element);
      if (part) {
        const index = Number(part[1]);
        const name = part[2];
        if (index > live.interactions.length) return 201;
        if (index === live.interactions.length) {
          if (name !== "id") return 201;
          live.interactions.push({});
        }
        const one = live.interactions[index];
        if (/^objectives\.0\.id$/.test(name)) {
          if (!isIdentifier(value)) return 405;
          one.objective = value;
          return 0;
        }
        if (!(name in INTERACTION)) return 201;
        if (name === "student_response" && one.type === undefined) return 201;
        if (!INTERACTION[name](value, one)) return 405;
        one[name] = value;
        return 0;
      }
      if (!(element in WRITABLE)) return element in live.values ? 403 : 201;
      if (!WRITABLE[element](value)) return 405;
      live.values[element] = value;
      return 0;
    }

    const API = {
      LMSInitialize(text) {
        if (text !== "") return done("LMSInitialize", [text], "false", 201);
        if (phase !== "new" || options.refuses) return done("LMSInitialize", [text], "false", 101);
        phase = "open";
        live = copy(stored.record);
        live.values["cmi.core.exit"] = "";
        live.values["cmi.core.session_time"] = "";
        return done("LMSInitialize", [text], "true");
      },
      LMSFinish(text) {
        if (text !== "") return done("LMSFinish", [text], "false", 201);
        if (phase !== "open") return done("LMSFinish", [text], "false", 301);
        phase = "finished";
        api.store();
        const record = stored.record;
        const isSuspended = record.values["cmi.core.exit"] === "suspend";
        record.values["cmi.core.entry"] = isSuspended ? "resume" : "";
        // As in Moodle: only a suspended page finds its data again.
        if (!isSuspended) record.values["cmi.suspend_data"] = "";
        return done("LMSFinish", [text], "true");
      },
      LMSGetValue(element) {
        if (phase !== "open") return done("LMSGetValue", [element], "", 301);
        const [value, error] = get(element);
        return done("LMSGetValue", [element], value, error);
      },
      LMSSetValue(element, value) {
        if (phase !== "open") return done("LMSSetValue", [element, value], "false", 301);
        const error = set(element, value);
        return done("LMSSetValue", [element, value], error === 0 ? "true" : "false", error);
      },
      LMSCommit(text) {
        if (text !== "") return done("LMSCommit", [text], "false", 201);
        if (phase !== "open") return done("LMSCommit", [text], "false", 301);
        if (api.isBroken) return done("LMSCommit", [text], "false", 101);
        api.store();
        return done("LMSCommit", [text], "true");
      },
      LMSGetLastError: () => String(code),
      LMSGetErrorString: (number) => `Error ${number}`,
      LMSGetDiagnostic: (number) => `Diagnostic ${number}`,
    };

    const api = {
      API,
      trace,
      isBroken: false,
      store() {
        stored.record = copy(live);
      },
      record: () => stored.record,
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
        stored.record.values["cmi.core.entry"] = "resume";
      },
      errors: () => trace.filter((call) => call.error !== 0),
    };
    return api;
  }

  window.strictEnvironment = environment;
})();
