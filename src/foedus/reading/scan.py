"""Which pages are worth reading: one Aho-Corasick pass over the bytes of a page, before anything else is done with it.

A page is *wanted* if it has what some phrasing cannot do without: names of the kinds that its slots take, and, where those are states and persons, of which most
pages are full, its most telling word as well. What a page must have is read off the phrasings themselves, so that a new phrasing needs nothing here. The pass errs
on one side only: a page that is not wanted has no finding.
"""

from __future__ import annotations

from collections.abc import Iterable

from foedus import claims
from foedus.language.names import names_of
from foedus.language.phrasing import Entry
from foedus.language.sentence import LETTERS, letters_of
from foedus.language.template import COMMON, rarest
from foedus.reading.reader import UNNAMED_ALLIANCE
from foedus.record import Record

_FOUND_OTHERWISE = frozenset(LETTERS[kind] for kind in ("number", "date", "aside"))
"""Letters that stand for no name: whether a page has them is not asked."""
_NAMED = frozenset(LETTERS.values()) - _FOUND_OTHERWISE
_EVERYWHERE = frozenset(
    LETTERS[kind] for kind in ("state", "group", "demonym", "capital", "government", "person", "title", "region", "place", "other")
)
"""Letters of names that pages about anything have."""
_ALLIANCE = frozenset([LETTERS["alliance"]])
_SPACES = (b"\n", b"\r", b"\t", b"\xc2\xa0", b"&nbsp;")
"""What may stand between the words of a name instead of a space."""


class Scanner:
    """Tells the pages that a record's names and the phrasings give reason to read."""

    def __init__(self, record: Record) -> None:
        import ahocorasick_rs

        self._needs, patterns = _conditions(record)
        words = sorted(patterns)
        self._bits = [patterns[word] for word in words]
        self._automaton = ahocorasick_rs.BytesAhoCorasick(
            [word.encode() for word in words], matchkind=ahocorasick_rs.MatchKind.Standard, implementation=ahocorasick_rs.Implementation.DFA
        )
        self._answers: dict[int, bool] = {}

    def wanted(self, content: bytes) -> bool:
        """Whether a page of these bytes (UTF-8; markup and all) may have a finding."""
        for space in _SPACES:
            if space in content:
                content = content.replace(space, b" ")
        bits, seen = self._bits, 0
        for pattern, _, _ in self._automaton.find_matches_as_indexes(content, overlapping=True):
            seen |= bits[pattern]
        answer = self._answers.get(seen)
        if answer is None:
            answer = self._answers[seen] = any(need & seen == need for need in self._needs)
        return answer


def scanner_of(record: Record) -> Scanner:
    """The scanner of a record, built once."""
    return record.loaded.once("scanner", lambda: Scanner(record))


def _conditions(record: Record) -> tuple[list[int], dict[str, int]]:
    """The sets of things of which a page must have one whole, as bits; and the bits that each name and word gives."""
    bit_of: dict[frozenset[str], int] = {}
    needs = {frozenset(_needed(entry)) for entry in claims.index()}
    needs = {need for need in needs if not any(other < need for other in needs)}
    masks = [sum(bit_of.setdefault(part, 1 << len(bit_of)) for part in need) for need in needs]
    gives: dict[str, int] = {}
    for part, bit in bit_of.items():
        for thing in part:
            gives[thing] = gives.get(thing, 0) | bit
    patterns: dict[str, int] = {}
    for name, meanings in names_of(record).table.items():
        bits = 0
        for letter in letters_of(meanings):
            bits |= gives.get(letter, 0)
        if bits:
            patterns[name] = bits
    for word in {thing for part in bit_of for thing in part if thing not in LETTERS.values()}:
        for spelling in (word, word.capitalize(), word.upper()):
            patterns[spelling] = patterns.get(spelling, 0) | gives[word]
    for words in UNNAMED_ALLIANCE:
        patterns[words] = patterns.get(words, 0) | gives[LETTERS["alliance"]]
    return masks, patterns


def _needed(entry: Entry) -> Iterable[frozenset[str]]:
    """What a page must have for a phrasing to be found in it. One that names no alliance, though its claims are of one, speaks of an alliance named before."""
    named = [part for part in entry.parts if part <= _NAMED]
    kind = claims.kind(entry.owner)
    if not named or ("alliance" in kind._fields and "alliance" not in kind._defaults):
        named.append(_ALLIANCE)
    if all(part & _EVERYWHERE for part in named):
        telling = [part for part in entry.parts if part.isdisjoint(COMMON) and part.isdisjoint(LETTERS.values())]
        if telling:
            named.append(rarest(telling))
    return named
