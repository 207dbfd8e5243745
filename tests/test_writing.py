"""Findings leave Foedus in forms that other programs read: JSON Lines, CSV, SARIF, reviewdog's, schema.org's, and marks in the page."""

from __future__ import annotations

import csv
import importlib
import io
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from lxml import html as lxml_html

from foedus.check import Report, check_page
from foedus.commands.main import main
from foedus.errors import BadPage
from foedus.reading.formats import read
from foedus.reading.page import from_text
from foedus.record import load
from foedus.writing.annotations import rdjson, sarif
from foedus.writing.linked_data import claim_reviews, correction_comments
from foedus.writing.marked import marked
from foedus.writing.table import write_csv

EXPLAINER = Path(__file__).parent / "pages" / "explainer.html"
TODAY = date(2026, 11, 24)
TEXT = "Zürich report.\nThe alliance, NATO, has 30 members. Finland is a member of NATO."


@pytest.fixture(scope="module")
def of_text() -> Report:
    return check_page(from_text("page.md", TEXT), load(), published=date(2022, 5, 13), today=TODAY)


@pytest.fixture(scope="module")
def of_html() -> Report:
    return check_page(read(str(EXPLAINER)), load(), today=TODAY)


def test_an_annotation_stands_on_the_very_words(of_text: Report) -> None:
    [run] = sarif([of_text], {})["runs"]
    for result in run["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        line = TEXT.split("\n")[region["startLine"] - 1]
        words = line[region["startColumn"] - 1 : region["endColumn"] - 1]
        assert words == region["snippet"]["text"] == TEXT[region["charOffset"] : region["charOffset"] + region["charLength"]]
    assert [result["level"] for result in run["results"]] == ["warning", "error"]  # gone stale; wrong from the start


def test_a_sarif_log_is_valid(of_text: Report, of_html: Report) -> None:
    from sarif_pydantic import Sarif

    log = sarif([of_text, of_html], {"member_count": "how many members"})
    assert len(Sarif.model_validate(log).runs[0].results or []) == len(log["runs"][0]["results"]) > 3


def test_an_annotation_of_html_stands_on_the_line_of_its_block(of_html: Report) -> None:
    lines = EXPLAINER.read_text().split("\n")
    [members] = [d for d in rdjson([of_html])["diagnostics"] if "30 members" in d["message"]]
    assert lines[members["location"]["range"]["start"]["line"] - 1].startswith("<p>The North Atlantic Treaty Organization")


def test_reviewdog_counts_columns_in_bytes() -> None:
    report = check_page(from_text("page.md", "Zürich: NATO has 30 members."), load(), published=date(2022, 5, 13), today=TODAY)
    [diagnostic] = rdjson([report])["diagnostics"]
    span = diagnostic["location"]["range"]
    line = "Zürich: NATO has 30 members.".encode()
    assert line[span["start"]["column"] - 1 : span["end"]["column"] - 1].decode() == report.findings[0].quote


def test_a_correction_is_offered_as_a_suggestion(of_text: Report) -> None:
    suggestions = [s for d in rdjson([of_text])["diagnostics"] for s in d.get("suggestions", ())]
    assert [suggestion["text"] for suggestion in suggestions] == ["NATO, has 32 members"] or any("32" in s["text"] for s in suggestions)


def nodes(value: Any) -> Iterator[dict[str, Any]]:
    """Every typed node of a JSON-LD document."""
    if isinstance(value, list):
        for item in value:
            yield from nodes(item)
    elif isinstance(value, dict):
        if "@type" in value:
            yield value
        for item in value.values():
            yield from nodes(item)


def test_linked_data_uses_the_terms_of_schema_org(of_text: Report, of_html: Report) -> None:
    models = importlib.import_module("msgspec_schemaorg.models")

    found = [*nodes(claim_reviews([of_text, of_html])), *nodes(correction_comments([of_text, of_html]))]
    assert {node["@type"] for node in found} >= {"ClaimReview", "Claim", "Rating", "CorrectionComment", "CreativeWork"}
    for node in found:
        model = getattr(models, node["@type"])
        unknown = {key for key in node if not key.startswith("@")} - set(model.__struct_fields__)
        assert not unknown, (node["@type"], unknown)


def test_a_claim_of_which_too_little_is_known_bears_no_rating() -> None:
    report = check_page(from_text("page.md", "NATO had 30 members in 1640."), load(), published=date(2022, 5, 13), today=TODAY)
    unknown = check_page(
        from_text("p", "The Prime Minister of Britain, John Nobody, spoke. Sweden's foreign minister Ann Linde left."),
        load(),
        published=date(2022, 5, 13),
        today=TODAY,
    )
    for review, finding in zip(claim_reviews([report, unknown])["@graph"], (*report.findings, *unknown.findings), strict=True):
        assert ("ratingValue" in review["reviewRating"]) == (str(finding.today) != "not_enough_info")


def test_csv_has_a_line_a_finding(of_text: Report) -> None:
    out = io.StringIO()
    write_csv([of_text], out)
    rows = list(csv.DictReader(io.StringIO(out.getvalue())))
    assert [row["claim"] for row in rows] == [finding.wording for finding in of_text.findings]
    assert json.loads(rows[0]["args"]) == of_text.findings[0].claim.args()


def test_a_cell_is_no_formula() -> None:
    report = check_page(from_text("=cmd()", "NATO has 30 members."), load(), published=date(2022, 5, 13), today=TODAY)
    out = io.StringIO()
    write_csv([report], out)
    assert next(csv.DictReader(io.StringIO(out.getvalue())))["page"] == "'=cmd()"


def text_of(root: Any) -> str:
    return " ".join(root.text_content().split())


def test_marks_change_nothing_of_what_a_page_says(of_html: Report) -> None:
    before = lxml_html.document_fromstring(EXPLAINER.read_text())
    after = lxml_html.document_fromstring(marked(of_html, EXPLAINER.read_text()))
    after.get_element_by_id("foedus-findings").drop_tree()
    assert text_of(after.find("body")) == text_of(before.find("body"))


def test_every_finding_of_an_html_page_is_marked(of_html: Report) -> None:
    marks = lxml_html.document_fromstring(marked(of_html, EXPLAINER.read_text())).findall(".//mark")
    shown = "".join("".join(mark.itertext()) for mark in marks)
    for finding in of_html.findings:
        assert "".join(finding.quote.split()) in "".join(shown.split())


def test_a_plain_page_is_marked_in_its_own_lines(of_text: Report) -> None:
    root = lxml_html.document_fromstring(marked(of_text))
    assert root.find(".//pre").text_content() == TEXT


def test_a_strangers_scripts_do_not_run_in_a_marked_page() -> None:
    markup = "<html><body><h1>NATO has 30 members, officials say</h1><script>alert(1)</script><p>Published May 13, 2022</p></body></html>"
    from foedus.reading.formats.html import from_html

    report = check_page(from_html("page", markup), load(), today=TODAY)
    policy = lxml_html.document_fromstring(marked(report, markup)).find(".//meta[@http-equiv='Content-Security-Policy']")
    assert "script-src 'none'" in policy.get("content")


def test_a_page_that_has_changed_is_not_marked(of_html: Report) -> None:
    with pytest.raises(BadPage, match="its text has changed"):
        marked(of_html, EXPLAINER.read_text().replace("defence pact", "league"))


def test_several_pages_are_a_list_in_json_and_a_line_each_in_jsonl(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("a", "b"):
        (tmp_path / f"{name}.md").write_text("Published May 13, 2022\n\nNATO has 30 members.")
    assert main(["check", str(tmp_path), "--format", "json", "--exit-zero"]) == 0
    assert [Path(report["page"]).name for report in json.loads(capsys.readouterr().out)] == ["a.md", "b.md"]
    assert main(["check", str(tmp_path / "a.md"), str(tmp_path / "b.md"), "--format", "jsonl"]) == 1
    assert [len(json.loads(line)["findings"]) for line in capsys.readouterr().out.splitlines()] == [1, 1]


def test_a_page_without_a_date_is_passed_over_in_a_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "a.md").write_text("NATO has 30 members.")
    (tmp_path / "b.md").write_text("Published May 13, 2022\n\nNATO has 30 members.")
    main(["check", str(tmp_path), "--format", "jsonl"])
    printed = capsys.readouterr()
    assert len(printed.out.splitlines()) == 1
    assert "passed over" in printed.err
    assert "a.md bears no date" in printed.err
