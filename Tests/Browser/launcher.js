/*
 * Launches a page beside a strict environment: ?page=PATH&depth=N&options=JSON&late=MS.
 *
 * The page lies N frames below this one, or is opened as a window with 0. The interface of the other
 * version of SCORM is a wire that nobody may touch.
 */
function launcher(name, environment, other) {
  "use strict";
  const query = new URLSearchParams(location.search);
  const lms = environment(JSON.parse(query.get("options") || "{}"));
  const touched = [];
  Object.defineProperty(window, other, {
    get() {
      touched.push(other);
      return undefined;
    },
  });
  const offer = () => {
    window[name] = lms.API;
  };
  if (!query.has("late")) offer();
  else setTimeout(offer, Number(query.get("late")));

  function launch() {
    const depth = Number(query.get("depth") || "1");
    const page = query.get("page");
    if (depth === 0) {
      window.open(page);
      return;
    }
    const frame = document.createElement("iframe");
    frame.title = "The page";
    frame.src = depth === 1 ? page
      : `frame.html?depth=${depth - 1}&page=${encodeURIComponent(page)}`;
    document.body.append(frame);
  }

  Object.assign(window, {
    lms,
    touched,
    /** Takes the page away; with `isSudden` the page's last words are not heard. */
    leave(isSudden) {
      if (isSudden) lms.kill();
      for (const frame of document.querySelectorAll("iframe")) frame.remove();
    },
    visitAgain() {
      lms.relaunch();
      launch();
    },
  });
  window.addEventListener("DOMContentLoaded", launch);
}
