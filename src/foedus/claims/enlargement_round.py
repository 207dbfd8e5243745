"""``enlargement_round``: so many states, or these, joined an alliance in one round."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, spell_date
from foedus.claims.clauses import alliance_of, bounds, date_of, ends_clause, is_modifier, is_subject
from foedus.dates import Moment, parse_moment
from foedus.fact import Fact
from foedus.language.names import Names
from foedus.language.numbers import restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Count, Truth, all_of, count

# A number of "Baltic" or "formerly communist" newcomers is not the number of all newcomers: such words make no claim.
_NEW = "[another|more|new|other|additional|further|European|new European|full|{area=region}]"
_NATIONS = f"({_NEW} (countries|nations|states|members|member states|newcomers|governments|allies)|more|others)"
_LISTED = "(, [including|among them]|:|—|-|-|,) {states}"
_WHO = f"({{n}} {_NEW} (countries|nations|states|members|member states|newcomers|governments|allies) [{_LISTED}]|{{n}} more [{_LISTED}]|{{states}})"
_ROUND = "[[{q=quote}|big bang|biggest|largest|first|second|third|great|eastern|eastward|next|single] [post-Cold War|ever|single|eastern] <round>]"
_DESCRIBED = (
    "[~] [former|formerly|ex -|post -] [{x=alliance}|{d=demonym}] [~] [{area=region}] [and {area2=region}] "
    "(countries|nations|states|members|member states|newcomers|republics|satellites|allies)"
)
"""Newcomers of a kind: their number is that of all newcomers only where all were of it."""
_OF_DATE = "(of|in|on|, in|, on|, that of|that of)"
_ONE_OF = "({one=n} of|one of|among) [the] {n}"


class EnlargementRound(Claim):
    """In the round of *date*, *n* states (*states* among them) joined *alliance*."""

    kind: ClassVar[str] = "enlargement_round"
    alliance: str
    date: str
    states: tuple[str, ...] = ()
    n: int | None = None

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"(largest|biggest|latest|last|first|second|third) <round> (was|came|took place) [back] (in|on) {{date}} , when {_WHO} <joined>"),
        P(f"<round> [of {{alliance}}] [after ~|since ~] (took place|came|was|occurred|happened|followed) [back] (in|on) {{date}} , when {_WHO} (<got-in>|<joined>|were admitted|was admitted|were let in|entered|came in|acceded) [{{alliance}}]"),
        P(f"(largest|biggest|latest|last|first|second|third) [~] (occurring|taking place|coming|occurred) (in|on) {{date}} , when {_WHO} <joined> [{{alliance}}]"),
        P(f"{{date}} : {{n}} {_DESCRIBED} [{_LISTED} [,|—|-]] (join|enter|become <member> of) {{alliance}}", described=True),
        P(f"<round> [of {{alliance}}] [after ~|since ~] , [in|that of|of] {{date}} , <brought-in> {_WHO}"),
        P(f"in [the|its|{{alliance}} 's] [~] <round> [of {{alliance}}] , [in|on] {{date}} , {{alliance}} <let-in> {_WHO}"),
        P("{states} joined (in|on) {date} (in|as part of|during) {alliance} 's [~] <round>"),
        P(f"{{alliance}} <round> (of|in) {{date}} <brought-in> {_WHO}"),
        P("{states} (joined|entered|came in) (in|with|during) {alliance} 's {date} [~] <round>"),
        P(f"{_WHO} [,] (were admitted|was admitted|joined|were taken in|entered|came in|acceded) (in|during|as part of|with) (the|its|{{alliance}} 's) {{date}} [~] <round> [of {{alliance}}]"),
        P(f"{{n}} {_DESCRIBED} [{_LISTED} [,|—|-]] (<got-in>|<joined>|<became> <member> of) {{alliance}} ['s (fold|ranks)]", described=True),
        P(f"{{n}} {_DESCRIBED} <joined> {{alliance}} [(in|on) {{date}}] (:|—|-|, including|, among them) {{states}}", described=True),
        P(f"{{alliance}} ['s (membership|ranks)|membership] (grew|jumped|expanded|swelled|rose|was enlarged|was expanded) [(in|on) {{date}}] (with|by|through) the (addition|accession|entry|admission) of {_WHO}"),
        P("{alliance} ['s membership] (expanded|grew|enlarged|jumped|swelled|was enlarged|was expanded) [(in|on) {date}] from {old=n} [<member>] to {new=n} [<member>]", difference=True),
        P(f"{{date}} (brought|saw) {{n}} {_NATIONS} (join|joining|enter|entering|come into|into) {{alliance}}", count=True),
        P(f"among the {{n}} [{_NATIONS}] (admitted to|that joined|who joined|which joined|to join|taken into|let into) {{alliance}} [(in|on) {{date}}] (were|was) {{states}}"),
        P("{states} (was|were) (one of|among) [the] {n} to (join|enter) {alliance}"),
        P("{n} were (admitted to|taken into|let into|brought into) {alliance}", count=True),
        P(f"(newcomers|entrants|joiners|intake|class) of {{date}} (were|was|included|comprised|consisted of) {_WHO}"),
        P(f"when {{alliance}} (enlarged|expanded|grew) (in|on) {{date}} [,] (it <let-in> {_WHO}|{_WHO} (<joined>|came in))"),
        P(f"{{alliance}} 's {{date}} intake (was|included|comprised|consisted of|brought in) {_WHO}"),
        P("another {n} (countries|nations|states|members) (<got-in>|<joined>) {alliance}", count=True),
        P(f"{{n}} {_NATIONS} [that|which|who] (<got-in>|<joined>) {{alliance}} [at once|together|simultaneously|in one go|all at once] [in its {_ROUND}]", count=True),
        P(f"{{n}} {_NATIONS} [that|which] <became> (<member> of {{alliance}}|{{alliance}} <member>)", count=True),
        P(f"{{n}} {_NATIONS} {_LISTED} [,|—|-] (<got-in>|<joined>) {{alliance}}", count=True),
        P(f"{{n}} {_NATIONS} (<got-in>|<joined>) {{alliance}} [(in|on) {{date}}] (:|—|-|, including|, among them) {{states}}", count=True),
        P(f"{{states}} [,] [which|who] [<be>|<past-be>] [,] {_ONE_OF} {_NATIONS} [that|which|to] (<got-in>|<joined>|join|enter|admitted to|taken into) {{alliance}}", count=True),
        P("{n} [new|more|other] (countries|nations|states|members) <joined> {alliance} in [the|its] [~] [{q=quote}] [~] <round> (of|in) {date}", count=True),
        P(f"{{states}} (<got-in>|<joined>) {{alliance}} (in|as part of|during|with) [the|its] [~] [{{q=quote}}] [~] <round> [of [{{alliance}}] <round>] {_OF_DATE} {{date}}"),
        P("{states} (<got-in>|<joined>) {alliance} (in|as part of|during|with) (the|its) {date} [{q=quote}] [~] <round>"),
        P(f"{{states}} joined in {{alliance}} 's [~] <round> {_OF_DATE} {{date}}"),
        P("{n} [new|more|other] (countries|nations|states|members) <joined> {alliance} in (the|its) {date} [{q=quote}] [~] <round>", count=True),
        P(f"in (the|{{alliance}} 's) [~] [post-Cold War] <round> [of [~] [{{alliance}}] <round>] {_OF_DATE} {{date}} [,] (<got-in>|<joined>|{_WHO} (<got-in>|<joined>)) {{alliance}}"),
        P(f"in (the|its) {{date}} [{{alliance}}] <round> [,] {_WHO} (<got-in>|<joined>) {{alliance}}"),
        P(f"in (the|its) {{date}} [{{alliance}}] <round> [,] {{alliance}} <let-in> {_WHO}"),
        P(f"{{alliance}} 's {{date}} [~] [{{q=quote}}] <round> [, [~] [~] ,|,] [which|that] <brought-in> {_WHO}"),
        P(f"{{alliance}} 's [~] [{{q=quote}}] <round> {_OF_DATE} {{date}} [,] [which] <brought-in> {_WHO}"),
        P(f"(the|a|its) {{date}} [{{alliance}}] [~] <round> [of] [{{alliance}}] [<round>] <brought-in> {_WHO}"),
        P(f"(the|a|its) [{{alliance}}] [~] [post-Cold War] <round> [of {{alliance}}] {_OF_DATE} {{date}} [,] [which] <brought-in> {_WHO}"),
        P(f"(the|a|its) [~] [post-Cold War] <round> , {{date}} , <brought-in> {_WHO}"),
        P(f"[the] (enlargement|expansion) of {{alliance}} {_OF_DATE} {{date}} [,] <brought-in> {_WHO}"),
        P(f"(the|its|{{alliance}} 's) {{date}} [~] <round> [of {{alliance}}] (was|remains|is) [~] (largest|biggest) [~] [,] with {_WHO}"),
        P(f"with {{n}} {_NATIONS} , {{alliance}} 's {{date}} <round> (was|remains|is)", count=True),
        P(f"(accession|entry|admission) of {{n}} {_NATIONS} (in|on) {{date}} (was|is|remains) {{alliance}} 's [~] <round>", count=True),
        P(f"{{alliance}} (<let-in>|opened its doors to) {{n}} {_NATIONS}", count=True),
        P(f"{{alliance}} ['s ranks|'s membership] (expanded|enlarged|grew) [(in|on) {{date}}] by {{n}} ({_NATIONS}|in {{date}})", count=True),
        P(f"{{alliance}} (expanded|enlarged|grew) [again|eastward|further|once more] [(in|on) {{date}}] [again|eastward|further] [,] (to include|to take in|by admitting|by taking in|by adding|to admit|adding|welcoming|absorbing|bringing in|to bring in|by bringing in|by absorbing|by welcoming|to add|to welcome|"
          f"with the accession of|with|taking in|admitting) {_WHO}"),
        P(f"{{alliance}} (underwent|saw|carried out|completed) [its] [~] <round> [(in|on) {{date}}] [,] (admitting|taking in|adding|bringing in|when it <let-in>|with) {_WHO}"),
        P(f"({{alliance}} 's (largest|biggest) [ever|single] <round> [ever]|the (largest|biggest) [single] <round> of {{alliance}}) (was|came|took place) [~] (in|on) {{date}} , when {{n}} {_NATIONS} <joined>",
          count=True),
        P(f"(largest|biggest|first|second|third) <round> [of {{alliance}}] (was|came|took place) (in|on) {{date}} , when {{n}} {_NATIONS} (<got-in>|<joined>) {{alliance}}", count=True),
        P(f"{{alliance}} 's [~] <round> (was|came|took place) (in|on) {{date}} , when it <let-in> {_WHO}"),
        P(f"with (the|its) {{date}} <round> , {{alliance}} <let-in> {_WHO}"),
        P(f"{{alliance}} opened its doors to {_WHO}"),
        P(f"{{states}} <be> {_ONE_OF} {_NATIONS} of {{alliance}} 's {{date}} [~] <round>", count=True),
        P(f"in [the|its] {{q=quote}} of {{date}} , {{n}} {_NATIONS} <joined> {{alliance}}", count=True),
        P(f"the {{date}} <round> , when {_WHO} <joined> [{{alliance}}]"),
        P(f"{_WHO} (were part of|was part of|formed|made up) [the|{{alliance}} 's] <round> {_OF_DATE} {{date}}"),
        P(f"{_WHO} (were|was) part of [the|{{alliance}} 's] {{date}} [{{alliance}}] <round>"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        alliance = alliance_of(match)
        moment, start, end = date_of(match)
        if not alliance or moment is None or not _fits(match):
            return
        names = [slot for slot in match.found.re.groupindex if match.has(slot)]
        n = _difference(match) if match.phrasing.fixed.get("difference") else None
        for slot in names:
            quantity = match.quantity(slot) if slot in ("n", "n_2", "n_3", "n_4", "n_5") else None
            if quantity is not None:
                if (
                    quantity.hedge != "="
                    or quantity.unit
                    or quantity.ordinal
                    or not float(quantity.value).is_integer()
                    or _of_others(match, slot)
                ):
                    return
                n = int(quantity.value)
        states = tuple(dict.fromkeys(id for slot in names if slot.startswith("states") for id in match.ids(slot)))
        if match.phrasing.fixed.get("described"):
            everyone = tuple(state for state, _ in _joiners(match.sentence.context.record, alliance, moment))
            if n != len(everyone):
                return
            states = everyone
        if (n is None and not states) or (match.sentence.mask[match.found.start() :].lstrip()[:1] >= "\ue000" and not is_subject(match)):
            return
        first, last = bounds(match, start, end)
        yield Reading(cls(alliance, moment.text, states, n), first, last, Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date)
        treaty = alliances.treaty_of(record, self.alliance)
        if treaty is None or written.latest < treaty.since.earliest:
            return Timeline.constant(NOT_ENOUGH_INFO)
        joined = _joiners(record, self.alliance, written)
        coverage = record.coverage("members", self.alliance)
        parts = [self._one(record, state, dict(joined)) for state in self.states]
        if self.n is not None:
            base = (coverage,) if coverage else ()
            total = (
                count([truth for _, truth in joined], base)
                if joined
                else Timeline.constant(Count(0, 0) if coverage else Count(0, 250, NOT_ENOUGH_INFO), base)
            )
            parts.append(total.map(lambda found: found.compare(lambda true: true == self.n)))
        return all_of(parts)

    def _one(self, record: Record, state: str, joined: dict[str, Truth]) -> Truth:
        if state in joined:
            return joined[state]
        # Who did not join in this round either joined in another, which is the evidence, or is on no list at all.
        coverage = record.coverage("members", self.alliance)
        facts: tuple[Fact, ...] = tuple(group[0] for group in alliances.spells(record, state, self.alliance)) or (
            (coverage,) if coverage else ()
        )
        return Timeline.constant(REFUTED if facts else NOT_ENOUGH_INFO, facts)

    def wording(self, names: Names) -> str:
        who = [f"{self.n} countries"] if self.n is not None else []
        if self.states:
            who.append(join_words([names.say(state) for state in self.states]))
        return f"{names.say(self.alliance)}'s enlargement {_round_date(self.date)} included {', including '.join(who)}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        joined = [state for state, truth in _joiners(record, self.alliance, parse_moment(self.date)) if truth.at(day) is SUPPORTED]
        if self.n is None or not joined or not set(self.states) <= set(joined):
            return None
        return restated(words, self.n, len(joined))

    def checked_through(self, record: Record) -> datetime.date | None:
        return alliances.checked_through(record, self.alliance)


def _round_date(text: str) -> str:
    return spell_date(text).replace("in ", "of ", 1) if len(text) == 4 else spell_date(text)


def _joiners(record: Record, alliance: str, period: Moment) -> list[tuple[str, Truth]]:
    """The states that became members within *period*, after the alliance began, each with the truth of "it has joined" day by day."""

    def build() -> list[tuple[str, Truth]]:
        coverage = record.coverage("members", alliance)
        found = []
        for state in alliances.ever_members(record, alliance):
            for group in alliances.spells(record, state, alliance):
                if any(fits(fact.since, period) for fact in group):
                    found.append((state, happened([(fact.since, fact) for fact in group], period, coverage)))
        return found

    return record.once(("joiners", alliance, period), build)


def _difference(match: Match) -> int | None:
    """How many came when an alliance grew "from 15 to 25 members"."""
    old, new = match.quantity("old"), match.quantity("new")
    if old is None or new is None or old.hedge != "=" or new.hedge != "=" or old.unit or new.unit or new.value <= old.value:
        return None
    return int(new.value - old.value)


def _of_others(match: Match, slot: str) -> bool:
    """Whether the number is only a part of the newcomers: "Estonia and six other countries joined"."""
    return bool(re.search(r"\band\s*$", match.sentence.mask[: match.found.start(slot)]))


def _fits(match: Match) -> bool:
    """Whether the words speak of the alliance itself, and not of something that bears its name."""
    if match.found[0].rstrip()[-1] == LETTERS["alliance"]:
        return not is_modifier(match) and (
            ends_clause(match) or bool(re.match(r"\s+(?:were|was)\b", match.sentence.mask[match.found.end() :]))
        )
    return not re.match(r"\s?'|-", match.sentence.mask[match.found.end() :])
