"""``former``: states were once part of a union or an alliance that they no longer belong to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar

from foedus import alliance as alliances
from foedus import succession
from foedus.claims.claim import Claim, Reading, Tense, join_words, reading
from foedus.claims.clauses import is_subject
from foedus.dates import END
from foedus.facts import Succession, Treaty
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import REFUTED, SUPPORTED, Truth, all_of, negate

_REPUBLIC = "(republic|republics|colony|colonies|possession|possessions|state|states|nation|nations|country|countries|territory|territories|satellite republic|land|lands|province|satellites|vassals)"
_MEMBER = "(member|members|member state|member states|state|states|country|countries|nation|nations|ally|allies|signatory|signatories)"
_WERE = "(was|were|had been|used to be|had once been|had long been)"
_PART = "[a|all|an|{p=n} of the|{p=n} of] [constituent|integral|founding] (part|parts|republics|republic|members|member|province|territory|territories|successors|successor states) of"
_THOSE = "(countries|states|nations|republics|members|allies|lands|territories) [that|which]"
_FORMER = "(former|onetime|one-time|{onetime=n} - time|erstwhile|ex-|ex|then-|once-|formerly|old|post-|post|previously|sometime)"
_SMALL = "[tiny|small|large|poor|mountainous|landlocked|neighbouring|neighboring|fellow|Baltic|Caucasus|Balkan|Central Asian|another|other|mostly Muslim]"
_QUANT = "[both|all|all three|each|also|once|like|itself|themselves|both of them|all of them|like other|one of the] [a|an|the|two|three|{k=n}|another|fellow] [only|first|last] "
_ONCE = "(once|onetime|till {until=date}|before {until=date}|up to {until=date}|as late as {until=date}|in those days|as recently as {until=date}|then|at the time|formerly|previously|long|until {until=date}|until its independence|until their independence|from {f=date} to {t=date}|between {f=date} and {t=date}|for decades|for half a century)"
_UNTIL = "[until {until=date}|till {until=date}|before {until=date}|up to {until=date}|in {until=date}|once|back then|at the time|in those days|for {years=n} years|under the (Shah|tsars|communists|old regime)|from {f=date} to {t=date}|between {f=date} and {t=date}|until its independence|until their independence|until its (dissolution|collapse|breakup|end)|for decades|during the Cold War|in the Cold War]"
_BELONGED = (
    "(belonged to|belong to|had belonged to|used to belong to|used to be part of|was in|were in|had been in|was inside|were inside|had once been part of|spent decades as part of|spent half a century as part of|"
    "spent decades in|spent almost half a century in|lived under|was ruled by|were ruled by|was annexed by|were annexed by|was absorbed into|were absorbed into|was incorporated into|were incorporated into|was swallowed by)"
)
_LEFT = (
    "((seceded|broke away|broke off|split|separated|parted|emerged|tore itself away|turned away) [~] from|[~] regained [its|their] independence from|[~] won [its|their] independence from|peeled off from|freed itself from|freed themselves from|separated from|left|walked out of|quit|became independent after|gained independence from|won independence from|declared independence from|regained independence from|broke away from|split from|gained its independence from|gained their independence from|"
    "won its independence from|won their independence from|declared its independence from|declared their independence from|regained its independence from|regained their independence from|became independent from|"
    "became independent of|emerged from|split off from|broke free of|broke free from)"
)


_WHOLE = (
    "(part|parts|republic|republics|province|provinces|half|corner|piece|member|members|member state|member states|ally|allies|satellite|satellites|outpost|breadbasket|territory|colony|possession|constituent|component|pillar|stalwart|"
    "camp|rump|remnant|core|heart|state|states|country|countries|founder|founders|partner|partners|mainstay|linchpin|cornerstone|signatory|one|power|powers)"
)
_AS = (
    "(,|—|[,] [which|who|that] [all|both|too|also|only] [{years=n} years ago|in {since=date}|until {since=date}|before {since=date}|{since=date}] [still|once|long|already|all|both|themselves|itself] "
    "(was|were|had been|used to be|had once been|had both been|had all been|is|are|remained|stood|sat|spent|has been|have been|had long been|formed|had formed|served|lived|stayed)|, (which|who|that) ... [{gv=gov}]|... [,] as)"
)
"""How a state is said to have been something: after a verb, or in an apposition."""
_SOVIET = "(republic|republics|part|parts|half|province|provinces|corner|territory|constituent republic|component|components|constituents)"
_LAND = "(country|nation|state|republic|countries|nations|states|republics|land|lands|part|parts|one|member|members|successor|successors)"
_GONE_BY = "(once|formerly|previously|until recently|until {until=date}|onetime|erstwhile)"
_STALWART = "(stalwart|pillar|member|members|ally|allies|satellite|satellites|partner|partners|mainstay|linchpin|stalwarts|founder|heavyweight|outpost|maverick|loyalist|black sheep|signatory|signatories|member state|member states)"


_LONG = "(till {until=date}|for {years=n} years|for decades|for half a century|in those days|back then|at the time|under (the|its) (Shah|tsars|communists|old regime|old rulers|king)|during the Cold War|in the Cold War|in Soviet times)"


class Former(Claim):
    """*states* were once part of *of*; where a description names them, those of them that are members of *alliance*."""

    kind: ClassVar[str] = "former"
    states: tuple[str, ...]
    of: str
    alliance: str = ""
    region: str = ""
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # wide: whatever is said of a state that was a part of it; one that never was is left to the narrow phrasings
        P(f"{{states}} {_AS} [... {{x=state}} 's|... {{x2=gov}} 's] ... {_WHOLE} [of {{y=gov}}|of {{y2=state}}] [(and|,) [then|later]] (of|in|within|inside) [the|a|an] [{{d=demonym}}] [~] [(and|,) [then|later|afterwards] (of|in)] [{{lord=person}} 's] [~] {{of=successor}}", parts=True, wide=True),
        P(f"{{states}} {_AS} ... [{{k=n}}] {{of=demonym}} [~] (republic|republics)", parts=True, wide=True),
        P("{states} [(,|is|are|was|were) ... (that|which)] ... (under|shook off|threw off|cast off|escaped|endured|suffered|ended|after|from|decades of|years of) [~] {of=demonym} (rule|occupation|control|yoke|domination|annexation)", parts=True, wide=True),
        P("{states} ... (independence|independent|sovereign|sovereignty|statehood) ... {of=state}", parts=True, wide=True),
        P("{states} ... (annexed|incorporated|absorbed|integrated|swallowed) ... (into|by|to) {of=state}", parts=True, wide=True),
        P("(with|after|following|on|upon|when|since|as|once) ... {of=state} [fell apart|collapsed|broke up|broke apart|dissolved|was dissolved|disintegrated|'s (collapse|breakup|break-up|dissolution|disintegration|end|demise|fall)] [(in|on) {date}] , {states} ... (independence|independent|sovereign|sovereignty|statehood|went its own way|went their own ways|went their separate ways)", parts=True, opening=True),
        P("{states} ... (as|being|having been) [a|an|the|one of the] [~] {of=demonym} (republic|republics)", parts=True, wide=True),
        P(f"(countries|states|nations|republics|successors|neighbours|neighbors|parts|heirs|lands) [that|which] ... (of|to|in|from|{_LEFT}|came out of|came from) [the] [former|old|erstwhile|ex -|collapsing|dissolving] {{of=state}} [in {{date}}] ... (,|such as|like|including|:|—|, among them|are|were) [only|notably|above all|namely] {{states}}", parts=True, listed_after=True),
        P(f"[as|like] (a|an|the|once|formerly|one of the|both|long) ... {_WHOLE} (of|in) [the|a] [former|old] [~] {{of=successor}} , {{states}}", parts=True, opening=True),
        P(f"[as|like] (a|an|the|once|formerly|one of the|both|long) ... {{of=demonym}} {_REPUBLIC} , {{states}}", parts=True, opening=True),
        P("{of=state} [,] of which {states} [once|too|also|long|both|all] (was|were|formed|made up|had been) [once|long|then] [a|an|the] [integral|constituent|founding] (part|republic|parts|republics|member|members|province)", parts=True),
        P(f"{{of=alliance}} 's [{{k=n}}] {_FORMER} [-] {_MEMBER} [,] [such as|like|including|:|—] {{states}}"),
        # "the former Soviet republics of Estonia, Latvia and Lithuania"
        P(f"{_FORMER} [-] {_SMALL} {{of=demonym}} {_SMALL} ({_REPUBLIC}|[{{rr=region}}] [~] (trio|pair|neighbours|neighbors|quartet)) [,] [of|like|such as|including|among them|,|:|—] {{states}}"),
        P(f"{_FORMER} [-] {{of=demonym}} {_REPUBLIC} (of|in) [the] {{region}}"),
        P(f"{{region}} 's [{{k=n}}] {_FORMER} [-] {{of=demonym}} {_REPUBLIC}"),
        P("{states} (was|were) [once] {x=gov} 's [~] (ally|satellite|allies|satellites) in {of=alliance}"),
        P("{states} (was|were|used to be|had been) [once|until {until=date}] ({k=n}|a single|the same) (country|state|nation) [,|called|as part of|—] {of=state}"),
        P("{of=state} (split|broke up|broke apart|was divided|dissolved|separated) [peacefully|peaceably] [in {date}] into {states}"),
        P(f"{{states}} , (a|an|the|another) ~ [{{r=region}}] [{{d2=demonym}}] [~] (country|nation|state|republic|countries|nations|states) [~] (that|which) {_WERE} [{_ONCE}] {_PART} {{of=successor}}"),
        P(f"{{states}} (,|—|is|are|was|were|became|remains|remain|-- ) {_QUANT} {_SMALL} {_FORMER} [-] {{of=demonym}} {_SMALL} {_REPUBLIC}"),
        P(f"{{states}} (,|—) like {{other=states}} {_QUANT} {_FORMER} [-] {{of=demonym}} {_REPUBLIC}"),
        P(f"{{region}} (,|—) {_QUANT} {_FORMER} [-] {{of=demonym}} {_REPUBLIC}"),
        P(f"{{states}} [(,|—)] [which|who|all|that] {_WERE} [{_ONCE}|all|both|themselves|also] [a|the] {_SMALL} {{of=demonym}} {_REPUBLIC} {_UNTIL}", past=True),
        P(f"{{states}} (,|—) [all|both] {_ONCE} [a|the] {{of=demonym}} {_REPUBLIC}"),
        P(f"{{states}} (,|—) [all|both] [a|the] {{of=demonym}} {_REPUBLIC} ({_ONCE})"),
        # "once part of the Soviet Union"
        P(f"{{states}} [(,|—)] [which|who|all|that] {_WERE} [{_ONCE}|all|both|themselves] {_PART} {{of=successor}} {_UNTIL}", past=True),
        P(f"{{states}} [(,|—)] {_QUANT} {_ONCE} {_PART} {{of=successor}}"),
        P(f"{{states}} (,|—) {_QUANT} {_PART} {{of=successor}} {_ONCE}"),
        P("{states} (,|—) [{k1=n} of the [{k2=n}]] (successors|successor states|successor state|heirs) (of|to) {of=state}"),
        P(f"{{region}} (,|—) [which|all] [{_WERE}] {_ONCE} {_PART} {{of=successor}}"),
        P(f"(once|formerly|long) ({_PART} {{of=successor}}|[a|an|the] {{of=demonym}} {_REPUBLIC}|[a|an] {_MEMBER} of {{of=alliance}}|in {{of=successor}}) , {{states}}"),
        P(f"{{states}} , members of {{alliance}} , {_WERE} {_ONCE} {_PART} {{of=successor}}"),
        P(f"{{states}} [(,|—)] [which|who|that] [once|all|both|long|formerly|previously] {_BELONGED} {{of=successor}} {_UNTIL}", past=True),
        P(f"{{states}} [(and|plus) {{k=n}} other [~]] [(,|—)] [which|who|that] {_LEFT} [the (wreck|ruins|ashes|wreckage|rubble|remains|debris|collapse|break-up|breakup) of] {{of=state}}", leaving=True),
        P("{states} (was|were) [all|both|forcibly|once] (occupied|annexed|seized) by [{x=gov}|and] (and|then) (incorporated|absorbed|annexed|integrated) (into|by) {of=state}"),
        P("{states} (was|were) (formed|born|created|founded|established|carved|forged) (when|after|from|out of|as|with|by) [the] [breakup|break-up|split|dissolution|collapse|ruins] [of] {of=state} [split|broke up|fell apart|was dissolved|dissolved|broke apart]"),
        P("{states} [together|jointly] (formed|made up|constituted) {of=state} [until {until=date}]"),
        P("{states} (,|—|was|were) [once|itself] one of {of=state} 's {k=n} [constituent|former] (republics|parts|components)"),
        P("{states} [,] [which] (spent|lived|passed) ~ (in|inside|within|as part of) {of=state}", parts=True),
        P("post - {of=demonym} {states}"),
        P(f"(having been|having once been|having long been|having spent ~) [a|an] ({_PART}|in|inside) [a] {{of=successor}} ... , {{states}}", gone=True),
        P("{states} (was|were|became|is|are) the (first|last|only|second) [~] (republic|country|state|nation|republics|countries|states|nations) to (leave|declare|secede from|break with|break away from|quit|declare its independence from|declare independence from|go it alone and leave) {of=state}", leaving=True),
        P("{states} , [once] [one of] {of=state} 's [~] (republic|republics|province|part|half|corner)", parts=True),
        P("{states} (emerged|came|were born|sprang|arose|resulted|were made) from the [~] (division|partition|split|break-up|breakup|divorce|dissolution|separation) of [the former] {of=state}", parts=True),
        P("{states} (was|were|stood|fought|sat|stayed|remained|found themselves|found itself|ended up|served|lived|spent) ... (in|inside|within) {of=alliance}", over=True),
        P("{states} (was|were|is|are) ... (of|among|in) {of=state} 's [{k=n}] [~] (republics|parts|provinces)", parts=True),
        P("{states} (,|was|were) (once|formerly|long) ... (in|inside|within) {of=alliance}", over=True),
        P("{states} (was|were) allied (with|to) {others=states} in {of=alliance}", over=True),
        P(f"{{states}} (was|were|had been|was once|were once) [a|an|both] [~] ({_MEMBER} of|in|part of|inside) {{of=alliance}} (for {{years=n}} years|for decades|for half a century|until {{until=date}}|from {{f=date}} to {{t=date}}|between {{f=date}} and {{t=date}}|in the Cold War|during the Cold War)"),
        P(f"{{states}} (,|—|is|are|was|were) [a|an|the|both|all|one of the] [{{k=n}}] (ex -|former|one-time|erstwhile|onetime|lapsed) [-] {_MEMBER} of {{of=alliance}}"),
        P("(once|formerly) - {of=demonym} {states}"),
        P("ex - {of=demonym} {states}"),
        P("ex- {of=demonym} {states}"),
        P("(once|formerly) {of=demonym} {states}"),
        P(f"{{states}} and [several|many|most] other {_FORMER} [-] {{of=demonym}} {_REPUBLIC}"),
        P(f"{{states}} and [several|many|most] other {_FORMER} [-] {{of=alliance}} {_MEMBER}"),
        # "former Warsaw Pact members Poland and Hungary"
        P(f"{_FORMER} [-] {{of=alliance}} {_MEMBER} [,] [of|like|such as|including|among them|,|:|—] {{states}}"),
        P(f"{{states}} (,|—|is|are|was|were|became|remains|became the first|are among the) {_QUANT} {_FORMER} [-] {{of=alliance}} {_MEMBER}"),
        P(f"{{states}} (,|—|is|are) {_QUANT} {_FORMER} (member|members|ally|allies) of {{of=alliance}}"),
        P("former (member|members) of {of=successor} [,] [such as|like|including|among them] {states}"),
        P(f"{_THOSE} (used to belong to|once belonged to|had belonged to|were once part of|were part of|had been part of|used to be part of|were once in|had been in|once ruled by it within|ruled by it within|once ruled from {{x=gov}} within) {{of=successor}} [,] (among them|including|such as|like) {{states}}"),
        P("(once|formerly) [a|the] {of=alliance} (member|members) [,] {states}"),
        # "Slovenia, in the former Yugoslavia"
        P(f"{_REPUBLIC} of the former {{of=state}} [,] (such as|like|including|among them) {{states}}"),
        P("{states} (,|—) [all] (in|from|of|part of|a republic of|republics of|parts of) the former {of=state}"),
        P(f"{{states}} (,|—|is|are) [itself|themselves|both|all] [a|an|the] {_FORMER} {_REPUBLIC} of {{of=state}}"),
        # "Finland was never part of the Soviet Union"
        P("{states} [,] [which|who] (was|were|has|have) never [been] [a|in] [(part|republic|republics|member|members) of] {of=successor}", negated=True),
        P("{states} [,] [which|who] [, unlike ~ ,] never belonged to {of=successor}", negated=True),
        P(f"{{states}} [,] [which|who] (was|were) never [a|an] {{of=demonym}} {_REPUBLIC}", negated=True),
        # wide: "Ukraine, once the second most powerful republic of the Soviet Union"; what stands between may be anything that does not turn it
        P(f"{{states}} (,|—|was|were) [all|both|itself] ({_ONCE}|former|formerly) [a|an|the|one of {{its}}|one of the|one of] ... {_WHOLE} (of|in|within) {{of=successor}}", gone=True),
        P(f"{{states}} (,|—|was|were|is|are) [all|both|itself] [{_ONCE}] [a|an|the|one of the|one of|among the] [~] [{{k=n}}] [~] {_SOVIET} of [the former] {{of=state}}", gone=True),
        P(f"{{states}} (,|—|is|are|was|were|became|has become) [a|an|the|one of the|both|all|another] [~] [{{k=n}}] [~] [{{d2=demonym}}] {_LAND} [to emerge] (from|of|in) the (former|old|erstwhile|ex -|defunct|vanished|collapsed) {{of=state}}"),
        P(f"{{states}} (,|—) {_GONE_BY} {{of=demonym}}"),
        P("{states} (was|were) [all|both] {of=demonym} (once|until {until=date}|then|in those days|at the time)"),
        P(f"{{states}} (,|—|was|were) [all|both|itself] ({_ONCE}|former|formerly) [a|an|the|one of the|one of {{its}}|among the] ... {{of=demonym}} {_REPUBLIC}"),
        P(f"(until|till|before) {{until=date}} , {{states}} (was|were) [a|an|the|one of the|part of|all|both|in] ... {_SOVIET} of {{of=state}}"),
        P("{states} [,] [which] [all|both] (once|formerly|had once|had|used to) (formed|form|make up|made up|been|belong|belonged) [to|one of|part of] ... {of=successor}", gone=True),
        # an alliance that is gone: "Hungary, a Warsaw Pact country for 36 years"
        P(f"{{states}} (,|—|was|were) [all|both|itself|long] [a|an|the|one of the] ... {{of=alliance}} {_MEMBER} {_LONG}", over=True),
        P(f"{{states}} (,|—|was|were) [all|both|itself|long|{_ONCE}] [a|an|the|one of the|one of {{x=gov}} 's|{{x2=gov}} 's] ... {_STALWART} (of|in|within|inside) {{of=alliance}}", over=True),
        P(f"{{states}} (,|—) [all|both] [{_ONCE}|long|for {{y=n}} years] (in|inside|within|part of) {{of=alliance}}", over=True),
        P(f"{{of=alliance}} 's [{{k=n}}] [other|eight|European] {_MEMBER} (were|included|comprised|was|—|:|, including|, among them|consisted of) [:] {{states}}", over=True),
        P(f"{_MEMBER} of {{of=alliance}} (were|included|comprised|had been|, including|such as|like) [:] {{states}}", over=True),
        P("{of=alliance} (included|comprised|united|grouped|took in|bound|bound together|consisted of|was made up of|brought together|linked|tied|had as members|numbered|embraced) {states}", over=True),
        P("{states} (made up|belonged to|were in|were all in|were members of|composed|constituted|were allied in) {of=alliance}", over=True),
        P(f"{{states}} (is|are|was|were) [one of|among] [the|a|an|all|both] [{{k=n}}] former {_MEMBER}", lone=True),
        P(f"{{n}} post [-] {{of=demonym}} {_REPUBLIC} [~] [~] [:|—|,] [including|namely] {{states}}"),
        P(f"post [-] {{of=demonym}} {_REPUBLIC} ... [:] {{states}}", listed=True),
        P(f"{{states}} (,|—|is|are|was|were) [a|an|the|all|both|each] [~] post [-] {{of=demonym}} {_REPUBLIC}"),
        P("{states} (,|—|were|was) [both|long|then] {k=n} (country|state) [under the name of|called|known as|by the name of|under the name] {of=state} [until {until=date}]", pair=True),
        P("(when|while) {states} (was|were) [still] [all|both] [a] (part of|in|inside|under|republics of|a republic of|a member of|members of) {of=successor}", gone=True),
        # "expansion — including to countries that were once part of the Soviet Union": the states are those that the alliance took in
        P(f"{_THOSE} (were once part of|were once in|once belonged to|used to be part of|had been part of|were part of|had belonged to|used to belong to|were once ruled by|once formed part of) {{of=successor}}", described=True),
        P(f"{_THOSE} (were once|used to be|had been|had once been|were) {{of=demonym}} {_REPUBLIC}", described=True),
        P(f"{_THOSE} were once part of {{of=successor}} are [now] members of {{alliance}}", described=True),
        P(f"{_FORMER} [-] {{of=demonym}} {_REPUBLIC}", described=True),
        P(f"{_FORMER} [-] {{of=alliance}} {_MEMBER}", described=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        of, fixed = match.id("of"), match.phrasing.fixed
        if fixed.get("pair") and len(match.ids("states")) < 2:
            return
        if fixed.get("lone") and not of:
            named = match.antecedent("alliance")
            of = named.id if named else ""
        if fixed.get("over") and not (_is_over(match, of) and _of_the_past(match)):
            return
        if fixed.get("gone") and not _is_told_of(match):
            return
        if fixed.get("opening") and not _OPENS.fullmatch(match.sentence.mask[: match.found.start()]):
            return
        if fixed.get("wide") and (_FOUNDERS.search(match.found[0]) or (of not in _UNIONS and not _is_over(match, of))):
            return
        if fixed.get("wide") and (
            not _is_told_of(match) or (of not in _UNIONS and _IS.search(match.found[0]) and not _MARKED.search(match.found[0]))
        ):
            return
        if fixed.get("listed_after") and not _LIST_ENDS.match(match.sentence.mask[match.found.end() :]):
            return
        if (fixed.get("wide") or fixed.get("gone")) and _ANOTHERS.match(match.sentence.mask[match.found.end() :]):
            return
        if not of or (match.found.end() < len(match.sentence.mask) and _more_follows(match)):
            return
        if not _is_gone(match, of) or (fixed.get("leaving") and not match.sentence.context.record.of(Succession, predecessor=of)):
            return
        states = tuple(id for id in (*match.ids("states"), *match.ids("other")) if id != of)
        if fixed.get("parts") and not set(states) <= _parts_of(match.sentence.context.record, of):
            return
        alliance, region = match.id("alliance"), match.id("region")
        if fixed.get("described"):
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
            if (
                union != self.of
                and f"{wrong} republic" in words
                and succession.once_part(record, self.states[0], union).at(day) is SUPPORTED
            ):
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


_MARKED = re.compile(
    r"\b(?:former\w*|once|onetime|one-time|erstwhile|previously|ex|until|used to|during|in the cold war|for \ue00a years|never|lapsed|successors?|heirs?|decades|half a century)\b",
    re.I,
)


_IS = re.compile(r"\b(?:is|are|has been|have been)\b")
_UNIONS = ("SUN", "YUG", "CSK")
_OPENS = re.compile(r"[\s\"]*(?:(?:but|and|yet|today|still)\s*,?\s*)?", re.I)
_LIST_ENDS = re.compile(r"\s*(?:[.;:)—-]|$|,|and\b|who\b|that\b|which\b|in\b)")
_ANOTHERS = re.compile(
    r"\s*'s?\s+(?!collapse|break-?up|dissolution|disintegration|end\b|demise|fall|death|disappearance|parliament|implosion|final|last)"
)
"""What belongs to a union is not the union: "had been the Soviet Union's rival"."""
_EXCLUDED = re.compile(
    r"\b(?:neither|nor|not|no|never|unlike|except|except for|apart from|besides|if|whether|than)(?:\s+(?:the|like|in|by|with))?\s*$", re.I
)


def _is_told_of(match: Match) -> bool:
    """Whether the match's states are the subject, or what is said of them stands beside their name, wherever that stands."""
    if is_subject(match):
        return True
    beside = re.match(r"(?:the\s+|both\s+)?[\ue000\ue010](?:[\s,]|and|the|both|[\ue000\ue010])*?\s*(?:,|—)", match.found[0])
    return bool(beside) and not _EXCLUDED.search(match.sentence.mask[: match.found.start()])


