"""``posture``: a state is nonaligned or neutral, aspires to an alliance, or rejects its growth."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from typing import Any, ClassVar

from foedus import alliance as alliances
from foedus import posture as stances
from foedus.claims import around, stance
from foedus.claims.claim import Claim, Reading, Tense, reading, spell_date
from foedus.claims.clauses import bounds, is_subject
from foedus.dates import parse_moment
from foedus.language.calendar import Dated
from foedus.language.names import Mention, Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.verdict import SUPPORTED, Truth, negate

_ASPIRES, _CONSTITUTION = {"posture": "aspires_to"}, {"posture": "aspires_to", "basis": "constitution"}
_NEUTRAL, _NONALIGNED = {"posture": "neutral"}, {"posture": "nonaligned"}
_L = LETTERS
_WHOSE = frozenset(_L["state"] + _L["group"] + _L["capital"] + _L["government"] + _L["demonym"])
_PACTS = "(alliance|alliances|bloc|blocs|pact|pacts|grouping|groupings|camp|camps)"
_OUT = "(out of|outside|outside of|clear of|aloof from|away from|free of|apart from)"
_JOINING = "(joining|membership in|membership of|entry into|accession to|admission to|admission into|inclusion in|integration into|integration with|entry to|rapprochement with)"
_GROWTH = "(enlargement|expansion|growth|move to the east|drive to the east|eastward move|eastward expansion|eastward enlargement|spread|advance|widening|extension)"
_THREAT = "(threat|danger|menace|adversary|enemy|foe|hostile|red line|aggressive|provocation|challenge|rival|anathema|unacceptable)"


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
        # neutrality and nonalignment: whose, and whether they hold, is told by what stands around the word
        P("<neutrality>", stance="noun", beside=_WHOSE),
        P("<nonaligned>", stance="adjective", beside=_WHOSE, **_NONALIGNED),
        P("(neutral|neutrals)", stance="adjective", beside=_WHOSE, **_NEUTRAL),
        P(f"{{states=govs}} [,] [which|who] [<adverb>|both|long] (<be-not>|<belongs-not>|belongs to no|belong to no|is in no|are in no|is part of no|are part of no|takes part in no|take part in no|participates in no|has joined no|have joined no|<is> a member of no|<is> members of no|has not belonged to|have not belonged to|has never belonged to|have never belonged to|has never joined|have never joined|never joined) ... {_PACTS}", bloc=True, **_NONALIGNED),
        P(f"{{states=govs}} [,] [which|who] ... (stays|stay|stayed|keeps|keep|kept|remains|remain|remained|stands|stand|stood|steers|steer|steered) ... {_OUT} ... {_PACTS}", bloc=True, **_NONALIGNED),
        P(f"{{states=govs}} [,] [which|who] ... (avoids|avoided|shuns|shunned|eschews|eschewed|avoid|shun|eschew|refrained from|rejected|spurned|spurns) ... {_PACTS}", bloc=True, **_NONALIGNED),
        P(f"{{states=govs}} 's ... (law|constitution|doctrine|constitutional law) ... (bars|forbids|prohibits|prevents|rules out|bans) ... (joining|membership in|membership of|join|entering) ... military {_PACTS}", bloc=True, **_NONALIGNED),
        P(f"neither {{states}} [nor {{also_state=state}}] (belongs|belong|is|are) ... {_PACTS}", bloc=True, **_NONALIGNED),
        P("{states=govs} [,] [which|who] (<be-not>) [militarily] (allied|aligned) [to|with] [anyone|anybody|any bloc|any side|either bloc|either side]", **_NONALIGNED),
        P(f"{{states}} , [a|an|both|each] [{{count=n}}] (country|countries|state|states|nation|nations) (without|outside|outside of|that belongs to no|in no) ... military {_PACTS}", **_NONALIGNED),
        # aims, in a constitution and elsewhere
        P("(constitution|constitutional amendment|constitutional amendments|basic law)", goal=True, beside=frozenset(_L["alliance"])),
        P("{state} [,] [which|who] ... (made clear|made plain|expressed|voiced|declared|stated|proclaimed|affirmed|reaffirmed|left no doubt of|left no doubt about|made no secret of) ... (desire|wish|intention|ambition|aspiration|aspirations|ambitions|determination|goal|aim|hope|resolve|commitment) ... (join|joining|enter|entering|membership|become|be) ... {alliance}", **_ASPIRES),
        P("{state} (has|have) [<adverb>] (made clear|made plain|left no doubt|made it clear|made it plain) that it (wants|wishes|hopes|aims|intends) to (join|enter|become a member of|be in|belong to|be part of) {alliance}", **_ASPIRES),
        P("{states=govs} [,] [which|who] ... (aspires|aspire|aspired) ... to ... {alliance} [membership] [(under|by|in) its constitution]", **_ASPIRES),
        P("{state} 's ... (declared|stated|official|avowed|proclaimed|strategic|long-standing|ultimate|foremost|supreme) ... (aim|goal|objective|ambition|priority|policy) <is> ... {alliance}", **_ASPIRES),
        P(f"({_JOINING} {{alliance}}|{{alliance}} (membership|accession)) <is> {{state}} 's ... (declared|stated|official|avowed|proclaimed|strategic) ... (aim|goal|objective|ambition|policy|priority)", **_ASPIRES),
        P(f"{{states=govs}} ['s] ... (declared|declares|proclaimed|made|makes|named|set) ({_JOINING} {{alliance}}|{{alliance}} (membership|accession)) ... (aim|goal|objective|ambition|priority)", **_ASPIRES),
        P(f"({_JOINING} {{alliance}}|{{alliance}} (membership|accession)|membership|accession) <is> ... (declared|stated|official|avowed|proclaimed|strategic) ... (aim|goal|objective|ambition|policy|priority) ... of ... {{states=govs}}", anaphor=True, **_ASPIRES),
        P("{state} [<adverb>] (wants|has long wanted|seeks|wishes) to (join|enter|become a member of|belong to) {alliance}", **_ASPIRES),
        # who rejects an alliance's growth
        P(f"{{gov}} ... <opposes> ... ({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} ... {{alliance}}|{{x=states}} ['s] {_JOINING} {{alliance}}|{{x=states}} 's {{alliance}} (membership|accession|bid|entry)|{{x=demonym}} {_JOINING} {{alliance}}|{{x=demonym}} {{alliance}} (membership|accession)|{{alliance}} (membership|accession) (for|of) {{x=states}})", posture="rejects"),
        P(f"(for|to) {{gov}} [,] ... ({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} of {{alliance}}|{{x=states}} 's ... {{alliance}} ... |{{x=demonym}} {_JOINING} {{alliance}}|{_JOINING} {{alliance}}) <is> ... {_THREAT}", posture="rejects"),
        P(f"{{gov}} ... (sees|see|regards|regard|views|view|considers|perceives|treats|saw|has long seen|has long regarded|has always seen|has always regarded|has long viewed|looks on|looks upon) ... ({{alliance}} ['s] ... [{_GROWTH}]|{_GROWTH} ... {{alliance}}|{{x=states}} 's ... {{alliance}} ... ) ... [as|to be] ... {_THREAT}", posture="rejects"),
        P(f"{{gov}} <is> ... (hostile|opposed|averse) ... to ... ({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} ... {{alliance}})", posture="rejects"),
        P(f"{{gov}} , ... (opposed|hostile) to ... ({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} ... {{alliance}})", posture="rejects"),
        P(f"({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} of {{alliance}}) ... (<is>|has always been|has long been) ... {_THREAT} ... (to|for|by|in) {{gov}}", posture="rejects"),
        P(f"({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} of {{alliance}}) ... (opposed|resisted|rejected|resented|denounced|condemned) by {{gov}}", posture="rejects"),
        P(f"{{gov}} 's ... (opposition|objection|objections|hostility|resistance|aversion) to ... ({{alliance}} ['s] ... {_GROWTH}|{_GROWTH} ... {{alliance}})", posture="rejects"),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, words = match.phrasing.fixed, match.found.group()
        if fixed.get("stance"):
            yield from cls._stance(match)
            return
        if fixed.get("goal"):
            yield from cls._goal(match)
            return
        if words[0] > "\ue000" and not is_subject(match) and posture_of(fixed) != "rejects":
            return
        posture, mask, (start, end) = posture_of(fixed), match.sentence.mask, match.found.span()
        if posture == "rejects" and (_WITHIN.search(mask[:start]) or _asks(mask[:start])):
            return
        if fixed.get("bloc") and not re.search(
            r"\bmilitar|\ball\b|\bany\b|\bno\b|\b(?:neither|either)\b|\b(?:alliances|blocs|pacts)\b", words
        ):
            return
        if fixed.get("bloc") and (
            re.search(r"\b(?:(?<!military-)political|party|opposition|trade|trading|economic|electoral|customs)\b", words)
            or _asks(mask[:start])
        ):
            return
        states = match.ids("states") or match.ids("state") or match.ids("gov")
        states += match.ids("also_state")
        toward = match.id("alliance") or match.id("alliance_2") or match.id("alliance_3") or match.id("alliance_4")
        if fixed.get("anaphor") and not toward and (named := match.antecedent("alliance")):
            toward = named.id
        if posture in ("aspires_to", "rejects") and not toward:
            return
        record, published = match.sentence.context.record, match.sentence.context.published
        if posture == "rejects":
            # An ally may hold up a newcomer; that is no stance against its alliance.
            states = tuple(s for s in states if alliances.member(record, s, toward).at(published) is not SUPPORTED)
        basis = "constitution" if posture == "aspires_to" and (_SO_FAR.match(mask[end:]) or "constitution" in words) else ""
        for state in states:
            yield reading(match, cls(state, posture, toward, basis, "", match.negated))

    @classmethod
    def _stance(cls, match: Match) -> Iterator[Reading]:
        """Neutrality or nonalignment, told with a noun or an adjective."""
        fixed = match.phrasing.fixed
        noun = fixed["stance"] == "noun" or stance.POLICY.match(match.sentence.folded, match.found.end())
        told = stance.of_noun(match) if noun else stance.of_adjective(match)
        if told is None:
            return
        posture = fixed.get("posture") or ("neutral" if "neutral" in match.found.group() else "nonaligned")
        start, end = bounds(match, told.start, told.end)
        written = told.when.text if told.when else ""
        for state in told.states:
            tense = Tense.EVENT if written else Tense.PAST if told.past else Tense.PRESENT
            claim = cls(state, posture, "", "" if told.negated else told.basis, written, told.negated)
            yield reading(match, claim, tense).but(start=start, end=end)

    @classmethod
    def _goal(cls, match: Match) -> Iterator[Reading]:
        """An alliance named as an aim in a constitution."""
        sentence, mask, (start, end) = match.sentence, match.sentence.mask, match.found.span()
        first, last = around.segment(mask, start, end)
        clause = mask[first:last]
        if not _AIM.search(clause) or _asks(mask[:start]) or re.search(r"\b(?:not|no|never|without)\b", clause):
            return
        items = sentence.inside(first, last)
        toward = tuple(
            dict.fromkeys(
                item.what.id for item in items if item.letter == _L["alliance"] and isinstance(item.what, Mention) and item.what.id
            )
        )
        owners = [item for item in items if item.letter in (_L["state"], _L["capital"], _L["government"], _L["demonym"])]
        if (
            len({item.what.id for item in owners if isinstance(item.what, Mention)}) != 1
            or not 0 < len(toward) < 3
            or not isinstance(owners[0].what, Mention)
        ):
            return
        dates = [item for item in items if isinstance(item.what, Dated) and not re.search(r"\bsince\s*$", mask[first : item.at])]
        made = _MADE.search(clause)
        moment = dates[0].what.moment if len(dates) == 1 and made and isinstance(dates[0].what, Dated) else None
        places = (
            [item.at for item in items if item.letter == _L["alliance"]]
            + [item.at for item in owners]
            + [start, end - 1]
            + ([dates[0].at] if moment else [])
        )
        low, high = bounds(match, min(places), max(places) + 1)
        for alliance in toward:
            claim = cls(owners[0].what.id, "aspires_to", alliance, "constitution", moment.text if moment else "")
            yield reading(match, claim, Tense.EVENT if moment else Tense.PRESENT).but(start=low, end=high)

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
_SO_FAR = re.compile(r"\s*,?\s*(?:even\s+)?going so far as to (?:change|amend|rewrite|revise) (?:its|the) constitution")
_WITHIN = re.compile(r"\b(?:in|of|from|within|with|against)\s+(?:the\s+)?$")
_AIM = re.compile(
    r"\b(?:goal|aim|aims|objective|priority|ambition|ambitions|course|aspiration|aspirations|desire|wish|commit\w*|binds?|bound|oblig\w+|path|direction|membership|joining|integration|accession)\b",
    re.I,
)
_MADE = re.compile(
    r"\b(?:amend\w*|chang\w+|rewr\w+|revis\w+|wrote|written|enshrined|anchored|inscribed|fixed|put|adopted|added|amendment|laid\s+down|set\s+out)\b",
    re.I,
)
_ASKS = re.compile(r"\b(?:if|whether|should|could|would|might|may|why|unless)\b[^.;:,]*$", re.I)


def _asks(before: str) -> bool:
    """Whether the words before make it a question or a condition."""
    return bool(_ASKS.search(before))


def posture_of(fixed: Mapping[str, Any]) -> str:
    """The posture that a phrasing fixes."""
    return str(fixed["posture"])
