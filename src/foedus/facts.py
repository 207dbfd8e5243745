"""The kinds of fact, one class each: dated, sourced, immutable; no I/O."""

from __future__ import annotations

from datetime import date
from typing import ClassVar

from foedus.dates import Moment
from foedus.fact import Fact


class State(Fact):
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


class Succession(Fact):
    """*successor* was part of *predecessor* over the span; *how* it ended (dissolution, secession, restoration, …)."""

    list_name: ClassVar[str] = "successions"
    covered_as: ClassVar[str] = "{predecessor}"
    predecessor: str
    successor: str
    how: str

    def describe(self) -> str:
        return f"{self.successor} was part of {self.predecessor}{self._span()} ({self.how})"


class Treaty(Fact):
    """A treaty in force over the span, and the alliance that it founds, if it founds one.

    *form* says what it is (treaty, exchange of notes, declaration, arrangement, organization, …), *text* where its wording is published;
    *atop* lists the numbers under which the Alliance Treaty Obligations and Provisions data have it, separated by spaces. *continues* is the alliance whose
    place it took, so that people say of the older one's members that they joined the newer.
    """

    list_name: ClassVar[str] = "treaties"
    covered_as: ClassVar[str] = "{id}"
    id: str
    name: str
    alliance: str
    alliance_name: str
    signed: Moment
    place: str
    form: str = "treaty"
    text: str = ""
    atop: str = ""
    continues: str = ""

    @property
    def bond(self) -> str:
        """The id under which its parties are listed: the alliance that it founds, or the treaty itself."""
        return self.alliance or self.id

    def describe(self) -> str:
        place = f" in {self.place}" if self.place else ""
        return f"the {self.name}, signed {self.signed}{place}, is in force{self._span()}"


class Article(Fact):
    """What one article of a treaty obliges its parties to, in ATOP's terms where they apply.

    *by* and *toward* are the ids of the states that are obliged and of those to whom it is owed, separated by spaces; empty, all parties.
    *area*, *trigger* and *response* are its conditions: where it applies, what sets it off, and how much is left to each party's judgement.
    """

    list_name: ClassVar[str] = "articles"
    covered_as: ClassVar[str] = "{treaty}"
    treaty: str
    number: str
    content: str
    gist: str
    conditions: str
    by: str = ""
    toward: str = ""
    area: str = ""
    trigger: str = ""
    response: str = ""

    def obliges(self, one: str, toward: str) -> bool:
        """Whether the article, by its own terms, may oblige one state toward another, if both are parties or it names them."""
        return (not self.by or one in self.by.split()) and (not self.toward or toward in self.toward.split())

    def describe(self) -> str:
        return f"article {self.number} of {self.treaty}: {self.gist}"


class TreatyEvent(Fact):
    """Something done under an article: its invocation, a consultation, a freeze."""

    list_name: ClassVar[str] = "treaty events"
    covered_as: ClassVar[str] = "article {article} of {treaty}"
    treaty: str
    article: str
    what: str
    by: str
    gist: str

    def describe(self) -> str:
        return f"article {self.article} of {self.treaty} {self.what} on {self.since} by {self.by}: {self.gist}"


class Membership(Fact):
    """One spell of a state in an alliance. *disputes* names the start that another line gives to the same spell."""

    list_name: ClassVar[str] = "members"
    covered_as: ClassVar[str] = "{alliance}"
    state: str
    alliance: str
    signed: str = ""
    ratified: str = ""
    deposited: str = ""
    disputes: str = ""
    supposed: bool = False

    def describe(self) -> str:
        supposed = " (supposed)" if self.supposed else ""
        return f"{self.state} is a member of {self.alliance}{self._span()}{supposed}"


class AccessionStep(Fact):
    """One step of a state on its way into an alliance; *by* and *act* say whose and which act a ratification was."""

    list_name: ClassVar[str] = "accessions"
    covered_as: ClassVar[str] = "{state} {alliance}"
    state: str
    alliance: str
    stage: str
    by: str
    act: str
    gist: str

    def describe(self) -> str:
        what = f"{self.stage} {self.by} ({self.act})" if self.by else self.stage
        return f"{self.state} to {self.alliance}: {what} on {self.since}"


class ProcedureStep(Fact):
    """A step by which any state joins an alliance: who must act (*actor*), what is done (*gist*), and what it changes in law (*effect*)."""

    list_name: ClassVar[str] = "procedures"
    covered_as: ClassVar[str] = "{alliance}"
    alliance: str
    number: str
    stage: str
    actor: str
    gist: str
    effect: str

    def describe(self) -> str:
        return f"step {self.number} into {self.alliance}, {self.actor}: {self.gist}"


