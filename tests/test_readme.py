"""What the README and the how-to pages print is what happens: each command runs, each shown line occurs, each exit status is the documented one.

In a ```console block, ``$ `` begins a command, a line ``…`` leaves lines out, a line that ends in ``…`` is shown only so far, and
``[exit status N]`` after the output says what is not 0.
"""

from __future__ import annotations

import doctest
import os
import re
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.helpers import ROOT

PAGES = [ROOT / "README.md", ROOT / "docs" / "tutorial.md", *sorted((ROOT / "docs" / "how-to").glob("*.md"))]
_BLOCK = re.compile(r"^( *)```console\n(.*?)^\1```", re.S | re.M)
_STATUS = re.compile(r"\[exit status (\d+)\]")
_GAP = "…"


@dataclass(frozen=True)
class Example:
    """A command as printed, the lines shown under it, and the exit status that it is said to have."""

    page: str
    command: str
    shown: tuple[str, ...]
    status: int


def examples(page: str, text: str) -> list[Example]:
    found = []
    for indent, block in _BLOCK.findall(text):
        for part in re.split(r"^\$ ", re.sub(rf"^{indent}", "", block, flags=re.M), flags=re.M)[1:]:
            command, *lines = part.rstrip("\n").split("\n")
            status = 0
            if lines and (stated := _STATUS.fullmatch(lines[-1])):
                status = int(stated[1])
                lines.pop()
            found.append(Example(page, command, tuple(lines), status))
    return found


def missing(shown: tuple[str, ...], printed: list[str]) -> str | None:
    """The first shown line that the output lacks, in order; lines without a gap between them follow each other."""
    position, gap = 0, False
    for line in shown:
        if line == _GAP:
            gap = True
            continue
        places = [index for index in range(position, len(printed)) if _is(line, printed[index])]
        if not places or (not gap and places[0] != position):
            return line
        position, gap = places[0] + 1, False
    return None if gap or position == len(printed) or not shown else f"{printed[position]} (printed, but not shown)"


def _is(shown: str, printed: str) -> bool:
    return printed.startswith(shown.removesuffix(_GAP).rstrip()) if shown.endswith(_GAP) else printed.rstrip() == shown.rstrip()


EXAMPLES = [example for page in PAGES for example in examples(str(page.relative_to(ROOT)), page.read_text())]
RUN = [example for example in EXAMPLES if "foedus " in example.command]


@pytest.mark.parametrize("example", RUN, ids=lambda example: f"{example.page}: {example.command}")
def test_a_command_prints_what_is_shown(example: Example, tmp_path: Path) -> None:
    environment = {**os.environ, "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", example.command], cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == example.status
    assert missing(example.shown, done.stdout.splitlines()) is None, done.stdout


def test_every_other_command_is_a_target_of_make() -> None:
    others = [example.command.split("#")[0].split() for example in EXAMPLES if example not in RUN]
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.M))
    assert [command for command in others if command[0] != "make" or command[1] not in targets] == []


@pytest.mark.parametrize("verb", ["check", "when", "show", "suppose", "accession", "validate"])
def test_the_readme_shows_every_verb(verb: str) -> None:
    assert any(f"foedus {verb} " in example.command for example in EXAMPLES if example.page == "README.md")


def test_the_readme_has_a_demo_and_the_tests() -> None:
    commands = [example.command.split("#")[0].strip() for example in EXAMPLES if example.page == "README.md"]
    assert {"make demo", "make test"} <= set(commands)


@pytest.mark.parametrize("page", [page for page in PAGES if "```pycon" in page.read_text()], ids=lambda page: str(page.relative_to(ROOT)))
def test_python_examples_answer_as_shown(page: Path) -> None:
    code = "\n".join(re.findall(r"^```pycon\n(.*?)^```", page.read_text(), re.S | re.M))
    test = doctest.DocTestParser().get_doctest(code, {}, page.name, str(page), 0)
    assert test.examples
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(test, out=report.append)
    assert "".join(report) == ""


SHOWN = ("a", _GAP, "c …")


@pytest.mark.parametrize(
    ("printed", "first"),
    [("a b c-and-more", None), ("a c-and-more", None), ("b a c", "a"), ("a b", "c …"), ("a b c d", "d (printed, but not shown)")],
)
def test_a_line_that_is_not_printed_is_noticed(printed: str, first: str | None) -> None:
    assert missing(SHOWN, printed.split()) == first


def test_lines_without_a_gap_must_follow_each_other() -> None:
    assert missing(("a", "b"), ["a", "x", "b"]) == "b"
