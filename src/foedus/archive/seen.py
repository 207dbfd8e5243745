"""A record as the archive last saw it: its facts list by list and its words, kept compactly, and how another differs from it."""

from __future__ import annotations

import pickle
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import Any, NamedTuple

from foedus import cache
from foedus.fact import Fact
from foedus.facts import KINDS
from foedus.language.names import Names, names_of
from foedus.lexicon import Lexicon
from foedus.record import Record

_ORIGIN = Fact._fields.index("origin")
_NOWHERE = ("", "", 0)
_DAMAGED = (*cache.DAMAGE, zlib.error, KeyError)


class Difference(NamedTuple):
    """What sets one record apart from another."""

    facts: tuple[Fact, ...]
    """Every fact that only one of the two has, as each has it, and those that changed their place among others."""
    names: frozenset[str]
    """The names in prose that stand for something else, or that only one of the two has."""
    everything: bool = False
    """Whether the words differ in a way that may change how any page is read."""

    def __bool__(self) -> bool:
        return bool(self.facts or self.names or self.everything)


class Seen:
    """A record's facts, sources and words."""

    def __init__(
        self,
        facts: Mapping[str, Sequence[Fact]],
        sources: Mapping[str, tuple[str, ...]],
        words: Mapping[str, Any],
        lexicon: tuple[Any, ...],
    ) -> None:
        self.facts, self.sources, self.words, self.lexicon = facts, sources, words, lexicon
        self.names: Names | None = None

    @classmethod
    def of(cls, record: Record) -> Seen:
        """What the archive keeps of a record."""
        lexicon: Lexicon = record.lexicon
        names = names_of(record)
        seen = cls(
            {kind.__name__: record.of(kind) for kind in KINDS},
            {key: tuple(source) for key, source in record.sources.items()},
            {"ids": dict(names.ids), "display": dict(names.display), "treaty_of": dict(names.treaty_of)},
            (tuple(lexicon.titles), dict(lexicon.regions), tuple(lexicon.topics)),
        )
        seen.names = names
        return seen

    @property
    def count(self) -> int:
        """How many facts there are."""
        return sum(map(len, self.facts.values()))

    def table(self) -> Mapping[str, Any]:
        """What each name in prose may stand for."""
        if self.names is not None:
            return {name: tuple(map(tuple, meanings)) for name, meanings in self.names.table.items()}
        table: Mapping[str, Any] = self.words["table"]
        return table

    def lists(self, since: Seen | None = None) -> dict[str, bytes]:
        """What is to be kept, by name: all of it, or the lists that are not those of *since*."""
        with cache.no_collection():
            kept: dict[str, Any] = {
                name: _plain(facts) for name, facts in self.facts.items() if since is None or _differ(facts, since.facts.get(name, ()))
            }
            if since is None or since.sources != self.sources:
                kept["sources"] = self.sources
            if since is None or not self._same_words(since):
                kept["words"] = {name: _rows(found) if name == "ids" else found for name, found in self.words.items()} | {
                    "table": self.table()
                }
                kept["lexicon"] = _comparable(self.lexicon)
            return {name: zlib.compress(pickle.dumps(content, protocol=5), 1) for name, content in kept.items()}

    @classmethod
    def restored(cls, lists: Mapping[str, bytes]) -> Seen | None:
        """What was kept, or ``None`` when another version of Foedus kept it in a way that this one does not read."""
        try:
            found = {name: cache.restore(zlib.decompress(content)) for name, content in lists.items()}
            sources, words, lexicon = found.pop("sources"), found.pop("words"), found.pop("lexicon")
            facts = {}
            with cache.no_collection():
                for kind in KINDS:
                    rows = found.get(kind.__name__, ())
                    if any(len(row) != len(kind._fields) - 1 for row in rows):
                        return None
                    facts[kind.__name__] = kind.of_rows((*row[:_ORIGIN], _NOWHERE, *row[_ORIGIN:]) for row in rows)
        except _DAMAGED:
            return None
        return cls(facts, sources, words, lexicon)

    def difference(self, other: Seen) -> Difference:
        """How *other* differs from this."""
        facts: list[Fact] = []
        for name, own in self.facts.items():
            facts += _changed(own, other.facts.get(name, ()))
        cited = {key for key in self.sources.keys() | other.sources.keys() if self.sources.get(key) != other.sources.get(key)}
        if cited:
            facts += [
                fact for seen in (self, other) for found in seen.facts.values() for fact in found
                if any(citation.source in cited for citation in fact.citations)
            ]  # fmt: skip
        names, everything = self._words(other)
        return Difference(tuple(facts), names, everything)

    def _same_words(self, other: Seen) -> bool:
        if _comparable(self.lexicon) != _comparable(other.lexicon):
            return False
        if self.names is not None and self.names is other.names:
            return True
        one, another = ({name: found for name, found in seen.words.items() if name != "table"} for seen in (self, other))
        return {**one, "ids": _rows(one["ids"])} == {**another, "ids": _rows(another["ids"])} and self.table() == other.table()

    def _words(self, other: Seen) -> tuple[frozenset[str], bool]:
        if self._same_words(other):
            return frozenset(), False
        everything = _comparable(self.lexicon) != _comparable(other.lexicon)
        for name in ("ids", "display", "treaty_of"):
            own, others = self.words[name], other.words[name]
            # What is new has not been written yet; a new alliance may be what "the alliance" stands for.
            everything = everything or any(key not in others or tuple(value) != tuple(others[key]) for key, value in own.items())
            everything = everything or (name == "treaty_of" and own.keys() != others.keys())
        own, others = self.table(), other.table()
        names = frozenset(name for name in own.keys() | others.keys() if own.get(name) != others.get(name))
        return names, everything


