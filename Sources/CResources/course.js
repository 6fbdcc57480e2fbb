/*
 * A course as one SCO: one session with the LMS, and one page at a time in a frame.
 *
 * The pages are the same as in a package with a SCO each. Each finds this window's SalaCourse and
 * gets a session of its own from it; this script keeps the states of all of them in one text
 * (state.js), and makes one status and one score of theirs, as docs/runtime-state.md says. Which
 * pages there are stands in the HTML (course-data), as do the buttons that open them.
 */
(() => {
  "use strict";

  const data = JSON.parse(document.getElementById("course-data").textContent);
  const byID = (id) => document.getElementById(id);
  const all = (selector, root = document) => Array.from(root.querySelectorAll(selector));
  const names = data.pages.map((page) => page.name);

  let language = data.languages[0];
  let lms = null;
  let course = null;
  /** The session of the page in the frame, from when that page asks for it. */
  let shown = null;
  let isForeign = false;

  // MARK: Words

  const withKhmerDigits = (text) =>
    text.replace(/[0-9]/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));

  function message(name, values = {}, code = language) {
    const words = data.messages && data.messages[name];
    if (!words) return Object.values(values).join("/");
    return words[code].replace(/\{(\w+)\}/g, (whole, slot) => {
      if (!(slot in values)) return whole;
      const text = String(values[slot]);
      return code === "km" && typeof values[slot] === "number" ? withKhmerDigits(text) : text;
    });
  }

  /** Shows words in an element in every language: `words` gives them for a language's code. */
  function say(element, words) {
    element.textContent = "";
    for (const code of data.languages) {
      const half = document.createElement("span");
      half.lang = code;
      half.dataset.half = code;
      half.hidden = code !== language;
      half.textContent = words(code);
      element.append(half);
    }
  }

  function speak(words) {
    const region = byID("live");
    region.lang = language;
    region.textContent = "";
    // A region that changes twice in one turn is read once; the words must come a turn later.
    setTimeout(() => {
      region.textContent = words;
    }, 50);
  }

  function warn(name, values) {
    say(byID("notice"), (code) => message(name, values, code));
    speak(message(name, values));
  }

  function choose(code) {
    if (!data.languages.includes(code)) return;
    language = code;
    document.documentElement.lang = code;
    if (data.title) document.title = data.title[code];
    for (const half of all("[data-half]")) half.hidden = half.dataset.half !== code;
    for (const button of all("[data-choose]")) {
      button.setAttribute("aria-pressed", String(button.dataset.choose === code));
    }
    if (course) course.language = code;
    nameFrame();
    tellLanguage();
  }

  /** The page in the frame may be of another origin to the browser, as files are: so a message. */
  function tellLanguage() {
    const frame = byID("page");
    if (frame && frame.contentWindow) {
      frame.contentWindow.postMessage({ sala: "language", code: language }, "*");
    }
  }

  // MARK: How far

  const isDone = (page) =>
    ["completed", "passed"].includes(page.status) || (page.kind === "post" && page.status === "failed");

  const entries = () => data.pages.map((page, index) =>
    Object.assign({}, page, { status: course.pages[index].status }));

  /**
   * The status of the course. With a post-test it is that test's, once every module is finished;
   * without one, the course is completed when every page is. Until then it is incomplete.
   */
  function rolledUp() {
    const pages = entries();
    const post = pages.find((page) => page.kind === "post");
    const needed = post ? pages.filter((page) => page.kind === "lesson") : pages;
    if (!needed.every(isDone) || (post && !isDone(post))) return "incomplete";
    return post ? post.status : "completed";
  }

  const WORTH = ["", "incomplete", "failed", "completed", "passed"];
  const better = (one, other) => (WORTH.indexOf(other) > WORTH.indexOf(one) ? other : one);

  // MARK: Keeping

  /** The state of the whole course as text; `leftOut` counts what a page has no room for. */
  function courseText() {
    if (isForeign) return { text: lms.stateText, leftOut: [] };
    const pages = course.pages.map((page, index) => {
      const isTest = data.pages[index].kind !== "lesson";
      return { status: page.status, layers: page.layers, isSent: isTest && isDone(entries()[index]) };
    });
    return Sala.courseText({ language, current: course.current, pages }, names, lms.room);
  }

  /**
   * The session belongs to the whole course, so it goes on after a page is complete: it is always
   * left as suspended, or an LMS would drop what is kept of the other pages.
   */
  function persist() {
    lms.isComplete = false;
    const { text, leftOut } = courseText();
    const own = leftOut.filter(({ isSent }) => !isSent).length;
    return { isKept: lms.keep(text), leftOut: own };
  }

  // MARK: The session of one page

  /** What a page takes for its session with the LMS; it has the same names as those in runtime.js. */
  class PageSession {
    constructor(index) {
      this.index = index;
      this.kind = data.pages[index].kind;
      this.phase = "open";
      this.isAlone = false;
      this.isReadOnly = lms.isReadOnly;
      this.problems = lms.problems;
      this.learner = lms.learner;
      this.room = Infinity; // What has no room is decided for the course as a whole.
      this.leftOut = 0;
      const { layers } = this.page;
      this.stateText = layers ? Sala.pageText(layers) : "";
      this.end = () => this.close();
    }

    get page() {
      return course.pages[this.index];
    }

    get language() {
      return language;
    }

    get status() {
      return this.page.status || "incomplete";
    }

    /** The course's score is that of the post-test. */
    get raw() {
      return this.kind === "post" ? lms.raw : null;
    }

    get mastery() {
      return this.kind === "post" ? lms.mastery : null;
    }

    open() {
      return false;
    }

    openFor() {
      return false;
    }

    take(text) {
      const layers = Sala.layersIn(text);
      if (layers) this.page.layers = layers;
    }

    keep(text) {
      if (this.phase !== "open") return false;
      if (this.isReadOnly) return true;
      isForeign = false;
      this.take(text);
      this.page.status = better(this.page.status, "incomplete");
      const { isKept, leftOut } = persist();
      this.leftOut = leftOut;
      showProgress();
      return isKept;
    }

    complete(result, text) {
      if (this.phase !== "open") return false;
      if (this.isReadOnly) return true;
      const before = { status: this.page.status, layers: this.page.layers, isForeign };
      isForeign = false;
      this.take(text);
      this.page.status = better(before.status, result.status);
      const isStored = this.send(result);
      if (!isStored) {
        this.page.status = before.status;
        this.page.layers = before.layers;
        isForeign = before.isForeign;
      }
      showProgress();
      return isStored;
    }

    /** Tells the LMS a page's result as the course's: the score of the post-test, and what is due. */
    send(result) {
      const whole = { status: rolledUp() };
      if (this.kind === "post" && result.percent !== undefined) whole.percent = result.percent;
      if (result.interactions && !this.areInteractionsStored) whole.interactions = result.interactions;
      lms.areInteractionsStored = false; // Of this page none are, whatever other pages sent.
      const isStored = lms.complete(whole, courseText().text);
      if (whole.interactions) this.areInteractionsStored = lms.areInteractionsStored;
      const { isKept, leftOut } = persist();
      this.leftOut = leftOut;
      return isStored && isKept;
    }

    /** Ends the page's part; the session with the LMS goes on. */
    close(text) {
      if (this.phase !== "open") return;
      if (!this.isReadOnly && !isForeign && text !== undefined) {
        this.take(text);
        persist();
      }
      this.phase = "closed";
    }
  }

  /** Without an LMS each page keeps its own, by its learner; the course knows what is finished. */
  function sessionAlone(index, pageID) {
    const session = new lms.constructor(pageID);
    const { complete } = session;
    session.complete = (result, text) => {
      const isDone = complete.call(session, result, text);
      if (isDone) note(index, result.status);
      return isDone;
    };
    session.open();
    session.isRefused = lms.isRefused;
    Object.defineProperty(session, "language", { get: () => language });
    return session;
  }

  function note(index, status) {
    const page = course.pages[index];
    page.status = better(page.status, status);
    isForeign = false;
    if (!persist().isKept) warn("notKept");
    showProgress();
  }

  // MARK: Pages

  function nameFrame() {
    const frame = byID("page");
    if (frame && course) frame.title = data.pages[course.current].title[language];
  }

  /** The page in the frame says what it has not said yet. */
  function endShown() {
    if (shown && shown.end) shown.end();
    shown = null;
  }

  /** Shows a page in a new frame: the old one goes at once, with all its scripts. */
  function show(index, isAsked) {
    endShown();
    course.current = index;
    const frame = document.createElement("iframe");
    frame.id = "page";
    frame.name = "sala-course";
    frame.src = data.pages[index].path;
    frame.addEventListener("load", () => {
      tellLanguage();
      if (isAsked) focusWithin(frame);
    });
    byID("page").replaceWith(frame);
    nameFrame();
    closeMenu();
    showTurns();
    showProgress();
    if (isAsked && !isForeign && !lms.isReadOnly && !persist().isKept) {
      warn(lms.isAlone ? "notKept" : "notStored");
    }
  }

  /** The focus goes to the page that was asked for, at its beginning. */
  function focusWithin(frame) {
    frame.focus();
    try {
      frame.contentDocument.getElementById("content").focus();
    } catch (error) {
      frame.contentWindow.focus(); // A file that the browser lets nobody look into.
    }
  }

  function showTurns() {
    for (const [id, step, name] of [["previous", -1, "previousPage"], ["next", 1, "nextPage"]]) {
      const page = data.pages[course.current + step];
      const button = byID(id);
      button.hidden = !page;
      if (page) say(button, (code) => message(name, { title: page.title[code] }, code));
    }
  }

  const MARKS = {
    passed: ["✓", "pageDone"], completed: ["✓", "pageDone"], failed: ["✗", "pageFailed"],
    incomplete: ["…", "pageBegun"],
  };

  /** Marks in the list what is shown and what is finished. */
  function showProgress() {
    for (const button of all("[data-page]")) {
      const index = names.indexOf(button.dataset.page);
      const [sign, name] = MARKS[course.pages[index].status] || ["", null];
      if (index === course.current) button.setAttribute("aria-current", "page");
      else button.removeAttribute("aria-current");
      let mark = button.querySelector(".done");
      if (!mark) {
        mark = document.createElement("span");
        mark.className = "done";
        button.append(mark);
      }
      mark.dataset.status = course.pages[index].status;
      mark.textContent = "";
      if (!name) continue;
      const seen = document.createElement("span");
      seen.setAttribute("aria-hidden", "true");
      seen.textContent = sign;
      const heard = document.createElement("span");
      heard.className = "unseen";
      say(heard, (code) => ` (${message(name, {}, code)})`);
      mark.append(seen, heard);
    }
    const pages = entries();
    const count = pages.filter(isDone).length;
    const values = { count, total: pages.length };
    const isWhole = ["completed", "passed"].includes(rolledUp());
    say(byID("course-progress"), (code) =>
      message("courseProgress", values, code) + (isWhole ? ` ${message("courseDone", {}, code)}` : ""));
  }

  function closeMenu() {
    byID("menu").setAttribute("aria-expanded", "false");
  }

  // MARK: Start and end

  /** Makes the parts of the page that only a script needs, where the HTML has none. */
  function prepare() {
    const main = byID("page").parentElement;
    const list = all("[data-page]")[0].closest("ol, ul, nav");
    const parts = [
      ["notice", "div", (one) => main.before(one)],
      ["live", "div", (one) => document.body.append(one)],
      ["menu", "button", (one) => list.before(one)],
      ["course-progress", "p", (one) => list.after(one)],
      ["turn", "div", (one) => main.append(one)],
      ["previous", "button", (one) => byID("turn").append(one)],
      ["next", "button", (one) => byID("turn").append(one)],
    ];
    for (const [id, name, place] of parts) {
      if (byID(id)) continue;
      const element = document.createElement(name);
      element.id = id;
      if (name === "button") element.type = "button";
      place(element);
    }
    byID("notice").classList.add("notice");
    byID("turn").classList.add("buttons");
    byID("live").classList.add("unseen");
    byID("live").setAttribute("role", "status");
    byID("live").setAttribute("aria-live", "polite");
    if (!list.id) list.id = "pages";
    const menu = byID("menu");
    if (menu.textContent.trim() === "") say(menu, (code) => message("contents", {}, code));
    menu.setAttribute("aria-controls", list.id);
    closeMenu();
    menu.addEventListener("click", () => {
      menu.setAttribute("aria-expanded", String(menu.getAttribute("aria-expanded") !== "true"));
    });
    byID("previous").addEventListener("click", () => show(course.current - 1, true));
    byID("next").addEventListener("click", () => show(course.current + 1, true));
    for (const button of all("[data-page]")) {
      button.addEventListener("click", () => show(names.indexOf(button.dataset.page), true));
    }
    for (const button of all("[data-choose]")) {
      button.addEventListener("click", () => {
        choose(button.dataset.choose);
        if (course && !isForeign && !lms.isReadOnly) persist();
      });
    }
  }

  /** Paper has no frame to scroll in: the page is printed as long as it is. */
  function watchForPrinting() {
    window.addEventListener("beforeprint", () => {
      try {
        const { documentElement } = byID("page").contentDocument;
        byID("page").style.cssText = `flex: none; height: ${documentElement.scrollHeight}px`;
      } catch (error) {
        // A file that the browser lets nobody look into: what is seen is printed.
      }
    });
    window.addEventListener("afterprint", () => {
      byID("page").style.cssText = "";
    });
  }

  async function start() {
    prepare();
    watchForPrinting();
    choose(language);
    lms = await Sala.connect(data.id);
    const read = Sala.readCourse(lms.stateText, names, language);
    course = read.course;
    isForeign = read.problem !== null;
    if (isForeign) warn(read.problem);
    choose(course.language);
    window.addEventListener("pagehide", end);
    window.addEventListener("pageshow", (event) => {
      if (event.persisted) window.location.reload();
    });
    window.addEventListener("message", ({ source, data: said }) => {
      if (source !== byID("page").contentWindow || !said || said.sala !== "status") return;
      if (MARKS[said.status]) note(course.current, said.status);
    });
    show(course.current, false);
    document.documentElement.dataset.ready = "true";
  }

  /** The page in the frame speaks first, whatever the order in which the browser ends the two. */
  function end() {
    endShown();
    if (lms.phase !== "open") return;
    lms.isComplete = false;
    lms.close(courseText().text);
  }

  window.SalaCourse = {
    /** A session for the page in the frame. */
    session(pageID) {
      const index = course.current;
      shown = lms.isAlone ? sessionAlone(index, pageID) : new PageSession(index);
      return shown;
    },
  };

  start();
})();
