"""The kinds of fact: dated, sourced, immutable; no I/O.

A fact holds over ``[since, until)``; an event happens on ``since`` and has no end. Each cites where it can be looked up, and knows
from which day on it was public (``known``), so that a page can be judged by what was known when it was written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, ClassVar, NamedTuple, Self

from foedus.dates import BEGINNING, END, NEVER, Moment
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
        return "*"

    def _span(self, onwards: bool = True) -> str:
        if self.since.latest == BEGINNING:
            return "" if self.until == NEVER else f" until {self.until}"
        if self.until == NEVER:
            return f" from {self.since}" if onwards else f" on {self.since}"
        return f" from {self.since} until {self.until}"


class State(Fact, kw_only=True):
    """A state and its codes; ``cow`` and ``gw`` are Correlates of War and Gleditsch-Ward numbers, as text."""

    list_name: ClassVar[str] = "states"
    id: str
    name: str
    formal_name: str
    iso2: str
    cow: str
    gw: str
    region: str

    def describe(self) -> str:
        return f"{self.id} ({self.name}) is a state{self._span()}"


class Succession(Fact, kw_only=True):
    """*successor* was part of *predecessor* over the span; *how* it ended (dissolution, secession, restoration, …)."""

    list_name: ClassVar[str] = "successions"
    predecessor: str
    successor: str
    how: str

    @property
    def subject(self) -> str:
        return self.predecessor

    def describe(self) -> str:
        return f"{self.successor} was part of {self.predecessor}{self._span()} ({self.how})"


class Treaty(Fact, kw_only=True):
    """A treaty in force over the span, and the alliance that it founds, if it founds one."""

    list_name: ClassVar[str] = "treaties"
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


class Article(Fact, kw_only=True):
    """What one article of a treaty obliges its parties to, in ATOP's terms where they apply."""

    list_name: ClassVar[str] = "articles"
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


class TreatyEvent(Fact, kw_only=True):
    """Something done under an article: its invocation, a consultation, a freeze."""

    list_name: ClassVar[str] = "treaty events"
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


class Membership(Fact, kw_only=True):
    """One spell of a state in an alliance. *disputes* names the start that another line gives to the same spell."""

    list_name: ClassVar[str] = "members"
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


class AccessionStep(Fact, kw_only=True):
    """One step of a state on its way into an alliance; *by* and *act* say whose and which act a ratification was."""

    list_name: ClassVar[str] = "accessions"
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


class BorderLength(Fact, kw_only=True):
    """The length in kilometres of the land border between *a* and *b*, as one source gives it."""

    list_name: ClassVar[str] = "borders"
    a: str
    b: str
    km: float

    @property
    def subject(self) -> str:
        return self.a

    def describe(self) -> str:
        return f"the land border between {self.a} and {self.b} is {self.km:,.10g} km long"


class Office(Fact, kw_only=True):
    """A person holds a role in a state or an alliance."""

    list_name: ClassVar[str] = "offices"
    person: str
    role: str
    of: str

    @property
    def subject(self) -> str:
        return f"{self.role} of {self.of}"

    def describe(self) -> str:
        return f"{self.person} is {self.role} of {self.of}{self._span()}"


class Statement(Fact, kw_only=True):
    """What somebody said on a day, and in which office (*role_of*); *terms* are the words by which a report of it is recognised."""

    list_name: ClassVar[str] = "statements"
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


class Deployment(Fact, kw_only=True):
    """Forces that *actor* sent to *host*; *n* troops with a *hedge*."""

    list_name: ClassVar[str] = "deployments"
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


class Aid(Fact, kw_only=True):
    """Aid given or pledged on a day; *aid* is its kind, *act* ``delivered`` or ``pledged``."""

    list_name: ClassVar[str] = "aid"
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


class Control(Fact, kw_only=True):
    """Who held a place over the span, as one party or observer said it."""

    list_name: ClassVar[str] = "control"
    place: str
    holder: str
    asserted_by: str
    gist: str

    @property
    def subject(self) -> str:
        return self.place

    def describe(self) -> str:
        return f"{self.asserted_by}, said on {self.known}: {self.gist}"


class Posture(Fact, kw_only=True):
    """A state's declared stance: nonaligned, neutral, aspiring to or rejecting an alliance, and on what it rests."""

    list_name: ClassVar[str] = "postures"
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


class Measure(Fact, kw_only=True):
    """One value of a series (area, population) for a state and a year."""

    list_name: ClassVar[str] = "series"
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


class Coverage(Fact, kw_only=True):
    """For a list and a subject: complete from *since* through *through*; *after* it ``stands`` or is ``unknown``."""

    list_name: ClassVar[str] = "coverage"
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
