"""What is asked of a record while something is worked out: a record that notes each query, through every cache.

A claim is affected by facts that it found and by facts that do not exist yet. Both are told by its queries: a list of the record, and the fields that
had to be equal. An answer that is computed once and kept (:meth:`~foedus.record.Record.once`) keeps the queries that made it, and whoever reads it
later is held to have asked them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from itertools import combinations
from typing import Any, NamedTuple, TypeVar

from foedus.fact import Fact
from foedus.facts import Coverage
from foedus.record import Layer, Record, as_known

F = TypeVar("F", bound=Fact)
A = TypeVar("A")

_MOST_VIEWS = 256
"""Views of the record as known on a day that are kept at a time: an archive has pages of many days."""


class Query(NamedTuple):
    """A question to one list: all facts of *kind* whose *fields*, sorted by name, have these *values*."""

    kind: type[Fact]
    fields: tuple[str, ...]
    values: tuple[Any, ...]


class Trace:
    """Queries as they are made, gathered in frames: what is asked inside one is asked inside all that enclose it."""

    def __init__(self) -> None:
        self._numbers: dict[Query, int] = {}
        self._queries: list[Query] = []
        self._frames: list[set[int]] = []

    def note(self, kind: type[Fact], equal: dict[str, Any]) -> None:
        """Note one query."""
        if self._frames:
            fields = tuple(sorted(equal))
            query = Query(kind, fields, tuple(equal[name] for name in fields))
            number = self._numbers.get(query)
            if number is None:
                number = self._numbers[query] = len(self._queries)
                self._queries.append(query)
            self._frames[-1].add(number)

    def note_all(self, numbers: Iterable[int]) -> None:
        """Note the queries behind an answer that was kept."""
        if self._frames:
            self._frames[-1].update(numbers)

    @contextmanager
    def frame(self) -> Iterator[set[int]]:
        """Gather what is asked inside, by number."""
        asked: set[int] = set()
        self._frames.append(asked)
        try:
            yield asked
        finally:
            self._frames.pop()
            self.note_all(asked)

    def queries(self, numbers: Iterable[int]) -> set[Query]:
        """The queries behind numbers, without those that a wider one among them covers."""
        found = {self._queries[number] for number in numbers}
        return {query for query in found if found.isdisjoint(_wider(query))}


def _wider(query: Query) -> Iterator[Query]:
    """Every query that asks for the same with fewer fields."""
    pairs = list(zip(query.fields, query.values, strict=True))
    for size in range(len(pairs)):
        for kept in combinations(pairs, size):
            yield Query(query.kind, tuple(name for name, _ in kept), tuple(value for _, value in kept))


class Traced(Record):
    """A record that answers as another does, and notes what it is asked.

    Its views as known on a day narrow what the whole record finds, instead of indexing all facts once more for each day.
    """

    def __init__(self, record: Record, trace: Trace | None = None, whole: Traced | None = None) -> None:
        super().__init__(record.layers, record._sources, record._lexicon, record.version, record.known_on, record.loaded)
        self.trace = trace or Trace()
        self._whole = whole or self
        self._days: dict[date, Traced] = {}
        self._asked: dict[Any, frozenset[int]] = {}
        self._narrowed: dict[Any, tuple[Fact, ...]] = {}
        if whole is None and record.known_on is None:
            self._facts, self._indexes = record._facts, record._indexes

    def of(self, kind: type[F], **equal: Any) -> tuple[F, ...]:
        """All facts of *kind* whose fields equal those given; the query is noted."""
        self.trace.note(kind, equal)
        whole = self._whole
        day = self.known_on
        if day is None or kind is Coverage:
            return Record.of(whole, kind, **equal)
        key = (kind, *sorted(equal.items()))
        found: Any = self._narrowed.get(key)
        if found is None:
            found = tuple(as_known(fact, day) for fact in Record.of(whole, kind, **equal) if fact.known <= day)
            self._narrowed[key] = found
        narrowed: tuple[F, ...] = found
        return narrowed

    def known(self, day: date) -> Record:
        """The record as it could be known on *day*; the views asked for last are kept."""
        if self.known_on == day:
            return self
        views = self._whole._days
        view = views.pop(day, None)
        if view is None:
            view = self._like(self.layers, day)
            if len(views) >= _MOST_VIEWS:
                del views[next(iter(views))]
        views[day] = view
        return view

    def once(self, question: Any, answer: Callable[[], A]) -> A:
        """The answer to a question, computed at the first asking; every asking is held to have made its queries."""
        if question not in self._asked:
            with self.trace.frame() as asked:
                self.answers[question] = answer()
            self._asked[question] = frozenset(asked)
        else:
            self.trace.note_all(self._asked[question])
        found: A = self.answers[question]
        return found

    def _like(self, layers: tuple[Layer, ...], known_on: date | None, below: Record | None = None) -> Traced:
        plain = super()._like(layers, known_on)
        if known_on is None:
            return self._whole if layers is self.layers else Traced(plain, self.trace)
        whole = self._whole if layers is self.layers else Traced(super()._like(layers, None), self.trace)
        return Traced(plain, self.trace, whole)


def traced(record: Record) -> Traced:
    """A record, noting what it is asked; made once for each."""
    return record.once("traced", lambda: Traced(record))
