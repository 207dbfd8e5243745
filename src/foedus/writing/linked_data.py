"""Findings as schema.org JSON-LD: a ``ClaimReview`` for each claim, and a ``CorrectionComment`` for what a page should correct."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from foedus.check import Finding, Report
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from foedus.writing.words import WORDS, message, sources

Json = dict[str, Any]
_FOEDUS = {"@type": "Organization", "name": "Foedus", "url": "https://pypi.org/project/foedus/"}
_RATINGS = {REFUTED: 1, CONFLICTING: 2, SUPPORTED: 3}
"""Of a claim of which too little is known, none is given: ``NOT_ENOUGH_INFO`` is no point between true and false."""


def claim_reviews(reports: Iterable[Report]) -> Json:
    """A graph of one ``ClaimReview`` a finding, as judged today."""
    return graph(review for report in reports for review in reviews(report))


def correction_comments(reports: Iterable[Report]) -> Json:
    """A graph of one ``CreativeWork`` a page that has something to correct, with a ``CorrectionComment`` for each sentence."""
    return graph(page for report in reports for page in corrections(report))


def graph(items: Iterable[Json]) -> Json:
    """Items as one JSON-LD document."""
    return {"@context": "https://schema.org", "@graph": list(items)}


def reviews(report: Report) -> Iterator[Json]:
    """A ``ClaimReview`` for each finding of a report."""
    return (_review(report, finding) for finding in report.findings)


def corrections(report: Report) -> Iterator[Json]:
    """The report's page with what it should correct, if there is anything."""
    comments = [
        {"@type": "CorrectionComment", "text": message(finding), "dateCreated": report.today.isoformat(), "author": _FOEDUS}
        for finding in report.findings
        if finding.wrong
    ]
    if comments:
        yield _page(report) | {"correction": comments}


def _review(report: Report, finding: Finding) -> Json:
    rating: Json = {"@type": "Rating", "alternateName": WORDS[finding.today], "ratingExplanation": message(finding)}
    if finding.today is not NOT_ENOUGH_INFO:
        rating |= {"ratingValue": _RATINGS[finding.today], "worstRating": 1, "bestRating": 3}
    claim: Json = {"@type": "Claim", "datePublished": finding.as_of.isoformat(), "appearance": _page(report), "text": finding.quote}
    if finding.attributed_to:
        claim["claimInterpreter"] = {"@type": "Thing", "name": finding.attributed_to}
    review: Json = {
        "@type": "ClaimReview", "claimReviewed": finding.wording, "datePublished": report.today.isoformat(), "author": _FOEDUS,
        "reviewRating": rating, "itemReviewed": claim,
    }  # fmt: skip
    if "://" in report.page:
        review["url"] = report.page
    cited = [{"@type": "CreativeWork", "name": source, **({"url": url} if url else {})} for source, url in sources(finding)]
    return review | ({"citation": cited} if cited else {})


def _page(report: Report) -> Json:
    page: Json = {"@type": "CreativeWork", "datePublished": report.published.isoformat()}
    if report.updated:
        page["dateModified"] = report.updated.isoformat()
    return page | ({"url": report.page} if "://" in report.page else {"name": report.page})
