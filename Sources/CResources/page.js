/*
 * What happens in a Sala page: the language switch, a lesson with its practice, a test.
 *
 * The page's words and questions stand in the HTML, in both languages where it has two: an element
 * with data-half="km" is shown while Khmer is chosen and hidden otherwise. So a switch of language
 * loses nothing, and nothing here needs a server. What an LMS is told goes through runtime.js.
 */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("sala-data").textContent);
  SalaBreaks.begin(data.breaks);
  const key = Sala.decodedKey(data);
  const words = SalaWords(data);
  const { all, announce, byID, choose, say, speak, warn } = words;
  let languageOfCourse = null;

  function focusOn(element) {
    element.focus();
    element.scrollIntoView({ block: "start" });
  }

  // MARK: Keeping

  let session = null;
  let items = [];
  let state = null;
  let isDirty = false;
  /** Whether what is kept cannot be read here; it stays as it is until the learner answers. */
  let isForeign = false;
  let countOfLeftOut = 0;
  /** Where the learner is, for an LMS that shows it: { location, progress }. */
  let place = () => ({});
  /** Takes what stands in the fields into the state, before the page goes. */
  let collectAtEnd = () => {};

  const textOfState = () => {
    if (isForeign) return session.stateText;
    const { text, leftOut } = Sala.stateText(
      Object.assign(state, { language: words.language }), items, session.room
    );
    if (session.leftOut === undefined) warnOfSize(leftOut.length);
    return text;
  };

  /** Names the typed answers that are not kept: once, and again where there are more of them. */
  function warnOfSize(count) {
    if (count > countOfLeftOut) warn("tooLong", { count });
    countOfLeftOut = count;
  }

  /** What the learner does from now on is worth more than what cannot be read. */
  function takeOver() {
    isForeign = false;
    isDirty = true;
  }

  /** Stores the state now; an answer is safe when this returns true. */
  function keep() {
    const isKept = session.keep(textOfState(), place());
    isDirty = !isKept;
    visit.showStored(isKept, visit.notKept(session));
    if (session.leftOut !== undefined) warnOfSize(session.leftOut);
    return isKept;
  }

  const visit = SalaVisit({ byID, choose, data, say, warn });
  const showExit = (isFinished) => visit.showExit(session, isFinished, () => {
    collectAtEnd();
    session.goOn(isDirty ? textOfState() : undefined, place());
  });

  /**
   * A page may vanish without a word, on a telephone above all. So what is not kept yet is kept as
   * soon as the page is hidden, and the session is closed when it goes. A page that comes back
   * from the browser's store has a closed session behind it, and must start anew.
   */
  function watchForTheEnd(collect) {
    collectAtEnd = collect;
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState !== "hidden" || !session.isOpen) return;
      collect();
      if (isDirty) keep();
    });
    // A course calls it too, when it shows another page (course.js).
    session.end = () => {
      if (!session.isOpen) return;
      collect();
      session.close(isDirty ? textOfState() : undefined, place());
    };
    window.addEventListener("pagehide", () => session.end());
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
  }

  function restore(itemsOf) {
    const read = Sala.readState(session.stateText, itemsOf, words.language);
    state = read.state;
    isForeign = read.problem !== null;
    if (read.problem) warn(read.problem);
    else if (read.lost.length > 0) warn("lost", { count: read.lost.length });
    choose(languageOfCourse || state.language);
    return read.problem === null && Boolean(session.stateText);
  }

  // MARK: Questions

  const fields = SalaQuestions({ all, announce, isKhmer: () => words.language === "km" });
  const { boxOf } = fields;
  const feedback = SalaFeedback({ all, say, speak, boxOf, key });

  /** Takes the answer out of the fields into the state; true where it has changed. */
  function collectAnswer(item, spent) {
    const answer = fields.answer(item);
    fields.showError(item, answer === undefined);
    if (answer === undefined) return false;
    const before = Sala.encodedAnswer(item, state.answers[item.id]);
    if (Sala.encodedAnswer(item, answer) === before) return false;
    takeOver();
    state.answers[item.id] = answer;
    if (Sala.isEmpty(answer)) {
      delete state.answers[item.id];
      delete state.moments[item.id];
    } else if (data.kind !== "lesson") {
      state.moments[item.id] = Object.assign({ spent }, visit.moment());
    }
    return true;
  }

  // MARK: Lesson

  async function startLesson() {
    items = data.items;
    place = placeInLesson;
    session = await visit.connect();
    showExit(false);
    restore(() => items);
    for (const item of items) preparePractice(item);
    const done = byID("finish");
    const showDone = () => {
      done.hidden = true;
      byID("finished").hidden = false;
    };
    if (state.isFinished || ["completed", "passed"].includes(session.status)) showDone();
    if (session.isReadOnly) done.hidden = true;
    showPlace();
    done.addEventListener("click", async () => {
      state.isFinished = true;
      takeOver();
      done.disabled = true; // An answer of the network may take a while; it is asked for once.
      const isStored = await session.complete({ status: "completed" }, textOfState(), place());
      done.disabled = false;
      if (!isStored) {
        state.isFinished = false;
        return warn("notStored");
      }
      isDirty = false;
      if (session.isForgetful) warn(visit.notKept(session));
      showDone();
      showExit(true);
      byID("finished").focus();
      return announce("moduleDone");
    });
    watchForTheEnd(() => {
      const at = placeInText();
      if (at !== state.position && !state.isFinished && !isForeign) {
        state.position = at;
        isDirty = true;
      }
    });
    document.documentElement.dataset.ready = "true";
  }

  /** How many of the lessons have been reached: the last whose heading is above mid-screen. */
  const placeInText = () =>
    all("article").filter((one) => one.getBoundingClientRect().top < window.innerHeight / 2).length;

  function placeInLesson() {
    const lessons = all("article");
    const lesson = lessons[Math.max(0, state.position - 1)];
    if (!lesson) return {};
    return { location: lesson.id, progress: state.position / (lessons.length + 1) };
  }

  /** Offers to go on where the learner stopped; the page does not jump by itself. */
  function showPlace() {
    const lesson = all("article")[state.position - 1];
    if (!lesson || state.position < 2 || state.isFinished) return;
    const link = byID("resume-link");
    link.href = `#${lesson.id}`;
    link.textContent = "";
    for (const part of lesson.querySelector("h2").childNodes) link.append(part.cloneNode(true));
    byID("resume").hidden = false;
  }

  function preparePractice(item) {
    const box = boxOf(item.id);
    if (!Sala.isAnswered(item)) return;
    fields.prepare(item);
    fields.arrange(item, session.learner || "practice");
    fields.show(item, state.answers[item.id]);
    if (state.checked[item.id]) feedback.show(item, state.answers[item.id], false);
    box.closest("form").addEventListener("submit", (event) => {
      event.preventDefault();
      collectAnswer(item, 0);
      const answer = fields.answer(item);
      if (answer === undefined) {
        fields.focusWrong(item);
        announce("numberWanted");
        return;
      }
      if (Sala.isEmpty(answer)) {
        say(box.querySelector(".result"), "answerFirst");
        announce("answerFirst");
        return;
      }
      state.checked[item.id] = true;
      keep();
      feedback.show(item, state.answers[item.id], true);
    });
    box.addEventListener("input", () => {
      if (fields.answer(item) !== undefined) fields.showError(item, false);
    });
    box.addEventListener("change", () => {
      if (state.checked[item.id]) {
        delete state.checked[item.id];
        feedback.hide(item);
      }
      // An error that appeared as the field is left would move the button away from a click on it.
      if (fields.answer(item) !== undefined && collectAnswer(item, 0)) keep();
    });
  }

  // MARK: Test

  const isPostTest = data.kind === "post";
  let form = null;
  let shownAt = 0;
  let view = "intro";

  const itemsOf = (index) => {
    const chosen = data.forms[index];
    return chosen
      ? chosen.items.map((id) => data.items.find((item) => item.id === id))
      : undefined;
  };

  /** A failed test counts as handed in until the learner has begun it again. */
  const isHandedIn = () =>
    state.isFinished ||
    ["completed", "passed"].includes(session.status) ||
    (session.status === "failed" && Object.keys(state.answers).length === 0);

  /** What the learner answers here; what a trainer observes is not among it. */
  const asked = () => items.filter(Sala.isAnswered);
  const unanswered = () => asked().filter((item) => Sala.isEmpty(state.answers[item.id]));

  function placeInTest() {
    if (!state) return {}; // Nobody has said yet who takes the test.
    const item = items[Math.min(state.position, items.length - 1)];
    if (!item) return {};
    const share = 1 - unanswered().length / Math.max(1, asked().length);
    return { location: item.id, progress: share * 0.99 }; // The rest is handing in.
  }

  async function startTest() {
    place = placeInTest;
    session = await visit.connect();
    showExit(false);
    const asksWho = session.isAlone || session.learner === "";
    byID("who").hidden = !asksWho;
    byID("start").addEventListener("submit", (event) => {
      event.preventDefault();
      if (asksWho && !takeCode()) return;
      if (!form) takeForm();
      if (isHandedIn()) return;
      if (session.isReadOnly) warn("readOnly");
      go(state.position);
    });
    if (!asksWho) takeForm();
    prepareTestButtons();
    watchForTheEnd(() => {
      if (form && view === "test" && items[state.position]) {
        collectAnswer(items[state.position], timeSpent());
      }
    });
    byID("start-button").disabled = false;
    document.documentElement.dataset.ready = "true";
  }

  /** Reads who takes the test where no LMS says it. */
  function takeCode() {
    const field = byID("code");
    const code = Sala.withLatinDigits(field.value).replace(/[\s\u200B]/g, "");
    byID("code-error").hidden = code !== "";
    if (code === "") {
      field.setAttribute("aria-invalid", "true");
      field.focus();
      announce("codeMissing");
      return false;
    }
    field.removeAttribute("aria-invalid");
    if (session.isAlone) session.openFor(code);
    else session.learner = code;
    return true;
  }

  /** Chooses the learner's form, and takes up what is kept of it. */
  function takeForm() {
    const { allocation, forms } = data;
    const own = Sala.formIndex(session.learner, isPostTest, forms.length, allocation);
    const isResumed = restore(itemsOf);
    if (!isResumed) state.form = own;
    form = data.forms[state.form];
    items = itemsOf(state.form);
    state.position = Math.min(state.position, items.length);
    const used = new Set(form.items);
    for (const item of data.items) {
      if (used.has(item.id)) byID("questions").append(boxOf(item.id));
      else boxOf(item.id).remove();
    }
    for (const item of items) {
      fields.prepare(item);
      fields.arrange(item, `${session.learner}/${form.id}`);
      fields.show(item, state.answers[item.id]);
    }
    if (isHandedIn()) {
      showDone(false);
    } else if (isResumed && (state.position > 0 || Object.keys(state.answers).length > 0)) {
      say(byID("start-button"), "goOn");
      say(byID("intro-note"), "resumed", { count: asked().length - unanswered().length });
    }
  }

  const timeSpent = () => {
    const before = state.moments[items[state.position].id];
    return (before ? before.spent : 0) + Math.min(86400, (Date.now() - shownAt) / 1000);
  };

  function show(name) {
    view = name;
    for (const section of all(".view")) section.hidden = section.id !== name;
  }

  /** Shows the question at a place, or the review list after the last one. */
  function go(position) {
    state.position = position;
    if (position >= items.length) return review();
    show("test");
    items.forEach((item, index) => {
      boxOf(item.id).hidden = index !== position;
    });
    say(byID("place"), "place", { number: position + 1, total: items.length });
    byID("back").hidden = position === 0;
    shownAt = Date.now();
    showProgress();
    focusOn(byID("place"));
    return undefined;
  }

  function showProgress() {
    const total = asked().length;
    const count = total - unanswered().length;
    say(byID("progress"), "progress", { count, total });
    byID("bar").style.width = `${(100 * count) / Math.max(1, total)}%`;
    byID("clear").hidden = Sala.isEmpty(state.answers[items[state.position].id]);
  }

  /** Goes elsewhere with the answer kept; stays where it cannot be understood. */
  function leave(position) {
    const item = items[state.position];
    const hasChanged = collectAnswer(item, timeSpent());
    if (fields.answer(item) === undefined) {
      fields.focusWrong(item);
      announce("numberWanted");
      return;
    }
    isDirty = isDirty || (position !== state.position && !isForeign);
    state.position = position;
    if (hasChanged) keep();
    go(position);
  }

  function review() {
    show("review");
    byID("confirm").hidden = true;
    byID("hand-in").hidden = false;
    const list = byID("list");
    list.textContent = "";
    items.forEach((item, index) => {
      const isOpen = Sala.isAnswered(item) && Sala.isEmpty(state.answers[item.id]);
      const entry = document.createElement("li");
      const button = document.createElement("button");
      button.type = "button";
      button.className = isOpen ? "open" : "answered";
      const name = isOpen ? "listOpen" : Sala.isAnswered(item) ? "listAnswered" : "listObserved";
      say(button, name, { number: index + 1 });
      button.addEventListener("click", () => go(index));
      entry.append(button);
      list.append(entry);
    });
    const count = unanswered().length;
    say(byID("left"), count === 0 ? "allAnswered" : "left", { count });
    focusOn(byID("review-title"));
  }

  function prepareTestButtons() {
    byID("test").addEventListener("submit", (event) => {
      event.preventDefault();
      leave(state.position + 1);
    });
    // What is typed changes the page while it is typed: a button that moved away at the moment of a
    // click, because the field was left, would miss that click.
    byID("test").addEventListener("input", () => {
      const item = items[state.position];
      if (fields.answer(item) !== undefined) collectAnswer(item, timeSpent());
      showProgress();
    });
    byID("test").addEventListener("change", () => {
      const item = items[state.position];
      if (fields.answer(item) !== undefined) collectAnswer(item, timeSpent());
      if (isDirty) keep();
    });
    byID("back").addEventListener("click", () => leave(state.position - 1));
    byID("to-review").addEventListener("click", () => leave(items.length));
    byID("clear").addEventListener("click", () => {
      const item = items[state.position];
      fields.show(item, null);
      if (collectAnswer(item, timeSpent())) keep();
      showProgress();
      announce("cleared");
      focusOn(byID("place"));
    });
    byID("to-questions").addEventListener("click", () => {
      const first = items.indexOf(unanswered()[0]);
      go(first >= 0 ? first : 0);
    });
    byID("hand-in").addEventListener("click", () => {
      const count = unanswered().length;
      say(byID("confirm-title"), count === 0 ? "confirm" : "confirmOpen", { count });
      byID("confirm").hidden = false;
      byID("hand-in").hidden = true;
      focusOn(byID("confirm-title"));
    });
    byID("confirm-no").addEventListener("click", () => {
      byID("confirm").hidden = true;
      byID("hand-in").hidden = false;
      byID("hand-in").focus();
    });
    byID("confirm-yes").addEventListener("click", handIn);
    byID("download").addEventListener("click", download);
    byID("again").addEventListener("click", takeAgain);
  }

  /** What is handed in: each answer, and after a post-test the score, where there can be one. */
  function result() {
    const found = { status: "completed" };
    const points = isPostTest ? Sala.score(items, key, state.answers) : { possible: 0 };
    if (points.possible > 0) {
      Object.assign(found, points, { status: hasPassed(points) ? "passed" : "failed" });
    }
    found.interactions = items.map((item) => ({
      item, language: words.language, form: form.id, answer: state.answers[item.id],
      moment: state.moments[item.id], key: key[item.id],
      words: fields.words(item, data.languages),
    }));
    return found;
  }

  /** Hands in: after this nothing changes, so the session with the LMS ends here, or soon. */
  async function handIn() {
    const button = byID("confirm-yes");
    if (button.disabled) return;
    state.isFinished = true;
    takeOver();
    button.disabled = true;
    const isStored =
      session.isReadOnly || (await session.complete(result(), textOfState(), place()));
    button.disabled = false;
    if (!isStored) {
      state.isFinished = false;
      byID("download-late").hidden = false;
      byID("download-late").append(byID("download"));
      byID("download").hidden = false;
      warn("handInFailed");
      return;
    }
    isDirty = false;
    if (!session.exit) session.close();
    say(byID("notice"), null);
    if (session.isForgetful) warn(visit.notKept(session));
    showDone(true);
    showExit(true);
  }

  const mastery = () => (session.mastery === null ? data.mastery : session.mastery);
  const hasPassed = (points) => points.won * 100 >= mastery() * points.possible;

  /** Shows that the test is handed in and, after the post-test, its score without the key. */
  function showDone(isNew) {
    show("done");
    const isFailed = session.status === "failed";
    byID("again").hidden = isNew || session.isAlone || session.isReadOnly || !isFailed;
    byID("download").hidden = !session.isAlone;
    byID("done").insertBefore(byID("download"), byID("again"));
    say(byID("done-note"), isNew ? (session.isAlone ? "giveFile" : "mayClose") : "before");
    const pending = items.filter(Sala.isPending).length;
    say(byID("pending"), pending > 0 ? "pending" : null, { count: pending });
    if (isPostTest) {
      const points = Sala.score(items, key, state.answers);
      const hasAnswers = Object.keys(state.answers).length > 0;
      const isKnown = points.possible > 0 && (session.percent !== null || hasAnswers);
      const percent = session.percent !== null ? session.percent : points.percent;
      const isCounted = !session.isAlone && !session.isReadOnly;
      const isPassed =
        session.status === "passed" ||
        (!isCounted && hasPassed(points));
      say(byID("score"), isKnown ? "score" : null, { percent });
      const verdict = points.possible > 0 ? (isPassed ? "passed" : "failed") : null;
      say(byID("verdict"), verdict, { mastery: mastery() });
      byID("done").classList.toggle("passed", isPassed);
    }
    focusOn(byID("done-title"));
  }

  /** A learner who failed may try again on a later visit; what was reached is never lowered. */
  function takeAgain() {
    state = Object.assign(state, {
      isFinished: false, position: 0, answers: {}, moments: {}, checked: {},
    });
    for (const item of items) fields.show(item, null);
    go(0);
  }

  function download() {
    const result = {
      code: session.learner, event: byID("event").value.trim(), occasion: data.kind, form: form.id,
    };
    const text = Sala.resultFile(result, items, state.answers);
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([text], { type: "text/csv;charset=utf-8" }));
    link.download = `${form.id}-${data.kind}-${session.learner}`.replace(/[^\w-]/g, "_") + ".csv";
    document.body.append(link);
    link.click();
    link.remove();
    announce("downloaded");
  }

  // MARK: Start

  for (const button of all("[data-choose]")) {
    button.addEventListener("click", () => {
      choose(button.dataset.choose);
      if (session && state && session.isOpen) keep();
    });
  }
  // Within a course (course.js) the course has the switch, and says what is chosen.
  if (Sala.isInCourse()) {
    document.documentElement.dataset.inside = "course";
    window.addEventListener("message", ({ source, data: said }) => {
      if (source !== window.parent || !said || said.sala !== "language") return;
      languageOfCourse = said.code;
      choose(said.code);
    });
  }
  choose(words.language);
  if (data.kind === "list") document.documentElement.dataset.ready = "true";
  else if (data.kind === "lesson") startLesson();
  else startTest();
})();
