"""What tests share: the edition, and running the command line as a user does."""

from __future__ import annotations

import functools
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

from foedus.claims.claim import Claim
from foedus.reading.claim_text import parse
from foedus.record import Record, load

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 24)


@functools.cache
def edition() -> Record:
    """The record that ships, loaded once for all tests."""
    return load(ROOT / "record")


def claim(words: str) -> Claim:
    """The one claim that a sentence makes."""
    (reading,) = parse(words, edition(), TODAY)
    return reading.claim


def foedus(*arguments: str, stdin: bytes | None = None, cwd: Path | None = None, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run ``foedus`` in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-m", "foedus", *arguments],
        input=stdin,
        capture_output=True,
        cwd=cwd or ROOT,
        env={**os.environ, "NO_COLOR": "1", **environment},
        check=False,
    )
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())
