/*
 * Without an LMS: the browser's own storage, which may be forbidden or full; then state lasts
 * while the page does.
 */
const SalaLocal = (() => {
  "use strict";

  const { Session, attempt } = SalaLMS;

  class LocalSession extends Session {
    constructor(pageID) {
      super();
      this.isAlone = true;
      this.pageID = pageID;
      this.room = Infinity;
      this.isForgetful = false;
      /** Called with the status that a result has. */
      this.onComplete = () => {};
    }

    open() {
      this.isForgetful = !this.store("sala", "kept");
      return this.move("open") && this.openFor("");
    }

    /** False where storage is forbidden or full: then state lasts while the page does. */
    store(name, text) {
      return attempt(() => {
        window.localStorage.setItem(name, text);
        return window.localStorage.getItem(name) === text;
      }) || false;
    }

    /** Takes up what one learner left here. */
    openFor(learner) {
      this.learner = learner;
      this.name = `sala:${this.pageID}:${learner}`;
      this.stateText = attempt(() => window.localStorage.getItem(this.name)) || "";
      return true;
    }

    keep(text) {
      if (!this.move("keep")) return false;
      this.stateText = text;
      this.isForgetful = !this.store(this.name, text);
      return !this.isForgetful;
    }

    /** A result stands in the page and in its result file, whether or not it is kept. */
    complete(result, text) {
      if (!this.move("complete")) return false;
      this.status = result.status;
      this.keep(text);
      this.onComplete(result.status);
      return true;
    }

    close(text) {
      if (text !== undefined) this.keep(text);
      this.move("close");
    }
  }

  return { Session: LocalSession };
})();
