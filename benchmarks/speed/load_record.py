"""How long the whole record takes to load: from text with validation, once per change, and from the cache.

Peers, all in the same run: merely parsing the same files with ``csv`` and ``tomllib`` (text; target: at most 20 times), the bare interpreter
``python -c pass`` (a process that restores every fact, source and name from the cache; target: at most 10 times), and loading and validating the text
(from the cache in under a tenth of the time). A question reads only the sections that it needs; here every section is restored.
"""

from __future__ import annotations

import csv
import os
import statistics
import subprocess
import sys
import tempfile
import time
import tomllib
from collections.abc import Callable, Sized
from pathlib import Path

from clock import one_core

RUNS = 7
WHOLE = "from foedus.record import load; from foedus.facts import KINDS; r = load(); [r.of(k) for k in KINDS]; r.sources; r.lexicon; import time; print(time.time())"


def median(run: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        loaded = run()
        times.append(time.perf_counter() - start)
        del loaded  # to take a record down again is no part of loading it
    return statistics.median(times)


def parse(folder: Path) -> list[object]:
    """The same files, merely parsed."""
    parsed: list[object] = []
    for path in sorted(folder.rglob("*")):
        if path.suffix == ".csv":
            with path.open(newline="", encoding="utf-8") as file:
                parsed.append(list(csv.reader(file)))
        elif path.suffix == ".toml":
            parsed.append(tomllib.loads(path.read_text(encoding="utf-8")))
    return parsed


def until_loaded(environment: dict[str, str]) -> float:
    """From the start of a process to the moment at which all is there, by the process's own clock."""
    start = time.time()
    done = subprocess.run([sys.executable, "-c", WHOLE], check=True, env=environment, capture_output=True)
    return float(done.stdout) - start


def bare(environment: dict[str, str]) -> float:
    start = time.time()
    subprocess.run([sys.executable, "-c", "pass"], check=True, env=environment, capture_output=True)
    return time.time() - start


def main() -> None:
    one_core()
    with tempfile.TemporaryDirectory() as directory:
        os.environ["FOEDUS_CACHE"] = directory
        from foedus.facts import KINDS
        from foedus.record import edition_folder, load, read_checked

        def whole() -> list[Sized]:
            record = load()
            return [*(record.of(kind) for kind in KINDS), record.sources, record.lexicon.names]

        pieces = sum(map(len, whole()))
        merely = median(lambda: parse(Path(edition_folder())), RUNS)
        text = median(lambda: read_checked(edition_folder()), RUNS)
        cached = median(whole, RUNS * 3)
        environment = {**os.environ}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: pip compiles a package's modules, Python those of a checkout
        until_loaded(environment)
        pairs = [(bare(environment), until_loaded(environment)) for _ in range(RUNS * 2)]
    peer, own = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"record of {pieces:,} facts, sources and names")
    print(
        f"  from text, validated: {text * 1000:.0f} ms; csv and tomllib merely parsing it: {merely * 1000:.0f} ms; ratio {text / merely:.1f} (target: at most 20)"
    )
    print(
        f"  a process that restores all of it: {own * 1000:.0f} ms; python -c pass: {peer * 1000:.1f} ms; ratio {own / peer:.1f} (target: at most 10)"
    )
    print(f"  from the cache: {cached * 1000:.0f} ms; against text and validation: {cached / text:.3f} (target: under 0.1)")


if __name__ == "__main__":
    main()
