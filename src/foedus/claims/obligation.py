"""``obligation``: what a treaty's article binds its parties to, and how often and when it was invoked."""

from __future__ import annotations

import datetime  # the class has a field called "date"
import re
from collections.abc import Iterator
from typing import Any, ClassVar

from foedus import treaty as treaties
from foedus.claims import pacts
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.claims.clauses import bounds, date_of, slots
from foedus.dates import parse_moment
from foedus.facts import Article
from foedus.language.names import Mention, Names
from foedus.language.numbers import in_words
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.timeline import Timeline
from foedus.verdict import NOT_ENOUGH_INFO, Truth, all_of

_OF = "[of [the|its] {t=treaty}|of {alliance} 's [founding] (treaty|charter|pact)|of [the] {alliance} (treaty|charter|pact)|of (the|its) [founding|alliance's] (treaty|charter)|of {alliance}]"
_ARTICLE = f"(Article|Art.) {{art=n}} {_OF}"
_WHOSE = "[{alliance} 's|{alliance}|the alliance's|its|the treaty's]"
_MUTUAL = "<mutual>"
_CLAUSE = "(clause|provision|guarantee|commitment|pledge|article|principle|obligation|promise)"
_MEMBERS = "(members|allies|member states|member countries|member nations|countries|nations|states|signatories|parties|governments|member|ally|member state|signatory|party)"
_OF_NATO = f"([each|every|all] [of] [the] [{{m=n}}] {{alliance}} ['s] [{{n}}] [{_MEMBERS}]|[the|all|each|every] [{{n}}] {_MEMBERS} of {{alliance}})"
_ONCE = "[only|just|exactly|merely|but] [ever] (once|twice|{times=n} (times|time)|a single time|one time|on [only|just] {times=n} (occasion|occasions)|on [only|just] a single occasion)"
_FIRST = "for the first and [,] [so far|to date|until now] [,] only time"
_NINE = (
    "[,] [-] (after|following|in response to|in the wake of|in reaction to|because of|as a result of|over) [the] [terrorist|terror|al - Qaeda|deadly] "
    "(attacks (of|on) {nine=date}|{nine=date} attacks|{nine=date} terrorist attacks|{nine=date} terror attacks|{nine=date})"
)
_ONE = (
    "({one=n} [or (more|several)]|any [{one=n}]|any single|[just] a single|a|an|another|an individual) [of] [its|the|the alliance's|their] "
    "[NATO|alliance|of them|{x=alliance}|treaty|fellow|individual|{q=demonym}|EU] "
    "[member|ally|members|allies|member state|member country|member nation|member states|country|nation|state|party|partner|signatory|of its members|of the allies|of them|of the parties|of the members] "
    "[of {z=alliance}|to the treaty|of the alliance] [in (Europe [or|and] North America|{europe=region} or {america=region}|the (region|treaty area))]"
)
_ASSAULT = "[an] [armed] (attack|assault|aggression|strike|act of (aggression|war)|blow|military attack|hostile act)"
_ATTACK = f"{_ASSAULT} (on|against|upon) {_ONE}"
_IS = (
    "(is|was|would be|will be|shall be|should be|is to be|must be|are|constitutes|constitute|amounts to|means|counts as|equals|equates to|is tantamount to|is equivalent to|is the same as|"
    "will count as|would count as|shall constitute|is to count as|would mean|ranks as|triggers a response as if it were)"
)
_AS = "[automatically|legally] [considered|treated|regarded|seen|viewed|deemed|also|held|understood|interpreted|perceived|construed|taken|judged|looked (on|upon)|met|answered] [as [if it were]|to be|like]"
_EVERYONE = (
    "(all|them all|all of them|everyone|every member|every ally|every {every=n} of (them|its members|the allies|the members)|every other|each of them|all members|all allies|all of its members|all the others|the others|all the allies|the whole alliance|"
    "the entire alliance|the alliance as a whole|all {k=n}|{y=alliance}|all of {y2=alliance}|the rest|every (country|nation|state|signatory|party)|all [of] the {q2=demonym} (states|countries|republics)|all (signatories|parties|partners|of its allies|the members|the parties|countries|states|nations)|each member|each of its members) [members|allies|of them|member states|countries|states|nations]"
)
_ALL = f"({_ASSAULT} (on|against|upon) {_EVERYONE}|[an] attack on the whole)"
_WHEN = "[(when|if|whenever) ~ (threatened|security|threat)]"
_DEFEND = (
    "<defends> <each-one>|<defends> any {d=alliance} (member|ally)|come to (each other|one another|each other's|one another's) ['s] (defense|defence|aid|assistance|rescue|help)"
    f"|(treat|regard|view|see|consider) {_ATTACK} [as|to be] {_ALL}"
)
_DEFENDING = (
    "(defending|protecting|assisting|aiding|helping|helping to defend|helping defend|standing by) (each other|one another|any member|any ally|every member|fellow members|an attacked member)"
    "|coming to (each other|one another|each other's|one another's) ['s] (defense|defence|aid|assistance|rescue|help)|[the] {mutual}"
    f"|(treating|regarding|viewing|seeing|considering) {_ATTACK} [as|to be] {_ALL}"
).replace("{mutual}", _MUTUAL)
_SAYS = (
    "(states|says|provides|stipulates|declares|holds|specifies|lays down|proclaims|affirms|establishes|sets out|maintains|makes clear|stating|saying|stipulating|declaring|providing|dictates|asserts|"
    "guarantees|spells out|decrees|prescribes|means|notes|makes it clear|commits members to the idea|commits allies to the principle|enshrines the (principle|idea|notion))"
)
_UNITED = "(united|bound|tied|linked|joined|protected|covered|held|knit)"
_BINDS = "(ties|binds|links|unites|holds|joins|covers|protects|obliges|commits|bind|tie|binding|uniting|linking|tying)"
_MOMENT = "[[,] [on|in] {date}]"
_BY_WHOM = "({who=govs}|[the] North Atlantic Council|{who=alliance} 's [{k=n}] (allies|members|member states|ambassadors|council|governing body|leaders|governments|envoys)|{who=alliance} [allies|members|countries|member states|ambassadors]|[the|{k=n}] [eastern|European] (allies|ally|members|member states|countries|ambassadors) [of {who=alliance}]|{k=n} {who=alliance} (allies|members|countries|member states))"


