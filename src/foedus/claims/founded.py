"""``founded``: an alliance was founded on a day, by so many countries or by these."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, fits, join_words, spell_date
from foedus.claims.clauses import alliance_of, bounds, date_of, ends_clause, is_modifier, is_subject
from foedus.dates import BEGINNING, Moment, parse_moment
from foedus.fact import Fact
from foedus.facts import Membership, Treaty, TreatyEvent
from foedus.language.names import Names
from foedus.language.numbers import restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, negate

_NATIONS = "[~] [{zone=region}] (countries|nations|states|members|member states|governments|powers|allies|republics|satellites|partners)"
_SEVERAL = "[,] and (several|many|other|some|a number of|a handful of) [other] [~] [{zone=region}] (countries|nations|states|governments|powers|allies)"
_D = "[,] [formally|officially|back|originally|first] [in ({place}|~)] [in|on|back in|way back in|in early|in late|,] {date}"
_BY = (
    f"(by|with) [a group of|the|its|an initial|the original] ({{states}} (and|plus|together with) [the] {{others=n}} [other] {_NATIONS}|"
    f"{{states}} and {{others=n}} of [its|their] [~] (allies|satellites|neighbours|neighbors)|{{n}} {_NATIONS}|{{states}} {_SEVERAL}|{{states}})"
)
_FOUNDING = "(founding|original|charter|founder) (member|members|member state|member states|signatory|signatories|ally|allies|member country|member countries|member nation|member nations)"
_SET_UP = "(founded|created|established|formed|set up|co-founded|launched)"
_OF_THE = "([{one=n} of|among|one of|among] [the|a|an|both|all])"


class Account(NamedTuple):
    """One way to date a founding, the fact that does, and who the founders are on that view."""

    moment: Moment
    fact: Fact
    founders: frozenset[str]


class Founded(Claim):
    """*alliance* was founded (on *date*) by *n* countries, or by *states* among others."""

    kind: ClassVar[str] = "founded"
    alliance: str
    date: str = ""
    n: int | None = None
    states: tuple[str, ...] = ()
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{alliance}} [,] [which|that] (was|is|had been) [first|originally] <founded> {_D} [by a treaty] [{_BY}]"),
        P(f"{{alliance}} [,] [which|that] (was|is|had been) [first|originally] <founded> [in {{place}}] {_BY} [{_D}]"),
        P(f"{{alliance}} , [originally|first] <founded> {_D} [{_BY}]"),
        P(f"{{alliance}} , [originally|first] <founded> {_BY} [{_D}]"),
        P(f"{{alliance}} ~ <founded> {_D}", bracketed=True),
        P(f"[originally|first] <founded> {_D} [{_BY}] [~] [{{demonym}}] [~] , [the] {{alliance}}", fronted=True),
        P(f"[originally|first] <founded> {_D} ~ ~ [{{of=treaty}}|{{of=state}}|{{of=region}}|{{of=demonym}}] ~ , [the] {{alliance}}", fronted=True),
        P(f"[originally|first] <founded> {_BY} [{_D}] [~] , [the] {{alliance}}", fronted=True),
        P("{alliance} (dates|dates back|dates from|has existed|existed|goes back|traces its origins|traces its roots) (from|to|since) {date}", subject=True),
        P("{alliance} [,] [which] (emerged|took shape|began|started|was conceived|began life|was launched) (in|on) {date}", subject=True),
        P("{alliance} (was|were) <founded> (by|through|under|with) {treaty} [(in|on|of|, signed in|, signed on|, which came into force on|, which entered into force on|, which took effect on) {date}]"),
        P("{alliance} , (a|an) {n} - (nation|member|country|state) [~] (pact|alliance|treaty|bloc) [~] (signed|founded|formed|created|established) [in {place}] (in|on) {date}"),
        P(f"{{n}} {_NATIONS} (came together|joined together|banded together|joined forces|got together|united|gathered) [in {{place}}] [(in|on) {{date}}] to (form|found|create|establish|set up) {{alliance}}", object=True),
        P(f"{{states}} {_SEVERAL} {_SET_UP} {{alliance}}", object=True),
        P("(creating|founding|establishing|forming|setting up|launching) {alliance} (in|on) {date}"),
        P("(to|and) (create|found|form|establish|set up) {alliance} (in|on) {date}"),
        P("(original|founding) {n} [<member>|signatories|nations|countries] of {alliance}"),
        P("{alliance} 's (original|founding) {n} [<member>|signatories]"),
        P(f"({_FOUNDING}|founders) of {{alliance}} (include|included|were|are) {{states}}", partial=True),
        P("{n} (original|founding) {alliance} <member>"),
        P("{n} (original|founding) (members|member states|signatories) (are|were) [:] {states}", object=True),
        P("(countries|nations|states) (that|which) [originally] (<got-in>|founded|formed|created|set up) {alliance} in {date} (were|are) {states}", object=True),
        P("{n} [<member>] at {alliance} 's <founding> [(in|on) {date}]"),
        P("from the original {n} [<member>] [in {date}]"),
        P(f"{{date}} : {{states}} and {{others=n}} {_NATIONS} (form|found|create|set up|establish) {{alliance}}"),
        P(f"{{date}} : {{n}} {_NATIONS} (form|found|create|set up|establish) {{alliance}}"),
        P("{date} : {alliance} is <founded>"),
        P(f"(the|its|all|original) {{n}} [original] ({_FOUNDING}|founders|founding fathers)", bare=True),
        P("{alliance} (originally|initially|at first|at the outset) (had|comprised|counted|numbered|consisted of|grouped|united|included) [only|just] {n}"),
        P(f"{{alliance}} had [only|just] {{n}} {_NATIONS} (at its <founding>|when it was <founded>|at the start|at the outset|initially|originally)"),
        P(f"{{n}} {_NATIONS} (banded|came|joined) together [(in|on) {{date}}] as {{alliance}}"),
        P("(at the outset|at birth|at the start|to begin with|in the beginning) [in {date}] [,] {alliance} had [only|just] {n}"),
        P("from {n} [~] at its <founding>"),
        P("from its {n} (founding|original) <member>"),
        P(f"it was <founded> {_D} {_BY}", pronoun=True),
        P("{date} <founding> of {alliance}"),
        P(f"{{states}} [,] [which|who] <be> {_OF_THE} [{{n}}] [original] {_FOUNDING} of [both] {{alliance}} and [of] {{also=alliance}}", object=True),
        P(f"{{states}} , {_OF_THE} [{{n}}] [original] {_FOUNDING} of [both] {{alliance}} and [of] {{also=alliance}}", object=True),
        P(f"{{states}} [,] [which|who] <be> (a|an|one of the|among the|both) [{{n}}] [original] {_FOUNDING}", lone=True),
        P(f"{{states}} , (a|an|one of the|among the|both) [{{n}}] [original] {_FOUNDING} ,", lone=True),
        P("{alliance} (came into being|came into existence|was brought into being|was called into being|came to life|saw the light of day|came about|was called to life) [in|on] {date}", subject=True),
        P("(since|at|upon|after|before) {its} <founding> in {date} , {alliance}", fronted=True),
        P("at {its} <founding> in {date} , {alliance} had {n} <member>", fronted=True),
        P("when it was <founded> in {date} , {alliance} had {n} <member>", fronted=True),
        P("when {alliance} was <founded> in {date} , it had {n} <member>", fronted=True),
        P(f"{{n}} {_NATIONS} [that|which|who] [first|originally] {_SET_UP} {{alliance}}", object=True),
        P(f"{{states}} (and|plus|together with|along with) [the] {{others=n}} [other] {_NATIONS} [first|originally] {_SET_UP} {{alliance}}", object=True),
        P(f"{{states}} [and [its|their] ~] {_SET_UP} {{alliance}}", object=True, maker=True),
        P(f"{{gov}} {_SET_UP} {{alliance}}", object=True, maker=True),
        P("{states} (helped|helped to) (found|create|establish|set up|form) {alliance}", object=True),
        P(f"{{states}} [,] [which|who] <be> {_OF_THE} [{{n}}] [original] {_FOUNDING} of {{alliance}}", object=True),
        P(f"{{states}} [,] [which|who] <be> {_OF_THE} [{{n}}] (founder|founders|co-founder|co-founders) of {{alliance}}", object=True),
        P(f"{{states}} [,] [which|who] <be> {_OF_THE} {{alliance}} 's [original] [{{n}}] [original] ({_FOUNDING}|founders)"),
        P(f"{{states}} [,] [which|who] <be> {_OF_THE} [{{n}}] [original] {{alliance}} {_FOUNDING}"),
        P(f"{{states}} , {_OF_THE} [{{n}}] [original] ({_FOUNDING}|founder|founders|co-founder) of {{alliance}}", object=True),
        P(f"{{states}} [,] [which|who] <be-not> {_OF_THE} [{{n}}] ({_FOUNDING}|founder|founders) of {{alliance}}", object=True, negated=True),
        P(f"{{states}} [,] [which|who] <be-not> {_OF_THE} {{alliance}} 's [{{n}}] ({_FOUNDING}|founders)", negated=True),
        P("{states} (was not|were not|is not|wasn't|weren't)", negated=True, echo=True),
        P(f"as [a|an|one of the|both] ({_FOUNDING}|founder|co-founder) of {{alliance}} , {{states}}"),
        P("{states} [,] [which|who] <be> [a] (member|members|in|part) [of] {alliance} (since {its} <founding>|since it was <founded>|from the [very] (start|beginning|outset)|since the [very] (start|beginning|outset)|from day one)", since=True),
        P(f"neither {{states}} nor {{states}} <be> [a|an|among the|one of the] [{{n}}] [original] {_FOUNDING} of {{alliance}}", object=True, negated=True),
        P(f"{{n}} [original] {_FOUNDING} of {{alliance}}"),
        P(f"{{alliance}} 's {{n}} [original] ({_FOUNDING}|founders)"),
        P(f"{{alliance}} (had|has|began with|started with|started out with|was founded with) {{n}} {_FOUNDING}"),
        P("{alliance} [,] [which] (began|started|started out|was founded|began life) [(in|on) {date}] (with|as a club of|as a group of|as an alliance of) [only|just] {n} [~] [members|countries|nations|member states|states]"),
        P(f"{{alliance}} ({_FOUNDING}|founder) {{states}}"),
        P(f"{{alliance}} 's ({_FOUNDING}|founders) (include|included|were|are) {{states}}", partial=True),
        P(f"among {{alliance}} 's ({_FOUNDING}|founders) (is|are|was|were) {{states}}"),
        P(f"among the ({_FOUNDING}|founders) of {{alliance}} (is|are|was|were) {{states}}"),
        P("<founding> of {alliance} (in|on) {date}", noun=True),
        P("{alliance} 's <founding> (in|on) {date}"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        alliance, fixed = alliance_of(match), match.phrasing.fixed
        if fixed.get("echo"):
            said = [claim for claim in match.sentence.context.said if isinstance(claim, Claim) and claim.kind in ("membership", "founded")]
            if (
                not said
                or not isinstance(said[-1], cls)
                or not said[-1].states
                or not re.match(r"\s*(?:[.,;:)—]|$)", match.sentence.mask[match.found.end() :])
            ):
                return
            alliance = said[-1].alliance
        first_name = match.sentence.mask[match.found.start() :].lstrip()[:1]
        if (
            not alliance
            or (fixed.get("object") and not ends_clause(match))
            or (first_name >= "\ue000" and (match.has("states") or fixed.get("subject")) and not is_subject(match))
        ):
            return
        if (fixed.get("noun") and not _FOUNDING_NOUN.search(match.sentence.mask[: match.found.start()])) or _partial(match):
            return
        if fixed.get("bracketed") and not re.match(r"[^a-z]*\(", match.found[0]):
            return
        if not _in_place(match, alliance):
            return
        n = None
        slots = [slot for slot in match.found.re.groupindex if match.has(slot) and slot.startswith(("n", "others"))]
        for slot in slots:
            quantity = match.quantity(slot)
            if quantity is not None:
                if quantity.hedge != "=" or quantity.unit or quantity.ordinal or not float(quantity.value).is_integer():
                    return
                n = int(quantity.value)
        states = tuple(dict.fromkeys(id for slot in match.found.re.groupindex if slot.startswith("states") for id in match.ids(slot)))
        if n is not None and any(slot.startswith("others") for slot in slots):
            # "The Soviet Union and seven of its satellites" are eight.
            n, states = n + len(states), ()
        if (
            fixed.get("maker")
            and "co-founded" not in match.found[0]
            and (len(states) < 2 or re.search(r"\band\s+(?:its|their|\w+)\b", match.found[0]))
        ):
            # "Moscow set up the pact" says who took the lead, not who the founders were.
            states = ()
        moment, start, end = date_of(match)
        if moment is None and n is None and not states:
            return
        first, last = bounds(match, start, end)
        for id in (alliance, match.id("also")) if match.has("also") else (alliance,):
            claim = cls(id, moment.text if moment else "", n, states, match.negated)
            yield Reading(claim, first, last, Tense.PRESENT if match.negated else Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        truth = self._positive(record)
        return negate(truth) if self.negated else truth

    def _positive(self, record: Record) -> Truth:
        found, documented = accounts(record, self.alliance)
        if not found:
            return Timeline.constant(NOT_ENOUGH_INFO)
        written = parse_moment(self.date) if self.date else None
        fitting = [one for one in found if (written is None or fits(one.moment, written)) and self._fits(one)]
        if not fitting:
            dated = [one for one in found if written is None or fits(one.moment, written)] or found
            evidence = dict.fromkeys(
                [one.fact for one in dated] + [fact for one in dated[:1] for fact in _founding(record, self.alliance, one)]
            )
            return Timeline.constant(REFUTED if documented else NOT_ENOUGH_INFO, tuple(evidence))
        first = min(fitting, key=lambda one: one.moment.latest)
        basis: tuple[Fact, ...] = (first.fact,)
        if self.n is not None or self.states:
            basis += tuple(fact for fact in _founding(record, self.alliance, first) if not self.states or fact.state in self.states)
        return Timeline.of([Step(BEGINNING, REFUTED, (first.fact,)), Step(first.moment.latest, SUPPORTED, basis)])

    def _fits(self, account: Account) -> bool:
        return (self.n is None or self.n == len(account.founders)) and set(self.states) <= account.founders

    def wording(self, names: Names) -> str:
        alliance = names.say(self.alliance)
        states = join_words([names.say(state) for state in self.states])
        if self.states and not self.date:
            what = (
                f"one of the {self.n} founding members"
                if self.n is not None
                else "a founding member"
                if len(self.states) == 1
                else "founding members"
            )
            verb = ("is" if len(self.states) == 1 else "are") + (" not" if self.negated else "")
            return f"{states} {verb} {what} of {alliance}"
        when = f" {spell_date(self.date)}" if self.date else ""
        by = f" by {self.n} countries" if self.n is not None else f" by {states}" if self.states else ""
        return f"{alliance} was founded{when}{by}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        found, _ = accounts(record, self.alliance)
        if self.negated or not found:
            return None
        first = found[0]
        if len(self.date) == 4 and self.date in words and not fits(first.moment, parse_moment(self.date)):
            words = words.replace(self.date, str(first.moment.latest.year), 1)
        elif self.date and not fits(first.moment, parse_moment(self.date)):
            return None
        if self.n is not None and self.n != len(first.founders):
            return restated(words, self.n, len(first.founders))
        return words if not self.states else None

    def checked_through(self, record: Record) -> datetime.date | None:
        return alliances.checked_through(record, self.alliance)


def accounts(record: Record, alliance: str) -> tuple[list[Account], bool]:
    """The ways to date the founding of an alliance: signature, entry into force, charter; and whether its signatories are on record.

    Where they are not (a union that grew out of an older one), a date or a number that does not fit is no error.
    """

    def build() -> tuple[list[Account], bool]:
        treaty = alliances.treaty_of(record, alliance)
        if treaty is None:
            return [], False
        spells = record.of(Membership, alliance=alliance)
        signers = frozenset(spell.state for spell in spells if spell.signed == treaty.signed.text)
        first = frozenset(spell.state for spell in spells if spell.since.latest <= treaty.since.latest)
        found = [Account(treaty.signed, treaty, signers or first), Account(treaty.since, treaty, first)]
        for event in record.of(TreatyEvent, treaty=treaty.id):
            if event.what in ("charter_signed", "charter_in_force"):
                found.append(Account(event.since, event, alliances.members(record, alliance).at(event.since.latest)))
        if signers:
            found.append(Account(treaty.since, treaty, signers))
        return found, bool(signers)

    return record.once(("founding", alliance), build)


def _founding(record: Record, alliance: str, account: Account) -> tuple[Membership, ...]:
    spells = record.of(Membership, alliance=alliance)
    treaty = alliances.treaty_of(record, alliance)
    start = treaty.since.latest if isinstance(treaty, Treaty) else BEGINNING
    return tuple(spell for spell in spells if spell.state in account.founders and not spell.disputes and spell.since.latest <= start)


_FOUNDING_NOUN = re.compile(
    r"(?:^|[,;:—(\"]|\b(?:the|after|before|since|with|from|following|until|at|and|to|of|prompted|led to))\s*$", re.I
)


def _in_place(match: Match, alliance: str) -> bool:
    """Whether words that name no alliance themselves can only mean the one spoken of."""
    fixed, after = match.phrasing.fixed, match.sentence.mask[match.found.end() :]
    if fixed.get("lone") or fixed.get("bare"):
        return not re.match(r"\s+(?:of|in|from)\b|\s*'", after)
    if fixed.get("pronoun"):
        said = match.sentence.context.said
        return any(getattr(claim, "alliance", "") == alliance for claim in said) and not match.sentence.mask[: match.found.start()].strip()
    return True


def _partial(match: Match) -> bool:
    """Whether the alliance's name is the first word of something longer ("Founded in 2008, the NATO cyber centre")."""
    return bool(match.phrasing.fixed.get("fronted")) and match.found[0].rstrip()[-1] == "\ue002" and is_modifier(match)
