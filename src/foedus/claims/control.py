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
from foedus.facts import Control as Held
from foedus.language.lazily import lazily
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
_TOWN = f"[the] [whole|all] [of] [the] [{_KIND}] [{{land=org}} ['s]] [{_KIND}] [~ <town>] [,] [of] {{spot}}"
_ARMED = "['s] [[(government|defence|defense|own|elite|regular|ground|invading|occupying|advancing|special|airborne|national|military)] <armed>|hands|government|authorities|president]"
_OURS = "(it|they|he|(its|their|his|our) [~] <armed>|[the] (army|military|government [<armed>]|regime [<armed>]))"
"""Who is named by what he belongs to: the speaker, or whom the page named last."""
_REBELS = "[(<armed>|mercenaries|members|jihadists|militants) (of|from) [the]] [(sunni|shia|shiite|islamist|armed|kurdish|local|foreign|allied|advancing)] [{back=side} - (backed|led|supported|aligned)|pro - {back=side}|{back=side}] {faction} ['s] [<armed>]"
_SIDE = f"([the] {_REBELS}|{{side}} {_ARMED}|{{chief=person}} ['s] <armed>|{_OURS})"
"""Who takes or holds a place: a state or its forces, an armed group, or what stands for one of them."""
_TAKEN = (
    "(captured|seized|taken|retaken|recaptured|liberated|conquered|overrun|occupied|annexed|won back|taken back|freed|seized and annexed|taken over|stormed|reconquered|regained|wrested|cleared|reclaimed|invaded and annexed|grabbed|"
    "taken and occupied|won|reoccupied|snatched)"
)
_TAKEN = f'["] {_TAKEN} ["]'
_CAPTURE = (
    "[fully|completely] (captured|seized|taken|retaken|recaptured|liberated|conquered|overrun|taken control of|seized control of|gained control of|taken full control of|regained control of|established control over|freed|"
    "secured|cleared|occupied|annexed|won back|reclaimed)"
)
_CLAIMS = "[on] [{date}] (claims|claimed|claiming|has claimed|announced|declared|reported|proclaimed|has proclaimed|had proclaimed|confirmed|hailed|celebrated|announces)"
_SAYS = "[on] [{date}] (claims|claimed|claiming|has claimed|says|said|announced)"
_NOUN = "(capture|seizure|full control|complete control|control|liberation|taking|fall|conquest|victory|recapture|occupation|annexation)"
_ACT = "(capture|seizure|occupation|recapture|reconquest|liberation|annexation|conquest|takeover|retaking|taking|reoccupation|fall)"
_WHEN = "[[on|in|since] {date}]"
_BE = "(is|are|was|were|has been|have been|had been|being|got|remains|remained|has since been|stands|lies|is again|is back|stayed|stays|has remained|were both)"

