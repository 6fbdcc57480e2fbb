"""Kills the quiz at random moments and throws broken files at every reader.

No acknowledged answer may be lost, and no input may crash the program or hang it.
    soak.py PATH-OF-SALA whole|records|sampled

`records` is the whole count of kills and changed bytes, without the hours of generated inputs.
"""
import csv
import datetime
import fcntl
import io
import json
import os
import pathlib
import pty
import random
import re
import resource
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

sala = os.path.abspath(sys.argv[1])
fuzz = os.path.join(os.path.dirname(sala), "SalaFuzz")
whole = sys.argv[2] in ("whole", "records")
root = pathlib.Path(__file__).resolve().parent.parent.parent
generator = random.Random(20261123)
failures = []


def run(*arguments, store=None, text=None, folder=root):
    environment = dict(os.environ, SALA_LANGUAGE="en")
    if store:
        environment["SALA_STORE"] = str(store)
    return subprocess.run(
        [sala, *map(str, arguments)], cwd=folder, env=environment, input=text, text=True,
        capture_output=True, timeout=120,
    )


def prepare(folder):
    store = folder / "records"
    assert run("event", "new", "soak", "--seed", 1, store=store).returncode == 0
    made = run("event", "roster", "soak", "--count", 2, "--format", "csv", store=store)
    assert made.returncode == 0, made.stderr
    codes = [row["code"] for row in csv.DictReader(io.StringIO(made.stdout)) if row.get("code")]
    assert run("site", "init", "--name", "soak", store=store).returncode == 0
    assert run("event", "open", "soak", "--occasion", "pre", store=store).returncode == 0
    return store, codes


class Journals:
    """What the journals of a store hold at one moment, whole lines only."""

    def __init__(self, store):
        self.bytes = {}
        self.facts = []
        for journal in sorted((store / "journals").glob("*.journal")):
            data = journal.read_bytes()
            whole = data[: data.rfind(b"\n") + 1]
            self.bytes[journal.name] = whole
            for number, line in enumerate(whole.split(b"\n")[1:-1], start=1):
                record = json.loads(line[65:])
                self.facts.append((f"{journal.stem}-{number}", record["fact"]))

    def holds(self, other):
        return all(self.bytes.get(name, b"").startswith(data) for name, data in other.bytes.items())

    def sitting(self, code):
        """The open attempt of a learner: items, answers, place and milliseconds used, or None."""
        found = None
        for identity, fact in self.facts:
            kind = fact["kind"]
            if kind == "attempt-started" and fact["code"] == code:
                found = dict(id=identity, items=fact["items"], answers={}, place=0, used=None)
            elif found and fact.get("attempt") == found["id"]:
                if kind == "answer-given":
                    found["answers"][fact["item"]] = fact["response"]["text"]
                    found["place"] = found["items"].index(fact["item"]) + 1
                elif kind == "attempt-moved":
                    found["place"] = fact["position"]
                elif kind == "attempt-submitted":
                    found = None
                    continue
                if "elapsed" in fact:
                    if found["used"] is not None and fact["elapsed"] < found["used"]:
                        failures.append(f"time went back from {found['used']} to {fact['elapsed']} ms")
                    found["used"] = max(found["used"] or 0, fact["elapsed"])
        return found


