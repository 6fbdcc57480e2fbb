"""A strict learning record store, and the launch of a page by an LMS that speaks cmi5.

It lies at another origin than the pages, refuses what breaks a rule, and writes each fault down.
"""

import contextlib
import dataclasses
import hashlib
import http.server
import json
import threading
import time
import urllib.parse
import uuid

from lrs_rules import CONTEXT, SESSION, Wrong, check

ACTOR = {"objectType": "Agent", "name": "Learner, Synthetic",
         "account": {"homePage": "https://lms.example.org", "name": "L-1"}}
HEADERS = ["Authorization", "Content-Type", "X-Experience-API-Version", "If-Match", "If-None-Match"]


@dataclasses.dataclass
class Session:
    """One launch."""

    activity: str
    registration: str
    mastery: float | None = None
    mode: str = "Normal"
    return_url: str | None = None
    actor: dict = dataclasses.field(default_factory=lambda: dict(ACTOR))
    id: str = dataclasses.field(default_factory=lambda: str(uuid.uuid4()))
    token: str = dataclasses.field(default_factory=lambda: uuid.uuid4().hex)
    is_fetched: bool = False

    @property
    def template(self):
        return {
            "contextActivities": {
                "grouping": [{"objectType": "Activity", "id": "https://course.example.org/page"}],
                "category": [{"objectType": "Activity", "id": "https://lms.example.org/profile"}]},
            "extensions": {SESSION: self.id, CONTEXT + "extensions/example": "kept"}}

    @property
    def launch_data(self):
        data = {"contextTemplate": self.template, "launchMode": self.mode, "moveOn": "Completed"}
        if self.mastery is not None:
            data["masteryScore"] = self.mastery
        if self.return_url:
            data["returnURL"] = self.return_url
        return data


class Store:
    """What the LMS and its store know, and how they behave."""

    def __init__(self):
        self.lock = threading.RLock()
        self.sessions = []
        self.statements = []
        self.states = {}
        self.preferences = None
        self.faults = []
        self.requests = []
        # Behaviour: no answer at all, an answer so many times lost after the work was done, a
        # delay in seconds, a status to answer with, failures before all is well, a profile that is
        # not shown, no token.
        self.is_down = False
        self.lost_answers = 0
        self.delay = 0
        self.status = None
        self.failures = 0
        self.hides_profile = False
        self.refuses_launch = False
        self.shows_tags = True

    def launch(self, page, base, **options):
        """The address of a page as an LMS opens it."""
        session = Session(activity=options.pop("activity", "https://lms.example.org/au/1"),
                          registration=options.pop("registration", str(uuid.uuid4())), **options)
        self.sessions.append(session)
        query = urllib.parse.urlencode({
            "endpoint": base + "/lrs", "fetch": f"{base}/fetch?session={session.id}",
            "actor": json.dumps(session.actor), "registration": session.registration,
            "activityId": session.activity})
        return session, f"{page}?{query}"

    def of(self, session):
        """The statements of one launch, by verb and in order."""
        return [one for one in self.statements if one["context"]["extensions"][SESSION] == session.id]

    def verbs(self, session):
        return [one["verb"]["id"].rsplit("/", 1)[1] for one in self.of(session)]

    # Resources ------------------------------------------------------------------------------------

    def fault(self, status, words):
        self.faults.append(words)
        return status, words, {}

    def answer(self, method, path, query, headers, body):
        """The answer to a request: status, text, headers."""
        if path == "/fetch":
            return self.fetch(method, query)
        if not path.startswith("/lrs/"):
            return self.fault(404, f"no such resource: {path}")
        if not headers.get("X-Experience-API-Version", "").startswith("1.0."):
            return self.fault(400, f"{method} {path} tells no version of xAPI")
        session = next((one for one in self.sessions
                        if headers.get("Authorization") == f"Basic {one.token}"), None)
        if session is None:
            return self.fault(401, f"{method} {path} without a token")
        resource = path.removeprefix("/lrs/")
        known = {"statements": self.statement, "activities/state": self.state,
                 "agents/profile": self.profile}
        if resource not in known:
            return self.fault(404, f"no such resource: {path}")
        return known[resource](session, method, query, headers, body)

    def fetch(self, method, query):
        session = next((one for one in self.sessions if one.id == query.get("session")), None)
        if method != "POST":
            return self.fault(405, "a token is fetched with POST")
        if session is None or self.refuses_launch:
            return 200, json.dumps({"error-code": "2", "error-text": "refused"}), {}
        if session.is_fetched:
            self.faults.append("a token is fetched once")
            return 200, json.dumps({"error-code": "1", "error-text": "in use"}), {}
        session.is_fetched = True
        return 200, json.dumps({"auth-token": session.token}), {}

    def statement(self, session, method, query, headers, body):
        if method == "GET":
            found = [one for one in self.statements if one["id"] == query.get("statementId")]
            return (200, json.dumps(found[0]), {}) if found else (404, "", {})
        if method != "POST":
            return self.fault(405, f"{method} of statements")
        if headers.get("Content-Type") != "application/json":
            return self.fault(400, "statements are JSON")
        given = json.loads(body)
        batch = given if isinstance(given, list) else [given]
        added = []
        for one in batch:
            same = [old for old in self.statements if old["id"] == one.get("id")]
            if same and same[0] != one:
                return self.fault(409, "the id is another statement's")
            if same:
                continue
            earlier = [old for old in self.statements + added
                       if old["context"]["registration"] == session.registration
                       and old["actor"] == session.actor]
            try:
                check(one, session, earlier)
            except (Wrong, KeyError, TypeError, ValueError) as wrong:
                return self.fault(400, f"{type(wrong).__name__}: {wrong} in {json.dumps(one)[:900]}")
            added.append(one)
        self.statements += added
        return 200, json.dumps([one["id"] for one in batch]), {}

    def state(self, session, method, query, headers, body):
        wants = {"stateId", "activityId", "agent", "registration"}
        if set(query) != wants:
            return self.fault(400, f"a state wants {wants ^ set(query)}")
        if json.loads(query["agent"]) != session.actor or query["activityId"] != session.activity \
                or query["registration"] != session.registration:
            return self.fault(403, "a state is that of the launch")
        key = (query["stateId"], session.activity, session.registration)
        if query["stateId"] == "LMS.LaunchData":
            if method != "GET":
                return self.fault(403, "launch data is the LMS's")
            return 200, json.dumps(session.launch_data), {}
        kept = self.states.get(key)
        tag = f'"{hashlib.sha1(kept.encode()).hexdigest()}"' if kept is not None else None
        if method == "GET":
            return (404, "", {}) if kept is None else (200, kept, {"ETag": tag})
        if method != "PUT":
            return self.fault(405, f"{method} of a state")
        if session.mode != "Normal":
            return self.fault(403, f"a state is written in mode {session.mode}")
        if headers.get("If-Match", tag) != tag:
            return 412, "", {}
        if headers.get("Content-Type") != "application/json":
            return self.fault(400, "the state is JSON")
        json.loads(body)
        self.states[key] = body
        return 204, "", {"ETag": f'"{hashlib.sha1(body.encode()).hexdigest()}"'}

    def profile(self, session, method, query, headers, body):
        if method != "GET" or query.get("profileId") != "cmi5LearnerPreferences" \
                or json.loads(query.get("agent", "{}")) != session.actor:
            return self.fault(400, "only the learner's preferences are read")
        if self.hides_profile:
            return 403, "", {}
        return (404, "", {}) if self.preferences is None else (200, json.dumps(self.preferences), {})


