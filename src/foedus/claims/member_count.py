"""``member_count``: an alliance has so many members."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, reading
from foedus.facts import BorderLength
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, agrees, in_words
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Count, Truth

_MEMBERS = "(members|member states|member countries|member nations|member-states|allies|countries|nations|states|member governments|allied countries|allied nations)"
_FULL = "[full|current|existing|other|present|allied|sovereign|independent|western|European and North American]"


class MemberCount(Claim):
    """*alliance* has *n* members, give or take the *hedge*; of a subset (*of*), if one is named."""

    kind: ClassVar[str] = "member_count"
    alliance: str
    n: int
    hedge: str = "="
    of: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{its}} {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} 's [current] {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{alliance}} [,] [which] [<adverb>] <has> [<adverb>] [a total of|the] {{n}} {_FULL} {_MEMBERS}"),
        P(f"{{n}} {_FULL} (members|member states|member countries|member nations|member-states|allies) (of|in) {{alliance}}"),
        P("(all|the|of|by) {n} {alliance} (members|member states|member countries|member nations|allies|countries|nations|governments)"),
        P("{n} {alliance} (members|member states|member countries|allies)"),
        P("{alliance} , [which is] [now] [a|an|the] {n} - (member|nation|country|state|strong)"),
        P("{n} - (member|nation|country|state|strong) [military|defense|defence|security|Western|transatlantic|political|nuclear] {alliance}"),
        P("{n} - (member|nation|country|state|strong) [military|defense|defence|security|Western|transatlantic|political and military|nuclear] (alliance|bloc|pact|organization|organisation)"),
        P("{alliance} ~ [is] [<adverb>] made up of {n} [~] (countries|members|nations|states|member states)"),
        P("{alliance} [,] [a|an] [~] (alliance|bloc|pact|organization|organisation) (of|with|comprising|made up of|that includes|uniting) {n} [~] (countries|members|nations|states|member states|allies)"),
        P("{alliance} <is> [<adverb>] [a|an] [~] (alliance|bloc|pact|organization|organisation) (of|with|comprising|made up of|uniting) {n} [~] (countries|members|nations|states|member states|allies)"),
        P("{alliance} 's membership (stands at|is|has grown to|grew to|reached|rose to|now stands at|expanded to) {n}"),
        P("(brought|brings|bringing|raised|raising|took|taking|increased|expanded|expanding) {alliance} [to|'s membership to] {n} [<member>]"),
        P("there are [<adverb>] {n} [~] (members|member states|member countries|countries|allies) (of|in) {alliance}"),
        P(f"(all|the) {{n}} {_FULL} (allies|member states|members of the alliance|allied nations|alliance members|alliance countries)"),
        P("{n} [of] {alliance} 's (members|member states|allies|countries) (border|share a border with|have a border with|bordering) {state}", of="bordering"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        quantity = match.quantity()
        if quantity is None or quantity.unit or quantity.ordinal or not float(quantity.value).is_integer() or quantity.value > 250:
            return
        if _of_something_else(match):
            return
        alliance = match.id("alliance")
        if not alliance:
            named = match.antecedent("alliance", "treaty")
            if named is None or named.type != "alliance":
                return
            alliance = named.id
        of = f"bordering {match.id('state')}" if match.phrasing.fixed.get("of") else ""
        yield reading(match, cls(alliance, int(quantity.value), quantity.hedge, of))

    def truth(self, record: Record) -> Truth:
        count = alliances.member_count(record, self.alliance, self._among(record))
        return record.once(("count", self), lambda: count.map(self._verdict))

    def _verdict(self, count: Count):  # type: ignore[no-untyped-def]
        return count.compare(lambda true: agrees(self.n, self.hedge, true))

    def _among(self, record: Record) -> frozenset[str] | None:
        if not self.of:
            return None
        other = self.of.removeprefix("bordering ")
        pairs = (*record.of(BorderLength, a=other), *record.of(BorderLength, b=other))
        return frozenset(fact.a if fact.b == other else fact.b for fact in pairs)

    def wording(self, names: Names) -> str:
        if self.of:
            return f"{HEDGE_PHRASES[self.hedge]}{self.n} of {self.alliance}'s members border {names.say(self.of.removeprefix('bordering '))}"
        return f"{self.alliance} has {HEDGE_PHRASES[self.hedge]}{self.n} members"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        count = alliances.member_count(record, self.alliance, self._among(record)).at(day)
        if count.low != count.high:
            return None
        for written in (str(self.n), in_words(self.n), in_words(self.n).capitalize()):
            if re.search(rf"(?<!\w){written}(?!\w)", words):
                right = str(count.low) if written.isdigit() else in_words(count.low)
                return re.sub(rf"(?<!\w){written}(?!\w)", right.capitalize() if written[0].isupper() else right, words, count=1)
        return None

    def checked_through(self, record: Record) -> date | None:
        return alliances.checked_through(record, self.alliance)


def _of_something_else(match: Match) -> bool:
    """Whether the number counts parts of members ("30 members of parliament") or a share ("seven of its 30 members")."""
    sentence, end = match.sentence, match.found.end()
    after = sentence.mask[end : end + 40]
    if re.match(r"\s*(?:of|in)\s+(?:the\s+)?(?:parliament|congress|bundestag|senate|house|duma|knesset|cabinet|staff|family|committee|council|delegation|team|crew|board)", after, re.I):
        return True
    if re.match(r"\s+(?:voted|attended|gathered|abstained|signed up|have ratified|had ratified|ratified|meet|met|spend|spent|refused|agreed)", after) and not re.search(
        r"\ball\b|\bthe\b|\bits\b|\bwhose\b|'s", match.found.group().lower()
    ):
        return True
    return False


