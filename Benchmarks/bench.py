"""Times whole processes: the median of many runs, beside what it is compared with, in turn."""
import os
import statistics
import subprocess
import sys
import tempfile
import time

sala = sys.argv[1]
runs = int(os.environ.get("RUNS", "20"))


def once(command):
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    return 1000 * (time.perf_counter() - start)


def median(commands, count):
    """Runs the commands in turn, so that a slow minute of the machine slows all of them."""
    times = [[] for _ in commands]
    for _ in range(count + 1):
        for slot, command in zip(times, commands):
            slot.append(once(command))
    return [statistics.median(slot[1:]) for slot in times]


with tempfile.TemporaryDirectory() as folder:
    def package(language):
        return [sala, "package", "--format", "scorm12", "--language", language, "--out", folder]

    start, true = median([[sala, "--version"], ["/bin/true"]], runs)
    print(f"start-up: {start:.1f} ms, {start - true:.1f} ms above a process that does nothing")
    check, english, khmer = median([[sala, "check"], package("en"), package("km")], max(5, runs // 4))
    print(f"check: {check:.0f} ms; package en: {english:.0f} ms; package km: {khmer:.0f} ms")
    print(f"check and both packages: {check + english + khmer:.0f} ms")
