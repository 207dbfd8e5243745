"""``founded``: an alliance was founded on a day, by so many countries or by these."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar, NamedTuple

from foedus import alliance as alliances
from foedus.claims import origins
from foedus.claims.claim import Claim, Reading, Tense, fits, join_words, spell_date
from foedus.claims.clauses import alliance_of, bounds, date_of, ends_clause, is_modifier, is_subject
from foedus.dates import BEGINNING, Moment, parse_moment
from foedus.fact import Fact
from foedus.facts import Membership, Treaty, TreatyEvent
from foedus.language.names import Names
from foedus.language.numbers import restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, negate

_NATIONS = "[~] [{zone=region}|{zone2=demonym}] [and {zone3=demonym}] [~] (countries|nations|states|members|member states|governments|powers|allies|republics|satellites|partners|monarchies|kingdoms|democracies|neighbours|neighbors|juntas|founders|signatories) [(in|of|from|on|around) [the] [~] ({zone4=region}|gulf|region|continent|area)]"
_MANY = f"{{n}} {_NATIONS}"
_PACT = "(alliance|pact|bloc|grouping|group|organization|organisation|treaty|union|club|body|partnership|league|community)"
_SEVERAL = "[,] and (several|many|other|some|a number of|a handful of|most of) [other|its|their] [~] [{zone=region}] (countries|nations|states|governments|powers|allies|neighbours|neighbors|partners|satellites)"
_D = "[,] [formally|officially|back|originally|first|again] [in ({place}|~)] [in|on|back in|way back in|in early|in late|as early as|as long ago as|in the spring of|in the summer of|at the end of|at the start of|only in|,] {date}"
_HOW = "(as {of=alliance}|as ~|in {place}|at ~|by {of=treaty}|under {of=treaty}|by a treaty|with {of=treaty}|after ~|in response|in reply)"
_WAS = "(was|is|had been|were|has been|got) [first|originally|formally|officially|finally|itself|only|then|duly|later|therefore|jointly]"
_BY = (
    f"(by|with|between|among|when) [a group of|the|its|an initial|the original] ({{states}} (and|plus|together with) [the] {{others=n}} [other] {_NATIONS}|"
    f"{{states}} and {{others=n}} of [its|their] [~] (allies|satellites|neighbours|neighbors)|{{others=n}} {_NATIONS} (and|plus|together with|as well as) {{states}}|{{n}} {_NATIONS} [(,|:|—) [namely|including|among them] {{states}}]|{{states}} {_SEVERAL}|{{states}})"
)
_FOUNDING = "(founding|original|charter|founder) (member|members|member state|member states|signatory|signatories|ally|allies|member country|member countries|member nation|member nations|nation|nations|state|states|country|countries|partner|partners)"
_SET_UP = (
    "[jointly|together|had|have] (founded|created|established|formed|set up|co-founded|launched|laid the foundation of|laid the foundations of|laid the foundation for|laid the foundations for|laid the cornerstone of|"
    "laid the foundation stone of|gave birth to|called into being|brought into being|forged|inaugurated|instituted|proclaimed|banded together in|banded together as|brought about|started|put together|concluded|"
    "signed into being|cemented|announced|unveiled|agreed on|sealed)"
)
_OF_THE = "([{one=n} of|among|one of|among] [the|a|an|both|all|only|its])"
_COUNTS = "(<be>|became|counts|count|ranks|rank|counted|ranked|belongs|belonged|being|figured|had become|numbered|numbers|is counted|as)"
_AT_FIRST = (
    "(at (its|the) <founding>|when it was [first] <founded>|at the start|at the [very] beginning|at the outset|initially|originally|to begin with|to start with|in the beginning|at birth|at first|"
    "from the start|on its <founding>|upon its <founding>|in its first years|on the day it was <founded>)"
)


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
        P(f"{{alliance}} [,] [which|that] {_WAS} <founded> [{_HOW}] {_D} [by a treaty] [{_BY}]"),
        P(f"{{alliance}} [,] [which|that] {_WAS} <founded> [{_HOW}|in {{place}}] {_BY} [{_D}]"),
        P(f"{{alliance}} [,] [which|that] {_WAS} <founded> ... (in|on|back in|in early|in late|during) {{date}} [{_BY}]", gap=True),
        P(f"{{alliance}} , [originally|first|itself|an alliance|a pact] <founded> {_D} [{_BY}]"),
        P(f"{{alliance}} , [originally|first|itself] <founded> {_BY} [{_D}]"),
        P(f"{{alliance}} ~ <founded> {_D}", bracketed=True),
        P(f"{{alliance}} (is|was|remains|,) [itself] (a|an|the|one of the) ... [{{r=region}}|{{d=demonym}}] ~ [{{r2=region}}] {_PACT} [of ~ [{{r3=region}}] [and] [{{r4=region}}] ~|of {{k=n}} ~|linking ~|for ~] [that|which] [was|were] [,] <founded> [{_HOW}] {_D} [{_BY}]", defined=True),
        P(f"{{alliance}} (is|was|remains|,) (a|an|the|one of the) ... {_PACT} ... <founded> (by|under|through) {{treaty}} (of|in|on) {{date}}", defined=True),
        P(f"[originally|first] <founded> {_D} [in {{place}}|in ~|at ~] [{_BY}] [~] [{{demonym}}] [~] , [the] {{alliance}}", fronted=True),
        P("<founded> (by|under|through) {of=treaty} [(in|of|on) {date}] , {alliance}", fronted=True),
        P(f"[originally|first] <founded> {_D} ~ ~ [{{of=treaty}}|{{of=state}}|{{of=region}}|{{of=demonym}}] ~ , [the] {{alliance}}", fronted=True),
        P(f"[originally|first] <founded> [in {{place}}] {_BY} [{_D}] [~] , [the] {{alliance}}", fronted=True),
        P("{alliance} [which] [itself] (dates|dates back|dates from|has existed|existed|goes back|traces its origins|traces its roots|traces its beginnings|has been around|has been in existence|has been in being) (from|to|since) {date}", subject=True),
        P(f"{{alliance}} [,] [which] <arose> [in {{place}}] (in|on|back in) {{date}} [{_BY}]", subject=True),
        P("{alliance} (was|were) <founded> (by|through|under|with) [the signing of|signature of|the signature of] {treaty} [(in|on|of|, signed in|, signed on|, which came into force on|, which entered into force on|, which took effect on) {date}]"),
        P("{alliance} , (a|an) {n} - (nation|member|country|state) [~] (pact|alliance|treaty|bloc) [~] (signed|founded|formed|created|established) [in {place}] (in|on) {date}"),
        P(f"{_MANY} (came together|joined together|banded together|joined forces|got together|united|gathered|met|agreed|signed up) [in {{place}}] [(in|on) {{date}}] (to (form|found|create|establish|set up|launch)|in|as|and (formed|founded|created|established|set up)) {{alliance}}", object=True),
        P(f"{{states}} {_SEVERAL} {_SET_UP} {{alliance}}", object=True),
        P("(creating|founding|establishing|forming|setting up|launching) {alliance} (in|on) {date}"),
        P("(to|and) (create|found|form|establish|set up|launch) {alliance} (in|on) {date}"),
        P("(original|founding) {n} [<member>|signatories|nations|countries] of {alliance}"),
        P("{alliance} 's (original|founding) {n} [<member>|signatories]"),
        P(f"({_FOUNDING}|founders) of {{alliance}} (include|included|were|are|[,] including|, among them|[,] such as|:|[,] like) {{states}}", partial=True),
        P("{n} (original|founding) {alliance} <member>"),
        P("{n} (original|founding) (members|member states|signatories) (are|were) [:] {states}", object=True),
        P("(countries|nations|states) (that|which) [originally] (joined|founded|formed|created|set up) {alliance} in {date} (were|are) {states}", object=True),
        P("{n} [<member>|countries|nations|states] [were] [all] [present|represented] (at|in on) ({alliance} 's <founding>|the <founding> of {alliance}) [(in|on) {date}]"),
        P("[both] {states} (was|were|had been|had all been) [all|both|also|itself] [present|in|there|represented] (at|in on|on) ({alliance} 's <founding>|the <founding> of {alliance}) [(in|on) {date}]"),
        P("from (the|an|its) original {n} [<member>|countries|nations] [in {date}]"),
        P(f"{{date}} (:|—|-) {{states}} and {{others=n}} {_NATIONS} (form|found|create|set up|establish) {{alliance}}"),
        P(f"{{date}} (:|—|-) {{n}} {_NATIONS} (form|found|create|set up|establish) {{alliance}}"),
        P("{date} (:|—|-) {alliance} is <founded>"),
        P(f"(the|its|all|original) {{n}} [original] ({_FOUNDING}|founders|founding fathers)", bare=True),
        P("{alliance} (originally|initially|at first|at the outset) (had|comprised|counted|numbered|consisted of|grouped|united|included) [only|just] {n}"),
        P(f"{{alliance}} (had|had had|comprised|counted|numbered|consisted of|was made up of) [only|just|a mere] {{n}} {_NATIONS} {_AT_FIRST}"),
        P(f"it (had|had had|comprised|counted|numbered|consisted of|was made up of) [only|just|a mere] {{n}} {_NATIONS} {_AT_FIRST}", pronoun=True),
        P(f"{_MANY} (made up|belonged to|were in|formed|were part of|were members of|composed) {{alliance}} {_AT_FIRST} [{_D}]"),
        P(f"{_AT_FIRST} [in {{place}}] [in {{date}}] [,] {{alliance}} (had|comprised|counted|numbered|consisted of|was made up of|grouped) [only|just] {{n}}", opening=True),
        P("from {n} [~] at its <founding>"),
        P("from its {n} (founding|original) <member>"),
        P(f"(it|and|which) (was|were) [finally|then|formally] <founded> {_D} [{_BY}]", pronoun=True),
        P(f"(and|which) (was|were) [finally|then|formally] <founded> [in {{place}}] {_BY} [{_D}]", pronoun=True),
        P("{date} <founding> of {alliance}"),
        P(f"{{states=govs}} [,] [which|who] {_COUNTS} {_OF_THE} [{{n}}|dozen] [original] ({_FOUNDING}|founder|founders|co-founder|co-founders|founding fathers) of [both] {{alliance}} [and [of] {{also=alliance}}]", object=True),
        P(f"{{states=govs}} [,] [which|who] {_COUNTS} {_OF_THE} {{alliance}} ['s] [original] [{{n}}|dozen] [original] ({_FOUNDING}|founders|founder|co-founder|co-founders|founding fathers)"),
        P(f"{{states}} , [~] {_OF_THE} [{{n}}|dozen] [original] ({_FOUNDING}|founder|founders|co-founder|co-founders) of [both] {{alliance}} [and [of] {{also=alliance}}]", object=True),
        P(f"{{states}} [,] [which|who] <be> (a|an|one of the|among the|both|one of its|among its) [{{n}}] [original] ({_FOUNDING}|founder|founders)", lone=True),
        P(f"{{states}} , (a|an|one of the|among the|both|one of its|itself a) [{{n}}] [original] ({_FOUNDING}|founder) ,", lone=True),
        P("(since|at|upon|after|before|from|on) {its} <founding> in {date} , {alliance}", fronted=True),
        P("at {its} <founding> [in {date}] , {alliance} had {n} <member>", fronted=True),
        P("when it was <founded> [in {place}] in {date} , {alliance} had {n} <member>", fronted=True),
        P("when {alliance} was <founded> [in {place}] in {date} , it had {n} <member>", fronted=True),
        P(f"{_MANY} [that|which|who] [first|originally|together|jointly] {_SET_UP} {{alliance}}", object=True),
        P(f"{{states}} [,] (and|plus|together with|along with) [the] {{others=n}} [other] {_NATIONS} [,] [first|originally] {_SET_UP} {{alliance}}", object=True),
        P(f"{{states=govs}} [,] [which|who|that] [and [its|their] ~ [{{zone=region}}|{{zone2=demonym}}] [~]] [(in|on) {{date}}] {_SET_UP} {{alliance}}", object=True, maker=True),
        P(f"{{gov}} {_SET_UP} {{alliance}}", object=True, maker=True),
        P("{states} (helped|helped to|joined in to|came together to|joined forces to|teamed up to|banded together to) (found|create|establish|set up|form|launch) {alliance}", object=True),
        P("{alliance} [,] [which] (counted|counts|had|has|numbered|numbers|included|lists) {states} among {its} [{n}|original] (founders|founding members|founder members|original members|charter members|founding fathers)"),
        P(f"{{states}} [,] [which|who] <be-not> {_OF_THE} [{{n}}] ({_FOUNDING}|founder|founders) of {{alliance}}", object=True, negated=True),
        P(f"{{states}} [,] [which|who] <be-not> {_OF_THE} {{alliance}} ['s] [{{n}}] ({_FOUNDING}|founders|founder)", negated=True),
        P("{states} (was not|were not|is not|wasn't|weren't)", negated=True, echo=True),
        P(f"as [a|an|one of the|both] [~] ({_FOUNDING}|founder|co-founder) of {{alliance}} , {{states}}"),
        P(f"[a|an|as a|one of the] {{alliance}} ({_FOUNDING}|founder) , {{states}}"),
        P("{states} [,] [which|who] (<be>|has belonged to|have belonged to|belonged to) [a|an] [~] (member|members|in|part) [of] {alliance} (since {its} <founding>|since it was <founded>|(from|since) the [very] (start|beginning|outset|first|first day)|from day one|from the [very] first|(from|since) its [very] <founding>)", since=True),
        P(f"{{its}} [{{n}}] [original] ({_FOUNDING}|founders|founding fathers) (was|were|are|included|include|:) [:] {{states}}", partial=True),
        P(f"{_SET_UP} {{alliance}} [in {{place}}] (in|on|back in|in early|in late) {{date}}", object=True),
        P(f"(after|since|at|on|from|upon|with) its <founding> [in {{place}}] [in|on] [{{date}}] with {{n}} ({_NATIONS}|{_FOUNDING}) , {{alliance}}", fronted=True),
        P(f"neither {{states}} nor {{states}} <be> [a|an|among the|one of the] [{{n}}] [original] {_FOUNDING} of {{alliance}}", object=True, negated=True),
        P(f"{{n}} [original] ({_FOUNDING}|founders) of {{alliance}}"),
        P(f"{{alliance}} 's {{n}} [original] ({_FOUNDING}|founders) [(were|are|:|,) [:] {{states}}]"),
        P(f"{{alliance}} (had|has|began with|started with|started out with|was founded with|counts|counted) {{n}} {_FOUNDING}"),
        P("{alliance} [,] [which] (began|started|started out|was founded|began life|started life|set out|came into being) [(in|on) {date}] (with|as a club of|as a group of|as an alliance of|as) [only|just] {n} [~] [members|countries|nations|member states|states|allies]"),
        P(f"{{alliance}} ({_FOUNDING}|founder|founders) {{states}}"),
        P(f"{{alliance}} 's ({_FOUNDING}|founders) (include|included|were|are|, including|, among them|, such as) {{states}}", partial=True),
        P(f"among {{alliance}} 's [{{n}}] ({_FOUNDING}|founders) (is|are|was|were) {{states}}"),
        P(f"among the [{{n}}] ({_FOUNDING}|founders) of {{alliance}} (is|are|was|were) {{states}}"),
        P("<founding> [in {place}] [by {states}] of {alliance} [in {place}] (in|on) {date}", noun=True),
        P("{alliance} 's <founding> [in {place}] (in|on) {date}"),
        # whose beginning it is, is told by what stands around the word
        P("(<founded>|<founding>|<arose>|birthday|date|dates|dating|found|create|establish|form|set up|launch|gave birth|brought forth|convened|creates|establishes|founds|sets up|creating|establishing|forming|goes back|traces|traced|banded|came together)", told=True, beside=frozenset(LETTERS["alliance"])),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        if match.phrasing.fixed.get("told"):
            yield from _told(match)
            return
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
        first_name = re.sub(r"^\s*(?:the|an?)\s+", "", match.found[0])[:1]
        if (
            not alliance
            or (fixed.get("object") and not ends_clause(match) and not (match.has("also") and is_modifier(match)))
            or (
                first_name == LETTERS["alliance"]
                and _OF_IT.search(match.sentence.mask[: match.found.start()])
                and (
                    re.match(r"(?:the\s+)?\ue002\s+(?:was|is|had)\b", match.found[0])
                    or _HOUSE_OF.search(match.sentence.mask[: match.found.start()])
                )
            )
            or (first_name >= "\ue000" and (match.has("states") or fixed.get("subject")) and not is_subject(match))
        ):
            return
        if (fixed.get("noun") and not _FOUNDING_NOUN.search(match.sentence.mask[: match.found.start()])) or _partial(match):
            return
        if _ENTRY_INTO.search(match.sentence.mask[: match.found.start()]):
            return
        if fixed.get("bracketed") and not re.match(r"[^a-z]*\(", match.found[0]):
            return
        if not _in_place(match, alliance) or (fixed.get("gap") and re.search(r"\b(?:and|but|then|to)\b|\ue00c|\ue000", match.found[0])):
            return
        if fixed.get("opening") and match.sentence.mask[: match.found.start()].strip(' "'):
            return
        n = None
        slots = [slot for slot in match.found.re.groupindex if match.has(slot) and slot.startswith(("n", "others"))]
        for slot in slots:
            quantity = match.quantity(slot)
            if quantity is not None:
                if quantity.hedge != "=" or quantity.unit or quantity.ordinal or not float(quantity.value).is_integer():
                    return
                n = int(quantity.value)
        if n is None and " dozen " in match.found[0]:
            n = 12
        states = tuple(dict.fromkeys(id for slot in match.found.re.groupindex if slot.startswith("states") for id in match.ids(slot)))
        if n is not None and any(slot.startswith("others") for slot in slots):
            # "The Soviet Union and seven of its satellites" are eight.
            n, states = n + len(states), ()
        if (
            fixed.get("maker")
            and "co-founded" not in match.found[0]
            and (len(states) < 2 or re.search(r"\band\s+(?:its|their|(?!the\s+[\ue000\ue010])[a-z]+)\b", match.found[0]))
        ):
            # "Moscow set up the pact" says who took the lead, not who the founders were.
            states = ()
        moment, start, end = date_of(match)
        if moment is None and n is None and not states:
            return
        first, last = bounds(match, start, end)
        if match.has("also") and is_modifier(match):
            # "a founding member of the EU and a NATO ally" is no founding member of NATO.
            first, last = bounds(match, start, match.found.end("alliance"))
            yield Reading(cls(alliance, "", n, states, match.negated), first, last, Tense.PRESENT if match.negated else Tense.EVENT)
            return
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


def _told(match: Match) -> Iterator[Reading]:
    """A founding that is told in an order of its own, and as the record has it."""
    record = match.sentence.context.record

    def dated(alliance: str, moment: Moment) -> bool:
        return any(fits(account.moment, moment) for account in accounts(record, alliance)[0])

    def founders(alliance: str) -> list[frozenset[str]]:
        return [account.founders for account in accounts(record, alliance)[0]]

    for told in origins.told(match, dated, founders):
        first, last = bounds(match, told.start, told.end)
        yield Reading(Founded(told.alliance, told.moment.text if told.moment else "", told.n, told.states), first, last, Tense.EVENT)


def _founding(record: Record, alliance: str, account: Account) -> tuple[Membership, ...]:
    spells = record.of(Membership, alliance=alliance)
    treaty = alliances.treaty_of(record, alliance)
    start = treaty.since.latest if isinstance(treaty, Treaty) else BEGINNING
    return tuple(spell for spell in spells if spell.state in account.founders and not spell.disputes and spell.since.latest <= start)


_HOUSE_OF = re.compile(
    r"\b(?:museum|school|college|academy|institute|agency|committee|council|centre|center|office|branch|wing|arm|league|association|assembly|parliament|court|bank|fund|club|friends)\s+of\s+(?:the\s+)?$",
    re.I,
)
"""What is of an alliance may itself be "founded in 1979"."""
_ENTRY_INTO = re.compile(r"\b(?:entry|accession|return|admission|admittance|re-entry)\s+(?:in|into|to|of)\s+(?:the\s+)?$", re.I)
"""What came about was the entry, not the alliance: "Spain's entry into the alliance, which came about in 1982"."""
_OF_IT = re.compile(r"\b(?:of|by|called|named|dubbed|for|like|within|under|against)\s+(?:the\s+)?$")
"""Words before an alliance that make something else the subject: "the council of NATO was founded"."""
_NAMES = [LETTERS[kind] for kind in ("alliance", "state", "treaty", "person", "capital", "government", "other", "region")]
_FOUNDING_NOUN = re.compile(
    r"(?:^|[,;:—(\"]|\b(?:the|after|before|since|with|from|following|until|at|and|to|of|prompted|led to))\s*$", re.I
)


def _in_place(match: Match, alliance: str) -> bool:
    """Whether words that name no alliance themselves can only mean the one spoken of."""
    fixed, after = match.phrasing.fixed, match.sentence.mask[match.found.end() :]
    if fixed.get("lone") or fixed.get("bare"):
        return not re.match(r"\s+(?:of|in|from)\b|\s*'", after)
    if fixed.get("pronoun"):
        said, before = match.sentence.context.said, match.sentence.mask[: match.found.start()]
        if not before.strip():
            return any(getattr(claim, "alliance", "") == alliance for claim in said)
        # "The SCO grew out of a club and was founded in 2001": the alliance must be what the sentence is about.
        return before.lstrip(' "').removeprefix("The ")[:1] == LETTERS["alliance"] and len(re.findall(f"[{''.join(_NAMES)}]", before)) == 1
    return True


def _partial(match: Match) -> bool:
    """Whether the alliance's name is the first word of something longer ("Founded in 2008, the NATO cyber centre")."""
    return bool(match.phrasing.fixed.get("fronted")) and match.found[0].rstrip()[-1] == "\ue002" and is_modifier(match)
