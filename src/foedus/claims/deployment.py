"""``deployment``: a state or an alliance sent forces somewhere, has them there, or leads a battle group there."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Sequence
from typing import Any, ClassVar

from foedus import force
from foedus import office as offices
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.dates import Moment, parse_moment
from foedus.fact import Fact
from foedus.facts import Deployment as DeploymentFact
from foedus.force import Figure
from foedus.language.calendar import Dated
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, agrees, plain
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.verdict import Truth

_LENGTHS = {"days": 14, "weeks": 60, "months": 180}
"""How many days before an event its run-up begins, by the unit in which prose counts it."""
_RUN_UP = re.compile(
    r"(?P<unit>days|weeks|months)\s+(?:and\s+(?:weeks|months)\s+)?(?:leading\s+up\s+to|running\s+up\s+to|before|ahead\s+of|prior\s+to|preceding)\s+"
    rf"(?:(?:the|full-scale|[{LETTERS['state']}{LETTERS['demonym']}{LETTERS['capital']}](?:'s)?)\s+)*(?P<event>{LETTERS['other']})\s*,?\s*$"
)

_GOV = (
    "({gov} ['s] [government|military|army|armed forces|air force|navy|defense ministry|defence ministry|defense department]"
    "|{dem=demonym} (government|military|army|armed forces|air force|navy|defense ministry|defence ministry)|{who=person}) [and "
    "{second=gov}]"
)
_NATO = "{alliance} ['s] [members|allies|countries|states|member states|member countries|nations|governments]"
_SENDER = "({gov}|{alliance}|{dem=demonym} (government|military|army))"
_EARLIER = "[, [a|an|the|which is a] [{size=n} - (member|nation|country|state|strong)] ~ ~ ,] [<adverb>] [[on] {d1=date}]"
_MORE = "more|additional|extra|further|new|fresh|own|combat|ground|allied|airborne"
_MEN = f"[{_MORE}] [of its|of their|{{whose=org}}] [{_MORE}] <soldiers> [(of|from) the [{{unit=n}}] ~]"
_COUNTED = f"{{n}} [of] {_MEN}"
_TROOPS = f"[just|another|an additional|an extra|a further|the] [{{n}} [of]] {_MEN}"
_AT = (
    "[allies in|bases in|bases across|positions in|countries in|countries on|its allies in|its eastern flank in|the eastern flank "
    "in|neighboring|neighbouring|nearby|the] "
    "[[the|a] [{of=alliance}] ['s] [multinational|NATO] (battlegroup|battle group|force|mission|brigade) in]"
)
_GEAR = "(planes|warplanes|fighter jets|jets|aircraft|ships|warships|tanks|equipment|helicopters|artillery|weapons|hardware|armor|armour|vehicles|armored vehicles|armoured vehicles|air defenses)"
_TROOPS = f"{_TROOPS} [[,] [and|as well as|along with] {_GEAR} [[,] and {_GEAR}]]"
_UNIT = "(force|contingent|unit|brigade|battalion|company|detachment|battle group|battlegroup|regiment)"
_HOSTS = f"{_AT} ({{host}}|{{town}}) [[,] [and|,] [to] {{also=host}}] [[,] and [to] {{third=host}}]"
_WHEN = "[[,] (on|in|by|in early|in late|in mid|during|last) {date}|{d2=date}]"
_GROUP = "(battle group|battlegroup|battalion|battle group of the alliance)"
_LED = f"[{{alliance}} 's|the alliance's|a|the] [{{a2=alliance}}|multinational|international|enhanced] {_GROUP}"
_STRENGTHENED = (
    "(reinforced|bolstered|strengthened|beefed up|boosted|increased|built up|shored "
    "up|expanded|augmented|doubled|reinforcing|bolstering|strengthening|beefing up|boosting|"
    "increasing|building up|shoring up|expanding)"
)
_PRESENCE = "[[its|their|the] [military|forward|troop|own] (presence|forces|force|posture|defences|defenses|garrison) (in|across)]"


class Deployment(Claim):
    """*actor* sent *n* troops to *host* (on *date*); or, by *how*, has them there, or leads the battle group there."""

    kind: ClassVar[str] = "deployment"
    actor: str
    host: str
    n: int | None = None
    date: str = ""
    hedge: str = ""
    how: str = "sent"

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{_GOV} {_EARLIER} (<dispatched>|contributed|placed) {_TROOPS} (to|into|in) {_HOSTS} {_WHEN}"),
        P(f"{_NATO} {_EARLIER} (<dispatched>|have stationed|stationed|placed) {_TROOPS} (to|into|in) {_HOSTS} {_WHEN}"),
        P(f"(member countries|member states|NATO members|allies) [<adverb>] <dispatched> {_TROOPS} (to|into|in) {_HOSTS} {_WHEN}"),
        P(f"{_SENDER} [<adverb>] [has|have|had] {_STRENGTHENED} {_PRESENCE} {_HOSTS} (with|by|, sending) {_TROOPS} {_WHEN}"),
        P(f"{_SENDER} ~ [{{against=org}} ~] (by|,|and) {_STRENGTHENED} {_PRESENCE} {_HOSTS} (with|by) {_TROOPS} {_WHEN}"),
        P(
            f"{_TROOPS} [<adverb>] [have|had|has] [<adverb>] (arrived|landed|poured|streamed|flowed|moved|flown|flew) (in|into|to) "
            f"{_HOSTS} {_WHEN}",
            men=True,
        ),
        P(f"[the] (dispatch|deployment|sending) by {_SENDER} of {_TROOPS} to {_HOSTS} {_WHEN}"),
        P(f"{_SENDER} 's (dispatch|deployment|sending) of {_TROOPS} to {_HOSTS} {_WHEN}"),
        P(f"(dispatch|deployment|sending) of {_TROOPS} to {_HOSTS} {_WHEN}", men=True),
        P(
            f"{_TROOPS} (was|were|have been|had been|has been|are being) [<adverb>] <sent-there> (to|into|in) {_HOSTS} [by "
            f"{{by=gov}}|by {{b2=alliance}}] {_WHEN}",
            men=True,
        ),
        P(
            f"{_GOV} [<adverb>] (has|have|keeps|keep|maintains|maintain|stations) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}",
            how="there",
        ),
        P(
            f"{_NATO} [<adverb>] (has|have|keeps|keep|maintains|maintain|stations) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}",
            how="there",
        ),
        P(f"{_TROOPS} (are|is|remain) [<adverb>] <stationed> in {_HOSTS}", how="there", men=True),
        P(f"there are [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there"),
        P(f"there were [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there", past=True),
        P(
            "{alliance} [<adverb>] (has|maintains|keeps) [<adverb>] [{m=n}] [multinational] (battlegroups|battle groups) in {hosts=states}",
            how="there",
        ),
        P(
            "{alliance} [<adverb>] [has] (set up|established|created|formed) [{m=n}] [new|more|further] [multinational] "
            f"(battlegroups|battle groups) in {{hosts=states}} {_WHEN}"
        ),
        # there, told from the host or from the troops
        P(f"{{host}} [, which] [<adverb>] (hosts|host|houses|is home to|is host to|has hosted|is hosting|accommodates) [just|another|the] [{{n}} [of]] {_MEN}", how="there", hosted=True),
        P(f"[just] {_COUNTED} (are|were|is) [<adverb>] in {_HOSTS}", how="there", men=True),
        P(f"{_TROOPS} (serve|are serving|operate|rotate through|are training|are part of|form part of|make up part of|belong to|are deployed with|serving) [in|with|from|as part of] {_HOSTS}", how="there", men=True),
        P(f"{_GOV} [, which] [<adverb>] (stations|has stationed|has based|has kept|has had|bases|has maintained|have stationed|have had) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there"),
        P(f"{_GOV} [<adverb>] (had|kept|maintained) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there", past=True),
        P(f"{_NATO} [<adverb>] (had|kept|maintained) [<adverb>] {_TROOPS} [<stationed>] in {_HOSTS}", how="there", past=True),
        P(f"(arrival|landing) of {_TROOPS} in {_HOSTS} {_WHEN}", men=True),
        P(f"{_TROOPS} [have|had|has] [<adverb>] (moved|transferred|shifted|redeployed|relocated|flew) from {{from=gov}} to {_HOSTS} {_WHEN}", men=True),
        P(f"{_GOV} [<adverb>] <dispatched> {_TROOPS} from {{from=gov}} to {_HOSTS} {_WHEN}"),
        P(f"{{whose=org}} ['s] [peacekeeping|rapid reaction|rapid response|airborne|infantry|armored|armoured|mechanized] {_UNIT} of {{n}} [<soldiers>] (was|were|has been|is being|have been) [<adverb>] <sent-there> (to|in) {_HOSTS} {_WHEN}", men=True),
        P(f"{_GOV} {_EARLIER} <dispatched> [a|an|its] [peacekeeping|rapid reaction|airborne|infantry|armored|armoured|mechanized] {_UNIT} of {{n}} [<soldiers>] (to|in) {_HOSTS} {_WHEN}"),
        P(f"{{alliance}} [<adverb>] (deployed|sent|placed|stationed|has deployed|has placed|has stationed) [{{m=n}}] [new|more] [multinational] (battlegroups|battle groups) (in|to|across) {{hosts=states}} {_WHEN}"),
        # who leads a battle group
        P(f"{{gov}} [, which] [<adverb>] (has led|has been leading|has headed|has commanded|took command of) {_LED} [based|stationed|deployed] in {{host}}", how="leads"),
        P(f"{{dem=side}} - led [{{x=alliance}}] [multinational|enhanced] {_GROUP} [based|stationed|deployed] in {{host}}", how="leads", supposed=True),
        P(f"{{host}} (hosts|is home to|is host to|has hosted) [a|an|the] {{dem=side}} - led [{{x=alliance}}] [multinational|enhanced] {_GROUP}", how="leads"),
        P(f"{{host}} 's [{{x=alliance}}] [multinational|enhanced] {_GROUP} is (led|headed|commanded) by {{gov}}", how="leads"),
        P(f"{_GROUP} (led|headed|commanded) by {{gov}} [is|was] [based|stationed|deployed] in {{host}}", how="leads"),
        P("(battlegroups|battle groups|battalions) [are|were] (led|headed|commanded) by {gov} in {host}", how="leads"),
        P("(battlegroups|battle groups|battalions) [,] [are|were] (led|headed|commanded) by {leads=states} [,] [are|were] [based|stationed|deployed] in {hosts=states} [,] respectively", how="leads", pairs=True),
        P(f"{{gov}} [, which] (leads|heads|commands|is leading) {_LED} [based|stationed|deployed] in {{host}}", how="leads"),
        P(f"{_LED} [based|stationed|deployed] in {{host}} is (led|headed|commanded) by {{gov}}", how="leads"),
        P(f"in {{host}} , {_LED} is (led|headed|commanded) by {{gov}}", how="leads"),
        P(f"{{dem=demonym}} - led {_GROUP} in {{host}}", how="leads", supposed=True),
        P("{gov} the {n} in {host}", how="leads"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        how = match.phrasing.fixed.get("how", "sent")
        if how == "leads" and not re.search(r"battle ?group|battalion", match.sentence.mask[: match.found.end()]):
            return
        if match.phrasing.fixed.get("pairs"):
            leaders, places = match.ids("leads"), match.ids("hosts")
            for leader, place in zip(leaders, places, strict=True) if len(leaders) == len(places) else ():
                yield reading(match, cls(leader, place, how=how), Tense.PRESENT)
            return
        quantity = match.quantity()
        if quantity is not None and (quantity.unit or quantity.ordinal or not float(quantity.value).is_integer()):
            return
        if quantity is not None and how != "leads" and shared(match):
            return
        actor = next((match.id(slot) for slot in ("gov", "dem", "alliance", "by", "b2", "whose") if match.id(slot)), "")
        if person := match.id("who"):
            actor = offices.speaks_for(match.sentence.context.record, person)
        if how == "leads":
            if quantity is not None and quantity.value != 1:
                return
            actor, quantity = match.id("gov") or match.id("dem"), None
        elif not actor and match.phrasing.text.startswith("(member"):
            named = match.antecedent("alliance")
            if named is None or re.search(r"\w\s*$", match.sentence.mask[: match.found.start()]):
                return
            actor = named.id
        actors = [actor, *match.ids("second")]
        hosts = [id for slot in ("host", "town", "also", "third", "hosts") for id in match.ids(slot)]
        if match.phrasing.fixed.get("hosted") and not actor:
            return  # "Poland hosts 10,000 troops": whose, is not said
        if not hosts or not set(actors).isdisjoint(hosts):
            return
        moment = next((found for slot in ("date", "d1", "d2") if (found := match.date(slot))), None) or date_before(match) or _run_up(match)
        # A number said of two senders or two hosts together is nobody's alone.
        n = int(quantity.value) if quantity is not None and len(hosts) == len(actors) == 1 else None
        hedge = quantity.hedge if quantity is not None and n is not None and quantity.hedge != "=" else ""
        tense = Tense.EVENT if how == "sent" else Tense.PAST if match.phrasing.fixed.get("past") else Tense.PRESENT
        for sender in actors:
            for host in hosts:
                if how == "leads" or sender or n is not None:
                    claim = cls(sender, host, n, moment.text if moment and how == "sent" else "", hedge, how)
                    yield reading(match, claim, tense)

    def args(self) -> dict[str, Any]:
        """The arguments; *how* is the sentence's verb, which the wording keeps."""
        return {name: value for name, value in super().args().items() if name != "how"}

    def truth(self, record: Record) -> Truth:
        if self.how == "leads":
            return force.leads(record, self.actor, self.host)
        rows = force.deployments(record, self.actor, self.host)
        if self.how == "there":
            return force.in_place(record, force.within(rows, None), lambda there: self._counted(record, there))
        rows = force.within(rows, parse_moment(self.date) if self.date else None)
        if self.n is None:
            return force.from_first((force.begun(row), (row,)) for row in rows)
        figures = force.troop_figures(record, rows, self.actor)
        return force.from_first((figure.day, figure.facts) for figure in figures if self._agrees(figure))

    def _counted(self, record: Record, there: Sequence[DeploymentFact]) -> tuple[Fact, ...]:
        """The facts by which so many are there. Those sent join those already there: a number of them is a lower bound only."""
        if self.n is None:
            return tuple(there[:1])
        for figure in force.troop_figures(record, there, self.actor):
            bound = self.hedge in (">", ">=")
            own = len(figure.facts) == 1 and getattr(figure.facts[0], "actor", "") == self.actor
            counted = own and self.actor not in record.lexicon.regions
            if self._agrees(figure) and (bound or (counted and figure.hedge in "=~" and self._alliance(record))):
                return figure.facts
        return ()

    def _alliance(self, record: Record) -> bool:
        from foedus.alliance import treaty_of

        return treaty_of(record, self.actor) is not None

    def _agrees(self, figure: Figure) -> bool:
        """Whether the figure may be written as the claim has it."""
        assert self.n is not None
        hedge, grain = self.hedge or "=", rounding(self.n)
        if figure.hedge in (">", ">="):
            return hedge in (">", ">=") and figure.n >= self.n
        # "Fewer than" and "up to" say where the number lies, not only where it ends.
        near = hedge not in ("<", "<=") or figure.n >= self.n / 2
        return near and agrees(self.n, hedge, figure.n, grain if hedge in "=~" else 0.0)

    def wording(self, names: Names) -> str:
        number = f"{HEDGE_PHRASES[self.hedge or '=']}{plain(self.n)} troops" if self.n is not None else "troops"
        who, where = names.say(self.actor), f"in {names.say(self.host)}"
        if self.how == "leads":
            return f"{who} leads the battle group {where}"
        if self.how == "there":
            return f"{who} has {number} {where}" if who else f"there are {number} {where}"
        when = f" {spell_date(self.date)}" if self.date else ""
        return f"{who} sent {number} to {names.say(self.host)}{when}" if who else f"{number} were sent to {names.say(self.host)}{when}"

    def checked_through(self, record: Record) -> datetime.date | None:
        coverage = record.coverage("deployments", self.actor)
        return coverage.through if coverage else None


