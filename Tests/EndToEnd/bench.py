"""What a whole event needs: the program, the questions with their key, and ways to take a test."""
import csv
import io
import os
import pathlib
import re
import subprocess
import sys
import urllib.parse
import urllib.request

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "Tests" / "Terminal"))
from vt import Terminal  # noqa: E402

CURRICULUM = "innovation-for-local-administration"
PASSPHRASE = "rice field under a cloud"


def check(condition, *message):
    if not condition:
        raise AssertionError(" ".join(map(str, message)))


def plain(text):
    """A text without what a line break or a browser may add to it."""
    return re.sub(r"[\s\u200b\u200c\u2060]+", "", text)


class Question:
    """A question as its author wrote it: the letters of its options, and which of them are right."""

    def __init__(self, lines):
        marks = [re.match(r"- [(\[]([ x])[)\]] (.*)", line) for line in lines]
        marks = [mark for mark in marks if mark]
        self.letters = [chr(ord("a") + place) for place in range(len(marks))]
        self.texts = [plain(mark[2]) for mark in marks]
        self.key = [letter for letter, mark in zip(self.letters, marks) if mark[1] == "x"]
        self.takes_several = any(line.startswith("- [") for line in lines)

    def points(self, answer):
        """One point for exactly the right options, otherwise none."""
        return int(sorted(answer) == self.key)

    def wrong(self, choose):
        """An answer that wins nothing."""
        others = [letter for letter in self.letters if letter not in self.key]
        return sorted([choose.choice(others)] + (self.key[:1] if self.takes_several else []))


def questions(language):
    """All questions with options of the curriculum, by id, read from their sources."""
    found = {}
    folder = ROOT / "assessments" / CURRICULUM
    for path in sorted(folder.glob(f"*.items.{language}.md")):
        for part in re.split(r"^## ", path.read_text(), flags=re.M)[1:]:
            head, *lines = part.splitlines()
            question = Question(lines)
            if question.key:
                found[head.split()[0]] = question
    return found


class Sala:
    """The program on one store."""

    def __init__(self, binary, store):
        self.binary, self.store = os.path.abspath(binary), pathlib.Path(store)

    def environment(self, **more):
        environment = {
            name: value for name, value in os.environ.items()
            if name not in ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES", "DISPLAY",
                            "WAYLAND_DISPLAY", "SALA_PASSPHRASE")
        }
        return dict(
            environment, SALA_STORE=str(self.store), SALA_LANGUAGE="en", TERM="dumb",
            XDG_CONFIG_HOME=str(self.store.parent / "config"), **more)

    def run(self, *arguments, code=0, text="", **more):
        """Runs a command, demands its exit code, and gives what it printed."""
        more.setdefault("SALA_PASSPHRASE", PASSPHRASE)
        done = subprocess.run(
            [self.binary, *map(str, arguments)], cwd=ROOT, env=self.environment(**more),
            input=text, text=True, capture_output=True, timeout=120)
        check(done.returncode == code, arguments, "ended with", done.returncode, done.stdout[-800:],
              done.stderr[-800:])
        self.said = done.stderr
        return done.stdout

    def table(self, *arguments, code=0):
        return list(csv.DictReader(io.StringIO(self.run(*arguments, code=code))))

    def start(self, *arguments, text=None):
        """Starts a command and does not wait for it."""
        process = subprocess.Popen(
            [self.binary, *map(str, arguments)], cwd=ROOT, env=self.environment(), text=True,
            stdin=subprocess.DEVNULL if text is None else subprocess.PIPE,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if text is not None:
            process.stdin.write(text)
            process.stdin.close()
            process.stdin = None
        return process


def ended(process):
    out, errors = process.communicate(timeout=90)
    check(process.returncode == 0, process.args, "ended with", process.returncode, out, errors)


class Prompts:
    """A test in a pseudo-terminal, line by line."""

    asks = {"en": "Is this you?", "km": "តើនេះជាអ្នកមែនទេ"}

    def __init__(self, sala, code, event, language, *more):
        self.language = language
        self.place = 0
        command = [sala.binary, "quiz", "--learner", code, "--event", event, "--linear",
                   "--language", language, *more]
        self.terminal = Terminal(command, sala.environment(), 300, 60, folder=ROOT)

    @property
    def text(self):
        return self.terminal.raw.decode("utf-8", "ignore").replace("\r", "")

    def wait(self, wanted, since=0):
        found = self.terminal.wait_for(lambda: wanted in self.text[since:], 30)
        check(found, "no", repr(wanted), "in", self.text[-1500:])

    def say(self, line, then=None):
        since = len(self.text)
        self.terminal.send(line + "\r")
        if then:
            self.wait(then, since)

    def sit_down(self, decision):
        """Says who it is, and answers the notice."""
        self.wait(self.asks[self.language])
        shown = self.text
        self.say("y", {"en": "Type 1 or 2", "km": "១ ឬ ២"}[self.language])
        self.say(decision, {"en": "Answer> ", "km": "> "}[self.language])
        return shown

    def answer(self, texts, wanted):
        """Answers the question that shows: options are found by their words, as a person would."""
        self.terminal.settle(0.05)
        shown = self.text[self.place:]
        options, last = {}, None
        for line in shown.splitlines():
            option = re.match(r"  (\w)\) (.*)", line)
            if option:
                last = option[1]
                options[last] = option[2]
            elif last and line.startswith("     "):
                options[last] += line
            else:
                last = None
        letters = {plain(text): letter for letter, text in options.items()}
        typed = ",".join(letters[texts[letter]] for letter in wanted)
        self.place = len(self.text)
        self.say(typed, "> ")

    def hand_in(self):
        word = {"en": "yes", "km": "យល់ព្រម"}[self.language]
        self.say(word, "> ")
        self.terminal.settle(0.5)
        self.say(word)
        status = self.terminal.ended(20)
        check(status == 0, "ended with", status, self.text[-600:])
        self.terminal.close()


class Page:
    """A test in the page of the program, by the requests that a browser sends."""

    def __init__(self, sala, code, event, language, *more):
        self.process = sala.start(
            "quiz", "--learner", code, "--event", event, "--page", "--language", language, *more)
        line = self.process.stdout.readline().strip()
        check(line.startswith("http://127.0.0.1:"), line)
        self.origin = re.match(r"http://[^/]+", line)[0]
        self.read(line)

    def read(self, address, fields=None):
        body = fields and urllib.parse.urlencode(fields, doseq=True).encode()
        request = urllib.request.Request(address, body, {"Origin": self.origin})
        with urllib.request.urlopen(request, timeout=60) as response:
            self.html = response.read().decode()

    def press(self, action, **fields):
        hidden = dict(re.findall(
            r'<input type="hidden" name="(\w+)" value="([^"]*)"', self.html))
        target = re.search(r'action="([^"]+)"', self.html)[1]
        self.read(self.origin + target, dict(hidden, do=action, **fields))

    def take(self, answers):
        """Agrees, answers all, and hands in; gives the page on which the test began."""
        shown = self.html
        self.press("start" if 'value="start"' in self.html else "agree")
        for _ in answers:
            item = re.search(r'name="item" value="([^"]+)"', self.html)[1]
            self.press("next", c=answers[item])
        self.press("confirm")
        self.press("submit")
        ended(self.process)
        return shown
