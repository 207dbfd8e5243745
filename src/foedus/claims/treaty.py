"""``treaty``: when and where a treaty was signed, by whom, and when it entered into force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus import treaty as treaties
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, reading, spell_date
from foedus.claims.clauses import bounds, date_of
from foedus.dates import parse_moment
from foedus.facts import Treaty as TreatyFact
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, Verdict, all_of

_WHICH = (
    "{treaty}", "{alliance} 's [founding] (treaty|charter|treaty of 1949)", "[the] (treaty|pact|agreement) (behind|establishing|creating|that created|that founded|founding|that established|on which rests) [~] {alliance}",
)  # fmt: skip
_PACT = "{alliance} [treaty|pact] (, signed|, which was signed|was signed|had been signed|, concluded|was concluded)"
_VERB = "(signed|concluded|agreed|sealed|initialled|put to signature|opened for signature|inked|adopted)"
_SIGNED = f"[,] [which|that] [<adverb>] [was|were|had been|has been] {_VERB}"
_BY = "by [its] [the] [original] {n} [original|founding|member|founding member|European and North American|Western|European] (countries|nations|states|members|governments|parties|signatories|republics|foreign ministers)"
_FORCE = (
    "[,] [which|that] [<adverb>] (entered into force|came into force|took effect|came into effect|entered into effect|went into effect|went into force|has been in force since|has been in effect since|in force since|"
    "became effective|has applied since|in effect since|entering into force|has been valid since)"
)
_NATIONS = "(countries|nations|states|governments|members|foreign ministers|republics|allies)"
_SIGNERS = "{n} [original|founding|Western|European|former] [{k=demonym}] (countries|nations|states|governments|members|foreign ministers|republics|allies)"


class Treaty(Claim):
    """*treaty* was *signed* on a day, in a *place*, by *parties* (states, or how many), or entered into force on *in_force*; with none of these, it is in force."""

    kind: ClassVar[str] = "treaty"
    treaty: str
    signed: str = ""
    place: str = ""
    in_force: str = ""
    parties: tuple[str, ...] | int = ()

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        *(P(f"{which} {_SIGNED} [~] (in {{place=site}}|in the {{of=demonym}} capital) [, D.C.|, DC] [,] [on|in|,] {{date}}") for which in _WHICH),
        *(P(f"{which} {_SIGNED} (on|in) {{date}} [,] (in {{place=site}}|in the {{of=demonym}} capital)") for which in _WHICH),
        *(P(f"{which} {_SIGNED} [in ~] (on|in) {{date}}") for which in _WHICH),
        *(P(f"{which} {_SIGNED} (in {{place=site}}|in the {{of=demonym}} capital) {_BY} [(on|in) {{date}}]") for which in _WHICH[:2]),
        *(P(f"{which} {_SIGNED} [(on|in) {{date}}] {_BY} [(in {{place=site}}|in the {{of=demonym}} capital)] [(on|in) {{date}}] [(in {{place=site}}|in the {{of=demonym}} capital)]") for which in _WHICH[:2]),
        *(P(f"{which} [,] [which] (was|were|had been|has been|, {_VERB}) [{_VERB}] (in {{place=site}}|in the {{of=demonym}} capital)") for which in _WHICH[:2]),
        *(P(f"{which} {_SIGNED} by {{parties=states}} [(in {{place=site}}|in the {{of=demonym}} capital)] [(on|in) {{date}}]") for which in _WHICH[:2]),
        P(f"{_PACT} (in {{place=site}}|in the {{of=demonym}} capital) [on|in|,] {{date}}", pact=True),
        P(f"{_PACT} (on|in) {{date}} [(in {{place=site}}|in the {{of=demonym}} capital)]", pact=True),
        P("{parties=states} (signed|concluded|sealed|had signed) {alliance} [treaty|pact] [(in {place=site}|in the {of=demonym} capital)] [on|in] {date} [(in {place=site}|in the {of=demonym} capital)]", pact=True),
        P("{parties=states} and {k=n} [{k2=region}|other] [~] (signed|concluded|sealed|had signed) ({treaty}|{alliance} [treaty|pact]) [(in {place=site}|in the {of=demonym} capital)] [on|in] {date} [(in {place=site}|in the {of=demonym} capital)]", pact=True),
        # what a treaty was signed by, with the date in front or behind
        P(f"{_SIGNERS} [had|have|has|met in {{town=place}} and] [<adverb>] {_VERB} {{treaty}} [(in {{place=site}}|in the {{of=demonym}} capital)] [[on|in] {{date}}] [(in {{place=site}}|in the {{of=demonym}} capital)]", act=True),
        P("{parties=states} [had|have|has] [<adverb>] (signed|concluded) {treaty} [(in {place=site}|in the {of=demonym} capital)] [[on|in] {date}] [(in {place=site}|in the {of=demonym} capital)]", act=True),
        P("{parties=states} (was|were|is|are) [<adverb>] (among|one of|{k=n} of) [the] [original|first] [{k2=n}] (signatories|signers|parties) (of|to) {treaty} [(in {place=site}|in the {of=demonym} capital)] [[on|in] {date}]", act=True),
        P(f"(signed|concluded|sealed) [(in {{place=site}}|in the {{of=demonym}} capital)] [[on|in] {{date}}] [(in {{place=site}}|in the {{of=demonym}} capital)] {_BY} , {{treaty}}"),
        P("(signed|concluded|sealed) [(in {place=site}|in the {of=demonym} capital)] [,] [on|in] {date} [(in {place=site}|in the {of=demonym} capital)] , {treaty}"),
        P("(signed|concluded) (in {place=site}|in the {of=demonym} capital) (on|in) {date} [,] {treaty}"),
        *(P(f"(on|in) {{date}} [,] {which} (was|were|had been) {_VERB} [(in {{place=site}}|in the {{of=demonym}} capital)]") for which in _WHICH),
        P("(signing|signature|conclusion) [(in {place=site}|in the {of=demonym} capital)] of [the] {treaty} [took place|(in {place=site}|in the {of=demonym} capital)] [(in {place=site}|in the {of=demonym} capital)] [,] (on|in) {date}", act=True),
        P("(signing|signature) [(in {place=site}|in the {of=demonym} capital)] of [the] {treaty} [took place] [(in {place=site}|in the {of=demonym} capital)]", act=True),
        P("{alliance} (was|were) (established|founded|created|set up|formed|born) (by|with|through|under) a (treaty|pact) (signed|concluded) [(in {place=site}|in the {of=demonym} capital)] [on|in] {date}"),
        P("{place=site} was the (scene|site|venue) of the (signing|signature|conclusion) of {treaty} [on|in] [{date}]"),
        P("{treaty} [,] (dates from|dates back to|dating from|dating back to|goes back to|of|was born in|from) {date}"),
        P("the {date} {treaty}"),
        # force
        *(P(f"{which} {_FORCE} [on|in] {{date}}") for which in _WHICH),
        *(P(f"(on|in) {{date}} [,] {which} {_FORCE}") for which in _WHICH),
        P(f"the treaty [which] {_FORCE} [on|in] {{date}}", anaphor=True),
        P(f"the treaty (was|had been) {_VERB} [(in {{place=site}}|in the {{of=demonym}} capital)] (on|in) {{date}} [in {{place=site}}]", anaphor=True),
        P("(entry|coming) into force of {treaty} [,] (on|in) {date}"),
        *(P(f"{which} (is|remains) [<adverb>] [legally] in (force|effect)", standing=True) for which in _WHICH[:2]),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        treaty = match.id("treaty")
        if match.phrasing.fixed.get("anaphor"):
            named = match.antecedent("treaty")
            treaty = named.id if named else ""
            if not treaty:
                return
        if not treaty:
            treaty = match.sentence.context.names.treaty_of.get(match.id("alliance"), "")
        if not treaty or _ended(match) or any(_AMENDING.search(name.name) for name in match.names("treaty")):
            return
        if (
            match.phrasing.fixed.get("pact")
            and not any("Pact" in name.name for name in match.names("alliance"))
            and " treaty" not in match.found.group()
        ):
            return
        if match.phrasing.fixed.get("standing"):
            yield reading(match, cls(treaty), Tense.PRESENT)
            return
        place = ""
        for slot in ("place", "place_2", "place_3"):
            for name in match.names(slot):
                if name.use != "capital" and name.type != "place" and name.id != "brussels":
                    return
                place = match.text(slot).removesuffix(", D.C.").removesuffix(", DC")
        for state in match.ids("of"):
            place = _capital(match, state)
        when, first, last = date_of(match) if match.phrasing.fixed.get("act") else (match.date(), *match.found.span())
        quantity, written = match.quantity(), when.text if when else ""
        start, end = bounds(match, first, last)
        if re.search(r"\b(?:force|effect\w*|applied|valid)\b", match.found.group()):
            yield reading(match, cls(treaty, in_force=written), Tense.EVENT)
            return
        if (
            written
            and not place
            and re.search(r"\b(?:concluded|sealed)\b", match.found.group())
            and _came_into_force_then(match, treaty, written)
        ):
            yield reading(match, cls(treaty, in_force=written), Tense.EVENT)
            return
        if match.has("n") and (quantity is None or quantity.unit or quantity.ordinal or quantity.hedge != "="):
            return
        parties: tuple[str, ...] | int = int(quantity.value) if quantity is not None else match.ids("parties")
        if written or place or parties:
            yield reading(match, cls(treaty, written, place, parties=parties), Tense.EVENT).but(start=start, end=end)

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
        by = (
            f" by {self.parties} states"
            if isinstance(self.parties, int)
            else f" by {join_words([names.say(id) for id in self.parties])}"
            if self.parties
            else ""
        )
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
        return (
            alliances.checked_through(record, fact.alliance)
            if fact and fact.alliance and not (self.signed or self.place or self.in_force)
            else None
        )


def _came_into_force_then(match: Match, treaty: str, written: str) -> bool:
    """Whether a treaty that was "concluded" in a year was signed in an earlier one, and entered into force in that."""
    fact = treaties.treaty(match.sentence.context.record, treaty)
    when = parse_moment(written)
    return fact is not None and not fits(fact.signed, when) and fits(fact.since, when)


def _capital(match: Match, state: str) -> str:
    """The name of a state's capital, for "in the Polish capital"."""
    table = match.sentence.context.names.table
    return next((text for text, meanings in table.items() if meanings[0].use == "capital" and meanings[0].id == state), "")


_AMENDING = re.compile(r"Lisbon|[Cc]harter")
"""Names under which the record files a treaty, but that are those of a later instrument with dates of its own."""


def _ended(match: Match) -> bool:
    """Whether what was signed on the day is a protocol to the treaty or an accession to it, not the treaty."""
    before = match.sentence.mask[: match.found.start("treaty") if match.has("treaty") else match.found.start()].rstrip().lower()
    return before.endswith(
        (
            "protocol to",
            "protocol to the",
            "accession to",
            "accession to the",
            "amendment to the",
            "amendments to the",
            "protocols to the",
            "law under the",
            "under the",
            "party to the",
        )
    )