def handler(store):
    class Handler(http.server.BaseHTTPRequestHandler):
        def log_message(self, *args):
            pass

        def reply(self, status, text, headers):
            self.send_response(status)
            self.send_header("Access-Control-Allow-Origin", "*")
            self.send_header("Access-Control-Allow-Headers", ", ".join(HEADERS))
            self.send_header("Access-Control-Allow-Methods", "GET, PUT, POST")
            if store.shows_tags:
                self.send_header("Access-Control-Expose-Headers", "ETag")
            for name, value in headers.items():
                self.send_header(name, value)
            data = text.encode()
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        def work(self):
            body = self.rfile.read(int(self.headers.get("Content-Length", 0))).decode()
            parts = urllib.parse.urlsplit(self.path)
            query = dict(urllib.parse.parse_qsl(parts.query, keep_blank_values=True))
            method = self.command
            headers = {name: self.headers[name] for name in HEADERS if self.headers[name]}
            if method == "POST" and "method" in query:  # xAPI 1.0.3 Communication 1.3
                form = dict(urllib.parse.parse_qsl(body, keep_blank_values=True))
                method, body = query.pop("method"), form.pop("content", "")
                headers = {name: form.pop(name) for name in HEADERS if name in form}
                query |= form
            store.requests.append((method, parts.path))
            if store.delay:
                time.sleep(store.delay)
            if store.is_down:
                return self.connection.close()
            if store.failures:
                store.failures -= 1
                return self.reply(503, "", {})
            if store.status:
                return self.reply(store.status, "", {})
            with store.lock:
                answer = store.answer(method, parts.path, query, headers, body)
            if store.lost_answers and method == "POST" and parts.path == "/lrs/statements":
                store.lost_answers -= 1
                return self.connection.close()
            return self.reply(*answer)

        def do_GET(self):
            self.work()

        do_POST = do_PUT = do_DELETE = do_GET

        def do_OPTIONS(self):
            self.reply(204, "", {})

    return Handler


@contextlib.contextmanager
def record_store():
    """A store that runs; gives it and its address."""
    store = Store()
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler(store))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    try:
        yield store, f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
