"""When a claim holds: its spans, and the facts at each edge."""

from __future__ import annotations

from datetime import date
from typing import Any

from foedus.claims.claim import Claim, Reading, placed_truth, truth_of
from foedus.dates import END, Moment, Span, spans_iso
from foedus.fact import Fact
from foedus.language.names import names_of
from foedus.reading.claim_text import parse
from foedus.record import Record
from foedus.timeline import Evidence
from foedus.values import Value
from foedus.verdict import SUPPORTED, Verdict


class Edge(Value):
    """A day on which the verdict changes, what it changes to, and the facts that change it."""

    day: date
    verdict: Verdict
    facts: tuple[Fact, ...]

    @property
    def bound(self) -> str:
        """Whether the change itself lies before or behind the day: ``at the latest``, ``at the earliest``, or empty where the very day is known."""
        if any(fact.since.latest == self.day and not fact.since.exact for fact in self.facts):
            return "at the latest"
        if any(fact.until.earliest == self.day and not fact.until.exact for fact in self.facts):
            return "at the earliest"
        return ""


class Holding(Value):
    """A claim with the spans over which it holds."""

    claim: Claim
    wording: str
    spans: tuple[Span, ...]
    edges: tuple[Edge, ...]
    now: Verdict
    """The verdict on the day of asking."""
    because: Evidence
    checked_through: date | None
    period: Moment | None = None
    """The day or period for which the sentence asks ("in 2022"); *now* is the verdict for it."""

    def json(self) -> dict[str, Any]:
        """The answer with the keys of the public JSON."""
        edges = []
        for edge in self.edges:
            for fact in edge.facts:
                for citation in fact.citations:
                    edges.append(
                        {"day": edge.day.isoformat(), "fact": fact.describe(), "source": citation.source, "locator": citation.locator}
                    )
        return {
            "claim": self.wording,
            "kind": self.claim.kind,
            "args": self.claim.args(),
            "holds": spans_iso(self.spans),
            "edges": edges,
            "checked_through": self.checked_through.isoformat() if self.checked_through else None,
        }


def when(text: str, record: Record, today: date) -> list[Holding]:
    """When each claim that *text* makes holds. *today* settles relative dates ("last April").

    Raises :class:`~foedus.errors.UnreadableClaim` or :class:`~foedus.errors.AmbiguousName`.
    """
    return [_held(reading, record, today) for reading in parse(text, record, today)]


def _held(reading: Reading, record: Record, today: date) -> Holding:
    found = holding(reading.claim, record, today)
    if reading.when is None:
        return found
    step = placed_truth(reading.but(claim=found.claim), record).step(today)
    return found.but(period=reading.when, now=step.value, because=step.evidence)


def holding(claim: Claim, record: Record, today: date) -> Holding:
    """When *claim* holds by *record*; its descriptions ("the Baltic allies") stand for what they describe *today*."""
    claim = claim.resolved(record, today)
    truth = truth_of(claim, record)
    edges = []
    for step in truth.steps[1:]:
        if step.since < END:
            facts = tuple(piece for piece in step.evidence if isinstance(piece, Fact))
            edges.append(Edge(step.since, step.value, facts))
    now = truth.step(today)
    return Holding(
        claim,
        claim.wording(names_of(record)),
        tuple(truth.when(SUPPORTED)),
        tuple(edges),
        now.value,
        now.evidence,
        claim.checked_through(record),
    )
