"""``spending``: what a state or an alliance spends on defence, and how many allies meet the target of two per cent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar

from foedus.border import judged
from foedus.claims.claim import Claim, Reading, Tense, reading
from foedus.claims.clauses import is_subject, slots
from foedus.expenditure import Figures, figures, meeting_target
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, Quantity, agrees, grain_of, in_words, plain, restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.verdict import Truth, negate

_GDP = "[(its|their|the country's|his country's|national|annual|the nation's)] (GDP|gross domestic product|economic output|national output|economy|national income)"
_DEFENSE = "(defense|defence|the military|its military|their military|its armed forces|their armed forces|its defense|its defence|military spending|defense spending|defence spending|the armed forces)"
_FEW = "[only|just|barely|a mere|an estimated|the equivalent of|roughly|at least|some]"
_SPENDS = "(spends|earmarks|earmarked|dedicates|dedicated|spend|spent|is spending|are spending|devotes|devote|devoted|allocates|allocated|invests|invested|put|puts)"
_BUDGET = "(defense|defence|military) (spending|expenditure|expenditures|budget|outlays)"
_ALLIES = "(members|allies|member states|member countries|countries|nations|states|governments)"
_TARGET = (
    "([the|{alliance} 's|{alliance}|its|their|the alliance's|that] [agreed|current|old|minimum] [{alliance}] [defense|defence|military] [spending] {share=n} [of GDP|- of - GDP] [defense|defence] [spending] "
    "(target|goal|benchmark|guideline|threshold|commitment|pledge|mark|minimum)|"
    "[the|{alliance} 's|its|their|the alliance's] [agreed] [{alliance}] [defense|defence] [spending] (target|goal|benchmark|guideline|threshold) of [spending] [at least] {share=n} [of {gdp}] [on (defense|defence|the military)])"
).replace("{gdp}", _GDP)
_MEET = "(meet|meets|met|have met|are meeting|hit|reach|reached|achieve|achieved|fulfil|fulfill|fulfilled|satisfy|have reached)"
_STANDS = (
    "(is|was|stands at|stood at|amounts to|amounted to|reached|equals|equaled|equalled|rose to|fell to|came to|hit|climbed to|grew to|jumped to|is equivalent to|was equivalent to|exceeds|exceeded|topped|totaled|"
    "totalled|is worth|was worth|surpassed|comes to|dropped to|increased to)"
)
_SHORT = "(falls short of|fell short of|fall short of|falls below|fell below|misses|missed|is below|was below|remains below|is short of|remains short of|lags behind|undershoots|has fallen short of|has missed)"
_MOST = 40
"""No alliance whose spending is on record has more members than this."""
_SPELLED = 12
"""Up to here numbers of allies are spelled out."""


class Spending(Claim):
    """*who* spends *share_gdp* per cent of its economy on defence, or an *amount* in a *year*; or *n_meeting* allies meet the target."""

    kind: ClassVar[str] = "spending"
    who: str
    share_gdp: float | None = None
    amount: float | None = None
    currency: str = ""
    year: int | None = None
    n_meeting: int | None = None
    hedge: str = "="
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{n}} [of] [the|its|{{alliance}} 's] [{{total=n}}] [{{alliance}}] {_ALLIES} [of {{alliance}}] [<adverb>] [now|currently] {_MEET} {_TARGET}", meeting=True),
        P(f"{{n}} [of] [the|its|{{alliance}} 's] [{{total=n}}] [{{alliance}}] {_ALLIES} [of {{alliance}}] [<adverb>] [now|currently] {_SPENDS} [at least] {{share=n}} of {_GDP} on {_DEFENSE}", meeting=True),
        P(f"{{who=govs}} [<adverb>] [now|currently] {_MEET} {_TARGET}", target=True),
        P(f"{{who=govs}} (does not|do not|did not|doesn't|fails to|failed to|has failed to|has yet to|still does not) (meet|reach|hit|achieve) {_TARGET} [in {{date}}]", target=True, negated=True),
        P(f"{{who=govs}} [<adverb>] [now|currently] {_SPENDS} {{share=n}} of {_GDP} on {_DEFENSE} [in {{date}}]"),
        P(f"in {{date}} [,] {{who=govs}} [<adverb>] {_SPENDS} {{share=n}} of {_GDP} on {_DEFENSE}"),
        P(f"{{who=govs}} 's {_BUDGET} (is|was|stands at|stood at|amounts to|amounted to|reached|equals|equaled|equalled|rose to|fell to|came to) {{share=n}} of {_GDP} [in {{date}}]"),
        P(f"{{who=govs}} [<adverb>] {_SPENDS} {{amount=n}} on {_DEFENSE} in {{date}}"),
        P(f"in {{date}} [,] {{who=govs}} [<adverb>] {_SPENDS} {{amount=n}} on {_DEFENSE}"),
        P(f"{{who=govs}} 's {_BUDGET} in {{date}} (is|was|stood at|amounted to|reached|came to) {{amount=n}}"),
        P(f"{{alliance}} [<adverb>] {_SPENDS} {{share=n}} of {_GDP} on {_DEFENSE} [in {{date}}]", whole=True),
        # a word or a clause more between
        P(f"{{who=govs}} [, which] [<adverb>] [now|currently] {_SPENDS} {_FEW} {{share=n}} of {_GDP} (on|to|for|towards) {_DEFENSE} [in {{date}}]"),
        P(f"{{who=govs}} [, which] [<adverb>] {_SPENDS} {_FEW} {{amount=n}} (on|to|for|towards) {_DEFENSE} in {{date}}"),
        P(f"({{who=govs}} ['s]|{{dem=demonym}}) [total] {_BUDGET} {_STANDS} {_FEW} {{share=n}} of {_GDP} [in {{date}}]"),
        P(f"({{who=govs}} ['s]|{{dem=demonym}}) [total] {_BUDGET} {_STANDS} {_FEW} {{amount=n}} in {{date}}"),
        P(f"in {{date}} [,] ({{who=govs}} ['s]|{{dem=demonym}}) [total] {_BUDGET} {_STANDS} {_FEW} {{amount=n}}"),
        P(f"(at|with) {{share=n}} of {_GDP} [on defense|on defence] , {{who=govs}} (is|was|has) [the|{{alliance}} 's|the alliance's] [~] [defense|defence] spender"),
        P(f"{{who=govs}} , at {{share=n}} of {_GDP} , (is|was) [the|{{alliance}} 's|the alliance's] [~] [defense|defence] spender"),
        P(f"{{who=govs}} (is|was) [the|{{alliance}} 's|the alliance's] [~] [defense|defence] spender [in the alliance|in {{alliance}}] , at {{share=n}} of {_GDP}"),
        P(f"{{alliance}} ['s] [members|allies|countries|member states] [<adverb>] {_SPENDS} {_FEW} {{amount=n}} on {_DEFENSE} in {{date}}", whole=True),
        # targets met and missed
        P(f"{{who=govs}} [<adverb>] {_SHORT} {_TARGET} [in {{date}}]", target=True, negated=True),
        P(f"{{who=govs}} (is|was) {{k=n}} of [the|only|just] {{n}} [{{alliance}}] {_ALLIES} (that|which|who|to) [<adverb>] [now|currently] {_MEET} {_TARGET} [in {{date}}]", target=True, of=True),
        P(f"in {{date}} [,] {{n}} [of] [the|its|{{alliance}} 's] [{{total=n}}] [{{alliance}}] {_ALLIES} [of {{alliance}}] [<adverb>] {_MEET} {_TARGET}", meeting=True),
        P(f"{{n}} [of] [the|its|{{alliance}} 's] [{{total=n}}] [{{alliance}}] {_ALLIES} [of {{alliance}}] [<adverb>] {_MEET} {_TARGET} in {{date}}", meeting=True),
        P(f"in {{date}} [,] {{n}} [of] [the|its|{{alliance}} 's] [{{total=n}}] [{{alliance}}] {_ALLIES} [of {{alliance}}] [<adverb>] {_SPENDS} {{share=n}} of {_GDP} on {_DEFENSE}", meeting=True),
        P(f"{{n}} [of] [the|its|{{alliance}} 's] [{{total=n}}] [{{alliance}}] {_ALLIES} [of {{alliance}}] [<adverb>] {_SPENDS} {{share=n}} of {_GDP} on {_DEFENSE} in {{date}}", meeting=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, share, amount = match.phrasing.fixed, _quantity(match, "share"), _quantity(match, "amount")
        year, tense = _year(match)
        if not match.phrasing.text.startswith("in ") and not fixed.get("meeting") and not is_subject(match):
            return
        if share is not None and share.unit != "percent":
            return
        if fixed.get("meeting") or fixed.get("target"):
            named = match.id("alliance") or _alliance(match)
            if share is None or share.value != 2 or named != "NATO":
                return
            quantity = match.quantity("n")
            if (fixed.get("meeting") or fixed.get("of")) and quantity is not None and _counts(quantity):
                yield reading(match, cls(named, year=year, n_meeting=int(quantity.value), hedge=quantity.hedge), tense)
            for who in match.ids("who"):
                yield reading(match, cls(who, 2.0, year=year, hedge=">=", negated=match.negated), tense)
            return
        states = (match.id("alliance"),) if fixed.get("whole") else (*match.ids("who"), *match.ids("dem"))
        beyond = ">" if re.search(r"\b(?:exceed|topped|surpass)", match.found.group()) else ""
        if share is not None:
            for who in states:
                yield reading(match, cls(who, share.value, year=year, hedge=beyond or share.hedge), tense)
        elif len(states) == 1 and amount is not None and amount.unit == "USD" and amount.value >= 1e6 and year:
            yield reading(match, cls(states[0], amount=amount.value, currency="USD", year=year, hedge=beyond or amount.hedge), tense)

    def truth(self, record: Record) -> Truth:
        if self.n_meeting is not None:
            return _judge(self._meeting(record), lambda value: agrees(self.n_meeting or 0, self.hedge, value))
        if self.amount is not None:
            written = self.amount / 1e6
            return _judge(
                figures(record, "military-expenditure", self.who, self.year),
                lambda value: agrees(written, self.hedge, value, grain_of(written)),
            )
        share = self.share_gdp or 0.0
        # A target is met or it is not: nothing is rounded up to it.
        grain = 0.0 if self.hedge in (">=", ">") else grain_of(share)
        truth = _judge(
            figures(record, "military-expenditure-share", self.who, self.year), lambda value: agrees(share, self.hedge, value, grain)
        )
        return negate(truth) if self.negated else truth

    def _meeting(self, record: Record) -> Timeline[Figures]:
        """How many allies meet the target: in the year that is meant, or by what was published last."""
        return figures(record, "allies-meeting-2-percent", self.who, self.year) if self.year else meeting_target(record, self.who)

    def wording(self, names: Names) -> str:
        who, when = names.say(self.who), f" in {self.year}" if self.year else ""
        if self.n_meeting is not None:
            number = in_words(self.n_meeting) if self.n_meeting <= _SPELLED else str(self.n_meeting)
            return f"{HEDGE_PHRASES[self.hedge]}{number} {who} members {'met' if when else 'meet'} the 2 percent target{when}"
        if self.amount is not None:
            return f"{who} spent {HEDGE_PHRASES[self.hedge]}${plain(self.amount / 1e9)} billion on defense{when}"
        if self.hedge == ">=" and self.share_gdp == 2 and (self.negated or not self.year):
            denial = "did not meet" if self.year else "does not meet"
            return f"{who} {denial if self.negated else 'meets'} NATO's 2 percent target{when}"
        verb = "spent" if self.year else "spends"
        return f"{who} {verb} {HEDGE_PHRASES[self.hedge]}{plain(self.share_gdp or 0)} percent of its GDP on defense{when}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.n_meeting is None:
            return None
        found = {int(fact.value) for fact in self._meeting(record).at(day)}
        if len(found) != 1:
            return None
        return restated(words, self.n_meeting, found.pop(), spelled_to=_SPELLED)


def _quantity(match: Match, name: str) -> Quantity | None:
    """The number in the first filled slot of a name."""
    return next((match.quantity(slot) for slot in slots(match, name)), None)


def _counts(quantity: Quantity) -> bool:
    """Whether a number may be one of allies."""
    return not quantity.unit and not quantity.ordinal and quantity.value <= _MOST


def _judge(found: Timeline[Figures], fits: Callable[[float], bool]) -> Truth:
    return Timeline.of(Step(step.since, judged(fits(fact.value) for fact in step.value), step.value) for step in found.steps)


def _year(match: Match) -> tuple[int | None, Tense | None]:
    moment = match.date()
    if moment is None:
        return None, None
    return (moment.earliest.year, Tense.EVENT) if moment.earliest.year == moment.latest.year else (None, None)


def _alliance(match: Match) -> str:
    named = match.antecedent("alliance") or match.sentence.context.only_alliance
    return named.id if named else "NATO"
