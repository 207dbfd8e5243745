"""``aid``: a state, or the members of an alliance, gave or pledged aid to a state."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import Any, ClassVar

from foedus import force
from foedus import office as offices
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.claims.deployment import date_before, rounding, shared
from foedus.dates import parse_moment
from foedus.facts import Aid as AidFact
from foedus.language.names import Names
from foedus.language.numbers import CURRENCIES, HEDGE_PHRASES, SCALES, Quantity, agrees, plain
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth

_KINDS = {
    "military": r"(?:military|security|defen[cs]e|lethal) (?:aid|assistance|help|support|equipment|hardware|supplies|gear)",
    "tanks": r"(?<!anti-)tanks?|Leopards|Abrams|T-72s|Challengers",
    "aircraft": r"(?<!anti-)(?:aircraft|F-16s?|MiG-29s?|Su-25s?|fighters|Mirages|fighter jets|fighter planes|jets|warplanes|helicopters)",
    "air defence": r"air[- ]defen[cs]es?|S-300|Patriots?",
    "ammunition": r"ammunition|munitions|shells|rounds|grenades",
    "weapons": r"weapons?|arms|weaponry|guns|artillery|howitzers|missiles|rockets?|rocket launchers|grenade launchers|drones|"
    r"vehicles|Stingers?|Javelins?|HIMARS|anti-tank|anti-aircraft",
    "financial": r"(?:financial|economic) (?:aid|assistance)|budget support",
    "humanitarian": r"humanitarian (?:aid|assistance)",
}  # fmt: skip
"""The kinds of aid, and the words by which prose and the record's own summaries name them."""

_NAMED = {kind: re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.I) for kind, words in _KINDS.items()}
_CIVIL = frozenset(("financial", "humanitarian"))
_COUNTS_AS = {"military": {"military", "weapons", "ammunition"}, "weapons": {"weapons", "ammunition"}, "ammunition": {"ammunition"}}
"""Which of the record's kinds are aid of a kind written in prose."""
_NO_GIFT = re.compile(
    r"(?<!\w)(?:about|warning|message|to|no|not|never|that|who|which|without|delegation|officials?|talks|experts|training|"
    r"instructors|troops|letter|request|little|few|sales?|exports?|purchase|production|embargo|plans?|proposals?)"
    r"(?!\w)"
)

_NO_THINGS = re.compile(
    r"\s+(?:control|embargo|sales|deals?|industry|talks|inspectors|experts|crews?|pilots|makers?|factor(?:y|ies)|proposals?)\b"
)
_OPENS = re.compile(r"(?:^|[,;:\u2014(])\s*(?:but|and|since then|while|though|although|as|when)\s*$", re.I)
_VERB = re.compile(
    r"\b(?:gave|give|giving|given|deliver(?:ed)?|sen[dt]|sending|suppl(?:y|ies|ied|ying)|provid(?:ed?|ing)|shipped|donated?|"
    r"transfer(?:red)?|handed(?: over)?|poured|"
    r"funnel+ed|furnished|pledged|promised|announced|committed|approved|authori[sz]ed|allocated|earmarked|unveiled)\b"
)

_DONORS = (
    "({gov} ['s] [government|military|army|parliament|cabinet|administration|Congress|Senate|House of Representatives|lawmakers|Department of Defense|Defense Department|State Department|defense ministry|defence ministry]|{dem=demonym} "
    "(government|military|army|parliament|cabinet|Congress|Senate|lawmakers)|Congress|{who=person} ['s] [administration|government]) "
    "[and {second=gov}|and its allies|and its partners]",
    "{alliance} ['s] [members|countries|allies|states|member states|member countries|nations|governments]",
    "[its] (member countries|member states|members|allies|allied countries|allied nations|allied governments|allied states|member governments|NATO members)",
)
_EARLIER = "[,] [<adverb>] [[on] {d1=date}]"
_TO = "({to=gov} ['s] [<army>]|{people=demonym} <army>)"
_THINGS = (
    "[~] [{n}] [~] [{model=n}] [~] <goods> "
    "[, [~] <goods>] [, [~] <goods>] [[,] (and|or|as well as) [~] <goods>] [[package] [worth|valued at] {worth=n}]"
)
_FOR = "({for=gov} ['s] [<army>])"
_DELIVERY = "(delivery|deliveries|supply|supplies|shipments|shipment|transfers|sending)"
_CAME = (
    "(reached|flowed to|been sent to|been delivered to|been supplied to|poured into|gone to|arrived in|been given to|flowed into|been "
    "pouring into|been flowing to)"
)
_HANDED = "(given|sent|delivered|supplied|handed over|donated|shipped)"
_PROMISED = "(unveiled|agreed|pledged|promised|approved|announced|authorized|authorised|committed)"
_FROM = (
    "[across|members of|member states of|countries in|allies in] ({gov}|{alliance}) ['s] [members|countries|allies|states|member "
    "states|member countries|nations]"
)
_WHEN = "[[,] (on|in|by|in early|in late|during|last) {date}|{d2=date}]"


