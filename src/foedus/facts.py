"""The kinds of fact: dated, sourced, frozen; no I/O.

A fact holds over ``[since, until)``; an event happens on ``since`` and has no end. Each cites where it can be looked up, and knows
from which day on it was public (``known``), so that a page can be judged by what was known when it was written.
Dataclasses here have no ``__slots__``: plain instances are restored from the cache several times faster.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import ClassVar, NamedTuple

from foedus.dates import BEGINNING, END, NEVER, Moment


class Citation(NamedTuple):
    """A place in a source: the source's key, and the article, page, row or paragraph in it."""

    source: str
    locator: str


class Source(NamedTuple):
    """Something that can be looked up. Editions of one *series* supersede each other."""

    key: str
    title: str
    publisher: str
    date: str
    url: str
    series: str
    edition: str


class Origin(NamedTuple):
    """Where a fact entered: its layer, and the file and line there."""

    layer: str
    file: str
    line: int


@dataclass(frozen=True, kw_only=True)
class Fact:
    """What every kind of fact carries. Equality leaves out where the fact was written down."""

    list_name: ClassVar[str]
    """The list of the record to which this kind belongs, as coverage names it."""

    since: Moment
    until: Moment = NEVER
    citations: tuple[Citation, ...]
    known: date
    until_known: date = BEGINNING
    note: str = ""
    origin: Origin = field(compare=False)

    def describe(self) -> str:
        """The fact as a short English sentence with ids, for evidence lists."""
        raise NotImplementedError

    @property
    def subject(self) -> str:
        """The subject under which coverage declares this fact's list complete."""
        return "*"

    def _span(self, onwards: bool = True) -> str:
        if self.since.latest == BEGINNING:
            return "" if self.until == NEVER else f" until {self.until}"
        if self.until == NEVER:
            return f" from {self.since}" if onwards else f" on {self.since}"
        return f" from {self.since} until {self.until}"


@dataclass(frozen=True, kw_only=True)
class State(Fact):
    """A state and its codes; ``cow`` and ``gw`` are Correlates of War and Gleditsch-Ward numbers, as text."""

    list_name = "states"
    id: str
    name: str
    formal_name: str
    iso2: str
    cow: str
    gw: str
    region: str

    def describe(self) -> str:
        return f"{self.id} ({self.name}) is a state{self._span()}"


@dataclass(frozen=True, kw_only=True)
class Succession(Fact):
    """*successor* was part of *predecessor* over the span; *how* it ended (dissolution, secession, restoration, …)."""

    list_name = "successions"
    predecessor: str
    successor: str
    how: str

    @property
    def subject(self) -> str:
        return self.predecessor

    def describe(self) -> str:
        return f"{self.successor} was part of {self.predecessor}{self._span()} ({self.how})"


@dataclass(frozen=True, kw_only=True)
class Treaty(Fact):
    """A treaty in force over the span, and the alliance that it founds, if it founds one."""

    list_name = "treaties"
    id: str
    name: str
    alliance: str
    alliance_name: str
    signed: Moment
    place: str

    @property
    def subject(self) -> str:
        return self.id

    def describe(self) -> str:
        return f"the {self.name}, signed {self.signed} in {self.place}, is in force{self._span()}"


@dataclass(frozen=True, kw_only=True)
class Article(Fact):
    """What one article of a treaty obliges its parties to, in ATOP's terms where they apply."""

    list_name = "articles"
    treaty: str
    number: str
    content: str
    gist: str
    conditions: str

    @property
    def subject(self) -> str:
        return self.treaty

    def describe(self) -> str:
        return f"article {self.number} of {self.treaty}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class TreatyEvent(Fact):
    """Something done under an article: its invocation, a consultation, a freeze."""

    list_name = "treaty events"
    treaty: str
    article: str
    what: str
    by: str
    gist: str

    @property
    def subject(self) -> str:
        return f"article {self.article} of {self.treaty}"

    def describe(self) -> str:
        return f"article {self.article} of {self.treaty} {self.what} on {self.since} by {self.by}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class Membership(Fact):
    """One spell of a state in an alliance. *disputes* names the start that another line gives to the same spell."""

    list_name = "members"
    state: str
    alliance: str
    signed: str = ""
    ratified: str = ""
    deposited: str = ""
    disputes: str = ""
    supposed: bool = False

    @property
    def subject(self) -> str:
        return self.alliance

    def describe(self) -> str:
        supposed = " (supposed)" if self.supposed else ""
        return f"{self.state} is a member of {self.alliance}{self._span()}{supposed}"


@dataclass(frozen=True, kw_only=True)
class AccessionStep(Fact):
    """One step of a state on its way into an alliance; *by* and *act* say whose and which act a ratification was."""

    list_name = "accessions"
    state: str
    alliance: str
    stage: str
    by: str
    act: str
    gist: str

    @property
    def subject(self) -> str:
        return f"{self.state} {self.alliance}"

    def describe(self) -> str:
        what = f"{self.stage} {self.by} ({self.act})" if self.by else self.stage
        return f"{self.state} to {self.alliance}: {what} on {self.since}"


