"""What every fact carries: a span, a source, the day from which it was public; no I/O.

A fact holds over ``[since, until)``; an event happens on ``since`` and has no end. Each cites where it can be looked up, and knows
from which day on it was public (``known``), so that a page can be judged by what was known when it was written. The kinds of fact
are in :mod:`foedus.facts`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple, Self

from foedus.dates import BEGINNING, NEVER, Moment
from foedus.values import Value


class Citation(NamedTuple):
    """A place in a source: the source's key, and the article, page, row or paragraph in it."""

    source: str
    locator: str

    def __str__(self) -> str:
        """As the record writes it: ``nato-2023-fin[par. 2]``."""
        return f"{self.source}[{self.locator}]"


class Source(NamedTuple):
    """Something that can be looked up. Editions of one *series* supersede each other."""

    key: str
    title: str
    publisher: str
    date: str
    url: str
    series: str
    edition: str


class Fact(Value, kw_only=True):
    """What every kind of fact carries. Equality leaves out where the fact was written down.

    Facts are made with keywords only.
    """

    list_name: ClassVar[str]
    """The list of the record to which this kind belongs, as coverage names it."""
    covered_as: ClassVar[str] = "*"
    """The subject under which coverage declares this kind's list complete, its fields in braces: ``"{role} of {of}"``."""

    since: Moment
    citations: tuple[Citation, ...]
    known: date
    origin: tuple[str, str, int]
    """Where the fact entered: its layer, and the file and line there."""

    until: Moment = NEVER
    until_known: date = BEGINNING
    note: str = ""

    @property
    def file(self) -> str:
        """The file in which the fact is written."""
        return self.origin[1]

    @property
    def line(self) -> int:
        """The fact's line in its file."""
        return self.origin[2]

    def row(self) -> tuple[Any, ...]:
        """The fields' values in order, citations as plain pairs: the form in which facts are cached."""
        return tuple(tuple(map(tuple, self.citations)) if name == "citations" else getattr(self, name) for name in self._fields)

    @classmethod
    def of_rows(cls, rows: Iterable[tuple[Any, ...]]) -> tuple[Self, ...]:
        """Facts from rows that :meth:`row` made; nothing is checked again."""
        new, facts = object.__new__, []
        fields = tuple("_pairs" if name == "citations" else name for name in cls._fields)
        for row in rows:
            fact = new(cls)
            fact.__dict__.update(zip(fields, row, strict=True))
            facts.append(fact)
        return tuple(facts)

    def __getattr__(self, name: str) -> Any:
        # Of a fact that comes from the cache, citations are made when first asked for: few of them ever are.
        if name == "citations" and "_pairs" in self.__dict__:
            self.__dict__["citations"] = tuple(Citation(*pair) for pair in self.__dict__.pop("_pairs"))
            return self.__dict__["citations"]
        raise AttributeError(f"{type(self).__name__} has no {name}")

    def _key(self) -> tuple[Any, ...]:
        return tuple(getattr(self, name) for name in self._fields if name != "origin")

    def __hash__(self) -> int:
        return hash((self.since, self.citations, self.known))

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.file}:{self.line} {self.describe()}>"

    def describe(self) -> str:
        """The fact as a short English sentence with ids, for evidence lists."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """The subject under which coverage declares this fact's list complete."""
        return self.covered_as.format_map(self.__dict__)

    def _span(self, onwards: bool = True) -> str:
        if self.since.latest == BEGINNING:
            return "" if self.until == NEVER else f" until {self.until}"
        if self.until == NEVER:
            return f" from {self.since}" if onwards else f" on {self.since}"
        return f" from {self.since} until {self.until}"
