/*
 * Drives the sessions of every profile through each event in each state, without a page: what they
 * then are, and what they have sent. docs/runtime.md has both as tables, which life_tests.py reads.
 */
(() => {
  "use strict";

  const item = { id: "q", kind: "choice", options: ["a", "b"], points: 1, outcome: "ABC-1" };
  const interaction = {
    item, form: "f", answer: ["a"], key: { right: ["a"] }, language: "en",
    moment: { spent: 1, at: 1, day: 20000 },
    words: { stem: { en: "Why?" }, options: { a: { en: "A" }, b: { en: "B" } }, targets: {} },
  };
  const judged = {
    status: "passed", percent: 100, won: 1, possible: 1, interactions: [interaction],
  };
  const page = { id: "course/1/post", kind: "post", languages: ["en"] };
  const place = { location: "q", progress: 0.5 };

  /** An LMS that takes everything; `values` is what it knows. */
  function api(names, values, takes) {
    const sent = [];
    const fake = {
      [names.begin]: () => (sent.push(names.begin), String(takes)),
      [names.get]: (element) => (sent.push(`? ${element}`), values[element] || ""),
      [names.set]: (element) => (sent.push(element.replace(/\.\d+/g, ".n")), "true"),
      [names.commit]: () => (sent.push(names.commit), "true"),
      [names.end]: () => (sent.push(names.end), "true"),
      [names.error]: () => "0",
    };
    return { fake, sent };
  }

  const NAMES12 = {
    begin: "LMSInitialize", get: "LMSGetValue", set: "LMSSetValue", commit: "LMSCommit",
    end: "LMSFinish", error: "LMSGetLastError",
  };
  const NAMES2004 = {
    begin: "Initialize", get: "GetValue", set: "SetValue", commit: "Commit", end: "Terminate",
    error: "GetLastError",
  };

  function scorm(profile, names, done, kind) {
    const known = { "cmi.interactions._children": "id", "cmi.student_data._children": "mastery_score" };
    const values = kind === "done" ? Object.assign({}, known, done) : known;
    const { fake, sent } = api(names, values, kind !== "refusing");
    return { session: new Sala.forTests.sessions[profile](fake, page), sent };
  }

  /** A record store that takes everything, in place of the network. */
  function cmi5(kind) {
    const sent = [];
    window.sessionStorage.clear();
    window.localStorage.clear();
    window.fetch = async (address, options = {}) => {
      const { pathname, searchParams } = new URL(address);
      const name = searchParams.get("stateId") || searchParams.get("profileId") || pathname.slice(1);
      if (name === "statements") {
        for (const one of JSON.parse(options.body)) sent.push(one.verb.id.replace(/.*\//, ""));
      } else {
        sent.push((options.method === "PUT" ? "" : "? ") + name);
      }
      const answer = (value) => new Response(JSON.stringify(value));
      if (name === "fetch") return answer(kind === "refusing" ? {} : { "auth-token": "t" });
      if (name === "LMS.LaunchData") return answer({ launchMode: "Normal", contextTemplate: {} });
      if (name === "sala-state" && options.method === "GET" && kind === "done") {
        return answer({ revision: 1, text: "", status: "passed", isCompleted: true, percent: 100 });
      }
      return name === "statements" || options.method === "PUT"
        ? new Response("[]") : new Response("", { status: 404 });
    };
    const launch = {
      endpoint: "https://lrs.example/", fetch: "https://lrs.example/fetch", activityId: "urn:a:b",
      actor: JSON.stringify({ account: { homePage: "https://a", name: "L" } }), registration: "r",
    };
    return { session: new Sala.forTests.sessions.cmi5(launch, page), sent };
  }

  function web() {
    window.localStorage.clear();
    const sent = [];
    const session = new Sala.forTests.sessions.web("life");
    const keep = session.keep.bind(session);
    session.keep = (text) => {
      const isKept = keep(text);
      if (isKept) sent.push("localStorage");
      return isKept;
    };
    return { session, sent };
  }

  const MAKERS = {
    scorm12: (kind) =>
      scorm("scorm12", NAMES12, { "cmi.core.lesson_status": "passed" }, kind),
    scorm2004: (kind) =>
      scorm("scorm2004", NAMES2004,
        { "cmi.completion_status": "completed", "cmi.success_status": "passed" }, kind),
    cmi5, web,
  };

  const settled = () => new Promise((resume) => setTimeout(resume, 20));
  const EVENTS = {
    open: (session) => session.open(),
    keep: (session) => session.keep("text", place),
    complete: (session) => session.complete(judged, "text", place),
    close: (session) => session.close(),
  };
  const WAYS = {
    new: [], open: ["open"], complete: ["open", "complete"], closed: ["open", "close"],
  };

  /** What an event in a state leads to, and what is then sent. */
  async function run(profile, state, event, kind) {
    const { session, sent } = MAKERS[profile](kind);
    for (const step of WAYS[state]) {
      await EVENTS[step](session);
      await settled();
    }
    if (session.phase !== state) return { from: session.phase };
    sent.length = 0;
    await EVENTS[event](session);
    await settled();
    return { from: state, to: session.phase, sent: sent.slice() };
  }

  window.life = async () => {
    const found = [];
    for (const profile of Object.keys(MAKERS)) {
      for (const state of Object.keys(WAYS)) {
        for (const event of Object.keys(EVENTS)) {
          found.push({ profile, state, event, ...(await run(profile, state, event, "")) });
        }
      }
      if (profile === "web") continue; // Nothing there can refuse, or know of a result.
      found.push({ profile, state: "new", event: "reopen", ...(await run(profile, "new", "open", "done")) });
      found.push({ profile, state: "new", event: "refuse", ...(await run(profile, "new", "open", "refusing")) });
    }
    return found;
  };
})();
