"""How long `foedus when` takes in a process of its own, against the bare interpreter.

Peer: ``python -c pass`` of the same interpreter, in the same run, alternating with it. The record and the index of phrasings are in the user's cache, as
from the second use on; the first use after a change of the record, which compiles it from text, is printed apart.
Target: at most 10 times the peer.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time

from clock import one_core

RUNS = 21
CLAIM = "NATO has 30 members"


def seconds(command: list[str], environment: dict[str, str]) -> float:
    start = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - start


def main() -> None:
    one_core()
    with tempfile.TemporaryDirectory() as cache:
        environment = {**os.environ, "FOEDUS_CACHE": cache}
        environment.pop("PYTHONDONTWRITEBYTECODE", None)  # as installed: pip compiles a package's modules, Python those of a checkout
        foedus = [os.path.join(os.path.dirname(sys.executable), "foedus"), "when", CLAIM]
        bare = [sys.executable, "-c", "pass"]
        first = seconds(foedus, environment)
        pairs = [(seconds(bare, environment), seconds(foedus, environment)) for _ in range(RUNS)]
    peer, own = (statistics.median(column) for column in zip(*pairs, strict=True))
    print(f"foedus when, cold: {own * 1000:.1f} ms; python -c pass: {peer * 1000:.1f} ms; ratio {own / peer:.1f} (target: at most 10)")
    print(f"  first use, compiling the record from text: {first * 1000:.0f} ms, {first / peer:.0f} times the peer")


if __name__ == "__main__":
    main()
