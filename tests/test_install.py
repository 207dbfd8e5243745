"""What ``pip install`` gives: every verb from any directory, with the record inside and nothing written beside it."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.helpers import ROOT

VERBS = {
    "check": ("check", "-", "--published", "2022-05-13", "--today", "2022-05-13"),
    "when": ("when", "NATO has 30 members"),
    "show": ("show", "FIN NATO", "--on", "2023-06-01"),
    "suppose": ("suppose", "Finland joins NATO", "--on", "2022-05-13"),
    "accession": ("accession", "FIN", "NATO", "--on", "2022-08-01"),
    "validate": ("validate",),
}


def _content(folder: Path) -> dict[str, tuple[bytes, int]]:
    return {str(path.relative_to(folder)): (path.read_bytes(), path.stat().st_mtime_ns) for path in folder.rglob("*") if path.is_file()}


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The package, built and installed as a user's pip does it, in a folder that nobody may write to."""
    folder = tmp_path_factory.mktemp("installed") / "site"
    done = subprocess.run(
        [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-deps", "--target", str(folder), str(ROOT)],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    folders = [folder, *(path for path in folder.rglob("*") if path.is_dir())]
    for path in folder.rglob("*"):
        if path.is_file():
            path.chmod(0o444)
    for path in folders:
        path.chmod(0o555)
    yield folder
    for path in folders:
        path.chmod(0o755)


def _run(installed: Path, tmp_path: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir(exist_ok=True)
    environment = {
        **os.environ,
        "PYTHONPATH": f"{installed}{os.pathsep}{sysconfig.get_paths()['purelib']}",
        "FOEDUS_CACHE": str(tmp_path / "cache"),
    }
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    # -S keeps the editable installation of the checkout out of the way: what answers is what was installed.
    return subprocess.run(
        [sys.executable, "-S", "-m", "foedus", *arguments],
        input="NATO has 30 members.\n",
        capture_output=True,
        text=True,
        cwd=elsewhere,
        env=environment,
        check=False,
    )


@pytest.mark.parametrize("arguments", VERBS.values(), ids=VERBS.keys())
def test_every_verb_runs_from_another_directory(installed: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    done = _run(installed, tmp_path, *arguments)
    assert done.stderr == ""
    assert done.returncode == 0


@pytest.mark.parametrize("arguments", VERBS.values(), ids=VERBS.keys())
def test_no_verb_changes_what_was_installed(installed: Path, tmp_path: Path, arguments: tuple[str, ...]) -> None:
    before = _content(installed)
    _run(installed, tmp_path, *arguments)
    assert _content(installed) == before


def test_the_installed_package_answers(installed: Path, tmp_path: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    done = subprocess.run(
        [sys.executable, "-S", "-c", "import foedus.record; print(foedus.record.edition_folder())"],
        capture_output=True,
        text=True,
        cwd=tmp_path,
        env=environment,
        check=True,
    )
    assert done.stdout.strip() == str(installed / "foedus" / "edition")


def test_the_whole_record_ships(installed: Path) -> None:
    shipped = installed / "foedus" / "edition"
    written = {str(path.relative_to(ROOT / "record")): path.read_bytes() for path in (ROOT / "record").rglob("*") if path.is_file()}
    assert {str(path.relative_to(shipped)): path.read_bytes() for path in shipped.rglob("*") if path.is_file()} == written


def test_the_licences_of_code_and_record_ship(installed: Path) -> None:
    assert len(list(installed.glob("foedus-*.dist-info/licenses/**/LICENSE"))) == 2


def test_the_package_says_that_it_is_typed(installed: Path) -> None:
    assert (installed / "foedus" / "py.typed").is_file()
