"""Which treaty a sentence means that does not give its whole name: found by its parties, its title and its year; and whose names stand around it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date as Day

from foedus import treaty as treaties
from foedus.claims.claim import fits
from foedus.dates import Moment
from foedus.facts import Article, Membership, Office
from foedus.facts import Treaty as TreatyFact
from foedus.language.lazily import lazily
from foedus.language.names import Mention
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS, Item, Sentence, is_group
from foedus.record import Record

_L = LETTERS
SIDES = _L["state"] + _L["capital"] + _L["government"]
"""Letters of names that stand for a state that acts."""
_ONE = rf"(?:the\s+|both\s+)?(?:{_L['demonym']}\s+)?(?:(?:[a-z]+\s+)?{_L['title']}\s+|leader\s+)?[{SIDES}{_L['person']}{_L['group']}](?:'s\s+(?:{_L['title']}|leader|government)(?:\s*,?\s*{_L['person']}\s*,?)?|\s*\([^)]*\))?"
SIDE_LIST = rf"{_ONE}(?:\s*,\s*{_ONE})*(?:\s*,?\s*(?:and|&)\s+{_ONE})?"
"""Those who sign: states, capitals, or the persons who do it for them, as a list."""
PAIRED = rf"[{SIDES}{_L['demonym']}]\s?-\s?[{SIDES}{_L['demonym']}]"
_MUTUAL = lazily(r"\b(?:mutual|defen[cs]e|security|alliance)\b")
_OTHER_SORTS = lazily(
    r"\b(?:trade|border|boundary|tax|extradition|peace|gas|energy|climate|nuclear|arms|fish\w*|maritime|investment|grain|prisoners?|economic|customs|visa|migration|transit|water|ceasefire|truce|"
    r"readmission|loan|oil|mineral|minerals|space|cultural|drones?|accession|accessions?)\b"
)
_ALLYING = lazily(
    r"\b(?:mutual|defen[cs]e|security|alliance|friendship|assistance|strategic|partnership|non-?aggression|nonaggression|neutrality|military|aid|pact|treaty|helps?|defend)\b"
)


def side_states(sentence: Sentence, items: Iterable[Item]) -> tuple[str, ...]:
    """The states that names stand for: states, their capitals, governments and groups, and the persons who held office in them then."""
    context = sentence.context
    found: dict[str, None] = {}
    for item in items:
        if not isinstance(item.what, Mention) or item.what.ambiguous:
            continue
        name = item.what.meanings[0]
        if name.type == "state":
            found[name.id] = None
        elif is_group(name):
            found |= dict.fromkeys(context.names.regions.get(name.id, ()))
        elif name.type == "person":
            held = {
                office.of
                for office in context.record.of(Office, person=name.id)
                if office.of in context.names.display and len(office.of) == 3
            }
            if len(held) == 1:
                found |= dict.fromkeys(held)
    return tuple(found)


def between(record: Record, states: tuple[str, ...], when: Moment | None, words: str, *, in_force: bool = False) -> str:
    """The treaty of these parties alone that was signed (entered into force) then, or their only one of mutual defence; ``""`` if none is certain."""
    if (
        len(states) < 2
        or (_OTHER_SORTS.search(words) and not _MUTUAL.search(words) and "friendship" not in words)
        or not _ALLYING.search(words)
    ):
        return ""
    parties = record.once("treaties by their parties", lambda: _by_parties(record))
    facts = parties.get(frozenset(states), [])
    then = [fact for fact in facts if when is not None and fits(fact.since if in_force else fact.signed, when)]
    if len(then) > 1:
        then = [fact for fact in then if treaties.articles(record, fact.id, "defense")]
    if not then and _MUTUAL.search(words):
        then = [fact for fact in facts if treaties.articles(record, fact.id, "defense")]
    return then[0].id if len(then) == 1 else ""


def defensive(record: Record, states: tuple[str, ...], day: Day) -> str:
    """The treaty of mutual defence between these states alone: the latest signed by a day."""
    facts = record.once("treaties by their parties", lambda: _by_parties(record)).get(frozenset(states), [])
    found = [fact for fact in facts if fact.signed.latest <= day and treaties.articles(record, fact.id, "defense")]
    return max(found, key=lambda fact: fact.signed.latest).id if found else ""


def titled(record: Record, words: str, when: Moment | None) -> str:
    """The one treaty of mutual defence between two states whose title and year these are: "the 1953 Mutual Defense Treaty"."""
    if when is None or not re.search(r"\bmutual\s+defen[cs]e\s+(?:treaty|pact|agreement)\b", words, re.I):
        return ""
    facts = [
        fact
        for group in record.once("treaties by their parties", lambda: _by_parties(record)).values()
        for fact in group
        if "Mutual Defen" in fact.name and fits(fact.signed, when)
    ]
    return facts[0].id if len(facts) == 1 else ""


def _by_parties(record: Record) -> dict[frozenset[str], list[TreatyFact]]:
    """The treaties of two or three states, by those states."""
    found: dict[frozenset[str], list[TreatyFact]] = {}
    for fact in record.of(TreatyFact):
        states = frozenset(spell.state for spell in record.of(Membership, alliance=fact.bond))
        own = frozenset(spell.state for spell in record.of(Membership, alliance=fact.bond) if spell.since.earliest <= fact.since.latest)
        for group in {states, own}:
            if 1 < len(group) < 4:
                found.setdefault(group, []).append(fact)
    return found


def places(record: Record) -> frozenset[str]:
    """Where treaties on record were signed."""
    return record.once(
        "places of treaties", lambda: frozenset(fact.place.split(",")[0].strip() for fact in record.of(TreatyFact) if fact.place)
    )


def signed_at(record: Record, place: str, when: Moment) -> str:
    """The only treaty signed in a place on a day, among those of several states."""
    found = [fact.id for fact in record.of(TreatyFact) if fact.signed == when and fact.place.split(",")[0] == place]
    return found[0] if len(found) == 1 else ""


def in_force_from(record: Record, when: Moment) -> str:
    """The only treaty that entered into force on a day."""
    found = [fact.id for fact in record.of(TreatyFact) if fact.since == when]
    return found[0] if len(found) == 1 else ""


def defence_of(record: Record, treaty: str, content: str) -> str:
    """The treaty in which an organisation's members bound themselves later, where its own treaty has no such article: the League's of 1950, ECOWAS's of 1981."""

    def gathered() -> list[tuple[str, frozenset[str], str]]:
        sorts = {(article.treaty, article.content) for article in record.of(Article) if article.content in ("defense", "consultation")}
        return [
            (fact.id, frozenset(spell.state for spell in record.of(Membership, alliance=fact.bond)), sort)
            for fact in record.of(TreatyFact)
            for sort in ("defense", "consultation")
            if (fact.id, sort) in sorts
        ]

    fact = treaties.treaty(record, treaty)
    members = frozenset(spell.state for spell in record.of(Membership, alliance=fact.bond)) if fact else frozenset()
    found = [
        id
        for id, parties, sort in record.once("who owes what", gathered)
        if sort == content and parties <= members and 2 * len(parties) >= len(members) > 4
    ]
    return found[0] if len(found) == 1 else ""


