"""``office``: a person holds an office of a state or an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from typing import ClassVar

from foedus import office as offices
from foedus.claims.claim import Claim, Reading, Tense, reading
from foedus.claims.clauses import date_of, slots
from foedus.dates import Moment, on
from foedus.facts import Office as Spell
from foedus.language.calendar import Dated
from foedus.language.lazily import lazily
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, negate

_MINISTRY = (
    "[foreign ministry|foreign office|defense ministry|defence ministry|state department|presidential|government|military|army|current|"
    "chief|top|longtime]"
)
_CHIEF = "(chief|boss|head|leader|top official|top civilian|civilian head|civilian leader|top civil servant)"
_SORT = (
    "nationalist|wartime|authoritarian|long-time|veteran|right-wing|left-wing|center-right|centre-right|center-left|centre-left|conservative|hawkish|pro-Western|pro-Russian|pro-European|embattled|"
    "hardline|populist|leftist|centrist|social democratic|outgoing|current|incumbent|sitting|powerful|reformist|liberal|young|pugnacious|pragmatic|autocratic|combative|long-serving|affable|"
    "mercurial|bespectacled|charismatic|civilian|pro-Ukrainian|outspoken|blunt|chief|top|first|first female|first woman|female|re-elected|newly re-elected|longest-serving|youngest|popular|pro-EU|"
    "pro-NATO|Eurosceptic|nationalist-conservative|centre-left|Social Democratic|Conservative|federal|military|respected|caretaker|influential|controversial|long"
)
_NEW = "(new|newly elected|newly appointed|newly installed|newly inaugurated|recently appointed|recently elected)"
_RANK = "[Gen.|General|Adm.|Admiral|Lord|Sir|Dame|Dr.|Mr.|Mr|Mrs.|Ms.|Lt. Gen.|Marshal|Field Marshal|Baroness]"
_CURRENT = "(new|newly elected|newly appointed|current|present|incumbent|sitting|serving|first|first female|first woman|youngest|youngest-ever|longest-serving)"
_WHAT = (
    "([the|a] ["
    + _CURRENT
    + "] {org} ['s] [{nth=n}] ["
    + _SORT
    + "|"
    + _CURRENT
    + "] {title}|[the] ["
    + _CURRENT
    + "|{kth=n}] {title} of {org}|[the] [alliance's|bloc's|organization's] [{mth=n}] {title})"
)
_PLAIN = "([the|a] [" + _CURRENT + "] {org} ['s] [" + _CURRENT + "] {title}|[the] [" + _CURRENT + "] {title} of {org})"
_WHEN = "[(on|in|since|from|late in|early in|in early|in late) {date}|last {date}|{date}]"
_CAME = (
    "((left|quit|gave up|returned from|came from|defeated|beat|stood down) ... to become|became|has become|becoming|had become|was sworn in as|being sworn in as|was inaugurated as|was installed as|took office as|took over as|has taken over as|took up the post of|takes up (his|her) (duties|post|job|office|role) as|took up (his|her) (duties|job|role) as|takes office as|takes over as|took up office as|took up his post as|"
    "took up her post as|started as|began [his|her] [{t=n}] [term|tenure|stint] as|assumed office as|assumed the office of|assumed the role of|returned as|returned to power as|became once again)"
)
_SERVED = "(served as|has served as|had served as|has been serving as|was serving as|had been|used to be|spent {years=n} years as|served {terms=n} terms as|worked as|acted as)"
_CHOSEN = "(was elected|was re-elected|was reelected|was elected as|was appointed|was appointed as|was named|was named as|was chosen as|was picked as|was selected as|was confirmed as|was made|has been appointed|has been elected|has been named|won election as)"
_SUCCEEDED = "(succeeds|succeeded|has succeeded|replaced|has replaced|took over from|has taken over from|followed|came after|having succeeded|having replaced|succeeding|replacing|taking over from|inherited the job from|took the reins from)"
_QUIT = "(resigned as|stood down as|retired as|quit as|stepped down as|left office as|ceased to be|has stepped down as|bowed out as|gave up the post of|left the post of|ended [his|her] [term|tenure] as|finished [his|her] term as|was ousted as|was voted out as|lost office as|was succeeded as)"

_PAST = re.compile(r"(?:\bthen[- ]|\bthe then[- ])$", re.I)
_FORMER = re.compile(r"(?:(?<!\w)(?:former|ex|erstwhile|(?:one|\ue00a)-?time|previous|retired|ousted)[- ])$", re.I)
_BACK_THEN = re.compile(
    r"\s*,?\s*(?:\(?(?:from|between|until|till)\s+(?:early\s+|late\s+)?\ue00b|\(\ue00b\s*-|at\s+the\s+time\b|at\s+that\s+time\b|back\s+then\b|in\s+those\s+(?:days|years)\b|under\s+(?:\ue005\s+)?\ue004)"
)
"""What stands behind an office and places it in the past: "from 2009 to 2014", "at the time", "under George Bush"."""
_HIS_DAYS = re.compile(r"'s?\s+(?:first\s+|second\s+)?(?:administration|presidency|government|decade|tenure|era|term|years|time)\b")
_NOT_THE_OFFICE = re.compile(
    r"\b(?:vice|deputy|assistant|shadow|first|honorary|late|future|incoming|next|new|would-be|aspiring|self-proclaimed|"
    r"self-declared|self-styled|opposition|"
    r"longtime|first-ever|elected|interim|acting|candidate for|nominee for|bid for|run for|successor "
    r"to|replaced|succeeded|replace|succeed|old|fictional|"
    r"commission|council|parliament|bank|party|company|club|federation|association|university|republic|league|duma|senate|campaign|"
    r"regional)[- ]$|[\d\ue00a]\s?$",
    re.I,
)
_AFTER = re.compile(r"\s*-\s*(?:elect|designate|turned|in-waiting)|\s+(?:candidate|nominee|hopeful|designate|elect|emeritus)\b", re.I)
_NOT_NOW = re.compile(r"\b(?:became|become|becomes|had|used to be)\b", re.I)
_LEADERS = ("president", "chancellor", "prime minister", "supreme leader", "general secretary", "party leader")
"""By which offices a state's leader is called so, first to last."""
_LONG_AGO = timedelta(days=31)
_OUT_OF_MIND = timedelta(days=3 * 365)
"""After so long without the office nobody takes a title in an account of the past for that of today."""
_NARRATED = lazily(
    r"\b(?:was|were|had|did|said|told|made|took|gave|met|won|held|led|left|went|came|saw|sent|began|became|wrote|spoke|chose|brought|fought|lost|[a-z]{2,}ed)\b"
)
_OF_TODAY = lazily(r"\b(?:is|are|has|have|says|will|now|today|currently)\b")


