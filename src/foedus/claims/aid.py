"""``aid``: a state, or the members of an alliance, gave or pledged aid to a state."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, ClassVar

from foedus import force
from foedus import office as offices
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.claims.clauses import joined_before, slots
from foedus.claims.deployment import WISHED, date_before, date_near, is_actor, rounding, shared
from foedus.claims.gifts import gift
from foedus.dates import Moment, parse_moment
from foedus.facts import Aid as AidFact
from foedus.language import numbers
from foedus.language.names import Mention, Names
from foedus.language.numbers import CURRENCIES, HEDGE_PHRASES, SCALES, Quantity, agrees, plain
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS, Sentence
from foedus.language.template import alternatives_of
from foedus.language.words import CLASSES
from foedus.record import Record
from foedus.verdict import Truth

_KINDS = {
    "military": r"(?:military|security|defen[cs]e|lethal) (?:aid|assistance|help|support|equipment|hardware|supplies|gear|materiel)|drawdown",
    "tanks": r"(?<!anti-)tanks?|Leopards|Abrams|T-72s|Challengers",
    "aircraft": r"(?<!anti-)(?:aircraft|F-16s?|MiG-29s?|MiGs|Su-25s?|fighters|Mirages|fighter jets|fighter planes|jets|warplanes|helicopters)",
    "air defence": r"air[- ]defen[cs]es?|S-300|Patriots?|NASAMS|IRIS-T|Hawks?",
    "ammunition": r"ammunition|munitions|shells|rounds|grenades",
    "weapons": r"weapons?|arms|weaponry|guns|artillery|howitzers|missiles|rockets?|rocket launchers|grenade launchers|drones|"
    r"vehicles|Stingers?|Javelins?|HIMARS|anti-tank|anti-aircraft|mortars|mines|launchers?|bombs|armou?r|rifles|Bushmasters|Gepards?|Bradleys?|Strykers?|Avengers?|ATACMS|kit|warships|boats|radars?|body armou?r",
    "financial": r"(?:financial|economic) (?:aid|assistance)|budget support",
    "humanitarian": r"humanitarian (?:aid|assistance)",
}  # fmt: skip
"""The kinds of aid, and the words by which prose and the record's own summaries name them."""

_NAMED = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) for kind, words in _KINDS.items()}
_CIVIL = frozenset(("financial", "humanitarian"))
_COUNTS_AS = {"military": {"military", "weapons", "ammunition"}, "weapons": {"weapons", "ammunition"}, "ammunition": {"ammunition"}}
"""Which of the record's kinds are aid of a kind written in prose."""
_NO_GIFT = re.compile(
    r"(?<!\w)(?:about|warning|message|no|not|never|without|refugees|grain|wheat|gas|visit|visitors|athletes|nuclear\s+fuel|delegation|officials?|talks|experts|training|advisers|advisors|"
    r"instructors|troops|soldiers|letter|request|little|few|sales?|exports?|purchase|production|embargo|plans?|proposals?)"
    r"(?!\w)"
)

