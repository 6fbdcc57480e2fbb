"""Takes the quiz in real pseudo-terminals, as a person would, and in every way that goes wrong.

    drive.py PATH-OF-SALA [NAME...]     all scenes, or those whose names hold one of the words
"""
import csv
import io
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from vt import Terminal  # noqa: E402

sala = os.path.abspath(sys.argv[1])
wanted = sys.argv[2:]
root = pathlib.Path(__file__).resolve().parent.parent.parent
scenes, failures, figures = [], [], {}

words = {
    "en": {
        "example": "Example:", "ready": "That was the example", "question": "Question",
        "list": "Answered:", "confirm": "Hand in now?", "yes": "yes", "done": "Handed in.",
        "stopped": "Not handed in.", "nothing": ("No answer yet", "Nothing typed yet"),
    },
    "km": {
        "example": "ឧទាហរណ៍", "ready": "នោះជាឧទាហរណ៍", "question": "សំណួរ", "list": "បានឆ្លើយ",
        "confirm": "ប្រគល់ឥឡូវនេះ", "yes": "យល់ព្រម", "done": "បានប្រគល់ហើយ", "stopped": "មិនទាន់ប្រគល់ទេ",
        "nothing": ("មិនទាន់ឆ្លើយ", "មិនទាន់វាយ"),
    },
}


def plain(text):
    """Khmer as an emulator shows it may have lost or moved marks; letters alone are compared."""
    return re.sub(r"[\u17b4-\u17d3\u17dd\s]", "", text)


def scene(function):
    scenes.append(function)
    return function


def check(condition, message):
    if not condition:
        raise AssertionError(message)


def run(*arguments, store, text=None, **environment):
    return subprocess.run(
        [sala, *map(str, arguments)], cwd=root, input=text, text=True, capture_output=True,
        timeout=120, env=dict(os.environ, SALA_LANGUAGE="en", SALA_STORE=str(store), **environment),
    )


class Test:
    """A store with an open event, and people to take its test."""

    def __init__(self, people=1):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.store = self.folder / "records"
        check(run("event", "new", "drive", "--seed", 1, store=self.store).returncode == 0, "event")
        made = run(
            "event", "roster", "drive", "--count", people, "--format", "csv", store=self.store)
        check(made.returncode == 0, made.stderr)
        self.codes = [
            row["code"] for row in csv.DictReader(io.StringIO(made.stdout)) if row.get("code")]
        opened = run("event", "open", "drive", "--occasion", "pre", store=self.store)
        check(opened.returncode == 0, opened.stderr)

    def __enter__(self):
        return self

    def __exit__(self, *_):
        shutil.rmtree(self.folder, ignore_errors=True)

    def command(self, *arguments, person=0):
        # What the notice asks has a scene of its own.
        said = [] if "--asks" in arguments else ["--agree"]
        rest = [argument for argument in arguments if argument != "--asks"]
        return [sala, "quiz", "--learner", self.codes[person], "--event", "drive", *said, *rest]

    def environment(self, language="en", **more):
        environment = {
            name: value for name, value in os.environ.items()
            if name not in ("NO_COLOR", "ACCESSIBLE", "COLUMNS", "LINES")
        }
        environment.update(
            SALA_LANGUAGE=language, SALA_STORE=str(self.store), TERM="xterm-256color",
            XDG_CONFIG_HOME=str(self.folder / "config"), **more)
        return environment

    def open(self, language="en", columns=80, rows=24, arguments=(), person=0, **more):
        return Terminal(
            self.command(*arguments, person=person), self.environment(language, **more), columns,
            rows, folder=root)

    def answers(self):
        found = {}
        for journal in (self.store / "journals").glob("*.journal"):
            for line in journal.read_bytes().split(b"\n"):
                if b'"kind":"answer-given"' in line:
                    fact = json.loads(line[65:])
                    fact = fact.get("fact", fact)
                    found[fact["item"]] = fact["response"]["text"]
        return found

    def is_submitted(self):
        return any(
            b'"kind":"attempt-submitted"' in journal.read_bytes()
            for journal in (self.store / "journals").glob("*.journal"))


def on_screen(terminal, text):
    return plain(text) in plain(terminal.text)


def is_title(terminal, text):
    return plain(terminal.lines[0]).startswith(plain(text))


