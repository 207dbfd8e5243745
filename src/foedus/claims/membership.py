"""``membership``: a state is, or is not, in an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims.claim import Claim, Reading, Tense
from foedus.claims.clauses import bounds, is_former, is_modifier, is_subject, is_wished, opening_states, opens_clause, slots
from foedus.facts import Treaty
from foedus.language.names import Mention, Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS, is_group
from foedus.record import Record
from foedus.verdict import Truth, ever, negate

_A = "[a|an|the|both|all|each|itself a|not just a|also a|now a|already a] [<such>] [<such>]"
_AND = "[(and|or|nor|as well as) [of|in|to|within] {also=alliance}]"
_IT = f"[both|either] {{alliance}} {_AND}"
_ONE = "([{some=n}|one|some|three|two] of|among)"
_WHAT = (
    f"({_A} <member> (of|in) {_IT}|{_A} {{alliance}} {_AND} <allied>|[both|all|each] (in|within|inside|part of|a part of) {_IT}|"
    f"{_ONE} [the|its] [{{n}}] [<such>] <member> of {{alliance}}|{_ONE} {{alliance}} 's [{{n}}] [<such>] <allied>|{_ONE} [the] [{{n}}] [<such>] {{alliance}} <allied>|"
    f"{{alliance}} 's [<such>] [<such>] <allied>)"
)
"""What one says of a member after "is"."""

_NOUN = f"({_A} <member> (of|in) {_IT}|{_A} {{alliance}} {_AND} <allied>|{_ONE} [the|its] [{{n}}] [<such>] <member> of {{alliance}}|{_ONE} {{alliance}} 's [<such>] <allied>|{{alliance}} 's [<such>] [<such>] <allied>)"
_FIRST = "([a|an|both|all] [<such>] ({first=alliance} <allied>|<member> of {first=alliance})|(in|part of) {first=alliance})"
_REL = "[,] [[a|the|two|both] (country|countries|nation|nations|state|states)] [which|who|that]"
_LOOSE = re.compile(
    r"\b(?:would-be|prospective|potential|possible|aspiring|future|former|formerly|ex|once|onetime|one-time|candidate|non|not|no|hopeful|facto|virtual|virtually|observer|associate|partner|erstwhile|"
    r"soon-to-be|incoming|aspirant|invited|major|de|informal|honorary|suspended|without|against|outside|never|founding|founder|original|charter)\b"
)
"""Words between "a" and "member" that take it back."""
_NO = "(non-member|nonmember|non-members|nonmembers)"
_JOINED_SINCE = re.compile(rf"\s*,?\s*since\s+(?:(?:early\s+|late\s+)?{LETTERS['date']}|its\b)")
_EXCEPTED = re.compile(r"\b(?:all|every\w*)\b[^.;:]*\b(?:but|except|except for|apart from|bar)\s+(?:the\s+)?$", re.I)
_NO_MORE = re.compile(rf"\s+(?:until|from|between)\s+(?:\w+\s+)?{LETTERS['date']}")
"""What makes it a membership that is over: "a Warsaw Pact member until 1968"."""
_LIKE = re.compile(rf"\b(?P<un>un)?like\s+(?:its\s+|their\s+)?(?:[a-z]+\s+)?(?P<state>{LETTERS['state']})\s*,\s*$", re.I)
_HYPOTHETICAL = re.compile(r"\s*(?:would|could|will|might|may|should|can never|'d)\b", re.I)
_APPOSITION_ENDS = re.compile(rf"\s*(?:[,;:.)—-]|$|{LETTERS['aside']})|\s+(?:that|which|who|with|but|since|for|when|where|until|whose)\b")
_DETERMINED = re.compile(
    rf"[,—-]\s*(?:\w+\s+)*?(?:{LETTERS['number']}|an?|the|both|all|one|{LETTERS['alliance']}'s|now|already|long|still|always|not|neither|among|like|outside|itself|themselves|also|fellow)(?!\w)"
)
_FIRST_VERB = re.compile(
    rf"\s*(?:the\s+|both\s+)?[{LETTERS['state']}{LETTERS['group']}{LETTERS['capital']}{LETTERS['government']}]"
    rf"(?:(?:\s*,\s*|\s*,?\s+and\s+)(?:the\s+)?[{LETTERS['state']}{LETTERS['group']}])*(?!\s*,?\s+and\s+[{LETTERS['state']}{LETTERS['group']}])"
    r"(?![^a-z]*\b(?:which|who|that)\b)(?!\s*,)"
)
_EACH_OF = re.compile(r"\b(?:each|all|both|every one)\s+of\s+(?:the\s+)?$", re.I)
_STAYS = re.compile(r"\b(?:remains?|stays?|keeps?|is|are|sits?) (?:out|outside)\b")
_SINGULAR = re.compile(r"(?:member|ally|state|country|nation|newcomer|power)\s+(?:the\s+)?[\ue000-\ue010]")
_SET_OFF = re.compile(r"[:(—]|--| - ")
"""What sets off a list, or another sentence: "NATO members: Ukraine must win"."""
_LIST_ENDS = re.compile(r"\s*(?:[,;:.)—-]|$)")


class Membership(Claim):
    """*state* is a member of *alliance*; with *ever*, at any time up to the day."""

    kind: ClassVar[str] = "membership"
    state: str
    alliance: str
    negated: bool = False
    ever: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{{states=govs}} {_REL} <be> {_WHAT}"),
        P(f"{{states=govs}} {_REL} <belongs> {_IT}"),
        P("{states} [,] [which] <be> (a|an|the|another|one of [the|its]) ~ (<member> of {alliance}|{alliance} <allied>)", loose=True),
        P("{states} , (a|an|the|another) ~ (<member> of {alliance}|{alliance} <allied>)", closed=True, loose=True),
        P("{states} , {alliance} 's ~ (power|army|military|spender|economy|flank)", closed=True),
        P("{states} [,] [which] (has|have|boasts|fields) ({alliance} 's ~ (army|military|navy|coastline|forces)|the ~ (army|military|navy|coastline|forces) in {alliance})"),
        P(f"{{states}} {_REL} <be> (in|inside|within|under|part of) {{alliance}} ['s] [security|nuclear|defensive] (umbrella|fold|ranks|tent|club|family)"),
        P(f"{{states}} {_REL} (<outside>|<be-not> (in|inside|within|under|part of)) {{alliance}} ['s] [security|nuclear|defensive] (umbrella|fold|ranks|tent|club|family)", negated=True),
        P("(all|every) [of] [the] [{whole=alliance}] [{g=group}|{place=region}] [~] (but|except|except for|apart from|bar) {states} (<belongs> {alliance}|<be> [also] (in {alliance}|[a] <member> of {alliance}|{alliance} <allied>))", negated=True, anywhere=True),
        P("(countries|members|states|nations) [that|which] (<outside>|<be-not> [in|part of|[a] <member> of]|<belongs-not>|outside|not in) {alliance} [<allied>] [,] (:|—|such as|like|include|including|are) {states}", negated=True, anywhere=True),
        P("(with the exception of|except for|apart from|besides|other than|excluding) {states} , (all|every|each) [of] [the] [{whole=alliance}] [{g=group}|{place=region}] [~] (<belongs> {alliance}|<be> [also|now] (in {alliance}|[a] <member> of {alliance}|[a] {alliance} <allied>))", negated=True, anywhere=True),
        P("(none of|not one of) {states} (<belongs> {alliance}|<be> [yet|now] (in {alliance}|[a] <member> of {alliance}|[a] {alliance} <allied>))", negated=True),
        P("{alliance} 's [only] [~|{site}|{region}] (members|allies) [(on|in|around|along) (the ~|{where=site}|{zone=region}|~)] (are|include) {states}", subject=True),
        P("{alliance} <allied> (on|in|along|that border|which border|bordering|around) [its|the|their] [~] [{next=state}|{zone=region}|{where=site}] [border|borders] are {states}", subject=True),
        P("{n} of [the] [~] [{where=site}] [{zone=region}] [~] (countries|states|nations|republics|neighbours|neighbors) (are|is) [now] (in|members of) {alliance} (:|—) {states}", anywhere=True),
        P("({n}|another|one) {alliance} <allied> , {states}", counted=True),
        P("{states} , (though|while|although|albeit) not [yet|itself] (in {alliance}|[a|an] {alliance} <allied>|[a] <member> of {alliance}|part of {alliance})", negated=True, closed=True),
        P("{states} , (though|although|while|despite being|albeit|as) [itself] (a|an) [<such>] ({alliance} <allied>|<member> of {alliance})", closed=True),
        P("(despite being|while|though|although) [itself] (a|an) [<such>] ({alliance} <allied>|<member> of {alliance}) , {states}", fronted=True),
        P("neither {state} [, {c=state}] nor {b=state} [nor {e=state}] (<belongs> {alliance}|<be> [yet] ([a|an] <member> of {alliance}|in {alliance}|[a|an] {alliance} <allied>))", negated=True),
        P("{alliance} [,] which (counts|count|includes) {states} (as|among) [a|its] <member>"),
        P("those [still|left] (outside|not in) {alliance} [,] (such as|like|including) {states}", negated=True, anywhere=True),
        P("{states} (<be>|,) the (only|last|sole|{n}|other|two|three) [remaining] [{whole=alliance}] [{place=region}] (countries|country|states|state|members|member|nations|nation|member states|member state) [that|which] [is|are|to] "
          "(outside|not in|not part of|not a member of|not members of|neither in|stay out of|have stayed out of|has stayed out of|not to belong to|do not belong to|does not belong to|neither a member of) {alliance}", negated=True),
        P("{states} , [still] (a|an|another|both) non - {alliance} <allied>", negated=True, closed=True),
        P("(a|another) non - {alliance} <allied> , {states}", negated=True, opening=True),
        P("([not|no longer] (a|an|the|both|itself a|now a|already a) [~] ({alliance} <allied>|<member> of {alliance})|(now|already|long) in {alliance}) , {states}", opening=True, loose=True),
        P("being [a|an] [<such>] ({alliance} <allied>|<member> of {alliance}) , {states}", opening=True),
        P("{gov} (does not|do not|doesn't|don't) (have|enjoy|possess|hold) [~] {alliance} membership", negated=True),
        P("{gov} (lacks|lack) [full] {alliance} membership", negated=True),
        P(f"at no (time|point) (has|have|was|were) {{states}} [ever] [been] {_WHAT}", negated=True, ever=True),
        P("{alliance} , whose [~] (members|allies|membership|ranks) [now|also] (include|includes) {states}"),
        P("{alliance} [,] <be> [a|an|the] [~] <pact> [in ({place=region}|~)] <made-of> [{n}] [~] [former|post -|ex -] [{x=demonym}] (countries|states|nations|members|member states) (:|—|, namely|, including) {states}"),
        P("{alliance} [currently|now|today] (has|comprises|counts) {n} <member> (:|—) {states}"),
        P("{n} (countries|states|nations) (are in|are members of|belong to|make up) {alliance} [today|now] (:|—) {states}", anywhere=True),
        P("{alliance} <allied> [now|today|currently] are [now|today|currently] {states}", subject=True),
        P("{states} (remain|remains) [a|as|the] [only] (<member> of {alliance}|{alliance} <allied>)"),
        P("(while|although|though) not [yet|itself|themselves] [a|an|part of|in] [full] [<member> of {alliance}|{alliance} <allied>|<member>|{alliance}] , {states}", negated=True, fronted=True),
        P("{states} [,] [which] (belongs|belong) neither [to] {alliance} nor [to] {also=alliance}", negated=True),
        P("{alliance} 's [{region}|non - {x=alliance}|~] (members|allies) (:|—) {states}", described=True),
        P("{n} {alliance} <allied> [~] (:|—) {states}", described=True),
        P("(because|since|as|now that) it (belongs to|is in|is part of) {alliance} , {states}"),
        P("(because|since|as) it (is|is still|remains) (outside|not in|not part of) {alliance} , {states}", negated=True),
        P("{states} <be> (a|an|the) [~] (addition|newcomer|entrant|recruit|recruits|newcomers|additions) to {alliance}"),
        P("{states} , (a|an|the) [~] (addition|newcomer|entrant|recruit|recruits|newcomers|additions) to {alliance}", closed=True),
        P("{states} <be> the <such> of {alliance} 's [{n}] <member>"),
        P("{states} , the <such> of {alliance} 's [{n}] <member>", closed=True),
        P("the <such> of {alliance} 's [{n}] <member> (is|are) {states}"),
        P("{alliance} 's <such> <allied> (is|are) {states}"),
        P("with {states} [now|already|also] (in|inside|part of) {alliance}", opening=True),
        P("{states} <be> the only ~ [{d=demonym}] [~] (in|within) {alliance}", loose=True),
        P("(list|roster) of {alliance} <allied> [now|also] (include|includes) {states}"),
        P("{also=alliance} and {alliance} <allied> {states}", attributive=True),
        P("fellow (member|members|member state|member states) {states}", attributive=True),
        P("{states} [,] [which] <belongs> {first=alliance} [,] but not [to] {alliance}", negated=True),
        P(f"{{states}} {_REL} <be-not> [then|actually|formally|currently|at the time|in fact] {_WHAT}", negated=True),
        P(f"{{states}} {_REL} <be> [also|now|still] [a|an|both] [state|contracting|original] (party|parties|signatory and party) to {{treaty}}"),
        P(f"{{states}} {_REL} (<be-not>|is no longer|are no longer) [yet|now] [a|an] [state|contracting] (party|parties) to {{treaty}}", negated=True),
        P(f"{{states=govs}} {_REL} <belongs-not> {_IT}", negated=True),
        P(f"{{states=govs}} {_REL} <be-never> {_WHAT}", negated=True, ever=True),
        P(f"{{states=govs}} {_REL} <belongs-never> {_IT}", negated=True, ever=True),
        P(f"{{states=govs}} {_REL} <outside> {_IT}", negated=True),
        P(f"{{states}} , [a] [long|still|now|always|once] (outside|not in|not part of|not a member of|neither in|not [itself] (a|an) <member> of) {_IT}", negated=True, closed=True),
        P(f"{{gov}} <be-not> [then|actually|formally|currently|at the time|in fact] {_WHAT}", negated=True),
        P(f"{{states}} (—|-) [now|itself|both] {_NOUN}", closed=True),
        P("{states} <be> the only [{group}] [{region}] [~] (outside|not in|that do not belong to|that does not belong to|not belonging to|that is not in|that are not in) {alliance}", negated=True),
        P("{states} <be> [one of|two of|among] the {n} [{region}] <member> of {alliance}"),
        P("{states} <be-not> (a member|members|a full member|part of it)", negated=True, alone=True),
        P(f"{{states}} , [now|already|also|itself|themselves|all|both|each|like] [of them|{{n}} [of them]] [now] {_NOUN}", closed=True),
        P("{states} , [now|already|both|all|long|{n}] [of them] [now|already] (in|inside|within|part of) {alliance}", closed=True),
        P("{states} , like {b=state} [a|also a] ({alliance} <allied>|<member> of {alliance})", closed=True),
        P("{states} (and|or) other [<such>] ({alliance} <allied>|<member> of {alliance})", described=True),
        P(f"{{states}} , [a|both|still|which is a] {_NO} of {{alliance}}", negated=True, closed=True),
        P(f"{{states}} {_REL} <be> [a|the] {_NO} (of|in) {{alliance}}", negated=True),
        P("{states} , not [itself] [a|an] {alliance} <allied>", negated=True, closed=True),
        P("{alliance} [-] <allied> {states}", attributive=True),
        P(f"{{alliance}} {_NO} {{states}}", negated=True, attributive=True),
        P(f"{_NO} {{states}}", negated=True, attributive=True),
        P("non - {alliance} [<allied>] {states}", negated=True, attributive=True),
        P("{alliance} 's [<such>] [<such>] <allied> , {states} ,", listed=True),
        P("(newest|latest|youngest|oldest|largest|smallest|fellow|two|three|four|{n}) {alliance} <allied> , {states} ,", listed=True),
        P("{alliance} <allied> [,] (such as|like|including|notably|especially|particularly|among them|for example) {states}", described=True),
        P("{alliance} <allied> (:|—) {states}", described=True),
        P("<member> of {alliance} [,] (such as|like|including|include|includes|notably|especially|are) {states}", subject=True),
        P("{alliance} ['s] (<allied>|ranks|membership|roster) [now|also|today] (include|includes) {states}", subject=True),
        P("{alliance} (includes|comprises|unites|counts|groups) {states}", subject=True),
        P("{alliance} (counts|includes|count|include) {states} among its <member>"),
        P("{alliance} (does not count|doesn't count|does not include|doesn't include) {states} [among its <member>]", negated=True),
        P("among ({alliance} 's [<such>] <allied>|the [<such>] <member> of {alliance}|the [<such>] {alliance} <allied>) (is|are|<past-be>) {states}"),
        P("among the (countries|states|nations) (that|which) (<belongs-not>|<be-not> in|<be-not> part of|<be-not> members of) {alliance} (is|are) {states}", negated=True),
        P(f"as ([a|an] [<such>] <member> of {{alliance}}|[a|an] [<such>] {{alliance}} {_AND} <allied>|one of {{alliance}} 's [<such>] <allied>) , {{states}}", fronted=True),
        P(f"(as|being|though|although|while|still) [a] {_NO} [of {{alliance}}] , {{states}}", negated=True, fronted=True),
        P("not [being] (a member of|part of|in|members of|a) {alliance} [<allied>] , {states}", negated=True, fronted=True),
        P("{alliance} , (of which {state} is a member|to which {b=state} belongs)"),
        P("{states} (holds|hold|retains|retain|enjoys|enjoy) [full] ({alliance} membership|membership (of|in) {alliance})"),
        P("{states} 's (membership (of|in) {alliance}|{alliance} membership) (gives|means|obliges|entitles|requires|gave|protects|puts|allows|ensures|commits|guarantees|brings|bolsters|strengthens|complicates|makes|lets|binds)", noun=True),
        P("neither {state} nor {b=state} <be> [a|yet] [member of|in|part of] {alliance} [<allied>]", negated=True),
        P("neither {state} nor {b=state} (<belongs>|is in|has joined|have joined|has ever joined|ever joined) {alliance}", negated=True),
        P(f"{{states}} {_REL} <be> {_FIRST} [,] (but not|but is not|but are not|but isn't|without being|yet not|and not|though not|rather than) [yet] ([a|an] <member> of|in|of|part of|[a|an]) "
          "{alliance} [<allied>]", negated=True),
        P(f"{{states}} , {_FIRST} but not ([a|an] <member> of|in|of|[a|an]) {{alliance}} [<allied>]", negated=True),
        P("{alliance} (, as|, and so|and so) (is|are) {states}", trailing=True),
        P("{first=alliance} [<allied>] (;|, but|but|, and|, while) {states} (is not|are not|isn't|aren't|is not one|are not)", negated=True, trailing=True),
        P("{states} (is not|are not|isn't|aren't) ({n} of them|among them|{n} of its <member>|among its <member>)", negated=True, them=True),
        P("(and|but|yet|though) [it|they] (<belongs-not>|<outside>|<be-not> (in|a member of|part of|members of)|<be> (in|a member of|part of|members of)|<belongs>) {alliance}", shared=True),
        P("now that {states} (is|are) (in|a member|members|on board|inside)"),
        P("{states} (is not|are not|was not|were not|isn't|aren't|wasn't)", negated=True, echo=True),
        P("{states} (has not|have not|hasn't|haven't|does not|do not|doesn't|don't)", negated=True, echo=True, verb=True),
        P("(nor is|nor are|neither is|neither are|nor does|neither does|nor was) {states}", negated=True, echo=True),
        P("unlike [its|their|the] [neighbour|neighbor|neighbours] {states} , (<be-not> (in|part of|a member of|members of)|<outside>|<belongs-not>) {alliance}", unlike=True),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, after = match.phrasing.fixed, match.sentence.mask[match.found.end() :]
        if not _fits(match, after):
            return
        alliances_ = [match.id(slot) for slot in slots(match, "alliance")]
        if match.has("treaty"):
            alliances_ = [treaty.bond for treaty in match.sentence.context.record.of(Treaty, id=match.id("treaty"))]
            if not alliances_:
                return
        also = [match.id(slot) for slot in slots(match, "also")]
        if also and not (
            re.search(r"\b(?:both|neither|either|nor)\b", match.found[0])
            or _LIST_ENDS.match(after)
            or match.found[0].rstrip()[-1:] != LETTERS["alliance"]
        ):
            also = []
        firsts = slots(match, "first")
        if fixed.get("echo"):
            kinds = ("membership", "joined") if fixed.get("verb") else ("membership", "founded")
            said = [claim.args() for claim in match.sentence.context.said if isinstance(claim, Claim) and claim.kind in kinds]
            if not said or ("n" in said[-1] or "states" in said[-1]) != bool(fixed.get("verb") and "states" in said[-1]):
                return
            if set(_states(match)) & {said[-1].get("state"), *said[-1].get("states", ())}:
                return
            alliances_ = [said[-1]["alliance"]]
        if not alliances_:
            first = match.id(firsts[0]) if firsts else ""
            named = match.antecedent("alliance") or match.sentence.context.only_alliance
            if not first and named is None:
                return
            alliances_ = [first or named.id]  # type: ignore[union-attr]
        start, end = match.found.span()
        if firsts and not fixed.get("trailing"):
            start = match.found.end(firsts[0])
            turn = re.compile(r"\b(?:but|without|yet|and|though|rather)\b").search(match.sentence.mask, start, end)
            start = turn.start() if turn else start
        if fixed.get("trailing"):
            start = match.found.start(slots(match, "states")[0])
        first_at, last_at = bounds(match, start, end)
        tense = Tense.PAST if match.past or (not match.negated and _NO_MORE.match(after)) else Tense.PRESENT
        for alliance in (*alliances_, *also):
            for state in _states(match):
                yield Reading(cls(state, alliance, _denied(match), bool(fixed.get("ever"))), first_at, last_at, tense)
        yield from _likened(match, cls, alliances_[0])

    def truth(self, record: Record) -> Truth:
        truth = alliances.member(record, self.state, self.alliance)
        if self.ever:
            truth = ever(truth)
        return negate(truth) if self.negated else truth

    def wording(self, names: Names) -> str:
        verb = ("has never been" if self.ever else "is not") if self.negated else "is"
        if self.alliance not in names.treaty_of:  # the parties of a treaty that founds no alliance
            return f"{names.say(self.state)} {verb} a party to the {names.say(self.alliance)}"
        return f"{names.say(self.state)} {verb} a member of {names.say(self.alliance)}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.negated:
            for wrong, right in (
                ("does not belong", "belongs"),
                ("is not", "is"),
                ("isn’t", "is"),
                ("isn't", "is"),
                ("is outside", "is in"),
                ("non-member", "member"),
            ):
                if wrong in words:
                    return words.replace(wrong, right, 1)
            return None
        for wrong, right in ((" is ", " is not "), (" belongs ", " does not belong ")):
            if wrong in words:
                return words.replace(wrong, right, 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        return alliances.checked_through(record, self.alliance)


def _denied(match: Match) -> bool:
    """Whether it is denied; of a shared subject, the verb says so."""
    return match.negated or (
        bool(match.phrasing.fixed.get("shared")) and bool(re.search(r"\b(?:not|no|never|outside|out|yet to)\b|n't", match.found[0]))
    )


def _fits(match: Match, after: str) -> bool:
    """Whether what stands around the match leaves it an assertion about these states and this alliance."""
    fixed, words = match.phrasing.fixed, match.found[0]
    if words[-1] == LETTERS["alliance"] and is_modifier(match):
        return False
    if not (match.negated or fixed.get("anywhere")) and _EXCEPTED.search(match.sentence.mask[: match.found.start()]):
        return False
    if not match.negated and _JOINED_SINCE.match(after):
        return False
    if fixed.get("described") and _SET_OFF.search(words) and not (_LIST_ENDS.match(after) and len(match.ids("states")) > 1):
        return False
    if fixed.get("attributive") or fixed.get("listed") or fixed.get("described"):
        return not is_former(match)
    if fixed.get("loose") and _LOOSE.search(words):
        return False
    if fixed.get("anywhere"):
        return bool(_LIST_ENDS.match(after)) or words[-1] != LETTERS["state"] or not (_SET_OFF.search(words) or " are " in words)
    if fixed.get("opening"):
        return (
            not match.sentence.mask[: match.found.start()].strip(' "')
            and not re.search(r"\b(?:would|could|might|will)\b", after)
            and not _JOINED_SINCE.match(words)
        )
    if fixed.get("unlike"):
        return True
    if fixed.get("alone") and not _LIST_ENDS.match(after):
        return False
    if fixed.get("echo"):
        return bool(_LIST_ENDS.match(after)) and is_subject(match)
    if fixed.get("closed"):
        return bool(_APPOSITION_ENDS.match(after)) and (
            bool(_DETERMINED.search(words)) or (" and " in words and bool(_LIST_ENDS.match(after)))
        )
    if fixed.get("counted"):
        number = match.quantity() if match.has("n") else None
        return bool(_LIST_ENDS.match(after)) and len(match.ids("states")) == (number.value if number else 1)
    if fixed.get("fronted"):
        return not _HYPOTHETICAL.match(after)
    if fixed.get("noun") or fixed.get("subject"):
        return opens_clause(match)
    if fixed.get("trailing"):
        return bool(_LIST_ENDS.match(after)) and bool(
            re.search(r"\b(?:in|of|members?|part|joined|belongs?)\b", match.sentence.mask[: match.found.start() + 1])
        )
    if fixed.get("them"):
        return bool(re.search(r"\b(?:members|allies|countries)\b", match.sentence.mask[: match.found.start()], re.I))
    if _FIRST_VERB.match(words) and not is_subject(match) and not _EACH_OF.search(match.sentence.mask[: match.found.start()]):
        return False
    return not (_STAYS.search(words) and is_wished(match))


def _states(match: Match) -> list[str]:
    """The states of which it is said: of a list before or after a singular noun ("Russia and Poland, a member") only the nearest."""
    found = [id for slot in ("states", "state", "b", "c", "e") for id in match.ids(slot)]
    if match.phrasing.fixed.get("shared"):
        found = list(opening_states(match))
    if "gov" in match.found.re.groupindex:
        found += [name.id for name in match.names("gov")]
    fixed, words = match.phrasing.fixed, match.found[0]
    if len(found) > 1 and "b" not in match.found.re.groupindex and (fixed.get("closed") or fixed.get("attributive")):
        named = [name.id for name in match.names("states")]
        if fixed.get("attributive") and _SINGULAR.search(words):
            return named[:1] if not is_group(match.names("states")[0]) else found
        if fixed.get("closed") and re.search(r",\s*(?:now |also |itself |already |which is )?(?:an?|the|one)\b", words):
            return named[-1:]
        if fixed.get("closed") and "both" in words and len(named) > 2:
            return named[-2:]
    return list(dict.fromkeys(found))


def _likened(match: Match, cls: type[Membership], alliance: str) -> Iterator[Reading]:
    """ "Like Sweden, Finland remains outside NATO": the same of Sweden; "unlike": the opposite."""
    like = _LIKE.search(match.sentence.mask[: match.found.start()])
    if like is None or match.past or alliance == "":
        return
    for item in match.sentence.inside(*like.span("state")):
        if isinstance(item.what, Mention) and match.found[0].lstrip()[:1] == LETTERS["state"]:
            first, last = bounds(match, like.start(), like.end("state"))
            yield Reading(cls(item.what.id, alliance, match.negated != bool(like["un"])), first, last)