class Office(Claim):
    """*person* is *role* of *of*; *negated*, he or she is so no longer ("former President X")."""

    kind: ClassVar[str] = "office"
    person: str
    role: str
    of: str
    negated: bool = False

    # A title stands as an assertion even where the sentence around it is a condition: hence supposed=True.
    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{org}} ['s] {_MINISTRY} {{title}} [,] [the {{x3=demonym}}] {{person}}", supposed=True),
        P("{title} {person} [of {org}]", supposed=True),
        P(f"{_MINISTRY} {{title}} {{person}}", supposed=True),
        P("{title} of {org} [,] {person}", supposed=True),
        P("{x=person} 's [chief] {title} [,] {person}", supposed=True),
        P(f"{{person}} , the (alliance|bloc|organization|organisation) 's {_MINISTRY} {{title}}", supposed=True),
        P("{org} ['s] leader [,] {person}", supposed=True, leader=True),
        P("{title} of {org} 's {x=title} {person}", supposed=True),
        P(f"{{person}} , [who is|currently|long|still|now] [the] {{org}} ['s] [{{k=n}}] {_MINISTRY} {{title}}", supposed=True),
        P("{person} , [who is|currently] [the] {title} (of|for|in) {org}", supposed=True),
        P(f"{{person}} , (the|its|their) [{_CURRENT}] {{title}}", supposed=True, bare=True),
        P(f"(the|its|their|his|her) [{_CURRENT}|then] {{title}} , {_RANK} {{person}}", supposed=True, bare=True),
        P("{person} , (then|who was then|at the time|who was at the time) [the] {org} ['s] {title}", supposed=True, then=True),
        P("{person} , (then|who was then|at the time|who was at the time) [the] {title} (of|for|in) {org}", supposed=True, then=True),
        P("{person} , who was [the] {org} ['s] {title} (at the time|then)", supposed=True, then=True),
        P("{person} , (the|a) (former|previous|ex|retired) {title} (of|for|in) {org}", supposed=True, former=True),
        P("{person} , (the|a) (former|previous|ex|retired) {org} {title}", supposed=True, former=True),
        P("{person} , {org} 's (former|previous) {title}", supposed=True, former=True),
        P("{org} 's (former|previous|ousted|ex -) {title} [,] {person}", supposed=True, former=True),
        P("{org} 's {person} , (its|the country's|the alliance's) {title}", supposed=True),
        # with a word more between, or a rank
        P(f"{{org}} ['s] ({_SORT}) [{_SORT}] {{title}} [,] {_RANK} {{person}}", supposed=True),
        P(f"{{org}} ['s] {_MINISTRY} {{title}} [,] ({{h=org}} 's|{_RANK}) {{person}}", supposed=True),
        P("{title} [,] {h=org} 's {person}", supposed=True),
        P(f"{{person}} , [the|a] {{org}} ['s] ({_SORT}) [{_SORT}] {{title}}", supposed=True),
        P(f"{{person}} , [the|a] ({_SORT}) [{_SORT}] {{title}} of {{org}}", supposed=True),
        P(f"{{person}} , [the|a] ({_SORT}) [{_SORT}] {{org}} ['s] {{title}}", supposed=True),
        P(f"{{org}} ['s] {_NEW} {{title}} [,] [the former ~ {{x2=title}}] {_RANK} {{person}}", supposed=True, sure=True),
        P(f"{_NEW} {{org}} ['s] {{title}} [,] {{person}}", supposed=True, sure=True),
        P(f"{{org}} ['s] {_NEW} {_CHIEF} [,] {{person}}", supposed=True, sure=True, chief=True),
        P(f"{_NEW} {{org}} ['s] {_CHIEF} [,] {{person}}", supposed=True, sure=True, chief=True),
        P(f"{{person}} , [the] {{org}} ['s] {_NEW} {{title}}", supposed=True, sure=True),
        P(f"{{person}} , the {_NEW} {{title}} (of|for|in) {{org}}", supposed=True, sure=True),
        P("{person} , {title} [since] [{d=date}]", supposed=True, bare=True),
        P("{person} , {x=person} ['s] [chief|long-time|longtime|own|trusted] {title}", supposed=True),
        P(f"{{title}} {_RANK} {{person}} [of {{org}}]", supposed=True),
        # who held it, told as past
        P(f"{{org}} 's (then|then -) [{_SORT}] {{title}} [,] {_RANK} {{person}}", supposed=True, then=True),
        P("{person} , {org} 's (then|then -) {title}", supposed=True, then=True),
        P("the (then|then -) {title} [,] {person}", supposed=True, then=True),
        P("{person} , the (then|then -) {title} [of {org}]", supposed=True, then=True),
        P(f"{{person}} , who (was|had been|{_SERVED}) [then|still] {_WHAT} [{{until=date}} ago|{_WHEN}]", supposed=True, then=True),
        P(f"{{person}} , who (headed|led|ran|chaired|had headed|had led|helmed) {{org}} {_WHEN}", supposed=True, then=True, chief=True),
        P("(when|while) {person} was [still] ([the] {title} [of {org}]|{org} ['s] {title})", supposed=True, then=True),
        P("{person} , the (last|first) {org} ['s] leader", supposed=True, then=True, leader=True),
        P("(last|first) leader of {org} , {person}", supposed=True, then=True, leader=True),
        P("{person} , the leader of {org}", supposed=True, leader=True),
        P("{person} , {org} 's [" + _SORT + "] leader", supposed=True, leader=True),
        P("{org} ['s] ([" + _SORT + "] leader|strongman|ruler|autocrat|dictator) [,] {person}", supposed=True, leader=True),
        P(f"{{person}} [,] [who] [had|has] [<adverb>] {_SERVED} {_WHAT} {_WHEN} [[,] (to|until|through|till|-) {{d2=date}}]", came=True),
        P(f"{{person}} [<adverb>] (headed|led|ran|helmed|chaired) {{org}} [for {{years=n}} years] {_WHEN} [[,] (to|until|through|till|-) {{d2=date}}]", came=True, chief=True),
        P("{person} (has|had) [<adverb>] (headed|led|run|chaired|helmed) {org} since {date}", chief=True),
        P("{person} was {org} 's first {title}", first=True),
        P("{person} was the first {title} of {org}", first=True),
        P("{person} , [the] (first {title} of {org}|{org} 's first {title})", supposed=True, then=True),
        # who came to it, and after whom
        P(f"{{person}} [,] [who] [<adverb>] {_CAME} {_WHAT} [himself|herself|itself] {_WHEN}", came=True),
        P(f"{{person}} [,] [who] [<adverb>] {_CAME} {{org}} ['s] {_NEW} {{title}} {_WHEN}", came=True),
        P(f"{{person}} [,] [who] [<adverb>] {_CAME} {{org}} ['s] [new] {_CHIEF} {_WHEN}", came=True, chief=True),
        P(f"{{person}} [,] [who] [<adverb>] (took|has taken) (the helm|charge|command|the reins) (of|at) {{org}} {_WHEN}", came=True, chief=True),
        P("{person} has been at the (helm|head) of {org} [since {date}]", chief=True),
        P("{b=person} 's successor [as {org} {title}|as {title}|at the helm of {org}] [,] {person}", supposed=True, common=True, sure=True),
        P("{b=person} 's [immediate] predecessor [as {org} {title}|as {title}|at the helm of {org}] [,|was] {person}", supposed=True, common=True, then=True),
        P("{org} 's {title} (at the time|then) , {person}", supposed=True, then=True),
        P(f"{{person}} [,] [who] [<adverb>] {_CHOSEN} [as] {_WHAT} {_WHEN}", came=True, sure=True),
        P(f"{{person}} [,] [who] [<adverb>] {_SUCCEEDED} {_RANK} {{b=person}} [,] as {_WHAT} {_WHEN}", came=True),
        P(f"{{person}} [,] [who] [<adverb>] {_SUCCEEDED} {_RANK} {{b=person}} [,] as {{org}} ['s] [new] {_CHIEF} {_WHEN}", came=True, chief=True),
        P(f"{{person}} [,] [who] [<adverb>] {_SUCCEEDED} {_RANK} {{b=person}} [,] (at the (helm|head|top) of|in charge of) {{org}} {_WHEN}", came=True, common=True),
        P(f"{{person}} [,] [who] [<adverb>] {_SUCCEEDED} {_RANK} {{b=person}} {_WHEN}", came=True, common=True),
        P(f"{{b=person}} (was succeeded|was replaced|was followed|has been succeeded|has been replaced|handed over [power|the reins|the baton]|handed the reins|passed the baton) (by|to) {{person}} [as {_WHAT}] {_WHEN}", came=True, common=True),
        P(f"{{person}} [,] [who] [<adverb>] {_QUIT} {_WHAT} {_WHEN}", negated=True, sure=True),
        P("{org} ['s] {title} and {x=title} , {person} and {b=person}", supposed=True, pair=True),
        P(
            "(presidents|prime ministers|chancellors|foreign ministers|defence ministers|defense ministers) {person} [of {org}] and "
            "{b=person}",
            supposed=True, pair=True,
        ),
        P("{person} , who (heads|leads|runs) {org}", supposed=True, chief=True),
        P(f"({{org}} ['s] {_CHIEF}|(chief|boss|head) of {{org}}) [,|<is>] [<adverb>] [the {{x3=demonym}}] {{person}}", supposed=True, chief=True),
        P(f"{{person}} , [the] [head|chief|leader] [of] {{org}} ['s] [{_CHIEF}]", supposed=True, chief=True),
        P(f"{{person}} <is> [<adverb>] [the] [{_CURRENT}] {{title}} of {{org}}"),
        P(f"{{person}} <is> [<adverb>] [the] [{_CURRENT}] {{org}} ['s] [{_CURRENT}] {_MINISTRY} {{title}}"),
        P("{person} <is> [<adverb>] [the] {title}", bare=True),
        P(f"{{person}} (serves|is serving|now serves|currently serves|continues|remains in office|holds office) as {_PLAIN}"),
        P("{person} (will stay|will stay on|will remain|will continue|is staying on|stays on|stays|was to stay on) [as] ([the] {org} ['s] {title}|[the] {title} of {org})"),
        P(f"{{person}} , whose [first|second] (term|mandate|tenure|time) as {_PLAIN}", supposed=True),
        P("{title} [of {org}] : {person}", supposed=True),
        P("the {title} [of {org}] <is> [<adverb>] {person}"),
        P("(presidents|prime ministers|chancellors|foreign ministers|defence ministers|defense ministers) of {org} and {g=org} , {person} and {b=person}", supposed=True, pair=True, each=True),
        P("{person} [,] [who] (returned to|assumed|took|won|took up|resumed) the (presidency|chancellorship|premiership) of {org} {_WHEN}".replace("{_WHEN}", _WHEN), came=True, post=True),
        P("{person} , {title} (from|between) {d=date} (to|and|until) {d2=date}", supposed=True, then=True),
        P("{person} [has] (holds|occupies|now holds|currently holds|held) the (post|office|job|position|role) of [the] ({org} ['s] {title}|{title} of {org})"),
        P(f"{{person}} [,] (has been|has [<adverb>] been|who has been|being) in (office|post|power|charge) [since {{date}}] as {_PLAIN} [since {{date}}]", supposed=True),
        P(f"{{person}} , in (office|post|power) [since {{date}}] as {_PLAIN}", supposed=True),
        P(f"{{person}} : [the] {_PLAIN}", supposed=True),
        P(f"{{person}} , (once|formerly|previously|until recently|until {{date}}|at one time) {_PLAIN}", supposed=True, then=True),
        P("{org} 's {title} since {date} , {person}", supposed=True),
        P(f"{{org}} , whose [{_CURRENT}] {{title}} <is> [<adverb>] {_RANK} {{person}}", supposed=True),
        P(f"{{org}} [<is>] [,] [<adverb>] (led|headed|run|chaired|represented) by (its|a|the) [{_CURRENT}] {{title}} [,] [at present|currently|now|today] {_RANK} {{person}}"),
        P("at the (helm|head|top) of {org} (stands|is|sits|stood|was) {person}", chief=True),
        P("{person} [,] [who] (has|had) [<adverb>] (led|ruled|governed|run) {org} (since {date}|since|for)", leader=True),
        P("{org} (<is> [<adverb>]|,) (led|ruled|governed) [since {date}] by {person}", leader=True),
        P("((with|under) {person} as [its|their|the] [{org} ['s]] {title}|as [{org} ['s]] {title} [of {org}] , {person})", supposed=True, then=True),
        P("{org} (<is> [<adverb>]|,) (led|headed|run) by {person}", supposed=True, chief=True),
        P("(post|office|job|position|role) of [the] ({org} ['s] {title}|{title} [of {org}]) (<is> [<adverb>] (held|filled|occupied) by|(went|has gone|passed|has passed|fell|goes) to) {person}"),
        P("{person} <is> [<adverb>] {org} 's {k=n} {title}"),
        P("{person} <is> [<adverb>] the {k=n} {title} of {org}"),
        P("{org} 's first {title} was {person}", first=True),
        P("first {title} of {org} was {person}", first=True),
        P("{person} (heads|leads|runs|is the head of|is head of|is the leader of|is the chief of) {org}", chief=True),
        P(f"{{title}} of {{org}} <is> [<adverb>] [the {{x3=demonym}}] {_RANK} {{person}}"),
        P(f"{{org}} ['s] [{_CURRENT}] {_MINISTRY} {{title}} [at the time|then|in those days] <is> [<adverb>] [the {{x3=demonym}}] {_RANK} {{person}}"),
        P("{person} <isn't> [<adverb>] [the] {title} of {org}", negated=True),
        P("{person} <isn't> [<adverb>] [the] {org} ['s] {title}", negated=True),
        P("{org} 's <is> [<adverb>] {person}", gapped=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, of = match.phrasing.fixed, _first(match, "org")
        role = _chief(match) if fixed.get("chief") else _first(match, "title")
        if fixed.get("chief") and not role:
            return
        if fixed.get("gapped"):
            # "The American president is Joe Biden, and Russia's is Vladimir Putin": the office just named.
            role = next((claim.role for claim in reversed(match.sentence.context.said) if isinstance(claim, Office)), "")
        holders = [(_first(match, "person"), role)]
        if fixed.get("pair"):
            plural = re.sub("defense", "defence", match.found.group().split("s ")[0].strip())
            holders = [(match.id("person"), role or plural), (match.id("b"), match.id("x") or plural)]
        if fixed.get("common"):
            shared = _common(match)
            if shared is None:
                return
            holders, of = [(holders[0][0], shared[0])], shared[1]
        if fixed.get("bare") and not re.match(r"[,.;]|\s+(?:for|since)\s", match.sentence.mask[match.found.end() :]):
            return
        if fixed.get("each"):
            yield from cls._of(match, match.id("person"), plural, match.id("org"), sure=True)
            yield from cls._of(match, match.id("b"), plural, match.id("g"), sure=True)
            return
        if fixed.get("post"):
            holders = [(holders[0][0], next(role for word, role in _POSTS.items() if word in match.found.group()))]
        for person, role in holders:
            yield from cls._of(match, person, role, of)

    @classmethod
    def _of(cls, match: Match, person: str, role: str, of: str, *, sure: bool = False) -> Iterator[Reading]:
        """The reading for one person, if it is certain whose office is meant."""
        record, held = match.sentence.context.record, match.sentence.context.record.of(Spell, person=person)
        if match.phrasing.fixed.get("leader"):
            # A state's leader is its president, or else its head of government, as the person in question was.
            roles = {spell.role for spell in held if spell.of == of}
            role = next((role for role in _LEADERS if role in roles), "")
        mine = sorted({spell.of for spell in held if spell.role == role})
        surname = any(name.use == "surname" for name in match.names("person"))
        if not sure and (not of or match.phrasing.fixed.get("pair")):
            # A bare title says no more than that: whose it is follows from who bears it.
            of = of if of in mine else mine[0] if len(mine) == 1 else ""
        elif of not in mine and (
            surname or ("," in match.found.group() and not _WHO_IS.search(match.found.group())) or not record.of(Spell, role=role, of=of)
        ):
            # Another person of that name, another office, or a list of people: nothing to be sure of.
            return
        if re.search(r"\bunder[- ]$", _lead(match), re.I) and re.match(
            r"secretary(?!.general)", match.text("title") if match.has("title") else "", re.I
        ):
            return  # an under secretary is another office; "under President Clinton" is when he held it
        if not of or _NOT_THE_OFFICE.search(_lead(match)) or _AFTER.match(match.sentence.mask[match.found.end() :]):
            return
        mine_there = [spell for spell in held if spell.role == role and spell.of == of]
        if match.phrasing.fixed.get("sure") and not _surely(match, mine_there):
            return
        found = reading(match, cls(person, role, of, match.negated))
        yield from _in_time(match, found, mine_there)

    def truth(self, record: Record) -> Truth:
        truth = offices.holds(record, self.person, self.role, self.of)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        verb = "is no longer" if self.negated else "is"
        name = names.say(self.of)
        article = "the " if name.startswith("United ") or name == "Netherlands" else ""
        return f"{self.person} {verb} {self.role} of {article}{name}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.negated:
            return re.sub(r"^former |^ex-", "", words, count=1) if re.match(r"former |ex-", words) else None
        if re.match(r"(?:the )?(?:presidents|chancellors|\w+ ministers|leaders)\b", words, re.I):
            return None
        if not any(spell.since.latest <= day for spell in record.of(Spell, person=self.person, role=self.role, of=self.of)):
            return None
        if re.search(r"[(:]| has (?:been|led|held|ruled) ", words):
            return None
        words = _NO_LONGER.sub("", words)
        verb = re.search(r" (?:is|remains) (?:now |currently )?", words)
        if verb:
            return f"{words[: verb.start()]} was {words[verb.end() :]}"
        for wrong, right in ((" heads ", " headed "), (" leads ", " led "), (" runs ", " ran ")):
            if wrong in words:
                return words.replace(wrong, right, 1)
        name, comma, rest = words.partition(", ")
        if names.table.get(name, [None])[0] is not None and names.table[name][0].type == "person":
            return f"{name}, then {rest if _OWNER.match(rest.removeprefix('the ')) else rest.removeprefix('the ')}" if comma else None
        if re.search(r" ha(?:s|ve) ", words):
            return None  # "has been president since 2014": what would have to change stands behind these words
        owner = _OWNER.match(words)
        return f"{words[: owner.end()]}then-{words[owner.end() :]}" if owner else f"then-{words}"

    def checked_through(self, record: Record) -> date | None:
        coverage = record.coverage("offices", f"{self.role} of {self.of}")
        return coverage.through if coverage else None


_NO_LONGER = re.compile(r"(?<=[\s])(?:outgoing|current|incumbent|sitting|new|newly\s+\w+) (?=\w)")
_OWNER = re.compile(r"(?:the |The )?(?:[^\s,]+ ){0,3}?[^\s,]+['\u2019]s? |the |The ")
"""What stands before a title and before "then": whose it is, or the article."""


_POSTS = {"presidency": "president", "chancellorship": "chancellor", "premiership": "prime minister"}
_WHO_IS = re.compile(r",\s+who\s+(?:is|was)\b")
"""An apposition that asserts, and is not part of a list of people and offices."""


def _first(match: Match, name: str) -> str:
    """The id in the first filled slot of a name."""
    return next((match.id(slot) for slot in slots(match, name)), "")


def _chief(match: Match) -> str:
    """The office that "head of" means: an alliance's secretary general, the Pentagon's minister; "head of Russia" says nothing exact."""
    organisation = [name for slot in slots(match, "org") for name in match.names(slot)]
    if not organisation or not _CHIEFLY.search(match.found.group().lower()):
        return ""
    if organisation[0].use == "government" and organisation[0].name.endswith("Pentagon"):
        return "defence minister"
    return "secretary general" if organisation[0].type == "alliance" else ""


_CHIEFLY = re.compile(r"chief|boss|head|lead|led|run|ran|helm|top|charge|reins|chair|command")


def _lead(match: Match) -> str:
    """The words before a title, and those between an organisation and its title."""
    start = match.found.start()
    whole = match.sentence.mask[: match.found.end()]
    skipped = len(match.found.group()) - len(match.found.group().lstrip())
    return whole[: start + skipped]


def _in_time(match: Match, found: Reading, spells: list[Spell]) -> Iterator[Reading]:
    """The reading as its qualifiers and the sentence's dates place it."""
    lead = _lead(match)
    words = match.found.group()
    if match.phrasing.fixed.get("came"):
        # "Became prime minister in May 2010": so in that month, and ever after a thing that came about.
        yield found.but(tense=Tense.PAST, when=date_of(match)[0])
    elif match.phrasing.fixed.get("supposed"):
        claim = found.claim
        assert isinstance(claim, Office)
        if match.phrasing.fixed.get("former"):
            yield found.but(claim=claim.but(negated=True))
        elif former := _FORMER.search(lead):
            yield found.but(claim=claim.but(negated=True), start=_page_position(match, former.start()))
        elif _told_of_then(match, spells):
            yield found.but(tense=Tense.PAST)
        elif (then := _PAST.search(lead)) or match.phrasing.fixed.get("then"):
            if spells:
                yield found.but(tense=Tense.PAST, start=_page_position(match, then.start()) if then else found.start)
        elif _is_narrated(match, spells):
            # "President Reagan met the Soviet leader": an encyclopaedia tells of him with the title that he had.
            yield found.but(tense=Tense.PAST)
        elif (when := _historic(match)) and any(_in_office(spell, when) for spell in spells):
            # "In 1999, President Bill Clinton …": in an account of the past, titles are those of the day.
            yield found.but(tense=Tense.PAST, when=when)
        else:
            yield found.but(tense=Tense.PRESENT)
    elif match.phrasing.fixed.get("first"):
        yield found.but(tense=Tense.PAST)
    elif not _NOT_NOW.search(words):
        yield found


def _told_of_then(match: Match, spells: list[Spell]) -> bool:
    """Whether the words around place the office in the past, of somebody who held it and holds it no more."""
    context = match.sentence.context
    if not spells or any(_in_office(spell, on(context.published)) for spell in spells):
        return False
    behind = match.sentence.folded[match.found.end() :]
    return bool(_BACK_THEN.match(behind) or _HIS_DAYS.match(behind) or re.search(r"\bunder $", _lead(match), re.I))


def _is_narrated(match: Match, spells: list[Spell]) -> bool:
    """Whether an account of the past speaks of somebody who has been out of office for years."""
    published = match.sentence.context.published
    if not spells or any(spell.until.latest > published - _OUT_OF_MIND for spell in spells):
        return False
    recent = any(isinstance(item.what, Dated) and item.what.moment.latest >= published - _LONG_AGO for item in match.sentence.items)
    mask = match.sentence.folded
    return not recent and _NARRATED.search(mask) is not None and _OF_TODAY.search(mask) is None


def _surely(match: Match, spells: list[Spell]) -> bool:
    """Whether the record has it that the person was in office when the page says so: who is elected or "new" may not be in office yet."""
    if match.negated:
        return any(spell.until.latest <= match.sentence.context.published for spell in spells)
    when = date_of(match)[0] or on(match.sentence.context.published)
    return any(_in_office(spell, when) for spell in spells)


def _common(match: Match) -> tuple[str, str] | None:
    """The one office that two people have held, one after the other: what the one succeeded the other in."""
    record = match.sentence.context.record
    first, second = ({(spell.role, spell.of) for spell in record.of(Spell, person=match.id(slot))} for slot in ("person", "b"))
    shared = {office for office in first & second if _first(match, "org") in ("", office[1]) and _first(match, "title") in ("", office[0])}
    return shared.pop() if len(shared) == 1 else None


_HOW_LONG = re.compile(r"\b(?:since|until|till|from|through)\s+(?:early\s+|late\s+)?$")


def _historic(match: Match) -> Moment | None:
    limit = match.sentence.context.published - _LONG_AGO
    mask = match.sentence.folded
    # "In office since 2014" says how long, not when.
    moments = (item.what.moment for item in match.sentence.items if isinstance(item.what, Dated) and not _HOW_LONG.search(mask, 0, item.at))
    return next((moment for moment in moments if moment.latest < limit), None)


def _in_office(spell: Spell, when: Moment) -> bool:
    return spell.since.earliest <= when.latest and when.earliest < spell.until.latest


def _page_position(match: Match, at: int) -> int:
    return match.sentence.offset + match.sentence.original(at)
