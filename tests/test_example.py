"""The example page, as a reader of the README sees it checked: what each of its main claims must come out as."""

from __future__ import annotations

import functools
from datetime import date
from typing import Any

import pytest

from foedus.check import Finding, Report, check_page
from foedus.reading.formats import read
from tests.helpers import ROOT, TODAY, edition


@functools.cache
def report() -> Report:
    return check_page(read(str(ROOT / "examples" / "nato-explainer.md")), edition(), today=TODAY)


def found(kind: str, **args: Any) -> Finding:
    hits = [f for f in report().findings if f.claim.kind == kind and all(f.claim.args().get(name) == value for name, value in args.items())]
    assert len(hits) == 1, f"{kind} {args}: {[f.wording for f in hits]}"
    return hits[0]


EXPECTED = [
    ("membership", {"state": "UKR", "negated": True}, "supported", "supported"),
    ("member_count", {"n": 30}, "supported", "refuted"),
    ("founded", {"date": "1949", "n": 12}, "supported", "supported"),
    ("former", {"of": "SUN", "states": ["EST", "LTU", "LVA"]}, "supported", "supported"),
    ("deployment", {"actor": "NATO", "host": "Eastern Europe"}, "supported", "supported"),
    ("posture", {"state": "FIN", "posture": "nonaligned"}, "supported", "refuted"),
    ("posture", {"state": "SWE", "posture": "nonaligned"}, "supported", "refuted"),
    ("posture", {"state": "UKR", "basis": "constitution"}, "supported", "supported"),
    ("accession_stage", {"state": "FIN", "stage": "aspirant"}, "supported", "refuted"),
    ("accession_stage", {"state": "SWE", "stage": "aspirant"}, "supported", "refuted"),
    ("enlargement_round", {"date": "2004", "n": 7}, "supported", "supported"),
    ("office", {"person": "Jens Stoltenberg", "role": "secretary general"}, "supported", "refuted"),
    ("office", {"person": "Dmitry Peskov"}, "supported", "supported"),
    ("office", {"person": "Vladimir Putin"}, "supported", "supported"),
    ("statement", {"speaker": "Vladimir Putin", "gist": "red line"}, "supported", "supported"),
    ("statement", {"speaker": "FIN", "date": "2022-05-12"}, "supported", "supported"),
    ("statement", {"speaker": "Dmitry Peskov", "via": "Interfax"}, "supported", "supported"),
    ("control", {"place": "Soledar", "holder": "RUS"}, "conflicting", "conflicting"),
]


@pytest.mark.parametrize(("kind", "args", "then", "today"), EXPECTED, ids=lambda value: str(value))
def test_a_claim_of_the_example(kind: str, args: dict[str, Any], then: str, today: str) -> None:
    finding = found(kind, **args)
    assert (str(finding.on_publication), str(finding.today)) == (then, today)


def test_the_count_went_stale_with_finland_and_is_corrected_to_what_holds_today() -> None:
    finding = found("member_count", n=30)
    assert finding.stale_since == date(2023, 4, 4)
    assert finding.correction == "the alliance's 32 member states"


def test_the_border_would_double_by_every_source_and_was_overtaken() -> None:
    finding = found("border", ratio=2)
    assert str(finding.on_publication) == "supported"
    assert finding.overtaken_by == "FIN is a member of NATO from 2023-04-04"
    assert len({cited.source for cited in finding.evidence}) >= 2


def test_the_box_of_later_news_is_judged_on_the_day_of_the_update() -> None:
    finding = found("control", place="Soledar")
    assert finding.as_of == date(2023, 1, 13)
    assert {cited.fact.partition(",")[0] for cited in finding.evidence if cited.use == "on_publication"} >= {"RUS", "UKR"}
    assert any("withdrawn" in cited.fact for cited in finding.evidence if cited.use == "today")


def test_nothing_is_found_in_the_furniture() -> None:
    furniture = ("Log in", "Pictures", "Ways to give", "How we got here", "Find all our reporting")
    assert not any(words in finding.sentence for words in furniture for finding in report().findings)


def test_every_finding_quotes_the_page_and_cites_a_source_with_its_locator() -> None:
    for finding in report().findings:
        assert report().text[finding.start : finding.end] == finding.quote
        assert finding.evidence
        assert all(cited.locator for cited in finding.evidence)
