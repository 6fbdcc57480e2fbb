"""Statistics of large tables: whole processes, from CSV to JSON, in turn with a peer.

  python3 Benchmarks/analysis.py SALA

The peers are short scripts below, in Python with polars, pandas and scipy from .cache/venv; where
that is missing Sala is timed alone (PEER_PYTHON names another one). RUNS sets how often (5). The data are made up with a seed.
"""
import json
import os
import pathlib
import random
import statistics
import subprocess
import sys
import time

sala = os.path.abspath(sys.argv[1])
runs = int(os.environ.get("RUNS", "5"))
root = pathlib.Path(__file__).resolve().parent.parent
data = root / ".cache/bench-analysis"
python = pathlib.Path(os.environ.get("PEER_PYTHON", root / ".cache/venv/bin/python"))
SEED = 20261126

ITEMS_PEER = """
import json, sys
import polars as pl
folder = sys.argv[1]
key = dict(pl.read_csv(folder + "/key.csv").iter_rows())
items = list(key)
table = pl.read_csv(folder + "/answers.csv", schema_overrides={i: pl.String for i in items}).select(items)
right = table.select([(pl.col(i) == key[i]).fill_null(False).cast(pl.Float64) for i in items])
right = right.with_columns(total=pl.sum_horizontal(items))
row = right.select([pl.col(i).var().alias(i) for i in items] + [pl.col("total").var()]
                   + [pl.corr(pl.col(i), pl.col("total") - pl.col(i)).alias("r" + i) for i in items]
                   + [pl.col(i).mean().alias("m" + i) for i in items]).row(0, named=True)
k = len(items)
alpha = k / (k - 1) * (1 - sum(row[i] for i in items) / row["total"])
options = {}
both = table.with_columns(right["total"])
for i in items:
    rest = pl.col("total") - right[i]
    found = both.lazy().select(o=pl.col(i).fill_null("-"), rest=rest).group_by("o").agg(
        pl.len().alias("n"), pl.col("rest").mean()).sort("o").collect()
    options[i] = found.rows()
print(json.dumps({"alpha": alpha, "r": {i: row["r" + i] for i in items}, "options": options}))
"""

CHANGE_PEER = """
import json, sys
import numpy as np, pandas as pd
from scipy import stats
table = pd.read_csv(sys.argv[1] + "/change.csv").dropna(subset=["pre", "post"])
out, chance = [], np.random.default_rng(1)
for name, group in table.groupby(["province", "sex"]):
    gain = (group.post - group.pre).to_numpy()
    t = stats.ttest_rel(group.post, group.pre)
    w = stats.wilcoxon(gain, correction=True, method="asymptotic")
    b = stats.bootstrap((gain,), np.mean, n_resamples=2000, method="percentile", random_state=chance, batch=200)
    out.append([list(name), len(gain), t.statistic, w.pvalue, b.confidence_interval.low, b.confidence_interval.high])
print(json.dumps(out))
"""


def make():
    """Writes the tables once: 100,000 people by 60 items, and 200,000 pairs in 50 groups."""
    if (data / "change.csv").exists():
        return
    data.mkdir(parents=True, exist_ok=True)
    chance = random.Random(SEED)
    key = [chance.choice("ABCD") for _ in range(60)]
    hard = [chance.gauss(0, 1) for _ in range(60)]
    with open(data / "key.csv", "w") as file:
        file.write("item,key\n" + "".join(f"q{j + 1},{k}\n" for j, k in enumerate(key)))
    # Chances of an answer by ability, in steps, so that a choice is one look-up.
    letters = [["ABCD".replace(k, "")] for k in key]
    with open(data / "answers.csv", "w") as file:
        file.write("id,sex," + ",".join(f"q{j + 1}" for j in range(60)) + "\n")
        for person in range(100_000):
            level = chance.gauss(0, 1)
            cells = []
            for j in range(60):
                draw = chance.random()
                if draw < 0.015:
                    cells.append("")
                elif draw < 0.015 + 0.985 / (1 + 2.718281828 ** (hard[j] - level)):
                    cells.append(key[j])
                else:
                    cells.append(letters[j][0][int(draw * 1e6) % 3])
            file.write(f"L{person:07d},{'FM'[person % 2]}," + ",".join(cells) + "\n")
    with open(data / "change.csv", "w") as file:
        file.write("id,province,sex,pre,post\n")
        for person in range(200_000):
            level = chance.gauss(30, 9)
            pre = min(60, max(0, round(level + chance.gauss(0, 3))))
            post = min(60, max(0, round(level + 4 + chance.gauss(0, 4))))
            file.write(f"L{person:07d},p{chance.randrange(25):02d},{'FM'[person % 2]},"
                       f"{'' if chance.random() < 0.03 else pre},{'' if chance.random() < 0.12 else post}\n")


def once(command):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        sys.exit(f"failed: {' '.join(map(str, command))}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def has_peer():
    return python.exists() and subprocess.run(
        [python, "-c", "import polars, pandas, scipy"], capture_output=True).returncode == 0


def compare(name, ours, peer):
    commands = [ours] + ([peer] if peer else [])
    times = [[] for _ in commands]
    peak = 0
    for turn in range(runs + 1):
        for slot, command in zip(times, commands):
            seconds, memory = once(command)
            slot.append(seconds)
            if command is ours:
                peak = max(peak, memory)
    middle = [statistics.median(slot[1:]) for slot in times]
    line = f"{name}: {middle[0]:.3f} s, {peak:.0f} MiB"
    if peer:
        line += f"; peer {middle[1]:.3f} s; ratio {middle[0] / middle[1]:.3f}"
    print(line)


make()
peer = has_peer()
compare("items 100,000 × 60",
        [sala, "analyse", "items", data / "answers.csv", "--key", data / "key.csv", "--format", "json"],
        [python, "-c", ITEMS_PEER, data] if peer else None)
compare("change 200,000 people, 50 groups, 2,000 draws",
        [sala, "analyse", "change", data / "change.csv", "--pre", "pre", "--post", "post", "--by", "province,sex",
         "--bootstrap", "2000", "--seed", "1", "--format", "json"],
        [python, "-c", CHANGE_PEER, data] if peer else None)