def _of(act: str, *predicates: str) -> tuple[Phrasing, ...]:
    """The phrasings of some predicates, for every way to name a donor."""
    return tuple(P(f"{donor} {_EARLIER} {predicate} {_WHEN}", act=act) for donor in _DONORS for predicate in predicates)


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
        *_of(
            "given",
            f"<provided> {_THINGS} (to|for|into) [the] {_TO}",
            f"<provided> {_TO} [with] {_THINGS}",
            f"(has handed|have handed|handed) {_THINGS} [over] to [the] {_TO}",
        ),
        *_of(
            "pledged",
            f"<pledged> [to send|to supply] [<adverb>] [[on] {{d3=date}}] {_THINGS} (to|for) [the] {_TO}",
            f"<pledged> {_TO} {_THINGS}",
            "(agreed|decided|pledged|promised) [[on] {d3=date}] to [keep] (send|supply|give|provide|deliver|transfer|donate|sending|"
            f"supplying) {_THINGS} to [the] {_TO}",
            f"(agreed|decided|pledged|promised) [[on] {{d3=date}}] to (send|supply|give|provide) {_TO} [with] {_THINGS}",
        ),
        *_of("given", f"(armed|has armed|have armed|equipped|has equipped|have equipped) {_TO} with {_THINGS}"),
        *_of(
            "given",
            "(stepped up|has stepped up|have stepped up|increased|have increased|has increased|continued|began|keep|kept) "
            f"[its|their|the] {_DELIVERY} of {_THINGS} to {_TO}",
        ),
        P(
            f"{_TO} (has been|have been|was|were) [<adverb>] (supplied|provided|furnished|equipped|armed) with {_THINGS} by {_FROM} "
            f"{_WHEN}",
            act="given",
        ),
        P(f"{_THINGS} (has|have) [<adverb>] {_CAME} [the] {_TO} (from|by) {_FROM} {_WHEN}", act="given"),
        P(f"{_THINGS} (from|of) {_FROM} [has|have] [<adverb>] {_CAME} [the] {_TO} {_WHEN}", act="given"),
        P(f"{_THINGS} (has|have) [<adverb>] gone from {_FROM} to [the] {_TO} {_WHEN}", act="given"),
        P(f"({{gov}} 's|{{dem=demonym}}) {_THINGS} (has been|have been|was|were) [<adverb>] {_HANDED} to [the] {_TO} {_WHEN}", act="given"),
        P(
            f"{_THINGS} [for {_FOR}] (has been|have been|was|were) [<adverb>] {_PROMISED} [(to|for) [the] {_TO}] by {_FROM} {_WHEN}",
            act="pledged",
        ),
        P(f"(delivery|deliveries|supply|supplies|shipments) of {_THINGS} (from|by) {_FROM} to [the] {_TO}", act="given"),
        *_of(
            "pledged",
            f"(<pledged>|<provided>) [a] [new|further|fresh|additional|record|another] [aid|support|arms|weapons] [package of] {{worth=n}} [more|in total|package|tranche] (to|for) {_TO}",
        ),
        *_of("pledged", f"(<pledged>|<provided>) {_TO} {{worth=n}}"),
        P(
            f"({{gov}} ['s]|{{dem=demonym}}) [total] [bilateral] (military|security|defense|defence|financial|humanitarian|economic) (aid|assistance|support) to {_TO} [since [the] [~] {{since=date}}|since [the|its] [~]] "
            "(has reached|reached|totals|totaled|totalled|has totaled|has totalled|came to|comes to|stands at|stood at|amounts to|amounted to|exceeds|has topped|has exceeded|topped|has surpassed|is worth|adds up to) {worth=n} "
            f"{_WHEN}",
            act="given",
            sums=True,
        ),
        P(
            f"{{worth=n}} [~] (package|tranche) [of ~] for {_FOR} (has been|was) [<adverb>] {_PROMISED} by {_FROM} {_WHEN}",
            act="pledged",
            sums=True,
        ),
        P(f"{{to=gov}} ['s] [<army>] (has been|have been|was|were) [<adverb>] (armed|equipped) by {_FROM}", act="given", arms=True),
        P(f"<goods> (supplied|provided|sent|delivered|donated|given|shipped) to [the] {_TO} by {_FROM} {_WHEN}", act="given"),
        P(f"<goods> {_DELIVERY} (from|by) {_FROM} to [the] {_TO}", act="given"),
        P(
            f"{_TO} [<adverb>] (received|has received|have received|is getting|is receiving|are getting|are receiving|got) {_THINGS} "
            f"from {_FROM} {_WHEN}",
            act="given",
        ),
    )

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        record = match.sentence.context.record
        donor = match.id("gov") or match.id("dem") or match.id("alliance") or offices.speaks_for(record, match.id("who"))
        if not donor and match.found.group().lstrip().startswith("congress"):
            donor = "USA"
        if not donor:
            named, before = match.antecedent("alliance"), match.sentence.mask[: match.found.start()]
            # "Its allies", "Western countries" and the like are not the members of the alliance named last.
            if named is None or (re.search(r"[\w'\ue000-\ue00e]\s*$", before) and not _OPENS.search(before)):
                return
            donor = named.id
        recipient = match.id("to") or match.id("for") or match.id("people")
        if not recipient or recipient == donor:
            return
        things = "arms" if match.phrasing.fixed.get("arms") else _things(match)
        if (not match.phrasing.fixed.get("sums") and _NO_GIFT.search(things)) or _NO_THINGS.match(match.sentence.mask[match.found.end() :]):
            return
        money = match.quantity("worth") or match.quantity("n") or _after_words(match)
        if money is not None and (money.unit in ("percent", "km") or money.ordinal or shared(match)):
            return
        of, currency = _kind_of(things), money.unit if money is not None else ""
        if not of and not currency:
            return
        hedge = money.hedge if money is not None and money.hedge != "=" else ""
        if money is not None and _BEYOND.search(match.found.group()):
            hedge = ">"
        moment = next((found for slot in ("date", "d1", "d2", "d3") if (found := match.date(slot))), None) or date_before(match)
        amount = float(money.value) if money is not None else None
        if match.has("second"):
            # A sum said of two donors together is neither's.
            amount, currency, hedge = None, "", ""
        for giver in (donor, *match.ids("second")):
            claim = cls(giver, recipient, of, amount, moment.text if moment else "", currency, hedge, match.phrasing.fixed["act"])
            yield reading(match, claim, Tense.EVENT)

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
        # How many things were given stands only in the words of the record's summaries, not in its figures.
        figures = force.amount_figures(found, self.currency) if self.currency else []
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


