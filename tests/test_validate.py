"""``foedus validate``: one small broken record for each thing that can be wrong, and exactly what is said about it.

``tests/records/good/minimal`` is a whole record; each folder of ``tests/records/bad`` is that record with one fault, and its ``expected.txt`` is what
the command prints. When a message is improved, that file changes with it, and whoever reviews the change reads both.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Sequence
from pathlib import Path

import pytest

from foedus.errors import Problem, RecordError
from foedus.record import load, read_checked
from tests.helpers import ROOT, foedus

RECORDS = ROOT / "tests" / "records"
MINIMAL = RECORDS / "good" / "minimal"
BAD = sorted(path for path in (RECORDS / "bad").iterdir() if path.is_dir())
DOUBTFUL = {"accession-steps-out-of-order", "accession-without-spell", "end-without-bound", "source-cited-nowhere"}


def _name(path: Path) -> str:
    return path.name


@pytest.mark.parametrize("folder", BAD, ids=_name)
def test_says_what_is_wrong_and_where(folder: Path) -> None:
    done = foedus("validate", str(folder))
    assert done.stdout == (folder / "expected.txt").read_text()
    assert done.stderr == ""


@pytest.mark.parametrize("folder", BAD, ids=_name)
def test_exit_status_tells_invalid_from_doubtful(folder: Path) -> None:
    assert foedus("validate", str(folder)).returncode == (2 if folder.name in DOUBTFUL else 1)


@pytest.mark.parametrize("folder", BAD, ids=_name)
def test_json_has_the_same_problems(folder: Path) -> None:
    problems = [Problem(**problem) for problem in json.loads(foedus("validate", str(folder), "--format", "json").stdout)]
    assert [str(problem) for problem in problems] == (folder / "expected.txt").read_text().splitlines()[:-1]


@pytest.mark.parametrize("folder", [path for path in BAD if path.name not in DOUBTFUL], ids=_name)
def test_an_invalid_record_does_not_load(folder: Path) -> None:
    with pytest.raises(RecordError) as caught:
        load(folder, cache=False)
    assert all(problem.severity == "invalid" for problem in caught.value.problems)


@pytest.mark.parametrize("name", sorted(DOUBTFUL))
def test_a_doubtful_record_loads(name: str) -> None:
    assert load(RECORDS / "bad" / name, cache=False).sources


@pytest.mark.parametrize("folder", BAD, ids=_name)
def test_each_bad_record_differs_from_the_good_one_in_one_file(folder: Path) -> None:
    good = {str(path.relative_to(MINIMAL)): path.read_bytes() for path in MINIMAL.rglob("*") if path.is_file()}
    bad = {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file() and path.name != "expected.txt"}
    assert len([name for name in good.keys() | bad.keys() if good.get(name) != bad.get(name)]) == 1


def test_a_clean_record_exits_with_0() -> None:
    done = foedus("validate", str(MINIMAL))
    assert (done.returncode, done.stdout) == (0, "16 facts from 2 sources: 0 invalid, 0 doubtful\n")


def test_the_edition_has_no_invalid_line() -> None:
    _, problems = read_checked(str(ROOT / "record"))
    assert [str(problem) for problem in problems if problem.severity == "invalid"] == []


def test_without_a_folder_the_edition_is_checked() -> None:
    assert foedus("validate").stdout == foedus("validate", str(ROOT / "record")).stdout


def test_a_folder_that_does_not_exist(tmp_path: Path) -> None:
    missing = tmp_path / "nowhere"
    done = foedus("validate", str(missing))
    assert done.stdout.splitlines()[0] == f"{missing}: is not a folder: expected a record (sources.bib, states.csv, treaties/, …)"
    assert done.returncode == 1


def test_a_folder_that_is_no_record(tmp_path: Path) -> None:
    assert foedus("validate", str(tmp_path)).stdout.splitlines()[0] == "sources.bib:1: is missing: every record needs its sources"


def _with(tmp_path: Path, changes: Sequence[tuple[str, str, str]]) -> Path:
    folder = tmp_path / "record"
    shutil.copytree(MINIMAL, folder)
    for name, old, new in changes:
        path = folder / name
        assert old in path.read_text()
        path.write_text(path.read_text().replace(old, new, 1))
    return folder


def test_all_faults_are_named_at_once(tmp_path: Path) -> None:
    folder = _with(
        tmp_path,
        [("borders.csv", "736", "many"), ("states.csv", "1905-06-07", "1905-06-31"), ("treaties/1951-northern.toml", "[p. 13]", "")],
    )
    places = [line.split(": ")[0] for line in foedus("validate", str(folder)).stdout.splitlines()]
    assert {"borders.csv:2", "states.csv:3", "treaties/1951-northern.toml:16"} <= set(places)


def test_another_verb_refuses_an_invalid_record() -> None:
    done = foedus("show", "NORTH", "--record", str(RECORDS / "bad" / "bad-date"))
    assert done.stdout == ""
    assert (
        done.stderr
        == "foedus: the record is invalid:\ntreaties/1951-northern.toml:15: member SWE: 'until': “1960-06-31” is not a day of the calendar\n"
    )
    assert done.returncode == 1


def test_validating_changes_no_file(tmp_path: Path) -> None:
    folder = _with(tmp_path, [])
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}
    foedus("validate", str(folder))
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()} == before
