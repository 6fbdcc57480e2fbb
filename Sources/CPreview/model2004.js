/* The data model of SCORM 2004, 4th Edition (Run-Time Environment, 4.2), as strict as the standard. */
const Model2004 = (() => {
  "use strict";

  const V = Values;
  const { leaf, branch, list } = V;

  const CODES = {
    version: "1.0", unknown: 401, missingEntry: 301, writeOnly: 405, notSet: 403, noCount: 301,
    noChildren: 301, keyword: 404, outOfOrder: 351, readOnly: 404, type: 406, range: 407,
    dependency: 408, refused: 351,
  };

  const score = () =>
    branch({
      scaled: leaf("rw", V.real(-1, 1)), raw: leaf("rw", V.real()), min: leaf("rw", V.real()),
      max: leaf("rw", V.real()),
    });
  const COMPLETION = V.oneOf("completed", "incomplete", "not attempted", "unknown");
  const SUCCESS = V.oneOf("passed", "failed", "unknown");
  const TYPES = V.oneOf(
    "true-false", "choice", "fill-in", "long-fill-in", "matching", "performance", "sequencing",
    "likert", "numeric", "other");
  const REQUESTS = (value) =>
    /^(continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_)$/.test(value) ||
    /^\{target=[^}]+\}(choice|jump)$/.test(value)
      ? 0
      : "type";

  function tree(settings, core) {
    const comment = (access) => ({
      comment: leaf(access, V.localized(4000)), location: leaf(access, V.text(250)),
      timestamp: leaf(access, V.time),
    });
    return {
      cmi: branch({
        comments_from_learner: list(comment("rw")),
        comments_from_lms: list(comment("r")),
        completion_status: leaf("rw", COMPLETION, "unknown"),
        completion_threshold: leaf("r", null, settings.completionthreshold),
        credit: leaf("r", null, core.credit),
        entry: leaf("r", null, core.entry),
        exit: leaf("w", V.oneOf("timeout", "suspend", "logout", "normal", "")),
        interactions: list({
          id: leaf("rw", V.identifier), type: leaf("rw", TYPES),
          objectives: list({ id: leaf("rw", V.identifier) }),
          timestamp: leaf("rw", V.time),
          correct_responses: list({ pattern: leaf("rw", V.pattern) }),
          weighting: leaf("rw", V.real()), learner_response: leaf("rw", V.response),
          result: leaf("rw", V.result), latency: leaf("rw", V.duration),
          description: leaf("rw", V.localized(250)),
        }),
        launch_data: leaf("r", null, settings.datafromlms),
        learner_id: leaf("r", null, core.id),
        learner_name: leaf("r", null, core.name),
        learner_preference: branch({
          audio_level: leaf("rw", V.real(0), "1"), language: leaf("rw", V.language, ""),
          delivery_speed: leaf("rw", V.real(0), "1"),
          audio_captioning: leaf("rw", V.oneOf("-1", "0", "1"), "0"),
        }),
        location: leaf("rw", V.text(1000)),
        max_time_allowed: leaf("r", null, settings.maxtimeallowed),
        mode: leaf("r", null, core.mode),
        objectives: list({
          id: leaf("rw", V.identifier), score: score(),
          success_status: leaf("rw", SUCCESS, "unknown"),
          completion_status: leaf("rw", COMPLETION, "unknown"),
          progress_measure: leaf("rw", V.real(0, 1)), description: leaf("rw", V.localized(250)),
        }),
        progress_measure: leaf("rw", V.real(0, 1)),
        scaled_passing_score: leaf("r", null, settings.scaledpassingscore),
        score: score(),
        session_time: leaf("w", V.duration),
        success_status: leaf("rw", SUCCESS, "unknown"),
        suspend_data: leaf("rw", V.text(64000)),
        time_limit_action: leaf("r", null, settings.timelimitaction || "continue,no message"),
        total_time: leaf("r", null, core.total),
      }),
      adl: branch({
        nav: branch({
          request: leaf("rw", REQUESTS, "_none_"),
          request_valid: branch({
            continue: leaf("r", null, "unknown"), previous: leaf("r", null, "unknown"),
          }),
        }),
        data: list({ id: leaf("r", null), store: leaf("rw", V.text(64000)) }),
      }),
    };
  }

  /** What an LMS says by itself of status: the measures outrank what the page set (4.2.4, 4.2.22). */
  function evaluated(model, element) {
    const value = (name) => {
      const found = model.find(name);
      const own = model.values[name];
      return own === undefined ? found.node.initial : own;
    };
    if (element === "cmi.completion_status") {
      const threshold = value("cmi.completion_threshold");
      const progress = value("cmi.progress_measure");
      if (threshold === undefined || progress === undefined) return undefined;
      return Number(progress) >= Number(threshold) ? "completed" : "incomplete";
    }
    if (element === "cmi.success_status") {
      const passing = value("cmi.scaled_passing_score");
      const scaled = value("cmi.score.scaled");
      if (passing === undefined) return undefined;
      if (scaled === undefined) return "unknown";
      return Number(scaled) >= Number(passing) ? "passed" : "failed";
    }
    return undefined;
  }

  /** The order in which the parts of an entry may be set, and ids that must differ. */
  function refusal(model, element, value, isNew) {
    const found = /^cmi\.(interactions|objectives)\.(\d+)\.(.+)$/.exec(element);
    if (!found) return null;
    const [, group, index, part] = found;
    const base = `cmi.${group}.${index}`;
    if (part !== "id" && model.values[`${base}.id`] === undefined) return "dependency";
    const ids = (prefix, suffix, count) =>
      Array.from({ length: count }, (_, at) => model.values[`${prefix}.${at}${suffix}`]);
    if (part === "id" && group === "objectives") {
      if (!isNew && model.values[element] !== value) return "refused";
      const others = ids("cmi.objectives", ".id", model.count("cmi.objectives"));
      if (others.some((id, at) => id === value && at !== Number(index))) return "refused";
    }
    const objective = /^objectives\.(\d+)\.id$/.exec(part);
    if (group === "interactions" && objective) {
      const path = `${base}.objectives`;
      const others = ids(path, ".id", model.count(path));
      if (others.some((id, at) => id === value && at !== Number(objective[1]))) return "refused";
    }
    const type = model.values[`${base}.type`];
    if (/^(learner_response|correct_responses)/.test(part) && type === undefined) {
      return "dependency";
    }
    const response = /^correct_responses\.(\d+)\.pattern$/.exec(part);
    if (response) {
      const alone = ["true-false", "likert", "numeric", "other"];
      if (Number(response[1]) > 0 && alone.includes(type)) return "refused";
      const path = `${base}.correct_responses`;
      const others = ids(path, ".pattern", model.count(path));
      const isTwice = others.some((one, at) => one === value && at !== Number(response[1]));
      if (isTwice && ["choice", "sequencing"].includes(type)) return "refused";
    }
    return null;
  }

  const RULES = { get: evaluated, set: refusal };

  /** A visit: the values, from what is kept of the visits before. */
  function open(item, learner, mode, record) {
    const core = {
      id: learner, name: learner, mode, credit: mode === "normal" ? "credit" : "no-credit",
      entry: record.isSuspended ? "resume" : "ab-initio",
      total: V.durationText(record.total || 0),
    };
    const model = new V.Model(tree(item.settings, core), CODES, RULES, record);
    for (const id of item.objectives) {
      const known = model.count("cmi.objectives");
      const ids = Array.from({ length: known }, (_, at) => model.values[`cmi.objectives.${at}.id`]);
      if (!ids.includes(id)) model.set(`cmi.objectives.${known}.id`, id);
    }
    return model;
  }

  function finish(item, model, notes) {
    for (const element of ["cmi.completion_status", "cmi.success_status"]) {
      const value = evaluated(model, element);
      if (value === undefined || value === model.values[element]) continue;
      model.values[element] = value;
      notes.push(() => `${element} = ${value}`);
    }
  }

  /** What is kept of a visit that ended: all of a suspended attempt; else the results to show. */
  function keep(record, notes) {
    const { values } = record;
    const span = values["cmi.session_time"];
    record.total = (record.total || 0) + (span ? V.seconds(span) : 0);
    record.isSuspended = ["suspend", "logout"].includes(values["cmi.exit"]);
    delete values["cmi.exit"];
    delete values["cmi.session_time"];
    delete values["adl.nav.request"];
    record.shown = summary(record);
    if (!record.isSuspended) {
      if (values["cmi.suspend_data"]) notes.push((words) => words.newAttempt);
      record.before = Object.assign({}, values);
      record.values = {};
      record.counts = {};
      record.total = 0;
    }
  }

  function summary(record) {
    const values = record.values;
    if (record.shown && Object.keys(values).length === 0) return record.shown;
    const scaled = values["cmi.score.scaled"];
    const raw = values["cmi.score.raw"];
    const most = values["cmi.score.max"];
    const points = raw ? (most ? `${raw} / ${most}` : raw) : "";
    return {
      status: values["cmi.completion_status"] || "unknown",
      success: values["cmi.success_status"] || "unknown",
      score: [scaled, points].filter((one) => one).join(" · "),
      progress: values["cmi.progress_measure"] || "",
      time: V.durationText(record.total || 0),
      isSuspended: Boolean(record.isSuspended),
    };
  }

  return { open, finish, keep, summary };
})();