class Sitting:
    """The program with one learner's test, through a pipe or at a terminal of its own."""

    def __init__(self, store, code, at_terminal):
        environment = dict(os.environ, SALA_LANGUAGE="en", SALA_STORE=str(store))
        environment.pop("ACCESSIBLE", None)
        self.at_terminal = at_terminal
        self.began = time.monotonic()
        arguments = [sala, "quiz", "--learner", code, "--event", "soak", "--agree"]
        if at_terminal:
            environment.update(TERM="xterm-256color", XDG_CONFIG_HOME=str(store.parent / "config"))
            master, slave = pty.openpty()
            fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
            self.process = subprocess.Popen(
                arguments, cwd=root, env=environment, stdin=slave, stdout=slave,
                stderr=subprocess.DEVNULL, start_new_session=True,
            )
            os.close(slave)
            self.reading = self.writing = master
        else:
            environment["TERM"] = "dumb"
            self.process = subprocess.Popen(
                arguments, cwd=root, env=environment, stdin=subprocess.PIPE,
                stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
            )
            self.reading = self.process.stdout.fileno()
            self.writing = self.process.stdin.fileno()
        self.seen = b""

    def take(self, seconds):
        """Reads what comes until nothing came for so many seconds; whether anything did."""
        size = len(self.seen)
        while select.select([self.reading], [], [], seconds)[0]:
            try:
                chunk = os.read(self.reading, 65536)
            except OSError:  # a terminal whose other end is gone
                break
            if not chunk:
                break
            self.seen += chunk
        return len(self.seen) > size

    def wait_for(self, wanted, seconds=30):
        deadline = time.time() + seconds
        while wanted not in self.seen and time.time() < deadline and self.process.poll() is None:
            self.take(0.02)
        return wanted in self.seen

    @property
    def is_screen(self):
        return b"\x1b[?1049h" in self.seen

    def text(self):
        """What was shown, without the terminal's commands."""
        plain = re.sub(rb"\x1b\[[0-9;?]*[A-Za-z]|\x1b[()][A-Z0-9]|\x1b[=>78]", b" ", self.seen)
        return plain.decode("utf-8", "replace")

    def question(self):
        """The number of the first question that shows, or None."""
        found = re.search(r"Question (\d+)", self.text())
        return int(found.group(1)) if found else None

    def send(self, keys):
        try:
            os.write(self.writing, keys)
        except OSError:
            pass

    def open(self):
        """Goes on to the question at which the person is."""
        if not self.at_terminal:
            return self.wait_for(b"> ")
        deadline = time.time() + 30
        while not self.seen and time.time() < deadline:
            self.take(0.02)
        for _ in range(8):
            self.take(0.05)
            if self.question() is not None or b"> " in self.seen and not self.is_screen:
                return True
            self.send(b"\r" if self.is_screen else b"\n")
        return False

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        self.take(0)
        os.close(self.reading)
        if not self.at_terminal:
            self.process.stdout = None
            self.process.stdin = None
            try:
                os.close(self.writing)
            except OSError:
                pass


SCREEN_KEYS = [b"a", b"b", b"c", b"\r", b" ", b"\x1b[B", b"\x1b[A", b"-", b"!", b"1"]
LINE_KEYS = [b"a\n", b"b\n", b"\n", b"-\n", b"1\n", b"a", b"?\n"]
# What a stop may give back: the seconds between two signs of life, and those of a slow machine.
SLACK = 30 + 5


def kills(count):
    """A quiz is killed between and within keystrokes and appends; nothing acknowledged is lost."""
    lost = resumed = elsewhere = screens = seen = 0
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        store, codes = prepare(folder)
        known = None
        for kill in range(count):
            sitting = Sitting(store, codes[0], at_terminal=kill % 2 == 1)
            opened = sitting.open()
            screens += sitting.is_screen
            start = Journals(store)
            state = start.sitting(codes[0])
            if known and not start.holds(known):
                lost += 1
            if opened and state and sitting.question() is not None:
                seen += 1
                if state["place"] < len(state["items"]) and sitting.question() != state["place"] + 1:
                    elsewhere += 1
                    failures.append(f"went on at {sitting.question()}, not {state['place'] + 1}")
            keys = SCREEN_KEYS if sitting.is_screen else LINE_KEYS
            for _ in range(generator.randrange(0, 6)):
                sitting.send(generator.choice(keys))
                if generator.random() < 0.5:
                    sitting.take(0.01)
            sitting.take(0)
            before = Journals(store)
            sitting.send(generator.choice(keys) + generator.choice(keys))
            time.sleep(generator.random() * 0.03)
            spent = time.monotonic() - sitting.began
            sitting.kill()
            shown = sitting.seen.count(b"Saved.")
            known = Journals(store)
            # What the program said is saved, and what stood in the journal before, is there.
            given = [fact for _, fact in known.facts if fact["kind"] == "answer-given"]
            saved = len(given) - sum(fact["kind"] == "answer-given" for _, fact in start.facts)
            if not known.holds(before) or not known.holds(start) or saved < shown:
                lost += 1
            after = known.sitting(codes[0])
            if state and after and state["used"] is not None and after["used"] is not None:
                gone = spent - (after["used"] - state["used"]) / 1000
                if gone > SLACK:
                    failures.append(f"a stop gave back {gone:.1f} s")
            if after is None or len(after["answers"]) >= len(after["items"]) - 1:
                shutil.rmtree(store)
                store, codes = prepare(folder)
                known = None
            else:
                resumed += 1
        checked = run("records", "check", store=store)
        if checked.returncode != 0:
            failures.append(f"records check after kills: {checked.stderr[:300]}")
        # The last write may have been cut short; the next one moves it aside.
        run("site", "sign", store=store)
        verified = run("results", "verify", store=store)
        if verified.returncode != 0:
            failures.append(f"results verify after kills: {verified.stdout[:300]}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(
        f"kills: {count} at random moments ({screens} on the whole screen), {lost} acknowledged "
        f"answers lost, {resumed} gone on with, {seen} seen to go on, {elsewhere} elsewhere"
    )
    if lost:
        failures.append(f"{lost} acknowledged answers lost")


