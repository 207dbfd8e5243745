"""``posture``: a state is nonaligned or neutral, aspires to an alliance, or rejects its growth."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator
from itertools import product
from typing import ClassVar

from foedus import posture as stances
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.claims.clauses import date_of
from foedus.claims.deployment import date_before
from foedus.dates import parse_moment
from foedus.language.calendar import Dated
from foedus.language.names import Mention, Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.record import Record
from foedus.verdict import Truth, negate

_BE = (
    "(<is>|has long been|have long been|has traditionally been|have traditionally been|has always been|have always been|has remained|have remained|has stayed|have stayed|has "
    "historically been|past:had long been|stays|stay|is determined to remain)"
)
_WHO = "[,] [which|who] [<adverb>]"
_HABIT = "[<adverb>] [<by-habit>] [militarily]"
_STATUS = (
    "[permanent|military|perpetual|armed|traditional|long-standing|longstanding|official|constitutional|own] "
    "(neutrality|nonalignment|non-alignment|neutral status|nonaligned status|non-aligned status|non-bloc status)"
)
_AIM = "[~] (desire|wish|intention|ambition|aspiration|aspirations|ambitions|determination|goal|aim|hope|resolve|commitment)"
_CHANGING = (
    "(rewriting|amending|changing|revising|rewrote|amended|changed|revised|has rewritten|has amended|has changed|having "
    "rewritten|having amended)"
)
_ASPIRES, _CONSTITUTION = {"posture": "aspires_to"}, {"posture": "aspires_to", "basis": "constitution"}
_NEUTRAL, _NONALIGNED = {"posture": "neutral"}, {"posture": "nonaligned"}


class Posture(Claim):
    """*state* takes a *posture* (*toward* an alliance), on a *basis*; with *date*, took it then."""

    kind: ClassVar[str] = "posture"
    state: str
    posture: str
    toward: str = ""
    basis: str = ""
    date: str = ""
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        *(
            P(template.format(word=word), **fixed)
            for word, fixed in (("<nonaligned>", _NONALIGNED), ("<neutral>", _NEUTRAL))
            for template in (
                f"{{{{states=govs}}}} , [which are|which is] [both|all|each|{{{{count=n}}}}|a|an|both of them|all of them] {_HABIT} {{word}} "
                "[by tradition|by law] [states|countries|nations|state|country|nation]",
                f"{{{{states=govs}}}} {_WHO} {_BE} [both|all|a|an|each] {_HABIT} {{word}} [by tradition|by law|under its constitution|by its "
                "constitution|in foreign policy|country|state|nation|countries|states|nations]",
                "[<by-habit>] {word} {{states}}",
                f"(a|an) {_HABIT} {{word}} (country|state|nation|republic) , {{{{states}}}}",
                "[the] [<by-habit>] {word} [{{place=region}}|{{g=group}}] [states|countries|nations|neighbors|neighbours|members] (of|such "
                "as|like|,|:|—) {{states}}",
                f"{{{{state}}}} {_WHO} (declares|calls|considers|regards) itself [as|to be] [a|an] {_HABIT} {{word}} [country|state|nation]",
            )
        ),
        P(
            "{states} , [a|an|both|each] [{count=n}] (country|countries|state|states|nation|nations) (without military "
            "alliances|outside military alliances|outside any military alliance|that belongs to no military alliance)",
            **_NONALIGNED,
        ),
        P(
            "{states} [,] [which|who] [has|have|had] [<adverb>] (stayed|remained|kept|stays|remains|keeps) (out of|outside|outside of) "
            "[all|any] military alliances",
            **_NONALIGNED,
        ),
        P("{states} [,] [which|who] (belongs|belong) to no military (alliance|bloc)", **_NONALIGNED),
        *(
            P(
                f"{{state}} ['s (parliament|government)] [<adverb>] (declared|proclaimed|has declared|has proclaimed) (itself|the country) [as|to be] [a|an] {_HABIT} {word} "
                "[country|state|nation] [(in|on) {date}]",
                **fixed, dated=True,
            )
            for word, fixed in (("<nonaligned>", _NONALIGNED), ("<neutral>", _NEUTRAL))
        ),
        P(f"{{states}} {_WHO} (<be-not> [a|yet] (member of|members of|part of|in)|<belongs-not>) (any|a) [military] (alliance|bloc|alliances)", **_NONALIGNED),
        P(
            f"{{states}} {_WHO} (has|have) [<adverb>|long] (avoided|shunned|eschewed|steered clear of|kept clear of|refrained from|rejected) [all|any|joining] military (alliances|blocs)",
            **_NONALIGNED,
        ),
        P(f"{{states}} (,|—) (famed|famous|known|renowned) for (its|their) {_STATUS}"),
        P(f"{{states}} , whose {_STATUS}"),
        P(f"{{states}} 's {_STATUS} , (enshrined|laid down|written|anchored) (in|into) (its|the) constitution"),
        P(f"{{state}} [<adverb>] <enshrined> [its|the principle of] {_STATUS} (in|into) (its|the) constitution [in {{date}}]", basis="constitution"),
        P(f"{{states=govs}} [<adverb>] (maintains|keeps|guards|preserves|upholds|clings to|insists on|has maintained|has preserved|has kept|has long maintained|maintain) (its|their) {_STATUS}"),
        P(f"{{states}} 's {_STATUS} (dates|goes back|bars|prevents|forbids|stems|requires|obliges|means|prohibits)", nominal=True),
        P(f"{{who=demonym}} {_STATUS} (dates|goes back|bars|prevents|forbids|stems|requires|obliges|means|prohibits|is enshrined)", nominal=True),
        P(f"{_STATUS} (has been|is|forms) [a] part of {{states}} 's (constitution|law)"),
        P(
            "{state} 's constitution [<adverb>] (declares|proclaims|defines|describes) (it|the country|the state|the island) [as|to be] [a|an] [permanently|militarily] <neutral> "
            "[state|country|republic|nation]",
            **_NEUTRAL, basis="constitution",
        ),
        P("{states} 's [~] (policy|tradition|stance|status) of [military] (nonalignment|non-alignment)", **_NONALIGNED, nominal=True),
        P("{states} 's [~] (policy|tradition|stance|status) of [military|permanent|armed|perpetual] neutrality", **_NEUTRAL, nominal=True),
        P("{states} (has|have) a [long] tradition of [military] (nonalignment|non-alignment)", **_NONALIGNED),
        P("{states} (has|have) a [long] tradition of [military] neutrality", **_NEUTRAL),
        P(
            f"{_STATUS} <is> [<adverb>] (laid down|enshrined|anchored|written|guaranteed|fixed) (in|into|by) {{states}} 's "
            "(constitution|constitutional law|law)",
        ),
        P(
            "(nonalignment|non-alignment|military nonalignment|military non-alignment) (is|has been|has long been) (the|a) "
            "[long-standing|national] (tradition|policy|stance|custom) (of|in) [both] {states}",
            **_NONALIGNED,
        ),
        P(
            "(neutrality|military neutrality) (is|has been|has long been) (the|a) [long-standing|national] "
            "(tradition|policy|stance|custom) (of|in) [both] {states}",
            **_NEUTRAL,
        ),
        P(
            f"{{states}} {_WHO} <isn't> [both|a|an] {_HABIT} <nonaligned> [country|state|nation|countries|states|nations]",
            **_NONALIGNED, negated=True,
        ),
        P(
            f"{{states}} {_WHO} <isn't> [both|a|an] {_HABIT} <neutral> [country|state|nation|countries|states|nations]",
            **_NEUTRAL, negated=True,
        ),
        P(
            f"{{states}} 's {_STATUS} <is> [<adverb>] (laid down|enshrined|anchored|written|written down|set out|set "
            "down|guaranteed|fixed) (in|into|by) [~] (constitution|constitutional law|law) [of {date}]",
        ),
        P(
            "{state} 's constitution [<adverb>] (enshrines|declares|guarantees|proclaims|lays down|mandates|has enshrined) [its|the "
            f"country's|the] {_STATUS}",
            basis="constitution",
        ),
        P(
            "{states} [<adverb>] (adopted|passed|approved|enacted) (a law on|a law establishing|legislation on|a law enshrining) "
            f"[its|the country's] {_STATUS} [in {{date}}]",
            basis="law",
        ),
        P(f"{{state}} ['s (parliament|government|national assembly)] [<adverb>] (declared|proclaimed|adopted) [its] {_STATUS} (in|on) {{date}}"),
        P(
            "{states=govs} [,] [which] [<adverb>] (has|have|has had|has long had|keeps to|sticks to|adheres to|observes|pursues|pursue|follows|maintains|maintain|has pursued|has long pursued|has followed|has "
            f"maintained|has long maintained|has long followed) (a|its) [~] policy of {_STATUS}",
            basis="policy",
        ),
        P(
            f"{{state}} {_WHO} (has|have) [<adverb>] [repeatedly] (made clear|made plain|expressed|voiced|declared|stated|proclaimed|"
            f"affirmed|reaffirmed) (its|their) {_AIM} to (join|enter|become a member of|be part of) {{alliance}}",
            **_ASPIRES,
        ),
        P(
            f"{{state}} {_WHO} (has|have) [<adverb>] [repeatedly] (made clear|made plain|expressed|voiced|declared|stated|proclaimed|"
            f"affirmed|reaffirmed) (its|their) {_AIM} (of|for) [joining|membership in|membership of] {{alliance}} [membership]",
            **_ASPIRES,
        ),
        P(
            f"{{state}} {_WHO} (aspires|has long aspired|has aspired) to (join|membership in|membership of|become a member of|be a "
            "member of) {alliance} [membership] [under its constitution|by its constitution]",
            **_ASPIRES,
        ),
        P(
            "{state} [,] [which] [<adverb>] (aspires|has long aspired|has aspired) to {alliance} membership [under its constitution|by "
            "its constitution]",
            **_ASPIRES,
        ),
        P(
            f"[even] {_CHANGING} (the|its|their) constitution to (enshrine|include|declare|reflect|state|make|set|commit) [it to] "
            f"[its|the|their|a] {_AIM}",
            **_CONSTITUTION,
        ),
        P(
            "{state} 's constitution [<adverb>] [since {date}] (names|has named|sets|has set|lists|commits|calls|enshrines|has "
            "enshrined|has listed|has committed|declares|has declared|states|identifies) [~] {alliance} ~ "
            "(goal|aim|objective|priority|ambition|course)",
            **_CONSTITUTION,
        ),
        P(
            "{state} 's constitution [<adverb>] (enshrines|has enshrined|sets|sets out|declares|names|contains|includes|lays down|proclaims) [the|its|a] [~] "
            "(goal|aim|objective|ambition|course|aspiration) (of|for|toward|towards) [joining|membership in|membership of|accession to|integration with|integration into] [both] {alliance} [membership] "
            "[and {also=alliance}]",
            **_CONSTITUTION,
        ),
        P(
            "{state} 's [~] (declared|stated|official|avowed|strategic|long-standing|ultimate) (aim|goal|objective|ambition|priority) <is> [full] [to join|joining|membership in|membership "
            "of|to become a member of] {alliance} [membership]",
            **_ASPIRES,
        ),
        P(
            f"{{state}} {_WHO} (aspires|has long aspired|has aspired|aspire) to (become|be) [a|an] [full] {{alliance}} (member|members|ally)",
            **_ASPIRES,
        ),
        P(
            "{gov} [<adverb>] <opposes> {x=state} ['s] (joining|membership in|membership of|entry into|accession to|admission to) {alliance}",
            posture="rejects",
        ),
        P(
            "since {date} [,] {state} 's constitution (names|has named|sets|has set|lists|has listed|enshrines|has "
            "enshrined|declares|has declared) [~] {alliance} ~ (goal|aim|objective|priority|ambition|course)",
            **_CONSTITUTION,
        ),
        P(
            "{state} ['s parliament|'s lawmakers] [<adverb>] <enshrined> [the|its] [~] [of] {alliance} [membership|accession] [~] (in|into) (its|the|their) "
            "constitution [in {date}]",
            **_CONSTITUTION,
        ),
        P(
            "{state} ['s parliament|'s lawmakers] [<adverb>] <enshrined> [the|its] [~] (of|for) (joining|membership in|membership of|accession to) {alliance} [~] "
            "(in|into) (its|the|their) constitution [in {date}]",
            **_CONSTITUTION,
        ),
        P(
            "{state} [<adverb>] <enshrined> (its|the|their) [~] (ambition|aspiration|desire|wish|commitment) to (join|enter|become a "
            "member of) {alliance} (in|into) (its|the|their) (constitution|basic law) [in {date}]",
            **_CONSTITUTION,
        ),
        P(
            "(membership of|membership in|joining|accession to) {alliance} [membership] <is> [<adverb>] [~] (laid "
            "down|enshrined|anchored|written|fixed|set out) (in|into|by) {state} 's (constitution|basic law)",
            **_CONSTITUTION,
        ),
        P(
            "{alliance} membership <is> [<adverb>] [~] (laid down|enshrined|anchored|written|fixed|set out) (in|into|by) {state} 's "
            "(constitution|basic law)",
            **_CONSTITUTION,
        ),
        P(
            "{gov} 's [~] (aspiration|ambition|goal|aim|desire|wish|commitment|course) (to|of|for|toward|towards) [membership "
            "in|membership of|joining|join|accession to] {alliance} [membership] <is> [<adverb>] (laid "
            "down|enshrined|anchored|written|fixed) (in|into|by) (its|the country's|the) (constitution|basic law)",
            **_CONSTITUTION,
        ),
        P(
            f"{{state}} [<adverb>] {_CHANGING} (the|its|their) constitution [in {{date}}] to (commit|bind|oblige) [~] to "
            "[joining|membership in|membership of] {alliance} [membership|accession]",
            **_CONSTITUTION,
        ),
        P(
            "{state} [<adverb>] <enshrined> (in|into) (its|the|their) (constitution|basic law) (the|its|a) [~] "
            "(goal|aim|ambition|aspiration|desire|wish|commitment|course) (of|to|for|toward|towards) (joining|join|membership "
            "in|membership of|accession to) {alliance}",
            **_CONSTITUTION,
        ),
        P(
            "(membership of|membership in|joining|accession to) {alliance} <is> [<adverb>] a (goal|aim|objective|priority) (set "
            "out|laid down|enshrined|anchored|written|fixed) (in|into|by) (the constitution of {state}|{s2=state} 's constitution)",
            **_CONSTITUTION,
        ),
        P(
            "({state} 's|{who=demonym}) constitution was (amended|changed|rewritten|revised) [in {date}] to (commit|bind|oblige) [~] to "
            "{alliance} [membership|accession]",
            **_CONSTITUTION,
        ),
        P(
            "({state} 's|{who=demonym}) constitution was (amended|changed|rewritten|revised) [in {date}] to "
            "(enshrine|include|declare|set|make) [~] {alliance} [membership|accession] [~]",
            **_CONSTITUTION,
        ),
        P(
            "{state} 's constitution [<adverb>] (commits|has committed|binds|obliges) [the country|the state|it|the government] to "
            "[seek|seeking|pursue|pursuing|pursuit of|full] [membership in|membership of|joining|accession to|integration "
            "into|integration with] {alliance} [membership|accession]",
            **_CONSTITUTION,
        ),
        P(
            "[a] constitutional amendment (of|in|from) {date} (made|declared|set) [membership in|membership of|accession to|joining] "
            "{alliance} [membership] [~] (aim|goal|objective|priority|course) of {state}",
            **_CONSTITUTION,
        ),
        P(
            "[a] constitutional amendment (of|in|from) {date} (committed|binds|bound|commits) {state} to [membership in|membership "
            "of|accession to|joining] {alliance} [membership]",
            **_CONSTITUTION,
        ),
        P(
            f"{{state}} [<adverb>] {_CHANGING} (the|its|their) constitution [in {{date}}] to "
            f"(enshrine|include|declare|reflect|state|make|set) [its|the] {_AIM} "
            "(to|of|for) [join|joining|membership in|membership of] {alliance} [membership]",
            **_CONSTITUTION,
        ),
        P(
            f"{{state}} (has|have) [<adverb>] (left no doubt of|left no doubt about|made no secret of) its {_AIM} "
            "to (join|enter|become a member of|become a {a2=alliance} member|be in) [{alliance}]",
            **_ASPIRES,
        ),
        P(
            "{state} (has|have) [<adverb>] (made clear|made plain|left no doubt|made it clear|made it plain) that it "
            "(wants|wishes|hopes|aims|intends) to (join|enter|become a member of|be in|belong to|be part of) {alliance}",
            **_ASPIRES,
        ),
        P(
            "(joining|membership in|membership of|accession to) {alliance} <is> {state} 's [<adverb>] "
            "(declared|stated|official|avowed|proclaimed) (aim|goal|objective|ambition|policy)",
            **_ASPIRES,
        ),
        P(
            "{alliance} membership <is> {state} 's [<adverb>] (declared|stated|official|avowed|proclaimed) "
            "(aim|goal|objective|ambition|policy)",
            **_ASPIRES,
        ),
        P(
            "{gov} [resents and] [<adverb>] [has] [<adverb>] <opposes> [the|any] [further|eastward|future] {alliance} ['s] "
            "[further|eastward|ongoing|future|continued] (enlargement|expansion|growth)",
            posture="rejects",
        ),
        P("{gov} [<adverb>] <opposes> [the|any] [further|eastward|future] (enlargement|expansion|growth) of {alliance}", posture="rejects"),
        P("{state} [<adverb>] (wants|has long wanted|seeks|wishes) to (join|enter|become a member of|belong to) {alliance}", **_ASPIRES),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, words = match.phrasing.fixed, match.found.group()
        posture = fixed.get("posture") or ("neutral" if "neutral" in words else "nonaligned")
        mask, (start, end) = match.sentence.mask, match.found.span()
        if posture in ("neutral", "nonaligned") and not fixed.get("basis") and _something_else(match):
            return
        if (fixed.get("nominal") and _ENDING.search(mask[:start])) or (posture == "rejects" and _WITHIN.search(mask[:start])):
            return
        states = match.ids("states") or match.ids("state") or match.ids("s2") or match.ids("gov") or match.ids("who")
        toward = match.id("alliance") or match.id("a2")
        if not states:
            # "..., even rewriting the constitution": who and what for stand earlier in the sentence.
            before = [item.what.meanings[0] for item in match.sentence.before(match.found.start()) if isinstance(item.what, Mention)]
            states = tuple(name.id for name in before if name.type == "state" and name.use != "demonym")[:1]
            toward = next((name.id for name in before if name.type == "alliance"), "")
            if not states or not toward:
                return
        moment = match.date() or (date_before(match) if fixed.get("basis") == "law" else None)
        if fixed.get("dated"):
            moment = moment or date_of(match)[0]
            if moment is None:
                return
        basis = fixed.get("basis", "") or next((basis for basis, named in _BASES if named.search(words)), "")
        if posture == "aspires_to" and _SO_FAR.match(mask[end:]):
            basis = "constitution"
        both = (toward, match.id("also")) if match.has("also") else (toward,)
        for state, toward in product(states, both):
            claim = cls(state, posture, toward, basis, moment.text if moment else "", match.negated)
            yield reading(match, claim, Tense.EVENT if moment or fixed.get("basis") == "law" else None)

    def truth(self, record: Record) -> Truth:
        if self.date:
            truth = stances.adopted(record, self.state, self.posture, parse_moment(self.date), self.toward, self.basis)
        else:
            truth = stances.held(record, self.state, self.posture, self.toward, self.basis)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        state = names.say(self.state)
        if self.posture == "aspires_to":
            if self.basis == "constitution" and self.date:
                return f"{state} enshrined the goal of joining {self.toward} in its constitution {spell_date(self.date)}"
            return f"{state} aspires to join {self.toward}" + (" under its constitution" if self.basis == "constitution" else "")
        if self.posture == "rejects":
            return f"{state} opposes the enlargement of {self.toward}"
        noun = "neutrality" if self.posture == "neutral" else "nonalignment"
        if self.date:
            if self.basis == "law":
                return f"{state} adopted a law on its {noun} {spell_date(self.date)}"
            if self.basis == "constitution" and len(self.date) == 4:
                return f"{state}'s {noun} is laid down in a constitutional law of {self.date}"
            return f"{state} declared its {noun} {spell_date(self.date)}"
        if self.basis == "policy":
            return f"{state} pursues a policy of {noun}"
        basis = {"constitution": " under its constitution", "law": " by law"}.get(self.basis, "")
        return f"{state} {'is not' if self.negated else 'is'} {self.posture}{basis}"

    def correction(self, record: Record, day: datetime.date, words: str, names: Names) -> str | None:
        if self.date or self.posture not in ("nonaligned", "neutral") or self.basis == "statement":
            return None
        if self.negated:
            affirmed = re.sub(r"\b(is|are) (?:not|no longer)\b", r"\1", words, count=1)
            return affirmed if affirmed != words else None
        # Once a state has given the stance up, the words are true of the time before.
        if not any(fact.until.latest <= day for fact in stances.postures(record, self.state, self.posture)):
            return None
        for pattern, right in _PAST:
            changed = re.sub(pattern, right, words, count=1)
            if changed != words:
                return changed
        return None

    def checked_through(self, record: Record) -> datetime.date | None:
        coverage = record.coverage("postures", self.state)
        return coverage.through if coverage else None


_PAST = (
    (r"\b(?:has|have) (long|always|traditionally|historically) been\b", r"had \1 been"),
    (r"\b(?:is|remains|stays)\b", "was"), (r"\b(?:are|remain|stay)\b", "were"),
    (r"\b(?:traditionally|historically|long|longtime|officially|formally)(?= (?:militarily )?(?:neutral|non-?aligned))", "formerly"),
    (r"\b(?:Traditionally|Historically|Long|Longtime|Officially)(?= (?:militarily )?(?:neutral|non-?aligned))", "Formerly"),
    (r"\b((?:militarily )?(?:neutral|non-?aligned))", r"formerly \1"),
)  # fmt: skip
_BASES = (("constitution", re.compile(r"\bconstitution|\bbasic law")), ("law", re.compile(r"\blaw\b")))
_SO_FAR = re.compile(r"\s*,?\s*(?:even\s+)?going so far as to (?:change|amend|rewrite|revise) (?:its|the) constitution")
_ENDING = re.compile(
    r"\b(?:end\w*|abandon\w*|gave up|giv\w+ up|drop\w*|renounc\w*|br(?:eak|oke)\w* with|farewell "
    r"to|question\w*|reconsider\w*|former|departure from)\s+(?:the\s+)?$"
)
"""Words before a stance that is being given up."""
_WITHIN = re.compile(r"\b(?:in|of|from|within|with|against)\s+(?:the\s+)?$")
_BY_THEN = re.compile(r"\s+(?:during|throughout|until)\b")
"""After a stance: it was one of other times."""
_OF_STATES = re.compile(r"\s+(?:of|such as|like)\s+\ue000")
_END = re.compile(
    r"\s*(?:$|[,.;:!?)\"\u2014-]|(?:and|but|under|by|since|until|because|despite|while|though|although|throughout|for|at|as|or|during|"
    r"before|today|too|has|have|is|are)\b)",
    re.I,
)
_GIVEN_UP = re.compile(
    r"(?<!\w)(?:formerly|previously|once|then|hitherto|no longer|not|nor|former|un|gender|carbon|climate|as|more|remain|stay|becoming|"
    r"become)[\s-]*$",
    re.I,
)


def _something_else(match: Match) -> bool:
    """Whether "neutral" is said of a stance on some question, of a venue or an answer, or of what is over ("formerly neutral Finland")."""
    mask, (start, end) = match.sentence.mask, match.found.span()
    words = match.found.group()
    if _BY_THEN.match(mask[end:]) or re.match(r"\s*(?:long|once|historically|traditionally|previously)\b[^,]*,", words):
        return True
    attributive = bool(re.search(r"(?:neutral|aligned|alliances|free)\s+(?:the\s+)?\ue000", words))
    if attributive or words[-1] == "\ue010":
        if words[-1] == "\ue010" and _OF_STATES.match(mask[end:]):
            return True  # "the nonaligned Nordic states of Finland and Sweden": only these two
        return bool(_GIVEN_UP.search(mask[:start])) or _of_the_past(match)
    ends_with_adjective = re.search(r"(?:neutral|aligned|alliances|alliance-free)$", words) is not None
    return ends_with_adjective and not _END.match(mask[end:])


def _of_the_past(match: Match) -> bool:
    """Whether the sentence tells of other times, in which "neutral Finland" is no claim about today."""
    if re.search(r"\b(?:Cold War|World War|wartime|century|decades)\b", match.sentence.text):
        return True
    dates = [item.what.moment.latest for item in match.sentence.items if isinstance(item.what, Dated)]
    return any((match.sentence.context.published - day).days > 730 for day in dates)
