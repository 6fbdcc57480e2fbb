/*
 * The part of a Sala page that speaks with a learning management system (LMS).
 *
 * It finds the LMS in the way of the page's profile, keeps the learner's state, and hands in
 * results; where there is no LMS, the browser's own storage takes its place. It knows nothing of
 * the page's elements: page.js does, and uses only what stands in the object at the end of this
 * file. The files before it each hold one way of keeping results.
 */
const Sala = (() => {
  "use strict";

  const { encodedAnswer, fnv32 } = SalaAnswers;

  // MARK: Which form

  /** Whether a learner takes the second form first; FormAllocation decides the same. */
  function takesSecondFormFirst(learner) {
    let hash = fnv32(learner);
    hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
    hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
    return ((hash ^ (hash >>> 16)) & 1) === 1;
  }

  /**
   * The index of the form that a learner takes. Crossed over, the post-test gives the one not yet
   * seen; otherwise "a" or "b" says it, and a page of one form has no choice.
   */
  function formIndex(learner, isPostTest, count, allocation = "crossover") {
    const isCrossed = allocation === "crossover";
    const isSecond = isCrossed ? takesSecondFormFirst(learner) !== isPostTest : allocation === "b";
    return Math.min(isSecond ? 1 : 0, count - 1);
  }

  // MARK: Connecting

  /** What finds an interface and makes a session of it: only the profile's own is looked for. */
  const APIS = { scorm12: SalaSCORM12, scorm2004: SalaSCORM2004 };

  /** The LMS's interface, after a while for one whose own scripts are slow; or null. */
  async function waitedAPI({ name, firstCall }, patience) {
    const isInside = window.parent !== window || Boolean(window.opener);
    const until = Date.now() + (isInside ? patience : 0);
    let api = SalaLMS.findAPI(window, name, firstCall);
    while (!api && Date.now() < until) {
      await new Promise((resume) => setTimeout(resume, 200));
      api = SalaLMS.findAPI(window, name, firstCall);
    }
    return api;
  }

  /** The session that the page's profile asks for, not opened yet; null where there is no LMS. */
  async function sessionOf(page, patience) {
    const profile = page.profile || "scorm12";
    if (profile === "cmi5") {
      const launch = SalaCMI5.parameters(window.location.href);
      return launch && new SalaCMI5.Session(launch, page);
    }
    const way = APIS[profile];
    const api = way ? await waitedAPI(way, patience) : null;
    return api && new way.Session(api, page);
  }

  /** Whether this page lies within the shell of a course that is one SCO (course.js). */
  const isInCourse = () => window.name === "sala-course" && window.parent !== window;

  /** The session that the course has for its page. */
  function sessionInCourse(page) {
    // From files, a browser lets no page look into another: then each keeps its own progress.
    const course = SalaLMS.attempt(() => window.parent.SalaCourse);
    if (course) return course.session(page);
    const alone = new SalaLocal.Session(page.id);
    alone.onComplete = (status) => window.parent.postMessage({ sala: "status", status }, "*");
    alone.open();
    return alone;
  }

  /**
   * Opens a session: with the LMS where there is one, and with the browser's storage where there
   * is none or where it refuses. `page` is the page's data.
   */
  async function connect(page, patience = 5000) {
    if (isInCourse()) return sessionInCourse(page);
    const session = await sessionOf(page, patience);
    if (session && (await session.open())) return session;
    const alone = new SalaLocal.Session(page.id);
    alone.open();
    alone.isRefused = session !== null;
    return alone;
  }

  // MARK: Result files

  /** The answers as `sala results import` reads them, one line a question, omitted ones empty. */
  function resultFile(result, items, answers) {
    const cell = (text) =>
      /[",;\r\n]|^\s|\s$/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
    const rows = items.map((item) => [
      result.code, result.event, result.occasion, result.form, item.id,
      encodedAnswer(item, answers[item.id]), "page",
    ]);
    return [["code", "event", "occasion", "form", "item", "answer", "mode"], ...rows]
      .map((row) => row.map(cell).join(",") + "\r\n")
      .join("");
  }

  return Object.assign({}, SalaAnswers, SalaState, {
    connect, formIndex, isInCourse, resultFile,
    forTests: {
      clock: SalaSCORM12.clock, fnv32, merged: SalaStatements.merged, life: SalaLMS.LIFE,
      normalised: SalaAnswers.normalised, responses: SalaResponses, scorm2004: SalaSCORM2004,
      sessions: {
        scorm12: SalaSCORM12.Session, scorm2004: SalaSCORM2004.Session, cmi5: SalaCMI5.Session,
        web: SalaLocal.Session,
      },
      takesSecondFormFirst, timespan: SalaSCORM12.timespan, uuid: SalaXAPI.uuid,
    },
  });
})();
