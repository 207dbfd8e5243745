"""``accession_stage``: how far a state has come on its way into an alliance."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from typing import ClassVar

from foedus import accession
from foedus import alliance as alliances
from foedus.claims import steps
from foedus.claims.bids import (
    DASHED,
    GIVEN_UP,
    NO_ENTRY,
    OTHER_AIM,
    PAUSED,
    SIGNED_OFF,
    beside,
    candidates,
    cut_short,
    day_of,
    denied,
    only_accession,
    planned,
    recorded,
)
from foedus.claims.claim import Claim, Reading, Tense, happened, reading, spell_date
from foedus.claims.clauses import alliance_of, bounds, is_subject, opening_states, slots
from foedus.dates import parse_moment
from foedus.facts import AccessionStep
from foedus.language.names import Names
from foedus.language.numbers import HEDGE_PHRASES, agrees, restated
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import combine
from foedus.verdict import NOT_ENOUGH_INFO, SUPPORTED, Count, Truth, Verdict, negate

_S = "{states=govs} ['s (government|leaders|leadership|authorities)] [,|—] [which|who|that] [both]"
_ALIKE = "{states=govs} [, (like|along with|together with|alongside|as well as) {states_too=govs} ,] ['s (government|leaders)] [, ~ (—|,)] [,] [which|who|that] [both]"
_ENTRY_N = "(membership|accession|entry|admission|acceptance)"
_INTO = "(in|of|to|into|within|by) {alliance}"
_NAMED = f"({{alliance}} [alliance] {_ENTRY_N}|{_ENTRY_N} {_INTO})"
_GOAL = f"[a|an|its|their|the] [<quick>] ({{alliance}} [alliance] {_ENTRY_N}|{_ENTRY_N} {_INTO}|<entering> {{alliance}} [alliance]|<entering> the {{strong=n}} - (member|nation|country|state|strong) (alliance|bloc)|applying (to join {{alliance}}|for [<quick>] {{alliance}} membership|for membership {_INTO}))"
_BECOME = "[a|an] [full|fully-fledged] {alliance} (member|members|ally|allies|member state|member states)"
_NTH = "{alliance} 's [newest|latest|next] [{m=n}] [newest] (member|members|ally|member state)"
_ASK = "(seek|pursue|gain|win|obtain|request|apply for|bid for|ask for|strive for|push for|submit an application for|submit applications for|file an application for|submit a bid for|send an application for)"
_JOIN = (
    f"[<manner>] to [<manner>] (<to-enter> {{alliance}}|(become|be) {_BECOME}|(become|be) {_NTH}|(become|be) the {{m=n}} member of {{alliance}}|{_ASK} [<quick>] {_NAMED}"
    "|(apply|submit an application|submit applications|submit its application|submit their applications) to {alliance})"
)
_CLOSER = "[<manner>] (closer|nearer|close|near|toward|towards|in the direction of) [than ever|together] [to|toward|towards|and closer to]"
_WHEN = "[[on|in] {date}]"
_HAD = "[<adverb>] [[on|in] {date}] [has|have|had|having] [formally|officially|jointly|already]"
_PAPER = (
    "[its|their|a|an|the] [formal|official|joint|written|membership|formal membership|long-awaited] "
    "(application|applications|bid|bids|request|requests|letter of application|letters of application|application letter|application letters|candidacy|letters|membership bid)"
)
_FILED = "(launched|submitted|handed in|handed over|filed|lodged|made|sent in|sent|presented|delivered|signed|put in|tabled)"
_FOR = f"({_JOIN}|(for|to|on) [<quick>] {_NAMED}|to {{alliance}}|with {{alliance}}|for {{alliance}} accession)"
_APPLY = (
    f"(<applied> [<adverb>] {_WHEN} [[together|jointly|along] with {{states_with=govs}}] {_FOR}|{_FILED} {_PAPER} {_WHEN} {_FOR}|{_FILED} [its|their] {{alliance}} (application|applications|membership application|bid)"
    f"|(asked|has asked|have asked) {_JOIN}|(requested|asked for) [<quick>] {_NAMED})"
)
_TALKS = "to (begin|start|open) [accession|membership] (talks|negotiations) with {alliance}"
_INVITATION = "[an|a|its|their|the] [formal|official|long-awaited|long-sought] (invitation|invitations)"
_ENTRY = "{states=govs} ['s and {states_b=govs}] 's [~] (accession protocols|accession protocol|accession|membership bid|membership|entry|admission|application|bid|ascension|joining|candidacy) [(to|of|in|into|for|with|to join|to enter) {alliance}]"
_ENTRY_OF = "[the|~] (accession|protocol|protocols|membership|entry|admission) [for|on] [the accession] (of|for) {states=govs} [to|into|in] [{alliance}]"
_THEIRS = (
    f"({_ENTRY}|{_ENTRY_OF}|{{states=govs}} ['s and {{states_b=govs}}] 's {{alliance}} (membership bid|accession bid|accession protocols|accession protocol|membership application|accession|membership|bid|entry|application|candidacy|hopes)"
    "|{alliance} [membership|accession] (for|of) {states=govs}|{states=govs} (joining|entering) {alliance})"
)
_ALLIES = "(allies|members|member states|member countries|states|countries|allied countries|allied states|nations|parliaments|governments|NATO allies)"
_BY = "({by=govs} ['s] [{alliance} ally] [<parliament>]|{by=demonym} <parliament>)"
_VOTED = f"[<adverb>] {_WHEN} (<endorsed>|voted [unanimously|overwhelmingly|by] [{{k=n}}] [(-|to) {{l=n}}] {_WHEN} (to (ratify|approve|back|endorse)|in favor of|in favour of|for))"
_QUEST = "[its|their|any|the] [~] [<quest>] [for|to|of|on]"
_MEMBERSHIP_SOON = f"[<quick>] {_NAMED}"
_PROTOCOL = "([<quick>] [{alliance}] (accession|membership) (protocol|protocols|agreement|agreements|treaty|documents)|(protocol|protocols) (of|on|for) [its|their] (accession|membership|admission) [to {alliance}])"
_SIGNERS = "({alliance}|{alliance} 's [{m=n}] (ambassadors|allies|members|envoys|countries|permanent representatives|member states)|[the] [all] [{m=n}] [{alliance}] (ambassadors|allies|envoys|member states|members))"
_STANDS = "(is|are|has|have|remains|hinges|depends|faces|still|continues|enjoys|needs|requires|stands|is still|appears|looks|rests)"


# Wide forms: what stands between ("...") may be anything that does not turn the clause.
_WHO = "{states=govs} [and (its|their) (neighbour|neighbor|fellow applicant|ally|partner) {states_b=govs}] ['s] [,|—] [which|who|that] [both|all]"
_OF_WHAT = "[what is now|what became|what would become|today's] {alliance}"
_TO_IN = (
    f"(<to-enter> {_OF_WHAT}|(become|be|made) ... {{alliance}} (member|members|ally|allies)|(become|be) ... (member|members|part) of {_OF_WHAT}"
    f"|(get|be taken|be let|be admitted|be received|be brought|come|gain admission|gain entry|move|be allowed|be accepted|be included) ... (in|into|to|inside) {_OF_WHAT})"
)
_MEMB = "(membership|accession|entry|admission|acceptance|candidacy|integration|inclusion|admittance)"
_ENTRY_TO = f"({{alliance}} ... {_MEMB}|{_MEMB} ... (in|of|to|into|with|within|by) {_OF_WHAT}|<entering> {_OF_WHAT})"
_PAPERS = "(application|applications|bid|request|requests|candidacy|letter|letters|paperwork|papers)"
_HANDED = "(turned in|put forward|turns in|puts forward|launched|submitted|handed|handed in|handed over|filed|lodged|made|sent in|sent|presented|delivered|signed|put in|tabled|submits|files|sends|hands in|hands over|lodges|deposited)"
_INVITING = "(invited|invites|invite|asked)"
_INVITATIONS = "(invitation|invitations|invite|offer of membership|offers of membership)"
_CHAMBER = "({by=govs} ['s] [{alliance} ally] [<parliament>]|{by=demonym} ... <parliament>|(lawmakers|legislators|mps|deputies|parliamentarians|parliament|legislature|assembly|senate|government|leaders) (in|of) {by=govs}|[the] parliaments of {by=govs})"
_ASSENT = "(approval|consent|assent|blessing|go-ahead|green light|nod|backing|endorsement|ratification|permission|agreement|support|seal of approval|stamp of approval|thumbs up)"
_PASSED = (
    "(<endorsed>|ratifies|approves|(gave|has given|have given|had given|gives|granted|has granted|have granted) ... "
    + _ASSENT
    + " ... (to|for|of)|voted [by] [{k=n}] [(-|to) (1|0|{l=n})] ... (for|to|in favor of|in favour of)|(by|after) (approving|ratifying|endorsing)|agreed to|has agreed to|have agreed to|signed ... into law|completed ... ratification of|finished ratifying|cleared|voted through|has voted through|have voted through)"
)
_STATES_IN = (
    "({states=govs} ['s] [and {states_b=govs} 's] ... [{alliance}] ... (accession|membership|entry|admission|ascension|application|bid|candidacy|joining|protocol|protocols) [... (to|of|in|into|for|with) {alliance}|to join {alliance}]"
    "|{states_d=demonym} [and {states_e=demonym}] ... [{alliance}] ... (accession|membership|entry|admission|application|bid|candidacy) [... (to|of|in|into|for|with) {alliance}|to join {alliance}]"
    "|(accession|membership|entry|admission|application|joining|protocol|protocols|bids|bid) ... (of|for|by|from|on) [both] {states=govs} [(to|in|into) {alliance}]"
    "|(admitting|letting|admit|let|allow|allowing|welcoming|bring|bringing|accept|accepting|take|taking) {states=govs} ... (to|into|join|joining|enter|in|as a member of) {alliance})"
)
_AWAITS = f"(lacks|lack|needs|need|awaits|await|requires|is waiting for|are waiting for|is awaiting|are awaiting|is without|still needs|waits for|depends on|hinges on) ... ({_ASSENT}|ratification|vote|votes) ... (of|from|by|in)"


_SIDES = frozenset(LETTERS[kind] for kind in ("state", "capital", "government", "demonym", "group"))


class AccessionStage(Claim):
    """*state* has reached, or is in, a *stage* of joining *alliance*: of ratifications, *by* an ally (by the alliance: by all) or by *n* of them."""

    kind: ClassVar[str] = "accession_stage"
    state: str
    alliance: str
    stage: str
    by: str = ""
    n: int | None = None
    hedge: str = ""
    date: str = ""
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{_ALIKE} <nearing> {_CLOSER} {_GOAL}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] [<manner>] (moving|edging|inching|drawing|getting|creeping|heading|marching|advancing|pressing ahead|leaning) {_CLOSER} {_GOAL}", stage="aspirant"),
        P(
            f"and both [of them] (are|have been|have) [<manner>] (moving|edging|inching|drawing|getting|creeping|heading|marching|advancing|inched|moved|edged) {_CLOSER} {_GOAL}",
            stage="aspirant", shared=True, anywhere=True,
        ),
        P("{states=govs} (is|are|has been|have been|keeps|has|have) (inching|edging|inched|edged) [<manner>] (closer to|toward|towards|nearer to|nearer) {alliance}", stage="aspirant"),
        P(f"{_S} (is nearing|are nearing|is approaching|are approaching) {_GOAL}", stage="aspirant"),
        P(f"(with|as) {{states=govs}} [<manner>] (moving|edging|inching|drawing|getting|heading|creeping) {_CLOSER} {_GOAL}", stage="aspirant", anywhere=True),
        P(f"{_S} <is> [<adverb>] [a|{{steps=n}}] [big|major|small|further] [step|steps] (closer to|nearer to|away from) {_GOAL}", stage="aspirant"),
        P(f"<pushed> {{states=govs}} ({_CLOSER}|to the (brink|verge|threshold|cusp|doorstep|door) of|(nearer|closer) to) {_GOAL}", stage="aspirant", anywhere=True),
        P(f"<pushed> {{states=govs}} {_JOIN}", stage="aspirant", anywhere=True),
        P(f"{{alliance}} {_ENTRY_N} (is|has|was|are) [come|coming|moved|moving|drawn|drawing|now] [<manner>] (within reach|within the grasp|closer|nearer|close|within sight) (of|for|to) {{states=govs}}", stage="aspirant", anywhere=True),
        P(f"{_S} [<adverb>] (<hopes>|<resolves>) {_JOIN}", stage="aspirant"),
        P(f"{_S} [<adverb>] <aims-for> [a|an|its|their] {_MEMBERSHIP_SOON}", stage="aspirant"),
        P(f"{_S} [<adverb>] (made|has made|have made) joining {{alliance}} (a|its|their) [~] (goal|priority|aim)", stage="aspirant"),
        P(f"{_ALIKE} <is> [<adverb>] [<manner>] <on-way> {_GOAL}", stage="aspirant"),
        P("{states=govs} [<adverb>] (is|are|has been|have been) [<adverb>] (knocking|banging|rapping) (on|at) ({alliance} 's (door|doors)|the (door|doors) of {alliance})", stage="aspirant"),
        P("{states=govs} <is> [<adverb>] next in line (to join {alliance}|for {alliance} membership|for membership (in|of) {alliance})", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] (pressing|pushing|lobbying|campaigning|angling|clamoring|clamouring) (for|to gain|to win) [<quick>] {_NAMED}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] considering ~ and {_GOAL}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] <poised> {_JOIN}", stage="aspirant"),
        P(f"{_S} <is> [<adverb>] [a|an] [official|formal|prospective|long-time|longtime] (<hopeful>|aspiring member|aspiring members) ((for|to|of) {_GOAL}|<to-join> {{alliance}})", stage="aspirant"),
        P("{states=govs} (<is>|,) ... {alliance} <hopeful>", stage="aspirant"),
        P("(aspiring|would-be|prospective) {alliance} (member|members|ally|allies) {states}", stage="aspirant"),
        P("{alliance} <hopeful> [such as|like] {states}", stage="aspirant"),
        P(f"{{states=govs}} 's [~] (bid|bids|effort|efforts|drive|push|quest|hopes|path|road|route|journey|campaign) (<to-join> {{alliance}}|(for|to|toward|towards|of) {_GOAL}) {_STANDS}", stage="aspirant", noun=True),
        P(f"{{states=govs}} 's {{alliance}} (bid|membership bid|candidacy|hopes|accession bid|aspirations|ambitions|dream|dreams) {_STANDS}", stage="aspirant", noun=True),
        P(f"{{states=govs}} [<adverb>] (no longer (seeks|seek|wants|want|aspires to)|is no longer seeking|are no longer seeking|is not seeking|are not seeking) ({_MEMBERSHIP_SOON}|{_JOIN})", stage="aspirant", negated=True),
        P(f"{_S} [<adverb>] (signaled|signalled|announced|confirmed|expressed|declared|voiced|has signaled|have signaled|has announced|have announced|has expressed|has declared) [its|their|an] [~] (intention|decision|readiness|interest|desire) ({_JOIN}|(of|in) <entering> {{alliance}})", stage="aspirant"),
        P("{states=govs} [<adverb>] (<hopes>|<wants>) to (join|enter|become members of|become a member of) [both] {alliance} and {also=alliance}", stage="aspirant"),
        P("{states} <is> [<adverb>] [all|both] [a|an] (aspiring|would-be|prospective) {alliance} (member|members)", stage="aspirant"),
        P("{states} (was|were|has been|have been) [formally|officially] (granted|given|awarded) [the] [{alliance}] (candidate status|status of candidate) [by {alliance}]", stage="aspirant", then=True),
        P(f"{{states=govs}} [<adverb>] ((does not|do not|doesn't|don't|did not) (seek|want|wish|plan|intend|aspire|aim|hope|desire)|(has|have) no (plans|intention|desire|wish|ambition|intentions|interest in)|(has|have) ruled out|rules out|rejects) ({_MEMBERSHIP_SOON}|{_JOIN}|[of|in] <entering> {{alliance}})", stage="aspirant", negated=True),
        P(f"{_S} {_HAD} {_APPLY}", stage="applied"),
        P(f"{{states=govs}} [<adverb>] (has not|have not|hasn't|haven't|did not|didn't|has never|have never|has yet|have yet|never) [yet|formally|even|to] (applied|apply|asked|ask) ({_JOIN}|(for|to) {_MEMBERSHIP_SOON}|to {{alliance}})", stage="applied", negated=True),
        P("(handing in|submitting|delivering|having handed in) (its|their) (letter|letters|application|applications) [of application] (together|jointly|along) with {states_with=govs}", stage="applied", anywhere=True),
        P(f"{_S} (was|were|has been|have been|had been|got) [<adverb>] {_WHEN} invited [<adverb>] {_WHEN} [at ~ (summit|meeting)] [in {{place}}] ({_JOIN}|into {{alliance}}|{_TALKS})", stage="invited"),
        P("{states} (was|were|has been|have been|had been|got) [<adverb>] invited <to-join> {alliance} [~] [{d=date}] ['s] [~] [in {place}] [,] (but|though|while|unlike) {b=states} (was|were) not", stage="invited", second=True),
        P(f"{{states=govs}} (has yet to receive|have yet to receive|has not received|have not received|did not receive|has not been given|is still waiting for) {_INVITATION} ({_JOIN}|to {{alliance}}|from {{alliance}}|into {{alliance}})", stage="invited", negated=True),
        P(f"{{states=govs}} (was not|were not|wasn't|weren't|has not been|have not been|has never been|have never been|was never|were never|has yet to be|have yet to be) [yet|formally] invited ({_JOIN}|into {{alliance}})", stage="invited", negated=True),
        P("{alliance} ['s] [leaders|allies|members] (has not|have not|did not|has never|have never|has yet to) [yet|formally] (invited|invite) {states} [to (join|become) [~] [it|{b=alliance}]]", stage="invited", negated=True),
        P(f"{_SIGNERS} [<adverb>] {_WHEN} (signed|have signed|signed off on) [the|a|an] ({_PROTOCOL} (for|of|with|on) [the accession of] {{states}}|{{states}} 's {_PROTOCOL}|(protocol|protocols) (on|for|of) {{states}} 's (accession|membership|entry|admission))", stage="protocol_signed", anywhere=True),
        P(f"[the] ratification [process] [of|for] {_THEIRS} (is|remains) [<adverb>] [being] (under way|underway|pending|ongoing|stalled|blocked|incomplete|in progress|held up|outstanding)", stage="ratifying", anywhere=True),
        P(f"{_THEIRS} (is|are|remains) [<adverb>] (awaiting|pending|waiting for|in the process of|undergoing) [~] ratification", stage="ratifying"),
        P(f"{_THEIRS} (is|are) [<adverb>] being ratified", stage="ratifying"),
        P(f"{_THEIRS} (is|are|remains) [<adverb>] pending", stage="ratifying"),
        P(f"{_THEIRS} (is|are|remains) not awaiting ratification", stage="ratifying", negated=True),
        P("{states} (is|are) [<adverb>] (awaiting|waiting for) ratification of (its|their) ({alliance} (membership|accession|entry|application)|(membership|accession|entry) (in|to|into) {alliance})", stage="ratifying"),
        P(f"[all|only] {{n}} [out] [of] [the|its|all|{{alliance}} 's] [{{m=n}}] [{{alliance}}|existing|current] [{_ALLIES}] [<adverb>] [has|have|had] [<adverb>|so far] <ratified> {_THEIRS}", stage="ratified_by"),
        P(f"{_THEIRS} (has|have|had) [<adverb>|so far] been [<adverb>] (ratified|approved|backed) by [all|only] {{n}} [out] [of] [the|its|all|{{alliance}} 's] [{{m=n}}] [{{alliance}}|existing|current] {_ALLIES}", stage="ratified_by"),
        P(f"{_THEIRS} [,] which [all|only] {{n}} [out] [of] [the|its|all|{{alliance}} 's] [{{m=n}}] [{{alliance}}] {_ALLIES} [have] [<adverb>|so far] <ratified>", stage="ratified_by"),
        P(f"(all|every|each) [of] [the] [{{m=n}}] [other|existing|current] [{{alliance}}] (allies|members|ally|member|member states|member state) [<adverb>] [has|have|had] <ratified> {_THEIRS}", stage="ratified_by", all=True),
        P(f"(all|every|everyone) [of] [the] [other] [{{alliance}}] [allies|members|member states|ally|member|country|countries] (but|except|except for|apart from|bar) {{by=govs}} [<adverb>] [has|have|had] <ratified> {_THEIRS}", stage="ratified_by", negated=True),
        P("(leaving|leaves) [only] {by=govs} as the (only|last|sole|final) [remaining] [{alliance}] (ally|member|country|holdout|holdouts|obstacle)", stage="ratified_by", negated=True, so=True),
        P("{by=govs} (was|became|is) the (last|first|final|{k=n}) [~] [of] [{m=n}] [{alliance}] [allies|members|ally|member|country|parliament|state|nation] to (do so|ratify|approve|sign off|give its approval|give its consent)", stage="ratified_by", so=True),
        P(f"{{n}} [out] [of] [the|its] [{{m=n}}] [{{alliance}}] {_ALLIES} (have|had) [<adverb>|so far] (done so|ratified|approved|signed off)", stage="ratified_by", so=True),
        P(f"{_BY} (ratifies|approves|backs|clears|okays|endorses) {_THEIRS}", stage="ratified_by", headline=True),
        P(f"{_BY} {_VOTED} {_THEIRS}", stage="ratified_by"),
        P("{by=govs} <lacks> (do|done) so", stage="ratified_by", negated=True, so=True),
        P(f"{{states}} (is|are) [<adverb>] (waiting for|awaiting) {_BY} to (ratify|approve) (its|their) ({{alliance}} (membership|accession|entry|application|bid)|(membership|accession|entry|application|bid) (in|to|into|for) {{alliance}})", stage="ratified_by", negated=True),
        P("{states} (completed|has completed|formally completed) (its|their) (accession|entry) (to|into) {alliance}", stage="acceded"),
        P("{states} [<adverb>] (deposited|handed over|submitted|has deposited|have deposited) (its|their) (instrument|instruments) of (accession|ratification) [[on|in] {date}] [(to|with) {alliance}]", stage="acceded", deposit=True),
        P("{states} (has not completed|have not completed|has yet to complete|have yet to complete) (its|their) (accession|entry) (to|into) {alliance}", stage="acceded", negated=True),
        P(f"{_S} <gave-up> {_QUEST} ({_MEMBERSHIP_SOON}|{_JOIN}|<entering> {{alliance}})", stage="suspended"),
        P(f"{_S} <gave-up> (its|their) {{alliance}} (bid|accession|membership bid|application|ambitions|aspirations|accession talks|hopes|plans)", stage="suspended"),
        P(f"{_S} <gave-up> (its|their) (call|calls|demand|bid|push|quest|drive|request) for <quick> {_ENTRY_N}", stage="suspended"),
        P(f"{_GOAL} is [<adverb>] (a|the|one) (goal|aim|demand|ambition|priority|objective|prospect) [that|which] {{states=govs}} <gave-up>", stage="suspended", anywhere=True),
        P(f"{_S} [<adverb>] (sought|had sought|long sought) {{alliance}} membership [~] , <gave-up> (the|its|that) (goal|bid|plan|ambition|aim)", stage="suspended"),
        P(f"{_S} [has|have|had] [<adverb>] put {_QUEST} {_MEMBERSHIP_SOON} (on hold|aside|on ice)", stage="suspended"),
        P(f"{_S} <is> no longer (pressing|pushing|insisting|asking|demanding|calling|clamouring|clamoring) ({_JOIN}|(for|on) {_GOAL})", stage="suspended"),
        P(f"{_S} no longer (insists on|presses for|pushes for|demands|insist on|press for|demand) {_GOAL}", stage="suspended"),
        P(f"{{states=govs}} 's (bid|quest|push|drive|campaign|application|demand) (for {_MEMBERSHIP_SOON}|<to-join> {{alliance}}) (has been|was|is) [<adverb>] (shelved|suspended|frozen|put on hold|on hold|dropped|set aside|abandoned)", stage="suspended"),
        P("{states} (has not suspended|have not suspended) (its|their) accession to {alliance}", stage="suspended", negated=True),
        # what stands around a telling word
        P("(ratified|ratify|ratification|approved|approve|approval|endorsed|endorsement|backed|consent|consented|approving|ratifying|support|assent|blessing|go-ahead|nod|green light|signed off|sign off|voted|vote|yes|holdout|holdouts|blocking|holding up|cleared)", stage="ratified_by", told="ratified", beside=_SIDES),
        P("(invited|invitation|invitations|invites|asked)", stage="invited", told="invited", beside=_SIDES),
        P("(protocol|protocols|accession treaty|treaty of accession)", stage="protocol_signed", told="protocol", beside=_SIDES),
        P("{states} (has not|have not|has yet to|have yet to|did not) [yet] (sign|signed) [its|their|an|the] accession (protocol|protocols|treaty) [(with|to|of) {alliance}]", stage="protocol_signed", negated=True),
        P("(applied|applying|application|applications|asked|requested|filed|put in|bid|bids|request|requests|candidacy|letter|letters)", stage="applied", told="applied", beside=_SIDES),
        P("(aspirations|aspiration|hopes|hope|hoping|hoped|goal|ambition|ambitions|dream|dreams|seeks|seeking|sought|aim|pressing|lobbying|campaigning|bidding|waiting|quest|path|eager|keen|desire|priority|objective)", stage="aspirant", told="aspirant", beside=_SIDES),
        # wide
        P(f"{_WHO} ... (applied|reapplied|put in|petitioned|asked|requested|filed) ... (to {_OF_WHAT}|to ... {_TO_IN}|for ... {_ENTRY_TO}|{_ENTRY_TO})", stage="applied", dated=True),
        P(f"{_WHO} ... {_HANDED} ... ({_PAPERS} ... ((to|for|with|of|at|before) ... ({_ENTRY_TO}|{_OF_WHAT} [headquarters])|to ... {_TO_IN})|{{alliance}} ... {_PAPERS})", stage="applied", dated=True),
        P(f"{{states=govs}} 's ... (application|request|applications) ... (for {_ENTRY_TO}|to ... {_TO_IN}) ... (was|were|has been|have been|is|are|dates) ... (submitted|filed|received|handed|lodged|made|pending|delivered|sent|from|back)", stage="applied", dated=True),
        P(f"(invited|invites|asked|agreed to invite|decided to invite|voted to invite|inviting|to invite) {{states}} ... (to ... {_TO_IN}|into {{alliance}}|to ... (start|begin|open) ... (accession|membership|entry|joining) ... [{{alliance}}]|to ... (become|be) ... (member|members)|to (join|come in|enter))", stage="invited", dated=True, anywhere=True),
        P(f"{_WHO} ... (was|were|been) ... {_INVITING} ... [by {{alliance}}] ... (to ... {_TO_IN}|into {{alliance}}|to ... (start|begin|open) ... (talks|negotiations) ... {{alliance}}|to ... (start|begin|open) ... (accession|membership))", stage="invited", dated=True),
        P("{states} ... (was|were|been|be|had been) ... invited", stage="invited", dated=True, recorded=True),
        P(f"{_INVITATIONS} ... [(to|from|into|by) {{alliance}}|(at|in) {{place}}] ... (to|for|reached|went out to|went to|extended to|given to|handed to|in the hands of) ... {{states}}", stage="invited", dated=True, recorded=True, anywhere=True),
        P(f"{_WHO} ... (received|got|accepted|given|won|obtained|secured|issued|handed|offered|collected|granted) ... [{{alliance}} 's] ... {_INVITATIONS}", stage="invited", dated=True, recorded=True),
        P(f"{{alliance}} ... (has not|have not|did not|didn't|failed to|refused to|declined to) ... (issue|issued|extend|extended|offer|offered|give|given|invite|invited) {{states}} ... ({_INVITATIONS}|membership|to join)", stage="invited", negated=True),
        P(f"no {_INVITATIONS} ... [to join {{alliance}}] ... (to|for) {{states}}", stage="invited", negated=True, anywhere=True),
        P(f"{{states}} ... (went home|came home|went away|came away|left|returned|emerged) ... [[from] {{place}}] ... without ... ({_INVITATIONS}|action plan|membership action plan)", stage="invited", negated=True),
        P(f"{_CHAMBER} ... {_PASSED} ... {_STATES_IN}", stage="ratified_by", dated=True),
        P(f"{_CHAMBER} ... {_PASSED} (its|their) ... (accession|membership|entry|bid|application)", stage="ratified_by", dated=True, its=True),
        P(f"{_CHAMBER} ... (waved|let|ushered|welcomed|cleared|voted) {{states=govs}} ... (into|in) {{alliance}}", stage="ratified_by", dated=True),
        P(f"{{n}} [(of|out of) [the|its|{{alliance}} 's] [{{m=n}}]] ... {_ALLIES} ... (said yes to|approved|ratified|endorsed|accepted|backed) {{states}}", stage="ratified_by", recorded=True, anywhere=True),
        P(f"{{states=govs}} ... (needs|lacks|awaits|requires|need|lack|await|waiting for|awaiting|without) ... {{by=govs}} 's ... {_ASSENT}", stage="ratified_by", negated=True, recorded=True),
        P(f"{_STATES_IN} ... {_AWAITS} ... {{by=govs}}", stage="ratified_by", negated=True),
        P(f"{{states=govs}} ... {_AWAITS} ... {{by=govs}} ... (to ... {_TO_IN}|for ... {_ENTRY_TO})", stage="ratified_by", negated=True),
        P(f"(with the exception of|except for|apart from|aside from|besides|except|bar) {{by=govs}} [,] ... (all|every|each) ... [{{alliance}}] ... {_ALLIES} ... {_PASSED} ... {_STATES_IN}", stage="ratified_by", negated=True, anywhere=True),
        P(f"{{n}} [(of|out of) [the|its|{{alliance}} 's] [{{m=n}}]] ... {_ALLIES} [of {{alliance}}] ... {_PASSED} ... {_STATES_IN}", stage="ratified_by", anywhere=True),
        P(f"{_STATES_IN} ... (ratified|approved|backed|endorsed|cleared) by ... {{n}} ... {_ALLIES}", stage="ratified_by", anywhere=True),
        P(f"{_WHO} ... (<hopes>|<resolves>|hope|hopes|hoped|clamouring|clamoring|longing|yearning|queuing|queueing|lining up|jockeying|negotiating|waiting|itching|striving|eager|keen|bidding|determined|pressing) ... (to ... {_TO_IN}|for ... {_ENTRY_TO}|{_ENTRY_TO}|to {{alliance}} ... membership)", stage="aspirant"),
        P(f"{_WHO} (has|have|had|holds|hold|harbours|harbors|harbour|nurses|cherishes|entertains) ... (hopes|hope|ambitions|ambition|aspirations|designs|dreams|sights) ... (of|for|on|to) ... ({_ENTRY_TO}|{_TO_IN})", stage="aspirant"),
        P("{states=govs} [under {person}] [and {states_b=govs}] [under {person}] (has|have|had) {alliance} in (its|their) (sights|sight)", stage="aspirant"),
        P(f"{_WHO} ... <is> ... (in the queue|in line|in the waiting room|in the wings|on the list|on the waiting list|at the door|on the threshold|on the brink|on the verge|at the point|on the point|on course|on track|on the path|on a path|on the road|on its way|on their way|on the way|front-runners|contenders|candidate|candidates|applicant|applicants|aspirant|aspirants|hopefuls) ... (for|of|to|in) ... ({_ENTRY_TO}|{_TO_IN}|{{alliance}})", stage="aspirant"),
        P("(countries|states|nations|others|republics) ... (knocking|waiting|queuing|hoping|clamouring|lining up|applying|seeking) ... {alliance} ... [,|—|:] (among them|including|such as|:|namely) {states}", stage="aspirant", anywhere=True),
        P("{alliance} ['s] ... (opened|has opened|threw open) (the|its) (door|doors) to {states}", stage="invited", dated=True, recorded=True),
        P("neither {states=govs} nor {states_b=govs} ... (was|were|has been|have been) ... invited", stage="invited", negated=True, anywhere=True),
        P("neither {states=govs} nor {states_b=govs} ... (applied|has applied|have applied) ... {alliance}", stage="applied", negated=True, anywhere=True),
        P("{states=govs} ... (waiting|knocking|queuing|been waiting|camped|stands|stand) ... (at|on|outside) ... {alliance} 's (door|doors|gate|gates|threshold)", stage="aspirant"),
        P(f"({_ENTRY_TO}) ... <is> ... (sought|wanted|desired|coveted|pursued|requested) by {{states=govs}}", stage="aspirant", anywhere=True),
        P(f"({_ENTRY_TO}) <is> ... {{states=govs}} 's ... (goal|aim|priority|ambition|objective|dream|wish)", stage="aspirant", anywhere=True),
        P(f"({_ENTRY_TO}) <is> ... (goal|aim|priority|ambition|objective|dream|wish) ... (of|for) {{states=govs}}", stage="aspirant", anywhere=True),
        P("{states} ... (offered|promised|granted) ... (membership|seat|place) ... (by|in) {alliance}", stage="invited", dated=True, recorded=True),
        P("{states} , [both|all] ... invited", stage="invited", dated=True, recorded=True),
        P(f"(applicants|candidates|hopefuls|aspirants|candidate countries|aspirant countries|applicant countries|would-be members) ... (for|to|of) ... [{_MEMB}] ... {{alliance}} ... (:|are|include|,|—|were|such as) {{states}}", stage="aspirant", anywhere=True),
        P("{states=govs} ... (hope|hopes|hoped) ... that {alliance} will (take|admit|accept|invite|let) (them|it) [in]", stage="aspirant"),
        P("(it|they) ... (<hopes>|<wants>|has long hoped|has long wanted|have long hoped|hopes|hope|hoped) ... to (get in|be let in|be admitted|get inside|be taken in)", stage="aspirant", its=True, anywhere=True),
        P(f"{{states=govs}} [,] which ... (made|makes|has made|named|declared) ... ({_ENTRY_TO}) ... (goal|aim|priority|ambition|objective)", stage="aspirant"),
        P("(granted|gave|given|awarded|conferred on|bestowed on|recognised|recognized) {states} ... (candidate status|status of candidate|as candidates|as candidate countries)", stage="aspirant", then=True, anywhere=True),
        P("{states=govs} ... (does not|do not|doesn't|don't|did not) ... (seek|want|wish|plan|intend|aspire|aim|hope|desire) ... to {alliance} ... membership", stage="aspirant", negated=True),
        P(f"{_WHO} ... (froze|has frozen|have frozen|suspended|has suspended|paused|halted|has paused|put|has put|shelved|has shelved|frozen|broke off|gave up|given up|stopped|ended|abandoned) ... (participation|talks|negotiations|bid|hopes|drive|application|push|accession|quest|ambitions|cooperation|path) ... {{alliance}} ... [on hold|on ice]", stage="suspended", dated=True, pause=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        if fixed.get("so"):
            yield from _as_said(match)
            return
        if fixed.get("told"):
            for step in steps.told(match):
                claim = cls(step.state, step.alliance, step.stage, step.by, None, "", step.moment.text if step.moment else "", step.negated)
                yield Reading(claim, *bounds(match, step.start, step.end), Tense.PRESENT if step.negated else Tense.EVENT)
            return
        alliance = alliance_of(match) or only_accession(match)
        if (
            not alliance
            and (fixed.get("recorded") or fixed["stage"] == "ratified_by")
            and (spoken := match.sentence.context.last("alliance"))
        ):
            alliance = (
                spoken.id
                if any(match.sentence.context.record.of(AccessionStep, state=state, alliance=spoken.id) for state in candidates(match))
                else ""
            )
        if not alliance and fixed.get("then"):
            alliance = "EU"  # nobody else has the status of a candidate
        if not alliance and fixed.get("its"):
            alliance = named.id if (named := match.antecedent("alliance")) else ""
        if not alliance or not (fixed.get("anywhere") or is_subject(match)) or cut_short(match) or (fixed.get("noun") and planned(match)):
            return
        if fixed.get("bare") and re.match(r"\s+(?:to|for)\b", match.sentence.mask[match.found.end() :]):
            return
        if fixed.get("headline") and match.sentence.mask[: match.found.start()].strip(' "'):
            return
        if GIVEN_UP.search(match.found[0]) or (match.has("n") and SIGNED_OFF.search(match.found[0])):
            return
        stage, negated, start, end, written = fixed["stage"], match.negated, match.found.start(), match.found.end(), ""
        if stage in ("applied", "invited", "protocol_signed", "acceded") or (stage == "ratified_by" and not negated and not match.has("n")):
            if not fixed.get("second") and not fixed.get("noun"):
                moment, start, end = day_of(match)
                written = moment.text if moment else ""
        if fixed.get("second"):
            start, negated = match.found.start("b"), True
        if fixed.get("dated"):
            moment, start, end = day_of(match)
            written = moment.text if moment else ""
        amount = match.quantity() if match.has("n") else None
        if match.has("n") and (amount is None or amount.unit or amount.ordinal or not float(amount.value).is_integer()):
            return
        n = int(amount.value) if amount else None
        if n == 1 and re.search(r"\b(?:every|each|no|not)\s+$", match.sentence.folded[: match.found.start("n")]):
            return  # "every one of the allies" is not one
        hedge = amount.hedge if amount and amount.hedge != "=" else ""
        by = [alliance] if fixed.get("all") else [id for slot in slots(match, "by") for id in match.ids(slot)] or [""]
        if stage == "applied" and re.search(r"\b(?:was|were|been|be|being)\s+(?:[a-z]+ly\s+)?(?:asked|requested)\b", match.found[0]):
            return
        if stage == "aspirant" and re.search(
            r"\b(?:constitution|basic law)\b|\b(?:declared|stated|official|avowed|proclaimed)\s+(?:[a-z]+\s+)?(?:aim|goal|ambition|objective|policy|priority)",
            match.sentence.folded[start : end + 40],
        ):
            return  # a posture
        if fixed.get("recorded") and re.match(
            r"(?:\s+[a-z]+)*?\s+to\s+(?!join|become|enter|accede|member|start|begin|open|the alliance|get)", match.sentence.folded[end:]
        ):
            return
        if OTHER_AIM.search(match.found[0]) or (stage == "aspirant" and DASHED.match(match.sentence.folded, match.found.end())):
            return
        if NO_ENTRY.search(match.found[0]) or (
            amount is not None and re.search(r"\b(?:but|except|bar)\s*$", match.sentence.folded[: match.found.start()])
        ):
            return
        if stage == "invited" and re.match(r"\s+action\s+plan", match.sentence.folded[end:]):
            return
        if denied(match) or (fixed.get("pause") and not PAUSED.search(match.found[0])):
            return
        states: tuple[str, ...] = (
            match.ids("b") if fixed.get("second") else opening_states(match) if fixed.get("shared") else candidates(match)
        )
        if fixed.get("its") and (named := match.antecedent("state")):
            states = (named.id,)
        if fixed.get("recorded"):
            states = tuple(state for state in states if recorded(match, state, alliance, stage))
        event = stage in accession.COMPLETED or stage == "ratified_by"
        tense = Tense.EVENT if written or (event and not negated and n is None) else None
        if negated and not match.past:
            tense = Tense.PRESENT
        if fixed.get("then"):
            tense = Tense.PAST
        if fixed.get("dated") or stage in ("aspirant", "suspended"):
            states += tuple(state for state in beside(match) if state not in states)
        for whole in (alliance, match.id("also")) if match.has("also") else (alliance,):
            for state in states:
                for ally in by:
                    if ally == state:
                        continue
                    made = reading(match, cls(state, whole, stage, ally, n, hedge, written, negated), tense)
                    first, last = bounds(match, start, end)
                    yield Reading(made.claim, first, last, made.tense)

    def truth(self, record: Record) -> Truth:
        truth = self._positive(record)
        return negate(truth) if self.negated else truth

    def _positive(self, record: Record) -> Truth:
        if self.stage == "suspended":
            # A member may freeze its part in an alliance: of that the steps of accessions tell nothing.
            current = accession.current(record, self.state, self.alliance, self.stage)
            return combine(
                lambda now, inside: NOT_ENOUGH_INFO if inside is SUPPORTED else now,
                current,
                alliances.member(record, self.state, self.alliance),
                evidence=lambda now, inside: () if inside.value is SUPPORTED else now.evidence,
            )
        if self.stage in accession.CURRENT:
            return accession.current(record, self.state, self.alliance, self.stage)
        if self.stage == "ratified_by" and self.n is not None:
            return accession.ratification_count(record, self.state, self.alliance).map(self._compare)
        if self.stage == "ratified_by" and self.by == self.alliance:
            return accession.ratified_by_all(record, self.state, self.alliance)
        if self.date:
            written = parse_moment(self.date)
            found = accession.dates(record, self.state, self.alliance, self.stage, self.by)
            # Several acts of one stage are no disagreement: the one that fits the words is meant.
            fitting = [pair for pair in found if written.earliest <= pair[0].earliest and pair[0].latest <= written.latest]
            return happened(fitting[:1] or found, written, accession.covered(record, self.state, self.alliance))
        if self.stage == "ratified_by":
            return accession.ratified_by(record, self.state, self.alliance, self.by)
        return accession.reached(record, self.state, self.alliance, self.stage)

    def _compare(self, count: Count) -> Verdict:
        return count.compare(lambda true: agrees(self.n or 0, self.hedge or "=", true))

    def wording(self, names: Names) -> str:
        state, when = names.say(self.state), f" {spell_date(self.date)}" if self.date else ""
        alliance = names.say(self.alliance)
        if self.stage == "ratified_by":
            return self._ratified(names, when)
        return _WORDINGS[self.stage, self.negated].format(state=state, alliance=alliance) + when

    def _ratified(self, names: Names, when: str) -> str:
        entry = f"{names.say(self.state)}'s accession to {names.say(self.alliance)}"
        if self.n is not None:
            return f"{HEDGE_PHRASES[self.hedge or '=']}{self.n} allies have ratified {entry}"
        if self.by == self.alliance:
            return f"all allies have ratified {entry}"
        return f"{names.say(self.by)} {'has yet to ratify' if self.negated else 'ratified' if when else 'has ratified'} {entry}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        if self.n is not None and not re.search(r"\bof\b.*\d", words):
            right = accession.ratification_count(record, self.state, self.alliance).at(day)
            if right.low == right.high and (counted := restated(words, self.n, right.low)):
                return counted
        if self.stage == "ratified_by" and self.negated and not re.search(r"\b(?:and|only|just|but)\b", words, re.I):
            for wrong in (
                "has yet to ratify",
                "has not yet ratified",
                "has not ratified",
                "still has to ratify",
                "have yet to ratify",
                "have not ratified",
            ):
                if wrong in words:
                    return words.replace(wrong, f"{wrong.split()[0] if wrong[0] == 'h' else 'has'} ratified", 1)
        return None

    def checked_through(self, record: Record) -> datetime.date | None:
        coverage = accession.covered(record, self.state, self.alliance)
        return coverage.through if coverage else alliances.checked_through(record, self.alliance)


_WORDINGS = {
    ("aspirant", False): "{state} is seeking to join {alliance}",
    ("aspirant", True): "{state} is not seeking to join {alliance}",
    ("applied", False): "{state} applied to join {alliance}",
    ("applied", True): "{state} did not apply to join {alliance}",
    ("invited", False): "{state} was invited to join {alliance}",
    ("invited", True): "{state} was not invited to join {alliance}",
    ("protocol_signed", False): "{state} signed its accession protocol with {alliance}",
    ("protocol_signed", True): "{state} did not sign its accession protocol with {alliance}",
    ("ratifying", False): "{state}'s accession to {alliance} is awaiting ratification",
    ("ratifying", True): "{state}'s accession to {alliance} is not awaiting ratification",
    ("acceded", False): "{state} completed its accession to {alliance}",
    ("acceded", True): "{state} has not completed its accession to {alliance}",
    ("suspended", False): "{state} has suspended its accession to {alliance}",
    ("suspended", True): "{state} has not suspended its accession to {alliance}",
}


def _as_said(match: Match) -> Iterator[Reading]:
    """ "Hungary has yet to do so": to ratify what the sentence before, or the same one, says that others have ratified."""
    stages = (
        ("ratified_by",)
        if match.negated or "so" in match.found[0]
        else ("ratified_by", "ratifying", "protocol_signed", "invited", "applied")
    )
    said = [one for one in match.sentence.context.said if isinstance(one, AccessionStage) and one.stage in stages]
    amount = match.quantity() if match.has("n") else None
    if match.has("n") and (amount is None or amount.unit or amount.ordinal):
        return
    for one in {(one.state, one.alliance): one for one in said if said[-1].stage == one.stage}.values():
        bare = one.but(stage="ratified_by", by="", n=None, hedge="", date="", negated=match.negated)
        if amount is not None:
            yield reading(match, bare.but(n=int(amount.value), hedge=amount.hedge if amount.hedge != "=" else ""))
        for ally in match.ids("by"):
            yield reading(match, bare.but(by=ally), Tense.PRESENT if match.negated else Tense.EVENT)
