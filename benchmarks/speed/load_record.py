"""How long the record takes to load: from text with validation, once per change, against from the cache.

Peer: loading and validating the text, in the same run. "From the cache" restores every section, though a question reads only what it needs.
Target: from the cache in under a tenth of the time.
"""

from __future__ import annotations

import os
import statistics
import tempfile
import time
from collections.abc import Callable, Sized

RUNS = 7


def median(run: Callable[[], object], runs: int) -> float:
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        loaded = run()
        times.append(time.perf_counter() - start)
        del loaded  # to take a record down again is no part of loading it
    return statistics.median(times)


def main() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    with tempfile.TemporaryDirectory() as directory:
        os.environ["FOEDUS_CACHE"] = directory
        from foedus.facts import KINDS
        from foedus.record import edition_folder, load, read_checked

        def whole() -> list[Sized]:
            record = load()
            return [*(record.of(kind) for kind in KINDS), record.sources, record.lexicon.names]

        pieces = sum(map(len, whole()))
        text = median(lambda: read_checked(edition_folder()), RUNS)
        cached = median(whole, RUNS * 5)
    print(
        f"record of {pieces} facts, sources and names: from text {text * 1000:.0f} ms, from the cache {cached * 1000:.1f} ms; ratio {cached / text:.3f} (target: under 0.1)"
    )


if __name__ == "__main__":
    main()
