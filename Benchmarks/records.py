"""Times the records of a large programme: import of a wide table, merge into an empty store, the matrix.

The answers are synthetic; the seed says which. Every figure is that of a whole process, with its largest memory.
The peer is Python's csv and sqlite3 doing the like: read the table, score it, put a row an answer into a table with
an index, and read the scores back as a matrix.
    records.py PATH-OF-SALA [PEOPLE] [SEED]
"""
import csv
import os
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time

QUESTIONS = 60
ALPHABET = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
root = pathlib.Path(__file__).resolve().parent.parent


def once(command, folder, out=subprocess.DEVNULL):
    """Seconds, seconds of the processor and MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(list(map(str, command)), cwd=folder, stdout=out)
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return took, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def code(generator):
    """A learner code with its check character: ISBN-10's sum over 31 characters."""
    values = [generator.randrange(31) for _ in range(7)]
    rest = sum((8 - place) * value for place, value in enumerate(values)) % 31
    values.append(-rest % 31)
    text = "".join(ALPHABET[value] for value in values)
    return f"{text[:4]}-{text[4:]}"


def course(folder):
    """A synthetic course in English with two parallel forms of 60 questions, 20 of them shared."""
    place = folder / "curricula" / "bench" / "modules" / "01-part"
    banks = folder / "assessments" / "bench"
    (place / "lessons").mkdir(parents=True)
    banks.mkdir(parents=True)
    (place / "module.yaml").write_text("""format: 1
id: p1
title: {en: Part 1, km: សំយោគ}
purpose: {en: Synthetic., km: សំយោគ}
minutes: 60
outcomes:
  - id: P1-1
    verb: explain
    text: {en: Explains part 1., km: សំយោគ}
    cognitive: understand
    competency: ENG
    proficiency: foundation
    assessed: [product]
sessions:
  - id: p1-s1
    title: {en: Session, km: សំយោគ}
    minutes: 60
    outcomes: [P1-1]
    lessons: [reading]
    activities:
      - {id: p1-s1-a1, title: {en: Talk, km: សំយោគ}, minutes: 60, method: discussion, group: 0, notes: {en: Ask., km: សំយោគ}}
""")
    (place / "lessons" / "reading.en.md").write_text(
        "---\ntitle: Reading\noutcomes: [P1-1]\n---\n## What it is about {#about}\nA synthetic paragraph.\n")
    lines = ["---", "format: 1", "---"]
    for number in range(1, 101):
        lines += [
            f"## p1-{number:03d} {{outcome=P1-1 cognitive=understand pool=test status=operational}}",
            f"Synthetic question {number}: who is heard first?",
            "- ( ) Whoever reads the notice board", "- (x) Whoever is missing and was asked",
            "- ( ) Whoever hears the loudspeaker", "- ( ) Nobody in particular", "",
        ]
    (banks / "01-part.items.en.md").write_text("\n".join(lines))
    (banks / "forms.yaml").write_text(f"""format: 1
id: bench
title: {{en: Bench, km: សំយោគ}}
seed: 1
minutes: 90
mastery: 70
statuses: [operational]
blueprint:
  - {{outcome: P1-1, cognitive: understand, count: {QUESTIONS}, anchors: 20}}
forms:
  - {{id: bench-a, title: {{en: Form A, km: សំយោគ}}}}
  - {{id: bench-b, title: {{en: Form B, km: សំយោគ}}}}
""")
    (folder / "curricula" / "bench" / "curriculum.yaml").write_text("""format: 1
id: bench
version: 0.1.0
title: {en: Synthetic course, km: សំយោគ}
purpose: {en: To be measured., km: សំយោគ}
institution: {en: Nobody, km: សំយោគ}
languages: [en]
competencies:
  - id: ENG
    title: {en: Engagement, km: សំយោគ}
    description: {en: Hears people., km: សំយោគ}
    proficiency: {foundation: {en: With help., km: សំយោគ}, practitioner: {en: Alone., km: សំយោគ}, leading: {en: Teaches it., km: សំយោគ}}
modules: [01-part]
""")


def table(path, learners, forms, generator):
    """Writes the wide table of both occasions: each learner answers one form before, the other after."""
    items = sorted(set(forms["bench-a"]) | set(forms["bench-b"]))
    with open(path, "w", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["code", "event", "occasion", "form", "sex", *items])
        for number, (person, first, second) in enumerate(learners):
            ability = generator.random() * 0.7
            for occasion, form, more in (("pre", first, 0.0), ("post", second, 0.2)):
                own = set(forms[form])
                cells = []
                for item in items:
                    if item not in own:
                        cells.append("")
                    elif generator.random() < ability + more:
                        cells.append("b")
                    else:
                        cells.append("acd"[generator.randrange(3)])
                writer.writerow([person, "bench", occasion, form, "fm"[number % 2], *cells])