def _is_over(match: Match, of: str) -> bool:
    """Whether the alliance itself is gone, so that whoever was in it is a former member."""
    treaties = match.sentence.context.record.of(Treaty, alliance=of)
    return bool(treaties) and all(treaty.until.latest <= match.sentence.context.published for treaty in treaties)


def _of_the_past(match: Match) -> bool:
    """Whether it is told of the members, and not of a year in which the alliance still grew ("joined the Warsaw Pact")."""
    after = match.sentence.mask[match.found.end() :]
    return (
        _is_told_of(match)
        and not _FOUNDERS.search(match.found[0])
        and not re.match(
            r"\s*(?:'|-)|\s+(?:troops|forces|tanks|exercises?|manoeuvres|maneuvers|summits?|meetings?|armies|talks|command)\b", after
        )
    )


_FOUNDERS = re.compile(r"\b(?:founding|founders?|original|charter|would|could|joined|entered|signed)\b")


def _is_gone(match: Match, of: str) -> bool:
    """Whether the words say, or need not say, that it is over: "was part of the Soviet Union" does, "was part of NATO" does not."""
    record = match.sentence.context.record
    if record.of(Succession, predecessor=of):
        return True
    if any(treaty.until.latest < END for treaty in record.of(Treaty, alliance=of)):
        return True
    return bool(_MARKED.search(match.found.group())) and not match.negated


