"""Laws of the claims on statements."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.check import Finding, check_page
from foedus.claims.statement import Statement
from foedus.language.names import names_of
from foedus.reading.page import from_text
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import TODAY, claim, edition


def _statements(text: str, published: date = date(2022, 5, 13)) -> list[Finding]:
    report = check_page(from_text("page", text), edition(), today=TODAY, published=published)
    return [finding for finding in report.findings if finding.claim.kind == "statement"]


def test_the_wording_reads_back_as_the_claim() -> None:
    made = Statement("Dmitry Peskov", "nato-enlargement", "safer", "2022-05-12", "Interfax")
    assert claim(made.wording(names_of(edition()))) == made


def test_a_date_that_the_record_contradicts_refutes() -> None:
    (found,) = _statements("Dmitry Peskov told reporters on Tuesday that a larger NATO would not make Europe safer.")
    assert found.on_publication is REFUTED


def test_a_state_speaks_through_its_office_holders() -> None:
    (found,) = _statements("Moscow says that the expansion of NATO is a red line.")
    assert found.on_publication is SUPPORTED


def test_what_is_not_on_record_is_not_known() -> None:
    truth = Statement("Vladimir Putin", "nato-enlargement", "delighted").truth(edition())
    assert truth.at(date(2022, 5, 13)) is NOT_ENOUGH_INFO


def test_the_contrary_of_what_is_on_record_is_not_known() -> None:
    (found,) = _statements("Vladimir Putin said that he likes the expansion of NATO.")
    assert found.on_publication is NOT_ENOUGH_INFO


def test_two_who_speak_together_have_each_said_it() -> None:
    found = _statements("Niinistö and Marin said that Finland must apply for membership of NATO without delay.")
    assert {finding.claim.args()["speaker"] for finding in found} == {"Sauli Niinistö", "Sanna Marin"}


def test_a_report_and_what_it_denies_are_two_statements() -> None:
    found = _statements("Ukraine on Friday rejected a Russian claim to have taken Soledar.", date(2023, 1, 14))
    assert [(finding.claim.args()["speaker"], finding.quote) for finding in found] == [
        ("UKR", "Ukraine on Friday rejected a Russian claim to have taken Soledar"),
        ("RUS", "Russian claim to have taken Soledar"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vladimir Putin never said that the expansion of NATO was a red line.",
        "Critics of Vladimir Putin called the expansion of NATO a red line.",
        "Critics say that Vladimir Putin uses the expansion of NATO as a pretext.",
        "Vladimir Putin could call the expansion of NATO a red line again.",
        "A senior official said that the expansion of NATO was a red line for Russia.",
    ],
)
def test_what_was_not_said_is_no_claim(text: str) -> None:
    assert _statements(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The Kremlin denied that it planned a mobilisation.",
        'Vladimir Putin has called the collapse of the Union "a catastrophe".',
        "Turkey, Erdogan said, would not be the one to block the deal.",
        "The Kremlin heard nothing from Yerevan, Dmitry Peskov said on Thursday, according to TASS.",
        "Antony Blinken told reporters that the alliance would defend every inch of its territory.",
        "China said that it would never give up its claim to Taiwan.",
    ],
)
def test_words_of_the_page_read_back_as_they_are(text: str) -> None:
    (found,) = _statements(text)
    assert found.on_publication is NOT_ENOUGH_INFO
    assert claim(found.claim.wording(names_of(edition()))) == found.claim


def test_a_denial_is_not_what_it_denies() -> None:
    (found,) = _statements("The Kremlin denied that it planned a mobilisation.")
    assert found.claim.args()["gist"] == "denied that it planned a mobilisation"


def test_words_on_both_sides_of_a_report_are_joined() -> None:
    (found,) = _statements("Turkey, Erdogan said, would not be the one to block the deal.")
    assert found.claim.args()["gist"] == "Turkey … would not be the one to block the deal"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("NATO's secretary general said that the plan was ready.", "Jens Stoltenberg"),
        ("The German chancellor said that the plan was ready.", "Olaf Scholz"),
        ("The president of Finland said that the plan was ready.", "Sauli Niinistö"),
        ("The NATO chief said that the plan was ready.", "Jens Stoltenberg"),
        ("Germany's government said that the plan was ready.", "DEU"),
        ("A spokesman for the Kremlin said that the plan was ready.", "RUS"),
    ],
)
def test_the_holder_of_an_office_speaks(text: str, speaker: str) -> None:
    assert [finding.claim.args()["speaker"] for finding in _statements(text)] == [speaker]


def test_a_statement_hides_no_other_claim() -> None:
    report = check_page(
        from_text("page", "Jens Stoltenberg said that NATO has 30 members."), edition(), today=TODAY, published=date(2022, 5, 13)
    )
    assert {finding.claim.kind: finding.attributed_to for finding in report.findings} == {
        "statement": None, "member_count": "Jens Stoltenberg",
    }  # fmt: skip


def test_a_common_surname_needs_its_first_name() -> None:
    assert _statements("Wilson said that the plan was ready.") == []
