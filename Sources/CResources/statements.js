/*
 * The statements of a cmi5 session: cmi5's own verbs, and each answer (cmi5 9, xAPI Data 4.1).
 */
class SalaStatements {
  static VERB = "http://adlnet.gov/expapi/verbs/";
  static CONTEXT = "https://w3id.org/xapi/cmi5/context/";
  static PROGRESS = "https://w3id.org/xapi/cmi5/result/extensions/progress";
  static KHMER = {
    initialized: "បានចាប់ផ្តើម", completed: "បានបញ្ចប់", passed: "ជាប់", failed: "មិនទាន់ជាប់",
    terminated: "បានបិទ",
  };

  /** `launch` are the launch parameters, `data` what stands in LMS.LaunchData. */
  constructor(launch, data, pageID) {
    this.actor = JSON.parse(launch.actor);
    this.launch = launch;
    this.data = data;
    this.pageID = pageID;
    this.startedAt = Date.now();
    this.lastTime = 0;
  }

  /** A context with what is added to it; what the LMS has put there stays as it is. */
  static merged(template, more) {
    const isObject = (value) => value instanceof Object && !Array.isArray(value);
    const result = Object.assign({}, template);
    for (const [name, value] of Object.entries(more)) {
      const own = result[name];
      if (own === undefined) result[name] = value;
      else if (Array.isArray(value)) result[name] = [].concat(own, value);
      else if (isObject(value) && isObject(own)) result[name] = SalaStatements.merged(own, value);
    }
    return result;
  }

  /** The time, never before that of an earlier statement: their order follows from it. */
  now() {
    this.lastTime = Math.max(this.lastTime, Date.now());
    return new Date(this.lastTime).toISOString();
  }

  get duration() {
    return SalaResponses.duration((Date.now() - this.startedAt) / 1000);
  }

  /** The page itself, or a category, as a list of activities. */
  static activities(...ids) {
    return ids.map((id) => ({ objectType: "Activity", id }));
  }

  /** What every statement has: an id of its own, who, when, and the context that the LMS wants. */
  statement(own, context) {
    const { registration } = this.launch;
    return Object.assign(
      { id: SalaXAPI.uuid(), actor: this.actor, timestamp: this.now() }, own,
      {
        context: SalaStatements.merged(
          this.data.contextTemplate, Object.assign({ registration }, context)),
      }
    );
  }

  /** A statement by one of cmi5's own verbs, about this page. */
  defined(verb, result) {
    const { CONTEXT, KHMER, VERB, activities } = SalaStatements;
    const isJudged = result !== undefined && result.success !== undefined;
    const counts = isJudged || (result !== undefined && result.completion !== undefined);
    const names = counts ? ["cmi5", "moveon"] : ["cmi5"];
    const category = activities(...names.map((name) => `${CONTEXT}categories/${name}`));
    const context = { contextActivities: { category } };
    if (isJudged && this.data.masteryScore !== undefined) {
      context.extensions = { [`${CONTEXT}extensions/masteryscore`]: this.data.masteryScore };
    }
    return this.statement(
      Object.assign(
        {
          verb: { id: VERB + verb, display: { en: verb, km: KHMER[verb] } },
          object: activities(this.launch.activityId)[0],
        },
        result && { result }
      ),
      context
    );
  }

  /** The first statement of a visit. */
  initialized() {
    return this.defined("initialized");
  }

  /** The last one; `progress` is a share from 0 to 1, where the page is not completed. */
  terminated(progress) {
    const result = { duration: this.duration };
    if (progress !== undefined) {
      const percent = Math.round(100 * Math.min(1, Math.max(0, progress)));
      result.extensions = { [SalaStatements.PROGRESS]: percent };
    }
    return this.defined("terminated", result);
  }

  /**
   * Those of a result: each answer, then completed and passed or failed, never twice. `isJudged`
   * says that this visit has told one of the last two already.
   */
  result(result, { isCompleted, status }, isJudged) {
    const { duration } = this;
    const asked = (result.interactions || []).filter((one) => !SalaAnswers.isEmpty(one.answer));
    const parent = SalaStatements.activities(this.launch.activityId);
    const statements = asked.map((one) =>
      this.statement(SalaXAPI.answered(one, this.pageID), { contextActivities: { parent } }));
    if (!isCompleted && result.status !== "incomplete") {
      statements.push(this.defined("completed", { completion: true, duration }));
    }
    if (["passed", "failed"].includes(result.status) && status !== "passed" && !isJudged) {
      const told = { success: result.status === "passed", duration };
      if (result.possible > 0) {
        const scaled = SalaResponses.share(result.won, result.possible);
        // A raw score is a whole number (cmi5 9.5.1); rounded up, it could seem to be enough.
        told.score = { scaled, raw: Math.floor(scaled * 100 + 1e-6), min: 0, max: 100 };
      }
      statements.push(this.defined(result.status, told));
    }
    return statements;
  }
}
