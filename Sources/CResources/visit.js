/*
 * What a page says of the visit itself: whether everything is stored, and where to go from here.
 *
 * The packer puts this before page.js, into the same file.
 */
const SalaVisit = (page) => {
  "use strict";

  const { byID, choose, data, say, warn } = page;

  /** The words for an answer that is not kept. */
  function notKept(session) {
    if (!session.isAlone) return "notStored";
    return data.kind === "lesson" ? "notKept" : "notKeptTest";
  }

  /** The second of the learner's day, and the day itself, counted from 1970-01-01. */
  const moment = () => {
    const now = new Date();
    return {
      at: now.getHours() * 3600 + now.getMinutes() * 60 + now.getSeconds(),
      day: Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()) / 86400000,
    };
  };

  /** Says that something is not stored yet, until it is. */
  function showStored(isStored, words) {
    const notice = byID("notice");
    if (!isStored) {
      notice.dataset.about = words;
      warn(words);
    } else if (notice.dataset.about === words) {
      notice.dataset.about = "";
      say(notice, null);
    }
  }

  /** Opens the session; what it sends later may fail later, which the learner must know. */
  async function connect() {
    const session = await Sala.connect(data);
    session.onStored = (isStored) =>
      showStored(isStored, session.isMirrored ? "notSent" : "notStored");
    const spoken = session.language.split("-")[0].toLowerCase();
    if (spoken) choose(spoken);
    if (session.isRefused) warn("refused");
    else if (session.isForgetful) warn(notKept(session));
    if (session.isOver) warn("sessionOver");
    return session;
  }

  /** Offers the way that the LMS has named: back to it at any time, or on to what follows. */
  function showExit({ exit }, isFinished, leave) {
    if (!exit || byID("exit") || !(isFinished || exit.isAlways)) return;
    const line = document.createElement("p");
    const button = document.createElement("button");
    line.className = "buttons";
    button.type = "button";
    button.id = "exit";
    say(button, exit.words);
    button.addEventListener("click", leave);
    line.append(button);
    byID("content").append(line);
  }

  return { connect, moment, notKept, showExit, showStored };
};