_EXPANDING = re.compile(
    r"\b(?:expan\w+|enlarg\w+|grow\w*|grew|spread\w*|admi\w+|absor\w+|took in|taken in|taking in|members|extend\w*|advance\w*|mov\w+|push\w*)\b",
    re.I,
)
_PEOPLE = re.compile(
    rf"\s*(?:'s?\s|-)?\s*(?:president|leader|prime minister|premier|minister|diplomat|official|officer|general|champion|dissident|spy|gymnast|agent|spies|players?|athletes?|citizens?)\b|\s+and\s+{LETTERS['state']}\b.*\b(?:border|war)\b", re.I
)  # fmt: skip


def _more_follows(match: Match) -> bool:
    """Whether the demonym or state at the end belongs to a person's title ("former Soviet republic leader")."""
    return bool(_PEOPLE.match(match.sentence.mask[match.found.end() :])) and not match.found.group().rstrip().endswith(LETTERS["state"])


def _candidates(record: Record, of: str) -> tuple[str, ...]:
    return succession.parts(record, of) or alliances.ever_members(record, of)


def _parts_of(record: Record, of: str) -> frozenset[str]:
    """The states that were in a union or an alliance, and those that came after one that was: the Czech Republic after Czechoslovakia."""
    members = _candidates(record, of)
    if of in _UNIONS:
        return frozenset(members)
    return frozenset(members).union(*(succession.parts(record, state) for state in members if state != "SUN"))


def _plain_name(names: Names, id: str) -> str:
    """The name of a union; a longer one where the usual one stands for another state too ("Yugoslavia")."""
    usual = names.say(id)
    if len({name.id for name in names.table.get(usual, ())}) < 2:
        return usual
    return min(names.aliases.get(id, ()), key=lambda text: (usual not in text, len(text), text), default=usual)


def with_article(name: str) -> str:
    """``the Soviet Union``, ``the Warsaw Pact``, but ``Yugoslavia``."""
    return (
        f"the {name}"
        if re.search(r"\b(?:Union|Pact|Organization|Treaty|Republic|command)\b", name) and not name.startswith(("the ", "NATO's"))
        else name
    )
