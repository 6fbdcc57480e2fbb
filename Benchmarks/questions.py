"""Times reading, checking and writing of many questions, beside text2qti from PyPI, in turn.

Every figure is that of a whole process: median of the runs, and the largest memory. Questions are synthetic.
    questions.py PATH-OF-SALA [COUNT ...]
"""
import os
import pathlib
import resource
import statistics
import subprocess
import sys
import tempfile
import time

sala = os.path.abspath(sys.argv[1])
counts = [int(word) for word in sys.argv[2:]] or [1000, 10_000, 100_000]
root = pathlib.Path(__file__).resolve().parent.parent
venv = root / ".cache" / "bench"
runs = int(os.environ.get("RUNS", "5"))


def text2qti():
    """The peer, in a folder of its own; None where it cannot be had."""
    program = venv / "bin" / "text2qti"
    if not program.exists():
        try:
            subprocess.run(["/usr/bin/python3", "-m", "venv", venv], check=True)
            subprocess.run(
                [venv / "bin" / "pip", "install", "-q", "--disable-pip-version-check", "text2qti==0.8.*"],
                check=True,
            )
        except subprocess.CalledProcessError:
            return None
    return program


def own(count):
    """A bank in Sala's format."""
    lines = ["---", "format: 1", "---"]
    for number in range(1, count + 1):
        lines += [
            f"## q-{number:06d} {{outcome=AAA-{number % 7 + 1} cognitive=apply points=1 pool=test status=draft}}",
            f"Synthetic question {number}: a commune has {number} households and hears {number % 9} of them. What comes first?",
            "- ( ) Publish the minutes on the notice board",
            "  > Publishing informs people; it does not bring their voice in.",
            f"- (x) Ask who is missing, and go to where they meet ({number})",
            "- ( ) Repeat the invitation by loudspeaker", "- ( ) ធ្វើកិច្ចប្រជុំម្តងទៀត", "",
        ]
    return "\n".join(lines)


def theirs(count):
    """The same questions for text2qti."""
    lines = ["Quiz title: Synthetic", ""]
    for number in range(1, count + 1):
        lines += [
            f"{number}.  Synthetic question {number}: a commune has {number} households and hears {number % 9} of them. What comes first?",
            "a)  Publish the minutes on the notice board",
            "... Publishing informs people; it does not bring their voice in.",
            f"*b) Ask who is missing, and go to where they meet ({number})",
            "c)  Repeat the invitation by loudspeaker", "d)  ធ្វើកិច្ចប្រជុំម្តងទៀត", "",
        ]
    return "\n".join(lines)


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
    return [
        (statistics.median(t for t, _ in slot), max(m for _, m in slot)) for slot in found
    ]


peer = text2qti()
formats = ["gift", "moodle-xml", "qti12", "qti21", "text2qti", "csv", "xlsx"]
for count in counts:
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        (folder / "bank.items.en.md").write_text(own(count))
        check = [sala, "items", "check", "bank.items.en.md"]
        times = runs if count <= 10_000 else 3
        ((seconds, memory),) = figures([check], folder, times)
        print(f"{count} questions, read and checked: {seconds:.3f} s, {memory:.0f} MiB")
        for target in formats:
            ending = {"qti21": "out-qti21.zip"}.get(target, f"out.{target}")
            write = [
                sala, "items", "convert", "bank.items.en.md", "--from", "sala", "--to", target,
                "-o", ending, "--allow-loss", "--report", "csv",
            ]
            ((whole, memory),) = figures([write], folder, times)
            print(
                f"  {target}: {whole:.3f} s with reading, {whole - seconds:.3f} s to write,"
                f" {memory:.0f} MiB"
            )
        if peer and count <= 10_000:
            (folder / "quiz.txt").write_text(theirs(count))
            mine = [
                sala, "items", "convert", "quiz.txt", "--from", "text2qti", "--to", "qti12",
                "-o", "quiz-sala.zip", "--allow-loss", "--report", "csv",
            ]
            (own_time, _), (their_time, their_memory) = figures(
                [mine, [peer, "quiz.txt"]], folder, min(times, 3)
            )
            print(
                f"  text2qti's own input to QTI 1.2: Sala {own_time:.3f} s, text2qti {their_time:.2f} s"
                f" ({their_memory:.0f} MiB): ratio {their_time / own_time:.0f}"
            )
