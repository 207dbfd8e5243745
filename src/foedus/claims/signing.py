"""What a sentence tells of a treaty's signature or entry into force: which treaty, by whom, where and when, read off what stands around the verb."""

from __future__ import annotations

import re
from typing import NamedTuple

from foedus.claims import pacts
from foedus.claims.claim import fits
from foedus.dates import Moment
from foedus.language.calendar import Dated
from foedus.language.names import Mention
from foedus.language.numbers import Quantity
from foedus.language.phrasing import Match
from foedus.language.sentence import LETTERS
from foedus.treaty import treaty as treaty_fact

_L = LETTERS
_DATE, _T, _A, _N = _L["date"], _L["treaty"], _L["alliance"], _L["number"]
_SITE = f"[{_L['place']}{_L['capital']}{_L['state']}{_L['other']}]"
_NOUN = r"treaty|pact|agreement|accord|alliance|charter|declaration|document"
_BEHIND = rf"\s+(?:behind|(?:that\s+|which\s+)?(?:establish\w*|creat\w*|found\w*|underl\w+|gave\s+birth\s+to)|on\s+which\s+rests)\s+(?:the\s+)?(?:[a-z]+\s+)?{_A}"
_THING = re.compile(
    rf"(?P<own>{_A})'s?\s+(?:[a-z]+\s+)?(?:treaty|charter|pact|document|statute)|(?P<t>{_T})(?:\s+(?:treaty|pact))?|(?P<a>{_A})(?P<pact>\s+(?:treaty|pact|charter))?"
    rf"|(?P<the>\b(?:the|this|that|its)\s+)?(?:{pacts.PAIRED}\s+)?(?:[a-z-]+\s+){{0,4}}?\b(?P<noun>{_NOUN})\b(?!\s+members?)(?P<behind>{_BEHIND})?|(?P<it>(?<!\w)it)(?=\s+(?:was|had\s+been|has\s+been|entered|came|took|is|has|only|finally|formally)\b)"
)
_OTHER_PAPER = re.compile(
    r"\b(?:protocols?|accessions?|amendments?|additions?|annex|supplement|statements?|letters?|law|part(?:y|ies)|adherence|reservations?|entry|articles?|declaration|extension|renewal|"
    r"revision|review|implementation|invitations?|commitment|withdrawal|exit|departure|membership|suspension)\s+(?:to|of|on|under|about|for|from)\s+(?:the\s+|a\s+)?$"
)
_PASSIVE = re.compile(
    r"(?:\b(?:was|were|been|being|is)|[,)]|^)\s*(?:\b(?:which|that)\s+)?(?:(?:was|were|had\s+been|has\s+been)\s+)?(?:[a-z]+ly\s+|first\s+|jointly\s+|[a-z]+led\s+[^,;]{1,30}and\s+|drafted\s+[^,;]{1,40}and\s+|negotiated\s+[^,;]{1,40}and\s+)*$"
)
_OTHER_VERB = re.compile(
    r"\b(?:but|while|when|after|before|if|said|because|although|until|since|not|never|no|nor|without|yet|refus\w+|declin\w+|plan\w*|expect\w*|hop\w+|want\w*|due|ready|propos\w+|"
    r"negotiat\w+|draft\w*|would|could|will|may|might|should)\b|\band\s+(?:was|is|has|had|it|its|later|then|now|came|took|entered|[a-z]+ed)\b"
)
_TURN = re.compile(
    r",?\s*\b(?:but|before|after|until|when|while|as|since|where|although|though|whereas|replac\w+|renew\w+|expir\w+|dissolv\w+|revised\s+(?:in|on|by|and)|amended\s+(?:in|on|by|and)|enter\w*|came|took(?!\s+place)|lapsed|succeed\w+|"
    r"following|which|who|that|under|to\s+(?!sign|conclude))\b|\band\s+(?:was|is|has|had|it|its|later|then|now|came|took|entered|gave|went|led|remains|[a-z]+ed)\b|[;:—\"]"
)
_BLOCKED = re.compile(r"\b(?:force|effect|since|until|expired|dissolved|after|before|by|joined|acceded)\s+(?:(?:on|in)\s+)?$")
_GATHERED = re.compile(
    r"\b(?:met|meet|meeting|gathered|assembled|came\s+together|convened|flew|travell?ed|went|sat\s+down)\b[^.;:]*\bto\s+$"
)
_ADVERBS = rf"(?:,?\s*(?:have|has|had|both|also|all|jointly|finally|then|already|[a-z]+ly|first|(?:on|in)\s+{_DATE}|{_DATE})\s*,?)*\s*$"
_SUBJECT = re.compile(rf"(?P<sides>{pacts.SIDE_LIST}){_ADVERBS}")
_COUNTED = re.compile(
    rf"(?P<n>{_N})\s+(?:(?!more\b|other\b|further\b|additional\b)[a-z-]+\s+|{_L['demonym']}\s+){{0,3}}?(?:countries|nations|states|governments|members|ministers|republics|allies|signatories|parties|powers|capitals|satellites|monarchies|kingdoms|emirates|leaders|presidents){_ADVERBS}"
)
_BY = re.compile(rf"\bby\s+(?:the\s+)?(?:(?P<sides>{pacts.SIDE_LIST})|(?:[a-z]+\s+)?(?P<n>{_N})\s+[a-z])")
_IN = re.compile(
    rf"\b(?:in|at)\s+(?:(?P<site>{_SITE})(?:,\s*(?:d\.c\.|dc))?|the\s+(?P<of>{_L['demonym']})\s+capital|(?P<plain>[a-z][a-z'-]+(?:\s+(?:(?:de|del|es)\s+)?[a-z][a-z-]+){{0,2}}?)(?=\s*(?:[,.;)]|$|\s(?:on|in|by|at|between|and|late|last)\b|{_DATE})))"
)


