"""Whose words a sentence's claims are: the content of a report is judged apart, and marked with its speaker."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.check import Finding, check_page
from foedus.reading.page import from_text
from tests.helpers import TODAY, edition


def _findings(text: str, published: date = date(2022, 5, 13)) -> tuple[Finding, ...]:
    return check_page(from_text("page", text), edition(), published=published, today=TODAY).findings


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Stoltenberg said NATO has 30 members.", "Jens Stoltenberg"),
        ("NATO has 30 members, Stoltenberg said.", "Jens Stoltenberg"),
        ('"NATO has 30 members," Stoltenberg told reporters in Brussels on Thursday.', "Jens Stoltenberg"),
        ("According to Peskov, NATO has 30 members.", "Dmitry Peskov"),
        ("Peskov told Interfax, which is Russian, that NATO has 30 members.", "Dmitry Peskov"),
        ("Zelensky said that Putin had told Macron that NATO has 30 members.", "Vladimir Putin"),
        ("NATO, which has 30 members, said Finland would be welcome.", None),
        ("NATO has 30 members, and Putin said he was worried.", None),
    ],
)
def test_a_claim_is_its_speakers(text: str, speaker: str | None) -> None:
    assert [f.attributed_to for f in _findings(text) if f.claim.kind == "member_count"] == [speaker]


def test_the_agent_of_a_deed_is_no_speaker() -> None:
    (found,) = _findings("The EU's mutual defence clause, Article 42.7, was invoked by France in November 2015.")
    assert found.attributed_to is None


def test_the_other_sides_words_stand_in_the_evidence() -> None:
    text = "Russia's defence ministry announced on Friday that Soledar had been captured."
    (said,) = [f for f in _findings(text, date(2023, 1, 14)) if f.claim.kind == "statement"]
    assert any("untrue" in cited.fact for cited in said.evidence)