@dataclass(frozen=True, kw_only=True)
class BorderLength(Fact):
    """The length in kilometres of the land border between *a* and *b*, as one source gives it."""

    list_name = "borders"
    a: str
    b: str
    km: float

    @property
    def subject(self) -> str:
        return self.a

    def describe(self) -> str:
        return f"the land border between {self.a} and {self.b} is {self.km:,.10g} km long"


@dataclass(frozen=True, kw_only=True)
class Office(Fact):
    """A person holds a role in a state or an alliance."""

    list_name = "offices"
    person: str
    role: str
    of: str

    @property
    def subject(self) -> str:
        return f"{self.role} of {self.of}"

    def describe(self) -> str:
        return f"{self.person} is {self.role} of {self.of}{self._span()}"


@dataclass(frozen=True, kw_only=True)
class Statement(Fact):
    """What somebody said on a day, and in which office (*role_of*); *terms* are the words by which a report of it is recognised."""

    list_name = "statements"
    id: str
    speaker: str
    about: str
    gist: str
    words: str
    terms: str
    via: str
    role_of: str

    @property
    def subject(self) -> str:
        return self.speaker

    def describe(self) -> str:
        return f"{self.speaker} on {self.since}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class Deployment(Fact):
    """Forces that *actor* sent to *host*; *n* troops with a *hedge*."""

    list_name = "deployments"
    actor: str
    host: str
    n: int
    hedge: str
    gist: str

    @property
    def subject(self) -> str:
        return self.actor

    def describe(self) -> str:
        return f"{self.actor} in {self.host}{self._span()}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class Aid(Fact):
    """Aid given or pledged on a day; *aid* is its kind, *act* ``delivered`` or ``pledged``."""

    list_name = "aid"
    donor: str
    recipient: str
    aid: str
    gist: str
    amount: str
    currency: str
    act: str

    @property
    def subject(self) -> str:
        return self.recipient

    def describe(self) -> str:
        return f"{self.donor} {self.act} aid to {self.recipient} on {self.since}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class Control(Fact):
    """Who held a place over the span, as one party or observer said it."""

    list_name = "control"
    place: str
    holder: str
    asserted_by: str
    gist: str

    @property
    def subject(self) -> str:
        return self.place

    def describe(self) -> str:
        return f"{self.asserted_by}, said on {self.known}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class Posture(Fact):
    """A state's declared stance: nonaligned, neutral, aspiring to or rejecting an alliance, and on what it rests."""

    list_name = "postures"
    state: str
    posture: str
    toward: str
    basis: str
    gist: str

    @property
    def subject(self) -> str:
        return self.state

    def describe(self) -> str:
        toward = f" {self.toward}" if self.toward else ""
        return f"{self.state} {self.posture}{toward} ({self.basis}){self._span()}: {self.gist}"


@dataclass(frozen=True, kw_only=True)
class Measure(Fact):
    """One value of a series (area, population) for a state and a year."""

    list_name = "series"
    series: str
    state: str
    year: int
    value: float
    unit: str

    @property
    def subject(self) -> str:
        return self.series

    def describe(self) -> str:
        return f"{self.series} of {self.state}, {self.year}: {self.value:,.10g} {self.unit}"


@dataclass(frozen=True, kw_only=True)
class Coverage(Fact):
    """For a list and a subject: complete from *since* through *through*; *after* it ``stands`` or is ``unknown``."""

    list_name = "coverage"
    covers: str
    about: str
    through: date
    after: str

    def describe(self) -> str:
        about = f" for {self.about}" if self.about != "*" else ""
        return f"the list of {self.covers}{about} is complete through {self.through}"


KINDS: tuple[type[Fact], ...] = (
    State, Succession, Treaty, Article, TreatyEvent, Membership, AccessionStep, BorderLength, Office, Statement,
    Deployment, Aid, Control, Posture, Measure, Coverage,
)  # fmt: skip
"""Every kind of fact, in the order in which the record lists them."""


class Name(NamedTuple):
    """A name in prose and what it stands for, with the span over which it is used."""

    name: str
    type: str
    id: str
    use: str
    since: date = BEGINNING
    until: date = END
    note: str = ""


class Topic(NamedTuple):
    """What statements are about, and the phrases by which prose names it."""

    id: str
    name: str
    phrases: tuple[str, ...]


class Lexicon(NamedTuple):
    """The record's words: names, role titles (title -> role), regions (name -> states) and topics. Language, not fact."""

    names: tuple[Name, ...]
    titles: tuple[tuple[str, str], ...]
    regions: dict[str, tuple[str, ...]]
    topics: tuple[Topic, ...]
