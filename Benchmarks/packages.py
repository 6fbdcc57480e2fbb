"""Times packages of the whole curriculum, and of a synthetic course of many questions.

Every figure is that of a whole process: median of the runs, and the largest memory. Where peers do comparable
work they run in turn: text2qti packs the same questions as a quiz, pandoc turns the lessons into web pages.
    packages.py PATH-OF-SALA [COUNT ...]
"""
import os
import pathlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time

sala = os.path.abspath(sys.argv[1])
counts = [int(word) for word in sys.argv[2:]] or [1000, 10_000, 100_000]
root = pathlib.Path(__file__).resolve().parent.parent
runs = int(os.environ.get("RUNS", "5"))
formats = ["scorm12", "scorm2004", "cmi5", "common-cartridge", "web"]
PER_MODULE = 200


def once(command, folder):
    """Seconds and MiB of one run."""
    start = time.perf_counter()
    process = subprocess.Popen(
        list(map(str, command)), cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, usage = os.wait4(process.pid, 0)
    took = time.perf_counter() - start
    if os.waitstatus_to_exitcode(status) != 0:
        raise SystemExit(f"failed: {' '.join(map(str, command))}")
    return took, usage.ru_maxrss / 1024


def figures(commands, folder, times):
    """Runs the commands in turn, so that a slow minute of the machine slows all of them."""
    found = [[] for _ in commands]
    for _ in range(times):
        for slot, command in zip(found, commands):
            slot.append(once(command, folder))
    return [(statistics.median(t for t, _ in slot), max(m for _, m in slot)) for slot in found]


def course(folder, count):
    """A synthetic course in English of `count` practice questions, 200 a module."""
    base = folder / "curricula" / "bench"
    banks = folder / "assessments" / "bench"
    banks.mkdir(parents=True)
    names = [f"{n:02d}-part-{n}" for n in range(1, max(1, count // PER_MODULE) + 1)]
    for number, name in enumerate(names, 1):
        place = base / "modules" / name
        (place / "lessons").mkdir(parents=True)
        module, outcome = f"p{number}", f"P{number}-1"
        (place / "module.yaml").write_text(
            f"""format: 1
id: {module}
title: {{en: Part {number}, km: សំយោគ}}
purpose: {{en: Synthetic., km: សំយោគ}}
minutes: 60
outcomes:
  - id: {outcome}
    verb: explain
    text: {{en: Explains part {number}., km: សំយោគ}}
    cognitive: understand
    competency: ENG
    proficiency: foundation
    assessed: [product]
sessions:
  - id: {module}-s1
    title: {{en: Session, km: សំយោគ}}
    minutes: 60
    outcomes: [{outcome}]
    lessons: [reading]
    activities:
      - {{id: {module}-s1-a1, title: {{en: Talk, km: សំយោគ}}, minutes: 60, method: discussion, group: 0, notes: {{en: Ask., km: ល្បាក់}}}}
""")
        (place / "lessons" / "reading.en.md").write_text(
            f"---\ntitle: Reading {number}\noutcomes: [{outcome}]\n---\n## What it is about {{#about}}\n"
            + "A synthetic paragraph about a commune and its people.\n\n" * 10
        )
        lines = ["---", "format: 1", "---"]
        for question in range(1, min(PER_MODULE, count) + 1):
            lines += [
                f"## {module}-{question:03d} {{outcome={outcome} cognitive=understand pool=practice}}",
                f"Synthetic question {question} of part {number}: who is heard first?",
                "- ( ) Publish the minutes on the notice board", "  > Publishing informs people.",
                f"- (x) Ask who is missing, and go to where they meet ({question})", "  > It begins there.",
                "- ( ) Repeat the invitation by loudspeaker", "  > It reaches the same people.", "",
            ]
        (banks / f"{name}.items.en.md").write_text("\n".join(lines))
    (base / "curriculum.yaml").write_text(
        f"""format: 1
id: bench
version: 0.1.0
title: {{en: Synthetic course, km: សំយោគ}}
purpose: {{en: To be measured., km: សំយោគ}}
institution: {{en: Nobody, km: សំយោគ}}
languages: [en]
competencies:
  - id: ENG
    title: {{en: Engagement, km: សំយោគ}}
    description: {{en: Hears people., km: សំយោគ}}
    proficiency: {{foundation: {{en: With help., km: សំយោគ}}, practitioner: {{en: Alone., km: ល្បាក់}}, leading: {{en: Teaches it., km: ល្បាក់}}}}
modules: [{", ".join(names)}]
""")


def theirs(folder, count):
    """The same questions for text2qti."""
    lines = ["Quiz title: Synthetic", ""]
    for number in range(1, count + 1):
        lines += [
            f"{number}.  Synthetic question {number}: who is heard first?",
            "a)  Publish the minutes on the notice board", "... Publishing informs people.",
            f"*b) Ask who is missing, and go to where they meet ({number})", "... It begins there.",
            "c)  Repeat the invitation by loudspeaker", "... It reaches the same people.", "",
        ]
    (folder / "quiz.txt").write_text("\n".join(lines))


print("the whole bilingual curriculum:")
with tempfile.TemporaryDirectory() as name:
    for target in formats:
        ((seconds, memory),) = figures(
            [[sala, "package", "--format", target, "--out", name]], root, runs)
        print(f"  {target}: {seconds:.3f} s, {memory:.0f} MiB")
    pandoc = shutil.which("pandoc")
    if pandoc:
        lessons = sorted(map(str, root.glob("curricula/*/modules/*/lessons/*.md")))
        pages = [pandoc, "-f", "markdown", "-t", "html5", "-s", "--metadata", "title=Lessons",
                 "-o", f"{name}/lessons.html", *lessons]
        web = [sala, "package", "--format", "web", "--out", name]
        (own, _), (peer, memory) = figures([web, pages], root, runs)
        print(f"  all lessons as one page by pandoc: {peer:.3f} s, {memory:.0f} MiB; the web folder"
              f" with questions by Sala: {own:.3f} s, ratio {peer / own:.1f}")

text2qti = root / ".cache" / "bench" / "bin" / "text2qti"
for count in counts:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        course(folder, count)
        for target in formats:
            command = [sala, "package", "bench", "--format", target, "--language", "en", "--out", "out"]
            times = runs if count <= 10_000 else 3
            ((seconds, memory),) = figures([command], folder, times)
            print(f"{count} questions to {target}: {seconds:.3f} s, {memory:.0f} MiB")
        if text2qti.exists() and count <= 10_000:
            theirs(folder, count)
            own = [sala, "package", "bench", "--format", "scorm12", "--language", "en", "--out", "out"]
            (mine, _), (peer, memory) = figures([own, [text2qti, "quiz.txt"]], folder, min(3, runs))
            print(f"  the same questions by text2qti: {peer:.2f} s, {memory:.0f} MiB; ratio {peer / mine:.0f}")