_SPEAKER = f"[{_L['person']}{_L['state']}{_L['capital']}{_L['government']}{_L['demonym']}]"
_SAID = "|".join(
    sorted(
        (
            r"\s+".join(word.split())
            for word in (
                *CLASSES["asserts"].split("|"),
                "claimed",
                "claims",
                "claiming",
                "boasted",
                "conceded",
                "concedes",
                "revealed",
                "proclaimed",
            )
        ),
        key=len,
        reverse=True,
    )
)
_ATTRIBUTED = lazily(
    rf"(?P<who>{_SPEAKER})(?P<of>(?:'s?)?(?:\s+(?:{alternatives_of(CLASSES['spokesmen'], [0])}|officials?|"
    rf"ministry))?)(?:\s+(?:on\s+)?{_L['date']})?"
    rf"(?:\s+[a-z]+ly)?\s+(?:has\s+|have\s+|had\s+|also\s+)?(?P<verb>{_SAID})(?:\s+(?:reporters|journalists|parliament|troops|viewers|(?:\ue005\s+|president\s+)?[\ue004\ue000]))?(?:\s+(?:late\s+|"
    rf"early\s+)?(?:on\s+)?(?P<date>{_L['date']}))?\s*,?"
    rf"(?:\s+that)?(?:\s+(?:the|its|his))?\s*$",
    re.I,
)
_BEHIND = lazily(
    rf"\s*[,\"]+\s*(?:the\s+)?(?P<who>{_SPEAKER})(?:'s?)?(?:\s+[A-Za-z\ue005]+){{0,3}}\s+(?:said|says|claimed|wrote|declared|"
    rf"announced)(?:\s+(?:on\s+)?(?P<date>{_L['date']}))?",
    re.I,
)
_ACCORDING = lazily(rf"\s*,?\s*according\s+to\s+(?:the\s+)?(?:[A-Za-z]+\s+){{0,4}}?(?P<who>{_SPEAKER})(?P<date>(?!))?", re.I)
_DATE_BEHIND = lazily(
    rf"\s*,?\s*(?:(?:back|only|early|late|again)\s+)?(?:(?:on|in|since|as\s+of|by|late\s+on|early\s+on)\s+)?(?P<date>{_L['date']})",
    re.I,
)
_DATE_AHEAD = lazily(rf"(?:^|[.;,]\s)\s*(?:(?:on|in|by)\s+)?(?P<date>{_L['date']})\s*,?\s*(?:the\s+)?$", re.I)
_END = lazily(
    rf"\s*(?:$|[.,;:!)\]—\"]|-\s|{_L['date']}|\s(?:on|in|last|after|before|by|from|and|but|as|for|during|with|since|early|late|at|amid|"
    r"while|when|following|this|that|earlier|again|"
    r"without|despite|over|back|is|was|now|where|which|under|late|through|until|because|region|province|oblast|though|although|today|"
    r"yesterday|once|entirely|completely|to)\b)",
    re.I,
)
_NO_END = lazily(
    r"(?!\s*'|-|\s+(?:bridge|shipyard|airport|front|sector|direction|railway|dam|region|residents|museum|steelworks|plant|axis)\b)"
)
_PART = lazily(
    r"\b(?:most|half|part|parts|much|some|outskirts|suburbs|edge|near|around|percent|district|districts|villages|towns|north|south|east|"
    r"west|centre|center)\s+(?:of|outside)?\s*(?:the\s+)?$",
    re.I,
)
_PARTLY = lazily(
    r"\b(?:outskirts|suburbs?|edges?|half|parts?|approaches|districts|percent|quarters?|positions|streets|blocks|north|south|east|west|northern|southern|eastern|western|central)"
    r"\s+(?:part\s+|parts\s+|half\s+|outskirts\s+|edge\s+|districts\s+)?(?:of|in|around|near)\b|\b(?:near|outside|around)\s"
)
_NO_SUBJECT = lazily(
    r"\b(?:of|by|with|against|from|about|for|to|on|between|among|over|than|like|unlike|and|or|in|at|neither|nor|not|no)\s+(?:the\s+)?$",
    re.I,
)
_CITY_OF = lazily(r"\b(?:the\s+)(?:[a-z-]+\s+){0,2}(?:city|town|village|port|peninsula|region)\s+(?:of\s+)?$", re.I)
_NOT_SO = lazily(
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
        # somebody took it, or holds it
        P(f"{_SIDE} [, (which|who|whose forces|whose troops)] ... <took> [full|complete] [control of|control over] {_TOWN} [from {{loser=org}} {_ARMED}] {_WHEN}", took=True),
        P(f"{_SIDE} [, (which|who|whose forces|whose troops)] ... <holds> {_TOWN}"),
        *(
            P(f"{who} [<how>] {said} {told} {_TOWN}", took=True, direct=True)
            for who in ("{speaker} ['s <spokesmen>]", "{demonym} <spokesmen>")
            for said, told in (
                (_CLAIMS, f"[on] [{{d2=date}}] [the] [complete|full|total] {_NOUN} (of|over|in)"),
                (_SAYS, f"[on] [{{d2=date}}] to (have {_CAPTURE}|be in control of|have full control of|control|hold) [control of]"),
            )
        ),
        P(f"{{spot}} [,] [which|that] ... {_BE} ... (held|controlled|occupied|ruled|run|administered|defended|governed|policed) ... by {_SIDE} {_WHEN}", passive=True),
        P(f"{{spot}} [,] [which|that] ... {_BE} ... {_TAKEN} ... [from {{loser=org}} {_ARMED}] ... by {_SIDE} {_WHEN}", took=True),
        P(f"{{spot}} , [<how>] [which is|now|then|long|still] (held|controlled|{_TAKEN}) ... [from {{loser=org}} {_ARMED}] by {_SIDE} {_WHEN}", took=True),
        P(f"{{spot}} [,] [which|that] {_SIDE} ... <took> [from {{loser=org}}] {_WHEN}", took=True, relative=True),
        P(f"{{spot}} [,] [which|that] {_SIDE} ... <holds>", relative=True),
        P(f"{{spot}} <is> ... (that|which) {_SIDE} ... (<took>|managed to take|managed to capture|managed to seize|has managed to take|had managed to take|had managed to capture)", took=True, relative=True),
        P(f"{{spot}} [,] [which] ... (fell|fallen|fall|falls|falling|surrendered|succumbed|capitulated|lost|passed|fell back|went|ceded|handed over|given back|handed back|reverted) ... to {_SIDE} {_WHEN}", took=True),
        P(f"{{spot}} [,] [which|that] ... {_BE} ... (in|under) [full|complete|firm|the|partial] {_SIDE} ['s] [government] ['s] (hands|control|occupation|rule|administration|authority|sovereignty|domination)", passive=True),
        P(f"{{spot}} , [now|still|once again|long|then] (in|under) {_SIDE} ['s] (hands|control|occupation|rule)", passive=True),
        P(f"{{spot}} ... (came|fell|passed|returned|has come|had come|has passed|has returned|was brought|has fallen|fallen|fall|slipped|came back|went|reverted) ... (under|into|to|in) [full|complete|the] ({_SIDE} ['s] (control|occupation|hands|rule|authority|administration)|(control|hands|rule|possession) of [the] {_SIDE})", took=True),
        P("{spot} (is|are|has been|was|were) [<adverb>] [(once more|once again|again|now|back|firmly|still|entirely)] {side} ['s] [again]", passive=True, again=True),
        P(f"(control|capture|seizure|fall) of {_TOWN} (was|has been|is) (claimed|announced|confirmed|proclaimed) by {{speaker}}", took=True, direct=True),
        P(f"{{demonym}} (claim|claims) to have (captured|seized|taken|retaken|taken control of|seized control of) {_TOWN}", took=True, direct=True),
        P("{speaker} ... (proclaimed|announced|declared|claimed) its (capture|seizure|fall|liberation)", took=True, direct=True, its=True),
        P(f"{{spot}} [,] (has fallen|had fallen|fell|was ours|(had been|has been|was|is now|was now) [now|fully|completely] {_TAKEN})", took=True, own=True, spoken=True),
        # from whom it was taken, or who lost it
        P(f"{_SIDE} ... (wrested|won|wrenched|snatched|prised|took|seized|recaptured|retook|captured) [control of] {_TOWN} [back] from {{loser=org}} {_ARMED} {_WHEN}", took=True, gone=True),
        P(f"{_SIDE} ... (drove|driven|pushed|expelled|ejected|forced|ousted|kicked|threw|thrown|cleared|chased|dislodged|routed) [the] ({{loser=org}} {_ARMED}|{{routed=faction}} [<armed>]|(government|regime) [<armed>]) [back] [out] (out of|from|of) {_TOWN} {_WHEN}", took=True, gone=True),
        P(f"{{loser=org}} {_ARMED} ... (lost|lost control of|ceded|surrendered|gave up|yielded|conceded|handed over|had to give up|abandoned) [control of] {_TOWN} to [the] {_SIDE} {_WHEN}", took=True, gone=True),
        P(f"({{loser=org}} {_ARMED}|[the] {_REBELS}|{_OURS}) [<adverb>] [has|had|have] [<adverb>] <gave-up-place> {_TOWN} {_WHEN}", took=True, lost=True),
        P(f"{{spot}} , (lost|given up|surrendered) by {{loser=org}} {_ARMED} {_WHEN}", took=True, lost=True),
        P(f"(loss) of {_TOWN} by {{loser=org}} {_ARMED} {_WHEN}", took=True, lost=True),
        P(f"{{loser=org}} ['s] (loss) of {_TOWN} {_WHEN}", took=True, lost=True),
        P(f"{{spot}} (was|became|is) ... to (fall to|be captured by|be taken by|be seized by|be retaken by|be liberated by) [the] {_SIDE} {_WHEN}", took=True),
        P(f"{{spot}} (was|became|is) ... to fall into {_SIDE} ['s] hands {_WHEN}", took=True),
        P(f"control of {_TOWN} (passed|has passed|fell|returned|went|was handed|has gone) to {_SIDE}", took=True),
        P(f"{_SIDE} ... (completed|secured|sealed|achieved|made|celebrated|hailed|finished) [the|its|their] {_ACT} of {_TOWN} {_WHEN}", took=True),
        P(f"{_SIDE} ... (hoisted|raised|planted) (its|their|the|a) [~] flag (over|in|above|on) ... {_TOWN} {_WHEN}", took=True),
        P(f"{{side}} ['s] [~] flag ... ((was|were|is|has been) [<adverb>] (hoisted|raised|planted|flying)|flies|flew|waves|went up) (over|in|above|on) {_TOWN} {_WHEN}", took=True),
        P(f"(victory) (in|at) {_TOWN} (was|has been) claimed by {{speaker}}", took=True, direct=True),
        P(f"(left|leaves|leaving|put|puts|placed|placing|brought|keeps) {_TOWN} [firmly|fully|back] (in|under) {_SIDE} ['s] (hands|control|rule|occupation)", took=True, nominal=True),
        P(f"{_SIDE} ... (bring|brought|restored|returned|place|placed|put|taken|took) {_TOWN} [firmly|fully|back] [under|to|into] (its|their|his) [own|full] (hands|control|rule|authority|sovereignty|fold)", took=True),
        P(f"{{loser=org}} {_ARMED} ... (handed|gave|transferred|returned|surrendered|turned) {_TOWN} [over|back] to {_SIDE} {_WHEN}", took=True, gone=True),
        P(f"{{speaker}} ... (congratulated|praised|thanked|hailed|celebrated|is celebrating|celebrates|hails|applauded) ... [on|for] [the] [\"] {_NOUN} [\"] (of|in) {_TOWN}", took=True, direct=True),
        P(f"{_SIDE} ... (won|has won|had won) the battle (of|for) {_TOWN} {_WHEN}", took=True),
        P(f"{{spot}} [,] ... {_BE} ... (under|in) the [full|firm|complete] (control|occupation|rule|authority|hands|possession) of [the] {_SIDE}", passive=True),
        P(f"with {_TOWN} {_TAKEN} by {_SIDE}", took=True, nominal=True),
        # nouns
        P(f"{_SIDE} ['s] (rule|control|sovereignty|authority) (over|of|in) {_TOWN}", nominal=True),
        P(f"{_SIDE} ['s] [{{d2=date}}] ... {_ACT} of {_TOWN} {_WHEN}", took=True, nominal=True),
        P(f"{_ACT} of {_TOWN} [in {{d2=date}}|on {{d2=date}}] (by|to) [the] {_SIDE} {_WHEN}", took=True, nominal=True),
        P(f"{{spot}} 's {_ACT} (by|to|from) [the] {_SIDE}", took=True, nominal=True),
        P(f"(held|occupied|annexed|seized|captured|controlled|liberated|recaptured) by {_SIDE} [[in|since] {{date}}] , {_TOWN}", took=True, nominal=True),
        P("{spot} (is|was) [<adverb>] [fully|completely|entirely] (under its [full] control|in its hands|under their [full] control|in their hands|under our control|ours)", own=True, spoken=True),
        P("{speaker} has it that {side} (holds|held) {spot}", direct=True),
        P("({side}|{faction}) - (held|controlled|occupied|annexed|ruled|seized) [~] [of] {spot}", supposed=True, noun=True),
        P("({side} ['s]) ... (biggest|latest|first|most important|greatest|largest) ... (gain|conquest|prize|capture) ... (was|is|has been) {spot}", took=True, nominal=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        sentence, fixed = match.sentence, match.phrasing.fixed
        mask, (start, end) = sentence.mask, match.found.span()
        start += len(match.found.group()) - len(match.found.group().lstrip())
        if mask[start] == _L["place"] and (kind_of_place := _CITY_OF.search(mask[:start])):
            start = kind_of_place.start()
        town = match.antecedent("place") if fixed.get("its") else _spot(match)
        loser = match.id("loser")
        own = bool(fixed.get("own")) or not (
            match.has("side") or match.has("faction") or match.has("chief") or loser or fixed.get("direct")
        )
        if loser and match.id("side") == loser:
            return
        if town is None or (
            mask[end - 1] in _SPOT and not fixed.get("noun") and not (_NO_END if fixed.get("nominal") else _END).match(mask[end:])
        ):
            return
        if mask[start] not in _SPOT and not own and not any(map(fixed.get, ("noun", "nominal"))) and _NO_SUBJECT.search(mask[:start]):
            return
        if town.use == "anaphor" and town.name in sentence.text[sentence.original(start) : sentence.original(end, end=True)]:
            return  # "annexed Crimea and has held the peninsula since" is read where it is named
        if fixed.get("again") and not (_AGAIN.search(match.found.group()) and _END.match(mask[end:])):
            return
        if _PARTLY.search(match.found.group()) or _PART.search(mask[:start]) or _NOT_SO.search(match.found.group()):
            return
        said = None if fixed.get("direct") else _ATTRIBUTED.search(mask[:start])
        behind = None if said or fixed.get("direct") else _BEHIND.match(mask, end) or _ACCORDING.match(mask, end)
        speaker = (*match.names("speaker"), *match.names("demonym"))[0] if fixed.get("direct") else _name(sentence, said or behind)
        if said and _NOT_SO.search(said["verb"]):
            return
        holder = _party(match, town.id) or (_side(sentence, speaker) if speaker else "")
        if own and not holder and not fixed.get("spoken"):
            holder = _owner(match, town.id)
        if fixed.get("lost"):
            holder = places.other_side(sentence.context.record, town.id, loser or holder) if loser or holder else ""
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
        towns = (town.id, *_joined_places(sentence, match)) if not fixed.get("its") else (town.id,)
        while mask[start] in " ,":
            start += 1
        end = max(end, behind.end()) if behind else end
        if after_towns := (len(towns) > 1 and _PLACES_AFTER.match(sentence.folded, match.found.end("spot"))):
            end = max(end, after_towns.end(1))
        past = fixed.get("took") or match.past or re.search(r"\b(?:was|were|remained|had)\b", match.found.group())
        tense = Tense.EVENT if when else Tense.PAST if past else Tense.PRESENT
        told = (speaker.id if speaker.type == "person" else sentence.context.names.say(speaker.id)) if speaker else None
        # A party's word that it has taken a place is news of its day: what it held later does not make it true then.
        day = on(sentence.context.published) if speaker and past and not when else None
        first, last = sentence.offset + sentence.original(start), sentence.offset + sentence.original(end, end=True)
        for place in dict.fromkeys(towns):
            claim = cls(place, holder, speaker.id if speaker else "", when.text if when else "")
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


_PLACE = _L["place"]
_SPOT = _L["place"] + _L["capital"]
_AGAIN = lazily(r"\b(?:again|once more|now|back|firmly|still)\b")
_OFFICIAL = lazily(r"\b(?:government|regime|the\s+(?:army|military))\b")
_GROUP = lazily(rf"\b(?:(?P<who>{alternatives_of(CLASSES['faction'], [0])})|the\s+(?:army|military|government|regime))\b")
_REBEL = lazily(rf"(?:\s+(?:[a-z]+-[a-z]+|armed|kurdish|islamist|arab))?\s+(?P<who>{alternatives_of(CLASSES['faction'], [0])})\b")
_BACKED = lazily(r"\s*-\s*(?:backed|led|supported|aligned|appointed|installed|friendly|speaking|born)\b")
_PLACES_BEFORE = lazily(rf"((?:{_PLACE}\s*,\s*(?:the\s+)?)*{_PLACE}\s*,?\s+and\s+(?:the\s+)?(?:[a-z-]+\s+of\s+)?)$")
_PLACES_AFTER = lazily(
    rf"((?:\s*,\s*(?:the\s+)?{_PLACE})*\s*,?\s+and\s+(?:the\s+)?{_PLACE})(?=\s*(?:[.,;:)—]|$)|\s+(?:in|on|to|from|by|with|after|before|as|at|where|which|and|but|last|this|is|are|was|were|have|has|had|fell|remain|remained|both)\b|\s+{_L['date']})"
)


def _spot(match: Match) -> Name | None:
    """The place: one by its name, or a capital that the record has accounts of as a place of its own."""
    town = next(iter(match.names("spot")), None)
    if town is None or town.type == "place":
        return town
    item = match.items("spot")[0]
    written = match.sentence.text[item.start : item.end]
    return Name(written, "place", written, "name") if match.sentence.context.record.of(Held, place=written) else None


def _party(match: Match, place: str) -> str:
    """Who takes or holds the place by the words of the match: a state, or an armed group, also one that is only named with its state ("Syrian rebels")."""
    record, folded = match.sentence.context.record, match.sentence.folded
    if match.has("faction"):
        return places.faction(record, place, match.found["faction"])
    if match.has("chief"):
        chief = match.items("chief")[0]
        written = match.sentence.text[chief.start : chief.end]
        return "RUS" if written == "Wagner" else speaks_for(record, match.id("chief"))
    if not match.has("side"):
        return ""
    rebels = _REBEL.match(folded, match.found.end("side"))
    if rebels:
        return places.faction(record, place, rebels["who"])
    return "" if _BACKED.match(folded, match.found.end("side")) else match.id("side")


def _owner(match: Match, place: str) -> str:
    """Whom "it", "their forces" or "the army" means: the armed group or the army named before, or the state."""
    record, sentence = match.sentence.context.record, match.sentence
    own = _OFFICIAL.search(match.found.group())
    before = [*_GROUP.finditer(sentence.folded, 0, match.found.start())]
    if before and not own:
        return places.faction(record, place, before[-1]["who"]) if before[-1]["who"] else places.state_of(record, place)
    state = match.antecedent("state")
    if own or state is None:
        return places.state_of(record, place) if own else ""
    return state.id


def _joined_places(sentence: Sentence, match: Match) -> list[str]:
    """The places named together with the one of the match: "Kupiansk and Izium"."""
    end = match.found.end("spot")
    before, after = _PLACES_BEFORE.search(sentence.folded[: end - 1]), _PLACES_AFTER.match(sentence.folded, end)
    found = []
    if before:
        found += [name.id for item in sentence.inside(before.start(), end - 1) if (name := sentence.name_at(item.at))]
    if after:
        found += [name.id for item in sentence.inside(end, after.end(1)) if (name := sentence.name_at(item.at))]
    return found


def _name(sentence: Sentence, found: re.Match[str] | None) -> Name | None:
    return sentence.name_at(found.start("who")) if found else None


def _side(sentence: Sentence, speaker: Name) -> str:
    """The state on whose behalf somebody says "it" or "we"."""
    return speaks_for(sentence.context.record, speaker.id) if speaker.type == "person" else speaker.id
