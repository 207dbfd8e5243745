"""The canonical form of a record's text: changes no fact, is restored from any order, and stays as it is."""

from __future__ import annotations

import csv
import io
import random
import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from foedus.errors import BadInput
from foedus.fact import Fact
from foedus.lists import LISTS
from foedus.record import read_checked
from foedus.record_format import files, formatted, write_csv
from tests.helpers import ROOT, foedus

RECORD = ROOT / "record"
MINIMAL = ROOT / "tests" / "records" / "good" / "minimal"


def facts(folder: Path) -> list[tuple[object, ...]]:
    """Every fact of a record but for where it is written, sorted."""
    sections, problems = read_checked(str(folder))
    assert [problem for problem in problems if problem.severity == "invalid"] == []
    found = [fact for part in sections.values() if isinstance(part, tuple) for fact in part if isinstance(fact, Fact)]
    return sorted(((type(fact).__name__, *fact[:3], *fact[4:]) for fact in found), key=repr)


def test_the_edition_is_in_canonical_form() -> None:
    assert [name for name in files(str(RECORD)) if formatted(name, (RECORD / name).read_text()) != (RECORD / name).read_text()] == []


@pytest.mark.parametrize("name", ["states.csv", "borders.csv", "offices.csv", "coverage.csv", "sources.bib"])
def test_lines_in_any_order_are_sorted_back(name: str) -> None:
    text = (RECORD / name).read_text()
    lines = text.splitlines(keepends=True)
    head, body = ([], lines) if name.endswith(".bib") else (lines[:1], lines[1:])
    random.Random(7).shuffle(body)
    assert formatted(name, "".join(head + body)) == text


def test_keys_and_spacing_of_a_treaty_are_put_in_order() -> None:
    untidy = 'name = "A"\nid="a"\nsigned = "1950-01-01"\nin_force = "1950-01-01"\nmembers = [\n{ cite = "s[1]",from="1950-01-01", state = "FIN" , known_from = "event" }\n]\n'
    assert formatted("treaties/1950-a.toml", untidy) == (
        'id = "a"\nname = "A"\nsigned = "1950-01-01"\nin_force = "1950-01-01"\n\nmembers = [\n'
        '  { state = "FIN", from = "1950-01-01", cite = "s[1]", known_from = "event" },\n]\n'
    )


def test_formatting_changes_no_fact(tmp_path: Path) -> None:
    before = tmp_path / "record"
    shutil.copytree(MINIMAL, before)
    was = facts(before)
    for name in files(str(before)):
        text = (before / name).read_text()
        if name.endswith(".csv"):
            (before / name).write_text("\n".join(text.splitlines()[:1] + sorted(text.splitlines()[1:], reverse=True)) + "\n")
    assert foedus("format", str(before)).returncode == 0
    assert facts(before) == was


@given(
    st.lists(
        st.fixed_dictionaries(
            {name: st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=12) for name in ("a", "b", "km", "note")}
        )
    )
)
def test_what_is_formatted_once_stays_as_it_is(rows: list[dict[str, str]]) -> None:
    once = write_csv(rows, LISTS["borders.csv"].columns, LISTS["borders.csv"].sort)
    again = list(csv.DictReader(io.StringIO(once, newline="")))
    assert write_csv(again, LISTS["borders.csv"].columns, LISTS["borders.csv"].sort) == once


def test_a_check_names_the_files_and_writes_nothing(tmp_path: Path) -> None:
    shutil.copytree(MINIMAL, tmp_path / "record")
    states = tmp_path / "record" / "states.csv"
    lines = states.read_text().splitlines()
    states.write_text("\n".join([lines[0], *reversed(lines[1:])]) + "\n")
    written = states.read_text()
    done = foedus("format", "--check", str(tmp_path / "record"))
    assert done.returncode == 1
    assert "would format states.csv" in done.stdout
    assert states.read_text() == written


@pytest.mark.parametrize(
    ("name", "text", "message"),
    [
        ("treaties/a.toml", '# founded twice\nid = "a"\n', "treaties/a.toml:1: a comment would be lost"),
        ("treaties/a.toml", 'id = "a"\nnmae = "A"\n', "unknown key 'nmae': nothing is changed"),
        ("treaties/a.toml", 'id = "a\n', "is not well-formed TOML"),
        ("borders.csv", "a,b,length\nFIN,NOR,736\n", "has columns or fields that its list does not"),
        ("borders.csv", "a,b,km\nFIN,NOR,736,1\n", "has columns or fields that its list does not"),
        ("borders.csv", 'a,b,km\nFIN,"NOR,736\n', "is not well-formed CSV"),
        ("treaties/a.toml", 'id = "a" # founded twice\n', "treaties/a.toml:1: a comment would be lost"),
        ("treaties/a.toml", 'id = "a"\nmembers = 5\n', "'members' is not a list of tables"),
        ("treaties/a.toml", 'id = ["a"]\n', "stands where text is expected"),
        ("treaties/a.toml", 'id = "a"\n[coverage]\nupto = "1950"\n', "'upto' is no table or key of a coverage"),
        ("borders.csv", "a,b,km,km\nFIN,NOR,736,737\n", "has columns or fields that its list does not"),
        ("sources.bib", '@string{nato = "NATO"}\n@misc{a, title = {A}, url = {https://example.org}}\n', "would be lost"),
        ("rivers.csv", "a\nb\n", "is no list of the record"),
        (
            "sources.bib",
            "% the depositary\n@misc{a, title = {A}, url = {https://example.org}}\n",
            "a comment, string or preamble would be lost",
        ),
        ("sources.bib", "@misc{a, title = {A, url = {https://example.org}}\n", "is not a readable entry"),
    ],
)
def test_what_cannot_be_formatted_without_loss_is_left_alone(name: str, text: str, message: str) -> None:
    with pytest.raises(BadInput, match=message.replace(".", r"\.").replace("(", r"\(")):
        formatted(name, text)
