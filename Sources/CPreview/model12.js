/* The data model of SCORM 1.2 (Run-Time Environment, 3.4), as strict as the standard is. */
const Model12 = (() => {
  "use strict";

  const V = Values;
  const { leaf, branch, list } = V;

  const CODES = {
    version: "3.4", unknown: 401, missingEntry: 201, writeOnly: 404, notSet: 0, noCount: 203,
    noChildren: 202, keyword: 402, outOfOrder: 201, readOnly: 403, type: 405, range: 405,
  };

  const score = () =>
    branch({
      raw: leaf("rw", V.score12, ""), min: leaf("rw", V.score12, ""), max: leaf("rw", V.score12, ""),
    });
  const STATUS = V.oneOf("passed", "completed", "failed", "incomplete", "browsed");
  const STATUS_OF_OBJECTIVE = V.oneOf(
    "passed", "completed", "failed", "incomplete", "browsed", "not attempted");

  function tree(settings, core) {
    const interaction = {
      id: leaf("w", V.identifier12),
      objectives: list({ id: leaf("w", V.identifier12) }),
      time: leaf("w", V.time12),
      type: leaf("w", V.oneOf(
        "true-false", "choice", "fill-in", "matching", "performance", "sequencing", "likert",
        "numeric")),
      correct_responses: list({ pattern: leaf("w", V.feedback12) }),
      weighting: leaf("w", V.decimal12),
      student_response: leaf("w", V.feedback12),
      result: leaf("w", V.result12),
      latency: leaf("w", V.timespan12),
    };
    return {
      cmi: branch({
        core: branch({
          student_id: leaf("r", null, core.id),
          student_name: leaf("r", null, core.name),
          lesson_location: leaf("rw", V.text(255), ""),
          credit: leaf("r", null, core.credit),
          lesson_status: leaf("rw", STATUS, core.mode === "browse" ? "browsed" : "not attempted"),
          entry: leaf("r", null, core.entry),
          score: score(),
          total_time: leaf("r", null, core.total),
          lesson_mode: leaf("r", null, core.mode),
          exit: leaf("w", V.oneOf("", "time-out", "suspend", "logout")),
          session_time: leaf("w", V.timespan12),
        }),
        suspend_data: leaf("rw", V.text(4096), ""),
        launch_data: leaf("r", null, settings.datafromlms || ""),
        comments: leaf("rw", V.text(4096), ""),
        comments_from_lms: leaf("r", null, ""),
        objectives: list({
          id: leaf("rw", V.identifier12, ""), score: score(),
          status: leaf("rw", STATUS_OF_OBJECTIVE, "not attempted"),
        }),
        student_data: branch({
          mastery_score: leaf("r", null, settings.masteryscore || ""),
          max_time_allowed: leaf("r", null, settings.maxtimeallowed || ""),
          time_limit_action: leaf("r", null, settings.timelimitaction || ""),
        }),
        student_preference: branch({
          audio: leaf("rw", V.integer(-1, 100), "0"),
          language: leaf("rw", V.text(255), ""),
          speed: leaf("rw", V.integer(-100, 100), "0"),
          text: leaf("rw", V.integer(-1, 1), "0"),
        }),
        interactions: list(interaction),
      }),
    };
  }

  /** Values that a list keeps only while it is written: the LMS shows them, a page cannot read them. */
  const SESSION = ["cmi.core.exit", "cmi.core.session_time"];

  const total = (record) => record.total || 0;

  const clock = (seconds) => {
    const whole = Math.floor(seconds);
    const two = (number) => String(number).padStart(2, "0");
    const hundredths = two(Math.round((seconds - whole) * 100) % 100);
    return `${String(Math.floor(whole / 3600)).padStart(4, "0")}:${two(Math.floor(whole / 60) % 60)}:` +
      `${two(whole % 60)}.${hundredths}`;
  };

  const spanSeconds = (text) => {
    const [hours, minutes, seconds] = text.split(":").map(Number);
    return hours * 3600 + minutes * 60 + seconds;
  };

  /** A visit: the values, from what is kept of the visits before. */
  function open(item, learner, mode, record) {
    const core = {
      id: learner, name: learner, mode, credit: mode === "normal" ? "credit" : "no-credit",
      entry: record.visits ? (record.isSuspended ? "resume" : "") : "ab-initio",
      total: clock(total(record)),
    };
    return new V.Model(tree(item.settings, core), CODES, {}, record);
  }

  /** What the LMS does when a page finishes; gives what it has to say about it. */
  function finish(item, model, notes) {
    const values = model.values;
    const raw = values["cmi.core.score.raw"];
    const mastery = item.settings.masteryscore;
    const isNumber = (text) => text !== undefined && text !== "" && Number.isFinite(Number(text));
    if (isNumber(raw) && isNumber(mastery)) {
      const status = Number(raw) >= Number(mastery) ? "passed" : "failed";
      if (values["cmi.core.lesson_status"] !== status) {
        values["cmi.core.lesson_status"] = status;
        notes.push((words) => words.byMastery(raw, mastery, status));
      }
    } else if (values["cmi.core.lesson_status"] === undefined) {
      values["cmi.core.lesson_status"] = "completed";
      notes.push((words) => words.byItself);
    }
  }

  /** What is kept of a visit that ended. */
  function keep(record, notes) {
    const { values } = record;
    const span = values["cmi.core.session_time"];
    if (span) record.total = total(record) + spanSeconds(span);
    record.isSuspended = values["cmi.core.exit"] === "suspend";
    for (const element of SESSION) delete values[element];
    if (!record.isSuspended && values["cmi.suspend_data"]) {
      delete values["cmi.suspend_data"]; // As in Moodle: only a suspended page finds it again.
      notes.push((words) => words.newAttempt);
    }
  }

  function summary(record) {
    const values = record.values;
    const raw = values["cmi.core.score.raw"];
    const most = values["cmi.core.score.max"];
    return {
      status: values["cmi.core.lesson_status"] || "not attempted",
      score: raw ? (most ? `${raw} / ${most}` : raw) : "",
      time: clock(total(record)),
      isSuspended: Boolean(record.isSuspended),
    };
  }

  return { open, finish, keep, summary };
})();
