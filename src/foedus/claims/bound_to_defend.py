"""``bound_to_defend``: a state is bound to defend another, by treaty or by a guarantee that it gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, reading
from foedus.claims.clauses import is_subject, slots
from foedus.dates import NEVER
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, negate

_BOUND = "[legally|formally|contractually|solemnly|explicitly|mutually] (bound|obliged|obligated|committed|required|treaty-bound|pledged|sworn|duty-bound|honor-bound|honour-bound|under [an|a treaty|a legal] obligation)"
_PACT = "(treaty|pact|agreement|alliance|treaties|pacts|accord)"
_SIGNED = "[(signed|concluded|dating from|dating back to|of|from|reached|sealed) [in] {signed=date}]"
_TREATY = (
    "([a|an|the|its|their|that] [{since=date}|bilateral|long-standing|formal|{age=n} - year - old] [<mutual>|security|defense|defence|military|friendship|{x=demonym}] [<mutual>|security|defense|defence] "
    f"(treaty|pact|agreement|alliance|declaration|treaties|pacts|accord|guarantee|assurances|deal) {_SIGNED}|treaty|{{t=treaty}} [treaty|pact]|[the|its] {{z=alliance}} ['s] [founding] treaty|[{{z=alliance}} 's|the alliance's] Article {{art=n}})"
)
_BY = f"[by law|(by|under|in|through) {_TREATY}]"
_UNDER = f"(by|under|in|through) {_TREATY}"
_AID = "(defense|defence|aid|assistance|help|rescue)"
_TO_DEFEND = (
    f"([help|help to] (defend|protect|aid|assist|go to war for|fight for|guarantee the security of|assist in the (defense|defence) of|come to the {_AID} of) {{b=govs}}"
    f"|come to {{b=govs}} 's {_AID}|take part in {{b=govs}} 's (defense|defence)|treat an attack on {{b=govs}} as an attack on (itself|its own territory))"
)
_DEFENDING = f"((defending|protecting) {{b=govs}}|[the] (defense|defence|protection) of {{b=govs}}|{{b=govs}} 's (defense|defence|security)|coming to {{b=govs}} 's {_AID}|coming to the {_AID} of {{b=govs}})"
_LINK = "(has|have|maintains|shares|holds|had|keeps|share|maintain)"
_EACH = "(each other|one another|the other)"
_DEFEND_EACH = (
    f"([help] (defend|protect|aid|assist|help|support) {_EACH}|come to (each other|one another) 's {_AID}|come to the {_AID} of {_EACH})"
)
_OBLIGES = "(obliges|commits|requires|binds|obligates|obliged|committed|required|bound|obligated|commit|oblige|bind|committing|obliging|binding|requiring|pledging)"
_ALLY = "treaty [-] (ally|allies|partner|partners)"
_SUCH = "[only|defense|defence|security|sole|oldest|closest|longest-standing|formal|other|key|Asian|longtime|long-standing|staunch|fellow|important|one of the|one of|five|two]"
_IN = "[in (Asia|the region|the Pacific|the Indo-Pacific|East Asia|Southeast Asia|{r=region})]"


class BoundToDefend(Claim):
    """*defender* is bound to defend *defended*, by a treaty or a guarantee in force."""

    kind: ClassVar[str] = "bound_to_defend"
    defender: str
    defended: str
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{a=govs}} <be> [<adverb>] [<adverb>] {_BOUND} {_BY} to {_TO_DEFEND}"),
        P(f"{{a=govs}} <be> [<adverb>] [<adverb>] {_BOUND} {_BY} to (defend|protect) {{b=govs}}"),
        P(f"{{a=govs}} <be> [<adverb>] (committed|bound|pledged|obligated) {_UNDER} to {_DEFENDING}"),
        P(f"{{a=govs}} <be> [<adverb>] (committed|bound|pledged|obligated) to {_DEFENDING} {_UNDER}"),
        P(f"{{a=govs}} (has|have|had) [<adverb>] (pledged|promised|undertaken|sworn|committed itself|agreed|vowed) {_BY} to {_TO_DEFEND} {_UNDER}"),
        P(f"{{a=govs}} <be> responsible {_BY} for {_DEFENDING}"),
        P(f"{{a=govs}} <be-not> [<adverb>] {_BOUND} {_BY} to {_TO_DEFEND}", negated=True),
        P(f"{{a=govs}} (has|have) no [treaty|legal|formal|binding|mutual] (obligation|commitment|duty|treaty obligation|obligations) {_BY} to {_TO_DEFEND}", negated=True),
        P(f"{{a=govs}} (is|are) under no [treaty|legal|formal] obligation to {_TO_DEFEND}", negated=True),
        P(f"{{a=govs}} (has|have|had) [a|an] [treaty|legal|formal|binding|solemn|mutual] (obligation|commitment|duty|treaty obligation|obligations|commitments) {_BY} to {_TO_DEFEND}"),
        P(f"{{a=govs}} (is|are|was|were) under [a|an] [treaty|legal|formal] obligation to {_TO_DEFEND}"),
        P(f"{{t=treaty}} [,] [which|that] [also|formally|legally] {_OBLIGES} {{a=govs}} to ({_TO_DEFEND}|{_DEFENDING})"),
        P(f"(treaty|pact|agreement|alliance|guarantee|declaration) {_SIGNED} [,] [that|which] [also|formally|legally] {_OBLIGES} {{a=govs}} to ({_TO_DEFEND}|{_DEFENDING})"),
        P(f"(treaty|pact|agreement|alliance) {_SIGNED} [,] [under|by|in] which {{a=govs}} (is|are|was|were|must|would be) [{_BOUND}] [to] {_TO_DEFEND}"),
        P(f"{{t=treaty}} , [under|by|in] which {{a=govs}} (is|are|was|were) {_BOUND} to {_TO_DEFEND}"),
        # each other
        P(f"{{a=govs}} <be> [<adverb>] {_BOUND} {_BY} to {_DEFEND_EACH}", each=True),
        P(f"{{a=govs}} (has|have|had) [<adverb>] (pledged|promised|undertaken|sworn|agreed|vowed) {_BY} to {_DEFEND_EACH} {_UNDER}", each=True),
        P(f"{_UNDER} [,] {{a=govs}} [have|had] (pledged|promised|pledge|agreed|undertook|vowed) to {_DEFEND_EACH}", each=True),
        P(f"{{t=treaty}} [,] [which|that] {_OBLIGES} {{a=govs}} to {_DEFEND_EACH}", each=True),
        P(f"(treaty|pact|agreement|alliance) {_SIGNED} [,] [that|which] {_OBLIGES} {{a=govs}} to {_DEFEND_EACH}", each=True),
        P(f"{{a=govs}} [<adverb>] (signed|concluded|have|had|share|ratified|sealed) {_TREATY} [in {{made=date}}] [,] (that|which|under which) [{_OBLIGES}] (each|both|the two|both sides|them|both countries|each side|they) [{_BOUND}|pledge|pledged|agreed] to {_DEFEND_EACH}", each=True),
        P(f"{{a=govs}} [<adverb>] (signed|concluded|have|had|share|ratified|sealed) {_TREATY} [in {{made=date}}] [,] {_OBLIGES} (each|both|the two|both sides|them|both countries|each side|themselves) to {_DEFEND_EACH}", each=True),
        P(f"{{a=govs}} (are|were|remain|have been) [<adverb>] (bound|linked|tied|joined|allied|united) [together] (by|under|in|through) [a|an|the|their] [{{since=date}}|bilateral|formal] <mutual> {_PACT} {_SIGNED}", each=True),
        P(f"{{a=govs}} (must|are to|will) {_DEFEND_EACH} [if attacked] {_UNDER}", each=True),
        # a treaty between two
        P(f"{{a=govs}} {_LINK} [<adverb>] [a|an|its|their|the] [{{date}}|bilateral|long-standing|formal|{{k=n}}|binding] [bilateral] <mutual> {_PACT} {_SIGNED} with {{b=govs}}", both=True),
        P(f"{{a=govs}} (has no|have no|had no|no longer has a|no longer have a|does not have a|do not have a|never had a) [formal|bilateral|binding] (<mutual>|defense|defence|security|military) {_PACT} with {{b=govs}}", both=True, negated=True),
        P(f"{{a=govs}} and {{b=govs}} {_LINK} [<adverb>] [a|an|their] [{{date}}|bilateral|formal|binding] [bilateral] <mutual> {_PACT}", both=True),
        P(f"{{a=govs}} and {{b=govs}} (has|have|had) no [formal|bilateral|binding] <mutual> {_PACT}", both=True, negated=True),
        P(f"{{date}} [bilateral] <mutual> {_PACT} between {{a=govs}} and {{b=govs}}", both=True, supposed=True),
        P(f"<mutual> {_PACT} between {{a=govs}} and {{b=govs}} (dates from|dates back to|has been in force|took effect|came into force|entered into force|is in force|was signed in|remains in force)", both=True),
        P(f"{{a=govs}} 's [{{since=date}}] <mutual> {_PACT} with {{b=govs}} (dates from|dates back to|has been in force|took effect|came into force|entered into force|is in force|was signed in|remains in force)", both=True),
        P(f"{{a=govs}} 's {{since=date}} [bilateral] <mutual> {_PACT} with {{b=govs}}", both=True, supposed=True),
        # treaty allies: whose ally a state is, is bound to defend it
        P(f"{{b=govs}} <is> [<adverb>] [a|an|the] {_SUCH} {_SUCH} {_ALLY} {_IN} of {{a=side}}"),
        P(f"{{b=govs}} <is> [<adverb>] [a|an|both|all] {{a=side}} ['s] {_SUCH} {_SUCH} {_ALLY}"),
        P(f"{{b=govs}} , [a|an|the|both|all|long] {_SUCH} {_SUCH} {_ALLY} {_IN} of {{a=side}}", supposed=True),
        P(f"{{b=govs}} , [a|an|both|all] {{a=side}} ['s] {_SUCH} {_SUCH} {_ALLY}", supposed=True),
        P(f"{{a=side}} ['s] {_SUCH} {_ALLY} {_IN} [,] [such as|like] {{b=govs}}", supposed=True, ally=True),
        P(f"{{a=side}} ['s] {_SUCH} {_ALLY} {_IN} [,] (include|including|are|is) {{b=govs}}", supposed=True, ally=True),
        P(f"{{b=govs}} <isn't> [<adverb>] [a|an] {_SUCH} {_ALLY} of {{a=side}}", negated=True),
        P(f"{{b=govs}} <isn't> [<adverb>] [a|an] [formal] {{a=side}} ['s] {_ALLY}", negated=True),
        P(f"{{a=govs}} (are|were|remain|have been) [<adverb>] {_SUCH} [{{since=date}}] {_ALLY}", each=True, two=True),
        # a guarantee
        P("{a=govs} (has guaranteed|had guaranteed|guaranteed|guarantees) {b=govs} 's (independence|borders|frontiers|territorial integrity|neutrality)"),
        P(f"{{a=govs}} (guarantees|guarantee|guaranteed|has guaranteed|underwrites) (the (security|independence|defense|defence) of {{b=govs}}|{{b=govs}} 's (security|defense|defence|independence)) {_UNDER}"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        if match.phrasing.text.startswith(("{a=govs}", "{b=govs}")) and not is_subject(match):
            return
        fixed, mask = match.phrasing.fixed, match.sentence.mask
        one, other = _all(match, "a"), _all(match, "b")
        if fixed.get("ally") and _SOMEBODY_ELSE.search(mask[: match.found.start()]):
            return
        if fixed.get("each"):
            if fixed.get("two") and len(one) != 2:
                return  # "the three are treaty allies": of whom, is not said
            pairs = [(a, b) for a in one for b in one if a != b]
        elif fixed.get("both"):
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


_SOMEBODY_ELSE = re.compile(r"\b(?:neither|nor|former|ex|would-be|potential|non|not)[\s-]*$", re.I)


def _all(match: Match, slot: str) -> tuple[str, ...]:
    """The states in every slot of a name, in the order of the sentence."""
    return tuple(dict.fromkeys(id for name in slots(match, slot) for id in match.ids(name)))