def flips(count):
    """A changed byte anywhere in a journal is found."""
    folder = pathlib.Path(tempfile.mkdtemp())
    missed = 0
    try:
        store = folder / "records"
        assert run("synthetic", "cohort", "--people", 2, "--seed", 3, "--store", store).returncode == 0
        journal = next((store / "journals").glob("*.journal"))
        good = journal.read_bytes()
        for _ in range(count):
            place = generator.randrange(len(good))
            changed = bytearray(good)
            changed[place] ^= 1 << generator.randrange(8)
            journal.write_bytes(bytes(changed))
            if run("records", "check", "--store", store).returncode == 0:
                missed += 1
        journal.write_bytes(good)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"flips: {count} changed bits of {len(good)} bytes, {missed} not found")
    if missed:
        failures.append(f"{missed} changed bits not found")


def result_flips(count):
    """A changed byte anywhere in a results file is found, and its line is named."""
    folder = pathlib.Path(tempfile.mkdtemp())
    missed = misnamed = size = 0
    try:
        store = folder / "records"
        table = folder / "results.csv"
        made = ["synthetic", "cohort", "--people", 2, "--seed", 3]
        for arguments in (
            made, ["site", "init"], ["site", "sign"],
            ["results", "export", "--signed", "--out", table],
        ):
            result = run(*arguments, store=store)
            assert result.returncode == 0, result.stderr
        journal = next((store / "journals").glob("*.journal"))
        seal = pathlib.Path(f"{table}.sig")
        for path, asked in ((journal, journal), (table, table), (seal, table)):
            good = path.read_bytes()
            size += len(good)
            assert run("results", "verify", asked, store=store).returncode == 0
            for _ in range(count // 3):
                place = generator.randrange(len(good))
                changed = bytearray(good)
                changed[place] ^= 1 << generator.randrange(8)
                path.write_bytes(bytes(changed))
                result = run("results", "verify", asked, "--format", "csv", store=store)
                if result.returncode != 1:
                    missed += 1
                    continue
                row = next(csv.DictReader(io.StringIO(result.stdout)))
                line = good[:place].count(b"\n") + 1
                if path != seal and row["line"] != str(line):
                    misnamed += 1
            path.write_bytes(good)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(
        f"results: {count // 3 * 3} changed bits of journal, table and seal ({size} bytes), "
        f"{missed} not found, {misnamed} named wrongly"
    )
    if missed or misnamed:
        failures.append(f"{missed} changed bits of results not found, {misnamed} named wrongly")


def mutated(data):
    data = bytearray(data)
    for _ in range(generator.randrange(1, 6)):
        place = generator.randrange(max(1, len(data)))
        choice = generator.randrange(5)
        if choice == 0 and data:
            data[place % len(data)] = generator.randrange(256)
        elif choice == 1:
            del data[place : place + generator.randrange(1, 40)]
        elif choice == 2:
            data[place:place] = bytes(generator.randrange(256) for _ in range(8))
        elif choice == 3:
            data[place:place] = generator.choice(
                [b"{", b"}", b"---\n", b"## ", b"- (x) ", b"[[", b"\xe1\x9f\x92", b"\t", b"&a ", b"*a", b"\"", b": ", b"\n\n"]
            ) * generator.randrange(1, 30)
        else:
            end = place + generator.randrange(1, 200)
            data += data[place:end]
    return bytes(data)


def broken_files(count):
    """Broken sources give findings with a place and exit 1, never a crash."""
    folder = pathlib.Path(tempfile.mkdtemp())
    crashes = 0
    try:
        for name in ("curricula", "assessments"):
            shutil.copytree(root / name, folder / name)
        files = sorted(
            path for path in folder.rglob("*") if path.suffix in (".yaml", ".md") and path.is_file()
        )
        for _ in range(count):
            path = generator.choice(files)
            good = path.read_bytes()
            path.write_bytes(mutated(good))
            result = run("check", "--format", "json", folder=folder)
            if result.returncode not in (0, 1, 2) or not result.stdout:
                crashes += 1
                kept = root / ".cache" / f"crash-{crashes}{path.suffix}"
                kept.parent.mkdir(exist_ok=True)
                kept.write_bytes(path.read_bytes())
                failures.append(f"check crashed ({result.returncode}) on a change of {path.name}")
            path.write_bytes(good)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"broken files: {count} changed sources checked, {crashes} crashes")


