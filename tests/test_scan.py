"""The first pass over a page errs on one side only: what it does not want has no finding."""

from __future__ import annotations

import tomllib
from datetime import date

import pytest

from foedus.check import check_page
from foedus.reading.formats.raw import Raw
from foedus.reading.page import from_text
from foedus.reading.scan import Scanner
from foedus.record import load
from foedus.scale.batch import Inquiry, answers
from foedus.writing.parts import EMPTY, PARTS
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


@pytest.mark.parametrize("space", ["\n", "\t", "\r", "\N{NO-BREAK SPACE}"])
def test_a_name_is_found_across_a_line_break(scanner: Scanner, space: str) -> None:
    assert scanner.wanted(f"The North Atlantic Treaty{space}Organization has 30 members.".encode())


def test_a_name_across_a_line_break_is_read() -> None:
    page = from_text("page", "The European\nUnion and Russia differ. The North Atlantic Treaty\nOrganization has 30 members.")
    [finding] = check_page(page, load(), published=date(2022, 5, 13), today=TODAY).findings
    assert finding.claim.args()["n"] == 30


@pytest.mark.parametrize(
    "markup",
    [
        "<p><a href='/nato'>NATO</a>&#8217;s <b>30</b> members</p>",
        "<p>The North Atlantic Treaty&nbsp;Organization has 30 members.</p>",
        "<p>The North <b>Atlantic</b>\n<i>Treaty</i> Organization has 30 members.</p>",
    ],
)
def test_markup_does_not_hide_names(scanner: Scanner, markup: str) -> None:
    assert scanner.wants(Raw("page", "html", markup))


def test_what_is_not_parsed_at_all_is_wanted(scanner: Scanner) -> None:
    assert scanner.wants(Raw("page.html", "file"))


@pytest.mark.parametrize("form", ["csv", "sarif", "parquet", "claimreview", "jsonl"])
def test_scanning_changes_no_answer(scanner: Scanner, form: str) -> None:
    record, pages = load(), [Raw(f"page {number}", "text", text, published) for number, (text, published) in enumerate(PASSAGES[::7])]
    inquiry = Inquiry(TODAY, PARTS[form], empty=EMPTY.get(form))
    assert not all(scanner.wants(page) for page in pages)
    assert list(answers(pages, record, inquiry, scans=True)) == list(answers(pages, record, inquiry))


def test_bytes_that_are_no_text_are_not_wanted(scanner: Scanner) -> None:
    assert not scanner.wanted(bytes(range(256)) * 64)
