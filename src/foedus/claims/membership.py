"""``membership``: a state is, or is not, in an alliance."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, reading
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, negate

_A = "[a|an|the|both|all|now|already|still|not just|neither] [full|founding|longtime|long-standing|fellow|newest|latest|key|new|current|original|only]"


class Membership(Claim):
    """*state* is a member of *alliance*."""

    kind: ClassVar[str] = "membership"
    state: str
    alliance: str
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{states}} [,] [which|who] <is> [<adverb>] {_A} <member> (of|in) {{alliance}}"),
        P(f"{{states}} [,] [which|who] <is> [<adverb>] {_A} {{alliance}} (member|members|ally|allies|member state|member states|member country|country|countries)"),
        P("{states} [,] [which|who] <is> [<adverb>] (in|part of|within|inside) {alliance}"),
        P("{states} [<adverb>] (belongs|belong|past:belonged) to {alliance}"),
        P("{states} , [a|an|the|which is a|both|all] [full|founding|longtime|fellow|newest|key] <member> of {alliance}"),
        P("{states} , [a|an|the|both|all] [full|founding|longtime|fellow|newest|key] {alliance} (member|members|ally|allies|member state|member country)"),
        P("{alliance} (member|ally|member state|member country|member nation|newcomer) {state}"),
        P("{alliance} (members|allies|member states|member countries|countries) {state} [, {b=state}] [, {c=state}] [,] and {d=state}"),
        P("{alliance} (members|allies|member states|member countries|countries) [,] (such as|like|including) {states}"),
        P("{alliance} (counts|includes|count|include) {states} among its <member>"),
        P("{alliance} , (of which {state} is a member|to which {b=state} belongs)"),
        P(f"{{states}} [,] [which|who] <isn't> [<adverb>] [yet|currently] {_A} <member> (of|in) {{alliance}}", negated=True),
        P(f"{{states}} [,] [which|who] <isn't> [<adverb>] [yet|currently] {_A} {{alliance}} (member|members|ally|allies|member state|country|countries)", negated=True),
        P("{states} [,] [which|who] <isn't> [<adverb>] [yet|currently] (in|part of|within|inside) {alliance}", negated=True),
        P("{states} [,] [which|who] <doesn't> [<adverb>] [yet|currently] belong to {alliance}", negated=True),
        P("{states} [,] [which|who] <is> [<adverb>] outside [of] {alliance}", negated=True),
        P("{states} , (which|who) <isn't> [<adverb>] [yet|currently] (a member|members)", negated=True),
        P("(non-member|nonmember) {state}", negated=True),
        P("{alliance} (non-member|nonmember|non-members) {state}", negated=True),
        P("{states} , [a|both] (non-member|nonmember|non-members) of {alliance}", negated=True),
        P("{states} , neither [of] [them|which] [is] (a member|in) [of] {alliance}", negated=True),
        P("{states} [,] [which|who] <is> [<adverb>] [a|the] (non-member|nonmember|non-members) of {alliance}", negated=True),
        P("neither {state} nor {b=state} <is> [<adverb>] [a] [member of|in|part of] {alliance}", negated=True),
        P("neither {state} nor {b=state} belongs to {alliance}", negated=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        alliance = match.id("alliance")
        if not alliance:
            named = match.antecedent("alliance")
            if named is None:
                return
            alliance = named.id
        states = [id for slot in ("states", "state", "b", "c", "d") for id in match.ids(slot)]
        for state in dict.fromkeys(states):
            yield reading(match, cls(state, alliance, match.negated))

    def truth(self, record: Record) -> Truth:
        truth = alliances.member(record, self.state, self.alliance)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        verb = "is not" if self.negated else "is"
        return f"{names.say(self.state)} {verb} a member of {self.alliance}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.negated:
            for wrong, right in (("does not belong", "belongs"), ("is not", "is"), ("isn’t", "is"), ("isn't", "is"), ("is outside", "is in"), ("non-member", "member")):
                if wrong in words:
                    return words.replace(wrong, right, 1)
            return None
        for wrong, right in ((" is ", " is not "), (" belongs ", " does not belong ")):
            if wrong in words:
                return words.replace(wrong, right, 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        return alliances.checked_through(record, self.alliance)
