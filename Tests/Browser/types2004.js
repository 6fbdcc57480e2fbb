/*
 * The data types of SCORM 2004 4th Edition (RTE 4.1.1), each a check of a text, and the elements of
 * the data model with what may be done with them. A least maximum is taken for the maximum.
 */
const types2004 = (() => {
  "use strict";

  const text = (most) => (value) => value.length <= most;
  const oneOf = (...words) => (value) => words.includes(value);
  const isReal = (value) => /^-?\d{1,10}(\.\d{1,7})?$/.test(value);
  const real = (least, most) => (value) => {
    if (!isReal(value)) return false;
    const number = Number(value);
    return (number >= least && number <= most) || "out of range";
  };
  const URI = /^[A-Za-z0-9\-._~:/?#@!$&'()*+,;=%]+$/;
  const identifier = (most) => (value) =>
    value.length <= most && URI.test(value) && !/\[[,.:]\]/.test(value) &&
    (!value.startsWith("urn:") || /^urn:[A-Za-z0-9][A-Za-z0-9-]{1,31}:\S+$/.test(value));
  const short = identifier(250);
  const long = identifier(4000);
  const TAG = /^\{lang=([a-z]{2,3}(-[A-Za-z0-9]{1,8})*)\}/;
  /** A tagged text; what comes after the tag may not look like another one. */
  const localized = (most) => (value) => {
    const rest = value.replace(TAG, "");
    return value.length <= most && !rest.startsWith("{") && !/[\r\n]/.test(rest);
  };
  const time = (value) =>
    /^(19[7-9]\d|20[0-3]\d)-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])T([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?(Z|[+-]([01]\d|2[0-3])(:[0-5]\d)?)?$/
      .test(value) && !Number.isNaN(Date.parse(value));
  const interval = (value) =>
    /^P(?=.)(\d+Y)?(\d+M)?(\d+D)?(T(?=\d)(\d+H)?(\d+M)?(\d+(\.\d{1,2})?S)?)?$/.test(value);
  const language = (value) => value === "" || /^[a-z]{2,3}(-[A-Za-z0-9]{1,8})*$/.test(value);

  /** A list between delimiters, each part checked; `most` parts at most. */
  const list = (check, most, mayRepeat) => (value) => {
    const parts = value.split("[,]");
    return parts.length <= most && parts.every((one) => check(one) === true)
      && (mayRepeat || new Set(parts).size === parts.length);
  };
  const pair = (value) => {
    const parts = value.split("[.]");
    return parts.length === 2 && parts.every(short);
  };

  const RESPONSE = {
    "true-false": oneOf("true", "false"),
    choice: list(short, 36, false),
    "fill-in": (value) =>
      list((one) => localized(250 + 11)(one) && one.replace(TAG, "").length <= 250, 10, true)(value),
    "long-fill-in": (value) => localized(4000 + 11)(value) && value.replace(TAG, "").length <= 4000,
    likert: short,
    matching: list(pair, 36, false),
    performance: text(4000),
    sequencing: list(short, 36, true),
    numeric: isReal,
    other: text(4000),
  };
  const RESULT = (value) =>
    oneOf("correct", "incorrect", "unanticipated", "neutral")(value) || isReal(value);

  const COMPLETION = oneOf("completed", "incomplete", "not attempted", "unknown");
  const SUCCESS = oneOf("passed", "failed", "unknown");
  const SCORE = {
    "score.scaled": ["rw", real(-1, 1)], "score.raw": ["rw", isReal],
    "score.min": ["rw", isReal], "score.max": ["rw", isReal],
  };

  /** Elements: what may be done, the check of a value that is set, and the first value if any. */
  const ELEMENTS = {
    "cmi._version": ["r", null, "1.0"],
    "cmi.completion_status": ["rw", COMPLETION, "unknown"],
    "cmi.completion_threshold": ["r"],
    "cmi.credit": ["r", null, "credit"],
    "cmi.entry": ["r", null, "ab-initio"],
    "cmi.exit": ["w", oneOf("", "time-out", "suspend", "logout", "normal")],
    "cmi.launch_data": ["r"],
    "cmi.learner_id": ["r", null, "L-1"],
    "cmi.learner_name": ["r", null, "Learner, Synthetic"],
    "cmi.learner_preference.audio_level": ["rw", real(0, 1e9), "1"],
    "cmi.learner_preference.language": ["rw", language, ""],
    "cmi.learner_preference.delivery_speed": ["rw", real(0, 1e9), "1"],
    "cmi.learner_preference.audio_captioning": ["rw", oneOf("-1", "0", "1"), "0"],
    "cmi.location": ["rw", text(1000)],
    "cmi.max_time_allowed": ["r"],
    "cmi.mode": ["r", null, "normal"],
    "cmi.progress_measure": ["rw", real(0, 1)],
    "cmi.scaled_passing_score": ["r"],
    "cmi.session_time": ["w", interval],
    "cmi.success_status": ["rw", SUCCESS, "unknown"],
    "cmi.suspend_data": ["rw", text(64000)],
    "cmi.time_limit_action": ["r", null, "continue,no message"],
    "cmi.total_time": ["r", null, "PT0S"],
    "adl.nav.request": ["rw",
      (value) => /^(\{target=\S+\}(choice|jump)|continue|previous|exit|exitAll|abandon|abandonAll|suspendAll|_none_)$/.test(value),
      "_none_"],
    "adl.nav.request_valid.continue": ["r", null, "unknown"],
    "adl.nav.request_valid.previous": ["r", null, "unknown"],
  };
  for (const [name, how] of Object.entries(SCORE)) ELEMENTS[`cmi.${name}`] = how;

  const OBJECTIVE = Object.assign(
    {
      id: ["rw", long], description: ["rw", localized(250)],
      success_status: ["rw", SUCCESS], completion_status: ["rw", COMPLETION],
      progress_measure: ["rw", real(0, 1)],
    },
    SCORE
  );
  const INTERACTION = {
    id: ["rw", long],
    type: ["rw", (value) => value in RESPONSE],
    timestamp: ["rw", time],
    weighting: ["rw", isReal],
    learner_response: ["rw", (value, one) => RESPONSE[one.type](value)],
    result: ["rw", RESULT],
    latency: ["rw", interval],
    description: ["rw", localized(250)],
  };
  const CHILDREN = {
    "cmi._children":
      "_version,comments_from_learner,comments_from_lms,completion_status,completion_threshold," +
      "credit,entry,exit,interactions,launch_data,learner_id,learner_name,learner_preference," +
      "location,max_time_allowed,mode,objectives,progress_measure,scaled_passing_score,score," +
      "session_time,success_status,suspend_data,time_limit_action,total_time",
    "cmi.score._children": "scaled,raw,min,max",
    "cmi.interactions._children":
      "id,type,objectives,timestamp,correct_responses,weighting,learner_response,result,latency," +
      "description",
    "cmi.objectives._children":
      "id,score,success_status,completion_status,progress_measure,description",
    "cmi.learner_preference._children":
      "audio_level,language,delivery_speed,audio_captioning",
  };

  return { CHILDREN, ELEMENTS, INTERACTION, OBJECTIVE, RESPONSE, interval, long };
})();
