"""``bound_to_defend``: a state is bound to defend another, by treaty or by a guarantee that it gave."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import ClassVar

from foedus import alliance as alliances
from foedus.claims import pacts
from foedus.claims.claim import Claim, Reading, Tense, reading
from foedus.claims.clauses import bounds, slots
from foedus.claims.duties import duties
from foedus.dates import BEGINNING, NEVER, Moment
from foedus.language.names import Names
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS
from foedus.record import Record
from foedus.verdict import SUPPORTED, Truth, negate

_L = LETTERS
_PACT = "(treaty|pact|agreement|alliance|treaties|pacts|accord|declaration|compact|union|law|guarantee|convention)"
_UNDER = (
    f"(under|by|in|through|thanks to|according to) ... ({{t=treaty}}|[the] {{z=alliance}} ['s] [<treaty-noun>]|{_PACT}|Article {{art=n}})"
)


class BoundToDefend(Claim):
    """*defender* is bound to defend *defended*, by a treaty or a guarantee in force."""

    kind: ClassVar[str] = "bound_to_defend"
    defender: str
    defended: str
    negated: bool = False

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        P(f"{_UNDER} ... {{a=govs}} (defends|protects|guarantees|guards) ... {{b=govs}}"),
        # a treaty of mutual defence between two; treaty allies: who they are, stands around
        P("<mutual> ... <treaty-noun>", pact=True, beside=frozenset(_L["state"] + _L["capital"] + _L["government"])),
        P("{t=treaty}", pact=True, beside=frozenset(_L["state"] + _L["capital"] + _L["government"])),
        P("(security|defense|defence|military) (treaty|pact|alliance|treaties|pacts|alliances) with {b=govs}", star=True),
        P("(formal alliance|defense treaty|defence treaty|security treaty|defence pact|defense pact|treaty alliance) with {b=govs}", star=True),
        P("treaty [-] (ally|allies|partner|partners)", ally=True, beside=frozenset(_L["state"] + _L["capital"] + _L["government"])),
        # Any other words of duty: whose it is and to whom is told by what stands around them, see foedus.claims.duties.
        P("<duty>", whole=True, supposed=True, beside=frozenset(_L["state"] + _L["capital"] + _L["government"])),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        fixed, mask, found = match.phrasing.fixed, match.sentence.folded, match.found
        if fixed.get("whole"):
            for duty in match.sentence.once("duties", lambda: duties(match)):
                claim = cls(duty.defender, duty.defended, duty.negated)
                # "Promised in 1951": that it was bound at some time since, not on the very day.
                when = Moment(BEGINNING, match.sentence.context.published, "") if duty.past else None
                yield Reading(claim, *match.sentence.page_span(duty.start, duty.end), Tense.PAST if duty.past else Tense.PRESENT, when)
            return
        if fixed.get("pact") or fixed.get("star"):
            yield from cls._pact(match)
            return
        if fixed.get("ally"):
            yield from cls._allies(match)
            return
        if _OPEN.search(mask[: found.start()]):
            return
        pairs = [(a, b) for a in _all(match, "a") for b in _all(match, "b")]
        for defender, defended in pairs if len(pairs) < 13 and all(a != b for a, b in pairs) else ():
            yield reading(match, cls(defender, defended))

    @classmethod
    def _pact(cls, match: Match) -> Iterator[Reading]:
        """A treaty of mutual defence binds both of the states between which it is."""
        sentence, mask, (start, end) = match.sentence, match.sentence.folded, match.found.span()
        first, last = pacts.clause(mask, start, end)
        before, behind = mask[first:start], mask[end:last]
        if (
            _ONE_WAY.search(mask, first, last)
            or _UNSURE.search(before)
            or re.match(r"\s*(?:'|-|talks|negotiat|propos|draft|idea|would|could|might|will\b)", behind)
            or _PLANNED.search(behind)
        ):
            return
        if match.phrasing.fixed.get("star"):
            subject = _HAS.search(before)
            if subject is None:
                return
            one = pacts.side_states(sentence, sentence.inside(first + subject.start("a"), first + subject.end("a")))
            other = _all(match, "b")
            begin, finish = first + subject.start("a"), end
            negated = bool(_NONE.search(subject[0]))
        else:
            states = pacts.pair_around(match, start, end)
            if any("utual Defen" not in name.name and "utual defen" not in name.name for name in match.names("t")):
                return
            one, other = states[:1], states[1:]
            negated = bool(_NONE.search(before[-45:]))
            places = [item.at for item in sentence.inside(first, last) if item.letter in pacts.SIDES + _L["demonym"] + _L["person"]]
            if len(states) != 2 or not places:
                return
            begin, finish = min(start, *places), max(end, max(places) + 1)
        record = sentence.context.record
        pairs = [pair for a in one for b in other if a != b for pair in ((a, b), (b, a))]
        told = match.phrasing.fixed.get("star") or re.search(
            r"\b(?:has|have|had|signed|concluded|sealed|share|between|with|by|bind\w*|bound|unit\w+|link\w*|tie[sd]?)\b", mask[begin:finish]
        )
        if (
            not told
            or len(pairs) > 12
            or (not negated and not any(truth.when(SUPPORTED) for a, b in pairs for *_, truth in alliances.bonds(record, a, b)))
        ):
            return
        past = (
            None
            if negated
            else Tense.PAST
            if re.search(r"\b(?:signed|concluded|sealed|had|inked|was|were)\b", mask[begin:finish]) and "which" not in mask[begin:finish]
            else None
        )
        begin, finish = bounds(match, begin, finish)
        # "Signed a pact of mutual defence in 1951": that it bound them at some time since, not on the very day.
        when = Moment(BEGINNING, sentence.context.published, "") if past else None
        for defender, defended in pairs:
            yield reading(match, cls(defender, defended, negated), past, when).but(start=begin, end=finish)

    @classmethod
    def _allies(cls, match: Match) -> Iterator[Reading]:
        """Whose treaty ally a state is, is bound to defend it."""
        sentence, mask, (start, end) = match.sentence, match.sentence.folded, match.found.span()
        first, last = pacts.clause(mask, start, end)
        before = mask[first:start]
        whose = _WHOSE.search(before)
        of = _OF.match(mask, end, last)
        if _SOMEBODY_ELSE.search(before) or (whose and _SOMEBODY_ELSE.search(before[: whose.start()])) or _UNSURE.search(before):
            return
        if of:
            owners, head, tail = pacts.side_states(sentence, sentence.inside(*of.span("a"))), before, of.end()
        elif whose:
            owners, head, tail = _named(match, first + whose.start("a"), first + whose.end("a")), before[: whose.start()], end
        else:
            owners, head, tail = (), before, end
        listed = _LIST_AFTER.match(mask, tail, last)
        subject = _LIST_BEFORE.search(head)
        negated = bool(subject and _NONE.search(head[subject.start() :])) or bool(
            re.search(r"\b(?:not|no longer|never)\s+(?:a\s+|an\s+|the\s+)?$", head)
        )
        if re.search(r"\b(?:neither|nor)\b", head):
            return
        if subject:
            span = (first + subject.start("b"), first + subject.end("b"))
        elif listed:
            span = listed.span("b")
        else:
            return
        states = pacts.side_states(sentence, sentence.inside(*span))
        if not owners and subject and len(states) == 2 and match.found[0].strip().endswith("s"):
            pairs = [(states[0], states[1]), (states[1], states[0])]
        else:
            pairs = [(a, b) for a in owners for b in states if a != b]
        low, high = bounds(
            match, min(span[0], start, first + whose.start("a") if whose and not of else start), max(span[1], end, of.end() if of else end)
        )
        past = Tense.PAST if subject and re.search(r"\b(?:was|were)\b", head[subject.end("b") :]) and not negated else Tense.PRESENT
        for defender, defended in pairs if len(pairs) < 13 else ():
            yield reading(match, cls(defender, defended, negated), past).but(start=low, end=high)

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


_SOMEBODY_ELSE = re.compile(r"\b(?:neither|nor|former|ex|would-be|potential|non|not its|non-)[\s-]*$", re.I)

_OPEN = re.compile(r"\b(?:whether|if|why|should|question\w*|doubt\w*|want\w*|hop\w+|ask\w*|demand\w*)\b[^.;:]*$")
_UNSURE = re.compile(
    r"\b(?:want\w*|wish\w*|hop\w+|seek\w*|sought|negotiat\w+|propos\w+|discuss\w*|talk\w*|consider\w*|plan\w*|draft\w*|urg\w+|demand\w*|call\w*\s+for|if|whether|would|could|might|may|should|"
    r"will|offer\w*|question\w*|reject\w*|refus\w+|suggest\w*|possible|potential|toward|towards|about|ask\w*|without|instead\s+of)\b[^.;:—]*$"
)
_ONE_WAY = re.compile(rf"\b(?:oblig\w+|commit\w*|bind\w*|bound|requir\w+)\s+(?:the\s+)?[{pacts.SIDES}]\s+to\b")
_PLANNED = re.compile(
    r"\b(?:discussed|negotiated|proposed|drafted|planned|sought|considered|mooted|debated|offered|possible|on the table|expired|terminated|ended|lapsed|abrogated)\b"
)
_NONE = re.compile(
    r"\b(?:no|not|never|neither|without|lacks?|isn't|aren't|doesn't|don't|no\s+longer|ended|terminated|abrogated|denounced)\b"
)
_HAS = re.compile(
    rf"(?P<a>{pacts.SIDE_LIST})[^.;:,{_L['person']}]{{0,50}}?\b(?:has|have|had|maintains?|shares?|holds?|keeps?|signed|concluded|bound\s+by|through|under)\b[^.;:,]{{0,60}}$"
)
_WHOSE = re.compile(
    rf"(?P<a>[{pacts.SIDES}{_L['demonym']}])(?:'s?)?(?:\s*(?!\b(?:is|are|was|were|remains?|has|have)\b)[a-z-]+|\s+{_L['number']}|\s+and){{0,5}}\s*$"
)
_OF = re.compile(rf"(?:\s+(?:[a-z-]+|{_L['region']})){{0,5}}?\s+of\s+(?P<a>{pacts.SIDE_LIST})")
_LIST_AFTER = re.compile(
    rf"(?:\s+(?:in|across|around)\s+(?:the\s+)?(?:[a-z]+|{_L['region']}))?\s*(?:,|:|—|\(|\s-\s)?\s*(?:such\s+as|like|including|includes?|namely|are|is|were)?\s*(?P<b>{pacts.SIDE_LIST})"
)
_LIST_BEFORE = re.compile(
    rf"(?P<b>{pacts.SIDE_LIST})\s*(?:,\s*)?(?:(?:which|who|that)\s+)?(?:(?:is|are|was|were|remains?|became|has\s+been|have\s+been|being|isn't|aren't|has\s+long\s+been)\b|,|as\s+|both\b)(?:\s*(?:[a-z]+|,|{_L['number']}))*\s*$"
)


def _named(match: Match, start: int, end: int) -> tuple[str, ...]:
    """The states of names at a place in the mask, demonyms too."""
    return tuple(
        dict.fromkeys(
            name.id for item in match.sentence.inside(start, end) if (name := match.sentence.name_at(item.at)) and name.type == "state"
        )
    )


def _all(match: Match, slot: str) -> tuple[str, ...]:
    """The states in every slot of a name, in the order of the sentence."""
    return tuple(dict.fromkeys(id for name in slots(match, slot) for id in match.ids(name)))
