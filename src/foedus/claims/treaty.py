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
from foedus.dates import Moment, parse_moment
from foedus.facts import Membership
from foedus.facts import Treaty as TreatyFact
from foedus.language.calendar import Dated
from foedus.language.names import Names
from foedus.language.numbers import restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
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
_PLACE = "(in {place=site}|in the {of=demonym} capital)"
_TYPE = (
    "[mutual defense|mutual defence|mutual-defense|mutual-defence|security|defense|defence|friendship|non-aggression|nonaggression|non - aggression|military|bilateral|comprehensive|strategic|"
    "partnership|strategic partnership|comprehensive strategic partnership|landmark|new|peace|mutual assistance|formal|historic|sweeping|cooperation|alliance]"
)
_TREATY = f"{_TYPE} {_TYPE} {_TYPE} (treaty|pact|agreement|alliance|accord) [of (friendship|mutual assistance|alliance|mutual cooperation and security|friendship and mutual assistance|friendship and cooperation)]"
_TO = "(signed|concluded|sealed|inked|agreed|entered into|put their names to|put their signatures to|set their names to|affixed their signatures to|initialled)"
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
        P(f"{_SIGNERS} [<adverb>] {_TO} {{treaty}} [{_PLACE}] [[on|in] {{date}}] [{_PLACE}]", act=True),
        P(f"{_SIGNERS} [~] (gathered|met|assembled|came together|convened) {_PLACE} [(on|in) {{date}}] to (sign|conclude|put their names to) {{treaty}} [(on|in) {{date}}]", act=True),
        P(f"{{parties=states}} [had|have|has|both] [<adverb>] {_TO} {{treaty}} [{_PLACE}|in ~] [on|in] {{date}} [{_PLACE}]"),
        P(f"{{treaty}} , which {{parties=states}} [and {{k=n}} others] [had|have|has] [<adverb>] {_TO} [{_PLACE}] [[on|in] {{date}}] [{_PLACE}]"),
        *(P(f"{which} {_SIGNED} [{_PLACE}] [[on|in] {{date}}] [{_PLACE}] [,] by {{parties=states}} [(on|in) {{date}}]", act=True) for which in _WHICH[:2]),
        P(f"(signing|signature|conclusion) [ceremony] [{_PLACE}] of [the] {{treaty}} [took place|was held|occurred|happened] [{_PLACE}] [,] [(on|in) {{date}}] [{_PLACE}]", act=True),
        P("signatories (of|to) {treaty} [[on|in] {date}] (included|were|include|are) {parties=states}", act=True),
        *(P(f"{{date}} , when {which} was {_VERB} [{_PLACE}]") for which in _WHICH[:2]),
        # a treaty named by its parties
        P(f"{{parties=states}} [had|have|has|both] [<adverb>] {_TO} [a|an|the|their|its] {_TREATY} [{_PLACE}] [[on|in] {{date}}] [{_PLACE}]", act=True, between=True),
        *(
            P(f"{which} {_SIGNED} [{_PLACE}] [,] [[on|in] {{date}}] [{_PLACE}]", between=True)
            for which in (f"{{a=side}} - {{b=side}} {_TREATY}", f"{_TREATY} between {{parties=states}}")
        ),
        *(
            P(f"{which} {_FORCE} [on|in] {{date}}", between=True)
            for which in (f"{{a=side}} - {{b=side}} {_TREATY}", f"{_TREATY} between {{parties=states}}")
        ),
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
        P("(and|before|but|,) [<adverb>] [it] [only] [<adverb>] (entered into force|came into force|took effect|came into effect|entered into effect|went into effect|entering into force|coming into force|taking effect) [only] [on|in] {date}", anaphor=True),
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
        if match.phrasing.fixed.get("between"):
            states = tuple(dict.fromkeys((*match.ids("parties"), *match.ids("a"), *match.ids("b"))))
            moment = date_of(match)[0]
            treaty = _between(match.sentence.context.record, states, moment, match.found.group()) if moment else ""
        if not treaty or _ended(match) or any(_AMENDING.search(name.name) for name in match.names("treaty")):
            return
        if (
            match.phrasing.fixed.get("pact")
            and not any("Pact" in name.name for name in match.names("alliance"))
            and not re.search(r" (?:treaty|pact)\b", match.found.group())
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
        quantity, written = match.quantity(), _year_told(match, when)
        if written is None:
            return
        start, end = bounds(match, first, last)
        if re.search(_IN_FORCE, match.found.group()):
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
            since = ""
            if then := _THEN_IN_FORCE.match(match.sentence.folded, last):
                moment = match.sentence.moment_at(then.start("date"))
                since = moment.text if moment else ""
                start, end = bounds(match, first, then.end())
            yield reading(match, cls(treaty, written, place, since, parties), Tense.EVENT).but(start=start, end=end)

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
        if self.in_force and not (self.signed or self.place or self.parties):
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
        then = f" and entered into force {spell_date(self.in_force)}" if self.in_force else ""
        return f"{treaty} was signed{place}{by}{when}{then}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        fact = treaties.treaty(record, self.treaty)
        if fact is None:
            return None
        if self.place and self._placed(fact)[0] is REFUTED:
            return words.replace(self.place, fact.place, 1)
        for written, true in ((self.signed, fact.signed), (self.in_force, fact.since)):
            year = written[:4]
            if year and year != str(true.latest.year) and year in words and true.text[4:].startswith(written[4:]):
                return words.replace(year, str(true.latest.year), 1)
        if isinstance(self.parties, int) and (signers := treaties.signers(record, self.treaty)):
            return restated(words, self.parties, len(signers))
        return None

    def checked_through(self, record: Record) -> date | None:
        fact = treaties.treaty(record, self.treaty)
        return (
            alliances.checked_through(record, fact.alliance)
            if fact and fact.alliance and not (self.signed or self.place or self.in_force)
            else None
        )


_IN_FORCE = r"\b(?:force|effect\w*|applied|valid)\b"
_THEN_IN_FORCE = re.compile(
    r"\s*,?\s*(?:and|before|but|,)?\s+(?:it\s+|formally\s+|finally\s+|only\s+)*(?:entered\s+into\s+(?:force|effect)|came\s+into\s+(?:force|effect)|took\s+effect|went\s+into\s+(?:force|effect)|"
    rf"(?:entering|coming)\s+into\s+(?:force|effect)|taking\s+effect)\s+(?:only\s+)?(?:on\s+|in\s+)?(?P<date>{LETTERS['date']})(?!\s+of\s+(?:the\s+same|that))"
)
_SAME_YEAR = re.compile(r"\s*,?\s+(?:later\s+)?(?:of\s+)?(?:the\s+same|that(?:\s+same)?)\s+year\b")


def _year_told(match: Match, when: Moment | None) -> str | None:
    """The written date; "August 24 of the same year" takes its year from the date before, and without one says nothing certain (``None``)."""
    if when is None:
        return ""
    if not _SAME_YEAR.match(match.sentence.mask, match.found.end()):
        return when.text
    dates = [item.what.moment for item in match.sentence.items if isinstance(item.what, Dated) and item.at < match.found.end()]
    before = [moment for moment in dates if moment != when]
    return f"{before[-1].earliest.year:04}{when.text[4:]}" if before else None


_MUTUAL = re.compile(r"\b(?:mutual|defen[cs]e)\b")


def _between(record: Record, states: tuple[str, ...], when: Moment, words: str) -> str:
    """The treaty that is named by its parties alone: the one that they signed then, or the only one of mutual defence that they have."""
    parties = record.once("treaties by their parties", lambda: _by_parties(record))
    facts = parties.get(frozenset(states), ()) if len(states) > 1 else ()
    in_force = re.search(_IN_FORCE, words)
    then = [fact for fact in facts if fits(fact.since if in_force else fact.signed, when)]
    if not then and _MUTUAL.search(words):
        then = [fact for fact in facts if treaties.articles(record, fact.id, "defense")]
    return then[0].id if len(then) == 1 else ""


def _by_parties(record: Record) -> dict[frozenset[str], list[TreatyFact]]:
    """The treaties of two or three states that found no alliance, by those states."""
    found: dict[frozenset[str], list[TreatyFact]] = {}
    for fact in record.of(TreatyFact):
        states = frozenset(spell.state for spell in record.of(Membership, alliance=fact.bond))
        if 1 < len(states) < 4:
            found.setdefault(states, []).append(fact)
    return found


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
