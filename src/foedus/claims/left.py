"""``left``: states left an alliance or its military command, perhaps on a stated day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, spell_date
from foedus.claims.clauses import (
    COMMANDS,
    MIDDLE,
    SUBJECT,
    alliance_of,
    bounds,
    companions,
    date_of,
    ends_clause,
    is_modifier,
    is_subject,
    more_of_the_same,
    opening_states,
    opens_clause,
    slots,
)
from foedus.dates import BEGINNING, NEVER, ONE_DAY, Moment, on, parse_moment
from foedus.fact import Fact
from foedus.facts import Membership, Treaty
from foedus.language.names import Names
from foedus.language.numbers import agrees
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, all_of, any_of, count, negate

_COMMAND = "[integrated] (military command|military structure|military structures|military command structure|military wing|military organization|military organisation|military commands|command|command structure)"
_LED = "[the] [{led=gov} - led|{led=demonym} - led|then - {led=demonym} - led]"
_DID = "(left|quit|withdrew from|pulled out of|exited)"
_WHO = SUBJECT
_NO = "(no|not a single|not one|not {one=n}|not a|no single)"
_NOBODY = "(country|member|ally|state|nation|member state|member country)"
_CAME = (
    "(took effect|takes effect|took place|came|came into effect|came into force|became effective|was completed|became official|became final|dates|was sealed|followed|happened|entered into force|"
    "was formalised|was formalized|became a reality)"
)
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
        P(f"{_WHO} [has|have|had] [{MIDDLE}] <quit> {_LED} [{{whole=alliance}} 's] {{alliance}} ['s treaty]"),
        P(f"{_WHO} [has|have|had] [{MIDDLE}] <quit> ({_ITS} {_COMMAND}|[the] {_COMMAND} [of {{alliance}}])", command=True),
        P(f"(and|but|it|they|he country|which) [has|have|had] [only|then|later|finally|{{early=date}}] <quit> {_LED} {{alliance}}", shared=True),
        P(f"{_WHO} [has|have|had] (withdrew|withdrawn|pulled out|walked out|dropped out) [as [a|an] [~] [<member>]] [on|in] [{{date}}] [as [a|an] [~] [<member>]] (from|of) {_LED} {{alliance}}"),
        P("(expelled|ejected|threw|kicked|drummed|excluded|ousted|booted|cast) {states} [out] (from|of) {alliance}", led=True),
        P(f"<pulled> {{states}} [back] (out of|from) {_LED} [{{whole=alliance}} 's] {{alliance}}", led=True),
        P(f"<pulled> {{states}} [back] (out of|from) [{{alliance}} 's|the] {_COMMAND} [of {{alliance}}]", command=True, led=True),
        P(f"{_WHO} (withdrew|pulled|removed|took|has withdrawn) [all] [of] [its|their] [remaining|last] (forces|troops|army|fleet|units|soldiers|officers) [back] (from|out of|from under) ({_ITS} {_COMMAND}|[the] {_COMMAND} [of {{alliance}}]|{{alliance}})", command=True),
        P(f"{_WHO} (was|were|has been|have been|had been|got) [{MIDDLE}] (pulled|taken|led|withdrawn) out of {_LED} ({_ITS} {_COMMAND}|[the] {_COMMAND} [of {{alliance}}]|{{alliance}})", command_if=True),
        P(f"({{states=govs}} 's|{{states=demonym}}) [{{date}}|~] <exit> from {_LED} {{alliance}} [,] [{_CAME}] [in|on|of] {{date}}", noun=True),
        P("({states=govs} 's|{states=demonym}) {date} <exit> from {alliance}", noun=True),
        P(f"<exit> (of|by) {{states=govs}} (from|out of) {{alliance}} [,] [{_CAME}] [in|on|of] {{date}}", noun=True),
        P(f"({{states=govs}} 's|{{states=demonym}}) [{{date}}|~] <exit> from ({_ITS} {_COMMAND}|the {_COMMAND}|{{alliance}}) [(in|on) {{date}}]", command=True, noun=True),
        P(f"<exit> (of|by) {{states}} from ({_ITS} {_COMMAND}|the {_COMMAND}|{{alliance}}) [(in|on) {{date}}]", command=True, noun=True),
        P("<quitting> {alliance} [in|on] [{date}] , {states}", participle=True),
        P(f"{{states}} (never|has never|have never) [{MIDDLE}] <left> {_LED} {{alliance}}", negated=True),
        P(f"{{states}} (did not|didn't|has not|have not) [actually|ever|formally] (leave|quit|left|withdraw from|withdrawn from) {_LED} {{alliance}}", negated=True),
        P("the country [itself] (never|has never) (left|quit|withdrew from) {alliance}", negated=True, country=True),
        P(f"({_NO} [{{who=alliance}}] {_NOBODY}|nobody|no one|none of its <member>|none of the <allies>|none of them|none) [has|had|have] [ever|yet|so far] (left|quit|withdrawn from|pulled out of|exited|been expelled from|been kicked out of|walked out of|seceded from|been thrown out of|walked away from|withdrew from|turned its back on) {_LED} {{alliance}}",
          negated=True, nobody=True),
        P(f"({_NO} [{{who=alliance}}] {_NOBODY}|nobody|none of them|none of its <member>|none of ({{who2=alliance}} 's <allies>|the <allies> of {{who3=alliance}})) (has|had|have) [ever|yet|so far] (left|quit|withdrawn|pulled out|been expelled|walked out|walked away|been thrown out|been kicked out|dropped out)", negated=True, nobody=True, bare=True),
        P(f"{{alliance}} has (never|not|yet to|never yet|not yet) (lost|lose|expelled|had) a {_NOBODY} [leave|walk out]", negated=True, nobody=True),
        P(f"{{n}} [~] [{{area=region}}] (countries|states|members|member states|allies|nations|juntas|republics) [,] [that|which] [have|had] {_DID} {_LED} {{alliance}}", count=True),
        P("{states=govs} (was|were|has been|have been) [formally|officially|then|later] (expelled|ejected|kicked|thrown|booted|ousted|excluded|evicted|turned) [out] (from|of) {alliance}"),
        P("{alliance} [on|in] [{date}] [has|had] [then|formally|finally] (expelled|ejected|ousted|threw out|kicked out|evicted|excluded|lost|cast out|expels) {states} [[in|on|as a member in] {date}]", object=True, dated=True),
        P("(with|after|following|since) (<exit> of {states}|{states} 's <exit>) [from it] [(in|on) {date}] , ... {alliance}", fronted=True),
        P("with {states} (gone|out|departed) [(since|in) {date}] , ... {alliance}", fronted=True),
        P("{states=govs} , (which|now) [has|have|had] [since|long] (gone|left|departed|pulled out|walked out|withdrawn) [(in|since) {date}] , {alliance}", fronted=True),
        P("({states=govs} 's|{states=demonym}) ({alliance} membership|membership (of|in) {alliance}) (ended|lapsed|expired|was terminated|came to an end|was ended|ran out) (in|on|of) {date}", noun=True),
        P(f"{_WHO} [has|have|had] [{MIDDLE}] (<quit>|denounced|abrogated|turned away from|walked away from) {{treaty}}"),
        P("{alliance} [,] (which|that) {states=govs} [has|had] [only|finally] (left|quit|abandoned) [(in|on) {date}]"),
        P("({states=govs}|{states=govs} 's|{states=demonym}) (membership|{alliance} membership) (ended|lapsed|expired|ceased|came to an end) (in|on|with) {date}", noun=True),
        P("{states=govs} 's <exit> (in|on) {date}", noun=True, bare=True),
        P("{states=govs} , <quitting> {alliance} [(in|on) {date}]"),
        P(f"{_WHO} [has|have|had] (announced|declared|notified|gave|gave formal|served|confirmed|made known) [~] (that it was|that they were|its|their|notice of its|notice of their|that it is) [~] (leaving|quitting|withdrawing from|pulling out of|<exit> from|termination of its membership in|termination of its membership of) {{alliance}}", announced=True),
        P("<exit> (of|by) {states=govs} [in the] [(in|on|, in|upon independence in)] {date}", noun=True, bare=True),
        P("{states=govs} : (withdrew|left|quit|until|expelled|withdrawn) [in|on] {date}", bare=True, infobox=True),
        P(f"(both [countries|states|nations|of them]|they|all {{n}} [~]|the {{n}} [~]|these {{n}} (countries|states|nations)|these (countries|states|nations)|the (pair|trio)) [{MIDDLE}] [has|have|had] [{MIDDLE}] <quit> {_LED} {{alliance}}", shared=True),
        P("{states=govs} ended [its|{k=n}] [years of|decades of|half a century of|nearly] [~] {alliance} membership (in|on) {date}"),
        P("{states=govs} (completed|finalised|finalized|effected|formalised|formalized|consummated) (its|their) <exit> from {alliance}"),
        P("{states=govs} (let|allowed) (its|their) membership (in|of) {alliance} [to] (lapse|expire|run out)"),
        P("(only|first|last) [~] (country|state|member|nation|one) [ever] to <to-quit> {alliance} (is|was|remains) {states}", noun=True),
        P(f"(after|since|before|by|on) (<quitting>|<exit> from) ({{alliance}}|{_ITS} {_COMMAND}) [,] [in|on] [{{date}}]", shared=True, command_if=True),
        P("{states=govs} [,] [which|who] [on|in] [{date}] (was|is|remains|became|has become|had been) ... (first|only|last|second|third|sole|latest|fourth) ... to <to-quit> {alliance} [for good] [,] [(in|on) {date}]"),
        P("{states=govs} [then|later|soon] followed {x=states} (out of|in leaving|in quitting|in withdrawing from) {alliance}"),
        P("(saw|it was not until {date} that|not until {date} did|it was in {date} that) {states} (leave|left|quit|withdraw from|withdrew from|pull out of|pulled out of) {alliance}"),
        P(f"{_WHO} [has|have|had] [{MIDDLE}] (walked out|pulled out|quit|left|withdrew|dropped out|stormed out|was expelled|were expelled|departed|bowed out|was thrown out|was ejected|withdrawn)", bare=True, dated=True),
        P("followed [~] [out of {alliance}] by {states} [in|on] {date}", bare=True, dated=True),
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
        if re.match(rf"(?:\s*,\s*{LETTERS['date']})*\s*,?\s*and\s+(?:in\s+)?{LETTERS['date']}", match.sentence.mask[end:]):
            return  # which left when is not said
        if fixed.get("dated") and moment is None:
            return
        n = match.quantity() if fixed.get("count") else None
        if fixed.get("count") and (n is None or n.hedge != "=" or n.unit or n.ordinal or moment is None):
            return
        states = tuple(dict.fromkeys(id for slot in slots(match, "states") for id in match.ids(slot)))
        if fixed.get("shared"):
            states = opening_states(match)
        if fixed.get("country"):
            named = match.antecedent("state")
            states = (named.id,) if named else ()
        if n and len(match.sentence.row_before) == n.value and match.sentence.mask[: match.found.start() + 4].lower().endswith("the "):
            return
        if not (states or n or fixed.get("nobody")):
            return
        if fixed.get("announced"):
            # Who announces that it leaves has not left; where it left within the time written, that is what is told.
            record, published = match.sentence.context.record, match.sentence.context.published
            if moment is None or any(_left(record, state, alliance, moment).at(published) is not SUPPORTED for state in states):
                return
        tense = Tense.PRESENT if match.negated else Tense.EVENT
        if states and not match.negated:
            with_these, _ = companions(match, match.found.end())
            others, end = companions(match, end)
            states = tuple(dict.fromkeys((*states, *with_these, *others)))
        first, last = bounds(match, start, end)
        yield Reading(cls(states, alliance, moment.text if moment else "", int(n.value) if n else None, match.negated), first, last, tense)
        if moment is not None and states and not match.negated:
            for more in more_of_the_same(match, end, moment):
                if more.n is None:
                    first, last = bounds(match, more.start, more.end)
                    yield Reading(cls(more.states or states, more.alliance or alliance, more.moment.text), first, last, tense)

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
    before, after = match.sentence.mask[: match.found.start()], match.sentence.mask[match.found.end() :]
    if fixed.get("bare") and not _OF_LEAVING.search(before + after):
        said = match.sentence.context.said
        if not any(
            getattr(claim, "kind", "") in ("left", "joined", "founded", "membership", "member_count", "enlargement_round") for claim in said
        ):
            return False
    if fixed.get("fronted"):
        return not is_modifier(match)
    if (
        match.found[0].startswith("followed")
        and not slots(match, "alliance")
        and not (_LEAVING.search(before) and not _JOINING.search(before))
    ):
        return False
    if (
        fixed.get("bare")
        and not fixed.get("noun")
        and not re.match(rf"\s*(?:[.,;:)—\"]|$|{LETTERS['date']}|(?:in|on|again|altogether|for|and|but|over|after|as|at)\b)", after)
    ):
        return False
    if _LEFT_SO.match(after):
        return False
    if fixed.get("noun"):
        return opens_clause(match) and not re.match(r"\s*(?:would|could|will|might|may|should|was\s+blocked|is\s+not)\b", after)
    if fixed.get("object"):
        return is_subject(match)
    if fixed.get("participle"):
        return opens_clause(match) or bool(re.search(r"\b(?:in|by|on|since|after|before|upon)\s*$", before, re.I))
    if fixed.get("led"):
        return ends_clause(match) and not re.search(r"\b(?:nearly|almost|never|not|to)\s*$", before)
    if re.match(rf"(?:the\s+)?{LETTERS['alliance']}\s*,?\s*(?:which|that)\b", match.found[0]):
        return True  # "served in the command, which France left in 1966"
    return ends_clause(match) and (is_subject(match) or bool(re.match(r"(?:the\s+)?\ue000[^a-z]*\s*,\s*(?:which|who)\b", match.found[0])))


_LEFT_SO = re.compile(
    r"\s+(?:in\s+(?:the\s+dark|doubt|limbo|disarray|shock|a\s+\w+|no\s+doubt|tatters|crisis|the\s+lurch)|alone|out\b|with\s+(?:no|little|a|an|only|few)\b|guessing|wondering|reeling|divided|weaker|stronger|"
    r"exposed|unable|without\s+(?:a|an|its)\b|scrambling|waiting|hanging|behind|to\s+[a-z]+)"
)
"""Who leaves an alliance in the dark stays in it."""
_LEAVING = re.compile(r"\b(?:left|quit|withdrew|withdrawal|pulled out|walked out|departure|exit)\b")
_JOINING = re.compile(r"\b(?:join\w*|enter\w*|accession|admitted|rejoin\w*)\b")
_OF_LEAVING = re.compile(LETTERS["alliance"])
