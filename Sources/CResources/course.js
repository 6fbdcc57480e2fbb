/*
 * A course as one SCO: one session with the LMS, a list of pages, and the chosen one in a frame.
 *
 * The pages are the same as in a package with a SCO each. Each finds this window's SalaCourse and
 * gets a session of its own from it; this script keeps the states of all of them in one text
 * (state.js), and makes one status and one score of theirs, as docs/runtime-state.md says. What is
 * shown stands in the HTML; the pages' names, titles and messages in its data.
 */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("course-data").textContent);
  SalaBreaks.begin(data.breaks);
  const words = SalaWords(data);
  const { all, announce, byID, say, warn } = words;
  const names = data.pages.map((page) => page.name);
  const { isDone } = SalaLMS;

  let lms = null;
  /** What is kept: { language, current, pages: [{ status, layers }] }; current is 0 for the list. */
  let course = null;
  /** The session of the page in the frame, from when that page asks for it. */
  let shown = null;
  /** Whether what is kept cannot be read here; it stays as it is until the learner answers. */
  let isForeign = false;

  // MARK: Words

  const notKept = () => (lms.isAlone && data.messages.notKept ? "notKept" : "notStored");

  function choose(code) {
    words.choose(code);
    nameFrame();
    tellLanguage();
  }

  /** The page in the frame may be of another origin to the browser, as files are: so a message. */
  function tellLanguage() {
    const { contentWindow } = byID("page");
    if (contentWindow) contentWindow.postMessage({ sala: "language", code: words.language }, "*");
  }

  // MARK: How far

  const kindOf = (index) => data.pages[index].kind;

  /** A post-test that is not passed is done too: it may be taken again, but need not be. */
  const isOver = (index) => {
    const { status } = course.pages[index];
    return isDone(status) || (kindOf(index) === "post" && status === "failed");
  };

  const indexes = names.map((name, index) => index);
  const post = data.pages.findIndex((page) => page.kind === "post");

  /**
   * The status of the course. With a post-test it is that test's, once every module is finished;
   * without one, the course is completed when every page is. Until then it is incomplete.
   */
  function rolledUp() {
    const needed = post < 0
      ? indexes
      : indexes.filter((index) => index === post || kindOf(index) === "lesson");
    if (!needed.every(isOver)) return "incomplete";
    return post < 0 ? "completed" : course.pages[post].status;
  }

  /** Nothing that was reached is taken back. */
  const better = (one, other) => (one === "" || SalaLMS.isWorthMore(other, one) ? other : one);

  /** Where the learner is, for an LMS that shows it. */
  function place() {
    const share = indexes.filter(isOver).length / indexes.length;
    return {
      location: course.current > 0 ? names[course.current - 1] : "",
      progress: rolledUp() === "incomplete" ? share * 0.99 : 1,
    };
  }

  // MARK: Keeping

  /** The state of the whole course: its text, and what typed texts it has no room for. */
  function stateText() {
    if (isForeign) return { text: lms.stateText, leftOut: [] };
    const pages = course.pages.map(({ status, layers }, index) => (
      { status, layers, isSent: kindOf(index) !== "lesson" && isOver(index) }));
    return Sala.courseText(
      { language: words.language, current: course.current, pages }, names, lms.room
    );
  }

  /** Stores the state; `leftOut` counts the typed texts without room that no result holds. */
  function persist() {
    const { text, leftOut } = stateText();
    return {
      isKept: lms.isReadOnly || lms.keep(text, place()),
      leftOut: leftOut.filter(({ isSent }) => !isSent).length,
    };
  }

  // MARK: The session of one page

  /** What a page takes for its session with the LMS: it stores in the course's. */
  class PageSession extends SalaLMS.Session {
    constructor(index) {
      super();
      this.index = index;
      this.isReadOnly = lms.isReadOnly;
      this.problems = lms.problems;
      this.learner = lms.learner;
      this.room = Infinity; // What has no room is decided for the course as a whole.
      this.leftOut = 0;
      this.status = this.page.status || "incomplete";
      this.stateText = this.page.layers ? Sala.pageText(this.page.layers) : "";
      if (index === post) {
        this.percent = lms.percent;
        this.mastery = lms.mastery;
      }
      this.move(isDone(this.status) ? "reopen" : "open");
      this.end = () => this.close();
    }

    get page() {
      return course.pages[this.index];
    }

    take(text) {
      const layers = Sala.layersIn(text);
      if (layers) this.page.layers = layers;
    }

    keep(text) {
      if (!this.move("keep")) return false;
      if (this.isReadOnly) return true;
      isForeign = false;
      this.take(text);
      this.page.status = better(this.page.status, "incomplete");
      const { isKept, leftOut } = persist();
      this.leftOut = leftOut;
      showProgress();
      return isKept;
    }

    /** Stores a result; where that fails, the page is as far as it was before. */
    async complete(result, text) {
      if (!this.isOpen || this.isReadOnly) return this.isOpen;
      const before = Object.assign({}, this.page);
      const wasForeign = isForeign;
      isForeign = false;
      this.take(text);
      this.page.status = better(before.status, result.status);
      const isStored = await this.send(result);
      if (isStored) {
        this.status = this.page.status;
        this.percent = this.index === post ? lms.percent : null;
        this.move("complete");
      } else {
        Object.assign(this.page, before);
        isForeign = wasForeign;
      }
      showProgress();
      return isStored;
    }

    /**
     * Tells the LMS a page's result as the course's: its interactions, the score of the post-test
     * alone, and the status that is due.
     */
    async send(result) {
      const whole = { status: rolledUp(), interactions: result.interactions };
      if (this.index === post) {
        Object.assign(whole, {
          percent: result.percent, won: result.won, possible: result.possible,
        });
      }
      // The session numbers the interactions of one result; each page begins a new one, once.
      lms.firstInteraction = this.firstInteraction;
      lms.areInteractionsStored = this.areInteractionsStored === true;
      const isStored = await lms.complete(whole, stateText().text, place());
      this.firstInteraction = lms.firstInteraction;
      this.areInteractionsStored = lms.areInteractionsStored;
      this.leftOut = persist().leftOut;
      return isStored;
    }

    /** Ends the page's part; the session with the LMS goes on. */
    close(text) {
      if (!this.isOpen) return;
      if (!this.isReadOnly && !isForeign && text !== undefined) {
        this.take(text);
        persist();
      }
      this.move("close");
    }
  }

  /** Without an LMS each page keeps its own, by its learner; the course knows what is finished. */
  function sessionAlone(index, page) {
    const session = new SalaLocal.Session(page.id);
    session.isRefused = lms.isRefused;
    session.onComplete = (status) => note(index, status);
    session.open();
    return session;
  }

  function note(index, status) {
    isForeign = false;
    course.pages[index].status = better(course.pages[index].status, status);
    if (!persist().isKept) warn(notKept());
    showProgress();
  }

  // MARK: Pages

  function nameFrame() {
    const page = course && data.pages[course.current - 1];
    byID("page").title = (page || data).title[words.language];
  }

  /** The page in the frame says what it has not said yet. */
  function endShown() {
    if (shown && shown.end) shown.end();
    shown = null;
  }

  /** A new frame in place of the old one, which goes at once, with all its scripts. */
  function newFrame() {
    endShown();
    const frame = document.createElement("iframe");
    frame.id = "page";
    frame.name = "sala-course";
    byID("page").replaceWith(frame);
    return frame;
  }

  /** Shows the page of a place in the list, from 1, or the list. */
  function show(place, isAsked = true) {
    const frame = newFrame();
    course.current = place;
    byID("list").hidden = place > 0;
    byID("view").hidden = place === 0;
    nameFrame();
    showProgress();
    if (place > 0) load(frame, data.pages[place - 1], isAsked);
    else if (isAsked) byID("list-title").focus();
    if (isAsked && !isForeign && !persist().isKept) warn(notKept());
  }

  function load(frame, page, isAsked) {
    byID("loading").hidden = false;
    byID("previous-page").disabled = course.current === 1;
    byID("next-page").disabled = course.current === names.length;
    frame.addEventListener("load", () => {
      byID("loading").hidden = true;
      tellLanguage();
      if (!isAsked) return;
      announce("opened", { title: page.title[words.language] });
      focusWithin(frame);
    });
    frame.src = page.path;
  }

  /** The focus goes to the beginning of the page that was asked for. */
  function focusWithin(frame) {
    frame.focus();
    const content = SalaLMS.attempt(() => frame.contentDocument.getElementById("content"));
    if (content) content.focus();
    frame.scrollIntoView({ block: "nearest" });
  }

  const MARKS = {
    "": "notBegun", incomplete: "begun", failed: "pageFailed", completed: "done", passed: "pagePassed",
  };

  /** Says in the list what is finished, and where the learner is. */
  function showProgress() {
    names.forEach((name, index) => {
      const { status } = course.pages[index];
      for (const mark of all("[data-mark]")) {
        if (mark.dataset.mark !== name) continue;
        mark.dataset.status = status;
        say(mark, MARKS[status]);
      }
      for (const link of all("[data-page]")) {
        if (link.dataset.page !== name) continue;
        if (index === course.current - 1) link.setAttribute("aria-current", "step");
        else link.removeAttribute("aria-current");
      }
    });
    const count = indexes.filter(isOver).length;
    const isWhole = count === indexes.length;
    say(byID("pages-done"), isWhole ? "courseDone" : "pagesDone", { count, total: indexes.length });
  }

  // MARK: Start and end

  /** Paper has no frame to scroll in: the page is printed as long as it is. */
  function watchForPrinting() {
    window.addEventListener("beforeprint", () => {
      const inner = SalaLMS.attempt(() => byID("page").contentDocument.documentElement);
      if (inner) byID("page").style.height = `${inner.scrollHeight}px`;
    });
    window.addEventListener("afterprint", () => {
      byID("page").style.height = "";
    });
  }

  function prepareButtons() {
    byID("to-list").addEventListener("click", () => show(0));
    byID("previous-page").addEventListener("click", () => show(course.current - 1));
    byID("next-page").addEventListener("click", () => show(course.current + 1));
    for (const link of all("[data-page]")) {
      link.addEventListener("click", (event) => {
        event.preventDefault();
        show(names.indexOf(link.dataset.page) + 1);
      });
    }
    for (const button of all("[data-choose]")) {
      button.addEventListener("click", () => {
        choose(button.dataset.choose);
        if (!isForeign && !persist().isKept) warn(notKept());
      });
    }
  }

  /** The page in the frame speaks first, whatever the order in which the browser ends the two. */
  function watchForTheEnd() {
    window.addEventListener("pagehide", () => {
      endShown();
      lms.close(stateText().text, place());
    });
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
  }

  async function start() {
    choose(words.language);
    watchForPrinting();
    // The course has a post-test's mastery where it has such a test.
    lms = await Sala.connect(Object.assign({ kind: post < 0 ? "lesson" : "post" }, data));
    lms.isOfCourse = true;
    const spoken = lms.language.split("-")[0].toLowerCase();
    const read = Sala.readCourse(lms.stateText, names, spoken || words.language);
    course = read.course;
    isForeign = read.problem !== null;
    choose(course.language);
    if (isForeign) warn(read.problem);
    else if (lms.isForgetful) warn(notKept());
    prepareButtons();
    watchForTheEnd();
    window.addEventListener("message", ({ source, data: said }) => {
      if (source !== byID("page").contentWindow || !said || said.sala !== "status") return;
      if (said.status in MARKS && course.current > 0) note(course.current - 1, said.status);
    });
    show(course.current, false);
    document.documentElement.dataset.ready = "true";
  }

  window.SalaCourse = {
    /** A session for the page in the frame, of which the data is given. */
    session(page) {
      const index = course.current - 1;
      if (lms.page) Object.assign(lms.page, { objectives: page.objectives });
      shown = lms.isAlone ? sessionAlone(index, page) : new PageSession(index);
      return shown;
    },
  };

  start();
})();
