"""``treaty``: when and where a treaty was signed, by whom, and when it entered into force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus import treaty as treaties
from foedus.claims.claim import Claim, Reading, Tense, happened, join_words, reading, spell_date
from foedus.dates import parse_moment
from foedus.facts import Treaty as TreatyFact
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict, all_of

_WHICH = (
    "{treaty}", "{alliance} 's [founding] (treaty|charter|treaty of 1949)", "[the] (treaty|pact) (behind|establishing|creating|that created|that founded|founding) [~] {alliance}",
)  # fmt: skip
_PACT = "{alliance} [treaty|pact] (, signed|, which was signed|was signed|had been signed)"
_SIGNED = "[,] [which] [<adverb>] (was signed|were signed|signed|had been signed|was concluded|concluded)"
_BY = "by [its] [the] [original] {n} [original|founding|member|founding member|European and North American|Western] (countries|nations|states|members|governments|parties|signatories|republics)"
_FORCE = "[,] [which] [<adverb>] (entered into force|came into force|took effect|came into effect|entered into effect|went into effect|went into force|has been in force since|has been in effect since|in force since)"


class Treaty(Claim):
    """*treaty* was *signed* on a day, in a *place*, by *parties* (states, or how many), or entered into force on *in_force*; with none of these, it is in force."""

    kind: ClassVar[str] = "treaty"
    treaty: str
    signed: str = ""
    place: str = ""
    in_force: str = ""
    parties: tuple[str, ...] | int = ()

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        *(P(f"{which} {_SIGNED} in {{place}} [on|in|,] {{date}}") for which in _WHICH),
        *(P(f"{which} {_SIGNED} (on|in) {{date}} [,] in {{place}}") for which in _WHICH),
        *(P(f"{which} {_SIGNED} [in ~] (on|in) {{date}}") for which in _WHICH),
        *(P(f"{which} {_SIGNED} in {{place}} {_BY} [(on|in) {{date}}]") for which in _WHICH[:2]),
        *(P(f"{which} {_SIGNED} {_BY} [(on|in) {{date}}]") for which in _WHICH[:2]),
        *(P(f"{which} {_SIGNED} in {{place}}") for which in _WHICH[:2]),
        *(P(f"{which} {_SIGNED} by {{parties=states}} [(on|in) {{date}}]") for which in _WHICH[:2]),
        P(f"{_PACT} in {{place}} [on|in|,] {{date}}", pact=True),
        P(f"{_PACT} (on|in) {{date}} [in {{place}}]", pact=True),
        *(P(f"{which} {_FORCE} [on|in] {{date}}") for which in _WHICH),
        *(P(f"signed in {{place}} (on|in) {{date}} [,] {which}") for which in ("the {treaty}",)),
        P("(signing|signature) of [the] {treaty} [in {place}] [,] (on|in) {date}"),
        P("{treaty} of {date}"),
        P("the {date} {treaty}"),
        *(P(f"(on|in) {{date}} [,] {{parties=states}} signed {which}") for which in _WHICH[:1]),
        *(P(f"{which} (is|remains) [<adverb>] in (force|effect)", standing=True) for which in _WHICH[:2]),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        treaty = match.id("treaty")
        if not treaty:
            treaty = match.sentence.context.names.treaty_of.get(match.id("alliance"), "")
        if not treaty or _ended(match) or any(_AMENDING.search(name.name) for name in match.names("treaty")):
            return
        if match.phrasing.fixed.get("pact") and not any("Pact" in name.name for name in match.names("alliance")) and " treaty" not in match.found.group():
            return
        if match.phrasing.fixed.get("standing"):
            yield reading(match, cls(treaty), Tense.PRESENT)
            return
        place = ""
        for name in match.names("place"):
            if name.use != "capital" and name.type != "place":
                return
            place = match.text("place")
        when, quantity = match.date(), match.quantity()
        written = when.text if when else ""
        if " force" in match.found.group() or " effect" in match.found.group():
            yield reading(match, cls(treaty, in_force=written), Tense.EVENT)
            return
        if match.has("n") and (quantity is None or quantity.unit or quantity.ordinal or quantity.hedge != "="):
            return
        parties: tuple[str, ...] | int = int(quantity.value) if quantity is not None else match.ids("parties")
        yield reading(match, cls(treaty, written, place, parties=parties), Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        fact = treaties.treaty(record, self.treaty)
        if fact is None:
            return Timeline.constant(NOT_ENOUGH_INFO)
        parts = []
        if self.signed or self.place:
            parts.append(happened([(fact.signed, fact)], parse_moment(self.signed) if self.signed else None, fact))
        if self.place:
            parts.append(Timeline.constant(*self._placed(fact)))
        if self.in_force:
            parts.append(happened([(fact.since, fact)], parse_moment(self.in_force), fact))
        if self.parties != ():
            parts.append(treaties.signed_by(record, self.treaty, self.parties))
        return all_of(parts) if parts else treaties.in_force(record, self.treaty)

    def _placed(self, fact: TreatyFact) -> tuple[Verdict, tuple[TreatyFact, ...]]:
        if not fact.place:
            return NOT_ENOUGH_INFO, ()
        given, true = (place.replace(".", "").split(",")[0].removesuffix(" DC").strip() for place in (self.place, fact.place))
        return (SUPPORTED if given == true else REFUTED), (fact,)

    def wording(self, names: Names) -> str:
        treaty = f"the {names.say(self.treaty)}"
        if self.in_force:
            return f"{treaty} entered into force {spell_date(self.in_force)}"
        if not (self.signed or self.place or self.parties):
            return f"{treaty} is in force"
        by = f" by {self.parties} states" if isinstance(self.parties, int) else f" by {join_words([names.say(id) for id in self.parties])}" if self.parties else ""
        place = f" in {self.place}" if self.place else ""
        when = f" {spell_date(self.signed)}" if self.signed else ""
        return f"{treaty} was signed{place}{by}{when}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        fact = treaties.treaty(record, self.treaty)
        if fact is None:
            return None
        if self.place and self._placed(fact)[0] is REFUTED:
            return words.replace(self.place, fact.place, 1)
        for written, true in ((self.signed, fact.signed), (self.in_force, fact.since)):
            year = written[:4]
            if year and year != str(true.latest.year) and len(written) == 4 and year in words:
                return words.replace(year, str(true.latest.year), 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        fact = treaties.treaty(record, self.treaty)
        return alliances.checked_through(record, fact.alliance) if fact and fact.alliance and not (self.signed or self.place or self.in_force) else None


_AMENDING = re.compile(r"Lisbon|[Cc]harter")
"""Names under which the record files a treaty, but that are those of a later instrument with dates of its own."""


def _ended(match: Match) -> bool:
    """Whether what was signed on the day is a protocol to the treaty or an accession to it, not the treaty."""
    before = match.sentence.mask[: match.found.start()].rstrip().lower()
    return before.endswith(("protocol to", "protocol to the", "accession to", "accession to the", "amendment to the", "amendments to the", "protocols to the", "under the", "party to the"))