def begin(terminal, language="en"):
    """From the notice to the first question."""
    word = words[language]
    check(terminal.wait_for(lambda: len(terminal.text) > 20), "nothing is shown")
    terminal.settle()
    terminal.send("\r")
    terminal.settle()
    if language == "km" and on_screen(terminal, "Can you read this?"):
        # The letters of the terminal, which an emulator can read.
        for number in range(1, 10):
            terminal.send(str(number))
            terminal.settle()
            row = terminal.screen.cursor.y
            # The name may go on in the next row, unless that is the next choice.
            name = terminal.lines[row] + re.sub(r"^ +\( \).*", "", terminal.lines[row + 1])
            if "Lettersoftheterminal" in plain(name):
                break
        terminal.send("\r")
    check(terminal.wait_for(lambda: on_screen(terminal, word["example"])), terminal.text)
    terminal.settle()
    terminal.send("b")
    terminal.settle()
    terminal.send("\r")
    check(terminal.wait_for(lambda: on_screen(terminal, word["ready"])), terminal.text)
    terminal.send("\r")
    check(terminal.wait_for(lambda: is_title(terminal, word["question"])), terminal.text)
    # Just after the first question shows, keys typed ahead are dropped.
    time.sleep(0.4)
    terminal.settle()


def place(terminal):
    """The number of the question that shows, or None."""
    digits = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
    found = re.search(r"(\d+)/(\d+)", terminal.lines[0].translate(digits))
    return int(found.group(1)) if found else None


def answer(terminal):
    """Answers the question that shows, whatever its kind, and goes on."""
    line = terminal.cursor_line
    if re.match(r"^> .*\[.?\] ", line):
        terminal.send("a")
        terminal.settle()
        if not re.search(r"\[x\]", terminal.text):
            # An order takes all letters; a matching takes numbers.
            terminal.send("bcdefgh" if re.search(r"\[[1១]\]", terminal.text) else "1")
    elif re.match(r"^> .*\(.?\) ", line):
        terminal.send("a")
    else:
        terminal.send("12")
    terminal.settle()
    number = place(terminal)
    terminal.send("\r")
    terminal.settle()
    if place(terminal) == number:
        terminal.send("\r")
        terminal.settle()


def to_list(terminal, language="en"):
    terminal.send("\x12")
    check(terminal.wait_for(lambda: is_title(terminal, words[language]["list"])), terminal.text)
    terminal.settle()


def hand_in(terminal, language="en"):
    word = words[language]
    terminal.send("\x1b[F")
    terminal.settle()
    terminal.send("\r")
    check(terminal.wait_for(lambda: is_title(terminal, word["confirm"])), terminal.text)
    time.sleep(0.4)
    terminal.send(word["yes"])
    terminal.settle()
    terminal.send("\r")


# Scenes


def whole(columns, rows, language):
    with Test() as test:
        terminal = test.open(language, columns, rows)
        try:
            begin(terminal, language)
            for _ in range(60):
                if is_title(terminal, words[language]["list"]):
                    break
                check(terminal.screen.cursor.hidden is False, "the cursor is hidden")
                answer(terminal)
            check(is_title(terminal, words[language]["list"]), terminal.text)
            hand_in(terminal, language)
            check(terminal.ended() == 0, f"ended with {terminal.status}: {terminal.text}")
            check(plain(words[language]["done"]) in plain(terminal.raw.decode(errors="replace")),
                  terminal.text)
            check(terminal.is_restored, "the terminal is not as it was")
            check(len(test.answers()) >= 25, f"{len(test.answers())} answers")
            check(test.is_submitted(), "not handed in")
            checked = run("records", "check", store=test.store)
            check(checked.returncode == 0, checked.stderr)
        finally:
            terminal.close()


@scene
def whole_80_en():
    whole(80, 24, "en")


@scene
def whole_40_en():
    whole(40, 24, "en")


@scene
def whole_80_km():
    whole(80, 24, "km")


@scene
def whole_40_km():
    whole(40, 24, "km")


@scene
def resize_in_mid_question():
    with Test() as test:
        terminal = test.open()
        try:
            begin(terminal)
            terminal.send("b")
            check(terminal.wait_for("Saved."), terminal.text)
            for columns, rows in ((40, 24), (20, 10), (132, 50), (10, 4), (80, 24)):
                terminal.resize(columns, rows)
                terminal.settle(0.3)
                if columns >= 20:
                    check("(x) b)" in terminal.cursor_line or "[x] b)" in terminal.cursor_line,
                          f"{columns}x{rows}: {terminal.text}")
                    check(terminal.screen.cursor.x == 3, "the cursor is not on the mark")
                else:
                    check(not re.search(r"\([ x]\)", terminal.text), terminal.text)
            check(place(terminal) == 1, terminal.text)
            check(all(len(line) <= 80 for line in terminal.lines), "a line is too long")
        finally:
            terminal.close()


