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
from foedus.facts import Membership
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
        P("{states} [,] [which|who] <got-in> {alliance} [as {its} [{n}|<nth>|~] <member>]"),
        P("{states} [,] [which|who] <joined> {alliance}"),
        P("{states} <got-in> {alliance} (with|alongside|together with|along with) {states} [(in|on) {date}]"),
        P("{states} [,] [which|who] <became> [a|an|the] [full|new|<nth>|{n}|newest|latest] (<member> of {alliance}|{alliance} [member] (member|members|ally|allies|member state|member states))"),
        P("{states} [,] [which|who] <became> {alliance} 's [<nth>|{n}|newest|latest] <member>"),
        P("{states} [,] [which|who] <be> [a|an] [<such>] (<member> of {alliance}|{alliance} <allied>|in {alliance}|part of {alliance}) since [early|late] {date}"),
        P("{states} , [a|an|both|in|part of] [<such>] (<member> of {alliance}|{alliance} <allied>|{alliance}) since [early|late] {date}"),
        P("{states} [,] [which|who] (has|have) belonged to {alliance} since {date}"),
        P("{states} [,] [which|who] [<be>] [a] (member|members|in) since {date}", member=True),
        P("{states} 's <entry> (to|into|of|in) {alliance} (in|on|of|dates from|took place in|took place on|came in|came on|began in|began on|took effect on|became effective on|dates back to) {date}", noun=True),
        P("{states} 's {alliance} (accession|entry|admission|membership) (in|on|of|dates from|took place in|came in|came on|began in|dates back to) {date}", noun=True),
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
        P("{states} (did not|didn't) (join|enter|become a member of) {alliance} until {date}"),
        P("{states} <became> [a] <member> of both {alliance} and {also=alliance}"),
        P("(and|but) (<got-in>|<joined>) {alliance}", shared=True),
        P("{alliance} <let-in> {states}", object=True, dated=True),
        P("{states} followed (in|on) {date}", followed=True),
        P("{states} joined (in|on) {date}", followed=True),
        P("{states} , having joined (in|on) {date}", followed=True),
        P("{states} (was|is) the (last|latest|most recent|newest|first) (country|state|nation|member|to) [to] join {alliance} [, (in|on) {date}]"),
        P("{states} , the (last|latest|most recent|newest) (country|state|nation|member|to) [to] join {alliance} [(in|on) {date}]"),
        P("(last|latest|most recent|newest) (country|state|nation) to join {alliance} (was|is) {states}"),
        P("{alliance} 's ({n}|<nth>) (member|member state|ally) (is|was|,) {states}"),
        P("(year|summer|spring|month) {date} saw {states} (join|enter|become a member of|become members of) {alliance}"),
        P("saw {states} (join|enter|become members of|become a member of) {alliance} (in|on) {date}"),
        P("{states} [,] [which|who] <joined> {first=alliance} [(in|on) {early=date}] and {alliance} (in|on) {date}"),
        P("{states} (was|were) invited (in|on) {early=date} and <joined> {alliance}"),
        P("{states} (returned to|went back into|rejoined|came back into|re-entered) [the] {alliance} [['s] [integrated] [military] (command|structure|command structure)]", command=True),
        P("{states} (returned to|went back into|rejoined|came back into|re-entered) [the] [integrated] military (command|structure|command structure) [of {alliance}]", command=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        states = tuple(dict.fromkeys(id for slot in slots(match, "states") for id in match.ids(slot)))
        alliance = alliance_of(match)
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
        if match.has("first"):
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


_ROUND = re.compile(r"\s+(?:in|as part of|during|with)\s+(?:the|its|an?)\s[^,.;]*?\b(?:enlargement|expansion|round|wave)\b", re.I)
_ROUND_BEFORE = re.compile(r"\b(?:enlargement|expansion|round|wave)\b[^.;]{0,25},\s*$", re.I)
_ROUND_AT_END = re.compile(r"\b(?:enlargement|expansion|round|wave|lead)\s+(?:of|by|in)\s+(?:the\s+)?$", re.I)
_AMONG_NEWCOMERS = re.compile(rf"{LETTERS['number']}[^,;.]*(?:,\s*(?:including|among them)\s*|[:—,-]\s*)$")


def _fits(match: Match) -> bool:
    """Whether these states are said to have joined the alliance itself, and not in a round that another kind of claim speaks of."""
    fixed, mask = match.phrasing.fixed, match.sentence.mask
    before, after = mask[: match.found.start()], mask[match.found.end() :]
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
        )
    return is_subject(match)


_FUTURE = re.compile(r"\s*(?:would|could|will|might|may|should)\b")
