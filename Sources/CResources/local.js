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
    }

    open() {
      return this.move("open") && this.openFor("");
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
      attempt(() => window.localStorage.setItem(this.name, text));
      return true;
    }

    complete(result, text) {
      if (!this.move("complete")) return false;
      this.status = result.status;
      return this.keep(text);
    }

    close(text) {
      if (text !== undefined) this.keep(text);
      this.move("close");
    }
  }

  return { Session: LocalSession };
})();