@scene
def ctrl_c_and_go_on():
    with Test() as test:
        terminal = test.open()
        begin(terminal)
        terminal.send("b")
        terminal.settle()
        terminal.send("\r")
        check(terminal.wait_for(lambda: place(terminal) == 2), terminal.text)
        terminal.send("\x03")
        check(terminal.ended() == 130, f"ended with {terminal.status}")
        check(terminal.is_restored and b"Not handed in." in terminal.raw, terminal.text)
        terminal.close()
        again = test.open()
        check(again.wait_for("Going on where you stopped"), again.text)
        check(place(again) == 2, again.text)
        again.send(".")
        again.settle()
        again.send("\r")
        check(again.ended() == 0 and again.is_restored, f"ended with {again.status}")
        again.close()
        check(not test.is_submitted(), "handed in")


@scene
def ctrl_z_and_fg():
    with Test() as test:
        environment = test.environment(PS1="READY> ", HISTFILE="")
        terminal = Terminal(["bash", "--norc", "-i"], environment, folder=root)
        try:
            check(terminal.wait_for("READY>"), terminal.text)
            shell = terminal.mode
            terminal.send(" ".join(test.command()) + "\r")
            begin(terminal)
            terminal.send("b")
            check(terminal.wait_for("Saved."), terminal.text)
            # By key; by a signal that can be caught; by one that cannot.
            for stop in (None, signal.SIGTSTP, signal.SIGSTOP):
                if stop is None:
                    terminal.send("\x1a")
                else:
                    job = subprocess.run(
                        ["pgrep", "-P", str(terminal.pid)], capture_output=True, text=True)
                    os.kill(int(job.stdout.split()[0]), stop)
                check(terminal.wait_for("Stopped"), terminal.text)
                terminal.settle()
                check(terminal.mode == shell or stop is signal.SIGSTOP, "not the shell's own mode")
                terminal.send("\x0bclear; fg\r")
                check(terminal.wait_for(
                    lambda: re.search(r"> [(\[]x[)\]] b\)", terminal.text)
                    and "Stopped" not in terminal.text), terminal.text)
                check(place(terminal) == 1, terminal.text)
            terminal.send("\x03")
            check(terminal.wait_for("Not handed in."), terminal.text)
            terminal.send("stty -a; echo code=$?\r")
            terminal.settle()
            check(" echo " in terminal.text and "-icanon" not in terminal.text, terminal.text)
        finally:
            terminal.close()


@scene
def signals_restore_the_terminal():
    for number, code in (
        (signal.SIGHUP, 129), (signal.SIGINT, 130), (signal.SIGQUIT, 131), (signal.SIGTERM, 143),
        (signal.SIGSEGV, -11), (signal.SIGABRT, -6), (signal.SIGILL, -4), (signal.SIGTRAP, -5),
        (signal.SIGBUS, -7), (signal.SIGFPE, -8),
    ):
        with Test() as test:
            # The backtrace that Swift prints of a crash takes long and says nothing here.
            terminal = test.open(SWIFT_BACKTRACE="enable=no")
            begin(terminal)
            terminal.send("b")
            check(terminal.wait_for("Saved."), terminal.text)
            check(not terminal.is_restored, "not in raw mode")
            os.kill(terminal.pid, number)
            check(terminal.ended() == code, f"{number.name}: ended with {terminal.status}")
            check(terminal.is_restored, f"{number.name}: the terminal is not as it was")
            check(b"\x1b[?2004l" in terminal.raw, f"{number.name}: pastes are still marked")
            check(len(test.answers()) == 1, f"{number.name}: {test.answers()}")
            if number is signal.SIGHUP:
                tail = terminal.raw.split(b"\x1b[?1049l")[-1]
                check(tail.strip() == b"", f"something is said after a hang-up: {tail!r}")
            terminal.close()


