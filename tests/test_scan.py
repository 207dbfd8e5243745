"""The first pass over a page errs on one side only: what it does not want has no finding."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from foedus.check import check_page
from foedus.reading.page import from_text
from foedus.reading.scan import Scanner
from foedus.record import load
from tests.helpers import ROOT

TODAY = date(2026, 11, 24)
PASSAGES = [
    (passage["text"], date.fromisoformat(passage["published"]))
    for file in sorted((ROOT / "benchmarks" / "accuracy" / "corpus" / "dev").glob("*.toml"))
    for passage in tomllib.loads(file.read_text())["passage"]
]


@pytest.fixture(scope="module")
def scanner() -> Scanner:
    return Scanner(load())


def test_no_passage_with_a_finding_is_passed_over(scanner: Scanner) -> None:
    record = load()
    for text, published in PASSAGES:
        if not scanner.wanted(text.encode()):
            assert not check_page(from_text("page", text), record, published=published, today=TODAY).findings, text


@pytest.mark.parametrize(
    "text",
    [
        "The rain will reach the coast by Thursday, forecasters said, and the roads may flood.",
        "The champions won 2-1 in a friendly on Saturday night.",
        "The shares rose 3 percent after the company named a new chief.",
        "",
    ],
)
def test_a_page_about_something_else_is_not_wanted(scanner: Scanner, text: str) -> None:
    assert not scanner.wanted(text.encode())


@pytest.mark.parametrize("space", ["\n", "\t", "\r", "\N{NO-BREAK SPACE}", "&nbsp;"])
def test_a_name_is_found_across_a_line_break(scanner: Scanner, space: str) -> None:
    assert scanner.wanted(f"The North Atlantic Treaty{space}Organization has 30 members.".encode())


def test_a_name_across_a_line_break_is_read() -> None:
    page = from_text("page", "The European\nUnion and Russia differ. The North Atlantic Treaty\nOrganization has 30 members.")
    [finding] = check_page(page, load(), published=date(2022, 5, 13), today=TODAY).findings
    assert finding.claim.args()["n"] == 30


def test_markup_around_names_does_not_hide_them(scanner: Scanner) -> None:
    assert scanner.wanted(b"<p><a href='/nato'>NATO</a>&#8217;s <b>30</b> members</p>")


def test_bytes_that_are_no_text_are_not_wanted(scanner: Scanner) -> None:
    assert not scanner.wanted(bytes(range(256)) * 64)
