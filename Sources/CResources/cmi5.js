/*
 * cmi5: a session with the learning record store (LRS) that an LMS names in the address of a page.
 *
 * What is told goes into an outbox at once, and to the store when the network lets it: in order,
 * and tried again until it arrives. Until then the state is kept in the browser too, so that a
 * later visit finds it even if this page never reached the store. What has arrived is not kept.
 */
const SalaCMI5 = (() => {
  "use strict";

  const { Session, attempt, isDone, isWorthMore } = SalaLMS;
  const { Failure, LONGEST_FAREWELL, Store, patiently } = SalaXAPI;

  const NAMES = ["endpoint", "fetch", "actor", "registration", "activityId"];
  const STATE = "sala-state";
  const SLOWEST = 60000;

  /** The launch parameters in an address, or null where one is missing. */
  function parameters(address) {
    const query = new URL(address).searchParams;
    if (NAMES.some((name) => !query.get(name))) return null;
    return Object.fromEntries(NAMES.map((name) => [name, query.get(name)]));
  }

  /** The learner's id: the account's name, which stays the same from launch to launch. */
  function learnerOf(actor) {
    const agent = attempt(() => JSON.parse(actor)) || {};
    return (agent.account && agent.account.name) || agent.mbox || "";
  }

  const emptyRecord = () => ({
    version: 1, revision: 0, text: "", status: "incomplete", isCompleted: false, percent: null,
  });

  class CMI5Session extends Session {
    constructor(launch, page) {
      super();
      this.launch = launch;
      this.page = page;
      this.learner = learnerOf(launch.actor);
      this.outbox = [];
      this.record = emptyRecord();
      this.room = 30000; // A browser sends no more than 65,536 bytes of a page that goes.
      this.tag = null;
      this.isStateDue = false;
      this.delay = 1000;
    }

    // MARK: Opening

    /** Takes up the launch; false where the LMS gives no token or no launch data. */
    async open() {
      if (this.phase !== "new") return false;
      try {
        const token = await patiently(() => this.token());
        this.store = new Store(Object.assign({ token }, this.launch));
        const { store } = this;
        const data = await patiently(() => store.state("LMS.LaunchData"));
        if (!data) throw new Failure("never", 404);
        this.data = JSON.parse(data.text);
        if (!this.data.contextTemplate) throw new Failure("never", 200);
        this.statements = new SalaStatements(this.launch, this.data, this.page.id);
        this.takePreferences(await patiently(() => store.profile("cmi5LearnerPreferences")));
        this.takeRecord(await patiently(() => store.state(STATE)));
        await patiently(() => this.settleDoubt());
      } catch (failure) {
        this.note("open", failure);
        this.move("refuse");
        return false;
      }
      const { launchMode, masteryScore, returnURL } = this.data;
      this.isOver = this.mark("over") !== null;
      this.isReadOnly = launchMode === "Browse" || launchMode === "Review" || this.isOver;
      this.mastery = typeof masteryScore === "number" ? Math.round(masteryScore * 1e9) / 1e7 : null;
      const isPage = /^https?:$/.test(attempt(() => new URL(returnURL).protocol));
      this.exit = isPage ? { words: "goBack", isAlways: true } : null;
      this.move(isDone(this.status) ? "reopen" : "open");
      if (!this.isOver) this.tell([this.statements.initialized()]);
      window.addEventListener("online", () => this.deliver());
      return true;
    }

    /** A token is given once; a page that is loaded again in the same visit must remember it. */
    async token() {
      const known = this.mark("token");
      if (known !== null) return known;
      const answer = await fetch(this.launch.fetch, { method: "POST", cache: "no-store" })
        .catch(() => ({ status: 0 }));
      const { status } = answer;
      if (status === 0 || status >= 500) throw new Failure("later", status);
      const token = (await answer.json())["auth-token"];
      if (!answer.ok || typeof token !== "string") throw new Failure("never", status);
      this.setMark("token", token);
      return token;
    }

    mark(name) {
      const place = `sala:${name}:${this.launch.fetch}`;
      return attempt(() => window.sessionStorage.getItem(place)) || null;
    }

    setMark(name, value) {
      attempt(() => window.sessionStorage.setItem(`sala:${name}:${this.launch.fetch}`, value));
    }

    takePreferences(text) {
      const wanted = attempt(() => JSON.parse(text).languagePreference.split(",")) || [];
      const codes = wanted.map((one) => one.trim().split("-")[0].toLowerCase());
      this.language = codes.find((code) => this.page.languages.includes(code)) || "";
    }

    // MARK: What is kept

    get mirrorName() {
      return `sala:cmi5:${this.launch.registration}:${this.launch.activityId}`;
    }

    /** Takes what the store has, or what this browser has kept since and could not send. */
    takeRecord(document) {
      const read = (text) => attempt(() => JSON.parse(text));
      const stored = document ? read(document.text) : null;
      const mirror = read(attempt(() => window.localStorage.getItem(this.mirrorName)) || "");
      this.tag = document ? document.tag : null;
      if (stored) this.record = Object.assign(emptyRecord(), stored);
      if (mirror && mirror.revision >= this.record.revision) {
        this.record = Object.assign(emptyRecord(), mirror);
        this.isStateDue = true;
      }
      this.takeResult();
    }

    takeResult() {
      this.stateText = this.record.text;
      this.status = this.record.status;
      this.percent = this.record.percent;
    }

    /** Whether a result whose answer was lost has arrived after all. */
    async settleDoubt() {
      const { doubt } = this.record;
      if (!doubt) return false;
      const hasArrived = await this.store.has(doubt.id);
      delete this.record.doubt;
      if (hasArrived) {
        Object.assign(this.record, doubt.record);
        this.takeResult();
      }
      this.changed();
      return hasArrived;
    }

    /** Keeps the record here until the store has it. */
    changed() {
      this.record.revision += 1;
      this.isStateDue = true;
      this.isMirrored = attempt(() => {
        window.localStorage.setItem(this.mirrorName, JSON.stringify(this.record));
        return true;
      }) === true;
    }

    // MARK: Sending

    note(what, failure) {
      this.problems.push({ call: what, code: failure.status || 0, text: String(failure.message) });
    }

    tell(statements) {
      this.outbox.push(statements);
      this.deliver();
    }

    /** Sends what waits, in order; true when nothing waits any more. */
    deliver() {
      if (!this.delivery) {
        this.delivery = this.deliverAll().finally(() => {
          this.delivery = null;
        });
      }
      return this.delivery;
    }

    async deliverAll() {
      clearTimeout(this.timer);
      try {
        while (this.outbox.length > 0 || (this.isStateDue && !this.isReadOnly)) {
          if (this.phase === "closed") return false;
          if (this.outbox.length > 0) {
            this.underway = this.outbox[0];
            await this.store.send(this.underway);
            if (this.outbox[0] === this.underway) this.outbox.shift();
          } else {
            await this.storeState();
          }
        }
      } catch (failure) {
        this.note("deliver", failure);
        this.isStuck = true;
        this.onStored(false);
        if (failure.when === "later" && this.phase !== "closed") {
          this.timer = setTimeout(() => this.deliver(), this.delay);
          this.delay = Math.min(SLOWEST, this.delay * 2);
        }
        return false;
      } finally {
        this.underway = null;
      }
      this.delay = 1000;
      if (this.isStuck) this.onStored(true);
      this.isStuck = false;
      return true;
    }

    async storeState() {
      const { revision } = this.record;
      try {
        const { tag } = await this.store.setState(STATE, JSON.stringify(this.record), this.tag);
        this.tag = tag;
      } catch (failure) {
        if (failure.status !== 412) throw failure;
        // Another window has written since: what it reached is not lowered.
        const document = await this.store.state(STATE);
        const other = (document && attempt(() => JSON.parse(document.text))) || {};
        this.tag = document ? document.tag : null;
        this.record.revision = Math.max(this.record.revision, other.revision || 0) + 1;
        this.record.isCompleted = this.record.isCompleted || other.isCompleted === true;
        if (isWorthMore(other.status, this.record.status)) {
          Object.assign(this.record, { status: other.status, percent: other.percent });
        }
        return;
      }
      if (this.record.revision !== revision) return;
      this.isStateDue = false;
      attempt(() => window.localStorage.removeItem(this.mirrorName));
    }

    // MARK: What a page calls

    /** Stores the state: safe here at once, and in the store when the network lets it. */
    keep(text, place = {}) {
      if (!this.move("keep")) return false;
      if (this.isReadOnly) return true;
      this.progress = place.progress;
      if (this.record.text !== text) {
        this.record.text = text;
        this.changed();
      }
      this.deliver();
      return true;
    }

    /**
     * Stores a result: { status, percent, won, possible, interactions }, a promise of whether it
     * has arrived. Where it has not, nothing of it is sent later by itself: the learner decides.
     */
    async complete(result, text) {
      if (!this.isOpen || this.isReadOnly) return this.isOpen;
      try {
        if (await this.settleDoubt()) return this.completed(this.record.status);
      } catch (failure) {
        this.note("complete", failure);
        return false;
      }
      const { record } = this;
      const { percent = null } = result;
      const isHigher = percent !== null && (record.percent === null || percent > record.percent);
      const reached = {
        text,
        isCompleted: record.isCompleted || result.status !== "incomplete",
        status: isWorthMore(result.status, record.status) ? result.status : record.status,
        percent: isHigher ? percent : record.percent,
      };
      const statements = this.statements.result(result, record, this.isJudged);
      if (statements.length > 0) {
        record.doubt = { id: statements[statements.length - 1].id, record: reached };
        this.changed();
        this.outbox.push(statements);
        await this.delivery; // One that began before this was added must not end it.
        await this.deliver();
        const at = this.outbox.indexOf(statements);
        if (at >= 0) {
          this.outbox.splice(at, 1);
          return false;
        }
        delete record.doubt;
      }
      Object.assign(record, reached);
      return this.completed(result.status);
    }

    /** The store has the result; the state that says so follows. */
    async completed(status) {
      this.isJudged = this.isJudged || status === "passed" || status === "failed";
      this.changed();
      this.takeResult();
      if (status !== "incomplete") this.move("complete");
      await this.deliver();
      return true;
    }

    /** Goes back to the LMS, where it has said whereto. */
    goOn(text, place) {
      this.close(text, place);
      window.location.assign(this.data.returnURL);
    }

    /** Ends the visit: what waits is sent with the last statement, without waiting for an answer. */
    close(text, place) {
      if (!this.isOpen) return;
      if (text !== undefined) this.keep(text, place);
      this.move("close");
      clearTimeout(this.timer);
      if (this.isOver) return;
      this.setMark("over", "1");
      const last = this.statements.terminated(this.record.isCompleted ? undefined : this.progress);
      const waiting = this.outbox.filter((one) => one !== this.underway).flat();
      const body = JSON.stringify(waiting.concat(last));
      if (this.isStateDue && !this.isReadOnly) {
        const query = Object.assign({ stateId: STATE }, this.store.about);
        this.store.farewell("PUT", "activities/state", query, JSON.stringify(this.record));
      }
      const isShort = body.length < LONGEST_FAREWELL;
      this.store.farewell("POST", "statements", null, isShort ? body : JSON.stringify([last]));
    }
  }

  return { Session: CMI5Session, parameters };
})();