# Wide forms: what stands between ("...") may be anything that does not turn the clause.
_HIT = "(attack|attacks|aggression|assault|strike|blow|act of aggression|act of war) (on|against|upon|of)"
_EQUALS = "(is|are|was|would be|will be|shall be|should be|counts|would count|constitutes|means|amounts to|be|being|as|equals|must be|were|has to be|will count|is to be)"
_PARTY = "({u=n}|each|both|every|member|members|ally|allies|nation|country|countries|state|states|party|parties|them|signatory|signatories|partner|either|any)"
_STRUCK = "(attacked|attack|victim|aggression|invaded|invasion|struck|assaulted)"
_AID = "(aid|help|assist|assistance|defend|defence|defense|rescue|respond|support|side|fight)"
_MUST = (
    "(must|owe|owes|has to|have to|are to|is to|shall|will|would|are supposed to|are obliged to|are bound to|are obligated to|are required to|is obliged to|is bound to|is required to|undertake|undertakes|pledge|pledges|promise|promises|promised|"
    "pledged|agree|agreed|undertook|are pledged to|are committed to|are sworn to|commit themselves|are expected to|come|comes|swear|swore|vow|vowed|obliges|requires|commits|binds|oblige|require|commit|bind)"
)
_TEXT = "({treaty}|{alliance}|treaty|pact|agreement|accord|charter|clause|article|provision|covenant|alliance|document|guarantee)"
_GIVE = f"(<defends>|(come|coming|spring|rush|go) ... to ... {_AID}|(give|provide|lend|render|offer|extend|send) ... {_AID}|{_AID}|mutual (defence|defense|aid|assistance|help)|<mutual>)"


