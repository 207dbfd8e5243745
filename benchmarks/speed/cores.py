"""How much faster two cores check an archive than one, and how much memory it takes as the archive grows.

Peer: the same command with ``--jobs 1``, in the same run, alternating with it. The archive is made up: JSON Lines of news-like pages of some 5 KB, in the
order of their days over ten years, one in ``--every`` of them the example's own prose about alliances. Target: two cores at least 1.8 times one, and memory
that does not grow with the input. Memory is the greatest sum over all processes, each page of memory that they share counted once (PSS).

python benchmarks/speed/cores.py --megabytes 10 100 1000
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
WORDS = [
    "the",
    "council",
    "budget",
    "road",
    "school",
    "harbour",
    "river",
    "minister",
    "mayor",
    "officials",
    "said",
    "on",
    "Tuesday",
    "that",
    "plans",
    "for",
    "new",
    "housing",
    "would",
    "be",
    "put",
    "to",
    "a",
    "vote",
    "after",
    "weeks",
    "of",
    "talks",
    "with",
    "residents",
    "who",
    "fear",
    "higher",
    "rents",
    "and",
    "longer",
    "queues",
    "while",
    "farmers",
    "in",
    "the",
    "valley",
    "hope",
    "for",
    "rain",
    "before",
    "harvest",
]
PAGES_A_DAY = 5


class Run(NamedTuple):
    """What a run took: seconds by the clock, seconds of processors (and those of them before others could help), and its greatest memory in MB."""

    wall: float
    cpu: float
    alone: float
    memory: float

    @property
    def undisturbed(self) -> float:
        """The seconds that two cores take which nothing else wants: what is done alone, and half of the rest."""
        return self.alone + (self.cpu - self.alone) / 2


def pages(megabytes: int, every: int) -> Iterator[str]:
    """Lines of JSON, as many as fill that much."""
    chance, left, number = random.Random(2026), megabytes * 1_000_000, 0
    prose = (ROOT / "examples" / "nato-explainer.md").read_text().split("---", 2)[-1]
    while left > 0:
        sentences = (" ".join(chance.choices(WORDS, k=18)).capitalize() + "." for _ in range(48))
        text = prose if number % every == 0 else " ".join(sentences)
        day = date(2015, 1, 1) + timedelta(days=number // PAGES_A_DAY % 3650)
        line = json.dumps({"name": f"page-{number}", "text": text, "published": day.isoformat()}) + "\n"
        yield line
        left -= len(line)
        number += 1


def run(path: Path, jobs: int) -> Run:
    """One run of the command, its memory looked at ten times a second."""
    command = [sys.executable, "-m", "foedus", "check", str(path), "--format", "jsonl", "--today", "2026-11-24", "--jobs", str(jobs)]
    before, start = os.times(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT / "src")})
    memory = alone = 0.0
    while process.poll() is None:
        together = family(process.pid)
        memory = max(memory, sum(map(proportional, together)))
        if len(together) == 1:
            alone = spent(process.pid) or alone
        time.sleep(0.1)
    if process.returncode not in (0, 1):  # 1 says that something on a page is refuted
        raise SystemExit(f"foedus check ended with status {process.returncode}: nothing is measured")
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    return Run(time.perf_counter() - start, cpu, cpu if jobs == 1 else alone, memory)


def spent(pid: int) -> float:
    """The seconds of processors that a process has had."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError):
        return 0.0


def family(pid: int) -> list[int]:
    """A process and its children."""
    try:
        return [pid, *(int(child) for task in Path(f"/proc/{pid}/task").glob("*/children") for child in task.read_text().split())]
    except OSError:
        return []


def proportional(pid: int) -> float:
    """The megabytes of a process, what it shares with others shared out among them."""
    try:
        lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("Pss:")) / 1024
    except (OSError, StopIteration):
        return 0.0


class Compared(NamedTuple):
    """Two cores against one: by the clock, and by the time of processors, as where nothing else runs."""

    clock: float
    quiet: float


def measured(sizes: list[int], every: int, runs: int) -> tuple[dict[tuple[int, int], Run], Compared]:
    """The median run for each size in megabytes and number of jobs; the first size is run with one job as well, taking turns."""
    table: dict[tuple[int, int], Run] = {}
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "archive.jsonl"
        for number, megabytes in enumerate(sizes):
            with path.open("w") as file:
                file.writelines(pages(megabytes, every))
            found: dict[int, list[Run]] = {1: [], 2: []}
            for _ in range(runs if number == 0 else 1):
                for jobs in (1, 2) if number == 0 else (2,):
                    found[jobs].append(run(path, jobs))
            for jobs, several in found.items():
                if several:
                    table[megabytes, jobs] = Run(*(statistics.median(column) for column in zip(*several, strict=True)))
            if number == 0:
                pairs = list(zip(found[1], found[2], strict=True))
                compared = Compared(
                    statistics.median(one.wall / two.wall for one, two in pairs),
                    statistics.median(one.cpu / two.undisturbed for one, two in pairs),
                )
    return table, compared


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument(
        "--megabytes", type=int, nargs="+", default=[10, 100], help="sizes of the archive; the first is that of the comparison"
    )
    parser.add_argument("--every", type=int, default=100, help="one page in so many is about alliances")
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    table, compared = measured(options.megabytes, options.every, options.runs)
    print("| input | jobs | seconds | seconds of processors | memory at most, MB |\n|---|---|---|---|---|")
    for (megabytes, jobs), took in table.items():
        print(f"| {megabytes:,} MB | {jobs} | {took.wall:.1f} | {took.cpu:.1f} | {took.memory:.0f} |")
    print(
        f"two cores against one, {options.runs} runs of {options.megabytes[0]} MB: {compared.clock:.2f} times by the clock (target: at least 1.8); "
        f"{compared.quiet:.2f} by the time of processors, as where nothing else runs"
    )


if __name__ == "__main__":
    main()
