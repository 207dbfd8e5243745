"""``bound_to_defend``: a state is bound to defend another, by treaty or by a guarantee that it gave."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, reading
from foedus.claims.clauses import is_subject
from foedus.dates import NEVER
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, negate

_BOUND = "(bound|obliged|obligated|committed|required|treaty-bound|pledged|sworn)"
_BY = "[by (treaty|law|a treaty|its treaty|[a|the|its] <mutual> <treaty-word>|{t=treaty})|under ({t=treaty}|[a|the|its|their] <mutual> <treaty-word>|treaty)|in a treaty]"
_DEFEND = "[help] (defend|protect|aid|come to the (defense|defence|aid|assistance|help|rescue) of|go to war for|fight for|guarantee the security of|assist in the defense of|assist in the defence of)"
_PACT = "(treaty|pact|agreement|alliance|treaties|pacts)"
_LINK = "(has|have|maintains|shares|holds)"
_EACH = "(each other|one another)"


class BoundToDefend(Claim):
    """*defender* is bound to defend *defended*, by a treaty or a guarantee in force."""

    kind: ClassVar[str] = "bound_to_defend"
    defender: str
    defended: str
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{a=govs}} <be> [<adverb>] [<adverb>] {_BOUND} {_BY} to {_DEFEND} {{b=govs}}"),
        P(f"{{a=govs}} <be-not> [<adverb>] {_BOUND} {_BY} to {_DEFEND} {{b=govs}}", negated=True),
        P(f"{{a=govs}} (has|have) no [treaty|legal|formal|binding] (obligation|commitment|duty|treaty obligation) to {_DEFEND} {{b=govs}}", negated=True),
        P(f"{{a=govs}} (is|are) under no [treaty|legal|formal] obligation to {_DEFEND} {{b=govs}}", negated=True),
        P(f"{{a=govs}} (has|have) [a|an] [treaty|legal|formal|binding|solemn] (obligation|commitment|duty|treaty obligation) to {_DEFEND} {{b=govs}}"),
        P(f"{{a=govs}} (is|are) under [a|an] [treaty|legal|formal] obligation to {_DEFEND} {{b=govs}}"),
        P(f"{{t=treaty}} [,] [which] (obliges|commits|requires|binds|obligates) {{a=govs}} to {_DEFEND} {{b=govs}}"),
        P(f"(treaty|pact|agreement|alliance) (that|which) (obliges|commits|requires|binds|obligates) {{a=govs}} to {_DEFEND} {{b=govs}}"),
        P(f"{{a=govs}} (is|are) treaty-bound to {_DEFEND} {{b=govs}}"),
        P(f"{{a=govs}} <be> [<adverb>] {_BOUND} {_BY} to {_DEFEND} {_EACH}", each=True),
        P(f"{{a=govs}} {_LINK} [a|its|their|the] [{{date}}|bilateral|long-standing|formal|{{k=n}}] [bilateral] <mutual> {_PACT} with {{b=govs}}", both=True),
        P(f"{{a=govs}} (has|have) no <mutual> {_PACT} with {{b=govs}}", both=True, negated=True),
        P(f"{{a=state}} and {{b=state}} {_LINK} [a|their] [{{date}}|bilateral] [bilateral] <mutual> {_PACT}", both=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        if not is_subject(match) and not match.found[0].lstrip().startswith(("treaty", "pact", "agreement", "alliance", "\ue003")):
            return
        one, other = match.ids("a"), match.ids("b")
        if match.phrasing.fixed.get("each"):
            pairs = [(a, b) for a in one for b in one if a != b]
        elif match.phrasing.fixed.get("both"):
            pairs = [pair for a in one for b in other for pair in ((a, b), (b, a))]
        else:
            pairs = [(a, b) for a in one for b in other]
        if len(pairs) > 12 or any(a == b for a, b in pairs):
            return
        for defender, defended in pairs:
            yield reading(match, cls(defender, defended, match.negated))

    def truth(self, record: Record) -> Truth:
        truth = alliances.bound(record, self.defender, self.defended)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        verb = "is not bound" if self.negated else "is bound"
        return f"{names.say(self.defender)} {verb} to defend {names.say(self.defended)}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        for affirmed, denied in ((" is ", " is not "), (" are ", " are not ")):
            wrong, right = (denied, affirmed) if self.negated else (affirmed, denied)
            if wrong in words:
                return words.replace(wrong, right, 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        bonds = alliances.bonds(record, self.defender, self.defended)
        found = [record.coverage("members", treaty.bond) for treaty, _, _ in bonds if treaty.until == NEVER]
        days = [coverage.through for coverage in found if coverage]
        return min(days) if days and len(days) == len(found) else None