_BEYOND = re.compile(r"\b(?:exceeds|exceeded|topped|surpassed)\b")
_GOODS = {
    "military": "military aid", "air defence": "air defence systems", "financial": "financial aid", "humanitarian": "humanitarian aid",
    "weapons": "weapons", "ammunition": "ammunition", "tanks": "tanks", "aircraft": "aircraft",
}  # fmt: skip


def _things(match: Match) -> str:
    """What the sentence says was given: its words between verb and recipient, or after the recipient."""
    mask, (start, end) = match.sentence.mask, match.found.span()
    to = next(match.found.span(slot) for slot in ("to", "for", "people") if match.has(slot))
    text = match.phrasing.text
    if match.phrasing.fixed.get("sums"):
        return mask[start:end]
    if "<goods>" not in text:
        return ""
    if text.index("{to=") < text.index("<goods>"):
        return re.split(r" (?:from|by) ", mask[to[1] : end])[0]
    if match.phrasing.text.startswith(_THINGS):
        return re.split(r" (?:has|have) ", mask[start : to[0]])[0]
    before = re.sub(r"\s+(?:over\s+)?(?:to|for|into)(?:\s+the)?\s*$", "", mask[start : to[0]])
    verbs = list(_VERB.finditer(before))
    if not verbs:
        return before
    behind = before[verbs[-1].end() :]
    return behind if _kind_of(behind) or "\ue00a" in behind else before[: verbs[0].start()]


def _after_words(match: Match) -> Quantity | None:
    """A number with words before it, as in "a further 14 tanks"; the "2" of "Leopard 2 tanks" is a name."""
    item = next(iter(match.items("model")), None)
    if item is None or not isinstance(item.what, Quantity):
        return None
    named = re.search(r"[A-Z][a-z]+\s+$", match.sentence.mask[: item.at])
    return None if named and not item.what.unit else item.what


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
            return f"{sign}{amount / SCALES[scale]:.15g} {scale}"
    return f"{sign}{plain(amount)}"