_SIGNED = re.compile(r"\b(?:signed|concluded|sealed|signing|signature)\b")


_BY_SIGNING = re.compile(
    r"\b(?:founded|formed|created|established|sealed|responded|answered|reacted|allied|set\s+up)\b[^.;:]{0,60}?\bby\s*$"
)
_THEY_SIGNED = re.compile(
    rf"\b(?P<they>it|they|the\s+(?:two|three|pair|neighbours|neighbors|allies|sides|kingdom|country|countries)(?:\s+(?:countries|states|governments|sides|neighbours|powers))?){_ADVERBS}"
)
"""Who signs, named before: "the one that it signed with North Korea"."""


class Act(NamedTuple):
    """A signature, or an entry into force, as a sentence tells it; *start* and *end* are positions of the mask."""

    treaty: str
    when: Moment | None
    place: str
    parties: tuple[str, ...] | int
    start: int
    end: int
    year_of: int
    """Where the date ends, for "of the same year"."""


def told(match: Match, *, named: bool, force: bool) -> Act | None:
    """What the verb that is the match tells; ``None`` if it is no treaty's, or nothing certain is told of it."""
    sentence = match.sentence
    mask, (at, end) = sentence.folded, match.found.span()
    first, last = pacts.clause(mask, at, end)
    if first and re.search(r"\bit\s+(?:[a-z]+\s+)?$", mask[first:at]):
        first = 0  # "... was approved; it entered into force on 23 June"
    verb, before = mask[at:end].strip(), mask[first:at]
    if not force and re.match(r"\s*(?:force|effect)\b", mask[end:]):
        return None
    bounds = [found.start() for found in _TURN.finditer(mask, end, last)]
    window = min(bounds, default=last)
    subject: int | None = None
    sides: tuple[str, ...] = ()
    count: int | None = None
    lead = ""
    gerund = _BY_SIGNING.search(before) if verb == "signing" and not re.match(r"\s+of\b", mask[end:]) else None
    if force or gerund or re.match(r"put|set|affixed", verb) or not re.search(r"sign(?:ing|ature)|conclusion|entry|coming|taking", verb):
        if verb.startswith(("sign ", "conclude", "put ")) or verb == "sign":
            if verb in ("sign", "conclude") and not _GATHERED.search(before):
                return None
            lead = before[: gerund.start()] if gerund else _GATHERED.sub("", before) if verb in ("sign", "conclude") else before
        else:
            lead = before[: gerund.start()] if gerund else before
        acting = None if force else (_SUBJECT.search(lead.rstrip() + " ") or None)
        their = None if force or acting else _THEY_SIGNED.search(lead.rstrip() + " ")
        counted = None if force else _COUNTED.search(lead.rstrip() + " ")
        if not force and verb in ("sign", "conclude"):
            acting = acting or re.search(rf"(?P<sides>{pacts.SIDE_LIST})\s*(?:\s+[a-z-]+)*\s*$", lead)
        if counted:
            item = next((i for i in sentence.items if i.at == first + counted.start("n")), None)
            amount = item.what if item and isinstance(item.what, Quantity) else None
            if amount is None or amount.unit or amount.ordinal or amount.hedge != "=":
                return None
            count = int(amount.value)
            if re.search(rf"[{pacts.SIDES}]\s+and\s+(?:its\s+)?$", lead[: counted.start("n")]):
                count += 1  # "the Soviet Union and seven satellites"
            subject = first + counted.start("n")
        elif (
            acting
            and not re.search(r"\b(?:was|were|been|being)\s+(?:[a-z]+ly\s+)*$", before)
            and not re.search(r"\b(?:by|of|in|between|with|from|to)\s+(?:the\s+)?$", lead[: acting.start()])
        ):
            sides = pacts.side_states(sentence, sentence.inside(first + acting.start("sides"), first + acting.end("sides")))
            subject = first + acting.start("sides")
        elif their:
            subject = first + their.start("they")
    thing = _thing(match, first, at, end, last, active=subject is not None, force=force)
    if thing is None or _OTHER_PAPER.search(
        mask[max(first, thing.start() - 40) : thing.start("noun") if thing["noun"] and not thing["the"] else thing.start()]
    ):
        return None
    if thing.start() >= end and re.search(
        r"\b(?:under|within|beside|outside|against)\s+(?:the\s+)?$", mask[max(first, thing.start() - 20) : thing.start()]
    ):
        return None
    if _OTHER_VERB.search(mask, min(thing.start(), at), at) and not (thing.start() > at):
        return None
    behind = before[-60:] if thing.start() > at or subject is not None else ""
    if re.search(
        r"\b(?:not|never|no|nor|refus\w+|declin\w+|plan\w*|expect\w*|hop(?:e|es|ed|ing)|want\w*|propos\w+|yet|due|ready|about|ahead of|before|once|when)\s+(?:[a-z]+\s+)?$",
        behind,
    ):
        return None
    if (bool(thing["t"]) or bool(thing["a"]) or bool(thing["own"])) != named:
        return None
    start_of = min(position for position in (thing.start(), at, subject if subject is not None else at))
    passive_by = None if force or subject is not None else _BY.search(mask, end, window)
    if passive_by:
        if passive_by["sides"]:
            sides = pacts.side_states(sentence, sentence.inside(passive_by.start("sides"), passive_by.end("sides")))
        else:
            item = next((i for i in sentence.items if i.at == passive_by.start("n")), None)
            amount = item.what if item and isinstance(item.what, Quantity) else None
            count = int(amount.value) if amount and not amount.unit and not amount.ordinal and amount.hedge == "=" else None
    stop = max(end, passive_by.end() if passive_by else 0)
    if thing.start() >= end:
        stop = max(stop, thing.end())
    when, when_start, when_end = _when(match, first, at, end, max(window, stop), force)
    place, place_start, place_end = ("", at, end) if force else _where(match, first, end, window, start_of)
    treaty = _which(match, thing, sides, when, force)
    if not treaty or (force and when is None):
        return None
    parties: tuple[str, ...] | int = count if count is not None else sides
    if len(sides) == 1 and count is None:
        # One of many signs alone: an accession, or one party named for all.
        fact = treaty_fact(sentence.context.record, treaty)
        if fact is None or when is None or not fits(fact.signed, when):
            return None
        parties = ()
    if (
        thing["noun"]
        and not named
        and not thing["the"]
        and subject is None
        and not re.search(r"\b(?:was|were|been)\b", before[-30:])
        and thing.start() < at
    ):
        return None  # "a treaty signed in 1951 binds ...": that there is one is not what the sentence tells
    if not named and not parties and re.match(r"\s+between\b", mask[thing.end() :]):
        parties = pacts.pair_around(match, thing.end() - 1, thing.end())
    if not isinstance(parties, int) and subject is not None and _L["person"] in mask[subject:at]:
        parties = ()  # they signed for their states, which tell which treaty is meant
    if when is None and not place and not parties:
        return None
    if when is None and parties and not place and not force and not isinstance(parties, int) and not named:
        return None
    low, high = min(start_of, when_start, place_start), max(end, stop, when_end, place_end)
    if force and thing.start() < at and _SIGNED.search(mask, thing.start(), at):
        low = min(at, when_start) if when_start > thing.end() and when_start > at else at
    return Act(treaty, when, place, parties, low, high, when_end)


