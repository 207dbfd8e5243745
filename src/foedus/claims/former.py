"""``former``: states were once part of a union or an alliance that they no longer belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from foedus import alliance as alliances
from foedus import succession
from foedus.claims.claim import Claim, Reading, Tense, join_words, reading
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import REFUTED, SUPPORTED, Truth, all_of, negate

_REPUBLIC = "(republic|republics|state|states|nation|nations|country|countries|territory|territories|satellite republic)"
_MEMBER = "(member|members|member state|member states|state|states|country|countries|nation|nations|ally|allies|signatory|signatories)"
_WERE = "(was|were|had been|have been|is|are|has been)"
_PART = "[a|all] (part|parts|constituent part|republics|republic|members|member|constituent republics|constituent republic) of"
_THOSE = "(countries|states|nations|republics|members|allies|lands|territories) [that|which]"


class Former(Claim):
    """*states* were once part of *of*; where a description names them, those of them that are members of *alliance*."""

    kind: ClassVar[str] = "former"
    states: tuple[str, ...]
    of: str
    alliance: str = ""
    region: str = ""
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # "the former Soviet republics of Estonia, Latvia and Lithuania"
        P(f"[the|a|two|three|fellow] (former|onetime|one-time|erstwhile|ex-) {{of=demonym}} {_REPUBLIC} [of|like|such as|including] {{states}}"),
        P(f"[the] (former|onetime|ex-) {{of=demonym}} {_REPUBLIC} of the {{region}}"),
        P(f"{{states}} (,|—) [all|both|like other|also|once] [a|the|two|three|another|fellow] (former|onetime|one-time|erstwhile|ex-) {{of=demonym}} {_REPUBLIC}"),
        P(f"{{region}} (,|—) [all|once] [the|three|two] (former|onetime|ex-) {{of=demonym}} {_REPUBLIC}"),
        P(f"{{states}} (is|are|was|were) [all|both|itself|also] [a|the|two|three] (former|onetime|one-time|ex-) {{of=demonym}} {_REPUBLIC}"),
        P(f"{{states}} (,|—) [which|who|all] {_WERE} [once|all|formerly|previously|both] [a|the] {{of=demonym}} {_REPUBLIC}"),
        P(f"{{states}} (,|—) [which|who|all] {_WERE} [once|all|formerly|previously|both|themselves] {_PART} {{of=successor}}"),
        P(f"{{states}} (,|—) [all|both] (once|formerly|previously) {_PART} {{of=successor}}"),
        P(f"{{states}} (,|—) [all|both] (once|formerly|previously) [a|the] {{of=demonym}} {_REPUBLIC}"),
        P(f"{{region}} (,|—) [which|all] [{_WERE}] (once|formerly|previously) {_PART} {{of=successor}}"),
        P(f"{{states}} {_WERE} (once|formerly|previously) {_PART} {{of=successor}}"),
        P(f"{{states}} , members of {{alliance}} , {_WERE} (once|formerly|previously) {_PART} {{of=successor}}"),
        P(f"{{states}} (was|were|had been) [both|all|once] {_PART} {{of=state}}"),
        P(f"{{states}} and [several|many|most] other (former|ex-) {{of=alliance}} {_MEMBER}"),
        P(f"{{states}} and [several|many|most] other (former|ex-) {{of=demonym}} {_REPUBLIC}"),
        P("ex- {of=demonym} {states}"),
        P("{states} (,|—) [which|who] [once] (had belonged|belonged|used to belong) to {of=successor}"),
        P("{states} [once] (used to belong|used to be part|had once been part|had once been a part) (to|of) {of=successor}"),
        P("{states} once belonged to {of=successor}"),
        P("(once|formerly) {of=demonym} {states}"),
        # "former Warsaw Pact members Poland and Hungary"
        P(f"[the|fellow] (former|onetime|one-time|erstwhile|ex-) {{of=alliance}} {_MEMBER} [of|like|such as|including] {{states}}"),
        P(f"{{states}} (,|—) [all|both|also|once] [a|the|two|three|another|fellow] (former|onetime|one-time|erstwhile|ex-) {{of=alliance}} {_MEMBER}"),
        P("{states} (,|—) [all|both|also|once] [a|the|two|three|another|fellow] (former|onetime|one-time|erstwhile) (member|members) of {of=alliance}"),
        P(f"{{states}} (is|are|was|were) [all|both|itself|also] [a|the|two|three] (former|onetime|one-time|ex-) {{of=alliance}} {_MEMBER}"),
        P("former (member|members) of {of=successor} [,] [such as|like|including|among them] {states}"),
        P(f"{_THOSE} (used to belong to|once belonged to|had belonged to|were once part of|were part of|had been part of|used to be part of|were once in|had been in) {{of=successor}} [,] (among them|including|such as|like) {{states}}"),
        P("(once|formerly) [a|the] {of=alliance} (member|members) [,] {states}"),
        # "Slovenia, in the former Yugoslavia"
        P(f"{_REPUBLIC} of the former {{of=state}} [,] (such as|like|including|among them) {{states}}"),
        P("{states} (,|—) [all] (in|part of|a republic of|republics of|parts of) the former {of=state}"),
        # "Finland was never part of the Soviet Union"
        P("{states} [,] [which|who] (was|were) never [a] (part|republic|republics|member|members) of {of=successor}", negated=True),
        P("{states} [,] [which|who] [, unlike ~ ,] never belonged to {of=state}", negated=True),
        P(f"{{states}} [,] [which|who] (was|were) never [a|an] {{of=demonym}} {_REPUBLIC}", negated=True),
        # "expansion — including to countries that were once part of the Soviet Union": the states are those that the alliance took in
        P(f"including [to] {_THOSE} (were once part of|were once in|once belonged to|used to be part of|had been part of|were part of) {{of=successor}}", described=True),
        P(f"(to|into|toward|towards|among) [include] {_THOSE} (were once part of|were once in|once belonged to|used to be part of|had been part of) {{of=successor}}", described=True),
        P(f"{_THOSE} were once part of {{of=successor}} are [now] members of {{alliance}}", described=True),
        P(f"including [to|into|the|in] [the] (former|ex-) {{of=demonym}} {_REPUBLIC}", described=True),
        P(f"including [to|into|the|in] [the] (former|ex-) {{of=alliance}} {_MEMBER}", described=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        of = match.id("of")
        if not of or (match.found.end() < len(match.sentence.mask) and _more_follows(match)):
            return
        states = tuple(id for id in match.ids("states") if id != of)
        alliance, region = match.id("alliance"), match.id("region")
        if match.phrasing.fixed.get("described"):
            if not alliance:
                named = match.antecedent("alliance")
                if named is None or not _EXPANDING.search(match.sentence.mask[: match.found.start()]):
                    return
                alliance = named.id
            if alliance in ("", of):
                return
        elif not states and not region:
            return
        yield reading(match, cls(states, of, alliance, region, match.negated), Tense.PRESENT)

    def args(self) -> dict[str, Any]:
        return {name: value for name, value in super().args().items() if name != "region"}

    def resolved(self, record: Record, day: date) -> Claim:
        if self.states or not (self.region or self.alliance):
            return self
        if self.region:
            return self.but(states=record.lexicon.regions.get(self.region, ()), region="")
        members = alliances.members(record, self.alliance).at(day)
        found = [state for state in _candidates(record, self.of) if state in members]
        return self.but(states=tuple(state for state in found if succession.once_part(record, state, self.of).at(day) is SUPPORTED))

    def truth(self, record: Record) -> Truth:
        if not self.states:
            # A description that fits no state: the alliance has no such member.
            coverage = record.coverage("members", self.alliance)
            return Timeline.constant(REFUTED, (coverage,)) if coverage else Timeline.constant(REFUTED)
        parts = [succession.once_part(record, state, self.of) for state in self.states]
        if self.negated:
            return all_of([negate(part) for part in parts])
        if self.alliance:
            parts += [alliances.member(record, state, self.alliance) for state in self.states]
        return all_of(parts)

    def wording(self, names: Names) -> str:
        states = join_words([names.say(state) for state in self.states])
        if not states:
            return f"countries that were once part of {with_article(_plain_name(names, self.of))} are members of {self.alliance}"
        among = f", members of {self.alliance}," if self.alliance else ""
        verb = "was" if len(self.states) == 1 else "were"
        return f"{states}{among} {verb} {'never' if self.negated else 'once'} part of {with_article(_plain_name(names, self.of))}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.negated or len(self.states) != 1:
            return None
        for union, adjective in (("SUN", "Soviet"), ("YUG", "Yugoslav")):
            wrong = "Yugoslav" if union == "SUN" else "Soviet"
            if union != self.of and f"{wrong} republic" in words and succession.once_part(record, self.states[0], union).at(day) is SUPPORTED:
                return words.replace(wrong, adjective, 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        if record.coverage("members", self.of):
            return alliances.checked_through(record, self.of, *filter(None, [self.alliance]))
        coverage = record.coverage("successions", self.of)
        days = [coverage.through] if coverage else []
        if self.alliance and (through := alliances.checked_through(record, self.alliance)):
            days.append(through)
        return min(days) if days else None


_EXPANDING = re.compile(r"\b(?:expan\w+|enlarg\w+|grow\w*|grew|spread\w*|admi\w+|absor\w+|took in|taken in|taking in|members|extend\w*|advance\w*|mov\w+|push\w*)\b", re.I)
_PEOPLE = re.compile(
    rf"\s*(?:'s?\s|-)?\s*(?:president|leader|prime minister|premier|minister|diplomat|official|officer|general|champion|dissident|spy|gymnast|agent|spies|players?|athletes?|citizens?)\b|\s+and\s+{LETTERS['state']}\b.*\b(?:border|war)\b", re.I
)  # fmt: skip


def _more_follows(match: Match) -> bool:
    """Whether the demonym or state at the end belongs to a person's title ("former Soviet republic leader")."""
    return bool(_PEOPLE.match(match.sentence.mask[match.found.end() :])) and not match.found.group().rstrip().endswith(LETTERS["state"])


def _candidates(record: Record, of: str) -> tuple[str, ...]:
    return succession.parts(record, of) or alliances.ever_members(record, of)


def _plain_name(names: Names, id: str) -> str:
    """The name of a union; a longer one where the usual one stands for another state too ("Yugoslavia")."""
    usual = names.say(id)
    if len({name.id for name in names.table.get(usual, ())}) < 2:
        return usual
    return next((text for text, meanings in names.table.items() if meanings[0].use == "alias" and {name.id for name in meanings} == {id}), usual)


def with_article(name: str) -> str:
    """``the Soviet Union``, ``the Warsaw Pact``, but ``Yugoslavia``."""
    return f"the {name}" if re.search(r"\b(?:Union|Pact|Organization|Treaty|Republic|command)\b", name) and not name.startswith(("the ", "NATO's")) else name
