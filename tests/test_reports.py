"""Laws of reports: who is said to have said something, and in which form."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.language import reports
from foedus.language.names import names_of
from foedus.language.sentence import Context, make
from tests.helpers import edition

PUTIN, NIINISTO, MARIN = "Vladimir Putin", "Sauli Niinistö", "Sanna Marin"


def _reports(text: str) -> list[tuple[str, str]]:
    """The speakers of a sentence's reports, each with the report's form."""
    sentence = make(text, 0, list(names_of(edition()).find(text)), Context(edition(), date(2022, 5, 13)))
    return [(speaker.id, report.form) for report in reports.find(sentence) for speaker in report.speakers]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Putin told reporters on Thursday that it was so.", [(PUTIN, "verb")]),
        ("Putin, the Russian president, has repeatedly warned of it.", [(PUTIN, "verb")]),
        ("It was so, said President Vladimir Putin.", [(PUTIN, "inverted")]),
        ("According to Vladimir Putin, it was so.", [(PUTIN, "around")]),
        ("The plan was called unacceptable by Vladimir Putin.", [(PUTIN, "around")]),
        ("Among Russia's demands was a guarantee.", [("RUS", "noun")]),
        ("An announcement came from Finland's leaders on Thursday.", [("FIN", "noun")]),
        ("Russian officials have said so.", [("RUS", "verb")]),
        ("The government of Finland announced it.", [("FIN", "verb")]),
        ("Ukraine's president, Volodymyr Zelensky, conceded it.", [("Volodymyr Zelensky", "verb")]),
        ("Niinistö and Marin said so.", [(NIINISTO, "verb"), (MARIN, "verb")]),
    ],
)  # fmt: skip
def test_a_report_has_its_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    assert _reports(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Putin has not said so.", "Putin might say so.", "Critics of Putin said so.", "Putin flew to Moscow.",
        "Critics say that Putin uses it.", "Finland is a member of NATO.",
    ],
)  # fmt: skip
def test_no_report_without_words(text: str) -> None:
    assert _reports(text) == []