class Obligation(Claim):
    """*article* of *treaty* obliges to *content*; was invoked so many times, or on a *date*. Without *article*, the treaty as a whole."""

    kind: ClassVar[str] = "obligation"
    treaty: str
    article: str = ""
    content: str = ""
    times_invoked: int | None = None
    date: str = ""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # content: defense
        P(f"(under|in|per|by) {_WHOSE} {_ARTICLE} [,] {_ATTACK} {_IS} {_AS} {_ALL}", content="defense"),
        P(f"(considers|considered|treats|treat|consider|regards|regard|sees|declares|considering|treating) {_ATTACK} [as|to be] {_ALL}", content="defense"),
        P(f"{_OF_NATO} (are|is) {_UNITED} [together] by [a|the|its] ({_MUTUAL} <treaty-word>|<treaty-word> of (mutual|collective) <defense>)", content="defense"),
        P("{treaty} (is|was|remains) [<adverb>] [a|an] <mutual> (treaty|pact|agreement)", content="defense"),
        P(f"[a|the] (treaty|pact|promise|pledge) of (mutual|collective) <defense> [that|which] {_BINDS} {_OF_NATO} [together]", content="defense"),
        P(f"{_MUTUAL} <treaty-word> [that|which] {_BINDS} {_OF_NATO} [together|to one another|to each other]", content="defense"),
        P(f"{{alliance}} [,] [which] (is|was|rests|depends|relies) [built|based|founded|grounded|rooted] (on|upon|around|in) [a|the|its] [principle of|promise of|idea of|concept of|pledge of|commitment to|treaty of] {_MUTUAL} [<treaty-word>]", content="defense"),
        P(f"at the (heart|core|centre|center) of {{alliance}} (is|lies|stands) [a|the|its] [principle of|promise of|idea of|concept of|pledge of|commitment to|treaty of] {_MUTUAL} [<treaty-word>]", content="defense"),
        P(f"{{alliance}} 's [core|famous|vaunted|cherished|own] [{_ARTICLE}] {_MUTUAL} {_CLAUSE} [,] [known as] [{_ARTICLE}]", content="defense", supposed=True),
        P(f"[principle of] {_MUTUAL} [{_CLAUSE}] [,] [which|that] [is|was] (set down|enshrined|laid down|set out|contained|anchored|codified|embodied|spelled out|written|outlined|established) (in|into|by) {_WHOSE} {_ARTICLE} [, <obliges> {_OF_NATO} to ({_DEFEND})]", content="defense"),
        P(f"{_OF_NATO} [are|is|has|have] [<adverb>] [a|an|in essence] [treaty -|treaty-bound|legally] (<bound>|treaty-bound|mutually bound) [by (treaty|law)|in a treaty|in writing] [to|that they will] [the|a] [principle of] ({_DEFEND}|{_MUTUAL})", content="defense"),
        P(f"(treaty|pact|article) [under|by|in|through] which [its|the|all] [{_MEMBERS}] [<bound>] [to] ({_DEFEND})", content="defense"),
        P(f"{_WHOSE} {_ARTICLE} [,] [which|that] [famously|clearly|also|in turn] {_SAYS} [that|:|,] {_ATTACK} [,] {_IS} {_AS} {_ALL}", content="defense"),
        P(f"{_ATTACK} [~] {_IS} {_AS} {_ALL}", content="defense"),
        P(f"(to (attack|strike|hit) {_ONE} (is|means) to (attack|strike|hit) {_EVERYONE}|(attacking|striking|hitting) {_ONE} (means|is|amounts to) (attacking|striking|hitting) {_EVERYONE})", content="defense"),
        P(f"{_OF_NATO} [are|is|has|have] [<adverb>] (committed|sworn|pledged|bound|dedicated|obligated) to ({_DEFENDING})", content="defense"),
        P(f"{_WHOSE} {_ARTICLE} [,] [which] (is|forms|remains|constitutes|was|represents) [widely seen as|considered] [the|a] [very] (cornerstone|bedrock|heart|foundation|core|basis|linchpin|backbone|keystone|essence) of {_WHOSE} {_MUTUAL} [{_CLAUSE}|system|commitments]", content="defense"),
        # content: consultation
        P(f"{_WHOSE} {_ARTICLE} [,] [which|that] (provides for|allows for|calls for|foresees|deals with|covers|requires|is about|prescribes|concerns|governs) [joint|urgent|emergency|immediate|mutual] (consultation|consultations) {_WHEN}", content="consultation"),
        P(f"{_WHOSE} {_ARTICLE} [,] [which|that] (allows|lets|entitles|enables|permits) [any|a|every|an|its|the|all] [{{alliance}}] {_MEMBERS} [to] (request|call for|demand|seek|ask for|call|convene|trigger|bring ~ ~ for|hold) [a] [joint|urgent|emergency] (consultation|consultations|discussion) {_WHEN}", content="consultation"),
        P(f"(under|in) {_WHOSE} {_ARTICLE} [,] [the|all|any|{{alliance}}] [{_MEMBERS}] (can|may|will|must|shall|are to|agree to) (consult|request consultations|call for consultations|ask for consultations|consult together|demand consultations) {_WHEN}", content="consultation"),
        P(f"({{treaty}}|{{alliance}}) [,] [which] (binds|bound|commits|committed|obliges|obliged|requires|required) {{members=states}} to consult [together|each other|one another] {_WHEN}", content="consultation"),
        # wide
        P(f"{_HIT} ... [{{x=states}} [or {{y=state}}]] ... [{{z=alliance}}] ... {_EQUALS} ... {_AS} ... {_HIT} ... (all|both|each|everyone|every|itself|themselves|the whole|the entire|the other|the others|the rest|the alliance|all of them|any|the two|{{c=alliance}})", content="defense", wide=True, supposed=True),
        P(f"(treat|treats|consider|considers|considered|regard|regards|view|views|see|sees|treating|considering|regarding|deem|deems) ... {_HIT} ... ({{u=n}}|any|either|a|an|another|each|its|the other|fellow|{{x=states}}) ... {_HIT} ... (all|both|each|everyone|every|itself|themselves|the whole|the entire|them|the other|the others|the rest|the alliance|its own|their own|any)", content="defense", wide=True, supposed=True),
        P("(whoever|anyone who|he who|who attacks|any state that|a country that|any aggressor who) [attacks|strikes] ... ({u=n}|any|either|a|an) ... (attacks|attacked|attack|takes on|faces|strikes|fight) ... (all|them all|everyone|the others|both|the rest)", content="defense", wide=True),
        P(f"(if|when|whenever|should|in case|in the event|were) ... ([{{z=alliance}}] ... {_PARTY}|{{x=states}} [or {{y=state}}]) ... [(is|are|comes|come|falls|fall|suffers|be|were|becomes) ...] {_STRUCK} ... [,] ... (others|other|rest|all|members|allies|each|every|it|they|parties|ally|{{n}}|treaty|pact) ... {_MUST} ... {_GIVE}", content="defense", wide=True),
        P(f"{_TEXT} [(between|with) {{q=govs}}] ... [,] [which|that] ... (obliges|commits|requires|binds|obligates|obliged|committed|required|bound|commit|oblige|bind|committing|obliging|calls for|provides for|promises|mandates|pledges|stipulates|lays down that|says that|declares that) ... {_PARTY} ... {_GIVE} ... ({_STRUCK}|each other|one another|any|either|the other|others|another|party|member)", content="defense", wide=True),
        P(f"{_TEXT} [(between|with) {{q=govs}}] ... [that|which] (calls|provides|provided|called) for ... (mutual|military|immediate) (help|aid|assistance|defence|defense|support)", content="defense", wide=True),
        P(f"[{{z=alliance}}] ... (members|allies|parties|signatories|member states|states|countries|partners|nations) ... {_MUST} [to] ... (<defends>|come|give|provide|lend|render|act|respond|help|aid|assistance) ... (each other|one another|any member|any ally|any of them|attacked|attack|a member|the victim|any other|any party|the others|any state)", content="defense", wide=True),
        P(f"{_HIT} ... ({{u=n}}|member|ally|party|any|them) ... (obliges|requires|commits|binds|triggers|compels) ... (other|others|all|members|allies|rest) ... (to|the) ... {_GIVE}", content="defense", wide=True),
        P("<mutual> (is|lies|stands|remains|forms|has been) ... (heart|core|cornerstone|bedrock|foundation|essence|basis|purpose|backbone|raison|task|principle|centre|center) ... of {alliance}", content="defense"),
        P(f"{{alliance}} (has|contains|includes|offers|got) ... {_MUTUAL} {_CLAUSE}", content="defense"),
        P(f"(under|in|by|through) ... {_ARTICLE} ... [,] ... (members|allies|parties|each|every|the|states|{{z=alliance}}) ... {_MUST} ... {_GIVE}", content="defense"),
        P(f"(any|every|each|a) ... [{{z=alliance}}] ... (ally|member|state|country|party|allies) [that ~] (can|may) ... (consult|consultations|talks|consultation) ... (under|in|by invoking) ... {_ARTICLE}", content="consultation"),
        P("(each|every|each of the|both) ... (party|parties|signatory|side|of them) ... (act|respond) to meet the common danger", content="defense", wide=True, supposed=True),
        P(f"{_ARTICLE} ... [,] [(by|under|in|through|to) which|which|that] ... (undertake|pledge|promise|agree|obliges|commits|binds|requires|lays down|provides|stipulates|says|declares) ... {_GIVE}", content="defense"),
        P(f"[{_ARTICLE}|{_TEXT}] ... (members|allies|parties|signatories|each|countries|states|partners|three|any member|any ally|member) ... (must|are to|may|can|shall|undertake|agree|agreed|committed|pledge|have to|are obliged|will|to|undertook|promise) ... (consult|consultations|consultation|talks) ... (when|whenever|if|any|threat|threatened|threatens|threats)", content="consultation", wide=True),
        P(f"{_TEXT} ... (commits|obliges|requires|binds|calls on|committed|obliged) ... [{{x=states}}] ... to ... (consult|hold consultations) ... [when|whenever|if]", content="consultation", wide=True),
        P(f"{_BY_WHOM} ... (invoked|triggered|activated) ... ({{treaty}}|{{alliance}}) ... {_NINE}", nine=True),
        # how often
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (has been|was|had been|has) [only] [ever] [been] [only] <triggered> ({_ONCE}|{_FIRST}) [in {{its}} history|in {{h=alliance}} 's history|in the alliance's history]"),
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (has been|was|had been|has) [only] [ever] [been] [only] <triggered> ({_ONCE}|{_FIRST}) [,] (in|on) {{date}}"),
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (has been|was|had been|has) [only] [ever] [been] [only] <triggered> ({_ONCE}|{_FIRST}) [,] [-] (after|following|in response to) [the] [terrorist|terror] (attacks of {{nine=date}}|{{nine=date}} attacks|{{nine=date}} terrorist attacks|{{nine=date}})", nine=True),
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (has|had) never [yet|before] been <triggered>", never=True),
        P(f"({{alliance}}|{{treaty}}) 's {_MUTUAL} {_CLAUSE} (has|had) never [yet] been <triggered>", never=True),
        P(f"[{{alliance}} 's|the|its] {_MUTUAL} {_CLAUSE} (has been|was|had been|has) [only] [ever] [been] <triggered> {_ONCE}", clause=True),
        P(f"{_BY_WHOM} [has|had] [only] [ever] invoked {_WHOSE} {_ARTICLE} {_ONCE}", active=True),
        P(f"{_ONCE} [in its history|in {{h=alliance}} 's history] (has|have|had) {_BY_WHOM} <triggered> {_WHOSE} {_ARTICLE}"),
        P(f"{_ONCE} [in {{its}} history|in {{h=alliance}} 's history|in the alliance's history] (has|had) {_WHOSE} {_ARTICLE} [ever] been <triggered>"),
        P(f"(the|its) [first and] (only|sole|one|single) (time|occasion|instance|case) [on which|that|when|in which|where] [{{alliance}}|[the|its|any] {_MEMBERS}|the alliance|it] [has|have|had] [ever] [<triggered>] {_WHOSE} {_ARTICLE} [of the treaty] [(was|has been|has ever been|had been|had ever been|being) <triggered>]", times=1, told=True),
        P(f"(the|its) [first and] (only|sole) (invocation|activation|use|triggering) [so far|to date|ever] of {_WHOSE} {_ARTICLE}", times=1),
        P(f"{_ARTICLE} 's (only|sole|first and only) (invocation|activation|use)", times=1),
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (has|had) [only] [ever] (been put (into effect|to use|into practice|into action)|come into (play|effect|force)|been resorted to|been called on|seen use|been exercised|been applied) {_ONCE}"),
        # when
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (was|had been) [formally|first] <triggered> [for the first time] [ever|in its history] [by {{who=govs}}|by {{who2=alliance}}] {_NINE}", nine=True),
        P(f"{_BY_WHOM} {_MOMENT} [formally|first|also|has|have] (invoked|triggered|activated) {_WHOSE} {_MUTUAL} {_CLAUSE} [for the first time] {_MOMENT}", act=True, bare=True),
        P(f"{_BY_WHOM} {_MOMENT} [formally|first|also|has|have] (invoked|triggered|activated) {{treaty}} [for the first time] {_MOMENT}", act=True),
        P(f"({{treaty}}|{{alliance}}) 's {_MUTUAL} {_CLAUSE} (was|had been) [formally|first] <triggered> [for the first time] [by {{who=govs}}] {_MOMENT}", act=True, bare=True),
        P(f"{_BY_WHOM} {_MOMENT} (called|convened|requested|held|sought|demanded) [an|a] [emergency|urgent] {_WHOSE} {_ARTICLE} (meeting|session|talks|consultations|consultation) {_MOMENT}", act=True),
        P(f"{_BY_WHOM} {_MOMENT} [formally|first|also|jointly|has|have] (invoked|triggered|activated) {_WHOSE} {_ARTICLE} [for the first time] [ever|in its history] [,] [(after|following|in response to) ~] {_MOMENT}", act=True),
        P(f"{_WHOSE} {_ARTICLE} [,] [~] (was|had been) [formally|first] <triggered> [for the first time] [by {{who=govs}}|by {{who2=alliance}}] {_MOMENT} [by {{who3=govs}}]", act=True),
        P(f"{_BY_WHOM} {_MOMENT} (requested|called for|asked for|sought|demanded|has requested) [urgent|emergency] [{{n=alliance}}] (consultations|talks|a meeting) [with [its] allies] {_MOMENT} under {_WHOSE} {_ARTICLE} {_MOMENT}", act=True),
        P(f"{_BY_WHOM} {_MOMENT} (requested|called for|asked for|sought|demanded|has requested) {_WHOSE} {_ARTICLE} (consultations|talks) {_MOMENT}", act=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed = match.phrasing.fixed
        article = _number(match)
        if article is None or (article and _foreign(match)):
            return
        if not article and (fixed.get("content") or fixed.get("nearby") or fixed.get("clause")):
            article = _nearby_article(match)
        if fixed.get("whose") and match.antecedent("alliance", "treaty") is None:
            return
        if fixed.get("nearby") and not article:
            return
        if (fixed.get("wide") and not _of_states(match)) or (
            fixed.get("content") and _STRANGER.search(match.sentence.folded, match.found.start(), match.found.end() + 12)
        ):
            return
        treaty = _treaty(match, article)
        if not treaty or (fixed.get("never") and _QUALIFIED.match(match.sentence.mask[match.found.end() :])):
            return
        when, first, last = date_of(match) if fixed.get("act") else (match.date(), *match.found.span())
        written = when.text if when else ""
        if fixed.get("nine"):
            attack = next((match.date(slot) for slot in slots(match, "nine")), None)
            if attack is None or attack.text[5:] not in ("09-11", "09"):
                return
            written = "2001-09"  # "the attacks of Sept. 11" are those of 2001, whatever year the page is of
        times = _times(match)
        if fixed.get("content"):
            past = re.search(r"\b(?:was|were)\b", match.found.group()) or (fixed.get("wide") and _BOUND_THEN.search(match.found.group()))
            yield reading(match, cls(treaty, article, str(fixed["content"])), Tense.PAST if past else Tense.PRESENT)
        elif times is not None:
            if times >= 0:
                yield reading(match, cls(treaty, article, times_invoked=times, date=written), Tense.PRESENT)
        elif written:
            aside = match.found.group().rfind(LETTERS["aside"])
            if aside > 0 and fixed.get("bare"):
                return  # "invoked the clause, Article 42.7, in November": the article's own phrasing reads it
            if aside > 0 and first == match.found.start():
                first += aside + 1  # what stands between the article and its invocation is a claim of its own
            start, end = bounds(match, first, last)
            yield reading(match, cls(treaty, article, date=written), Tense.EVENT).but(start=start, end=end)

    def args(self) -> dict[str, Any]:
        found = super().args()
        if self.article.isdigit():
            found["article"] = int(self.article)
        return found

    def resolved(self, record: Record, day: datetime.date) -> Obligation:
        """ "A mutual defence treaty" stands for the article that makes it one."""
        if not self.content or self.article:
            return self
        number = self._number(record)
        if number.startswith("("):
            return self  # the text is not published: what is said of it has no article
        return self.but(article=next((arabic for arabic, roman in _ROMAN.items() if roman == number), number))

    def _number(self, record: Record) -> str:
        """The article as the treaty numbers it ("4" may be its IV); where none is named, the only one with such an obligation."""
        if self.article:
            numbers = {article.number for article in record.of(Article, treaty=self.treaty)}
            roman = _ROMAN.get(self.article, "")
            return roman if roman in numbers and self.article not in numbers else self.article
        found = {article.number for article in treaties.articles(record, self.treaty, self.content or "defense")}
        return found.pop() if len(found) == 1 else ""

    def truth(self, record: Record) -> Truth:
        article = self._number(record)
        if self.date and self.times_invoked is None:
            return treaties.invoked(record, self.treaty, article, parse_moment(self.date))
        parts = [treaties.in_force(record, self.treaty)]
        if self.content:
            parts.append(treaties.obliges(record, self.treaty, article, self.content))
        if self.times_invoked is not None:
            parts.append(
                treaties.invoked_times(record, self.treaty, article, self.times_invoked) if article else Timeline.constant(NOT_ENOUGH_INFO)
            )
        if self.date:
            parts.append(treaties.invoked(record, self.treaty, article, parse_moment(self.date)))
        return all_of(parts)

    def wording(self, names: Names) -> str:
        if not self.article and self.content:
            return (
                f"the {names.say(self.treaty)} is a mutual defense treaty"
                if self.content == "defense"
                else f"the {names.say(self.treaty)} provides for {self.content}"
            )
        article = (
            f"Article {self.article} of the {names.say(self.treaty)}"
            if self.article
            else f"the {names.say(self.treaty)}'s mutual defense clause"
        )
        if self.content == "defense":
            return f"under {article}, an attack on one member is an attack on all"
        if self.content:
            return f"{article} provides for {self.content}"
        when = (
            f", {spell_date(self.date)}"
            if self.date and self.times_invoked is not None
            else f" {spell_date(self.date)}"
            if self.date
            else ""
        )
        if self.times_invoked is None:
            return f"{article} was invoked{when}"
        if self.times_invoked == 0:
            return f"{article} has never been invoked"
        return f"{article} has been invoked {_TIMES.get(self.times_invoked) or f'{self.times_invoked} times'}{when}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        article = self._number(record)
        if self.times_invoked is None or treaties.invocations_covered(record, self.treaty, article) is None:
            return None
        right = sum(event.since.latest <= day for event in treaties.invocations(record, self.treaty, article))
        said = _TIMES.get(right) or f"{in_words(right)} times"
        wrong = _TIMES.get(self.times_invoked) or f"{in_words(self.times_invoked)} times"
        for written in (wrong, f"{self.times_invoked} times"):
            if right and self.times_invoked and written in words:
                return words.replace(written, said, 1)
        if right and self.times_invoked == 0 and "never been invoked" in words:
            return words.replace("never been invoked", f"been invoked {said}", 1)
        return None

    def checked_through(self, record: Record) -> datetime.date | None:
        if self.times_invoked is None and not self.date:
            return None
        coverage = treaties.invocations_covered(record, self.treaty, self._number(record))
        return coverage.through if coverage else None


_TIMES = {1: "once", 2: "twice"}
_ROMAN = {str(n): numeral for n, numeral in enumerate(["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X"], 1)}
_QUALIFIED = re.compile(r"\s*,?\s*(?:before|until|since|against|outside|over|for|except|prior|by|in (?!its))\b", re.I)
_BOUND_THEN = re.compile(
    r"(?<!\bis)(?<!\bare)(?<!\bbe)(?<!\bhave)(?<!\bhas)(?<!\balso)(?<!ly)\s(?:obliged|committed|required|obligated|provided|stipulated)\b"
)
_STRANGER = re.compile(
    rf"\b(?:on|against|upon)\s+(?:{LETTERS['number']}|any|an?|another|a\s+single)\s+(?:(?:fellow|individual|single|small|european|american|arab|treaty|alliance)\s+)?(?!(?:of|or|is|was|are|member|members|ally|allies|state|states|country|countries|nation|nations|party|parties|signatory|partner|"
    r"other|single|more|would|should|shall|will|must|counts|means|as|another|and|both|treaty|european|american|arab|african|in|at|has|constitutes|amounts|equals|considered|automatically|becomes|must|to)\b)[a-z]+"
    r"|\b(?:journalis\w+|banks?|press|democracy|freedom|workers?|churches|doctors?|teachers?|women|police\w*|judges?|compan\w+|faith|religion|players?|savers|students?|schools?)\b"
)


def _of_states(match: Match) -> bool:
    """Whether those who are attacked are states: not "one journalist", "the bank"; and nothing before makes it a question."""
    mask = match.sentence.folded
    before = mask[: match.found.start()]
    return not _STRANGER.search(match.found[0]) and not re.search(
        r"\b(?:whether|if|unless|why|would|could|might|may|not|never|wants?|hop\w+|propos\w+|doubt\w*)\b[^.;:,]*$", before
    )


def _of_two(match: Match) -> str:
    """The treaty of mutual defence between the only two states that the sentence names, when it names no other treaty or alliance."""
    sentence = match.sentence
    if any(
        isinstance(item.what, Mention) and item.what.type in ("alliance", "treaty") and item.what.meanings[0].use != "anaphor"
        for item in sentence.items
    ):
        return ""
    states = tuple(
        dict.fromkeys(
            (
                *pacts.side_states(sentence, sentence.items),
                *(item.what.id for item in sentence.items if isinstance(item.what, Mention) and item.letter == LETTERS["demonym"]),
            )
        )
    )
    return pacts.defensive(sentence.context.record, states, sentence.context.published) if len(states) == 2 else ""


_NEARBY = re.compile(rf"\bArticle\s+({LETTERS['number']})", re.I)
_ELSEWHERE = re.compile(
    rf"\bArticle\s+{LETTERS['number']}\s+of\s+(?:the\s+|its\s+|their\s+|a\s+|an\s+)?+(?![{LETTERS['treaty']}{LETTERS['alliance']}]|founding|alliance|treaty|charter|pact)", re.I
)  # fmt: skip


_OTHER_TEXT = re.compile(
    r"\b(?:constitution\w*|lease|contract|statutes?|bylaws|convention|covenant|code|protocol|law|decree|accords?|agreement|rules|declaration|regulation)\b",
    re.I,
)


def _number(match: Match) -> str | None:
    """The article's number, ``""`` if none is named; ``None`` if what stands there is no number of an article."""
    if not match.has("art"):
        second = next((name for name in ("art_2", "art_3") if match.has(name)), None)
        return _spelled(match, second) if second else ""
    return _spelled(match, "art")


def _spelled(match: Match, slot: str) -> str | None:
    quantity = match.quantity(slot)
    if quantity is None or quantity.unit or quantity.ordinal:
        return None
    return f"{quantity.value:g}"


def _nearby_article(match: Match) -> str:
    """The article that the sentence names nearest to an obligation: "Article 5, under which an attack on one …"."""
    mask, start = match.sentence.mask, match.found.start()
    found = [item for item in _NEARBY.finditer(mask) if not _ELSEWHERE.match(mask, item.start())]
    if not found:
        aside = re.search(r"\bArticle\s+(\d+(?:\.\d+)?)\b", match.sentence.text) if LETTERS["aside"] in mask else None
        return aside[1] if aside else ""
    nearest = min(found, key=lambda item: abs(item.start() - start))
    item = next(item for item in match.sentence.items if item.at == nearest.start(1))
    value = getattr(item.what, "value", None)
    return f"{value:g}" if value is not None else ""


def _foreign(match: Match) -> bool:
    """Whether the article is one of something else: a lease, a constitution, a club's rules."""
    return bool(_ELSEWHERE.search(match.sentence.mask, match.found.start())) and not match.has("t")


def _treaty(match: Match, article: str) -> str:
    """The treaty that is named, or that of the alliance that is; nearest before the match first, then after it."""
    own = match.sentence.context.names.treaty_of
    for slot in (
        "treaty",
        "t",
        "t_2",
        "t_3",
        "alliance",
        "alliance_2",
        "alliance_3",
        "z",
        "b",
        "c",
        "d",
        "x",
        "y",
        "z",
        "h",
        "who",
        "who_2",
        "who_3",
        "who_4",
        "who2",
    ):
        for name in match.names(slot):
            if name.type == "treaty":
                return name.id
            if name.type == "alliance" and name.id in own:
                return own[name.id]
    pair = _of_two(match)
    if pair:
        return pair
    named = match.antecedent("alliance", "treaty")
    if named is None:
        later = (item.what.meanings[0] for item in match.sentence.items if item.at >= match.found.end() and isinstance(item.what, Mention))
        named = next((name for name in later if name.type in ("alliance", "treaty")), None)
    if named is not None:
        return named.id if named.type == "treaty" else own.get(named.id, "")
    if (match.phrasing.fixed.get("clause") or match.phrasing.fixed.get("wide")) and (only := match.sentence.context.only_alliance):
        return own.get(only.id, "")
    # In English prose "Article 5" that is "invoked", with nothing else named, is NATO's.
    return own.get("NATO", "") if article in ("4", "5") and not _OTHER_TEXT.search(match.sentence.mask) else ""


def _times(match: Match) -> int | None:
    """How often: ``None`` where the words do not say, -1 where they say it too loosely."""
    fixed = match.phrasing.fixed
    if fixed.get("never"):
        return 0
    if fixed.get("times"):
        return int(fixed["times"])
    quantity = next((match.quantity(slot) for slot in slots(match, "times")), None)
    if quantity is not None:
        return int(quantity.value) if quantity.hedge == "=" and not quantity.unit else -1
    text = match.found.group().lower()
    words = {"once": 1, "twice": 2, "a single time": 1, "one time": 1, "only time": 1}
    return next((n for word, n in words.items() if re.search(rf"\b{word}\b", text)), None)
