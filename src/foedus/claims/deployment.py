"""``deployment``: a state or an alliance sent forces somewhere, has them there, or leads a battle group there."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as Day
from typing import Any, ClassVar

from foedus import force
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.dates import parse_moment
from foedus.facts import Deployment as DeploymentFact
from foedus.facts import Fact
from foedus.force import Figure
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, agrees, plain
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, Truth

_GOV = "{gov} ['s] [government|military|army|armed forces|air force|navy|defense ministry|defence ministry|defense department|Defense Department|Army]"
_NATO = "{alliance} ['s] [members|allies|countries|member states|member countries|nations|governments]"
_EARLIER = "[, (a|an|the|which is a) ~ ~ ,] [<adverb>] [[on] {d1=date}]"
_TROOPS = "[just|another|an additional|an extra|a further|the] {n} [of] [more|additional|extra|further|new|fresh] [of its|of their|{whose=party}] [more|additional|extra|combat|ground|allied|airborne] <soldiers>"
_HOSTS = "[allies in|bases in|bases across|positions in|countries in|countries on|its allies in|the] {host} [[,] [and|,] [to] {also=host}]"
_WHEN = "[[,] (on|in|by|in early|in late|in mid|during|last) {date}|{d2=date}]"
_GROUP = "(battle group|battlegroup|battalion|battle group of the alliance)"


@dataclass(frozen=True)
class Deployment(Claim):
    """*actor* sent *n* troops to *host* (on *date*); or, by *how*, has them there, or leads the battle group there."""

    kind: ClassVar[str] = "deployment"
    actor: str
    host: str
    n: int | None = None
    date: str = ""
    hedge: str = ""
    how: str = "sent"

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"[in {{d0=date}} ,] {_GOV} {_EARLIER} <dispatched> {_TROOPS} (to|into) {_HOSTS} {_WHEN}"),
        P(f"[in {{d0=date}} ,] {_NATO} {_EARLIER} <dispatched> {_TROOPS} (to|into) {_HOSTS} {_WHEN}"),
        P(f"(member countries|member states|NATO members|allies) [<adverb>] <dispatched> {_TROOPS} (to|into) {_HOSTS} {_WHEN}"),
        P(f"{_TROOPS} (was|were|have been|had been|are being) [<adverb>] <sent-there> to {_HOSTS} [by {{by=gov}}|by {{b2=alliance}}] {_WHEN}"),
        P(f"{_GOV} [<adverb>] (has|have|keeps|keep|maintains|maintain|stations) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there"),
        P(f"{_NATO} [<adverb>] (has|have|keeps|keep|maintains|maintain|stations) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there"),
        P(f"{_TROOPS} (are|is|remain) [<adverb>] <stationed> in {_HOSTS}", how="there"),
        P(f"there are [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there"),
        P(f"{_GOV} (leads|heads|commands|is leading) [{{alliance}} 's|the alliance's|a|the] [multinational|NATO|international|enhanced] {_GROUP} [based] in {{host}}", how="leads"),
        P("{gov} the one in {host}", how="leads"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        how = match.phrasing.fixed.get("how", "sent")
        if how == "leads" and not re.search(r"battle ?group|battalion", match.sentence.mask[: match.found.end()]):
            return
        quantity = match.quantity()
        if quantity is not None and (quantity.unit or quantity.ordinal or not float(quantity.value).is_integer()):
            return
        actor = next((match.id(slot) for slot in ("gov", "alliance", "by", "b2", "whose") if match.id(slot)), "")
        if how == "leads":
            actor = match.id("gov")
        elif not actor and match.phrasing.text.startswith("(member"):
            named = match.antecedent("alliance")
            if named is None or re.search(r"\w\s*$", match.sentence.mask[: match.found.start()]):
                return
            actor = named.id
        # Soldiers of one state in another's service: the state that is named with them is whose they are, unless an alliance sent them.
        hosts = [id for slot in ("host", "also") for id in match.ids(slot)]
        if not hosts or actor in hosts:
            return
        moment = next((found for slot in ("date", "d0", "d1", "d2") if (found := match.date(slot))), None)
        for host in hosts:
            # A number said of two hosts together is neither's.
            n = int(quantity.value) if quantity is not None and len(hosts) == 1 else None
            hedge = quantity.hedge if quantity is not None and n is not None and quantity.hedge != "=" else ""
            if how != "leads" and not actor and n is None:
                continue
            claim = cls(actor, host, n, moment.text if moment and how == "sent" else "", hedge, how)
            yield reading(match, claim, Tense.EVENT if how == "sent" else Tense.PRESENT)

    def args(self) -> dict[str, Any]:
        """The arguments; *how* is the sentence's verb, which the wording keeps."""
        return {name: value for name, value in super().args().items() if name != "how"}

    def truth(self, record: Record) -> Truth:
        if self.how == "leads":
            # The record lists troops, not who commands them.
            return Timeline.constant(NOT_ENOUGH_INFO)
        rows = force.deployments(record, self.actor, self.host)
        if self.how == "there":
            return force.in_place(record, force.within(rows, None), lambda there: self._counted(record, there))
        rows = force.within(rows, parse_moment(self.date) if self.date else None)
        if self.n is None:
            return force.from_first((force.begun(row), (row,)) for row in rows)
        figures = force.troop_figures(record, rows, self.actor)
        return force.from_first((figure.day, figure.facts) for figure in figures if self._agrees(figure))

    def _counted(self, record: Record, there: Sequence[DeploymentFact]) -> tuple[Fact, ...]:
        """The facts by which so many are there. Those sent join those already there: a number of them is a lower bound only."""
        if self.n is None:
            return tuple(there[:1])
        for figure in force.troop_figures(record, there, self.actor):
            bound = self.hedge in (">", ">=")
            counted = len(figure.facts) == 1 and getattr(figure.facts[0], "actor", "") == self.actor and self.actor not in record.lexicon.regions
            if self._agrees(figure) and (bound or (counted and figure.hedge in "=~" and self._alliance(record))):
                return figure.facts
        return ()

    def _alliance(self, record: Record) -> bool:
        from foedus.alliance import treaty_of

        return treaty_of(record, self.actor) is not None

    def _agrees(self, figure: Figure) -> bool:
        """Whether the figure may be written as the claim has it."""
        assert self.n is not None
        hedge, grain = self.hedge or "=", rounding(self.n)
        if figure.hedge in (">", ">="):
            return hedge in (">", ">=") and figure.n >= self.n
        # "Fewer than" and "up to" say where the number lies, not only where it ends.
        near = hedge not in ("<", "<=") or figure.n >= self.n / 2
        return near and agrees(self.n, hedge, figure.n, grain if hedge in "=~" else 0.0)

    def wording(self, names: Names) -> str:
        number = f"{HEDGE_PHRASES[self.hedge or '=']}{plain(self.n)} troops" if self.n is not None else "troops"
        who, where = names.say(self.actor), f"in {names.say(self.host)}"
        if self.how == "leads":
            return f"{who} leads the battle group {where}"
        if self.how == "there":
            return f"{who} has {number} {where}" if who else f"there are {number} {where}"
        when = f" {spell_date(self.date)}" if self.date else ""
        return f"{who} sent {number} to {names.say(self.host)}{when}" if who else f"{number} were sent to {names.say(self.host)}{when}"

    def checked_through(self, record: Record) -> Day | None:
        coverage = record.coverage("deployments", self.actor)
        return coverage.through if coverage else None


def rounding(n: float) -> float:
    """The unit to which a large whole number may have been rounded: 1,000 for 3,000, 100 for 1,700."""
    digits = str(int(n))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0 ** min(zeros, len(digits) - 1) if len(digits) >= 3 else 0.0
