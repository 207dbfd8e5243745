"""``control``: a party holds, or took, a place; who says so is part of the claim, and no reason to believe it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date as Day
from typing import ClassVar

from foedus import control as places
from foedus.claims.claim import Claim, Reading, Tense, spell_date
from foedus.dates import on, parse_moment
from foedus.fact import Fact
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS, Sentence
from foedus.language.template import alternatives_of
from foedus.language.words import CLASSES
from foedus.lexicon import Name
from foedus.office import speaks_for
from foedus.record import Record
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, Truth

_L = LETTERS
_KIND = (
    "strategic|eastern|southern|northern|key|besieged|port|small|entire|occupied|contested|ruined|battered|embattled|Ukrainian|symbolic|"
    "devastated|front-line"
)
_TOWN = f"[the] [whole|all] [of] [the] [{_KIND}] [<town>] [of] {{town}}"
_ARMED = "['s] [<armed>|hands]"
_TAKEN = "(captured|seized|taken|retaken|recaptured|liberated|conquered|overrun|occupied|annexed|won back|taken back)"
_CAPTURE = (
    "[fully|completely] (captured|seized|taken|retaken|recaptured|liberated|conquered|overrun|taken control of|seized control of|gained "
    "control of|"
    "taken full control of|regained control of|established control over)"
)
_CLAIMS = "[on] [{date}] (claims|claimed|claiming|has claimed|announced|declared|reported|proclaimed|has proclaimed|had proclaimed)"
_SAYS = "[on] [{date}] (claims|claimed|claiming|has claimed|says|said)"
_NOUN = "(capture|seizure|full control|complete control|control|liberation|taking|fall|conquest)"

_SPEAKER = f"[{_L['person']}{_L['state']}{_L['capital']}{_L['government']}{_L['demonym']}]"
_SAID = "|".join(
    sorted((r"\s+".join(word.split()) for word in (*CLASSES["asserts"].split("|"), "claimed", "claims", "claiming")), key=len, reverse=True)
)
_ATTRIBUTED = re.compile(
    rf"(?P<who>{_SPEAKER})(?P<of>(?:'s?)?(?:\s+(?:{alternatives_of(CLASSES['spokesmen'], [0])}|officials?|"
    rf"ministry))?)(?:\s+(?:on\s+)?{_L['date']})?"
    rf"(?:\s+[a-z]+ly)?\s+(?:has\s+|have\s+|had\s+|also\s+)?(?P<verb>{_SAID})(?:\s+(?:reporters|journalists))?(?:\s+(?:late\s+|"
    rf"early\s+)?(?:on\s+)?(?P<date>{_L['date']}))?\s*,?"
    rf"(?:\s+that)?(?:\s+(?:the|its|his))?\s*$",
    re.I,
)
_BEHIND = re.compile(
    rf"\s*,\s*(?:the\s+)?(?P<who>{_SPEAKER})(?:'s?)?(?:\s+[A-Za-z]+){{0,3}}\s+(?:said|says|claimed|"
    rf"announced)(?:\s+(?:on\s+)?(?P<date>{_L['date']}))?",
    re.I,
)
_ACCORDING = re.compile(rf"\s*,?\s*according\s+to\s+(?:the\s+)?(?:[A-Za-z]+\s+){{0,4}}?(?P<who>{_SPEAKER})(?P<date>(?!))?", re.I)
_DATE_BEHIND = re.compile(
    rf"\s*,?\s*(?:(?:back|only|early|late|again)\s+)?(?:(?:on|in|since|as\s+of|by|late\s+on|early\s+on)\s+)?(?P<date>{_L['date']})",
    re.I,
)
_DATE_AHEAD = re.compile(rf"(?:^|[.;,]\s)\s*(?:(?:on|in|by)\s+)?(?P<date>{_L['date']})\s*,?\s*(?:the\s+)?$", re.I)
_END = re.compile(
    rf"\s*(?:$|[.,;:!)\]—\"]|-\s|{_L['date']}|\s(?:on|in|last|after|before|by|from|and|but|as|for|during|with|since|early|late|at|amid|"
    r"while|when|following|this|that|earlier|again|"
    r"without|despite|over|back|is|was|now|where|which|under|late|through|until|because|region|province|oblast|though|although|today|"
    r"yesterday|once|entirely|completely|to)\b)",
    re.I,
)
_PART = re.compile(
    r"\b(?:most|half|part|parts|much|some|outskirts|suburbs|edge|near|around|percent|district|districts|villages|towns|north|south|east|"
    r"west|centre|center)\s+(?:of|outside)?\s*(?:the\s+)?$",
    re.I,
)
_NO_SUBJECT = re.compile(
    r"\b(?:of|by|with|against|from|about|for|to|on|between|among|over|than|like|unlike|and|or|in|at|neither|nor|not|no)\s+(?:the\s+)?$",
    re.I,
)
_CITY_OF = re.compile(r"\b(?:the\s+)(?:[a-z-]+\s+){0,2}(?:city|town|village|port|peninsula|region)\s+(?:of\s+)?$", re.I)
_NOT_SO = re.compile(
    r"\b(?:not|never|nearly|almost|deni\w+|failed|partly|largely|mostly|parts?|most|half|refuted|dismissed|rejected|doubt\w*)\b|n't\b",
    re.I,
)


class Control(Claim):
    """*holder* holds *place* (on *date*), as *asserted_by* has it."""

    kind: ClassVar[str] = "control"
    place: str
    holder: str
    asserted_by: str = ""
    date: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{side}} {_ARMED} [<adverb>] [<how>] [on] [{{date}}] <took> [full|complete] [control of|control over] {_TOWN}", took=True),
        P(f"{{side}} {_ARMED} [<adverb>] <holds> {_TOWN}"),
        P(
            "(it|they|he|its forces|its troops|its army|its soldiers|their forces|their troops|his forces|his fighters) [<adverb>] "
            f"<took> [full|complete] [control of|control over] {_TOWN}",
            took=True, own=True,
        ),
        P(f"(it|they|its forces|its troops|its army|their forces|their troops) [<adverb>] <holds> {_TOWN}", own=True),
        *(
            P(f"{who} [<how>] {said} {told} {_TOWN}", took=True, direct=True)
            for who in ("{speaker} ['s <spokesmen>]", "{demonym} <spokesmen>")
            for said, told in (
                (_CLAIMS, f"[on] [{{d2=date}}] [the] {_NOUN} (of|over)"),
                (_SAYS, f"[on] [{{d2=date}}] to (have {_CAPTURE}|be in control of|have full control of|control|hold) [control of]"),
            )
        ),
        P(
            "{town} (is|are|was|were|has been|had been|remains|remained) [<adverb>] [being] (held|controlled|occupied) by {side} "
            f"{_ARMED}",
            passive=True,
        ),
        P(
            f"{{town}} [,] [which|that] (is|was|were|has been|had been|being|got) [<adverb>] {_TAKEN} [on] [{{date}}] by {{side}} "
            f"{_ARMED}",
            took=True,
        ),
        P(f"{{town}} , [which is|now] (held|controlled|{_TAKEN}) by {{side}} {_ARMED}", took=True),
        P(f"{{town}} , which {{side}} {_ARMED} [<adverb>] [<how>] <took>", took=True),
        P(f"{{town}} , which {{side}} {_ARMED} [<adverb>] <holds>"),
        P(f"{{town}} (fell to|has fallen to|had fallen to|surrendered to) {{side}} {_ARMED}", took=True),
        P(
            "{town} (is|was|remains|has been|remained) [<adverb>] [back|firmly|fully|completely|entirely|once again] (in|under) "
            "[full|complete|firm] {side} ['s] [<armed>] "
            "(hands|control|occupation|rule)",
            passive=True,
        ),
        P("(control|capture|seizure) of {town} (was|has been|is) claimed by {speaker}", took=True, direct=True),
        P(
            "{demonym} (claim|claims) to have (captured|seized|taken|retaken|taken control of|seized control of) {town}",
            took=True, direct=True,
        ),
        P(
            "{speaker} [has|had] [<adverb>] (proclaimed|announced|declared|claimed) its (capture|seizure|fall|liberation)",
            took=True, direct=True, its=True,
        ),
        P("{town} (has fallen|had fallen|fell)", took=True, own=True),
        # from whom it was taken, or who lost it
        P(f"{{side}} {_ARMED} [<adverb>] [<how>] [on] [{{date}}] <took> [control of|control over] {_TOWN} from {{loser=org}} {_ARMED} [[on|in] {{d2=date}}]", took=True, gone=True),
        P(f"{{side}} {_ARMED} [<how>] (wrested|won|has wrested|had wrested|wrenched|snatched) [control of] {_TOWN} [back] from {{loser=org}} {_ARMED} [[on|in] {{date}}]", took=True, gone=True),
        P(f"{{side}} {_ARMED} [<how>] (drove|pushed|expelled|ejected|forced|ousted|kicked|has driven|had driven|has pushed|threw) {{loser=org}} {_ARMED} [out] (out of|from|of) {_TOWN} [[on|in] {{date}}]", took=True, gone=True),
        P(f"{{town}} [,] [which|that] [<adverb>] {{side}} {_ARMED} [<adverb>] [<how>] <took> from {{loser=org}} [[on|in] {{date}}]", took=True, gone=True),
        P(f"{{loser=org}} {_ARMED} [<how>] (lost|has lost|had lost|lost control of|ceded|surrendered|has ceded) [control of] {_TOWN} to {{side}} {_ARMED} [[on|in] {{date}}]", took=True, gone=True),
        P(f"{{town}} (was|became) ~ [~] to (fall to|be captured by|be taken by|be seized by) {{side}} {_ARMED}", took=True),
        P(f"{{town}} (fell|has fallen|had fallen) [on|in] {{date}} to {{side}} {_ARMED}", took=True),
        P("{town} (came|fell|passed|returned|has come|had come|has passed|has returned|was brought|is back) [<adverb>] (under|into|to|in) [full|complete] {side} ['s] [<armed>] (control|occupation|hands|rule)", took=True),
        P(f"[full] control of {{town}} (passed|has passed|fell|returned|went|was handed) to {{side}} {_ARMED}", took=True),
        P(f"{{side}} {_ARMED} [<adverb>] [<how>] (completed|secured|has completed|had completed|sealed) [the|its|their] (capture|seizure|conquest|occupation|liberation) of {_TOWN}", took=True),
        P(f"{{side}} 's {{date}} (capture|seizure|occupation|recapture|reconquest|liberation|annexation|conquest) of {_TOWN}", took=True, nominal=True),
        P(f"{{town}} 's (capture|seizure|occupation|recapture|liberation|annexation|fall) (by|to) {{side}} {_ARMED}", took=True, nominal=True),
        P(f"(held|occupied|annexed|seized|captured|controlled) by {{side}} {_ARMED} [[in|since] {{date}}] , [the] [{_KIND}] [<town>] [of] {{town}}", took=True, nominal=True),
        P("{town} (is|was) [<adverb>] [fully|completely|entirely] (under its [full] control|in its hands|under their [full] control|in their hands)", own=True),
        P("{speaker} has it that {side} (holds|held) {town}", direct=True),
        P("{side} - (held|controlled|occupied|annexed) {town}", supposed=True, noun=True),
        P(
            "{side} [<armed>] ['s] [invasion and] (capture|seizure|occupation|recapture|reconquest|liberation|annexation|conquest) "
            f"of {_TOWN} [[in|on|since] {{date}}]",
            took=True, nominal=True,
        ),
        P(
            f"(capture|seizure|occupation|recapture|reconquest|liberation|annexation|conquest) of {{town}} by {{side}} {_ARMED}",
            took=True, nominal=True,
        ),
        P("fall of {town} to {side} " + _ARMED, took=True, nominal=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        sentence, fixed = match.sentence, match.phrasing.fixed
        mask, (start, end) = sentence.mask, match.found.span()
        start += len(match.found.group()) - len(match.found.group().lstrip())
        if mask[start] == _L["place"] and (kind_of_place := _CITY_OF.search(mask[:start])):
            start = kind_of_place.start()
        town = match.antecedent("place") if fixed.get("its") else next(iter(match.names("town")), None)
        if fixed.get("gone") and match.id("side") == match.id("loser"):
            return
        if town is None or (mask[end - 1] == _L["place"] and not fixed.get("noun") and not _END.match(mask[end:])):
            return
        if mask[start] != _L["place"] and not any(map(fixed.get, ("noun", "own", "nominal"))) and _NO_SUBJECT.search(mask[:start]):
            return
        if _PART.search(mask[:start]) or _NOT_SO.search(match.found.group()):
            return
        said = None if fixed.get("direct") else _ATTRIBUTED.search(mask[:start])
        behind = None if said or fixed.get("direct") else _BEHIND.match(mask, end) or _ACCORDING.match(mask, end)
        speaker = (*match.names("speaker"), *match.names("demonym"))[0] if fixed.get("direct") else _name(sentence, said or behind)
        if said and _NOT_SO.search(said["verb"]):
            return
        holder = match.id("side") or (_side(sentence, speaker) if speaker else "")
        if not holder:
            return
        when = match.date() or match.date("d2")
        after, ahead = _DATE_BEHIND.match(mask, end), _DATE_AHEAD.search(mask[:start])
        if when is None and after and not behind:
            when, end = sentence.moment_at(after.start("date")), after.end()
        for found in (said, behind):
            if when is None and found and found["date"]:
                when = sentence.moment_at(found.start("date"))
        if when is None and ahead:
            when, start = sentence.moment_at(ahead.start("date")), ahead.start() + (ahead.group()[:1] in ".;,")
        if when is None and said and (lead := _DATE_AHEAD.search(mask[: said.start()])):
            when = sentence.moment_at(lead.start("date"))
        while mask[start] in " ,":
            start += 1
        end = max(end, behind.end()) if behind else end
        past = fixed.get("took") or match.past or re.search(r"\b(?:was|were|remained|had)\b", match.found.group())
        tense = Tense.EVENT if when else Tense.PAST if past else Tense.PRESENT
        claim = cls(town.id, holder, speaker.id if speaker else "", when.text if when else "")
        told = (speaker.id if speaker.type == "person" else sentence.context.names.say(speaker.id)) if speaker else None
        # A party's word that it has taken a place is news of its day: what it held later does not make it true then.
        day = on(sentence.context.published) if speaker and past and not when else None
        first, last = sentence.offset + sentence.original(start), sentence.offset + sentence.original(end, end=True)
        yield Reading(claim, first, last, tense, day, attributed_to=told)

    def truth(self, record: Record) -> Truth:
        if not self.date:
            return places.holds(record, self.place, self.holder)
        return places.held_in(record, self.place, self.holder, parse_moment(self.date))

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        said = f"{names.say(self.asserted_by)} has it that " if self.asserted_by else ""
        return f"{said}{names.say(self.holder)} {'held' if when else 'holds'} {self.place}{when}"

    def correction(self, record: Record, day: Day, words: str, names: Names) -> str | None:
        return None

    def checked_through(self, record: Record) -> Day | None:
        coverage = places.known_at_all(record, self.place)
        return coverage.through if coverage else None

    def context(self, record: Record) -> tuple[Fact, ...]:
        if not self.date:
            return ()
        moment = parse_moment(self.date)
        disputed = places.held_in(record, self.place, self.holder, moment).steps[-1].value in (CONFLICTING, NOT_ENOUGH_INFO)
        return places.settled(record, self.place, moment.earliest) if disputed else ()


def _name(sentence: Sentence, found: re.Match[str] | None) -> Name | None:
    return sentence.name_at(found.start("who")) if found else None


def _side(sentence: Sentence, speaker: Name) -> str:
    """The state on whose behalf somebody says "it" or "we"."""
    return speaks_for(sentence.context.record, speaker.id) if speaker.type == "person" else speaker.id
