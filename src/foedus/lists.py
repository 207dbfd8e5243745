"""What each list of the record's text holds: its columns in their order, how each is read, and by what its lines are sorted.

A list is a CSV file, or an array of inline tables in a treaty's or an accession's file. Reading (:mod:`foedus.record_text`) and writing in canonical
form (:mod:`foedus.record_format`) both go by these tables, so a new kind of fact is a class in :mod:`foedus.facts` and a line here.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import MAXYEAR, MINYEAR
from functools import cached_property
from typing import Any, NamedTuple

from foedus.dates import ALWAYS, NEVER, Moment
from foedus.fact import Fact
from foedus.facts import (
    AccessionStep,
    Aid,
    Article,
    BorderLength,
    Control,
    Coverage,
    Deployment,
    Measure,
    Membership,
    Office,
    Posture,
    ProcedureStep,
    Recognition,
    SeaNeighbours,
    Sovereignty,
    State,
    Statement,
    Succession,
    Treaty,
    TreatyEvent,
)
from foedus.rows import Row, Skip


class Column(NamedTuple):
    """A column, the field of the fact that it fills, and how it is read."""

    name: str
    field: str
    read: Callable[[Row, str], Any]


def needed(name: str, field: str = "") -> Column:
    """Text that must be there."""
    return Column(name, field or name, Row.need)


def text(name: str, field: str = "", default: str = "") -> Column:
    """Text that may be left out."""
    return Column(name, field or name, lambda row, key: row.get(key, default))


def number(name: str) -> Column:
    """A number that must be there."""
    return Column(name, name, Row.number)


def _count(row: Row, key: str) -> int:
    return int(row.number(key)) if row.get(key) else 0


def _year(row: Row, key: str) -> int:
    year = year_of(row.need(key))
    if year is None:
        row.fault(f"'{key}': {row.get(key)} is not a year of the calendar")
        raise Skip
    return year


def year_of(written: str) -> int | None:
    """A year of the calendar that has another after it; ``None`` if it is none."""
    return int(written) if written.isdecimal() and len(written) <= 4 and MINYEAR <= int(written) < MAXYEAR else None


def _further_date(name: str) -> Column:
    return Column(name, name, Row.dated)


COMMON = ("cite", "known_from", "until_known", "note")
"""What every line carries."""
SPAN, EVENT = ("from", "until"), ("on",)


@dataclass(frozen=True)
class List:
    """One list: the kind of fact of its lines, its own columns, those of its dates, and the columns by which lines are sorted."""

    kind: type[Fact]
    own: tuple[Column, ...]
    dates: tuple[str, ...] = SPAN
    sort: tuple[str, ...] = ()
    since: Moment | None = None
    """The default of ``from``; without one it must be written."""
    dates_after: int = -1
    """After how many of its own columns the dates stand; at the end, if negative."""
    common: tuple[str, ...] = COMMON

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """All columns in canonical order."""
        names = [column.name for column in self.own]
        place = len(names) if self.dates_after < 0 else self.dates_after
        return (*names[:place], *self.dates, *names[place:], *self.common)

    def fact(self, row: Row, given: Mapping[str, Any] | None = None, since: Moment | None = None, until: Moment = NEVER) -> Fact:
        """The fact that a line makes; *given* are fields that the file fills for all its lines, *since* and *until* its defaults.

        Raises :class:`~foedus.rows.Skip` when the line is faulty, having noted why.
        """
        begins = row.moment(self.dates[0], since or self.since) if self.dates else since or ALWAYS
        ends = row.moment("until", until) if "until" in self.dates or not self.dates else NEVER
        fields = row.base(begins, ends)
        if given:
            fields.update(given)
        for name, field, read in self.own:
            fields[field] = read(row, name)
        return self.kind(**fields)


_TREATY = (
    needed("id"), needed("name"), text("alliance"), text("alliance_name"), text("form", default="treaty"),
    Column("signed", "signed", lambda row, key: row.moment(key, row.moment("in_force"))), text("place"), text("text"), text("atop"), text("continues"),
)  # fmt: skip
_ARTICLE = (
    needed("number"), needed("content"), text("by"), text("toward"), needed("gist"), text("area"), text("trigger"), text("response"), text("conditions"),
)  # fmt: skip
_EVENT = (text("article"), needed("what"), needed("by"), needed("gist"))
_PARTY = (needed("state"), _further_date("signed"), _further_date("ratified"), _further_date("deposited"), _further_date("disputes"))

TREATY = List(Treaty, _TREATY, ("in_force", "until"), dates_after=7)
ARTICLES = List(Article, _ARTICLE, dates_after=4)
EVENTS = List(TreatyEvent, _EVENT, EVENT, dates_after=2)
MEMBERS = List(Membership, _PARTY, dates_after=1)
PROCEDURE = List(ProcedureStep, (needed("number"), needed("stage"), needed("actor"), needed("gist"), needed("effect")))
STEPS = List(AccessionStep, (needed("stage"), text("by"), text("act"), text("gist")), EVENT, dates_after=2)
COVERAGE = List(
    Coverage,
    (needed("list", "covers"), needed("subject", "about"), Column("through", "through", lambda row, key: row.moment(key).earliest), needed("after")),
    ("since",), since=ALWAYS, sort=("list", "subject"), dates_after=2, common=("cite", "note"),
)  # fmt: skip
MEASURES = List(
    Measure,
    (needed("state"), Column("year", "year", _year), number("value"), needed("unit")),
    (),
    sort=("state", "year"),
    common=("cite", "known_from", "note"),
)

LISTS: dict[str, List] = {
    "states.csv": List(
        State, (needed("id"), needed("name"), text("formal_name"), text("iso2"), text("cow"), text("gw"), text("region")),
        sort=("id", "from"), dates_after=3,
    ),
    "successions.csv": List(
        Succession, (needed("predecessor"), needed("successor"), needed("kind", "how")), sort=("predecessor", "successor", "from"), since=ALWAYS,
    ),
    "borders.csv": List(BorderLength, (needed("a"), needed("b"), number("km"), text("view"), text("basis")), sort=("a", "b", "from"), dates_after=3),
    "sea_neighbours.csv": List(SeaNeighbours, (needed("a"), needed("b"), number("km")), sort=("a", "b", "from")),
    "sovereignty.csv": List(
        Sovereignty, (needed("territory"), needed("state"), needed("view"), needed("gist")), sort=("territory", "view", "from"), dates_after=3,
    ),
    "recognitions.csv": List(Recognition, (needed("state"), needed("by")), sort=("state", "by", "from")),
    "offices.csv": List(Office, (needed("person"), needed("role"), needed("of")), sort=("of", "role", "from")),
    "statements.csv": List(
        Statement,
        (needed("id"), needed("speaker"), text("role_of"), needed("about"), needed("gist"), text("words"), text("terms"), text("via")),
        EVENT, sort=("on", "id"), dates_after=3,
    ),
    "deployments.csv": List(
        Deployment, (needed("actor"), needed("host"), Column("n", "n", _count), text("hedge", default="="), text("counts"), needed("gist")),
        sort=("host", "actor", "from"), dates_after=5,
    ),
    "aid.csv": List(
        Aid,
        (needed("donor"), needed("recipient"), needed("kind", "aid"), needed("gist"), text("amount"), text("currency"), needed("act"), text("counts")),
        EVENT, sort=("recipient", "on", "donor"), dates_after=6,
    ),
    "control.csv": List(Control, (needed("place"), needed("holder"), needed("asserted_by"), needed("gist")), sort=("place", "from"), dates_after=3),
    "postures.csv": List(
        Posture, (needed("state"), needed("posture"), text("toward"), needed("basis"), needed("gist")), sort=("state", "from"), dates_after=4,
    ),
    "procedures.csv": List(
        ProcedureStep, (needed("alliance"), *PROCEDURE.own), sort=("alliance", "number"),
    ),
    "treaties.csv": List(Treaty, _TREATY, TREATY.dates, sort=("id",), dates_after=7),
    "articles.csv": List(Article, (needed("treaty"), *_ARTICLE), sort=("treaty", "number")),
    "members.csv": List(Membership, (needed("alliance"), *_PARTY), sort=("alliance", "state", "from")),
}  # fmt: skip
"""The lists that are CSV files of their own, by file, in the order in which they are read."""
