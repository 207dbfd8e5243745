"""``joined``: states joined an alliance, perhaps on a stated day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, spell_date
from foedus.claims.clauses import (
    COMMANDS,
    alliance_of,
    bounds,
    date_of,
    ends_clause,
    is_modifier,
    is_subject,
    opening_states,
    opens_clause,
    slots,
)
from foedus.dates import Moment, parse_moment
from foedus.facts import Membership, Treaty
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.verdict import Truth, all_of


class Joined(Claim):
    """*states* joined *alliance* (on *date*, at the precision written)."""

    kind: ClassVar[str] = "joined"
    states: tuple[str, ...]
    alliance: str
    date: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P("(newest|latest|youngest|most recent) [{alliance}] <member> , {states} , joined [only] [in|on] {date}", dated=True),
        P("{states=govs} [,] [which|who] [only|first|finally] <got-in> {alliance} [as {its} [{n}|<nth>|~] <member>]"),
        P("{states=govs} [,] [which|who] <joined> {alliance}"),
        P("{states} <got-in> {alliance} [(in|on) {date}] [,] (with|alongside|together with|along with|at the same time as|on the same day as) {states} [(in|on) {date}]"),
        P("{states} , (along with|together with|alongside|as well as) {states} , <got-in> {alliance}"),
        P("{states} <got-in> {alliance} (in|on) {date} and [in|on] {later=date} [,] respectively", paired=True),
        P("{states} [,] [which|who] (gained|secured|attained|achieved|obtained|was granted|were granted) [full] ({alliance} membership|membership (of|in) {alliance})"),
        P("{states} [,] [which|who] (joined|entered|swelled) ({alliance} 's ranks|the ranks of {alliance})"),
        P("{states} [,] [which|who] took (its|their) (place|places|seat|seats) (in|at|inside|within) {alliance} [in|on] {date}"),
        P("{states} [,] [which|who] (acceded to|has acceded to|have acceded to|had acceded to) {treaty}"),
        P("{states} [,] [which|who] <became> the ({n}|<nth>|newest|latest|most recent|last|first ~) (country|nation|state|member|countries|nations|states|members) to (join|enter|accede to) {alliance}"),
        P("{states} (was|were) (brought|welcomed|taken|let) into the (fold|club|ranks) [in|on] {date}", dated=True),
        P("{states} (join|joins|becomes a member of|become members of) {alliance} [as [its|the] [{n}|<nth>|newest] <member>]", headline=True),
        P("{states} (becomes|become) (the {n} <member> of {alliance}|{alliance} 's [{n}|<nth>|newest] <member>|{alliance} <member>)", headline=True),
        P("(last|latest|newest|most recent) to join {alliance} (was|is|were|are) {states} [(in|on) {date}]"),
        P("{states} , which (was|were) (admitted|let in|accepted|taken in|brought in) (in|on) {date}", followed=True),
        P("{n} [more|other|further] [~] [{region}] (countries|states|nations|members|more) have [since] joined [{alliance}] [since] (:|—|, including) {states}", listing=True),
        P("(by|on|with) <getting-in> {alliance} (in|on) {date}", shared=True),
        P("(response|reaction|reply|answer) to {states} 's <entry> (to|into|of|in) {alliance}", object=True),
        P("(response|reaction|reply|answer) to the <entry> of {states} (to|into|in) {alliance}", object=True),
        P("{states} (have|has) (both|all|since|also|now|each) (become <member> of {alliance}|become {alliance} <member>|joined {alliance}|entered {alliance})"),
        P("{n} [~] (countries|states|nations|neighbours|neighbors|more) (—|,|:) {states} (—|,) [have|has] [since] <joined> {alliance}"),
        P("(drove|pushed|propelled|swept|tipped|drew|has driven|has pushed|has brought|have driven|have pushed) {states} into {alliance}", object=True),
        P("{alliance} , which {states=govs} (joined|entered) [(in|on) {date}]"),
        P("it took until {date} for {states=govs} to (join|enter|get into|be admitted to) {alliance}"),
        P("it was not until {date} that {states} <got-in> {alliance}"),
        P("not until {date} did {states} (join|enter|become a member of) {alliance}"),
        P("{states=govs} waited until {date} to (join|enter|become a member of) {alliance}"),
        P("{date} saw {states} (join|enter|become a member of|become members of) {alliance}"),
        P("(led|took|brought|ushered|steered|has led|had led) {states} into {alliance}", object=True),
        P("(led|took|brought|ushered|steered) {states} back (into|to) [the] {alliance} [['s] [integrated] [military] (command|structure|command structure)]", command=True, object=True),
        P("(since|after|before|when) it <joined> {alliance} (in|on) {date} , {states}", participle=True),
        P("(since|after|before|upon|following|with) its <entry> (to|into|of|in) {alliance} (in|on) {date} , {states}", participle=True),
        P("{alliance} ['s (membership|ranks)] (grew|expanded|enlarged) [again|further] (in|on) {date} with the <entry> of {states}", object=True),
        P("{alliance} (has|have) [since|also|then|recently] (admitted|taken in|welcomed|added) {states}", object=True),
        P("{states=govs} [,] [which|who] <became> [a|an|the] [full|new|<nth>|{n}|newest|latest] (<member> of {alliance}|{alliance} [member] (member|members|ally|allies|member state|member states))"),
        P("{states=govs} [,] [which|who] <became> {alliance} 's [<nth>|{n}|newest|latest|most recent|first new|first|next] <member>"),
        P("{states=govs} [,] [which|who] <be> [a|an] [<such>] (<member> of {alliance}|{alliance} <allied>|in {alliance}|part of {alliance}) since [early|late] {date}"),
        P("{states=govs} , [a|an|both|in|part of] [<such>] (<member> of {alliance}|{alliance} <allied>|{alliance}) since [early|late] {date}"),
        P("{states} [,] [which|who] (has|have) belonged to {alliance} since {date}"),
        P("{states} [,] [which|who] [<be>] [a] (member|members|in) since {date}", member=True),
        P("{states=govs} 's <entry> (to|into|of|in) {alliance} (in|on|of|dates from|took place in|took place on|came in|came on|began in|began on|took effect on|became effective on|dates to|dates back to) {date}", noun=True),
        P("{states} 's {alliance} ((accession|entry|admission) (in|on|of|took place in|came in|came on)|membership (dates from|dates to|began in|dates back to)) {date}", noun=True),
        P("{states} 's (accession|admission|arrival) [took effect] (in|on) {date}", noun=True),
        P("{states} 's {date} (accession|entry|admission) (to|into) {alliance}", noun=True),
        P("<entry> of {states} (to|into) {alliance} (in|on) {date}", noun=True),
        P("<entry> of {states} [to|into] [{alliance}] (in|on) {date}", noun=True),
        P("<entry> (in|on) {date} of {states} [to|into] [{alliance}]", noun=True),
        P("{alliance} <let-in> {states} [as {its} [{n}|<nth>|~] (member|members)] [~] (in|on) {date}", object=True),
        P("{alliance} <let-in> {states} as (its|a|the|an) [{n}|<nth>|~] (member|members|ally)", object=True),
        P("{alliance} (admitted|has admitted|took in|absorbed|has absorbed) {states}", object=True),
        P("<getting-in> {alliance} in {date} , {states}", participle=True),
        P("<getting-in> {alliance} on {date} , {states}", participle=True),
        P("{states} , <getting-in> {alliance} (in|on) {date}"),
        P("<joined> {first=alliance} (in|on) {early=date} (,|, and|and|, then) {states} [followed] (in|on) {date}"),
        P("{states=govs} (did not|didn't) (join|enter|become a member of) {alliance} until {date}"),
        P("{states} <became> [a] <member> of both {alliance} and {also=alliance}"),
        P("(and|but) (<got-in>|<joined>) {alliance}", shared=True),
        P("(after|since|before|upon|when) <getting-in> {alliance} [in|on] {date}", shared=True),
        P("(after|since|before|when) (it|they) <joined> {alliance} [in|on] {date}", shared=True),
        P("<joined> [{first=alliance}] (in|on) {early=date} , {x=states} (in|on) {d2=date} [,] (and|,) {states} (in|on) {date}", gapped=True),
        P("<joined> {first=alliance} [in|on] {early=date} [,] (and|,|, and) {states} [followed|followed suit|did so] {date}", gapped=True),
        P("followed [later] by {states} [~] [in|on] {date}", followed=True),
        P("{states} (followed|followed suit|did so|did the same) [in|on] {date}", followed=True),
        P("{states} [all|both|only|also] joined (in|on) {date}", followed=True),
        P("{alliance} <let-in> {states}", object=True, dated=True),
        P("{states} , having joined (in|on) {date}", followed=True),
        P("{states} (was|is) the (last|latest|most recent|newest|first) (country|state|nation|member|to) [to] join {alliance} [, (in|on) {date}]"),
        P("{states} , the (last|latest|most recent|newest) (country|state|nation|member|to) [to] join {alliance} [(in|on) {date}]"),
        P("(first|only|last|latest|newest) ~ [former|ex -] [{x=alliance}|{d=demonym}] [~] (countries|states|nations|members|republics|country|state|nation|republic|member|ones|one) to (join|enter) {alliance} (was|were|is|are) {states} [,] [(in|on) {date}]"),
        P("{states} (was|were|is|are|became) the (first|only|last|latest|newest) [~] [former|ex -] [{x=alliance}|{d=demonym}] [~] (countries|states|nations|members|republics|country|state|nation|republic|member) to (join|enter) {alliance} [,] [(in|on) {date}]"),
        P("(last|latest|most recent|newest|<nth>|{n}) (country|state|nation) to join {alliance} (was|is) {states}"),
        P("{alliance} 's ({n}|<nth>) (member|member state|ally) (is|was|,) {states}"),
        P("(year|summer|spring|month) {date} saw {states} (join|enter|become a member of|become members of) {alliance}"),
        P("saw {states} (join|enter|become members of|become a member of) {alliance} (in|on) {date}"),
        P("{states} [,] [which|who] <joined> {first=alliance} [(in|on) {early=date}] and {alliance} [in|on] {date}"),
        P("{states} (was|were) invited (in|on) {early=date} and <joined> {alliance}"),
        P("{states} (returned to|went back into|rejoined|came back into|re-entered) [the] {alliance} [['s] [integrated] [military] (command|structure|command structure)]", command=True),
        P("{states} (returned to|went back into|rejoined|came back into|re-entered) [the] [integrated] military (command|structure|command structure) [of {alliance}]", command=True),
        P("as did {states}", echo=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        states = tuple(dict.fromkeys(id for slot in slots(match, "states") for id in match.ids(slot)))
        if fixed.get("echo"):
            yield from _as_said(match, states)
            return
        alliance = alliance_of(match)
        if match.has("treaty"):
            alliance = next((treaty.bond for treaty in match.sentence.context.record.of(Treaty, id=match.id("treaty"))), "")
        if fixed.get("command"):
            alliance = (
                alliance
                if alliance in COMMANDS.values()
                else COMMANDS.get(alliance, "")
                if "command" in match.found[0] or "structure" in match.found[0]
                else ""
            )
        if fixed.get("shared"):
            states = opening_states(match)
        if not states or not alliance or not _fits(match):
            return
        moment, start, end = date_of(match)
        if fixed.get("dated") and (moment is None or "welcomed" in match.found[0] or "embraced" in match.found[0]):
            return
        if fixed.get("paired"):
            yield from _paired(match, states, alliance)
            return
        if _TWO_DATES.match(match.sentence.mask[end:]):
            return
        if fixed.get("gapped"):
            start = match.found.start("states")
        elif match.has("first"):
            start = match.found.end("early" if match.has("early") else "first")
        elif fixed.get("followed"):
            start = match.found.start("states")
        first, last = bounds(match, start, end)
        for id in (alliance, match.id("also")) if match.has("also") else (alliance,):
            yield Reading(cls(states, id, moment.text if moment else ""), first, last, Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date) if self.date else None
        return all_of([self._one(record, state, written) for state in self.states])

    def _one(self, record: Record, state: str, written: Moment | None) -> Truth:
        coverage = record.coverage("members", self.alliance)
        entries = [[(account.since, account) for account in accounts] for accounts in alliances.spells(record, state, self.alliance)]
        # A state that joined twice joined on either day; the first spell of which an account fits the words is the one meant.
        fitting = [accounts for accounts in entries if written is None or any(fits(moment, written) for moment, _ in accounts)]
        return happened([(moment, fact) for moment, fact in (fitting or entries or [[]])[0]], written, coverage)

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        alliance = next(
            (f"{whole}'s military command" for whole, command in COMMANDS.items() if command == self.alliance), names.say(self.alliance)
        )
        verb = "returned to" if self.alliance in COMMANDS.values() else "joined"
        return f"{join_words([names.say(state) for state in self.states])} {verb} {alliance}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        if not self.date or len(self.states) != 1 or len(self.date) != 4 or self.date not in words:
            return None
        spells = record.of(Membership, state=self.states[0], alliance=self.alliance)
        right = {spell.since.latest.year for spell in spells if spell.since.latest <= day}
        return words.replace(self.date, str(right.pop())) if len(right) == 1 else None

    def checked_through(self, record: Record) -> datetime.date | None:
        return alliances.checked_through(record, self.alliance)


def _as_said(match: Match, states: tuple[str, ...]) -> Iterator[Reading]:
    """ "Poland joined in 1999, as did Hungary": what was just said of one is said of the other."""
    for said in reversed(match.sentence.context.said):
        if isinstance(said, Joined):
            if said.states != states:
                first, last = bounds(match, *match.found.span())
                yield Reading(said.but(states=states), first, last, Tense.EVENT)
            return


def _paired(match: Match, states: tuple[str, ...], alliance: str) -> Iterator[Reading]:
    """ "Finland and Sweden joined in 2023 and 2024, respectively"."""
    dates = [match.date(slot) for slot in ("date", "later")]
    if len(states) == len(dates):
        first, last = bounds(match, *match.found.span())
        for state, moment in zip(states, dates, strict=True):
            yield Reading(Joined((state,), alliance, moment.text if moment else ""), first, last, Tense.EVENT)


_TWO_DATES = re.compile(rf"(?:\s*,\s*{LETTERS['date']})*\s*,?\s*and\s+(?:in\s+)?{LETTERS['date']}")
_ROUND = re.compile(r"\s+(?:in|as part of|during|with)\s+(?:the|its|an?)\s[^,.;]*?\b(?:enlargement|expansion|round|wave)\b", re.I)
_ROUND_BEFORE = re.compile(r"\b(?:enlargement|expansion|round|wave)\b[^.;]{0,25},\s*$", re.I)
_ROUND_AT_END = re.compile(r"\b(?:enlargement|expansion|round|wave|lead)\s+(?:of|by|in)\s+(?:the\s+)?$", re.I)
_AMONG_NEWCOMERS = re.compile(rf"{LETTERS['number']}[^,;.]*(?:,\s*(?:including|among them)\s*|[:—,-]\s*)$")


def _fits(match: Match) -> bool:
    """Whether these states are said to have joined the alliance itself, and not in a round that another kind of claim speaks of."""
    fixed, mask = match.phrasing.fixed, match.sentence.mask
    before, after = mask[: match.found.start()], mask[match.found.end() :]
    if fixed.get("headline"):
        opening = re.fullmatch(rf"\s*\"?(?:in\s+)?(?:{LETTERS['date']}\s*[,:—-]?\s*)?(?:the\s+)?", before, re.I)
        return bool(opening) and bool(re.match(rf"\s*(?:[.,:]|$|{LETTERS['date']}|on\b)", after)) and not is_modifier(match)
    if re.match(r"\s+(?:action|bid|talks|perspective|status|plan|prospects?|negotiations)\b", after):
        return False
    if fixed.get("listing"):
        return any(getattr(said, "kind", "") in _OF_MEMBERS for said in match.sentence.context.said) or bool(slots(match, "alliance"))
    if _ROUND.match(after) or _ROUND_BEFORE.search(before) or _AMONG_NEWCOMERS.search(before):
        return False
    if match.found[0][-1] == LETTERS["alliance"] and (
        is_modifier(match) or not (fixed.get("noun") or fixed.get("object") or ends_clause(match))
    ):
        return False
    if _ROUND_AT_END.search(before):
        return False
    if fixed.get("object") and re.match(r"\s+to\b", after):
        return False
    if fixed.get("object"):
        return not re.match(r"\s*'", after) and (
            match.found[0][-1] != LETTERS["state"] or bool(re.match(r"\s*(?:[,.;:)]|$|in\b|on\b|as\b|after\b|and\b)", after))
        )
    if fixed.get("noun"):
        return opens_clause(match) and not _FUTURE.match(after)
    if fixed.get("followed"):
        return bool(
            re.search(r"\b(?:join|joined|joining|entered|admitted|acceded|member)\b", before + after)
            or re.match(r",\s*(?:bringing|taking|raising)\b", after)
            or ("joined" in match.found[0] and any(getattr(said, "kind", "") in _OF_MEMBERS for said in match.sentence.context.said))
        )
    return is_subject(match)


_OF_MEMBERS = frozenset(["membership", "member_count", "joined", "founded", "enlargement_round"])
"""Kinds of claim after which "Poland joined in 1999" needs no name of what it joined."""
_FUTURE = re.compile(r"\s*(?:would|could|will|might|may|should)\b")
