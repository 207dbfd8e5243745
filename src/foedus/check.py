"""A page against a record: findings, each with its verdict then and now, the facts it rests on, and the words that would be true."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, NamedTuple

from foedus.claims.claim import Claim, Reading, Tense, placed_truth, truth_of
from foedus.dates import Span, require_order, spans_iso
from foedus.errors import BadPage
from foedus.fact import Fact
from foedus.language.names import names_of
from foedus.reading.page import Block, Page
from foedus.reading.reader import Found, judged_on, reader_of
from foedus.record import Record
from foedus.timeline import Evidence
from foedus.values import Value
from foedus.verdict import REFUTED, SUPPORTED, Verdict

if TYPE_CHECKING:
    from foedus.reading.extractor import Extractor
    from foedus.reading.scan import Scanner


class Cited(NamedTuple):
    """One piece of evidence: a fact in words, what it is evidence for, and where it can be looked up."""

    fact: str
    use: str
    source: str
    locator: str
    url: str

    def json(self) -> dict[str, str]:
        """The evidence with the keys of the public JSON."""
        return {"fact": self.fact, "for": self.use, "source": self.source, "locator": self.locator, "url": self.url}


class Finding(Value):
    """A claim as found in a page."""

    sentence: str
    quote: str
    start: int
    end: int
    claim: Claim
    wording: str
    as_of: date
    on_publication: Verdict
    today: Verdict
    holds: tuple[Span, ...]
    stale_since: date | None
    overtaken_by: str | None
    attributed_to: str | None
    evidence: tuple[Cited, ...]
    checked_through: date | None
    correction: str | None

    @property
    def wrong(self) -> bool:
        """Whether an editor has to act: refuted when written, or by now."""
        return REFUTED in (self.on_publication, self.today)

    def json(self) -> dict[str, Any]:
        """The finding with the keys of the public JSON."""
        return {
            "sentence": self.sentence,
            "quote": self.quote,
            "start": self.start,
            "end": self.end,
            "kind": self.claim.kind,
            "args": self.claim.args(),
            "claim": self.wording,
            "as_of": self.as_of.isoformat(),
            "on_publication": str(self.on_publication),
            "today": str(self.today),
            "holds": spans_iso(self.holds),
            "stale_since": self.stale_since.isoformat() if self.stale_since else None,
            "overtaken_by": self.overtaken_by,
            "attributed_to": self.attributed_to,
            "evidence": [cited.json() for cited in self.evidence],
            "checked_through": self.checked_through.isoformat() if self.checked_through else None,
            "correction": self.correction,
        }


class Report(Value):
    """All findings of a page, with the days on which it was judged."""

    page: str
    text: str
    published: date
    updated: date | None
    today: date
    findings: tuple[Finding, ...]
    blocks: tuple[Block, ...] = ()
    """The page's blocks, where its format marks them: their lines are those of the file."""

    @property
    def wrong(self) -> bool:
        """Whether any finding asks an editor to act."""
        return any(finding.wrong for finding in self.findings)

    def json(self) -> dict[str, Any]:
        """The report with the keys of the public JSON."""
        return {
            "page": self.page,
            "published": self.published.isoformat(),
            "updated": self.updated.isoformat() if self.updated else None,
            "today": self.today.isoformat(),
            "findings": [finding.json() for finding in self.findings],
        }


def check_page(
    page: Page,
    record: Record,
    *,
    today: date,
    published: date | None = None,
    updated: date | None = None,
    extractor: Extractor | None = None,
    scanner: Scanner | None = None,
) -> Report:
    """Check a page: *published* and *updated* default to the dates that the page bears. An *extractor* may propose claims that the phrasings do not find.

    A *scanner*, which pays for many pages, tells sooner than reading that there is nothing to be found.

    Raises :class:`~foedus.errors.BadPage` for a page without a date, and :class:`~foedus.errors.BadDate` for dates in the wrong order.
    """
    published = published or page.published
    if published is None:
        raise BadPage(f"{page.name} bears no date of publication that can be read: give it with --published YYYY-MM-DD")
    updated = updated or page.updated
    require_order(published, updated, "published", "updated")
    require_order(published, today, "published", "today")
    require_order(updated, today, "updated", "today")
    found = [] if scanner and not scanner.wants(page) else list(reader_of(record).page(page, published, updated))
    if extractor is not None:
        found += extractor.found(page, record, published, updated, found)
        found.sort(key=lambda one: one.reading.start)
    findings = [judge(one, page.text, record, today) for one in found]
    return Report(page.name, page.text, published, updated, today, tuple(findings), page.parts)


