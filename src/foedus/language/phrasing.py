"""Phrasings: templates that read as English (see :mod:`foedus.language.template`), and how many of them are matched against a sentence at once."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, NamedTuple

from foedus.dates import Moment
from foedus.language.calendar import Dated
from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.sentence import Item, Sentence, is_group
from foedus.language.template import COMMON, beginnings, compile_phrasing, rarest, required, sketch
from foedus.lexicon import Name
from foedus.values import Value

_MOST_OUTLINES = 5000
"""Rows of letters of which it is remembered which phrasings fit them."""
LONGEST_OUTLINE = 16
"""Letters of the longest row that phrasings are fitted to: outlines are full of gaps, and a list of fifty numbers fits them in too many ways to try."""
_SOME = re.compile(r"\b(?:some|most|many|several|other|few|no|various|certain)\s+(?:of\s+)?(?:the\s+)?\Z")


_STILL_COUNTED = frozenset(["", "more", "other", "further", "new", "former", "small", "of the", "formerly communist"])


class Phrasing(Value):
    """One template, and the arguments that it fixes (``negated=True``, ``stage="applied"``)."""

    text: str
    fixed: Mapping[str, Any] = MappingProxyType({})

    def __hash__(self) -> int:
        return hash(self.text)


def P(text: str, **fixed: Any) -> Phrasing:  # noqa: N802 - one letter, so that lists of phrasings read as English
    """A phrasing with the arguments that it fixes."""
    return Phrasing(text, fixed)


class Match(Value):
    """A phrasing found in a sentence."""

    sentence: Sentence
    phrasing: Phrasing
    found: re.Match[str]

    @property
    def past(self) -> bool:
        """Whether a verb of the match is in the past tense."""
        return any(name.startswith("past") and value for name, value in self.found.groupdict().items())

    @property
    def negated(self) -> bool:
        """Whether the phrasing denies."""
        return bool(self.phrasing.fixed.get("negated"))

    def has(self, slot: str) -> bool:
        """Whether the slot is filled."""
        return slot in self.found.re.groupindex and self.found[slot] is not None

    def items(self, slot: str) -> list[Item]:
        """What the slot's letters stand for."""
        if not self.has(slot):
            return []
        return self.sentence.inside(*self.found.span(slot))

    def names(self, slot: str) -> list[Name]:
        """The names in a slot."""
        return [item.what.meanings[0] for item in self.items(slot) if isinstance(item.what, Mention)]

    def id(self, slot: str) -> str:
        """The id of the one thing in the slot, or ``""``."""
        names = self.names(slot)
        return names[0].id if names else ""

    def ids(self, slot: str) -> tuple[str, ...]:
        """The states in the slot; a group ("the Baltic states") stands for all of its states, unless a number or "most" before it takes only some."""
        groups = self.sentence.context.names.regions
        found: dict[str, None] = {}
        for item in self.items(slot):
            if not isinstance(item.what, Mention) or item.what.ambiguous:
                continue
            name = item.what.meanings[0]
            if not is_group(name):
                found[name.id] = None
            elif not self._only_some(item.at, len(groups.get(name.id, ()))):
                found |= dict.fromkeys(groups.get(name.id, ()))
        return tuple(found)

    def _only_some(self, at: int, size: int) -> bool:
        if _SOME.search(self.sentence.folded, 0, at):
            return True
        number = self.sentence.before(at)[:1]
        between = self.sentence.folded[number[0].at + 1 : at].strip() if number else ""
        quantity = number[0].what if number and between in _STILL_COUNTED else None
        return isinstance(quantity, Quantity) and quantity.value != size

    def quantity(self, slot: str = "n") -> Quantity | None:
        """The number in a slot."""
        return next((item.what for item in self.items(slot) if isinstance(item.what, Quantity)), None)

    def date(self, slot: str = "date") -> Moment | None:
        """The date in a slot."""
        return next((item.what.moment for item in self.items(slot) if isinstance(item.what, Dated)), None)

    def text(self, slot: str) -> str:
        """The page's own words in a slot."""
        start, end = self.found.span(slot)
        return self.sentence.text[self.sentence.original(start) : self.sentence.original(end, end=True)]

    def antecedent(self, *types: str) -> Name | None:
        """What "its", "whose" or "it" at the start of the match refers to: the nearest name of a type before it."""
        context = self.sentence.context
        before: list[Name] = []
        for item in self.sentence.before(self.found.start()):
            if isinstance(item.what, Mention):
                name = item.what.meanings[0]
                if name.type == "other":
                    return context.nearest(before, *types)
                before.append(name)
        # What only points back ("the alliance") was not added to what the page has named.
        own = sum(isinstance(item.what, Mention) and item.what.meanings[0].use != "anaphor" for item in self.sentence.items)
        return context.nearest([*before, *reversed(context.mentioned[: len(context.mentioned) - own][-12:])], *types)

    def span(self) -> tuple[int, int]:
        """The exact words of the match, in the page."""
        return self.sentence.page_span(*self.found.span("quote" if self.has("quote") else 0))


