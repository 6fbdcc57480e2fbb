"""Times item response models of 100,000 people, beside a small program of ours with numpy, in turn.

Both read the same CSV file and end at the highest likelihood; figures are those of whole processes: median of the
runs and the largest memory. The answers are synthetic (seed 7).
    irt.py PATH-OF-SALA [PEOPLE ITEMS]
"""
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

sala = os.path.abspath(sys.argv[1])
people, items = [int(word) for word in sys.argv[2:4]] or [100_000, 60]
root = pathlib.Path(__file__).resolve().parent.parent
venv = root / ".cache" / "bench"
runs = int(os.environ.get("RUNS", "5"))

PEER = '''
import json, sys
import numpy as np
from scipy.optimize import minimize
answers = np.loadtxt(sys.argv[1], delimiter=",", skiprows=1, dtype=np.float32)
people, items = answers.shape
nodes = np.linspace(-6, 6, 61)
heights = np.exp(-0.5 * nodes**2)
heights /= heights.sum()


def height(point):
    slopes, intercepts = point[:items], point[items:]
    logits = np.outer(nodes, slopes) + intercepts
    right, wrong = -np.logaddexp(0, -logits), -np.logaddexp(0, logits)
    total, expected, counts = 0.0, np.zeros_like(logits), np.zeros(len(nodes))
    for start in range(0, people, 16384):
        part = answers[start : start + 16384].astype(float)
        logs = part @ (right - wrong).T + wrong.sum(1) + np.log(heights)
        most = logs.max(1, keepdims=True)
        shares = np.exp(logs - most)
        sums = shares.sum(1, keepdims=True)
        total += float((np.log(sums) + most).sum())
        shares /= sums
        expected += shares.T @ part
        counts += shares.sum(0)
    excess = expected - counts[:, None] * np.exp(right)
    slope = (excess * nodes[:, None]).sum(0)
    return -total / people, -np.concatenate([slope, excess.sum(0)]) / people


shares = answers.mean(0)
start = np.concatenate([np.ones(items), 1.2 * np.log(shares / (1 - shares))])
found = minimize(
    height, start, jac=True, method="L-BFGS-B", options={"ftol": 1e-13, "gtol": 1e-6, "maxiter": 400, "maxcor": 20}
)
print(json.dumps({"logLikelihood": -found.fun * people}))
'''

MAKER = '''
import sys
import numpy as np
path, people, items = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
chance = np.random.default_rng(7)
slopes = np.exp(chance.normal(0, 0.3, items))
difficulties = chance.normal(0, 1, items)
abilities = chance.normal(0, 1, people)
logits = slopes * (abilities[:, None] - difficulties)
answers = (chance.random((people, items)) < 1 / (1 + np.exp(-logits))).astype(np.int8)
with open(path, "w") as file:
    file.write(",".join(f"q{item + 1}" for item in range(items)) + "\\n")
    for row in answers:
        file.write(",".join("01"[mark] for mark in row) + "\\n")
'''


def python():
    """An interpreter with numpy and scipy in a folder of its own; None where it cannot be had."""
    program = venv / "bin" / "python"
    try:
        if not program.exists():
            subprocess.run(["/usr/bin/python3", "-m", "venv", venv], check=True)
        if subprocess.run([program, "-c", "import numpy, scipy"], stderr=subprocess.DEVNULL).returncode:
            subprocess.run(
                [venv / "bin" / "pip", "install", "-q", "--disable-pip-version-check", "numpy", "scipy"], check=True
            )
    except subprocess.CalledProcessError:
        return None
    return program


def once(command):
    """Seconds, MiB and standard output of one run."""
    with tempfile.TemporaryFile() as out:
        start = time.perf_counter()
        process = subprocess.Popen(list(map(str, command)), stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        took = time.perf_counter() - start
        if os.waitstatus_to_exitcode(status) != 0:
            raise SystemExit(f"failed: {' '.join(map(str, command))}")
        out.seek(0)
        return took, usage.ru_maxrss / 1024, out.read()


peer = python()
if peer is None:
    raise SystemExit("irt: numpy cannot be had here, so there is nothing to compare with")
with tempfile.TemporaryDirectory() as folder:
    table = pathlib.Path(folder) / "scored.csv"
    subprocess.run([peer, "-c", MAKER, table, str(people), str(items)], check=True)
    analyse = [sala, "analyse", "irt", table, "--format", "json", "--model"]
    commands = {
        "2PL": analyse + ["2pl"], "Rasch, marginal": analyse + ["rasch"],
        "Rasch, conditional": analyse + ["rasch", "--method", "cml"], "numpy, 2PL": [peer, "-c", PEER, table],
    }
    found = {name: [] for name in commands}
    for turn in range(runs):
        for name, command in commands.items():
            # The peer takes long; a few of its runs are enough for a median.
            if name.startswith("numpy") and turn >= 3:
                continue
            found[name].append(once(command))
    median = {name: statistics.median(run[0] for run in own) for name, own in found.items()}
    for name, own in found.items():
        height = json.loads(own[0][2])["logLikelihood"]
        print(
            f"{people} x {items}, {name}: {median[name]:.2f} s, {max(run[1] for run in own):.0f} MiB,"
            f" log-likelihood {height:.6f}"
        )
    print(f"2PL: {median['2PL'] / median['numpy, 2PL']:.2f} of numpy's time")