_NO_THINGS = re.compile(
    r"\s+(?:control|embargo|sales|deals?|industry|talks|inspectors|experts|crews?|pilots|makers?|factor(?:y|ies)|proposals?)\b"
)
_OPENS = re.compile(r"(?:^|[,;:\u2014(])\s*(?:but|and|since then|while|though|although|as|when)\s*$", re.I)
_BODY = (
    "(government|military|army|parliament|cabinet|administration|Congress|Senate|House of Representatives|lawmakers|Department of Defense|Defense Department|State Department|defense ministry|defence ministry|"
    "Ministry of Defence|chancellor|president|prime minister|defense minister|defence minister|foreign ministers|armed forces|leaders|members|countries|allies|states|member states|member countries|nations|governments)"
)
_DONOR = f"({{gov}} ['s] [{_BODY}]|{{dem=demonym}} {_BODY}|the {{dem=demonym}}|Congress|{{alliance}} ['s] [{_BODY}]|{{who=person}} ['s] [administration|government]) [and {{second=gov}}|and its allies|and its partners] [, (which|who)] [(says|said|confirmed|announced|confirms) [that] (it|he|they|she)]"
_ALLIES = "[its] (member countries|member states|members|allies|allied countries|allied nations|allied governments|allied states|member governments|NATO members)"
_TO = "({to=gov} ['s] [<army>]|{people=demonym} <army>)"
_NEAR = "[the] [its] [neighbour|neighbor|ally|neighbouring|embattled]"
_FROM = "[across|members of|member states of|countries in|allies in] ({gov} ['s]|{alliance} ['s] [members|countries|allies|states|member states|member countries|nations|governments]|{dem=demonym} (government|military|army))"
_OF = "({gov} ['s]|{dem=demonym}|{alliance} ['s] [members|allies])"
_WHEN = "[[,] (on|in|by|in early|in late|during|last) {date}|{d2=date}]"
_GIVE = "(send|supply|give|provide|deliver|transfer|donate|hand over|ship|lend|let|sending|supplying|giving|delivering|keep sending|keep supplying|hand)"
_GIVEN = "(given|sent|delivered|supplied|handed over|donated|shipped|handed|provided|transferred|passed on|furnished|flown|turned over|granted|gifted|made available|rushed|moved|airlifted|funnelled|funneled|lent)"
_CAME = (
    "(reached|flowed to|poured into|gone to|arrived in|flowed into|pouring into|flowing to|reaching|reach|arriving in|went to|come to|came to|started arriving in|begun arriving in|begun to arrive in|"
    "in the hands of|flow to|flow into|in use with|fired by|on the battlefield in|at work in|on their way to|on its way to|bound for|headed for|been sent to|been delivered to|been supplied to|been given to)"
)
_PROMISED = (
    "(unveiled|agreed|pledged|promised|approved|announced|authorized|authorised|committed|offered|cleared|allocated|signed off|set aside)"
)
_STAND = (
    "(has reached|reached|totals|totaled|totalled|has totaled|has totalled|came to|comes to|stands at|stood at|amounts to|amounted to|exceeds|has topped|has exceeded|topped|has surpassed|is worth|adds up to|have reached|have passed|has passed|"
    "passed|have topped|have exceeded|now totals|runs to|has risen to|had reached|to|:|has come to|is put at|was worth|has climbed to|surpassed|exceeded|have come to|has grown to|have totaled|is now|tops|has amounted to)"
)
_AID = "(military|security|defense|defence|financial|humanitarian|economic|lethal|arms|weapons) (aid|assistance|support|help)"
_PACK = "(package|packages|tranche|drawdown|instalment|installment|donation|shipment|batch)"
_HEADS = (
    "weapons|arms|weaponry|ammunition|munitions|shells|rounds|missiles|rockets|aid|assistance|support|equipment|guns|artillery|howitzers|launchers|drones|tanks|tank|jets|fighters|aircraft|warplanes|helicopters|system|systems|battery|"
    "batteries|vehicles|Stingers|Javelins|Patriots|Patriot|HIMARS|F-16s|MiG-29s|Leopards|Abrams|Challengers|Bushmasters|Gepards|package|packages|mortars|rifles|bombs|vests|helmets|ships|planes|financing"
)
_SENDING = "(airlift|pledges|contributions|contribution|delivery|deliveries|supply|supplies|shipments|shipment|transfers|transfer|sending|donation|donations|gift)"
_SOON = "(<pledged>|agreed|has agreed|have agreed|decided|has decided|pledged|promised|will|is to|are to|is set to|began|has begun|was the first|were the first|was first)"
_WOULD = (
    "(said|announced|confirmed|says|announces|promised|declared) [[on] {d3=date}] [that] [it|he|she|they|the country|{x=gov}] (would|will)"
)