class Entry(NamedTuple):
    """One phrasing of an index: its owner, its number there, and what a sentence must have for it to be worth trying.

    *parts* are the words of its required parts, one of each of which must occur; *sketch* is a regular expression for the letters of its slots in
    their order; *keys* are the words of the part by which it is best looked up.
    """

    owner: str
    number: int
    parts: tuple[frozenset[str], ...]
    sketch: str
    keys: frozenset[str]


class Matcher:
    """Many phrasings at once: only those whose required words all occur in a sentence are tried on it, each compiled when first tried.

    *load* gives an owner's phrasings by its name, so that what is never tried is never loaded.
    """

    def __init__(self, entries: Sequence[Entry], load: Callable[[str], Sequence[Phrasing]]) -> None:
        self._entries = entries
        self._load = load
        self._compiled: list[tuple[Phrasing, re.Pattern[str], frozenset[str] | None] | None] = [None] * len(entries)
        self._sketches: list[re.Pattern[str] | None] = [None] * len(entries)
        self._fitting: dict[str, dict[int, bool]] = {}
        """Which phrasings fit the letters of a sentence, as far as it was asked: many sentences name the same things in the same order."""
        # Each distinct part is a bit; a word carries the bits of the parts that it fulfils, a phrasing those that it needs.
        bits: dict[frozenset[str], int] = {}
        self._needs = [sum({bits.setdefault(part, 1 << len(bits)) for part in entry.parts}) for entry in entries]
        self._word_bits: dict[str, int] = {}
        for part, bit in bits.items():
            for word in part:
                self._word_bits[word] = self._word_bits.get(word, 0) | bit
        self._by_word: dict[str, list[int]] = {}
        for number, entry in enumerate(entries):
            for word in entry.keys:
                self._by_word.setdefault(word, []).append(number)

    def _outline(self, number: int) -> re.Pattern[str]:
        outline = self._sketches[number]
        if outline is None:
            outline = self._sketches[number] = re.compile(self._entries[number].sketch)
        return outline

    def find(self, sentence: Sentence, owners: frozenset[str] | None = None) -> Iterator[tuple[str, Match]]:
        """Every match of every phrasing, or of those of some *owners*, with the owner under which the phrasing was given."""
        fulfilled, needs = 0, self._needs
        candidates: set[int] = set()
        for word in sentence.words:
            fulfilled |= self._word_bits.get(word, 0)
            candidates.update(self._by_word.get(word, ()))
        letters = "".join([item.letter for item in sentence.items if item.what is not None])
        fitting = self._fitting.get(letters)
        if fitting is None:
            if len(self._fitting) >= _MOST_OUTLINES:
                self._fitting.clear()
            fitting = self._fitting[letters] = {}
        for number in sorted([number for number in candidates if needs[number] & fulfilled == needs[number]]):
            if owners is not None and self._entries[number].owner not in owners:
                continue
            fits = len(letters) > LONGEST_OUTLINE or fitting.get(number)
            if fits is None:
                fits = fitting[number] = self._outline(number).search(letters) is not None
            if not fits:
                continue
            compiled = self._compiled[number]
            if compiled is None:
                entry = self._entries[number]
                phrasing = self._load(entry.owner)[entry.number]
                compiled = self._compiled[number] = phrasing, compile_phrasing(phrasing.text), beginnings(phrasing.text)
            for found in _search(compiled[1], compiled[2], sentence):
                yield self._entries[number].owner, Match(sentence, compiled[0], found)


def _search(pattern: re.Pattern[str], first: frozenset[str] | None, sentence: Sentence) -> Iterator[re.Match[str]]:
    """The matches of a pattern, from left to right; it is tried only where one of its first words stands."""
    if first is None:
        yield from (found for found in pattern.finditer(sentence.folded) if found.start() <= sentence.reach)
        return
    folded, end = sentence.folded, 0
    places = sentence.places
    for at in sorted([at for word in first & sentence.words for at in places[word]]):
        if at > sentence.reach:
            return
        if at >= end and (found := pattern.match(folded, at)):
            yield found
            end = found.end()


def entries(owner: str, phrasings: Sequence[Phrasing]) -> list[Entry]:
    """The index entries of an owner's phrasings."""
    return [
        Entry(owner, number, parts, sketch(phrasing.text), rarest([part for part in parts if part.isdisjoint(COMMON)]))
        for number, phrasing in enumerate(phrasings)
        for parts in [_needed(phrasing)]
    ]


def _needed(phrasing: Phrasing) -> tuple[frozenset[str], ...]:
    """What must occur in a sentence: the phrasing's own parts, and one of the words that it asks for *beside* itself."""
    beside = phrasing.fixed.get("beside")
    return (*required(phrasing.text), *([beside] if beside else []))
