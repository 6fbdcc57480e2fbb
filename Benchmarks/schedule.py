#!/usr/bin/env python3
"""Schedules: time, gap and memory of `sala cascade schedule`, beside glpsol where that is there.

usage: schedule.py SALA [SECONDS] [SEEDS]
Instances: those of SALA_REFERENCE/instances where that is set, and made-up ones (seed printed).
"""
import json, os, pathlib, random, shutil, subprocess, sys, tempfile, time

sala = sys.argv[1]
limit = float(sys.argv[2]) if len(sys.argv) > 2 else 10
seeds = int(sys.argv[3]) if len(sys.argv) > 3 else 3


def made_up(provinces, modules, weeks, trainers, seed):
    draw = random.Random(seed)
    mods = [f"m{i + 1}" for i in range(modules)]
    at = {f"p{i + 1}": (draw.uniform(0, 400), draw.uniform(0, 400)) for i in range(provinces)}
    people = []
    for index in range(trainers):
        home = at[draw.choice(list(at))]
        people.append({
            "id": f"t{index + 1}", "sex": "female" if draw.random() < 0.45 else "male",
            "competent": [m for m in mods if draw.random() < 0.5] or [draw.choice(mods)],
            "availableWeeks": [w for w in range(1, weeks + 1) if draw.random() < 0.75],
            "travelKm": {p: round(((x - home[0]) ** 2 + (y - home[1]) ** 2) ** 0.5)
                         for p, (x, y) in at.items()}})
    return {"weeks": weeks, "modules": mods, "provinces": [{"id": p} for p in at],
            "trainers": people, "synthetic": True, "seed": seed}


def run(command):
    began = time.time()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = process.stdout.read()
    _, _, usage = os.wait4(process.pid, 0)
    return out, time.time() - began, usage.ru_maxrss / 1024


with tempfile.TemporaryDirectory() as folder:
    tasks = []
    reference = os.environ.get("SALA_REFERENCE")
    if reference:
        tasks += sorted(pathlib.Path(reference, "instances").glob("cascade-*.json"))
    for size in [(2, 4, 8, 8, 1), (4, 6, 12, 16, 7), (8, 6, 14, 20, 7), (14, 6, 18, 28, 7),
                 (40, 6, 32, 80, 7)]:
        file = pathlib.Path(folder, "made-{}x{}-weeks{}-trainers{}-seed{}.json".format(*size))
        file.write_text(json.dumps(made_up(*size)))
        tasks.append(file)
    print(f"{'instance':44} seed  status      cost     bound    gap %   s      MiB")
    for task in tasks:
        for seed in range(1, seeds + 1):
            out, seconds, memory = run([
                sala, "cascade", "schedule", str(task), "--format", "json", "--time-limit",
                str(limit), "--seed", str(seed)])
            answer = json.loads(out)
            cost, bound = answer["objective"], answer["bound"]
            gap = f"{100 * (cost - bound) / cost:.2f}" if cost and bound is not None else "–"
            print(f"{task.stem:44} {seed:4}  {answer['status']:10} {cost!s:>8} {bound!s:>8} "
                  f"{gap:>6} {seconds:6.2f} {memory:7.0f}", flush=True)
        if shutil.which("glpsol"):
            program = pathlib.Path(folder, "task.lp")
            subprocess.run([sala, "cascade", "schedule", str(task), "--iterations", "1",
                            "--write-lp", str(program)], capture_output=True)
            began = time.time()
            text = subprocess.run(["glpsol", "--lp", str(program), "--tmlim", str(int(6 * limit))],
                                  capture_output=True, text=True).stdout
            said = [line for line in text.split("\n")
                    if "OPTIMAL SOLUTION FOUND" in line or "NO" in line and "FEASIBLE" in line
                    or "TIME LIMIT" in line]
            print(f"{'  glpsol':44} {said[-1] if said else '?'} {time.time() - began:.1f} s")
