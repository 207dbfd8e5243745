"""Mutated pages are read or refused: a short run of what ``benchmarks/robustness/fuzz.py`` does by the million."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest

from tests.helpers import ROOT


def test_mutated_pages_neither_crash_nor_hang_nor_misplace_a_finding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    spec = importlib.util.spec_from_file_location("fuzz", ROOT / "benchmarks" / "robustness" / "fuzz.py")
    assert spec
    assert spec.loader
    fuzz = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(fuzz)
    monkeypatch.chdir(tmp_path)  # where failures would be kept
    counts, _ = fuzz.work((20261125, 400))
    assert counts["failures"] == 0
    assert counts["findings"] > 0
