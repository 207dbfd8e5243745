"""Which pages are worth reading: one pass over the bytes of a page for all names and telling words at once, before anything else is done with it.

A page is *wanted* if it has what some phrasing cannot do without: names of the kinds that its slots take, and, where those are states and persons, of which most
pages are full, its most telling word as well. What a page must have is read off the phrasings themselves, so that a new phrasing needs nothing here. The pass errs
on one side only: a page that is not wanted has no finding.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterable

from foedus import claims
from foedus.language.names import names_of
from foedus.language.phrasing import Entry
from foedus.language.sentence import LETTERS, letters_of
from foedus.language.template import COMMON, rarest
from foedus.reading.formats.raw import Raw
from foedus.reading.page import Page, Passed
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
_SHORT = 3
"""Letters of words that stand within so many others that to look for them tells nothing."""
_FREQUENT = frozenset({
    "after", "another", "back", "been", "call", "come", "first", "form", "from", "give", "like", "made", "make", "name", "other", "part", "place",
    "point", "said", "say", "says", "see", "sent", "some", "take", "tell", "that", "them", "then", "there", "they", "this", "time", "under", "used",
    "want", "were", "what", "when", "will", "with", "without", "would", "year", "years", "into", "last", "long", "only", "over", "through", "their",
    "more", "most", "many", "even", "also",
})  # fmt: skip
"""Words that nearly every page has."""
_TELLS_NOTHING = COMMON | _FREQUENT | frozenset(LETTERS.values())
_MARKUP = re.compile(r"(?:\s|<[^<>]*>)+")
_SPACES = ((b"\n", b"\n"), (b"\r", b"\r"), (b"\t", b"\t"), (b"\xc2\xa0", b"\xa0"))
"""What may stand between the words of a name instead of a space, and the last byte of it."""


class Scanner:
    """Tells the pages that a record's names and the phrasings give reason to read."""

    def __init__(self, record: Record) -> None:
        import hyperscan

        self._needs, patterns = _conditions(record)
        words = sorted(patterns)
        self._bits = [patterns[word] for word in words]
        self._database = hyperscan.Database(mode=hyperscan.HS_MODE_BLOCK)
        self._database.compile(
            expressions=[re.escape(word.encode()) for word in words],
            ids=list(range(len(words))),
            elements=len(words),
            flags=[hyperscan.HS_FLAG_SINGLEMATCH] * len(words),
        )
        self._scratch = hyperscan.Scratch(self._database)
        self._enough = hyperscan.ScanTerminated
        self._answers: dict[int, bool] = {}

    def wanted(self, content: bytes) -> bool:
        """Whether a text of these bytes (UTF-8) may have a finding; it is looked at from its beginning until that is certain."""
        for space, last in _SPACES:
            if last in content:  # one byte is found many times as fast as two
                content = content.replace(space, b" ")
        bits, answers, seen = self._bits, self._answers, 0

        def found(pattern: int, _start: int, _end: int, _flags: int, _context: object) -> bool:
            nonlocal seen
            more = seen | bits[pattern]
            if more == seen:
                return False
            seen = more
            if more not in answers:
                answers[more] = any(need & more == need for need in self._needs)
            return answers[more]

        try:
            if content:
                self._database.scan(content, match_event_handler=found, scratch=self._scratch)
        except self._enough:
            return True
        return False

    def wants(self, item: Raw | Page | Passed) -> bool:
        """Whether a page that is not parsed yet may have a finding: of HTML, the tags and entities are not in the way of names."""
        if isinstance(item, Page):
            return self.wanted(item.text.encode("utf-8", "surrogatepass"))
        if not isinstance(item, Raw) or item.form not in ("text", "html"):
            return True
        content = item.content
        if item.form == "html":
            content = _MARKUP.sub(" ", html.unescape(content) if "&" in content else content)
        return self.wanted(content.encode("utf-8", "surrogatepass"))


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
        telling = [part for part in entry.parts if part.isdisjoint(_TELLS_NOTHING) and min(map(len, part)) > _SHORT]
        if telling:
            named.append(rarest(telling))
    return named