@scene
def the_window_is_closed():
    with Test() as test:
        terminal = test.open()
        begin(terminal)
        terminal.send("b")
        check(terminal.wait_for("Saved."), terminal.text)
        os.close(terminal.slave)
        os.close(terminal.master)
        for _ in range(200):
            pid, status = os.waitpid(terminal.pid, os.WNOHANG)
            if pid:
                break
            time.sleep(0.05)
        check(pid == terminal.pid, "it still runs")
        check(os.waitstatus_to_exitcode(status) == 129, f"status {status}")
        check(len(test.answers()) == 1, f"{test.answers()}")


@scene
def nobody_reads():
    """A line that stands still holds up nobody who ends the program."""
    with Test() as test:
        terminal = test.open()
        try:
            begin(terminal)
            terminal.send("b")
            check(terminal.wait_for("Saved."), terminal.text)
            for turn in range(400):
                terminal._size(80 + turn % 2, 24)
                time.sleep(0.005)
            os.kill(terminal.pid, signal.SIGTERM)
            for _ in range(100):
                pid, status = os.waitpid(terminal.pid, os.WNOHANG)
                if pid:
                    break
                time.sleep(0.05)
            check(pid == terminal.pid, "it still writes")
            terminal.status = os.waitstatus_to_exitcode(status)
            check(terminal.status in (143, -15), f"ended with {terminal.status}")
            check(terminal.is_restored, "the terminal is not as it was")
            check(len(test.answers()) == 1, f"{test.answers()}")
        finally:
            terminal.close()


@scene
def kill_9_and_go_on():
    with Test() as test:
        terminal = test.open()
        begin(terminal)
        for _ in range(3):
            answer(terminal)
        at = place(terminal)
        kept = len(test.answers())
        os.kill(terminal.pid, signal.SIGKILL)
        check(terminal.ended() == -9, f"ended with {terminal.status}")
        minutes = int(re.search(r"(\d+) minutes? left", terminal.text).group(1))
        terminal.close()
        again = test.open()
        check(again.wait_for("Going on where you stopped"), again.text)
        check(place(again) == at, f"{place(again)} instead of {at}: {again.text}")
        left = int(re.search(r"(\d+) minutes? left", again.text).group(1))
        check(minutes - 1 <= left <= minutes, f"{left} minutes left, there were {minutes}")
        check(len(test.answers()) == kept, "an answer is lost")
        again.close()


@scene
def plain_lines():
    with Test(people=3) as test:
        for person, (more, arguments) in enumerate(
            (({"TERM": "dumb"}, ()), ({"ACCESSIBLE": "1"}, ()), ({}, ("--linear",)))
        ):
            environment = test.environment()
            environment.update(more)
            terminal = Terminal(test.command(*arguments, person=person), environment, folder=root)
            check(terminal.wait_for("Answer>"), terminal.text)
            check(b"\x1b" not in terminal.raw, "control sequences in lines")
            terminal.send(".\n")
            check(terminal.ended() == 0 and terminal.is_restored, f"ended with {terminal.status}")
            terminal.close()


@scene
def pipes():
    with Test() as test:
        piped = subprocess.run(
            test.command(), cwd=root, env=test.environment(), input="a\n.\n", text=True,
            capture_output=True, timeout=60)
        check(piped.returncode == 0 and "\x1b" not in piped.stdout, piped.stdout)
        check("Answer> " in piped.stdout and len(test.answers()) == 1, piped.stdout)


@scene
def no_color():
    with Test() as test:
        terminal = test.open(NO_COLOR="1")
        try:
            begin(terminal)
            terminal.send("b")
            check(terminal.wait_for("Saved."), terminal.text)
            styled = re.findall(rb"\x1b\[[0-9;]+m", terminal.raw)
            check(not styled, f"styles: {styled[:3]}")
            check(terminal.cursor_line.startswith("> "), "the focus is not named by a sign")
        finally:
            terminal.close()


@scene
def paste_answers_nothing():
    with Test() as test:
        terminal = test.open()
        try:
            begin(terminal)
            terminal.send("\x1b[200~a\r/\ryes\ryes\r\x1b[201~")
            check(terminal.wait_for("What was pasted is not used here."), terminal.text)
            check(test.answers() == {} and place(terminal) == 1, terminal.text)
            to_list(terminal)
            terminal.send("\x1b[F")
            terminal.settle()
            terminal.send("\r")
            check(terminal.wait_for("Hand in now?"), terminal.text)
            time.sleep(0.4)
            terminal.send("\x1b[200~yes\r\x1b[201~")
            terminal.settle()
            check(terminal.lines[0] == "Hand in now?" and not test.is_submitted(), terminal.text)
        finally:
            terminal.close()


