"""Kills the engine or the worker of a small study again and again, and compares the final tables.

Usage: python3 src/bench/kill_study.py [JAR] [KILLS] [SEED]

Three runs of the same study of 32 designs on the practice task `reviews`: undisturbed with two slots, undisturbed
with one, and one that is killed (-9) KILLS times at random moments, engine or worker by turns of chance, and
continued each time. Prints one line for each kill and whether the three tables are equal byte for byte.
"""

import difflib
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

JAR = sys.argv[1] if len(sys.argv) > 1 else "target/spindle.jar"
KILLS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
RANDOM = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
SETTINGS = (
    "--task reviews --budget 1% --draws 4 --first-look 4 --order grouping,allocation --examples 64 --epochs 1 "
    "--batch 8 --max-tokens 32 --rate 5e-3 --scored 60"
).split()


def spindle(*arguments):
    done = subprocess.run(["java", "-jar", JAR, *arguments], capture_output=True, text=True)
    if done.returncode != 0:
        raise SystemExit(f"{arguments}: {done.stderr}")
    return done.stdout


def make(file, slots):
    spindle("study", "new", str(file), *SETTINGS, "--slots", str(slots))


def start(file):
    return subprocess.Popen(
        ["java", "-jar", JAR, "study", "run", str(file), "--json"],
        stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)


def processes(root):
    """The process and its descendants: (id, command line)."""
    children = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            try:
                fields = (entry / "stat").read_text().rsplit(")", 1)[1].split()
                line = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
                children.setdefault(int(fields[1]), []).append((int(entry.name), line))
            except OSError:
                pass
    found, queue = [], [root]
    while queue:
        for child in children.get(queue.pop(), []):
            found.append(child)
            queue.append(child[0])
    return found


def kill_one(run):
    family = processes(run.pid)
    workers = [pid for pid, line in family if "NativeMain" in line]
    engines = [pid for pid, line in family if "NativeMain" not in line] or [run.pid]
    if workers and RANDOM.random() < 0.5:
        subprocess.run(["kill", "-9", str(RANDOM.choice(workers))], check=False)
        return "worker"
    subprocess.run(["kill", "-9", str(engines[-1])], check=False)
    subprocess.run(["kill", "-9", str(run.pid)], check=False)
    run.wait()
    return "engine"


def killed(file):
    kills = 0
    while True:
        run = start(file)
        while run.poll() is None:
            if kills < KILLS:
                try:
                    run.wait(RANDOM.uniform(1, 14))
                    break
                except subprocess.TimeoutExpired:
                    kills += 1
                    print(f"kill {kills}: {kill_one(run)}", flush=True)
            else:
                run.wait()
        if run.returncode == 0:
            return kills


def main():
    with tempfile.TemporaryDirectory() as folder:
        files = {name: Path(folder) / f"{name}.spindle" for name in ("two", "one", "killed")}
        for name, slots in (("two", 2), ("one", 1)):
            make(files[name], slots)
            began = time.time()
            start(files[name]).communicate()
            print(f"{slots} slots: {time.time() - began:.1f} s", flush=True)
        make(files["killed"], 2)
        began = time.time()
        kills = killed(files["killed"])
        print(f"{kills} kills: {time.time() - began:.1f} s")
        tables = {name: spindle("study", "trials", str(file), "--csv") for name, file in files.items()}
        verdicts = {name: spindle("study", "verdict", str(file), "--json") for name, file in files.items()}
        print(f"{tables['two'].count(chr(10)) - 1} rows")
        print("1 slot and 2 slots:", "identical" if tables["one"] == tables["two"] else "DIFFERENT")
        print("killed and undisturbed:", "identical" if tables["killed"] == tables["two"] else "DIFFERENT")
        print("verdicts:", "identical" if len(set(verdicts.values())) == 1 else "DIFFERENT")
        for line in difflib.unified_diff(*(tables[name].splitlines() for name in ("two", "killed")), lineterm="", n=0):
            print(line[:300])
        raise SystemExit(0 if len(set(tables.values())) == 1 and len(set(verdicts.values())) == 1 else 1)


main()
