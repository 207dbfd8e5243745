"""How the benchmarks of this folder take time: on one core, and in turns with their peers."""

from __future__ import annotations

import os
import statistics
import time
from collections.abc import Callable


def one_core() -> None:
    """Keep this process to one core, where the system lets it."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def seconds(run: Callable[[], object]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start


def taking_turns(one: Callable[[], object], other: Callable[[], object], runs: int) -> tuple[float, float]:
    """The medians of the seconds that two runs take, in turns, so that what disturbs the machine disturbs both."""
    pairs = [(seconds(one), seconds(other)) for _ in range(runs)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)
