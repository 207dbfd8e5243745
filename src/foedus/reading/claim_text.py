"""Claims as a user writes them, alone: the same phrasings that read pages, but nothing is silently passed over."""

from __future__ import annotations

import re
from datetime import date

from foedus.claims.claim import Reading
from foedus.errors import UnreadableClaim
from foedus.language.names import Mention, Names, names_of
from foedus.language.sentence import Context, make
from foedus.reading.reader import reader_of
from foedus.record import Record

_ENOUGH = 0.6
"""The share of the words that a claim must stand on, so that half-understood sentences are not answered."""


def parse(text: str, record: Record, today: date) -> list[Reading]:
    """The claims that *text* makes; relative dates are read against *today*, and descriptions stand for what they describe on that day.

    Raises :class:`~foedus.errors.AmbiguousName` for a name that stands for several things, and :class:`~foedus.errors.UnreadableClaim`, saying what was
    understood and which phrasing comes nearest, when no claim is found or it leaves out much of what was said.
    """
    names, reader = names_of(record), reader_of(record)
    words = text.strip().rstrip(".").strip()
    mentions = _by_id(words, names)
    for mention in mentions:
        if words.count('"', 0, mention.start) % 2:
            continue  # within somebody's words, which are not ours to settle
        if mention.ambiguous and any(name.type == "state" for name in mention.meanings) and _among_states(mentions):
            continue  # "Georgia" beside the Soviet Union is the state, as it is in prose
        names.settle(words[mention.start : mention.end], mention.meanings)
    sentence = make(words, 0, mentions, Context(record, today))
    readings = reader.sentence(sentence)
    if readings:
        longest = max(reading.end - reading.start for reading in readings)
        readings = [reading for reading in readings if reading.end - reading.start >= longest * 0.9]
        if longest >= _ENOUGH * len(words):
            return [reading.but(claim=reading.claim.resolved(record, today)) for reading in readings]
    raise UnreadableClaim(_message(text, words, mentions, readings, names, record))


def _among_states(mentions: list[Mention]) -> bool:
    return any(mention.type == "state" and not mention.ambiguous for mention in mentions)


def _by_id(words: str, names: Names) -> list[Mention]:
    """The names in a claim; ids such as ``FIN`` count as names here, though not in prose."""
    found = list(names.find(words))
    taken = {index for mention in found for index in range(mention.start, mention.end)}
    position = 0
    for word in words.split():
        start = words.index(word, position)
        position = start + len(word)
        bare = word.strip(",.;:'\"").removesuffix("'s").removesuffix("’s")
        at = words.index(bare, start) if bare else start
        if bare in names.ids and taken.isdisjoint(range(at, at + len(bare))):
            found.append(Mention(at, at + len(bare), (names.ids[bare],)))
    return sorted(found, key=lambda mention: mention.start)


def _message(text: str, words: str, mentions: list[Mention], readings: list[Reading], names: Names, record: Record) -> str:
    understood = [
        f"{words[m.start : m.end]} ({m.meanings[0].type} {m.meanings[0].id})"
        for m in mentions
        if m.meanings[0].type in ("state", "alliance", "treaty", "person", "place")
    ]
    if not words:
        return "no claim was given: expected a sentence such as “NATO has 30 members”"
    parts = [f"no claim was understood in “{text}”"]
    parts += _unknown_names(words, mentions, names)
    if readings:
        parts = [f"only a part of “{text}” was understood: {'; '.join(reading.claim.wording(names) for reading in readings)}"]
    elif understood:
        parts.append(f"understood: {', '.join(understood)}")
    else:
        parts.append("no state, alliance, treaty, person or place of the record is named in it")
    nearest = _nearest(words, names, record)
    if not mentions:
        parts.append("expected a sentence such as “NATO has 30 members”")
    elif nearest:
        parts.append(f"the nearest phrasing is “{nearest}”")
    return "; ".join(parts)


def _unknown_names(words: str, mentions: list[Mention], names: Names) -> list[str]:
    """For each capitalised word that is no name of the record but is written much like one, what may be meant."""
    taken = {index for mention in mentions for index in range(mention.start, mention.end)}
    found = []
    for match in re.finditer(r"\b[A-Z]\w+\b", words):
        near = names.near(match[0], ("state", "alliance")) if taken.isdisjoint(range(*match.span())) else []
        if near:
            found.append(f"“{match[0]}” is no name in the record; near names: {', '.join(near)}")
    return found


EXAMPLES = (
    "Ukraine is not a member of NATO", "NATO has 30 members", "Finland joined NATO on 4 April 2023", "seven states joined NATO in 2004",
    "NATO was founded in 1949 by 12 states", "Finland has applied to join NATO", "28 allies have ratified the accession of Finland to NATO",
    "Article 5 of the North Atlantic Treaty has been invoked once", "the land border between Finland and Russia is 1,340 km long",
    "Estonia was once part of the Soviet Union", "the North Atlantic Treaty was signed in Washington on 4 April 1949", "Jens Stoltenberg is secretary general of NATO",
    "Russia holds Soledar", "Finland is nonaligned",
)  # fmt: skip
"""One sentence a kind that the reader understands, to be offered when a claim was not understood."""


def _nearest(words: str, names: Names, record: Record) -> str | None:
    from difflib import SequenceMatcher

    given = set(words.lower().split())
    scored = [
        (len(given & set(example.lower().split())) + SequenceMatcher(None, words.lower(), example.lower()).ratio(), example)
        for example in EXAMPLES
    ]
    return max(scored)[1] if scored else None