@scene
def type_ahead_hands_nothing_in():
    with Test() as test:
        terminal = test.open()
        try:
            begin(terminal)
            to_list(terminal)
            terminal.send("\x1b[F\ryes\r\t\ryes\r")
            terminal.settle(0.5)
            check(terminal.lines[0] == "Hand in now?", terminal.text)
            # A key held down, at the rate of a keyboard.
            for _ in range(60):
                terminal.send("\r")
                terminal.pump(0.03)
            terminal.settle()
            check(not test.is_submitted() and terminal.ended(0.2) is None, terminal.text)
        finally:
            terminal.close()


@scene
def hostile_bytes():
    with Test() as test:
        terminal = test.open()
        try:
            begin(terminal)
            terminal.send(b"\x1b[" + b"1;" * 2000 + b"x")
            terminal.settle()
            terminal.send(b"\x1b]0;" + b"y" * 3000 + b"\x07")
            terminal.send(bytes([0, 0xFF, 0xE1, 0x9E, 0x1B, 0x5B, 0x1B, 0x4F, 0x9B, 0xC0]))
            terminal.settle()
            check(test.answers() == {} and terminal.ended(0.1) is None, terminal.text)
            terminal.send("b")
            check(terminal.wait_for("Saved."), terminal.text)
        finally:
            terminal.close()


@scene
def time_is_short():
    """First screen and key press to painted screen, in milliseconds: figures, no judgement."""
    with Test() as test:
        first, presses = [], []
        for _ in range(5):
            started = time.monotonic()
            terminal = test.open()
            check(terminal.wait_for(lambda: len(terminal.raw) > 100), "nothing is shown")
            first.append((time.monotonic() - started) * 1000)
            terminal.close()
        terminal = test.open()
        begin(terminal)
        for key in ("\x1b[B", "\x1b[A") * 20:
            size = len(terminal.raw)
            started = time.monotonic()
            terminal.send(key)
            while len(terminal.raw) == size:
                terminal.pump(1)
            presses.append((time.monotonic() - started) * 1000)
            terminal.settle(0.02)
        size = len(terminal.raw)
        terminal.send("\x1b[B")
        terminal.settle()
        figures["bytes for one key press"] = len(terminal.raw) - size
        terminal.close()
        figures["start of the program to first screen"] = min(first)
        figures["key press to painted screen, median"] = sorted(presses)[len(presses) // 2]
        figures["key press to painted screen, worst of 40"] = max(presses)


@scene
def the_notice_asks_once():
    """Nothing begins before the question of the notice is answered; it is not asked again."""
    def decisions(test):
        return [
            json.loads(line[65:])["fact"]["included"]
            for journal in (test.store / "journals").glob("*.journal")
            for line in journal.read_bytes().split(b"\n") if b'"participation-decided"' in line]

    for language, ask, refusal in (("en", "Type 1 or 2", "2"), ("km", "សូមវាយ", "២")):
        with Test() as test:
            terminal = test.open(language, arguments=["--asks"])
            check(terminal.wait_for(lambda: on_screen(terminal, ask)), terminal.text)
            check(not test.answers() and not decisions(test), "something was decided")
            terminal.send("x\r")
            terminal.settle()
            terminal.send(refusal + "\r")
            check(terminal.wait_for(lambda: decisions(test) == [False]), terminal.text)
            begin(terminal, language)
            answer(terminal)
            terminal.close()
            terminal = test.open(language, arguments=["--asks"])
            terminal.settle()
            check(not on_screen(terminal, ask), terminal.text)
            terminal.close()
            check(decisions(test) == [False], decisions(test))


for function in scenes:
    if wanted and not any(word in function.__name__ for word in wanted):
        continue
    started = time.monotonic()
    try:
        function()
        print(f"ok    {function.__name__} ({time.monotonic() - started:.1f} s)", flush=True)
    except Exception as error:  # noqa: BLE001
        failures.append(function.__name__)
        print(f"FAIL  {function.__name__}: {type(error).__name__}: {error}", flush=True)
for name, value in figures.items():
    print(f"      {name}: {value:.1f}" + ("" if "bytes" in name else " ms"))
print(f"terminal: {len(failures)} of {len(scenes)} scenes failed" if failures
      else f"terminal: all scenes passed")
sys.exit(1 if failures else 0)
