"""Kills the quiz at random moments and throws broken files at every reader.

No acknowledged answer may be lost, and no input may crash the program or hang it.
    soak.py PATH-OF-SALA whole|sampled
"""
import csv
import datetime
import io
import json
import os
import pathlib
import random
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

sala = os.path.abspath(sys.argv[1])
fuzz = os.path.join(os.path.dirname(sala), "SalaFuzz")
whole = sys.argv[2] == "whole"
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
    assert run("event", "open", "soak", "--occasion", "pre", store=store).returncode == 0
    return store, codes


def read_until(process, wanted, deadline):
    """Reads output until `wanted` was seen; returns what was read."""
    seen = b""
    while wanted not in seen and time.time() < deadline:
        ready, _, _ = select.select([process.stdout], [], [], 0.5)
        if ready:
            chunk = os.read(process.stdout.fileno(), 65536)
            if not chunk:
                break
            seen += chunk
    return seen


def answers(store, code):
    """The answers that the journals hold for a code, handed in or not."""
    found = {}
    for journal in (store / "journals").glob("*.journal"):
        for line in journal.read_bytes().split(b"\n"):
            if b'"kind":"answer-given"' in line:
                fact = json.loads(line[65:])
                fact = fact.get("fact", fact)
                found[fact["item"]] = fact["response"]["text"]
    return found


def kills(count):
    lost, acknowledged_total, resumed = 0, 0, 0
    folder = pathlib.Path(tempfile.mkdtemp())
    try:
        store, codes = prepare(folder)
        acknowledged = 0
        for kill in range(count):
            environment = dict(os.environ, SALA_LANGUAGE="en", SALA_STORE=str(store), TERM="dumb")
            process = subprocess.Popen(
                [sala, "quiz", "--learner", codes[0], "--event", "soak"], cwd=root,
                env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
            )
            deadline = time.time() + 30
            read_until(process, b"Answer> ", deadline)
            # A few answers, each waited for; then one is sent, and the kill comes at any moment.
            for _ in range(generator.randrange(0, 3)):
                process.stdin.write(b"a\n")
                process.stdin.flush()
                seen = read_until(process, b"> ", deadline)
                if b"Saved." in seen:
                    acknowledged += 1
                if b"hand in" in seen:
                    break
            process.stdin.write(b"b\n")
            process.stdin.flush()
            time.sleep(generator.random() * 0.03)
            process.send_signal(signal.SIGKILL)
            rest = process.stdout.read()
            acknowledged += rest.count(b"Saved.")
            process.wait()
            kept = len(answers(store, codes[0]))
            items = 30
            if acknowledged >= items or kept >= items - 1:
                if kept < min(acknowledged, items):
                    lost += 1
                acknowledged_total += acknowledged
                shutil.rmtree(store)
                store, codes = prepare(folder)
                acknowledged = 0
            elif kept < acknowledged:
                lost += acknowledged - kept
            else:
                resumed += 1
                acknowledged = kept
        checked = run("records", "check", store=store)
        if checked.returncode != 0:
            failures.append(f"records check after kills: {checked.stderr[:300]}")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"kills: {count} at random moments, {lost} acknowledged answers lost, {resumed} resumed")
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


started = time.time()
kills(200 if whole else 12)
flips(2000 if whole else 40)
broken_files(1000 if whole else 40)
question_files(1_000_000 if whole else 2_000)
packages(1_000_000 if whole else 2_000)
if whole:
    print(f"soak: {datetime.date.today().isoformat()}, {time.time() - started:.0f} s")
print(f"{5 - min(5, len(failures))} passed, {len(failures)} failed")
for failure in failures:
    print("  " + failure)
sys.exit(1 if failures else 0)
