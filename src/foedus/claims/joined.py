"""``joined``: states joined an alliance, perhaps on a stated day."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense, fits, happened, join_words, spell_date
from foedus.claims.clauses import (
    COMMANDS,
    ENTERED,
    IN_IT,
    MIDDLE,
    SUBJECT,
    TAKEN,
    WAS,
    alliance_of,
    bounds,
    companions,
    date_of,
    ends_clause,
    is_modifier,
    is_subject,
    more_of_the_same,
    opening_states,
    opens_clause,
    slots,
)
from foedus.dates import Moment, parse_moment
from foedus.facts import Membership, Treaty
from foedus.language.lazily import lazily
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.verdict import Truth, all_of

_CAME = (
    "(took effect|takes effect|took place|came|became effective|was completed|was sealed|became official|became final|dates|dates back|goes back|entered into force|came into force|began|started|"
    "sealed|completed|granted|attained|achieved|gained|won|concluded|which began|which came|was formalised|was formalized|became a reality|followed|happened|occurred|was effected|came about|was finalised|was finalized)"
)


_THEY = f"both [countries|states|nations|of them|{MIDDLE}]|they [{MIDDLE}]|all {{n}} [~] [{MIDDLE}]|the {{n}} [~] [{MIDDLE}]|these {{n}} (countries|states|nations)|these (countries|states|nations)|the (pair|trio)"


class Joined(Claim):
    """*states* joined *alliance* (on *date*, at the precision written)."""

    kind: ClassVar[str] = "joined"
    states: tuple[str, ...]
    alliance: str
    date: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{SUBJECT} {ENTERED}"),
        P(f"{SUBJECT} <became> [a|an|the|{{its}}] [~] [{{n}}|{{d=demonym}}|{{area=region}}] [~] <allied> [to be|to become] (of|in|to (join|enter|accede to|come into|get into|be admitted to|sign up to)) [both] {{alliance}} [and {{also=alliance}}]"),
        P("{states=govs} [,] [which|who] <became> [a|an|the|both] [~] {alliance} ['s] [~] [{n}|<nth>] [and [{n2=n}|<nth>]] [~] <allied>", member=True),
        P(f"{SUBJECT} [has|have|had] <got-in> both {{alliance}} and {{also=alliance}}"),
        P(f"{SUBJECT} [has|have|had] <got-in> {{first=alliance}} [(in|on) {{early=date}}] [,] [and|then|and then] {{alliance}} [in|on] {{date}}"),
        P(f"{SUBJECT} [,] [which|who] (gained|secured|attained|achieved|obtained|won|was granted|were granted|was given|were given|received|assumed|acquired) [full] ({{alliance}} membership|membership (of|in) {{alliance}})"),
        P(f"{SUBJECT} (acceded to|has acceded to|have acceded to|had acceded to|adhered to|signed up to) {{treaty}}"),
        P(f"{SUBJECT} (was|were) (welcomed|admitted|accepted|received|added|taken in|brought in|let in) [to {{alliance}}] as [a|an|the|{{its}}|{{alliance}} 's|{{alliance}}] [~] [{{n}}|<nth>] [{{alliance}}] [~] <allied> [(of|in) {{alliance}}]", member=True),
        P(f"{SUBJECT} {WAS} [~] (brought|welcomed|taken|let|admitted|accepted|received) (into|to) the (fold|club|ranks|alliance) [in|on] {{date}}", dated=True),
        P("{states} (is|are) [now|formally|officially|today|finally] (joining|becoming a member of|becoming members of|entering|acceding to|being admitted to|being received into|being taken into) {alliance}", soon=True),
        P("{states} (join|joins|enter|enters|accede to|accedes to|becomes a member of|become members of) {alliance} [as [its|the] [{n}|<nth>|newest] <member>]", headline=True),
        P("{states} (becomes|become) (the {n} <member> of {alliance}|{alliance} 's [{n}|<nth>|newest] <member>|{alliance} <member>)", headline=True),
        P("{states} <got-in> {alliance} (in|on) {date} and [in|on] {later=date} [,] respectively", paired=True),
        P("{n} [more|other|further] [~] [{region}] (countries|states|nations|members|more) have [since] joined [{alliance}] [since] (:|—|, including) {states}", listing=True),
        P(f"(by|on|with|after|since|before|upon|when|following|until) (<getting-in>|its <entry> (to|into|of|in)|{{its}} {{date}} <entry> (to|into|of|in)) {IN_IT}", shared=True),
        P(f"(and|but) [has|have|had] [only|then|later|finally|{{town}}|so] <got-in> {IN_IT}", shared=True),
        P(f"(it|they|the country|which) [has|have|had|only|finally|{{later=date}}] <got-in> {IN_IT}", shared=True),
        P("since {date} [,] {states=govs} (has|have) [<mid>] (been|belonged) [both|also] (in|to|inside|part of|a member of|members of) {alliance} [and [in|to|of] {also=alliance}]"),
        P("and [a|an] [<such>] {alliance} <allied> since {date}", shared=True),
        P(f"({_THEY}) {ENTERED}", shared=True),
        P("(by|since|after|before|,) (becoming|having become) [a|an|the|{its}] [~] [{n}|<nth>] [~] <allied> [(of|in) {alliance}]", shared=True),
        P(", (gaining|winning|securing|obtaining) (entry|admission|membership|accession) [(to|into|of|in) {alliance}]", shared=True, dated=True),
        P("(it|they|the country) <became> [a|an|the] [~] ([{n}|<nth>] <allied> of {alliance}|{alliance} [~] <allied>|{alliance} 's [{n}|<nth>] <allied>)", shared=True),
        P("(it|they|country) (was|were) (admitted|accepted|welcomed|taken|let|brought|received) (into|to) {alliance}", shared=True),
        P("(response|reaction|reply|answer) to ({states} 's <entry> (to|into|of|in)|the <entry> of {states} (to|into|in)) {alliance}", object=True),
        P("{n} [~] (countries|states|nations|neighbours|neighbors|more) (—|,|:) {states} (—|,) [have|has] [since] <got-in> {alliance}"),
        P("<ushered> {states} [back] (into|in) {alliance}", object=True),
        P("(led|took|brought|ushered|steered) {states} back (into|to) [the] {alliance} [['s] [integrated] [military] (command structure|command|structure)]", command=True, object=True),
        P("{alliance} [,] (which|that) {states=govs} [has|have|had] [only|finally|first] (joined|entered|acceded to)"),
        P("{alliance} , (which|that) [has|have|had] [only|finally|also] <let-in> {states}", object=True),
        P("{states} , (which|who|whom) {alliance} [has|had|only|finally] (<let-in>|let in|took in) [in|on] {date}"),
        P("(not until {date} did|it took until {date} for|{date} saw|it was not until {date} that|saw) {states=govs} [to] (join|enter|get into|be admitted to|become [a] <member> of|<got-in>) {alliance}"),
        P("{states=govs} (did not|didn't|had to wait until {date} to|waited until {date} to|had to wait until {date} before) [it|they] [could] (join|joined|joining|enter|entered|become [a] <member> of|get into|be admitted to) {alliance} [until {date}|before {date}]", waited=True),
        P(f"<getting-in> {IN_IT} [,] [only] [in|on|back in|early in|late in] {{date}} , {{states=govs}}", participle=True),
        P(f"<getting-in> {IN_IT} , {{states=govs}}", participle=True),
        P(f"{TAKEN} [back] (into|to) {{alliance}} [only|together] [in|on|back in] {{date}} , {{states=govs}}", participle=True),
        P("[a|an|as|both] [a] [<such>] ({alliance} <allied>|<member> of {alliance}|in {alliance}|part of {alliance}|member) [only] since {date} , {states=govs}", participle=True),
        P("it <got-in> {alliance} (in|on) {date} , {states}", participle=True),
        P("{states=govs} (was|were) not (admitted to|accepted into|accepted by|let into|taken into|received into|admitted into) {alliance} until {date}"),
        P(f"{SUBJECT} (was|were) (promoted|upgraded|raised|elevated) [on|in] [{{date}}] ... to [full] (member|members|membership) (of|in) {{alliance}}", raised=True),
        P(f"its <entry> (to|into|of|in) {IN_IT} (in|on) {{date}} , {{states}}", participle=True),
        P("{alliance} ['s (membership|ranks)] (grew|expanded|enlarged) [again|further] [(in|on) {date}] [,] (with|by|through) the <entry> of {states}", object=True),
        P("{alliance} (has|have) [since|also|then|recently] (admitted|taken in|welcomed|added) {states}", object=True),
        P("{states=govs} [,] [which|who] [<be>|(has|have) belonged] [,] [<mid>] [(a|an|both|all) [~]] [part|to] [<such>] (<allied> (of|in) [both] {alliance}|{alliance} [~] <allied>|in [both] {alliance}|of [both] {alliance}|inside {alliance}|{alliance}) [and {also=alliance}] [and its (forerunners|predecessors|forerunner|predecessor)] [only|ever] since [early|late] {date}"),
        P("{states} [,] [which|who] [<be>|as] [a|an] [full] (member|members|in|inside|ally|allies) since {date}", member=True),
        P(f"({{states=govs}} 's|{{states=demonym}}) [{{date}}|<such>|~] (<entry> (to|into|of|in)|<getting-in>) {IN_IT} [,] [which] [{_CAME}] [, ,|,] [in|on|of|from|to|back in|from] {{date}}", noun=True),
        P(f"({{states=govs}} 's|{{states=demonym}}) {{alliance}} (membership|accession|entry|admission) [,] [{_CAME}] [in|on|of|from|to] {{date}}", noun=True),
        P(f"{{states}} 's (accession|admission|arrival|entry) [{_CAME}] (in|on) {{date}}", noun=True),
        P("({states=govs} 's|{states=demonym}) {date} (accession|entry|admission) (to|into) {alliance}", noun=True),
        P(f"<entry> (of|by) {{states}} [as [~] <allied>] [(to|into|in|of) [{{alliance}}]] [,] [{_CAME}] [in|on|from|to] {{date}}", noun=True),
        P("<entry> (in|on) {date} of {states} [to|into] [{alliance}]", noun=True),
        P("{alliance} [has|had|have] [,] [only|finally|also|then|later|first] [in {date}] <let-in> {states} [as {its} [{n}|<nth>|~] (member|members)] [~] (in|on) {date}", object=True),
        P("{alliance} [has|had|have] [also|then|finally] <let-in> {states} as [its|a|the|an] [{n}|<nth>|~] (member|members|ally|allies)", object=True),
        P(f"{{alliance}} [has|had] [{MIDDLE}] (admitted|took in|taken in|absorbed|incorporated) {{states}}", object=True),
        P(f"{{alliance}} [has|had] [{MIDDLE}] <let-in> {{states}}", object=True, dated=True),
        P("{alliance} (was|has been|had been) [then|later|finally] joined [in {date}|on {date}] by {states} [in|on] [{date}]", object=True),
        P("{states} , <getting-in> {alliance} (in|on) {date}"),
        P("followed [~] by {states} [~] [in|on|:] {date}", followed=True),
        P("{states=govs} [,] [which|who] (followed|followed suit|did so|did the same|came next|came in|came aboard|was admitted|were admitted|was added|were added|was let in|were let in|was taken in|were taken in|was brought in|were brought in|was accepted|were accepted|joined up|came on board|acceded|entered|became a member|became members|became a full member|got in|gained membership) [(later|together|both|only|as [~] <allied>|at the same time)] [,] [in|on|early in|late in] {date}", followed=True),
        P("{states=govs} [,] [the {k=n}] [which|who|that] [all|both|only|also|first|had] (joined|joined it|entered it|acceded to it|signed up|signed on|came in|came back|returned|rejoined|re-entered) [together|both] [{early=date}] [,] [in|on] {date}", followed=True),
        P("{states=govs} (was|were|is) the [~] (last|first|latest|next) [~] to (join|sign on|sign up|come in|enter|be admitted|accede|get in) [,] [in|on] {date}", followed=True),
        P("(countries|states|nations|members|others|those) [that|which|to] [have] [later|since|subsequently] (joined|join|joining|entered|entering|acceded to|admitted to|were admitted to) {alliance} [later|since|subsequently|afterwards] [were|are|include|included|including] [:] {states} : {date}", object=True),
        P("with {states} (in|inside|on board|aboard|a member|members|part of it) since {date} , ... {alliance}", object=True),
        P("{states} , having joined (in|on) {date}", followed=True),
        P("(in|on|by) {date} [,] (came|followed|joined|it was the turn of) {states}", followed=True, inverted=True),
        P("(first|next|then|last|later) [to join] (came|followed|was|were|joined) {states} [,] [(in|on) {date}]", followed=True, inverted=True),
        P("joining ... (was|were) {states} [in|on|:] [{date}]", followed=True, inverted=True),
        P("{states=govs} [then|later|soon|has|have|had] followed {x=states} into {alliance}"),
        P("{states=govs} (<be>|became) the [~] (last|latest|most recent|newest|first|only|<nth>|{n}) [~] [{area=region}|{x=alliance}|{d=demonym}] [~] [of {n}|of the {n}] to (join|have joined|have entered|have been admitted to|enter|come into|get into|be admitted to|be let into|be taken into|accede to|be received into|become a member of) ({alliance}|{treaty}) [,] [(in|on) {date}]"),
        P("{states} , the [~] (last|latest|most recent|newest|first|only) [~] [{x=alliance}|{d=demonym}|{area=region}] [~] to (join|enter|accede to|come into) {alliance} [,] [(in|on) {date}]"),
        P("(first|only|last|latest|newest|most recent|<nth>|{n}) [~] [former|ex -] [{x=alliance}|{d=demonym}] [~] to (join|have joined|enter|accede to|come into|be admitted to|be added to|be let into|be taken into) {alliance} (was|were|is|are) {states} [,] [(in|on) {date}]"),
        P("(newest|latest|youngest|most recent) ({alliance} <member>|<member> of {alliance}) , {states} , (joined|entered|was admitted|came in) [only] [in|on] {date}", dated=True),
        P("{alliance} 's ({n}|<nth>) (member|member state|ally) (is|was|,) {states}"),
        P("{states} (returned to|went back into|rejoined|came back into|re-entered|was reintegrated into|reintegrated into|came back to|rejoins|went back to) [the] {alliance} [['s] [integrated] [military] (command structure|command|structure)]", command=True),
        P("{states} (returned to|went back into|rejoined|came back into|re-entered|was reintegrated into|reintegrated into|came back to|went back to) [the] [integrated] military (command structure|command|structure) [of {alliance}]", command=True),
        P("{states} (returned to|came back to|came back into|went back into|rejoined|re-entered|was readmitted to|was taken back into|was let back into) {alliance}", back=True),
        P("(join|joined|enter|entered|joining|entering) {alliance} (since|before|after) {states} (did|had|did so) [so] [in|on] {date}", object=True),
        P("as did {states}", echo=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        states = tuple(dict.fromkeys(id for slot in slots(match, "states") for id in match.ids(slot)))
        if fixed.get("echo"):
            yield from _as_said(match, states)
            return
        alliance = alliance_of(match)
        if match.has("treaty"):
            alliance = next((treaty.bond for treaty in match.sentence.context.record.of(Treaty, id=match.id("treaty"))), "")
        if fixed.get("command"):
            alliance = (
                alliance
                if alliance in COMMANDS.values()
                else COMMANDS.get(alliance, "")
                if "command" in match.found[0] or "structure" in match.found[0]
                else ""
            )
        if fixed.get("shared"):
            states = opening_states(match)
        if not states or not alliance or not _fits(match):
            return
        if alliance in COMMANDS and _BACK.search(match.found[0]):
            return  # who comes back to NATO comes back to its command
        moment, start, end = date_of(match)
        if moment is None and fixed.get("shared") and (opening := _OPENING_DATE.match(match.sentence.mask)):
            moment = match.sentence.moment_at(opening.start("date"))
        if fixed.get("dated") and (moment is None or "welcomed" in match.found[0] or "embraced" in match.found[0]):
            return
        if moment is None and _COMPLETED.search(match.found[0]):
            return  # without a day it is a stage of the accession, which is the kind that says so
        if fixed.get("inverted") and (moment is None or not _ends_list(match)):
            return
        published = match.sentence.context.published
        if fixed.get("soon") and (moment is None or moment.latest > published + _A_WEEK or moment.earliest < published - _A_WEEK):
            return
        if fixed.get("noun") and moment is not None and moment.earliest > published:
            return
        if fixed.get("paired"):
            yield from _paired(match, states, alliance)
            return
        if _TWO_DATES.match(match.sentence.mask[end:]):
            return
        if match.has("first"):
            first, last = bounds(match, match.found.start(), match.found.end("early" if match.has("early") else "first"))
            early = match.date("early")
            yield Reading(cls(states, match.id("first"), early.text if early else ""), first, last, Tense.EVENT)
            start = match.found.end("early" if match.has("early") else "first")
        elif fixed.get("followed") and not fixed.get("inverted"):
            start = match.found.start("states")
        with_these, _ = companions(match, match.found.end())
        others, end = companions(match, end)
        states = tuple(dict.fromkeys((*states, *with_these, *others)))
        first, last = bounds(match, start, end)
        for id in (alliance, match.id("also")) if match.has("also") else (alliance,):
            yield Reading(cls(states, id, moment.text if moment else ""), first, last, Tense.EVENT)
        if moment is not None:
            for more in more_of_the_same(match, end, moment):
                if more.n is None:
                    first, last = bounds(match, more.start, more.end)
                    yield Reading(cls(more.states or states, more.alliance or alliance, more.moment.text), first, last, Tense.EVENT)

    def truth(self, record: Record) -> Truth:
        written = parse_moment(self.date) if self.date else None
        return all_of([self._one(record, state, written) for state in self.states])

    def _one(self, record: Record, state: str, written: Moment | None) -> Truth:
        coverage = record.coverage("members", self.alliance)
        spells = alliances.spells(record, state, self.alliance)
        if older := alliances.forerunner(record, self.alliance):
            # "Spain joined the EU in 1986": it joined the Communities, whose place the Union took.
            spells += alliances.spells(record, state, older)
        entries = [[(account.since, account) for account in accounts] for accounts in spells]
        # A state that joined twice joined on either day; the first spell of which an account fits the words is the one meant.
        fitting = [accounts for accounts in entries if written is None or any(fits(moment, written) for moment, _ in accounts)]
        return happened([(moment, fact) for moment, fact in (fitting or entries or [[]])[0]], written, coverage)

    def wording(self, names: Names) -> str:
        when = f" {spell_date(self.date)}" if self.date else ""
        alliance = next(
            (f"{whole}'s military command" for whole, command in COMMANDS.items() if command == self.alliance), names.say(self.alliance)
        )
        verb = "returned to" if self.alliance in COMMANDS.values() else "joined"
        return f"{join_words([names.say(state) for state in self.states])} {verb} {alliance}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        if not self.date or len(self.states) != 1 or len(self.date) != 4 or self.date not in words:
            return None
        spells = record.of(Membership, state=self.states[0], alliance=self.alliance)
        right = {spell.since.latest.year for spell in spells if spell.since.latest <= day}
        return words.replace(self.date, str(right.pop())) if len(right) == 1 else None

    def checked_through(self, record: Record) -> datetime.date | None:
        return alliances.checked_through(record, self.alliance)


def _as_said(match: Match, states: tuple[str, ...]) -> Iterator[Reading]:
    """ "Poland joined in 1999, as did Hungary": what was just said of one is said of the other."""
    for said in reversed(match.sentence.context.said):
        if isinstance(said, Joined):
            if said.states != states:
                first, last = bounds(match, *match.found.span())
                yield Reading(said.but(states=states), first, last, Tense.EVENT)
            return


def _paired(match: Match, states: tuple[str, ...], alliance: str) -> Iterator[Reading]:
    """ "Finland and Sweden joined in 2023 and 2024, respectively"."""
    dates = [match.date(slot) for slot in ("date", "later")]
    if len(states) == len(dates):
        first, last = bounds(match, *match.found.span())
        for state, moment in zip(states, dates, strict=True):
            yield Reading(Joined((state,), alliance, moment.text if moment else ""), first, last, Tense.EVENT)


_BACK = lazily(r"\b(?:return|returned|came back|re-entry|comeback|rejoined|re-entered)\b")
_OPENING_DATE = lazily(rf"\s*\"?(?:In|On)\s+(?P<date>{LETTERS['date']})\s*,?\s+(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}]")
_A_WEEK = datetime.timedelta(days=7)
_TWO_DATES = lazily(rf"(?:\s*,\s*{LETTERS['date']})*\s*,?\s*and\s+(?:in\s+)?{LETTERS['date']}")
_ROUND = lazily(r"\s+(?:in|as part of|during|with)\s+(?:the|its|an?)\s[^,.;]*?\b(?:enlargement|expansion|round|wave)\b", re.I)
_ROUND_BEFORE = lazily(r"\b(?:enlargement|expansion|round|wave)\b[^.;]{0,25},\s*$", re.I)
_ROUND_AT_END = lazily(r"\b(?:enlargement|expansion|round|wave|lead)\s+(?:of|by|in)\s+(?:the\s+)?$", re.I)
_AMONG_NEWCOMERS = lazily(
    rf"{LETTERS['number']}(?:\s+(?!(?:is|are|was|were|has|have|had|years?|months?|days?|weeks?)\b)[^\s,;.:]+){{0,8}}\s*(?:,\s*(?:including|among them)\s*|[:—,-]\s*)$"
)


_COMPLETED = lazily(r"\bcompleted (?:its|their) (?:accession|entry)\b")
_OF_TALKS = lazily(
    r"\b(?:talks|negotiations|negotiate|votes?|voted|referendums?|discussions|decision|decide|debates?|terms|hopes?|insist\w*|bent|set|plans?|planned|work\w*|conditions?|doubts?)\s*$"
)
_IN_DOING = lazily(rf"(?:\s+and\s+(?:the\s+)?{LETTERS['alliance']})?\s+in\s+[a-z]+ing\b")
"""To join the EU "in condemning the attack" is to do as it does."""
_IN_THE_EYES_OF = lazily(
    r"\b(?:talk|envy|enem\w+|hosts?|friends?|neighbou?rs?|partners?|champions?|symbols?|focus|topic|victims?|target|headache|darling|scourge|leaders?|capital|home) (?:of|for|to)\b"
)


def _fits(match: Match) -> bool:
    """Whether these states are said to have joined the alliance itself, and not in a round that another kind of claim speaks of."""
    fixed, mask = match.phrasing.fixed, match.sentence.mask
    before, after = mask[: match.found.start()], mask[match.found.end() :]
    if fixed.get("headline"):
        opening = re.fullmatch(rf"\s*\"?(?:in\s+)?(?:{LETTERS['date']}\s*[,:—-]?\s*)?(?:the\s+)?", before, re.I)
        return bool(opening) and bool(re.match(rf"\s*(?:[.,:]|$|{LETTERS['date']}|on\b)", after)) and not is_modifier(match)
    if (
        _NOT_QUITE.search(match.found[0]) and not fixed.get("raised") and not match.found[0].startswith("joining")
    ) or _IN_THE_EYES_OF.search(match.found[0]):
        return False
    if _IN_DOING.match(after) or (fixed.get("shared") and _OF_TALKS.search(before)):
        return False
    if match.found[0][-1] == LETTERS["treaty"] and after.startswith("'s"):
        return False
    if fixed.get("waited") and not re.search(r"\b(?:until|before)\b", match.found[0]):
        return False
    if re.match(r"\s+(?:action|bid|talks|perspective|status|plan|prospects?|negotiations)\b", after):
        return False
    if fixed.get("listing"):
        return any(getattr(said, "kind", "") in _OF_MEMBERS for said in match.sentence.context.said) or bool(slots(match, "alliance"))
    if _ROUND.match(after) or _ROUND_BEFORE.search(before) or _AMONG_NEWCOMERS.search(before):
        return False
    if match.found[0][-1] == LETTERS["alliance"] and (
        is_modifier(match) or not (fixed.get("noun") or fixed.get("object") or ends_clause(match))
    ):
        return False
    if _ROUND_AT_END.search(before):
        return False
    if fixed.get("object") and re.match(r"\s+to\b", after):
        return False
    if fixed.get("object"):
        return not re.match(r"\s*'", after) and (
            match.found[0][-1] != LETTERS["state"] or bool(re.match(r"\s*(?:[,.;:)]|$|in\b|on\b|as\b|after\b|and\b)", after))
        )
    if fixed.get("noun"):
        if not re.search(
            r"'s?\s+\ue002\s+membership\s+(?:on|in|of)?\s*\ue00b|\ue001\s+\ue002\s+membership\s+(?:on|in|of)?\s*\ue00b", match.found[0]
        ):
            return opens_clause(match) and not _FUTURE.match(after) and not _VOTED.search(before)
        return False
    if fixed.get("followed"):
        return bool(fixed.get("inverted") or is_subject(match) or _RELATIVE.match(match.found[0])) and bool(
            _OF_JOINING.search(before + after)
            or re.match(r",\s*(?:bringing|taking|raising)\b", after)
            or any(getattr(said, "kind", "") in _OF_MEMBERS for said in match.sentence.context.said)
        )
    return is_subject(match) or bool(_RELATIVE.match(match.found[0])) or match.found[0].lstrip()[:1] == LETTERS["alliance"]


_OF_MEMBERS = frozenset(["membership", "member_count", "joined", "founded", "enlargement_round"])
"""Kinds of claim after which "Poland joined in 1999" needs no name of what it joined."""
_RELATIVE = lazily(r"(?:the\s+)?[\ue000\ue010](?:[,\s]|and|the|[\ue000\ue010])*?\s*,\s*(?:which|who)\b")
"""What is said of states in a relative clause is said of them whatever stands before: "with India and Pakistan, which joined in 2017"."""
_OF_JOINING = lazily(
    rf"\b(?:join|joined|joining|entered|admitted|acceded|accession|members?|membership|newcomers?|additions|enlarge\w*|expan\w+|founded|founders?|entrants?)\b|{LETTERS['alliance']}",
    re.I,
)
_NOT_QUITE = lazily(
    r"\b(?:candidates?|associates?|observers?|partners?|partnership|dialogue|aspirants?|prospective|future|invited to|founding|founders?|original|charter|guest|potential|applicants?|"
    r"non|host|hosts|hosting|chair|signatory|presidency)\b(?![^\ue000-\ue010]*\band\b)"
)
"""Words of something that is less than membership, or of the founders, of whom another kind of claim speaks."""
_VOTED = lazily(
    r"\b(?:approv|ratif|vot|green light|back|endors|consent|support|block|oppos|veto|delay|favou?r|agree|sign|pav|prepar|negotiat)\w*[^.;]*$"
)
_FUTURE = lazily(
    r"\s*(?:would|could|will|might|may|should|(?:was|were|is|are|has been|had been)\s+(?:[a-z]+ly\s+)?(?:block|delay|veto|reject|oppos|postpon|prevent|stall|discuss|held up|ruled out|off the table|not)\w*|remains|depends)\b"
)


def _ends_list(match: Match) -> bool:
    """Whether nothing is said of the states at the end of the match: "in 1973 came Denmark and Ireland", not "... came Danish demands"."""
    return bool(re.match(r"\s*(?:[.,;:)—]|$|\bin\b|\bon\b|\band\b|\bwhile\b|\bas\b)", match.sentence.mask[match.found.end() :]))
