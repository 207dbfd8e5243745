"""``treaty``: when and where a treaty was signed, by whom, and when it entered into force."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus import treaty as treaties
from foedus.claims import pacts, signing
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, reading, spell_date
from foedus.claims.clauses import bounds, date_of
from foedus.dates import Moment, parse_moment
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
_L = LETTERS
_NAMED = frozenset([_L["treaty"], _L["alliance"]])
_AGAIN = frozenset(["it"])
_UNNAMED = frozenset(["treaty", "pact", "agreement", "accord", "alliance", "declaration", "document"])


class Treaty(Claim):
    """*treaty* was *signed* on a day, in a *place*, by *parties* (states, or how many), or entered into force on *in_force*; with none of these, it is in force."""

    kind: ClassVar[str] = "treaty"
    treaty: str
    signed: str = ""
    place: str = ""
    in_force: str = ""
    parties: tuple[str, ...] | int = ()

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # Whatever is signed, concluded or in force: what, by whom, where and when is told by what stands around the verb.
        P("<signs>", signing=True, beside=_NAMED),
        P("<signs>", signing=True, beside=_UNNAMED),
        P("<signs>", signing=True, beside=_AGAIN),
        P("<in-force>", force=True, beside=_AGAIN),
        P("<in-force>", force=True, beside=_NAMED),
        P("<in-force>", force=True, beside=_UNNAMED),
        P("{parties=states} (was|were|is|are) [<adverb>] [(among|one of|{k=n} of)] [the] [original|first] [{k2=n}] (signatories|signers|parties) (of|to) {treaty} [[on|in] {date}]", act=True),
        P("signatories (of|to) {treaty} [[on|in] {date}] (included|were|include|are) {parties=states}", act=True),
        P("{alliance} ... (established|founded|created|set up|formed|born) ... (by|with|through|under) (a|the) (treaty|pact) (signed|concluded) [(in {place=site}|in the {of=demonym} capital)] [on|in] {date}"),
        P("{place=site} was the (scene|site|venue) of the (signing|signature|conclusion) of {treaty} [on|in] [{date}]"),
        P("{treaty} [,] [which|that] (dates from|dates back to|date back to|dating from|dating back to|goes back to|of|was born in|from|stems from) {date}"),
        P("the {date} {treaty}"),
        P("{date} <mutual> (treaty|pact|agreement)", titled=True),
        P("(treaty|pact|alliance|agreement) [(between {parties=govs}|with {w=govs})] [,] [which|that] [<adverb>] (dates from|dates back to|date back to|dating from|dating back to|goes back to|stems from) {date}", pair=True),
        P("{alliance} (treaty|pact) [of {date}] (is|remains|stays) ... in (force|effect)", standing=True),
        *(P(f"{which} (is|remains|stays|is still) [<adverb>] [legally] in (force|effect)", standing=True) for which in _WHICH[:2]),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        if fixed.get("signing") or fixed.get("force"):
            yield from cls._act(match)
            return
        treaty = match.id("treaty") or match.sentence.context.names.treaty_of.get(match.id("alliance"), "")
        record = match.sentence.context.record
        if fixed.get("titled"):
            treaty = pacts.titled(record, match.found.group(), match.date())
        if fixed.get("pair"):
            states = match.ids("parties") or pacts.pair_around(match, *match.found.span())
            treaty = pacts.between(
                record, states, match.date(), match.sentence.folded[max(0, match.found.start() - 40) : match.found.end()]
            )
            if not treaty and match.date() is not None:
                treaty = pacts.titled(record, match.sentence.folded[max(0, match.found.start() - 40) : match.found.end()], match.date())
        if not treaty or _ended(match) or any(_AMENDING.search(name.name) for name in match.names("treaty")):
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
        quantity, written = match.quantity(), _year_told(match, when, match.found.end())
        if written is None:
            return
        start, end = bounds(match, first, last)
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

    @classmethod
    def _act(cls, match: Match) -> Iterator[Reading]:
        """The signature or the entry into force of which the match is the verb."""
        force = bool(match.phrasing.fixed.get("force"))
        act = signing.told(match, named=match.phrasing.fixed["beside"] is _NAMED, force=force)
        if act is None:
            return
        written = _year_told(match, act.when, act.year_of)
        if written is None:
            return
        start, end = bounds(match, act.start, act.end)
        if force or (
            written
            and not act.place
            and match.found.group().strip() in ("concluded", "sealed")
            and _came_into_force_then(match, act.treaty, written)
        ):
            yield reading(match, cls(act.treaty, in_force=written), Tense.EVENT).but(start=start, end=end)
            return
        since = ""
        if then := _THEN_IN_FORCE.match(match.sentence.folded, act.end):
            since = _year_told(match, match.sentence.moment_at(then.start("date")), then.end()) or ""
            end = bounds(match, act.start, then.end())[1]
        yield reading(match, cls(act.treaty, written, act.place, since, act.parties), Tense.EVENT).but(start=start, end=end)

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


_THEN_IN_FORCE = re.compile(
    r"\s*,?\s*(?:(?:and|before|but)\s+(?:it\s+|formally\s+|finally\s+|only\s+|then\s+)*(?:(?:entered|came|went)\s+into\s+(?:force|effect)|took\s+effect)|(?:before\s+)?(?:entering|coming)\s+into\s+(?:force|effect)|taking\s+effect)"
    rf"\s+(?:only\s+)?(?:on\s+|in\s+)?(?P<date>{LETTERS['date']})"
)
_NEXT_YEAR = re.compile(r"\s*,?\s+(?:of\s+)?the\s+(?:following|next)\s+year\b")
_SAME_YEAR = re.compile(r"\s*,?\s+(?:later\s+)?(?:of\s+)?(?:the\s+same|that(?:\s+same)?)\s+year\b")


def _year_told(match: Match, when: Moment | None, end: int) -> str | None:
    """The written date; "August 24 of the same year" takes its year from the date before, and without one says nothing certain (``None``)."""
    if when is None:
        return ""
    later = _NEXT_YEAR.match(match.sentence.mask, end)
    if not later and not _SAME_YEAR.match(match.sentence.mask, end):
        return when.text
    dates = [item.what.moment for item in match.sentence.items if isinstance(item.what, Dated) and item.at < end]
    before = [moment for moment in dates if moment != when]
    return f"{before[-1].earliest.year + bool(later):04}{when.text[4:]}" if before else None


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