def _rows(found: Mapping[str, Any]) -> dict[str, tuple[Any, ...]]:
    return {key: tuple(value) for key, value in found.items()}


def _comparable(lexicon: tuple[Any, ...]) -> tuple[Any, ...]:
    titles, regions, topics = lexicon
    return tuple(map(tuple, titles)), {name: tuple(states) for name, states in regions.items()}, tuple(map(tuple, topics))


def _plain(facts: Iterable[Fact]) -> list[tuple[Any, ...]]:
    """Facts without where they were written down: a line that moves is no change of what it says."""
    return [fact[:_ORIGIN] + fact[_ORIGIN + 1 :] for fact in facts]


def _same(one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    """Whether two lists are of the very same facts, as those of a record and of a view of it are."""
    return one is other or (len(one) == len(other) and all(map(is_, one, other)))


def _differ(one: Sequence[Fact], other: Sequence[Fact]) -> bool:
    return not _same(one, other) and _plain(one) != _plain(other)


def _changed(old: Sequence[Fact], new: Sequence[Fact]) -> list[Fact]:
    """The facts that only one of two lists has, and those that stand in another order: where sources disagree, the first line is said first."""
    if _same(old, new):
        return []
    # What both begin and end with is left out: a list of tens of thousands usually differs by a line.
    first, last, shorter = 0, 0, min(len(old), len(new))
    while first < shorter and (old[first] is new[first] or old[first] == new[first]):
        first += 1
    while last < shorter - first and (old[-1 - last] is new[-1 - last] or old[-1 - last] == new[-1 - last]):
        last += 1
    old, new = old[first : len(old) - last], new[first : len(new) - last]
    here, there = _plain(old), _plain(new)
    before, after = Counter(here), Counter(there)
    gone = [fact for fact, row in zip(old, here, strict=True) if before[row] > after[row]]
    come = [fact for fact, row in zip(new, there, strict=True) if after[row] > before[row]]
    stayed = [fact for fact, row in zip(old, here, strict=True) if before[row] == after[row]]
    stay = [row for row in there if before[row] == after[row]]
    moved = [fact for fact, row in zip(stayed, stay, strict=True) if fact[:_ORIGIN] + fact[_ORIGIN + 1 :] != row]
    return gone + come + moved
