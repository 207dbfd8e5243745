"""``office``: a person holds an office of a state or an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from foedus import office as offices
from foedus.claims.claim import Claim, Reading, Tense, reading
from foedus.dates import Moment
from foedus.facts import Office as Spell
from foedus.language.calendar import Dated
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, negate

_MINISTRY = (
    "[foreign ministry|foreign office|defense ministry|defence ministry|state department|presidential|government|military|army|current|"
    "chief|top|longtime]"
)
_CHIEF = "(chief|boss|head|leader)"

_PAST = re.compile(r"(?:\bthen[- ]|\bthe then[- ])$", re.I)
_FORMER = re.compile(r"(?:\b(?:former|ex|erstwhile|one-?time|previous|retired)[- ])$", re.I)
_NOT_THE_OFFICE = re.compile(
    r"\b(?:vice|deputy|assistant|under|shadow|first|honorary|late|future|incoming|next|new|would-be|aspiring|self-proclaimed|"
    r"self-declared|self-styled|opposition|"
    r"longtime|first-ever|elected|interim|acting|candidate for|nominee for|bid for|run for|successor "
    r"to|replaced|succeeded|replace|succeed|old|fictional|"
    r"commission|council|parliament|bank|party|company|club|federation|association|university|republic|league|duma|senate|campaign|"
    r"regional)[- ]$|[\d\ue00a]\s?$",
    re.I,
)
_AFTER = re.compile(r"\s*-\s*(?:elect|designate|turned|in-waiting)|\s+(?:candidate|nominee|hopeful|designate|elect|emeritus)\b", re.I)
_NOT_NOW = re.compile(r"\b(?:became|become|becomes|had|used to be)\b", re.I)
_LONG_AGO = timedelta(days=31)


class Office(Claim):
    """*person* is *role* of *of*; *negated*, he or she is so no longer ("former President X")."""

    kind: ClassVar[str] = "office"
    person: str
    role: str
    of: str
    negated: bool = False

    # A title stands as an assertion even where the sentence around it is a condition: hence supposed=True.
    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{org}} ['s] {_MINISTRY} {{title}} [,] {{person}}", supposed=True),
        P("{title} {person} [of {org}]", supposed=True),
        P(f"{_MINISTRY} {{title}} {{person}}", supposed=True),
        P("{title} of {org} [,] {person}", supposed=True),
        P("{x=person} 's [chief] {title} [,] {person}", supposed=True),
        P(f"{{person}} , the (alliance|bloc|organization|organisation) 's {_MINISTRY} {{title}}", supposed=True),
        P("{org} ['s] leader [,] {person}", supposed=True, leader=True),
        P("{title} of {org} 's {x=title} {person}", supposed=True),
        P(f"{{person}} , [who is|currently] [the] {{org}} ['s] {_MINISTRY} {{title}}", supposed=True),
        P("{person} , [who is|currently] [the] {title} (of|for|in) {org}", supposed=True),
        P("{person} , the {title}", supposed=True, bare=True),
        P("the {title} , {person}", supposed=True, bare=True),
        P("{person} , (then|who was then|at the time|who was at the time) [the] {org} ['s] {title}", supposed=True, then=True),
        P("{person} , (then|who was then|at the time|who was at the time) [the] {title} (of|for|in) {org}", supposed=True, then=True),
        P("{person} , who was [the] {org} ['s] {title} (at the time|then)", supposed=True, then=True),
        P("{person} , (the|a) (former|previous|ex|retired) {title} (of|for|in) {org}", supposed=True, former=True),
        P("{person} , (the|a) (former|previous|ex|retired) {org} {title}", supposed=True, former=True),
        P("{person} , {org} 's (former|previous) {title}", supposed=True, former=True),
        P("{org} 's {person} , (its|the country's|the alliance's) {title}", supposed=True),
        P("{org} ['s] {title} and {x=title} , {person} and {b=person}", supposed=True, pair=True),
        P(
            "(presidents|prime ministers|chancellors|foreign ministers|defence ministers|defense ministers) {person} [of {org}] and "
            "{b=person}",
            supposed=True, pair=True,
        ),
        P("{person} , who (heads|leads|runs) {org}", supposed=True, chief=True),
        P(f"{{org}} ['s] {_CHIEF} [,] {{person}}", supposed=True, chief=True),
        P(f"{{person}} , [the] [head|chief|leader] [of] {{org}} ['s] [{_CHIEF}]", supposed=True, chief=True),
        P("{person} <is> [<adverb>] [the] {title} of {org}"),
        P(f"{{person}} <is> [<adverb>] [the] {{org}} ['s] {_MINISTRY} {{title}}"),
        P("{org} <is> [<adverb>] (led|headed|run) by {person}", chief=True),
        P("(post|office|job) of {title} [of {org}] <is> [<adverb>] held by {person}"),
        P("{org} 's first {title} was {person}", first=True),
        P("first {title} of {org} was {person}", first=True),
        P("{person} (heads|leads|runs|is the head of|is head of|is the leader of|is the chief of) {org}", chief=True),
        P("{title} of {org} <is> [<adverb>] {person}"),
        P(f"{{org}} 's {_MINISTRY} {{title}} <is> [<adverb>] {{person}}"),
        P("{person} <isn't> [<adverb>] [the] {title} of {org}", negated=True),
        P("{person} <isn't> [<adverb>] [the] {org} ['s] {title}", negated=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, of = match.phrasing.fixed, match.id("org")
        if fixed.get("chief") and not _is_chief(match):
            return
        role = "secretary general" if fixed.get("chief") else match.id("title")
        holders = [(match.id("person"), role)]
        if fixed.get("pair"):
            plural = re.sub("defense", "defence", match.found.group().split("s ")[0].strip())
            holders = [(match.id("person"), role or plural), (match.id("b"), match.id("x") or plural)]
        if fixed.get("bare") and not re.match(r"[,.;]", match.sentence.mask[match.found.end() :]):
            return
        for person, role in holders:
            yield from cls._of(match, person, role, of)

    @classmethod
    def _of(cls, match: Match, person: str, role: str, of: str) -> Iterator[Reading]:
        """The reading for one person, if it is certain whose office is meant."""
        record, held = match.sentence.context.record, match.sentence.context.record.of(Spell, person=person)
        if match.phrasing.fixed.get("leader"):
            # A state's leader is its president, or else its head of government, as the person in question was.
            roles = {spell.role for spell in held if spell.of == of}
            role = next((role for role in ("president", "chancellor", "prime minister") if role in roles), "")
        mine = sorted({spell.of for spell in held if spell.role == role})
        surname = any(name.use == "surname" for name in match.names("person"))
        if not of or match.phrasing.fixed.get("pair"):
            # A bare title says no more than that: whose it is follows from who bears it.
            of = of if of in mine else mine[0] if len(mine) == 1 else ""
        elif of not in mine and (surname or "," in match.found.group() or not record.of(Spell, role=role, of=of)):
            # Another person of that name, another office, or a list of people: nothing to be sure of.
            return
        if not of or _NOT_THE_OFFICE.search(_lead(match)) or _AFTER.match(match.sentence.mask[match.found.end() :]):
            return
        found = reading(match, cls(person, role, of, match.negated))
        yield from _in_time(match, found, [spell for spell in held if spell.role == role and spell.of == of])

    def truth(self, record: Record) -> Truth:
        truth = offices.holds(record, self.person, self.role, self.of)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        verb = "is no longer" if self.negated else "is"
        name = names.say(self.of)
        article = "the " if name.startswith("United ") or name == "Netherlands" else ""
        return f"{self.person} {verb} {self.role} of {article}{name}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.negated:
            return re.sub(r"^former |^ex-", "", words, count=1) if re.match(r"former |ex-", words) else None
        if not any(spell.since.latest <= day for spell in record.of(Spell, person=self.person, role=self.role, of=self.of)):
            return None
        verb = re.search(r" (?:is|has been|remains) (?:now |currently )?", words)
        if verb:
            return f"{words[: verb.start()]} was {words[verb.end() :]}"
        for wrong, right in ((" heads ", " headed "), (" leads ", " led "), (" runs ", " ran ")):
            if wrong in words:
                return words.replace(wrong, right, 1)
        name, comma, rest = words.partition(", ")
        if comma and names.table.get(name, [None])[0] is not None and names.table[name][0].type == "person":
            return f"{name}, then {rest}"
        article = re.match(r"the ", words, re.I)
        return f"{article[0]}then-{words[article.end() :]}" if article else f"then-{words}"

    def checked_through(self, record: Record) -> date | None:
        coverage = record.coverage("offices", f"{self.role} of {self.of}")
        return coverage.through if coverage else None


def _is_chief(match: Match) -> bool:
    """Whether "head of" is said of an alliance, which has a secretary general; "head of Russia" says nothing exact."""
    organisation = match.names("org")
    words = match.found.group().lower()
    return bool(organisation) and organisation[0].type == "alliance" and bool(re.search(r"chief|boss|head|lead|led|run", words))


def _lead(match: Match) -> str:
    """The words before a title, and those between an organisation and its title."""
    start = match.found.start()
    whole = match.sentence.mask[: match.found.end()]
    skipped = len(match.found.group()) - len(match.found.group().lstrip())
    return whole[: start + skipped]


def _in_time(match: Match, found: Reading, spells: list[Spell]) -> Iterator[Reading]:
    """The reading as its qualifiers and the sentence's dates place it."""
    lead = _lead(match)
    words = match.found.group()
    if match.phrasing.fixed.get("supposed"):
        claim = found.claim
        assert isinstance(claim, Office)
        if match.phrasing.fixed.get("former"):
            yield found.but(claim=claim.but(negated=True))
        elif former := _FORMER.search(lead):
            yield found.but(claim=claim.but(negated=True), start=_page_position(match, former.start()))
        elif (then := _PAST.search(lead)) or match.phrasing.fixed.get("then"):
            if spells:
                yield found.but(tense=Tense.PAST, start=_page_position(match, then.start()) if then else found.start)
        elif (when := _historic(match)) and any(_in_office(spell, when) for spell in spells):
            # "In 1999, President Bill Clinton …": in an account of the past, titles are those of the day.
            yield found.but(tense=Tense.PAST, when=when)
        else:
            yield found.but(tense=Tense.PRESENT)
    elif match.phrasing.fixed.get("first"):
        yield found.but(tense=Tense.PAST)
    elif not _NOT_NOW.search(words):
        yield found


_HOW_LONG = re.compile(r"\b(?:since|until|till|from|through)\s+(?:early\s+|late\s+)?$")


def _historic(match: Match) -> Moment | None:
    limit = match.sentence.context.published - _LONG_AGO
    mask = match.sentence.folded
    # "In office since 2014" says how long, not when.
    moments = (item.what.moment for item in match.sentence.items if isinstance(item.what, Dated) and not _HOW_LONG.search(mask, 0, item.at))
    return next((moment for moment in moments if moment.latest < limit), None)


def _in_office(spell: Spell, when: Moment) -> bool:
    return spell.since.earliest <= when.latest and when.earliest < spell.until.latest


def _page_position(match: Match, at: int) -> int:
    return match.sentence.offset + match.sentence.original(at)
