"""Findings as the archive keeps them: made from a page, and judged again from a row."""

from __future__ import annotations

import json
import zlib
from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple

from foedus import claims
from foedus.archive.trace import Query, Traced
from foedus.check import Finding, judge
from foedus.claims.claim import Claim, Reading, Tense, placed_truth
from foedus.dates import END, Moment
from foedus.reading.page import Block, Page
from foedus.reading.reader import Found, reader_of
from foedus.verdict import REFUTED

Row = dict[str, Any]

JUDGED = ("on_publication", "today", "stale_since", "overtaken_by", "correction", "checked_through", "next_edge")
"""The columns of a finding that depend on the record and on the day."""


class Read(NamedTuple):
    """A page as it was read and judged: what reading it asked, and its findings, each with its claim and what judging it asked."""

    asked: set[Query]
    findings: list[tuple[Claim, set[Query], Row]]


def read(page: Page, record: Traced, published: date, updated: date | None, today: date) -> Read:
    """Read a page and judge what it claims."""
    with record.trace.frame() as asked:
        found = list(reader_of(record).page(page, published, updated))
    findings = []
    for n, one in enumerate(found):
        with record.trace.frame() as by_claim:
            judged = _judged(one, page.text, record, today)
        reading = one.reading
        row: Row = {
            "n": n, "start": reading.start, "end": reading.end, "sentence_start": one.sentence_start, "sentence_end": one.sentence_end,
            "quote": page.text[reading.start : reading.end], "tense": str(reading.tense), "period": _written(reading.when),
            "attributed_to": reading.attributed_to, "as_of": one.as_of, "known": one.known,
        }  # fmt: skip
        findings.append((reading.claim, record.trace.queries(by_claim), row | judged))
    return Read(record.trace.queries(asked), findings)


def again(claim: Claim, row: Mapping[str, Any], record: Traced, today: date, text: str | None = None) -> tuple[Row, set[int]]:
    """The columns of :data:`JUDGED` for a kept finding by this record on this day, and the numbers of the queries made.

    Without the *text* of its page there is no correction, which has to read back there; nothing else asks for it.
    """
    found = found_of(claim, row)
    with record.trace.frame() as asked:
        if text is not None:
            return _judged(found, text, record, today), asked
        quoted = found.but(reading=found.reading.but(start=0, end=len(row["quote"])))
        return _judged(quoted, row["quote"], record, today, corrects=False), asked


def _judged(found: Found, text: str, record: Traced, today: date, *, corrects: bool = True) -> Row:
    finding = judge(found, text, record, today, corrects=corrects)
    return {
        "on_publication": str(finding.on_publication), "today": str(finding.today), "stale_since": finding.stale_since,
        "overtaken_by": finding.overtaken_by, "correction": finding.correction, "checked_through": finding.checked_through,
        "next_edge": _next_edge(finding, found.reading, record, today),
    }  # fmt: skip


def _next_edge(finding: Finding, reading: Reading, record: Traced, today: date) -> date | None:
    """The next day on which the verdict of today changes, as far as the record tells by now."""
    if reading.tense is Tense.SUPPOSED or reading.when is not None:
        return None  # what is placed in a period, or on a scenario of its day, does not wait for the world
    truth = placed_truth(reading.but(claim=finding.claim), record.known(today))
    return next((step.since for step in truth.steps if today < step.since < END), None)


def is_wrong(row: Mapping[str, Any]) -> bool:
    """Whether a finding asks an editor to act."""
    return row["stale_since"] is not None or REFUTED in (row["on_publication"], row["today"])


def found_of(claim: Claim, row: Mapping[str, Any]) -> Found:
    """A finding as it was read."""
    reading = Reading(claim, row["start"], row["end"], Tense(row["tense"]), _moment(row["period"]), row["attributed_to"])
    return Found(reading, row["sentence_start"], row["sentence_end"], row["as_of"], row["known"])


def claim_words(claim: Claim) -> str:
    """A claim's fields as they are kept, in a form of which each claim has one."""
    fields = {name: getattr(claim, name) for name in claim._fields}
    return json.dumps({name: value for name, value in fields.items() if value != claim._defaults.get(name, ...)}, ensure_ascii=False)


def claim_of(kind: str, words: str) -> Claim:
    """The claim that was kept in this form."""
    fields = {name: tuple(value) if isinstance(value, list) else value for name, value in json.loads(words).items()}
    return claims.kind(kind)(**fields)


def content_of(page: Page) -> bytes:
    """A page's text and blocks, compressed."""
    return zlib.compress(json.dumps([page.text, page.parts], ensure_ascii=False).encode("utf-8", "surrogatepass"), 6)


def page_of(address: str, content: bytes, published: date, updated: date | None) -> Page:
    """A page as it was kept."""
    text, blocks = json.loads(zlib.decompress(content).decode("utf-8", "surrogatepass"))
    return Page(address, text, published, updated, tuple(Block(*block) for block in blocks))


def _written(moment: Moment | None) -> str | None:
    return None if moment is None else json.dumps([moment.earliest.isoformat(), moment.latest.isoformat(), moment.text])


def _moment(words: str | None) -> Moment | None:
    if words is None:
        return None
    earliest, latest, text = json.loads(words)
    return Moment(date.fromisoformat(earliest), date.fromisoformat(latest), text)