QUESTION_FORMATS = [
    "sala", "gift", "aiken", "moodle-xml", "qti12", "qti21", "qti22", "text2qti", "csv", "xlsx",
]


PACKAGES = ["archive", "manifest"]


def question_files(count):
    """Changed question files of every format are read: no crash, no hang, no question uncounted."""
    for name in QUESTION_FORMATS:
        done, bad = 0, 0
        step = min(count, 50_000)
        begun = time.time()
        for first in range(0, count, step):
            result = subprocess.run(
                [fuzz, name, str(first), str(min(step, count - first)), "20261125"],
                capture_output=True, text=True,
            )
            done += min(step, count - first)
            if result.returncode != 0:
                bad += 1
                failures.append(
                    f"{name}, inputs {first} on: exit {result.returncode}: {result.stdout.strip()}"
                )
        print(f"question files: {name}, {done} changed inputs, {bad} failures, {time.time() - begun:.0f} s")


def packages(count):
    """Changed archives and manifests are judged: no crash, no hang, no unbounded memory, a verdict each."""
    for name in PACKAGES:
        bad, step, begun = 0, min(count, 50_000), time.time()
        for first in range(0, count, step):
            result = subprocess.run(
                [fuzz, name, str(first), str(min(step, count - first)), "20261126"],
                capture_output=True, text=True,
            )
            if result.returncode != 0:
                bad += 1
                failures.append(
                    f"{name}, inputs {first} on: exit {result.returncode}: {result.stdout.strip()}"
                )
        print(f"packages: {name}, {count} changed inputs, {bad} failures, {time.time() - begun:.0f} s")


def interrupted(arguments, folder, seconds=None, bytes_at_most=None, survives=False):
    """Runs a command that is killed after a while, or whose files may grow no further."""
    def limit():
        if bytes_at_most is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (bytes_at_most, bytes_at_most))
            # With the signal ignored the write itself fails, as it does on a full disk.
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN if survives else signal.SIG_DFL)
    process = subprocess.Popen(
        [sala, *map(str, arguments)], cwd=folder, stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE, preexec_fn=limit,
        env=dict(os.environ, SALA_LANGUAGE="en", SALA_PASSPHRASE="correct horse"))
    if seconds is not None:
        time.sleep(seconds)
        process.kill()
    error = process.communicate(timeout=120)[1]
    return process.returncode, error.decode(errors="replace")