class BorderLength(Fact):
    """The length in kilometres of the land border between *a* and *b*, as one source gives it.

    *view* names the point of view from which the line is drawn, where the two sides or the world draw it differently. *basis* is ``computed`` for a
    length measured on a map's geometry, which says what to expect of a published figure and is not itself one.
    """

    list_name: ClassVar[str] = "borders"
    covered_as: ClassVar[str] = "{a}"
    a: str
    b: str
    km: float
    view: str = ""
    basis: str = ""

    def describe(self) -> str:
        return f"the land border between {self.a} and {self.b} is {self.km:,.10g} km long"


class SeaNeighbours(Fact):
    """Two states whose coasts are *km* apart at the nearest."""

    list_name: ClassVar[str] = "sea neighbours"
    a: str
    b: str
    km: float

    def describe(self) -> str:
        return f"the coasts of {self.a} and {self.b} are {self.km:,.10g} km apart at the nearest"


class Sovereignty(Fact):
    """To which state a territory belongs from one point of view: ``de facto``, a state's, or that of a body such as the UN General Assembly."""

    list_name: ClassVar[str] = "sovereignty"
    covered_as: ClassVar[str] = "{territory}"
    territory: str
    state: str
    view: str
    gist: str

    def describe(self) -> str:
        return f"{self.territory}, {self.view}: {self.gist}"


class Recognition(Fact):
    """*by* recognises *state* as one."""

    list_name: ClassVar[str] = "recognitions"
    covered_as: ClassVar[str] = "{state}"
    state: str
    by: str

    def describe(self) -> str:
        return f"{self.by} recognises {self.state}{self._span()}"


class Office(Fact):
    """A person holds a role in a state or an alliance."""

    list_name: ClassVar[str] = "offices"
    covered_as: ClassVar[str] = "{role} of {of}"
    person: str
    role: str
    of: str

    def describe(self) -> str:
        return f"{self.person} is {self.role} of {self.of}{self._span()}"


class Statement(Fact):
    """What somebody said on a day, and in which office (*role_of*); *terms* are the words by which a report of it is recognised."""

    list_name: ClassVar[str] = "statements"
    covered_as: ClassVar[str] = "{speaker}"
    id: str
    speaker: str
    about: str
    gist: str
    words: str
    terms: str
    via: str
    role_of: str

    def describe(self) -> str:
        return f"{self.speaker} on {self.since}: {self.gist}"


class Deployment(Fact):
    """Forces that *actor* sent to *host*; *n* troops with a *hedge*. *counts* is ``level`` where *n* is how many were there, not how many were sent."""

    list_name: ClassVar[str] = "deployments"
    covered_as: ClassVar[str] = "{actor}"
    actor: str
    host: str
    n: int
    hedge: str
    gist: str
    counts: str = ""

    def describe(self) -> str:
        return f"{self.actor} in {self.host}{self._span()}: {self.gist}"


class Aid(Fact):
    """Aid given or pledged on a day; *aid* is its kind, *act* ``delivered`` or ``pledged``.

    *counts* is ``total`` where the amount is all that was given by then, and ``part`` where another line has it too: neither is added to others.
    """

    list_name: ClassVar[str] = "aid"
    covered_as: ClassVar[str] = "{recipient}"
    donor: str
    recipient: str
    aid: str
    gist: str
    amount: str
    currency: str
    act: str
    counts: str

    def describe(self) -> str:
        return f"{self.donor} {self.act} aid to {self.recipient} on {self.since}: {self.gist}"


class Control(Fact):
    """Who held a place over the span, as one party or observer said it."""

    list_name: ClassVar[str] = "control"
    covered_as: ClassVar[str] = "{place}"
    place: str
    holder: str
    asserted_by: str
    gist: str

    def describe(self) -> str:
        return f"{self.asserted_by}, said on {self.known}: {self.gist}"


class Posture(Fact):
    """A state's declared stance: nonaligned, neutral, aspiring to or rejecting an alliance, and on what it rests."""

    list_name: ClassVar[str] = "postures"
    covered_as: ClassVar[str] = "{state}"
    state: str
    posture: str
    toward: str
    basis: str
    gist: str

    def describe(self) -> str:
        toward = f" {self.toward}" if self.toward else ""
        return f"{self.state} {self.posture}{toward} ({self.basis}){self._span()}: {self.gist}"


class Measure(Fact):
    """One value of a series (area, population) for a state and a year."""

    list_name: ClassVar[str] = "series"
    covered_as: ClassVar[str] = "{series}"
    series: str
    state: str
    year: int
    value: float
    unit: str

    def describe(self) -> str:
        return f"{self.series} of {self.state}, {self.year}: {self.value:,.10g} {self.unit}"


class Coverage(Fact):
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
    State, Succession, Treaty, Article, TreatyEvent, Membership, ProcedureStep, AccessionStep, BorderLength, SeaNeighbours, Sovereignty,
    Recognition, Office, Statement, Deployment, Aid, Control, Posture, Measure, Coverage,
)  # fmt: skip
"""Every kind of fact, in the order in which the record lists them."""
