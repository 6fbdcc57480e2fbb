/*
 * xAPI 1.0.3: requests to a learning record store (LRS), and how an answer is told as a statement.
 * cmi5.js decides what is sent and when.
 */
const SalaXAPI = (() => {
  "use strict";

  const { duration, identifier, interactionID, responseOf, typeOf } = SalaResponses;

  const VERSION = "1.0.3";
  /** A browser sends only so many bytes for a page that is gone. */
  const LONGEST_FAREWELL = 60000;
  const PATIENCE = 20000;

  /** A random UUID, also where the page is not served safely and the browser has no call for it. */
  function uuid() {
    if (window.crypto && window.crypto.randomUUID) return window.crypto.randomUUID();
    const bytes = window.crypto.getRandomValues(new Uint8Array(16));
    bytes[6] = (bytes[6] & 15) | 64;
    bytes[8] = (bytes[8] & 63) | 128;
    const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  }

  /** A failure: "later" may succeed when tried again, "never" will not. */
  class Failure extends Error {
    constructor(when, status) {
      super(`the learning record store answered ${status}`);
      this.when = when;
      this.status = status;
    }
  }

  /** Tries again, for a while, what may succeed later. */
  async function patiently(action) {
    for (let wait = 500; ; wait *= 2) {
      try {
        return await action();
      } catch (failure) {
        if (failure.when !== "later" || wait > 2000) throw failure;
        await new Promise((resume) => setTimeout(resume, wait));
      }
    }
  }

  class Store {
    /** The endpoint, and what every request of a session has in common. */
    constructor({ endpoint, token, actor, activityId, registration }) {
      this.endpoint = endpoint.replace(/\/*$/, "/");
      this.authorization = `Basic ${token}`;
      this.about = { activityId, agent: actor, registration };
      this.agent = actor;
    }

    headers(more = {}) {
      return Object.assign(
        { Authorization: this.authorization, "X-Experience-API-Version": VERSION }, more
      );
    }

    address(resource, query) {
      const known = query ? `?${new URLSearchParams(query)}` : "";
      return `${this.endpoint}${resource}${known}`;
    }

    /** One request: its status, text and tag. Throws a Failure but for success or nothing found. */
    async request(method, resource, query, { body, headers } = {}) {
      const control = new AbortController();
      const timer = setTimeout(() => control.abort(), PATIENCE);
      let answer = null;
      let text = "";
      try {
        answer = await fetch(this.address(resource, query), {
          method, body, headers: this.headers(headers), signal: control.signal, cache: "no-store",
          keepalive: body !== undefined && body.length < LONGEST_FAREWELL / 3,
        });
        text = await answer.text();
      } catch (error) {
        throw new Failure("later", 0);
      } finally {
        clearTimeout(timer);
      }
      const { status } = answer;
      const isNone = status === 404 && method === "GET";
      if (answer.ok || isNone) return { status, text, tag: answer.headers.get("ETag") };
      const mayPass = status >= 500 || status === 408 || status === 429;
      throw new Failure(mayPass ? "later" : "never", status);
    }

    /** Sends statements at once: a store takes all of them or none. */
    async send(statements) {
      try {
        await this.request("POST", "statements", null, {
          body: JSON.stringify(statements), headers: { "Content-Type": "application/json" },
        });
      } catch (failure) {
        // A first try arrived, and its answer was lost: the ids are known there already.
        if (failure.status !== 409) throw failure;
      }
    }

    /** Whether a statement has arrived. */
    async has(id) {
      return (await this.request("GET", "statements", { statementId: id })).status === 200;
    }

    /** A document of the state of this activity: { text, tag }, or null. */
    async state(stateId) {
      const query = Object.assign({ stateId }, this.about);
      const { status, text, tag } = await this.request("GET", "activities/state", query);
      return status === 404 ? null : { text, tag };
    }

    /** Stores such a document; only over the one that the tag names, where there is a tag. */
    async setState(stateId, text, tag) {
      const headers = { "Content-Type": "application/json" };
      if (tag) headers["If-Match"] = tag;
      const query = Object.assign({ stateId }, this.about);
      return this.request("PUT", "activities/state", query, { body: text, headers });
    }

    /** A document about the learner, or null; a store may refuse to show it. */
    async profile(profileId) {
      try {
        const query = { agent: this.agent, profileId };
        const { status, text } = await this.request("GET", "agents/profile", query);
        return status === 404 ? null : text;
      } catch (failure) {
        if (failure.when === "never") return null;
        throw failure;
      }
    }

    /** Sends without waiting for an answer, because the page is going. */
    farewell(method, resource, query, body) {
      const headers = this.headers({ "Content-Type": "application/json" });
      if ("keepalive" in Request.prototype) {
        fetch(this.address(resource, query), { method, body, headers, keepalive: true })
          .catch(() => {});
      } else {
        // The form of a request that needs no headers (xAPI Communication 1.3).
        const form = new URLSearchParams(Object.assign({ content: body }, query, headers));
        navigator.sendBeacon(this.address(resource, { method }), form);
      }
    }
  }

  // MARK: Answers

  /** What a list of an interaction holds: ids, with their words in each language. */
  const components = (ids, words) =>
    ids.map((id) => ({ id: identifier(id), description: words[id] || {} }));

  /** The lists of a definition, by the type of interaction. */
  function listsOf(item, words) {
    const options = components(item.options, words.options);
    switch (item.kind) {
      case "choice": return item.isTrueFalse ? {} : { choices: options };
      case "rating": return { scale: options };
      case "order": return { choices: options };
      case "match": return { source: options, target: components(item.targets, words.targets) };
      default: return {};
    }
  }

  /** An answered question as verb, object and result; who, when and within what is added later. */
  function answered(one, pageID) {
    const { item, form, key, answer, moment, words } = one;
    const result = { response: responseOf(one) };
    if (moment) result.duration = duration(moment.spent);
    if (key && !SalaAnswers.isPending(item) && item.points > 0) {
      const won = SalaAnswers.points(item, key, answer);
      result.success = won === item.points;
      result.score = {
        scaled: Math.max(-1, Math.min(1, won / item.points)),
        raw: won, min: Math.min(0, won), max: item.points,
      };
    }
    return {
      verb: {
        id: "http://adlnet.gov/expapi/verbs/answered",
        display: { en: "answered", km: "បានឆ្លើយ" },
      },
      object: {
        objectType: "Activity",
        id: interactionID(pageID, form, item.id),
        definition: Object.assign(
          {
            type: "http://adlnet.gov/expapi/activities/cmi.interaction",
            name: Object.fromEntries(Object.keys(words.stem).map((code) => [code, item.id])),
            description: words.stem,
            interactionType: typeOf(one),
          },
          listsOf(item, words)
        ),
      },
      result,
    };
  }

  return { Failure, LONGEST_FAREWELL, Store, answered, patiently, uuid };
})();