def _thing(match: Match, first: int, at: int, end: int, last: int, *, active: bool, force: bool) -> re.Match[str] | None:
    """The treaty of which the verb tells: its object, or the subject of a passive."""
    mask = match.sentence.folded
    verb = mask[at:end].strip()
    if (verb.startswith(("signing", "signature", "conclusion", "entry", "coming")) and not force and not active) or (
        force and verb.startswith(("entry", "coming into force of"))
    ):
        found = re.compile(r"[^.;:,]{0,60}?\bof\s+(?:the\s+|a\s+)?").match(mask, end, last)
        return _THING.match(mask, found.end(), last) if found else None
    if active:
        thing = next((t for t in _THING.finditer(mask, end, last)), None)
        gap = mask[end : thing.start()] if thing else ""
        if (
            thing
            and len(gap) < 70
            and not re.search(r"\b(?:that|which|who|whose|when|but|after|before|against|protocol\w*|accession|under|a law|decree)\b", gap)
        ):
            return thing
        relative = re.search(rf",?\s+(?:which|that|the\s+(?:one|{_N})(?:\s+(?:that|which))?)\s+(?:the\s+)?", mask[first:at])
        if relative:
            things = list(_THING.finditer(mask, first, first + relative.start() + 1))
            return things[-1] if things and first + relative.start() - things[-1].end() < 3 else None
        return None
    opening = not mask[first:at].strip() or re.fullmatch(r"\s*(?:originally|first|formally|[a-z]+ly)\s*", mask[first:at])
    if opening and not force:
        found = re.compile(r"[^.;:]{0,160}?,\s+(?:the\s+)?").match(mask, end, last)
        while found:
            thing = _THING.match(mask, found.end(), last)
            if thing:
                return thing
            found = re.compile(r"[^.;:,]{0,120}?,\s+(?:the\s+)?").match(mask, found.end(), last)
        return None
    things = list(_THING.finditer(mask, first, at))
    for thing in reversed(things):
        gap = mask[thing.end() : at]
        if len(gap) > 150:
            return None
        if force:
            if not _OTHER_VERB.search(re.sub(r"\band\s+[a-z ]*$", "", gap)) or thing["t"]:
                return thing
            continue
        if _PASSIVE.search(gap) and not re.search(r"\b(?:which|that)\s+(?!was|were|had|has|is|took)(?:[a-z]+\s+)+$", gap):
            return thing
    return None


