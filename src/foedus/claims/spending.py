"""``spending``: what a state or an alliance spends on defence, and how many allies meet the target of two per cent."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from typing import ClassVar

from foedus.border import judged
from foedus.claims.claim import Claim, Reading, Tense, reading
from foedus.claims.clauses import date_of, is_subject, slots
from foedus.claims.shares import Share, counts, shares
from foedus.expenditure import Figures, figures, meeting_target
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, Quantity, agrees, grain_of, in_words, plain, restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS, Sentence
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.verdict import Truth, negate

_GDP = "[(its|their|the country's|his country's|national|annual|the nation's)] (GDP|gross domestic product|economic output|national output|economy|national income)"
_DEFENSE = "(defense|defence|the military|its military|their military|its armed forces|their armed forces|its defense|its defence|military spending|defense spending|defence spending|the armed forces)"
_FEW = "[only|just|barely|a mere|an estimated|the equivalent of|roughly|at least|some]"
_SPENDS = (
    "(spends|earmarks|earmarked|dedicates|dedicated|spend|spent|is spending|are spending|devotes|devote|devoted|allocates|allocated|invests|invested|put|puts|set aside|sets aside|has earmarked|has allocated|"
    "is to spend|are to spend|laid out|poured|pours|committed|will spend|is expected to spend|has spent|budgeted|budgets)"
)
_BUDGET = "((defense|defence|military) (spending|expenditure|expenditures|budget|outlays|budgets|outlay)|(outlays|spending|expenditure|expenditures) (on|for) (defense|defence|the military|its military|arms))"
_ALLIES = "(members|allies|member states|member countries|countries|nations|states|governments)"
_TARGET = (
    "([the|{alliance} 's|{alliance}|its|their|the alliance's|that] [agreed|current|old|minimum] [{alliance}] [defense|defence|military] [spending] {share=n} [of GDP|- of - GDP] [defense|defence] [spending] "
    "(target|goal|benchmark|guideline|threshold|commitment|pledge|mark|minimum)|"
    "[the|{alliance} 's|its|their|the alliance's] [agreed] [{alliance}] [defense|defence] [spending] (target|goal|benchmark|guideline|threshold) of [spending] [at least] {share=n} [of {gdp}] [on (defense|defence|the military)])"
).replace("{gdp}", _GDP)
_MEET = "(meet|meets|met|have met|are meeting|hit|hits|reach|reached|reaches|achieve|achieves|achieved|fulfil|fulfill|fulfilled|fulfils|satisfy|have reached|has reached|has met|has hit|is meeting|exceeds|surpasses|attains|complies with)"
_STANDS = (
    "(is|was|stands at|stood at|amounts to|amounted to|reached|equals|equaled|equalled|rose to|fell to|came to|hit|climbed to|grew to|jumped to|is equivalent to|was equivalent to|exceeds|exceeded|topped|totaled|"
    "totalled|is worth|was worth|surpassed|comes to|dropped to|increased to|was put at|is put at|was estimated at|is estimated at|added up to|adds up to|ran to|totals|was some|has grown to|has risen to|is set at)"
)
_SHORT = (
    "(falls short of|fell short of|fall short of|falls below|fell below|misses|missed|is below|was below|remains below|is short of|remains short of|lags behind|undershoots|has fallen short of|has missed|are short of|are below|"
    "is far from|is well below|is well short of|is far below|remains well below|stays below|remain below|remain short of|miss|lag behind|is still below|stays short of|is far short of|are still below)"
)
_NOT_YET = (
    "(does not|do not|did not|doesn't|don't|didn't|fails to|fail to|failed to|has failed to|have failed to|has yet to|have yet to|still does not|has not yet|has not|have not|still do not|is not able to|is still to|does not yet|do not yet|"
    "has never|is failing to|are failing to)"
)
_WHEN = "[[,] (in|during|for|by) {date}|{date}]"
_NUMBER = frozenset([LETTERS["number"]])
_ABROAD = re.compile(
    r"\b(?:aid|assistance|for ukraine|to ukraine|procurement|contracts?|exports?|arms sales|cyber|submarines?|jets|missiles?)\b"
)
"""What a sum of money for defence may be spent on instead."""
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
        # shares, and counts of allies: the sentence is looked at as a whole, see foedus.claims.shares
        P("(GDP|gross domestic product|economic output|national output|national income|economy|GNP|gross national product)", whole=True, supposed=True, beside=_NUMBER),
        P("(target|targets|goal|benchmark|guideline|threshold|mark|commitment|pledge|minimum)", whole=True, supposed=True, beside=_NUMBER),
        # targets met and missed
        P(f"{{who=govs}} [, which] [<adverb>] [now|currently] {_MEET} {_TARGET}", target=True),
        P(f"{{who=govs}} [, which] {_NOT_YET} (meet|reach|hit|achieve|attain|fulfil|met|reached|hit) {_TARGET} [in {{date}}]", target=True, negated=True),
        P(f"{{who=govs}} [, which] [<adverb>] {_SHORT} {_TARGET} [in {{date}}]", target=True, negated=True),
        P(f"{_TARGET} [<adverb>] (is|was) [<adverb>] missed by {{who=govs}}", target=True, negated=True),
        P(f"{{who=govs}} (is|was) {{k=n}} of [the|only|just] {{n}} [{{alliance}}] {_ALLIES} (that|which|who|to) [<adverb>] [now|currently] {_MEET} {_TARGET} [in {{date}}]", target=True, of=True),
        P(f"{{who=govs}} (is|are|was|were) among [the] [{{n=n}}] ... {_ALLIES} (that|which|who) {_NOT_YET} (meet|reach|hit|achieve|attain) {_TARGET}", target=True, negated=True),
        # sums of money
        P(f"{_BUDGET} (by|of|in) {{who=govs}} ... {_STANDS} {_FEW} {{amount=n}} {_WHEN}"),
        P(f"{{who=govs}} [, which] ... {_SPENDS} ... {{amount=n}} ... (on|to|for|towards|into) [its|their|the] [own] {_DEFENSE} {_WHEN}"),
        P(f"({{who=govs}} ['s]|{{dem=demonym}}) ... {_BUDGET} [in {{d0=date}}] ... {_STANDS} {_FEW} {{amount=n}} {_WHEN}"),
        P(f"({{who=govs}} ['s]|{{dem=demonym}}) ... {_BUDGET} (of|,|:) [about|some] {{amount=n}} {_WHEN}"),
        P(f"{{alliance}} ['s] [members|allies|countries|member states] ... {_SPENDS} ... {{amount=n}} ... (on|to|for|towards|into) [its|their|the] {_DEFENSE} {_WHEN}", whole_alliance=True),
        P(f"{_BUDGET} (of|by) {{alliance}} ['s] [members|allies|countries|member states] ... {_STANDS} {_FEW} {{amount=n}} {_WHEN}", whole_alliance=True),
        P(f"({{alliance}} ['s]|allies|allied) ... {_BUDGET} [in {{d0=date}}] ... {_STANDS} {_FEW} {{amount=n}} {_WHEN}", whole_alliance=True),
        P(f"allies ... {_SPENDS} ... {{amount=n}} on {_DEFENSE} {_WHEN}", whole_alliance=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        if fixed.get("whole"):
            yield from match.sentence.once("shares and counts", lambda: list(cls._figures(match.sentence)))
            return
        year, tense = _year(match)
        if not is_subject(match):
            return
        if fixed.get("target"):
            share, named = _quantity(match, "share"), match.id("alliance") or _alliance(match)
            if share is None or share.unit != "percent" or share.value != 2 or named != "NATO":
                return
            quantity = match.quantity("n")
            if fixed.get("of") and quantity is not None and _counts(quantity):
                yield reading(match, cls(named, year=year, n_meeting=int(quantity.value), hedge=quantity.hedge), tense)
            for who in match.ids("who"):
                yield reading(match, cls(who, 2.0, year=year, hedge=">=", negated=match.negated), tense)
            return
        amount = _quantity(match, "amount")
        states = (match.id("alliance") or "NATO",) if fixed.get("whole_alliance") else (*match.ids("who"), *match.ids("dem"))
        if year is None or year > match.sentence.context.published.year or len(states) != 1 or amount is None:
            return
        if amount.unit == "USD" and amount.value >= 1e6 and not _ABROAD.search(match.found.group()):
            hedge = ">" if re.search(r"\b(?:exceed|topped|surpass)", match.found.group()) else amount.hedge
            yield reading(match, cls(states[0], amount=amount.value, currency="USD", year=year, hedge=hedge), Tense.EVENT)

    @classmethod
    def _figures(cls, sentence: Sentence) -> Iterator[Reading]:
        """Every share and every count of a sentence, at the first word that asks for them."""
        for share in shares(sentence):
            claim = cls(share.who, share.quantity.value, year=share.year, hedge=_beyond(sentence, share))
            yield Reading(claim, *sentence.page_span(share.start, share.end), Tense.EVENT if share.year else Tense.PRESENT)
        for count in counts(sentence):
            claim = cls(count.alliance, year=count.year, n_meeting=count.n, hedge=count.hedge)
            yield Reading(claim, *sentence.page_span(count.start, count.end), Tense.EVENT if count.year else Tense.PRESENT)

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


def _beyond(sentence: Sentence, share: Share) -> str:
    """The hedge of a share: "exceeds 3 percent" is more than that."""
    return ">" if re.search(r"\b(?:exceed\w*|topped|tops|surpass\w*)\s*$", sentence.folded[: share.at]) else share.quantity.hedge


def _year(match: Match) -> tuple[int | None, Tense | None]:
    moment = next((found for slot in ("date", "date_2", "d0") if (found := match.date(slot))), None) or date_of(match)[0]
    if moment is None:
        return None, None
    return (moment.earliest.year, Tense.EVENT) if moment.earliest.year == moment.latest.year else (None, None)


def _alliance(match: Match) -> str:
    named = match.antecedent("alliance") or match.sentence.context.only_alliance
    return named.id if named else "NATO"
