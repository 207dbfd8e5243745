"""Claims that somebody else proposes for a page: which of them are kept, by the same parser that reads what users write.

A proposal is kept if its quote stands in the page word for word, inside one sentence that asserts something; if its kind and arguments make a claim whose
printed wording reads back as that claim; if what it names is named in the page and what it counts is counted in the sentence; and if the phrasings found no
claim of its kind there. When in doubt, no claim.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from types import UnionType
from typing import Any, NamedTuple, get_args, get_origin, get_type_hints

from foedus import claims
from foedus.claims.claim import Claim, Reading, Tense
from foedus.claims.public import arguments
from foedus.language import numbers
from foedus.language.names import Mention, names_of
from foedus.language.sentence import Context, make
from foedus.reading import attribution
from foedus.reading.claim_text import parse
from foedus.reading.page import Page
from foedus.reading.reader import Found, asserts_nothing, judged_on, sentences
from foedus.record import Record

_PAST = re.compile(r"\b(?:was|were|had|did|used to|until|became|former|formerly|then|at the time|ago|(?:1[89]|20)\d\d)\b", re.I)
_BY_NATURE_PAST = frozenset(("former", "statement", "obligation"))
"""Kinds whose wording is in the present tense, though what they say lies in the past."""
_COUNTED = ("n", "n_meeting", "share_gdp", "amount", "km")
_CLOSE = 0.01
_LARGEST = 1e15
_MOST_TIMES = 16


class Proposal(NamedTuple):
    """A claim as it is proposed: the page's words, the kind, and the arguments by their public names."""

    quote: str
    kind: str
    args: dict[str, Any]


def accepted(
    proposals: Iterable[Proposal], page: Page, record: Record, published: date, updated: date | None, already: Sequence[Found]
) -> list[Found]:
    """What is kept of proposals for a page, beside what was found *already*."""
    kept: list[Found] = []
    named = {meaning.id for mention in names_of(record).find(page.text) for meaning in mention.meanings}
    for proposal in proposals:
        claim = claim_of(proposal)
        if claim is None:
            continue
        for at, sentence, day in _places(proposal.quote, page, published, updated):
            reading = _reading(claim, proposal, at, sentence, page, record, day, named)
            if reading is not None and not any(_overlaps(reading, other.reading) for other in (*already, *kept)):
                kept.append(Found(reading, *sentence, judged_on(reading, day), day))
                break
    return kept


def claim_of(proposal: Proposal) -> Claim | None:
    """The typed claim of a proposal, or ``None`` where its kind or its arguments make none."""
    if proposal.kind not in claims.NAMES:
        return None
    kind = claims.kind(proposal.kind)
    types, fields = get_type_hints(kind), arguments(kind)
    values = {}
    for name, given in proposal.args.items():
        value = _typed(given, types[fields[name]]) if name in fields else None
        if value is None:
            return None
        values[fields[name]] = value
    try:
        return kind(**values)
    except TypeError:  # an argument that must be there is missing
        return None


def _typed(given: object, wanted: Any) -> object | None:
    """A value of JSON as a field of this type holds it, or ``None`` where it is none."""
    types = {get_origin(part) or part for part in (get_args(wanted) if isinstance(wanted, UnionType) else (wanted,))}
    if isinstance(given, bool):
        return given if bool in types else None
    if isinstance(given, int | float):
        if not math.isfinite(given) or abs(given) > _LARGEST:
            return None
        if isinstance(given, int) and int in types:
            return given
        return float(given) if float in types else str(given) if str in types and isinstance(given, int) else None
    if isinstance(given, str):
        return given if str in types else (given,) if tuple in types else None
    if isinstance(given, list) and tuple in types and given and all(isinstance(part, str) for part in given):
        return tuple(given)
    return None


def _places(quote: str, page: Page, published: date, updated: date | None) -> Iterator[tuple[int, tuple[int, int], date]]:
    """Where a quote stands inside one sentence: its start, the sentence, and the day on which that is judged."""
    if not quote.strip() or quote != quote.strip():
        return
    left = _MOST_TIMES
    for block in page.blocks():
        at = page.text.find(quote, block.start, block.end)
        while at >= 0 and left:
            left -= 1
            for start, end in sentences(page.text, block.start, block.end):
                if start <= at and at + len(quote) <= end:
                    yield at, (start, end), (updated or published) if block.is_update else published
            at = page.text.find(quote, at + 1, block.end)


def _reading(
    claim: Claim, proposal: Proposal, at: int, where: tuple[int, int], page: Page, record: Record, day: date, named: set[str]
) -> Reading | None:
    """The claim as read from its own wording, standing on the quote, or ``None`` where anything about it is in doubt."""
    text, end, names = page.text[slice(*where)], at + len(proposal.quote), names_of(record)
    if text.rstrip().endswith("?") or asserts_nothing(page.text[where[0] : at]):
        return None
    read = _read_back(claim, record, day)
    if read is None:
        return None
    mentions = [Mention(*mention) for mention in names.find(text)]
    told = {meaning.id for mention in names.find(read.claim.wording(names)) for meaning in mention.meanings[:1]}
    if not told or not told <= named or told.isdisjoint(meaning.id for mention in mentions for meaning in mention.meanings):
        return None
    if not _counts(read.claim.args(), text):
        return None
    if read.tense is Tense.PRESENT and claim.kind not in _BY_NATURE_PAST and _PAST.search(text):
        return None
    sentence = make(text, where[0], mentions, Context(record, day))
    for part in attribution.find(sentence):
        start, stop = sentence.page_span(part.start, part.end)
        if start <= at and end <= stop + 1:
            return read.but(start=at, end=end, attributed_to=part.speaker)
    return read.but(start=at, end=end)


def _read_back(claim: Claim, record: Record, day: date) -> Reading | None:
    """What the parser makes of the claim's wording, if that is the claim."""
    try:
        wanted = claim.resolved(record, day).args()
        found = parse(claim.wording(names_of(record)), record, day)
        return next((reading for reading in found if reading.claim.kind == claim.kind and reading.claim.args() == wanted), None)
    except Exception:  # arguments of the right types may still be nonsense to the kind that they were given to
        return None


def _counts(args: dict[str, Any], text: str) -> bool:
    """Whether every number of a claim is one of the sentence's."""
    written = [quantity.value for quantity in numbers.find(text)]
    return all(
        any(math.isclose(args[name], value, rel_tol=_CLOSE if name == "km" else 1e-9) for value in written)
        for name in _COUNTED
        if isinstance(args.get(name), int | float)
    )


def _overlaps(reading: Reading, other: Reading) -> bool:
    return other.claim.kind == reading.claim.kind and other.start < reading.end and reading.start < other.end