def _which(match: Match, thing: re.Match[str], sides: tuple[str, ...], when: Moment | None, force: bool) -> str:
    """The treaty's id; ``""`` if none is certain."""
    sentence, context = match.sentence, match.sentence.context
    own = context.names.treaty_of
    if thing["t"]:
        name = sentence.name_at(thing.start("t"))
        return name.id if name and not re.search(r"Lisbon|[Cc]harter", name.name) else ""
    for slot in ("own", "a"):
        if thing[slot]:
            name = sentence.name_at(thing.start(slot))
            if name is None or (
                slot == "a" and not thing["pact"] and not (name.use == "anaphor" or "Pact" in name.name or name.id == "ANZUS")
            ):
                return ""
            if name.use == "anaphor" and len(states := pacts.pair_around(match, thing.end() - 1, thing.end())) == 2:
                return pacts.between(
                    context.record, states, when, "pact" + sentence.folded[thing.end() : match.found.end()], in_force=force
                )
            found = own.get(name.id, "")
            if name.use != "anaphor" or _plausible(match, found, when, force):
                return found
            break
    if thing["behind"]:
        name = sentence.name_at(thing.end("behind") - 1)
        return own.get(name.id, "") if name else ""
    words = sentence.folded[thing.start() : match.found.end() + 60]
    states = sides if len(sides) > 1 else pacts.pair_around(match, thing.start("noun"), thing.end("noun"))
    found = pacts.between(context.record, states, when, words, in_force=force) or (
        "" if force else pacts.titled(context.record, thing[0], when)
    )
    if found:
        return found
    if thing["it"]:
        return _again(match, when, force)
    if (thing["the"] or "") and thing["noun"] in ("treaty", "pact", "charter", "document") and len(sides) != 2:
        named = match.antecedent("treaty") or match.antecedent("alliance")
        found = named.id if named and named.type == "treaty" else own.get(named.id, "") if named else ""
        if _plausible(match, found, when, force):
            return found
    if force and when is not None and when.exact and (thing["the"] or thing["a"]):
        return pacts.in_force_from(context.record, when)
    if (
        when is not None
        and when.exact
        and not force
        and (place := _where(match, max(0, thing.start() - 90), match.found.end(), match.found.end() + 90, thing.start())[0])
    ):
        return pacts.signed_at(context.record, _plain(place), when)
    if len(sides) > 2 or "mutual" in words:
        alliances = (item.what.id for item in sentence.items if isinstance(item.what, Mention) and item.what.type == "alliance")
        found = own.get(next(alliances, ""), "")
        return found if _plausible(match, found, when, force) else ""
    return ""


