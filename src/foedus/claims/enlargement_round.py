"""``enlargement_round``: so many states, or these, joined an alliance in one round."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims import rounds
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, spell_date
from foedus.claims.clauses import ENTERED, MIDDLE, alliance_of, bounds, date_of, ends_clause, is_modifier, is_subject, more_of_the_same
from foedus.dates import Moment, on, parse_moment
from foedus.fact import Fact
from foedus.language.names import Names
from foedus.language.numbers import restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Count, Truth, all_of, count

_NEW = "[another|more|new|other|additional|further|European|new European|full|new full|of the|{area=region}]"
_STATES = "(countries|nations|states|members|member states|newcomers|governments|allies|republics|satellites|neighbours|neighbors|candidates|applicants|entrants|recruits|democracies|member countries)"
_NATIONS = f"({_NEW} {_STATES}|more|others)"
_LISTED = "((,|:|—|-|-) [including|among them|namely|such as]) {states}"
_WHO = f"([the|its|their] [first|newest|latest|next] {{n}} [~] [former|formerly|ex -|post -|once -] [{{x=alliance}}|{{d=demonym}}|{{area=region}}] [~] {_STATES} [{_LISTED}]|{{n}} more [{_LISTED}]|{{states}} [and {{others=n}} others])"
_KIND = "[big bang|biggest|largest|latest|last|first|second|third|fourth|fifth|sixth|seventh|great|eastern|eastward|southern|northern|next|single|post-Cold War|ever|new]"
_ROUND = f"[{{q=quote}}] {_KIND} {_KIND} {_KIND} <round>"
_DESCRIBED = (
    "[~] [former|formerly|ex -|post -|once -] [{x=alliance}|{d=demonym}] [~] [{area=region}] [and {area2=region}] [~] "
    "(countries|nations|states|members|member states|newcomers|republics|satellites|allies|neighbours|neighbors|lands|democracies)"
)
"""Newcomers of a kind: their number is that of all newcomers only where all were of it."""
_OF_DATE = "(of|in|on|, in|, on|, that of|that of|in the spring of|in the summer of|, the one of|from)"
_ONE_OF = "(one of|among|part of|{one=n} of|[belonged to|in|part of|among] [the|a] (group|batch|class|wave|set|band|clutch) of) [the] {n}"
_OF_IT = "[(of|in|to|into) ({alliance} ['s [~] history]|the alliance)]"
_THE = "[the|a|its|this|that|{alliance} 's|{date} 's]"
_CAME_IN = "(came in|joined|entered|acceded|got in|were admitted|was admitted|were let in|were taken in|were accepted|became members|became full members|took their seats|were added|were received|were welcomed in|signed up|were brought in|came aboard)"
_GREW = "[again|eastward|further|once more|to the east|to the south|eastwards] (expanded|jumped|rose|increased|enlarged|grew|widened|extended itself|was enlarged|was expanded|was extended|was widened|has expanded|has grown|has been enlarged|was swelled|swelled|was joined)"
_BY_TAKING = (
    "(by including|including|to include|to take in|to admit|to bring in|to add|to welcome|to absorb|to embrace|[by] admitting|[by] taking in|[by] adding|[by] welcoming|[by] absorbing|[by] bringing in|[by] accepting|[by] letting in|"
    "[by] incorporating|with the (accession|addition|entry|admission|arrival) of|through the (accession|addition|entry|admission|arrival) of|by the (accession|addition|entry|admission|arrival) of|with|by|when it <let-in>|when it took in)"
)


class EnlargementRound(Claim):
    """In the round of *date*, *n* states (*states* among them) joined *alliance*."""

    kind: ClassVar[str] = "enlargement_round"
    alliance: str
    date: str
    states: tuple[str, ...] = ()
    n: int | None = None

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # "Seven countries joined NATO in 2004"
        P(f"{{n}} {_NATIONS} [{_LISTED} [,|—|-]] [that|which|who] [(in|on) {{date}}] {ENTERED}", count=True),
        P(f"{{n}} {_DESCRIBED} [{_LISTED} [,|—|-]] [(in|on) {{date}}] {ENTERED}", described=True),
        P(f"{{n}} {_DESCRIBED} {ENTERED} [(in|on) {{date}}] (:|—|-|, including|, among them) {{states}}", described=True),
        P(f"{{n}} {_NATIONS} {ENTERED} [(in|on) {{date}}] (:|—|-|, including|, among them) {{states}}", count=True),
        P(f"{{n}} {_NATIONS} [that|which|who] (<became>|are becoming|are now) [new|full|its|the alliance 's] ([newest] <member> of {{alliance}}|{{alliance}} ['s] [newest] <member>)", count=True),
        P(f"{{n}} {_NATIONS} (are|is|were) [now|formally|officially|today|finally|all] (joining|entering|acceding to|being admitted to|being taken into) {{alliance}}", soon=True, count=True),
        P(f"{{n}} [{_NATIONS}|{_DESCRIBED}] {_CAME_IN} [together|both|all|at once|in one go] [(in|on) {{date}}]", bare=True),
        P(f"{{date}} (:|—|-) {{n}} {_DESCRIBED} [{_LISTED} [,|—|-]] (join|enter|become <member> of) {{alliance}}", described=True),
        P(f"{{date}} (brought|saw) {{n}} {_NATIONS} (join|joining|enter|entering|come into|into) {{alliance}}", count=True),
        P(f"among the {{n}} [{_NATIONS}] (admitted to|that joined|who joined|which joined|to join|taken into|let into) {{alliance}} [(in|on) {{date}}] (were|was) {{states}}"),
        P(f"{{states}} [,] [which|who] [<be>|<past-be>] [,] {_ONE_OF} [{_NATIONS}|{_DESCRIBED}] [that|which|who|to] ({ENTERED}|(join|enter|come into|admitted to|taken into|be admitted to|be taken into|let into|received into) {{alliance}})", count=True),
        P("{n} were (admitted to|taken into|let into|brought into|received into) {alliance}", count=True),
        P(f"{{states}} (join|joins|enter|enters|come in|joined) (in|as part of|during|with) (the|{{alliance}} 's|its) [~] {_ROUND} {_OF_IT}"),
        P(f"{_THE} [~] [{{alliance}}] {_ROUND} {_OF_IT} (took place|came|occurred|happened|followed|was|dates from) [~] (in|on) {{date}} [,] (with|through|by) the (accession|entry|admission|addition|inclusion) of ({_WHO}|{{n}} {_DESCRIBED})"),
        P(f"(welcomed|greeted|hailed|received|embraced|admitted|inducted|ushered|brought|accepted|welcomes|greets) {{n}} [{_NATIONS}|{_DESCRIBED}|new members] (into {{alliance}}|to {{alliance}}|as [the] [new|full|newest|latest] {_STATES} (of|in) {{alliance}}|as [new|full] {{alliance}} <member>)", welcome=True),
        P("(welcomed|greeted|hailed|received|embraced|admitted|inducted|welcomes|greets) {n} new ({alliance} <member>|<member> (of|in|to) {alliance})", welcome=True),
        P(f"{{n}} (former|ex -|erstwhile|onetime) <member> of {{x=alliance}} [{_LISTED} [,|—|-]] ({ENTERED}|<became> [full|new] <member> of {{alliance}})", described=True),
        P(f"{{n}} {_DESCRIBED} [{_LISTED} [,|—|-]] <became> [full|new] (<member> of {{alliance}}|{{alliance}} <member>)", described=True),
        # "NATO took in seven countries in 2004"
        P(f"{{alliance}} [has|had|have] [{MIDDLE}] [(in|on) {{date}}] (<let-in>|opened its doors to|opened the door to|swallowed|threw open its doors to|inducted) {_WHO}"),
        P(f"{{alliance}} [has|had|have] [{MIDDLE}] [(in|on) {{date}}] (<let-in>|opened its doors to) {{n}} {_DESCRIBED} [{_LISTED}]", described=True),
        P(f"{{alliance}} ['s ranks|'s membership] {_GREW} [again|eastward|further|eastwards|once more] [(in|on) {{date}}] [again|further] [,] {_BY_TAKING} {_WHO}"),
        P(f"{{alliance}} ['s ranks|'s membership] {_GREW} [(in|on) {{date}}] by {{n}} [{_NATIONS}|in {{date}}]", count=True),
        P("({alliance} ['s membership|'s ranks]|number of {alliance} <member>|number of <member>) (expanded|grew|enlarged|jumped|swelled|was enlarged|was expanded|rose|went|went up|increased|climbed) [(in|on) {date}] from {old=n} [<member>] to {new=n} [<member>]", difference=True),
        P(f"{{alliance}} (underwent|saw|carried out|completed|had|made|undertook) [{{its}}|the|a|another] [~] [{{date}}] {_ROUND} [(in|on) {{date}}] [,] (admitting|taking in|adding|bringing in|when it <let-in>|with|welcoming|absorbing) {_WHO}"),
        P("{alliance} (increased|raised|expanded|extended|enlarged) its membership [(in|on) {date}] from {old=n} [<member>] to {new=n} [<member>]", difference=True),
        P(f"when {{alliance}} (enlarged|expanded|grew|was enlarged) (in|on) {{date}} [,] (it <let-in> {_WHO}|{_WHO} (<got-in>|came in))"),
        P(f"{_THE} [{{date}}] [{{alliance}}] {_ROUND} {_OF_IT} [{_OF_DATE} {{date}}] (took|brought|raised|increased|lifted) ({{alliance}}|the number of [{{alliance}}] <member>|[{{alliance}} 's] membership|its membership) from {{old=n}} [<member>] to {{new=n}}", difference=True),
        # "NATO's enlargement of 2004 brought in seven countries"
        P(f"{_THE} [~] [{{date}}] [{{alliance}}] {_ROUND} {_OF_IT} [<round>] [{_OF_DATE} {{date}}] [, [~] [~] ,|,] [which|that] <brought-in> {_WHO}"),
        P(f"{_THE} [~] [{{alliance}}] {_ROUND} {_OF_IT} (, {{date}} ,|{_OF_DATE} {{date}} [,]) [which] <brought-in> {_WHO}"),
        P(f"{_THE} [~] {_ROUND} {_OF_IT} [after ~|since ~] (was|came|took place|occurred|happened|followed|occurring|taking place|coming) [back|again] (in|on|that of|the one of) {{date}} [,] (when|with|, with) (it [had] <let-in> {_WHO}|{{alliance}} [had] <let-in> {_WHO}|{_WHO} ({ENTERED}|{_CAME_IN})|{_WHO})"),
        P(f"(in|with|during|as part of|by|through|after|since|at) {_THE} [~] [{{date}}] [{{alliance}}] {_ROUND} {_OF_IT} [{{k=n}} years later] [{_OF_DATE} {{date}}] [,] ({{alliance}} <let-in> {_WHO}|{ENTERED}|{_WHO} ({ENTERED}|{_CAME_IN}))"),
        P(f"(in|with|during|as part of|by|through) {_THE} [~] [{{date}}] {_ROUND} {_OF_IT} [{_OF_DATE} {{date}}] [,] {{n}} {_DESCRIBED} ({ENTERED}|{_CAME_IN})", described=True),
        P(f"{{its}} [~] {_ROUND} by {_WHO} (in|on) {{date}}"),
        P(f"{_WHO} [,] ({ENTERED}|{_CAME_IN}) (in|during|as part of|with|at) (the|its|{{alliance}} 's) [~] [{{date}}] [~] {_ROUND} {_OF_IT} [{_OF_DATE} {{date}}]"),
        P("{states} joined (in|on) {date} (in|as part of|during|with) {alliance} 's [~] <round>"),
        P(f"{_WHO} (<be>|were|was|was one of|formed|made up|completed|belonged to|constituted|came in with|had been) [part of|in|members of|among|a member of] [the|{{alliance}} 's|its] [newest] (members|~) [{{date}}] [{{alliance}}] {_ROUND} {_OF_IT} [{_OF_DATE} {{date}}]"),
        P(f"{_WHO} (<be>|completed|belonged to|formed|made up|constituted) [part of|in|members of|among|a member of] [the|{{alliance}} 's|its] [{{date}}] [{{alliance}}] {_ROUND} {_OF_IT} [{_OF_DATE} {{date}}]"),
        P(f"{{states}} <be> {_ONE_OF} {_NATIONS} of {{alliance}} 's {{date}} [~] <round>", count=True),
        P(f"(newcomers|entrants|joiners|intake|class|recruits|arrivals) of {{date}} (were|was|included|comprised|consisted of) {_WHO}"),
        P(f"{{alliance}} 's {{date}} intake (was|included|comprised|consisted of|brought in) {_WHO}"),
        P(f"(the|its|{{alliance}} 's) {{date}} [~] {_ROUND} {_OF_IT} (was|remains|is) [~] (largest|biggest) [~] [,] with {_WHO}"),
        P(f"with {{n}} {_NATIONS} , {{alliance}} 's {{date}} <round> (was|remains|is)", count=True),
        P(f"(accession|entry|admission|arrival|addition) of {{n}} {_NATIONS} [(to|into) {{alliance}}] (in|on) {{date}} [(was|is|remains) {{alliance}} 's [~] <round>]", count=True),
        P("{n} new (members of {alliance}|{alliance} (members|allies|member states)) (on|in|since) {date}", count=True),
        # who came in, and when, is told by what stands around the word
        P("(<round>|enlargements|expansions|rounds|waves|enlarged|expanded|grew|widened|swelled|joined|entered|admitted|acceded|welcomed|accession|entry|admission|newcomers|opened its doors|came in|took in|brought in|swallowed|added|gained|spurts|new members)", told=True, beside=frozenset(LETTERS["date"])),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        if match.phrasing.fixed.get("told"):
            yield from _told(match)
            return
        only = match.sentence.context.only_alliance
        alliance = alliance_of(match) or (only.id if only else "")
        moment, start, end = date_of(match)
        if not alliance or not _fits(match):
            return
        if moment is None:
            yield from _of_late(match, alliance, start, end)
            return
        published, fixed = match.sentence.context.published, match.phrasing.fixed
        if moment.earliest > published and not (fixed.get("soon") and moment.latest <= published + _A_WEEK):
            return
        names = [slot for slot in match.found.re.groupindex if match.has(slot)]
        n = _difference(match) if match.phrasing.fixed.get("difference") else None
        for slot in names:
            quantity = match.quantity(slot) if slot in ("n", "n_2", "n_3", "n_4", "n_5") else None
            if quantity is not None:
                if (
                    quantity.hedge != "="
                    or quantity.unit
                    or quantity.ordinal
                    or not float(quantity.value).is_integer()
                    or _of_others(match, slot)
                ):
                    return
                n = int(quantity.value)
        states = tuple(dict.fromkeys(id for slot in names if slot.startswith("states") for id in match.ids(slot)))
        if n is None and not _OF_A_ROUND.search(match.found[0]):
            return  # "NATO took in Montenegro in 2017": that it joined is for another kind of claim to say
        if n is not None and any(slot.startswith("others") for slot in names):
            n = None
        if (
            n is not None
            and not fixed.get("described")
            and _SORTED.search(match.found[0])
            and n != len(_joiners(match.sentence.context.record, alliance, moment))
        ):
            return  # a number of "Baltic" or "formerly communist" newcomers is not the number of all newcomers
        if fixed.get("described") or (fixed.get("bare") and match.has("x")):
            everyone = tuple(state for state, _ in _joiners(match.sentence.context.record, alliance, moment))
            if n != len(everyone):
                return
            states = everyone
        if (n is None and not states) or (
            re.sub(r"^\s*(?:the|an?)\s+", "", match.found[0])[:1] >= "\ue000"
            and not is_subject(match)
            and not re.fullmatch(r"\s*of\s+(?:the\s+)?", match.sentence.folded[: match.found.start()])
        ):
            return
        first, last = bounds(match, start, end)
        yield Reading(cls(alliance, moment.text, states, n), first, last, Tense.EVENT)
        for more in more_of_the_same(match, end, moment):
            if more.n is not None and more.n.hedge == "=" and not more.n.unit and not more.n.ordinal:
                first, last = bounds(match, more.start, more.end)
                yield Reading(cls(alliance, more.moment.text, (), int(more.n.value)), first, last, Tense.EVENT)
            elif more.states:
                first, last = bounds(match, more.start, more.end)
                yield Reading(cls(alliance, more.moment.text, more.states), first, last, Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date)
        treaty = alliances.treaty_of(record, self.alliance)
        if treaty is None or written.latest < treaty.since.earliest:
            return Timeline.constant(NOT_ENOUGH_INFO)
        joined = _joiners(record, self.alliance, written)
        coverage = record.coverage("members", self.alliance)
        parts = [self._one(record, state, dict(joined)) for state in self.states]
        if self.n is not None:
            base = (coverage,) if coverage else ()
            total = (
                count([truth for _, truth in joined], base)
                if joined
                else Timeline.constant(Count(0, 0) if coverage else Count(0, 250, NOT_ENOUGH_INFO), base)
            )
            parts.append(total.map(lambda found: found.compare(lambda true: true == self.n)))
        return all_of(parts)

    def _one(self, record: Record, state: str, joined: dict[str, Truth]) -> Truth:
        if state in joined:
            return joined[state]
        # Who did not join in this round either joined in another, which is the evidence, or is on no list at all.
        coverage = record.coverage("members", self.alliance)
        facts: tuple[Fact, ...] = tuple(group[0] for group in alliances.spells(record, state, self.alliance)) or (
            (coverage,) if coverage else ()
        )
        return Timeline.constant(REFUTED if facts else NOT_ENOUGH_INFO, facts)

    def wording(self, names: Names) -> str:
        who = [f"{self.n} countries"] if self.n is not None else []
        if self.states:
            who.append(join_words([names.say(state) for state in self.states]))
        return f"{names.say(self.alliance)}'s enlargement {_round_date(self.date)} included {', including '.join(who)}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        joined = [state for state, truth in _joiners(record, self.alliance, parse_moment(self.date)) if truth.at(day) is SUPPORTED]
        if self.n is None or not joined or not set(self.states) <= set(joined):
            return None
        return restated(words, self.n, len(joined))

    def checked_through(self, record: Record) -> datetime.date | None:
        return alliances.checked_through(record, self.alliance)


def _round_date(text: str) -> str:
    return spell_date(text).replace("in ", "of ", 1) if len(text) == 4 else spell_date(text)


def _joiners(record: Record, alliance: str, period: Moment) -> list[tuple[str, Truth]]:
    """The states that became members within *period*, after the alliance began, each with the truth of "it has joined" day by day."""

    def build() -> list[tuple[str, Truth]]:
        coverage = record.coverage("members", alliance)
        found = []
        for state in alliances.ever_members(record, alliance):
            for group in alliances.spells(record, state, alliance):
                if any(fits(fact.since, period) for fact in group):
                    found.append((state, happened([(fact.since, fact) for fact in group], period, coverage)))
        return found

    return record.once(("joiners", alliance, period), build)


_MEMBERS_VERB = re.compile(r"\b(?:admitted|added|joined|acceded|let in|taken in|became)\b")
_OF_MEMBERS = frozenset(["membership", "member_count", "joined", "founded", "enlargement_round"])
_OF_A_ROUND = re.compile(
    r"\b(?:enlarg\w*|expan\w+|round|waves?|intake|tranche|batch|big.bang|extension|widening|class|grew|grown|widened|swelled|jumped|newcomers|entrants|joiners|recruits|arrivals|accessions?|spurt|opening|rose|increased|added to|one of|among|group)\b"
)
_SORTED = re.compile(
    rf"{LETTERS['number']}\s+(?!(?:(?:another|more|new|other|additional|further|european|full|of|the|western|its|,)\s+)*(?:countries|nations|states|members?|newcomers|governments|allies|candidates|applicants|entrants|recruits|others|more)\b)"
    rf"(?:\S+\s+){{0,7}}?(?:countries|nations|states|members|newcomers|republics|satellites|neighbou?rs|democracies|allies)\b"
)
_TWO_YEARS = datetime.timedelta(days=730)
_A_WEEK = datetime.timedelta(days=7)


def _told(match: Match) -> Iterator[Reading]:
    """The rounds of a sentence in which newcomers of a time stand beside its date, in whatever order; read once a sentence."""
    record = match.sentence.context.record

    def joiners(alliance: str, moment: Moment) -> frozenset[str]:
        treaty = alliances.treaty_of(record, alliance)
        if treaty is None or moment.earliest <= treaty.since.latest:
            return frozenset()  # founders are no newcomers
        return frozenset(state for state, _ in _joiners(record, alliance, moment))

    done = match.sentence.once("rounds told", set)
    for told in rounds.told(match, joiners):
        if told not in done:
            done.add(told)
            first, last = bounds(match, told.start, told.end)
            yield Reading(EnlargementRound(told.alliance, told.moment.text, told.states, told.n), first, last, Tense.EVENT)


def _of_late(match: Match, alliance: str, start: int, end: int) -> Iterator[Reading]:
    """A round that is told without its date, as news: "NATO has admitted seven new members". It is the last one, if that had as many."""
    record, published = match.sentence.context.record, match.sentence.context.published
    n = next((quantity for slot in ("n", "n_2", "n_3", "n_4", "n_5") if (quantity := match.quantity(slot))), None)
    after = match.sentence.mask[match.found.end() :]
    if (
        n is None
        or n.hedge != "="
        or n.unit
        or n.ordinal
        or n.value < 2
        or re.match(r"\s*(?:since|over|between|in\s+the\s+(?:past|last)|during|from\s+\ue00b)\b", after)
    ):
        return
    if not re.search(r"\b(?:has|have|had|new|newest|welcom\w+|greet\w+|hail\w+)\b", match.found[0]):
        return
    days = sorted(
        {
            fact.since.latest
            for state in alliances.ever_members(record, alliance)
            for group in alliances.spells(record, state, alliance)
            for fact in group[:1]
            if published - _TWO_YEARS < fact.since.latest <= published
        }
    )
    if not days or len(_joiners(record, alliance, on(days[-1]))) != n.value:
        return
    first, last = bounds(match, start, end)
    states = tuple(dict.fromkeys(id for slot in match.found.re.groupindex if slot.startswith("states") for id in match.ids(slot)))
    yield Reading(EnlargementRound(alliance, on(days[-1]).text[:7], states, int(n.value)), first, last, Tense.EVENT)


def _difference(match: Match) -> int | None:
    """How many came when an alliance grew "from 15 to 25 members"."""
    old, new = match.quantity("old"), match.quantity("new")
    if old is None or new is None or old.hedge != "=" or new.hedge != "=" or old.unit or new.unit or new.value <= old.value:
        return None
    return int(new.value - old.value)


def _of_others(match: Match, slot: str) -> bool:
    """Whether the number is only a part of the newcomers: "Estonia and six other countries joined"."""
    return bool(re.search(r"\band\s*$", match.sentence.mask[: match.found.start(slot)]))


def _fits(match: Match) -> bool:
    """Whether the words speak of the alliance itself, and not of something that bears its name."""
    before, after = match.sentence.mask[: match.found.start()], match.sentence.mask[match.found.end() :]
    if match.phrasing.fixed.get("bare"):
        said = match.sentence.context.said
        if (
            LETTERS["alliance"] not in match.sentence.mask
            and not _MEMBERS_VERB.search(match.found[0])
            and not any(getattr(claim, "kind", "") in _OF_MEMBERS for claim in said)
        ):
            return False
        if not re.match(rf"\s*(?:[.,;:)—]|$|{LETTERS['date']}|(?:in|on|and|but|as|after|when)\b)", after):
            return False
    if re.match(r"\s+(?:closer|together|nearer|into\s+line|to\s+the\s+brink|back)\b", after):
        return False
    if re.search(r"\bnext\b", match.found[0]) or re.search(
        r"\b(?:asked|invited|hoping|wanting|applied|next|negotiations?|talks)\s*$", before
    ):
        return False
    if match.found[0].rstrip()[-1] == LETTERS["alliance"]:
        return not is_modifier(match) and (
            ends_clause(match) or bool(re.match(r"\s+(?:were|was)\b", match.sentence.mask[match.found.end() :]))
        )
    return not re.match(r"\s?'|-", match.sentence.mask[match.found.end() :])