def date_before(match: Match) -> Moment | None:
    """The date with which the sentence opens, if the match follows it: "On 6 January 2023, the United States announced"."""
    lead = re.match(r"(?:On|In|By|Last|Early in|Late in)?\s*\ue00b\s*,?\s*$", match.sentence.mask[: match.found.start()])
    item = match.sentence.items[0] if lead and match.sentence.items else None
    return item.what.moment if item is not None and isinstance(item.what, Dated) else None


def shared(match: Match) -> bool:
    """Whether somebody else is named as doing the same ("Belgium and France sent 800 troops"): the number is then nobody's alone."""
    return re.search(r"[\ue000-\ue002\ue00c\ue00d]\s*,?\s*and\s*$", match.sentence.mask[: match.found.start()]) is not None


def rounding(n: float) -> float:
    """The unit to which a large whole number may have been rounded: 1,000 for 3,000, 100 for 1,700."""
    digits = str(int(n))
    zeros = len(digits) - len(digits.rstrip("0"))
    return 10.0 ** min(zeros, len(digits) - 1) if len(digits) >= 3 else 0.0


def _run_up(match: Match) -> Moment | None:
    """The days, weeks or months before an event that the record's words name: "in the weeks leading up to the invasion of Ukraine"."""
    before = _RUN_UP.search(match.sentence.folded, 0, match.found.start())
    event = match.sentence.name_at(before.start("event")) if before else None
    if before is None or event is None or event.type != "event":
        return None
    day = datetime.date.fromisoformat(event.id)
    return parse_moment(f"{day - datetime.timedelta(days=_LENGTHS[before['unit']])}/{day}")