class Aid(Claim):
    """*donor* gave *recipient* aid of a kind, worth *amount* in *currency* (or so many things), on *date*; or, by *act*, pledged it."""

    kind: ClassVar[str] = "aid"
    donor: str
    recipient: str
    of: str = ""
    amount: float | None = None
    date: str = ""
    currency: str = ""
    hedge: str = ""
    act: str = "given"

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        *(P(f"{donor} ... <provided> [~ ,] [~ ,] ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... (to|for|into) {_NEAR} {_TO} {_WHEN}", act="given") for donor in (_DONOR, _ALLIES)),
        *(P(f"{donor} ... <provided> {_NEAR} {_TO} [~ ,] [~ ,] ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) {_WHEN}", act="given") for donor in (_DONOR, _ALLIES)),
        *(P(f"{donor} ... <pledged> ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... (to|for|into) {_NEAR} {_TO} {_WHEN}", act="pledged") for donor in (_DONOR, _ALLIES)),
        P(f"{_DONOR} ... <pledged> {_NEAR} {_TO} ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) {_WHEN}", act="pledged"),
        P(f"{_DONOR} ... ((handed|hand|hands|turned|signed) ... <goods> over|(makes|made|making|has made|have made) ... <goods> available) to {_NEAR} {_TO} {_WHEN}", act="given"),
        P(f"<goods> [,] [that|which] {_FROM} ... (<provided>|<pledged>) (to|for|into) {_NEAR} {_TO} {_WHEN}", act="given"),
        P(f"{_DONOR} ... {_SOON} [[on] {{d4=date}}] [to] [keep] {_GIVE} ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... (to|for) {_NEAR} {_TO} {_WHEN}", act="pledged"),
        P(f"{_DONOR} ... {_SOON} [[on] {{d4=date}}] [to] [keep] {_GIVE} {_NEAR} {_TO} ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) {_WHEN}", act="pledged"),
        P(f"{_DONOR} ... {_WOULD} [be] [<adverb>] {_GIVE} ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... (to|for) {_NEAR} {_TO} {_WHEN}", act="pledged"),
        P(f"{_DONOR} ... {_WOULD} [be] [<adverb>] {_GIVE} {_NEAR} {_TO} ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) {_WHEN}", act="pledged"),
        *(P(f"{donor} ... (armed|has armed|have armed|equipped|has equipped|have equipped|arming|is arming|are arming|keep arming|arms) {_NEAR} {_TO} [with ... <goods>]", act="given", arms=True) for donor in (_DONOR, _ALLIES)),
        *(
            P(
                f"{donor} ... (stepped up|increased|continued|continues|continue|began|keep|kept|resumed|approved|started|announced|begun|speeded up|speed up|expanded) ... {_SENDING} of ... <goods> ... to {_NEAR} {_TO} {_WHEN}",
                act="given",
            )
            for donor in (_DONOR, _ALLIES)
        ),
        P(f"{_DONOR} ... (<provided> ... to {_TO} ... (in|as) [~]|(made|has made|made a) {_NEAR} {_TO} a (gift|present|donation) of ...) <goods>", act="given"),
        P(f"{_DONOR} ... (is spending|spent|has spent|spends|are spending|have spent|put|has put) ... {{worth=n}} on {{to=gov}} ['s] (defence|defense|war effort|army|military|armed forces|forces)", act="given"),
        P(f"{_DONOR} ... (said|announced|confirmed|says|reported) [that] ... <goods> ... (had been|have been|were|was|has been) {_GIVEN} to {_NEAR} {_TO} {_WHEN}", act="given"),
        # told from the things
        P(f"<goods> ... (from|of) {_FROM} ... {_GIVEN} (to|into) {_NEAR} {_TO} {_WHEN}", act="given"),
        P(f"<goods> ... {_PROMISED} by {_FROM} ... (for|to) {_NEAR} {_TO} {_WHEN}", act="pledged"),
        P(f"{{worth=n}} {_OF} ... {_PACK} ... (for|to) {_NEAR} {_TO} {_WHEN}", act="pledged", sums=True),
        P(f"{_OF} ... {_PACK} ... (for|to) {_TO} [,] [(worth|valued at|of) {{worth=n}}]", act="pledged", sums=True),
        P(f"<goods> ... (from|by|of) {_FROM} ... {_CAME} [the] {_TO} {_WHEN}", act="given"),
        P(f"<goods> ... {_CAME} [the] {_TO} ... (from|by) {_FROM} {_WHEN}", act="given"),
        P(f"({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... (for|to) {_NEAR} {_TO} ... {_PROMISED} [on {{d3=date}}] by {_FROM} {_WHEN}", act="pledged"),
        P(f"({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... {_PROMISED} ... (for|to) {_NEAR} {_TO} ... by {_FROM} {_WHEN}", act="pledged"),
        P(f"<goods> ... {_GIVEN} ... to {_NEAR} {_TO} ... by {_FROM} {_WHEN}", act="given"),
        P(f"<goods> ... {_GIVEN} by {_FROM} ... (to|for|in|{_CAME}) {_NEAR} {_TO} {_WHEN}", act="given"),
        P(f"<goods> ... (from|left|leaving) {_FROM} (to|for) {_NEAR} {_TO} {_WHEN}", act="given"),
        P(f"<goods> ... to {_NEAR} {_TO} (from|by) {_FROM} {_WHEN}", act="given"),
        P(f"{_OF} ... <goods> ... (were|was|have been|has been|are|is|being|been|had been) ... {_GIVEN} ... to {_NEAR} {_TO} {_WHEN}", act="given"),
        P(f"{_OF} ... <goods> ... {_CAME} [the] {_TO} {_WHEN}", act="given"),
        P(f"{_PACK} ... for {_TO} ... {_PROMISED} by {_FROM} {_WHEN}", act="pledged", sums=True),
        P(f"{_PACK} of {{worth=n}} ... for {_TO} ... {_PROMISED} by {_FROM} {_WHEN}", act="pledged", sums=True),
        P(f"{_SENDING} of ... <goods> (from|by) {_FROM} to {_NEAR} {_TO}", act="given"),
        P(f"{_OF} {_SENDING} (of ... <goods> to {_NEAR} {_TO}|(to|for) {_NEAR} {_TO} ... (include|includes|included|consist of|comprise|comprised|amount to|cover|covered|range from) ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}))", act="given"),
        P(f"{_DONOR} (is|was|are|were|remains|has been) ... (supplier|suppliers|donor|donors|provider|giver|source|backer|backers) of ... <goods> ... (to|for) {_TO}", act="given"),
        # told from the one who gets them
        P(f"{_TO} ... (will get|will receive|is to get|is to receive|been promised|was promised|are to get|are to receive) ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... from {_FROM} {_WHEN}", act="pledged"),
        P(f"{_TO} ... (received|is getting|is receiving|are getting|are receiving|got|gets|receives|receive|obtained|get|receiving|getting) ... ({{w=n}} ... <goods>|<goods>|{{worth=n}}) ... from {_FROM} {_WHEN}", act="given"),
        P(f"{_TO} ... (received|is getting|is receiving|got|gets|receives|receive|obtained|get|receiving|getting) ... [{{worth=n}} ...] ({{gov}} ['s]|{{dem=demonym}}) ... <goods> {_WHEN}", act="given"),
        P(f"{_TO} ... (supplied|provided|furnished|equipped|armed|promised) with ... <goods> by {_FROM} {_WHEN}", act="given"),
        P(f"{_TO} ... (armed|equipped) by {_FROM}", act="given", arms=True),
        P(f"{_TO} ... (was|were|has been|have been) [<adverb>] (given|promised|sent|handed) ... <goods> by {_FROM} {_WHEN}", act="given"),
        # running totals
        P(f"{_OF} ... {_AID} (to|for) {_TO} ... [(since|for) {{since=date}}] ... {_STAND} ... {{worth=n}} {_WHEN}", act="given", sums=True),
        P(f"{_OF} [total] [bilateral] (aid|assistance|support|help) (to|for) {_TO} ... [(since|for) {{since=date}}] ... {_STAND} ... {{worth=n}} {_WHEN}", act="given", sums=True),
        P(f"{_TO} ... (gets|receives|get|receive|received|got|has received|is getting|has had) ... {{worth=n}} ... (in|of|worth of) {_OF} ... <goods> {_WHEN}", act="given"),
        P(f"{{worth=n}} ... (in|of|worth of) {_OF} ... <goods> ... (to|for) {_TO} {_WHEN}", act="given", sums=True),
        P(f"{_OF} {{worth=n}} [~] {_PACK} ... (to|for) {_TO} {_WHEN}", act="pledged", sums=True),
        # where nothing above says it: the sentence is looked at as a whole, see foedus.claims.gifts
        P(f"({_HEADS})", act="given", whole=True, supposed=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        record, folded = match.sentence.context.record, match.sentence.folded
        fixed, before, words = match.phrasing.fixed, folded[: match.found.start()], match.found.group()
        if fixed.get("whole"):
            yield from match.sentence.once("gift", lambda: list(cls._gift(match)))
            return
        donor = next((match.id(slot) for name in ("gov", "dem", "alliance") for slot in slots(match, name)), "")
        donor = donor or offices.speaks_for(record, match.id("who"))
        if not donor and words.lstrip().startswith("congress"):
            donor = "USA"
        if not donor:
            named = match.antecedent("alliance")
            # "Its allies", "Western countries" and the like are not the members of the alliance named last.
            if match.has("who") or named is None or (re.search(r"[\w'\ue000-\ue00e]\s*$", before) and not _OPENS.search(before)):
                return
            donor = named.id
        recipient = match.id("to") or match.id("people")
        if not recipient or recipient == donor or not is_actor(match) or WISHED.search(before) or _HELD_UP.search(before):
            return
        things = _things(match)
        if (not fixed.get("sums") and _NO_GIFT.search(things)) or _NO_THINGS.match(folded[match.found.end() :]):
            return
        of, money = _kind_of(things), _amount(match)
        currency = money.unit if money is not None else ""
        if currency == "kroner":
            currency = {"DNK": "DKK", "SWE": "SEK", "NOR": "NOK"}.get(donor, "")
        if fixed.get("arms") and not of:
            of = "weapons"
        if not of and not currency and not re.search(r"\b(?:package|packages|tranche|drawdown)\b", things):
            return
        hedge = money.hedge if money is not None and money.hedge != "=" else ""
        if money is not None and _BEYOND.search(words):
            hedge = ">"
        found = (match.date(slot) for slot in ("date", "d2", "d3", "d4"))
        moment = next((one for one in found if one), None) or date_before(match) or date_near(match) or _told_on(match)
        amount = float(money.value) if money is not None else None
        first = next((match.found.start(slot) for slot in slots(match, "gov")), None)
        donors = tuple(dict.fromkeys((*(joined_before(match.sentence, first) if first is not None else ()), donor, *match.ids("second"))))
        if len(donors) > 1 or shared(match):
            # A sum said of two donors together is neither's.
            amount, currency, hedge = None, "", ""
        for giver in donors:
            if giver != recipient:
                claim = cls(giver, recipient, of, amount, moment.text if moment else "", currency, hedge, fixed["act"])
                _found_in(match.sentence).append(claim)
                yield reading(match, claim, Tense.EVENT)

    @classmethod
    def _gift(cls, match: Match) -> Iterator[Reading]:
        """The gift that the sentence as a whole speaks of, if no phrasing has found one."""
        sentence = match.sentence
        found = gift(sentence) if not _found_in(sentence) else None
        if found is None:
            return
        assert isinstance(found.donor.what, Mention) and isinstance(found.recipient.what, Mention)
        who = found.donor.what
        donor = offices.speaks_for(sentence.context.record, who.id) if who.type == "person" else who.id
        words = sentence.mask[found.start : found.end]
        of = _kind_of(
            re.sub(rf"[\ue000-\ue00d](?:'s?)?\s+{_ARMY}\b(?!\s+(?:aid|assistance|help|support|equipment))", " ", words, flags=re.I)
        )
        money = [one for one in _quantities(sentence, found.start, found.end) if one.unit not in ("", "percent", "km")]
        counted = [one for one in _quantities(sentence, found.start, found.end) if not one.unit and _counts_things(sentence, one)]
        sum_ = money[0] if len(money) == 1 else None
        currency = (
            {"DNK": "DKK", "SWE": "SEK", "NOR": "NOK"}.get(donor, "") if sum_ and sum_.unit == "kroner" else sum_.unit if sum_ else ""
        )
        number = sum_ or (counted[0] if len(counted) == 1 and not money else None)
        if not donor or donor == found.recipient.what.id or (not of and sum_ is None):
            return
        hedge = number.hedge if number is not None and number.hedge != "=" else ""
        amount = float(number.value) if number is not None else None
        claim = cls(donor, found.recipient.what.id, of, amount, "", currency, hedge, "pledged" if found.pledged else "given")
        yield Reading(claim, *sentence.page_span(found.start, found.end), Tense.EVENT)

    def args(self) -> dict[str, Any]:
        """The arguments, the kind of aid as ``kind``; *act* is the sentence's verb, which the wording keeps."""
        found = super().args()
        found.pop("act")
        named = {"kind" if name == "of" else name: value for name, value in found.items()}
        if self.amount is not None and self.amount.is_integer():
            named["amount"] = int(self.amount)
        return named

    def truth(self, record: Record) -> Truth:
        rows = [row for row in force.aid(record, self.donor, self.recipient) if self._counts(row)]
        found = force.within(rows, parse_moment(self.date) if self.date else None)
        if self.amount is None:
            return force.from_first((force.begun(row), (row,)) for row in found)
        if not self.currency:
            # How many things were given stands only in the words of the record's summaries, not in its figures.
            return force.from_first(
                (force.begun(row), (row,)) for row in found if self.amount in {one.value for one in numbers.find(row.gist) if not one.unit}
            )
        figures = force.amount_figures(found, self.currency)
        return force.from_first((figure.day, figure.facts) for figure in figures if self._agrees(figure.n, figure.hedge))

    def _counts(self, row: AidFact) -> bool:
        """Whether the row is aid of this kind. Sums of money are told of pledges and deliveries alike; things are given once delivered."""
        if self.act == "given" and not self.currency and row.act != "delivered":
            return False
        if not self.of:
            return True
        if self.of == "weapons" and self.currency and row.aid == "military":
            return True
        named = _NAMED[self.of].search(row.gist) is not None
        return row.aid in _COUNTS_AS.get(self.of, {self.of}) or (named and self.of not in ("military", "weapons"))

    def _agrees(self, n: float, hedge: str) -> bool:
        assert self.amount is not None
        written = self.hedge or "="
        if hedge == ">=":
            return written in (">", ">=") and n >= self.amount
        near = written not in ("<", "<=") or n >= self.amount / 2
        return near and agrees(self.amount, written, n, rounding(self.amount) if written in "=~" else 0.0)

    def wording(self, names: Names) -> str:
        verb = "has given" if self.act == "given" else "pledged"
        when = f" {spell_date(self.date)}" if self.date else ""
        things = _GOODS.get(self.of, "aid")
        if self.amount is not None:
            number = HEDGE_PHRASES[self.hedge or "="] + _money(self.amount, self.currency)
            things = f"{number} in {things}" if self.currency else f"{number} {things}"
        return f"{names.say(self.donor)} {verb} {names.say(self.recipient)} {things}{when}"

    def checked_through(self, record: Record) -> datetime.date | None:
        coverage = record.coverage("aid", self.recipient)
        return coverage.through if coverage else None


_BEYOND = re.compile(r"\b(?:exceeds|exceeded|topped|surpassed|passed|tops)\b")
_GOODS = {
    "military": "military aid", "air defence": "air defence systems", "financial": "financial aid", "humanitarian": "humanitarian aid",
    "weapons": "weapons", "ammunition": "ammunition", "tanks": "tanks", "aircraft": "aircraft",
}  # fmt: skip


_TOLD = re.compile(rf"\s*,[^.;]{{0,80}}?\b(?:said|announced|told|confirmed|declared)\b[^.;,]{{0,40}}?({LETTERS['date']})")
_OPENING = re.compile(rf"^(?:on|in|last|early\s+in|late\s+in)?\s*({LETTERS['date']})\s*,?(?:\s+(?:the|[a-z]+|[\ue000-\ue005])){{0,4}}\s*$")


def _told_on(match: Match) -> Moment | None:
    """The day on which it was announced, told behind or at the sentence's start; that of a delivery may be another."""
    if match.phrasing.fixed["act"] != "pledged":
        return None
    folded = match.sentence.folded
    told = _TOLD.match(folded, match.found.end()) or _OPENING.match(folded[: match.found.start()])
    return match.sentence.moment_at(told.start(1)) if told else None


_HELD_UP = re.compile(
    r"\b(?:h[eo]ld(?:s|ing)?\s+up|held\s+back|block\w*|veto\w*|fr(?:o|ee)ze?n?|delay\w*|with(?:held|hold\w*)|suspend\w*|cut|cuts|cutting|end(?:s|ed|ing)|halt\w*|paus\w+|stopp\w+)\b[^.;:,—]*$"
)
"""Aid that somebody stopped has not been given."""
_MORE_THINGS = re.compile(
    r"(?:(?:\s*,|\s+and|\s+or|\s+as\s+well\s+as|\s+plus)(?:\s+and)?(?:\s+[\w'-]+|\s*\ue00a){1,4}?(?=\s*[,.;]|\s+(?:and|to|for|on|in|since|from|by)\b|$))*"
)


def _things(match: Match) -> str:
    """What the sentence says was given: the words of the match without the names, and without those who got it."""
    start, end = match.found.span()
    words = match.sentence.mask[start : end + (8 if match.sentence.folded.startswith(" systems", end) else 0)]
    if more := _MORE_THINGS.match(match.sentence.mask, end):
        words += more[0]
    words = re.sub(
        rf"[\ue000-\ue00d](?:'s?)?\s+{_ARMY}\b(?!\s+(?:aid|assistance|help|support|equipment|hardware|supplies|gear|materiel))",
        " ",
        words,
        flags=re.I,
    )
    return re.sub(
        r"^.*?\b(?:parliament|government|ministry|ministers?|administration|military|army)\s+(?=has|have|[a-z]+ed\b|gave|sent)", "", words
    )


_ARMY = rf"(?:{alternatives_of(CLASSES['army'], [0])})"
_COUNTED = re.compile(
    rf"{LETTERS['number']}(?!\s*(?:-|states|countries|members|allies|nations|governments|years?|days?|months?|weeks?|times|of\s+its\s+allies|people|troops|soldiers|packages?|mm\b|th\b))"
)


def _amount(match: Match) -> Quantity | None:
    """The sum of money in the match, or the one number of things; the "2" of "Leopard 2 tanks" is a name."""
    inside = [item for item in match.sentence.inside(*match.found.span()) if isinstance(item.what, Quantity)]
    money = [item.what for item in inside if isinstance(item.what, Quantity) and item.what.unit not in ("", "percent", "km")]
    if money:
        return money[0] if len(money) == 1 or match.phrasing.fixed.get("sums") else None
    mask, start = match.sentence.mask, match.found.start()
    ahead = [item for item in match.sentence.before(start)[:2] if isinstance(item.what, Quantity)]
    while ahead and re.fullmatch(r"(?:\s+[\w.-]+|\s*\ue00a|\s+\ue001)*\s*", mask[ahead[0].at + 1 : start + 1].rstrip("\ue000\ue001")):
        # "22 howitzers went from Norway to Ukraine": the number stands before the word with which the match begins.
        inside.insert(0, ahead.pop(0))
        start = inside[0].at
    found = [item.what for item in inside if isinstance(item.what, Quantity) and _counts_things(match.sentence, item.what)]
    return found[0] if len(found) == 1 else None


def _quantities(sentence: Sentence, start: int, end: int) -> list[Quantity]:
    return [item.what for item in sentence.inside(start, end) if isinstance(item.what, Quantity)]


def _counts_things(sentence: Sentence, what: Quantity) -> bool:
    """Whether a number is one of things: the "2" of "Leopard 2 tanks" is a name."""
    item = next(item for item in sentence.items if item.what is what)
    named = re.search(r"[A-Z][\w-]*\s+$", sentence.mask[: item.at]) and item.start > 0
    return not named and not what.unit and not what.ordinal and _COUNTED.match(sentence.mask, item.at) is not None


def _found_in(sentence: Sentence) -> list[Aid]:
    """The gifts that phrasings have found in a sentence."""
    found: list[Aid] = sentence.once("aid", lambda: [])
    return found


def _kind_of(things: str) -> str:
    """The kind of what was given; a mixture of arms is ``weapons``, with other military aid ``military``."""
    found = {kind for kind, pattern in _NAMED.items() if pattern.search(things)}
    if "military" in found:
        return "military"
    arms = found - _CIVIL
    if not arms:
        return found.pop() if len(found) == 1 else ""
    return arms.pop() if len(arms) == 1 else "weapons"


def _money(amount: float, currency: str) -> str:
    sign = next((sign for sign, code in CURRENCIES.items() if code == currency), "")
    for scale in ("billion", "million") if currency else ():
        if amount >= SCALES[scale]:
            crowns = {"NOK": " kroner", "DKK": " kroner", "SEK": " kronor"}.get(currency, "")
            return f"{sign}{amount / SCALES[scale]:.15g} {scale}{crowns}"
    return f"{sign}{plain(amount)}"