PEER = """
import csv, sqlite3, sys
base = sqlite3.connect(sys.argv[2])
base.execute("PRAGMA journal_mode = WAL")
if sys.argv[1] == "import":
    base.execute("CREATE TABLE answer (code TEXT, occasion TEXT, item TEXT, response TEXT, score REAL)")
    with open(sys.argv[3], newline="") as file:
        reader = csv.reader(file)
        names = next(reader)[5:]
        def rows():
            for row in reader:
                for name, cell in zip(names, row[5:]):
                    if cell:
                        yield row[0], row[2], name, cell, 1.0 if cell == "b" else 0.0
        base.executemany("INSERT INTO answer VALUES (?, ?, ?, ?, ?)", rows())
    base.execute("CREATE INDEX answer_code ON answer (occasion, code, item)")
    base.commit()
else:
    matrix = {}
    for code, item, score in base.execute("SELECT code, item, score FROM answer WHERE occasion = 'pre'"):
        matrix.setdefault(code, {})[item] = score
    print(len(matrix))
"""


def main():
    sala = os.path.abspath(sys.argv[1])
    people = int(sys.argv[2]) if len(sys.argv) > 2 else 100_000
    seed = int(sys.argv[3]) if len(sys.argv) > 3 else 20261126
    generator = random.Random(seed)
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_FOLDER")) as name:
        folder = pathlib.Path(name)
        course(folder)
        forms = {}
        for form in ("bench-a", "bench-b"):
            shown = subprocess.run(
                [sala, "form", "show", form, "--format", "csv"], cwd=folder, capture_output=True, text=True)
            words = [word.strip('"') for line in shown.stdout.splitlines() for word in line.split(",")]
            forms[form] = list(dict.fromkeys(word for word in words if re.fullmatch(r"p1-[0-9]{3}", word)))
        assert all(len(items) == QUESTIONS for items in forms.values()), shown.stderr
        codes = list(dict.fromkeys(code(generator) for _ in range(people)))
        store = folder / "records"
        subprocess.run([sala, "event", "new", "bench", "--seed", "1", "--store", store], cwd=folder, check=True, stdout=subprocess.DEVNULL)
        (folder / "roster.csv").write_text("code\n" + "".join(f"{person}\n" for person in codes))
        print(f"{len(codes)} synthetic people, {QUESTIONS} answers, 2 occasions, seed {seed}")
        with open(folder / "codes.csv", "w") as out:
            report("roster", once([sala, "event", "roster", "bench", "roster.csv", "--format", "csv", "--store", store], folder, out))
        with open(folder / "codes.csv", newline="") as file:
            learners = [(row["code"], row["pre"], row["post"]) for row in csv.DictReader(file)]
        table(folder / "wide.csv", learners, forms, generator)
        print(f"  table: {(folder / 'wide.csv').stat().st_size / 1e6:.0f} MB")
        mine = once([sala, "results", "import", "wide.csv", "--store", store], folder)
        report("import", mine)
        print(f"  store: {sum(path.stat().st_size for path in store.rglob('*') if path.is_file()) / 1e6:.0f} MB")
        merged = once([sala, "records", "merge", store, "--store", folder / "merged"], folder)
        report("merge into an empty store", merged)
        matrix = once([sala, "results", "export", "--wide", "--event", "bench", "--occasion", "pre", "--out", "scores.csv", "--store", store], folder)
        report("matrix of one occasion, written as a table", matrix)
        if people <= 100_000 and "--no-peer" not in sys.argv:
            (folder / "peer.py").write_text(PEER)
            theirs = once([sys.executable, "peer.py", "import", "peer.sqlite", "wide.csv"], folder)
            report("peer: csv and sqlite3, import", theirs)
            print(f"  ratio {theirs[1] / mine[1]:.1f} by processor")
            theirs = once([sys.executable, "peer.py", "matrix", "peer.sqlite"], folder)
            report("peer: sqlite3, matrix of one occasion", theirs)
            print(f"  ratio {theirs[1] / matrix[1]:.1f} by processor")


def report(what, figures):
    print(f"{what}: {figures[0]:.2f} s ({figures[1]:.2f} s of processor), {figures[2]:.0f} MiB", flush=True)


main()