def judge(found: Found, text: str, record: Record, today: date, *, corrects: bool = True) -> Finding:
    """The finding that a reading makes, as of the day it is to be judged on and as of *today*.

    *text* is the page's; whoever has only the words of the claim must leave out its correction, which has to read back in the page.
    """
    reading, as_of = found.reading, found.as_of
    then, now = record.known(found.known), record.known(today)
    claim = reading.claim.resolved(then, as_of)
    reading = reading.but(claim=claim)
    then_truth = placed_truth(reading, then)
    now_truth = placed_truth(reading, now)
    now_day = as_of if reading.tense is Tense.SUPPOSED or reading.when is not None else today
    then_step, now_step = then_truth.step(as_of), now_truth.step(now_day)
    stale = None
    if then_step.value is SUPPORTED and now_day > as_of:
        stale = next((step.since for step in now_truth.steps if as_of < step.since <= today and step.value is not SUPPORTED), None)
    evidence = [*cite(then_step.evidence, "on_publication", then), *cite(now_step.evidence, "today", now)]
    if stale:
        evidence += cite(now_truth.step(stale).evidence, "edge", now)
    evidence += cite(claim.context(now), "today", now)
    overtaking = claim.overtaken_by(now, as_of) if reading.tense is Tense.SUPPOSED else None
    quote = text[reading.start : reading.end]
    names = names_of(record)
    correction = claim.correction(now, now_day, quote, names) if corrects and now_step.value is REFUTED else None
    if correction is not None and not _stands(correction, found, text, claim, record, today):
        correction = None
    return Finding(
        sentence=text[found.sentence_start : found.sentence_end], quote=quote, start=reading.start, end=reading.end, claim=claim,
        wording=claim.wording(names), as_of=as_of, on_publication=then_step.value, today=now_step.value,
        # A state of affairs that is placed in a period holds when the claim does, whatever the period.
        holds=tuple((truth_of(claim, now) if reading.when else now_truth).when(SUPPORTED)), stale_since=stale, overtaken_by=overtaking.describe() if overtaking else None,
        attributed_to=reading.attributed_to, evidence=tuple(dict.fromkeys(evidence)), checked_through=claim.checked_through(now),
        correction=correction,
    )  # fmt: skip


_BEFORE = 800
"""How much of a page before a sentence is looked at again with its correction, for what "the alliance" and "its" refer to."""
_JUST_BEFORE = 250
"""How much of it is read where the sentence alone does not do, for what "has yet to do so" refers to."""


_ABOUT = ("alliance", "state", "states", "of", "a", "b", "treaty", "person", "place")
"""Arguments that say what a claim is about, and that a correction leaves alone if it names the thing itself."""


def _stands(correction: str, found: Found, text: str, claim: Claim, record: Record, today: date) -> bool:
    """Whether the corrected sentence, read again where it stands, makes a claim of the same kind in the corrected words that is supported today.

    Most sentences say by themselves what they are about, so that what stands before them is looked at only where they do not.
    """
    about = {name: value for name, value in claim.args().items() if name in _ABOUT}
    for before, just_before, kinds in ((0, 0, (claim.kind,)), (_BEFORE, 0, (claim.kind,)), (_BEFORE, _JUST_BEFORE, ())):
        readings = _read_again(correction, found, text, record, today, before, just_before, frozenset(kinds))
        same = [one for one in readings if before or {name: one.claim.args().get(name) for name in about} == about]
        if any(_supported(one, record, today) for one in same):
            return True
        if same and before:
            return False
    return False


def _read_again(
    correction: str, found: Found, text: str, record: Record, today: date, before: int, just_before: int, kinds: frozenset[str]
) -> list[Reading]:
    """What the corrected words are read as: the claims of the same kind that overlap with them."""
    from foedus.reading.page import from_text

    reading = found.reading
    begin = max(found.sentence_start - before, 0)
    at = reading.start - begin
    page = from_text("corrected", text[begin : reading.start] + correction + text[reading.end : found.sentence_end])
    again = reader_of(record).page(page, today, since=found.sentence_start - begin - just_before, kinds=kinds or None)
    return [
        one.reading
        for one in again
        if one.reading.claim.kind == reading.claim.kind and one.reading.start < at + len(correction) and one.reading.end > at
    ]


def _supported(reading: Reading, record: Record, today: date) -> bool:
    now = record.known(today)
    sure = reading.but(claim=reading.claim.resolved(now, today))
    day = judged_on(sure, today) if sure.tense is Tense.SUPPOSED or sure.when is not None else today
    return placed_truth(sure, now).at(day) is SUPPORTED


def cite(evidence: Evidence | Iterable[Any], use: str, record: Record) -> list[Cited]:
    """Facts as pieces of evidence, one a citation."""
    return [cited for fact in evidence if isinstance(fact, Fact) for cited in _cited(fact, use, record)[1]]


def _cited(fact: Fact, use: str, record: Record) -> tuple[Fact, list[Cited]]:
    """A fact's citations, looked up once a record (the view that the fact is of); the fact is kept beside them, so that its identity stays its own."""

    def look_up() -> tuple[Fact, list[Cited]]:
        sources, described = record.sources, fact.describe()
        return fact, [
            Cited(described, use, citation.source, citation.locator, sources[citation.source].url if citation.source in sources else "")
            for citation in fact.citations
        ]

    return record.once(("cited", id(fact), use), look_up)