def clause(mask: str, start: int, end: int) -> tuple[int, int]:
    """The bounds of what stands between two strong stops around a place in the mask."""
    opened = max(mask.rfind(stop, 0, start) for stop in (";", ": ", "—", '"'))
    closed = [at for stop in (";", ":", "—", '"') if (at := mask.find(stop, end)) >= 0]
    return opened + 1, min(closed, default=len(mask))


def pair_around(match: Match, start: int, end: int) -> tuple[str, ...]:
    """The states between which a treaty stands that is named at a place in the mask: "A and B signed ...", "between A and B", "A's ... with B", "A-B ..."."""
    sentence, mask = match.sentence, match.sentence.folded
    first, last = clause(mask, start, end)
    linked = re.compile(rf"\s*(?:,\s*)?(?:[a-z,-]+\s+|{_L['date']}\s*,?\s*){{0,6}}?(?:between|by|of)\s+(?P<sides>{SIDE_LIST})").match(
        mask, end, last
    )
    if linked and len(states := side_states(sentence, sentence.inside(*linked.span("sides")))) > 1:
        return states
    paired = re.compile(rf"{PAIRED}(?:\s+[a-z-]+){{0,4}}\s*$").search(mask[:start], first)
    if paired:
        found = [item.what.meanings[0].id for item in sentence.inside(paired.start(), paired.end()) if isinstance(item.what, Mention)]
        return tuple(dict.fromkeys(found))
    here = [item for item in sentence.inside(first, last) if item.letter in SIDES + _L["person"]]
    states = side_states(sentence, here)
    return states if len(states) == 2 else ()