def faults(count):
    """Merge, bundle, backup and forget are killed, or run out of disk, at random moments.

    What was in the store stays, what comes is there whole or not at all, and the command given again
    does what it would have done.
    """
    def do(*arguments, store):
        environment = dict(
            os.environ, SALA_LANGUAGE="en", SALA_STORE=str(store), SALA_PASSPHRASE="correct horse")
        return subprocess.run(
            [sala, *map(str, arguments)], env=environment, cwd=root, text=True,
            capture_output=True, timeout=120)

    def status(store):
        """What a store says: who was there, what is known of people."""
        return do("event", "status", "soak", "--format", "csv", store=store).stdout

    lost, done = 0, 0
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        source, _ = prepare(folder)
        table = folder / "people.csv"
        table.write_text(
            "sex,province,organisation\n"
            + "".join(f"f,kampot,office {number}\n" for number in range(400)))
        made = do("event", "roster", "soak", table, "--format", "csv", store=source)
        assert made.returncode == 0, made.stderr
        code = next(
            row["code"] for row in csv.DictReader(io.StringIO(made.stdout)) if row.get("code"))
        target = folder / "target"
        assert do("event", "new", "other", store=target).returncode == 0
        assert do("site", "init", "--name", "target", store=target).returncode == 0
        key = folder / "target.key"
        assert do("site", "export-key", "--out", key, store=target).returncode == 0
        bundle = folder / "whole.bundle"
        sent = do("records", "bundle", "--recipient", key, "--out", bundle, store=source)
        assert sent.returncode == 0, sent.stderr
        expected = folder / "expected"
        shutil.copytree(target, expected)
        assert do("records", "merge", bundle, store=expected).returncode == 0
        after_merge = status(expected)
        forgotten = folder / "forgotten"
        shutil.copytree(source, forgotten)
        assert do("records", "forget", code, "--reason", "soak", store=forgotten).returncode == 0
        for number in range(count):
            what = ["merge", "bundle", "backup", "forget"][number % 4]
            store = folder / "store"
            shutil.copytree(target if what == "merge" else source, store)
            out = folder / "out"
            command = {
                "merge": ["records", "merge", bundle],
                "bundle": ["records", "bundle", "--recipient", key, "--out", out],
                "backup": ["records", "backup", "--out", out],
                "forget": ["records", "forget", code, "--reason", "soak"],
            }[what] + ["--store", store]
            way = generator.randrange(3)
            if way == 0:
                longest = 0.9 if what == "backup" else 0.12
                interrupted(command, root, seconds=generator.uniform(0.005, longest))
            else:
                interrupted(
                    command, root, bytes_at_most=generator.randrange(0, 160_000),
                    survives=way == 1)
            problems = []
            checked = do("records", "check", store=store)
            if checked.returncode != 0:
                problems.append(f"check says {checked.stderr.strip()[:300]}")
            if out.exists():
                read = (
                    do("records", "bundle", "--list", out, store=target) if what == "bundle"
                    else do("records", "restore", out, store=folder / "restored"))
                if read.returncode != 0:
                    problems.append(f"half a {what}: {read.stderr.strip()[:300]}")
            again = do(*command[:-2], store=store)
            if again.returncode != 0:
                problems.append(f"again: {again.stderr.strip()[:300]}")
            if what == "merge" and status(store) != after_merge:
                problems.append("merged again, it says something else")
            if what == "forget":
                text = "".join(
                    path.read_text() for path in (store / "journals").glob("*.journal"))
                if "office 0\"" in text or do("records", "check", store=store).returncode != 0:
                    problems.append("the person is not forgotten")
            if problems:
                lost += 1
                failures.append(f"fault {number}, {what}, way {way}: " + "; ".join(problems))
            done += 1
            for path in (store, folder / "restored"):
                shutil.rmtree(path, ignore_errors=True)
            for path in folder.glob("out*"):
                path.unlink()
    print(f"faults: {done} merges, bundles, backups and erasures killed or out of disk, {lost} failures")


def histories(count):
    """Four stores write, merge and forget at random: in the end all say the same."""
    result = subprocess.run(
        [fuzz, "histories", "0", str(count), "20261126"], capture_output=True, text=True)
    print(result.stdout.strip().splitlines()[-1] if result.stdout else result.stderr.strip())
    if result.returncode != 0:
        failures.append(f"histories: exit {result.returncode}: {result.stdout.strip()[:2000]}")


started = time.time()
kills(1000 if whole else 12)
flips(2000 if whole else 40)
result_flips(1500 if whole else 30)
broken_files(1000 if whole else 40)
faults(400 if whole else 12)
counts = 5
if os.path.exists(fuzz):
    counts += 1
    histories(10_000 if whole else 50)
if sys.argv[2] != "records":
    counts += 2
    question_files(1_000_000 if whole else 2_000)
    packages(1_000_000 if whole else 2_000)
if whole:
    print(f"soak: {datetime.date.today().isoformat()}, {time.time() - started:.0f} s")
print(f"{counts - min(counts, len(failures))} passed, {len(failures)} failed")
for failure in failures:
    print("  " + failure)
sys.exit(1 if failures else 0)
