"""``left``: states left an alliance or its military command, perhaps on a stated day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, spell_date
from foedus.claims.clauses import COMMANDS, alliance_of, bounds, date_of, ends_clause, is_subject, opening_states, opens_clause, slots
from foedus.dates import BEGINNING, NEVER, ONE_DAY, Moment, on, parse_moment
from foedus.fact import Fact
from foedus.facts import Membership, Treaty
from foedus.language.names import Names
from foedus.language.numbers import agrees
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, all_of, any_of, count, negate

_COMMAND = "[integrated] (military command|military structure|military structures|military command structure|military wing|military organization|military organisation|military commands|command|command structure)"
_LED = "[the] [{led=gov} - led|{led=demonym} - led|then - {led=demonym} - led]"
_DID = "(left|quit|withdrew from|pulled out of|exited)"
_WHO = "{states=govs} [,] [which|who]"
_NOBODY = "(country|member|ally|state|nation|member state|member country)"
_ITS = "({alliance} ['s]|the alliance 's)"


class Left(Claim):
    """*states* left *alliance* (on *date*, at the precision written); or *n* states did; without states, negated: none ever did."""

    kind: ClassVar[str] = "left"
    states: tuple[str, ...]
    alliance: str
    date: str = ""
    n: int | None = None
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{_WHO} [has|have|had] <quit> {_LED} [{{whole=alliance}} 's] {{alliance}}"),
        P(f"{_WHO} [has|have|had] <quit> {_ITS} {_COMMAND}", command=True),
        P(f"{_WHO} [has|have|had] <quit> [the] {_COMMAND} [of {{alliance}}]", command=True),
        P(f"(and|but) <quit> {_LED} {{alliance}}", shared=True),
        P(f"{{states}} (withdrew|pulled out) [on|in] {{date}} from {_LED} {{alliance}}"),
        P(f"(pulled|took|withdrew|has pulled|has taken|led) {{states}} (out of|from) {_LED} [{{whole=alliance}} 's] {{alliance}}", led=True),
        P(f"(pulled|took|withdrew|has pulled|has taken|led) {{states}} (out of|from) [{{alliance}} 's|the] {_COMMAND} [of {{alliance}}]", command=True, led=True),
        P(f"{{states}} (withdrew|pulled) [its|their] (forces|troops|army|fleet) (from|out of) ({_ITS} {_COMMAND}|{{alliance}})", command=True),
        P("{states} 's <exit> from {alliance} [took effect|came|came into effect|was completed] (in|on) {date}", noun=True),
        P("{states} 's {date} <exit> from {alliance}", noun=True),
        P("<exit> of {states} from {alliance} (in|on) {date}", noun=True),
        P(f"{{states}} 's [{{date}}] <exit> from ({_ITS} {_COMMAND}|the {_COMMAND}|{{alliance}}) [(in|on) {{date}}]", command=True, noun=True),
        P(f"{{demonym}} <exit> from ({_ITS} {_COMMAND}|the {_COMMAND}|{{alliance}}) [(in|on) {{date}}]", command=True, noun=True),
        P(f"<exit> of {{states}} from ({_ITS} {_COMMAND}|the {_COMMAND}|{{alliance}}) [(in|on) {{date}}]", command=True, noun=True),
        P("<quitting> ({alliance}|{alliance} [in|on] {date}) , {states}", participle=True),
        P(f"{{states}} (never|has never|have never) <left> {_LED} {{alliance}}", negated=True),
        P(f"{{states}} (did not|didn't|has not|have not) [actually|ever|formally] (leave|quit|left|withdraw from|withdrawn from) {_LED} {{alliance}}", negated=True),
        P("the country [itself] (never|has never) (left|quit|withdrew from) {alliance}", negated=True, country=True),
        P(f"((no|not a single|not one) [{{who=alliance}}] {_NOBODY}|nobody|no one|none of its <member>|none of the <allies>) (has|had|have) [ever|yet|so far] (left|quit|withdrawn from|pulled out of|exited|been expelled from|been kicked out of|walked out of|seceded from) {_LED} {{alliance}}",
          negated=True, nobody=True),
        P(f"no {_NOBODY} [ever] {_DID} {_LED} {{alliance}}", negated=True, nobody=True),
        P("none of ({alliance} 's <allies>|the <allies> of {alliance}) (has|have) [ever|yet] (left|quit|withdrawn|pulled out)", negated=True, nobody=True),
        P(f"{{n}} (countries|states|members|member states|allies|nations) {_DID} {_LED} {{alliance}}", count=True),
        P("{states} (was|were|has been|have been) [formally|officially] (expelled|ejected|kicked|thrown|booted|ousted) [out] (from|of) {alliance}"),
        P("{states} 's ({alliance} membership|membership (of|in) {alliance}) (ended|lapsed|expired|was terminated) (in|on) {date}", noun=True),
        P("{states} [,] [which|who] [has|have|had] <quit> {treaty}"),
        P("{alliance} [,] (which|that) {states=govs} (left|quit) [(in|on) {date}]"),
        P("{states=govs} ended [its|{k=n}] [years of|decades of|half a century of|nearly] [~] {alliance} membership (in|on) {date}"),
        P("{states} (completed|finalised|finalized) (its|their) <exit> from {alliance}"),
        P("(only|first|last) [~] (country|state|member|nation|one) [ever] to (leave|quit|withdraw from|have left|have quit|have exited|have withdrawn from) {alliance} (is|was|remains) {states}", noun=True),
        P(f"after <quitting> ({{alliance}}|{_ITS} {_COMMAND}) [in|on] {{date}}", shared=True, command_if=True),
        P(f"(no|not a single|not one) {{alliance}} {_NOBODY} (has|had|have) [ever|yet|so far] (left|quit|withdrawn|pulled out|been expelled)", negated=True, nobody=True),
        P(f"{{alliance}} has (never|not|yet to|never yet|not yet) (lost|lose) a {_NOBODY}", negated=True, nobody=True),
        P("{states} (was|is|remains|became|has become) the (first|only|last) (country|state|member|nation|to) [ever] [to] (leave|quit|withdraw from|have left) {alliance} [,] [(in|on) {date}]"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        alliance = alliance_of(match) or ("NATO" if fixed.get("command") else "")
        if fixed.get("command") or (fixed.get("command_if") and re.search(r"command|structure|wing", match.found[0])):
            written = [match.id(slot) for slot in slots(match, "alliance")]
            said = bool(re.search(r"command|structure|wing|organi[sz]ation", match.found[0]))
            alliance = next((id for id in written if id in COMMANDS.values()), COMMANDS.get(alliance, "") if said else "")
        if match.has("treaty"):
            alliance = next((treaty.bond for treaty in match.sentence.context.record.of(Treaty, id=match.id("treaty"))), "")
        if not alliance or not _fits(match):
            return
        moment, start, end = date_of(match)
        n = match.quantity() if fixed.get("count") else None
        if fixed.get("count") and (n is None or n.hedge != "=" or n.unit or n.ordinal or moment is None):
            return
        states = match.ids("states") or match.ids("states_2") or match.ids("demonym")
        if fixed.get("shared"):
            states = opening_states(match)
        if fixed.get("country"):
            named = match.antecedent("state")
            states = (named.id,) if named else ()
        if states or n or fixed.get("nobody"):
            claim = cls(states, alliance, moment.text if moment else "", int(n.value) if n else None, match.negated)
            first, last = bounds(match, start, end)
            yield Reading(claim, first, last, Tense.PRESENT if match.negated else Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date) if self.date else None
        if self.n is not None:
            n = self.n
            departures = count([_left(record, state, self.alliance, written) for state in alliances.ever_members(record, self.alliance)])
            return departures.map(lambda total: total.compare(lambda true: agrees(n, "=", true)))
        if self.states:
            truth = all_of([_left(record, state, self.alliance, written) for state in self.states])
        else:
            everyone = [_left(record, state, self.alliance, written) for state in alliances.ever_members(record, self.alliance)]
            truth = any_of(everyone) if everyone else Timeline.constant(NOT_ENOUGH_INFO)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        alliance = next(
            (f"{whole}'s military command" for whole, command in COMMANDS.items() if command == self.alliance), names.say(self.alliance)
        )
        if self.n is not None:
            return f"{self.n} countries left {alliance}{when}"
        if not self.states:
            return f"no country has ever left {alliance}{when}"
        return f"{join_words([names.say(state) for state in self.states])} {'did not leave' if self.negated else 'left'} {alliance}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        if self.negated or len(self.states) != 1:
            return None
        command = COMMANDS.get(self.alliance, "")
        written = parse_moment(self.date) if self.date else None
        if command and self.alliance in words and _left(record, self.states[0], command, written).at(day) is SUPPORTED:
            return words.replace(self.alliance, f"{self.alliance}’s military command", 1)
        if len(self.date) == 4 and self.date in words:
            years = {
                fact.until.latest.year
                for fact in record.of(Membership, state=self.states[0], alliance=self.alliance)
                if fact.until.latest <= day
            }
            return words.replace(self.date, str(years.pop())) if len(years) == 1 else None
        return None

    def checked_through(self, record: Record) -> datetime.date | None:
        return alliances.checked_through(record, self.alliance)


def _left(record: Record, state: str, alliance: str, written: Moment | None) -> Truth:
    """Whether *state* has left by a day (at the date *written*, if one is): the end of any of its spells will do."""
    coverage = record.coverage("members", alliance)
    groups = alliances.spells(record, state, alliance)
    ended = [[fact for fact in group if fact.until != NEVER] for group in groups]
    parts = [happened(_departures(group, written), written, coverage or group[0]) for group in ended if group]
    if parts:
        return any_of(parts)
    # That a state has not left is known where its spell is on record, or where the list of members is complete.
    known: tuple[Fact, ...] = (groups[0][0],) if groups else (coverage,) if coverage else ()
    return Timeline.constant(REFUTED if known else NOT_ENOUGH_INFO, known)


def _departures(group: list[Membership], written: Moment | None) -> list[tuple[Moment, Fact]]:
    """The dates of one departure; the first day outside follows the last one inside, and prose gives either."""
    found: list[tuple[Moment, Fact]] = []
    for fact in group:
        moment = fact.until
        if written is not None and moment.exact and moment.earliest > BEGINNING and not fits(moment, written):
            before = on(moment.earliest - ONE_DAY)
            moment = before if fits(before, written) else moment
        found.append((moment, fact))
    return found


def _fits(match: Match) -> bool:
    """Whether it is the alliance itself that was left, and by these states."""
    fixed = match.phrasing.fixed
    if fixed.get("noun"):
        return opens_clause(match) and not re.match(r"\s*(?:would|could|will|might|may|should)\b", match.sentence.mask[match.found.end() :])
    if fixed.get("participle"):
        return opens_clause(match)
    if fixed.get("led"):
        return ends_clause(match) and not re.search(r"\b(?:nearly|almost|never|not)\s*$", match.sentence.mask[: match.found.start()])
    return ends_clause(match) and is_subject(match)