def _again(match: Match, when: Moment | None, force: bool) -> str:
    """The treaty that "it" is: one that the sentence or those before it named, of whose days the day told is one."""
    sentence, context = match.sentence, match.sentence.context
    own = context.names.treaty_of
    here = [item.what.meanings[0] for item in sentence.before(match.found.start()) if isinstance(item.what, Mention)]
    for name in (*here, *reversed(context.mentioned[-12:])):
        found = name.id if name.type == "treaty" else own.get(name.id, "") if name.type == "alliance" else ""
        if found and _plausible(match, found, when, force):
            return found
    states = tuple(dict.fromkeys(name.id for name in (*here, *reversed(context.mentioned[-12:])) if name.type == "state"))
    return pacts.between(context.record, states, when, "mutual pact", in_force=force) if len(states) == 2 and when and when.exact else ""


def _plausible(match: Match, treaty: str, when: Moment | None, force: bool) -> bool:
    """Whether the day told is one of the treaty's own: what is only called "the treaty" may be another."""
    fact = treaty_fact(match.sentence.context.record, treaty) if treaty else None
    return fact is not None and when is not None and (fits(fact.since if force else fact.signed, when))


def _when(match: Match, first: int, at: int, end: int, window: int, force: bool) -> tuple[Moment | None, int, int]:
    """The day told behind the verb, or else before it."""
    sentence, mask = match.sentence, match.sentence.folded
    dates = [(item.at, item.what.moment) for item in sentence.items if isinstance(item.what, Dated)]
    for day, moment in dates:
        if end <= day < window and not _BLOCKED.search(mask[end:day].replace(" by ", " ")):
            return moment, at, day + 1
    for day, moment in reversed([pair for pair in dates if first <= pair[0] < at]):
        gap = mask[day + 1 : at]
        if (
            len(gap) < 140
            and not re.search(
                r"\b(?:but|while|when|after|before|until|and\s+(?:was|is|has|had|it|later|then))\b", re.sub(r"^\s*,\s+when\b", "", gap)
            )
            and (not _BLOCKED.search(mask[first:day]) or re.match(r"\s*,\s+when\b", gap))
            and not (force and _SIGNED.search(mask, first, day))
        ):
            lead = re.search(r"(?:\b(?:on|in|late|early|back)\s+)*$", mask[first:day])
            return moment, day - len(lead[0]) if lead else day, end
        break
    return None, at, end


def _where(match: Match, first: int, end: int, window: int, start: int) -> tuple[str, int, int]:
    """The place told behind the verb, or at the opening of the clause."""
    mask = match.sentence.folded
    found = next((f for f in _IN.finditer(mask, end, window) if _place(match, f)), None)
    if found:
        return _place(match, found), found.start(), found.end()
    opened = re.compile(r"\s*(?:it\s+was\s+)?").match(mask, first)
    found = _IN.match(mask, opened.end() if opened else first, start)
    if (
        found is None
        and (near := list(_IN.finditer(mask, max(first, start - 60), match.found.start())))
        and _GATHERED.search(mask[first : match.found.start()])
    ):
        found = near[-1]
    if found and _place(match, found):
        return _place(match, found), found.start(), end
    return "", end, end


def _place(match: Match, found: re.Match[str]) -> str:
    """The place's name as the page writes it: a city, not a country."""
    sentence = match.sentence
    if found["of"]:
        name = sentence.name_at(found.start("of"))
        table = sentence.context.names.table
        return next((text for text, meanings in table.items() if name and meanings[0].use == "capital" and meanings[0].id == name.id), "")
    if found["plain"]:
        written = sentence.text[sentence.original(found.start("plain")) : sentence.original(found.end("plain"), end=True)]
        return written if _plain(written) in pacts.places(sentence.context.record) else ""
    for item in sentence.items:
        if item.at == found.start("site") and isinstance(item.what, Mention):
            name = item.what.meanings[0]
            if name.use == "capital" or name.type == "place" or name.id == "brussels":
                return sentence.text[item.start : item.end].removesuffix(", D.C.").removesuffix(", DC")
    return ""


def _plain(place: str) -> str:
    return place.split(",")[0].replace(".", "").strip()
