"""What every fact carries: a span, a source, the day from which it was public; no I/O.

A fact holds over ``[since, until)``; an event happens on ``since`` and has no end. Each cites where it can be looked up, and knows
from which day on it was public (``known``), so that a page can be judged by what was known when it was written. The kinds of fact
are in :mod:`foedus.facts`."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial
from typing import Any, ClassVar, NamedTuple, Self

from foedus.dates import BEGINNING, NEVER, Moment
from foedus.values import Packed


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


class Fact(Packed):
    """What every kind of fact carries. Equality leaves out where the fact was written down. Facts are made with keywords only."""

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

    @classmethod
    def of_rows(cls, rows: Iterable[tuple[Any, ...]]) -> tuple[Self, ...]:
        """Facts from rows that :meth:`row` made; nothing is checked again."""
        return tuple(map(partial(tuple.__new__, cls), rows))

    def row(self) -> tuple[Any, ...]:
        """The fields' values in order, citations as plain pairs: the form in which facts are cached."""
        return tuple(tuple(map(tuple, value)) if name == "citations" else value for name, value in zip(self._fields, self, strict=True))

    @property
    def file(self) -> str:
        """The file in which the fact is written."""
        return self.origin[1]

    @property
    def line(self) -> int:
        """The fact's line in its file."""
        return self.origin[2]

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return (
            type(self) is type(other)
            and isinstance(other, Fact)
            and self[:_ORIGIN] == other[:_ORIGIN]
            and self[_ORIGIN + 1 :] == other[_ORIGIN + 1 :]
        )

    def __ne__(self, other: object) -> bool:
        return not self == other

    def __hash__(self) -> int:
        return hash(self[:_ORIGIN])

    def __repr__(self) -> str:
        return f"<{type(self).__name__} {self.file}:{self.line} {self.describe()}>"

    def describe(self) -> str:
        """The fact as a short English sentence with ids, for evidence lists."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """The subject under which coverage declares this fact's list complete."""
        return self.covered_as.format_map(dict(zip(self._fields, self, strict=True)))

    def _span(self, onwards: bool = True) -> str:
        if self.since.latest == BEGINNING:
            return "" if self.until == NEVER else f" until {self.until}"
        if self.until == NEVER:
            return f" from {self.since}" if onwards else f" on {self.since}"
        return f" from {self.since} until {self.until}"


_ORIGIN = Fact._fields.index("origin")
_CITATIONS = Fact._fields.index("citations")


def _citations(fact: Fact) -> tuple[Citation, ...]:
    # Facts from the cache hold plain pairs: few citations are ever looked at.
    return tuple(map(Citation._make, fact[_CITATIONS]))


Fact.citations = property(_citations)  # type: ignore[assignment]
