"""``joined``: states joined an alliance, perhaps on a stated day."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, happened, join_words, reading, spell_date
from foedus.dates import Moment, parse_moment
from foedus.facts import Membership
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, all_of

_ON = "(in|on|since|as of|by|back in|in early|in late|,|only in|in the spring of|in)"


class Joined(Claim):
    """*states* joined *alliance* (on *date*, at the precision written)."""

    kind: ClassVar[str] = "joined"
    states: tuple[str, ...]
    alliance: str
    date: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P("{states} [,] [which|who] [<adverb>] <joined> {alliance} [~] [in|on|back in|as late as|during|only in] {date}"),
        P("{states} [,] [which|who] [<adverb>] <joined> {alliance}"),
        P(f"{{states}} [,] [which|who] <is> [<adverb>] [a|an] [full|proud|loyal] <member> of {{alliance}} since {{date}}"),
        P("{states} [,] [which|who] <is> [<adverb>] [a|an] {alliance} (member|members|ally|allies) since {date}"),
        P("{states} [,] [which|who] <is> [<adverb>] in {alliance} since {date}"),
        P("{states} [,] [which|who] <is> [<adverb>] [a] (member|members) since {date}"),
        P("{states} , [a|an] {alliance} (member|ally|members|allies) since {date}"),
        P("{states} , [a|an] (member|members) (of {alliance}|of the alliance) since {date}"),
        P("{states} 's (accession|entry|admission) (to|into) {alliance} (in|on|of) {date}"),
        P("the accession of {states} to {alliance} (in|on) {date}"),
        P("{alliance} [<adverb>] (admitted|welcomed|took in|accepted|has admitted|has welcomed|absorbed) {states} [~] (in|on) {date}"),
        P("{alliance} [<adverb>] (admitted|has admitted|took in|absorbed|has absorbed) {states}"),
        P("(in|on) {date} [,] {states} [<adverb>] <joined> {alliance}"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        alliance = match.id("alliance")
        if not alliance:
            named = match.antecedent("alliance")
            if named is None:
                return
            alliance = named.id
        states, when = match.ids("states"), match.date()
        if states:
            yield reading(match, cls(states, alliance, when.text if when else ""), Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date) if self.date else None
        return all_of([self._one(record, state, written) for state in self.states])

    def _one(self, record: Record, state: str, written: Moment | None) -> Truth:
        spells = record.of(Membership, state=state, alliance=self.alliance)
        coverage = record.coverage("members", self.alliance)
        accounts = [(spell.since, spell) for spell in spells if spell.disputes or any(other.disputes == spell.since.text for other in spells)]
        others = [(spell.since, spell) for spell in spells if (spell.since, spell) not in accounts]
        if accounts and not others:
            return happened(accounts, written, coverage)
        # A state that joined twice joined on either day; the first spell that fits the words is the one meant.
        fitting = [pair for pair in others if written is None or written.earliest <= pair[0].latest <= written.latest]
        return happened((fitting or others)[:1] if not accounts else accounts, written, coverage)

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        return f"{join_words([names.say(state) for state in self.states])} joined {self.alliance}{when}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if not self.date or len(self.states) != 1 or len(self.date) != 4 or self.date not in words:
            return None
        spells = record.of(Membership, state=self.states[0], alliance=self.alliance)
        right = {spell.since.latest.year for spell in spells if spell.since.latest <= day}
        return words.replace(self.date, str(right.pop())) if len(right) == 1 else None

    def checked_through(self, record: Record) -> date | None:
        return alliances.checked_through(record, self.alliance)
