"""``border``: two neighbours share a land border, of some length, or one that grows if a state joins an alliance."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any, ClassVar

from foedus import alliance as alliances
from foedus import border as borders
from foedus.claims.claim import Claim, Reading, Tense, join_words, reading
from foedus.claims.lengths import lengths
from foedus.claims.neighbours import neighbours
from foedus.fact import Fact
from foedus.facts import Membership
from foedus.language.names import Mention, Names
from foedus.language.numbers import HEDGE_PHRASES, KM, agrees, plain
from foedus.language.phrasing import Match, P, Phrasing
from foedus.language.sentence import LETTERS, Item
from foedus.record import Record
from foedus.timeline import Timeline, combine
from foedus.verdict import NOT_ENOUGH_INFO, REFUTED, Truth, Verdict, any_of, negate

_BORDER = (
    "[long|long,|lengthy|vast|sizable|new|short|extensive|longest|disputed|porous|undefended|contested|closed|mountainous|forested|wooded|heavily guarded|Arctic|heavily forested|heavily fortified|sparsely populated|tense|volatile|sensitive|de facto] "
    "[shared|common|direct|external|eastern|western|northern|southern|northeastern|southeastern|northwestern|southwestern|total|entire|whole|combined|maritime|international|mutual|joint] [land|overland] "
    "(border|frontier|boundary|borders|frontiers|land-border|borderline|border line|boundary line)"
)
_LENGTH = "[the] [total|combined|overall|current|present] [length|size|extent|mileage] [of]"
_NPS = (
    f"{_LENGTH} ({{a=alliance}} 's|its|{{a2=alliance}}) {_BORDER} (with|to|along) {{b=state}}",
    f"{_LENGTH} [the] {_BORDER} (between|of) {{a=alliance}} (and|with) {{b=state}}",
    f"{_LENGTH} [the] {_BORDER} [that|which] ({{a=alliance}}|it|the alliance) (shares|has|share|shared) with {{b=state}}",
    f"{_LENGTH} {{b=state}} 's {_BORDER} (with|to) {{a=alliance}} [members|countries|states|member states|territory]",
    "[the] (line|frontier|border) (along|at) which {a=alliance} and {b=state} (meet|touch) [on land]",
)
"""The ways to speak of an alliance's border with a state."""
_HEDGE = "[more than|at least|nearly|almost|roughly|about|approximately|around|effectively|practically|over|more or less|as good as|virtually|well over|slightly more than]"
_GROW = f"({_HEDGE} (double|doubles|doubled|doubling|triple|triples|tripled|tripling)|(a|the) {_HEDGE} (doubling|tripling) (of|in))"
_WOULD = "(would|will|could|is set to|was set to|is going to|is expected to|would also|will also|is poised to|is about to|stands to|would then|would thus|would thereby|would suddenly)"
_LONGER = (
    f"((is|are|became|has become|grew|is now|are now) [<adverb>] {_HEDGE} (twice|double|two times) (as long|its length|the length|its former length|its old length|what it was)|(would|will|could|is set to|is going to|is expected to|would also|will also|would then|would thus|would suddenly|has|have|had|were to|more than) [<manner>|thereby|thus|also|then] ({_HEDGE} (double|doubled|triple|tripled)|be {_HEDGE} (doubled|tripled)|grow to twice its [length|size|current length|present length]|"
    f"(be|become|grow) {_HEDGE} (twice|double|two times) (as long|its length|its current length|the length|the current length|the present one)))"
)
_TWICE = f"{_HEDGE} (twice|double|two times) (as much|the length of|the|as long a|as long|its current|its present|the length|its|as many kilometres of|as many miles of) [of] [its] [present|current]"
_LONG = "[- long|long]"
_RUNS = (
    "(is|was|measures|measured|stretches|runs|extends|spans|totals|is now|is some|stretches for|runs for|extends for|stretching|stretching for|running|running for|measuring|spanning|extending|extending for|of|"
    "that runs|that runs for|that stretches|that stretches for|that is|which is|, which stretches|, which runs|, which is|comes to|amounts to|runs to|stands at|stretching over|stretches over|stretching across|extends over|extends to|snakes|snaking|winds|winds for|reaches|measures some|is more than|that spans|has a length of|with a length of|covers)"
)


class Border(Claim):
    """*a* and *b* share a land border, *km* long; or one that is *ratio* times as long once the states *with_* belong to the alliance *a*."""

    kind: ClassVar[str] = "border"
    a: str
    b: str
    km: float | None = None
    ratio: float | None = None
    with_: tuple[str, ...] = ()
    hedge: str = ""
    negated: bool = False
    grain: float = 0.0
    """How finely the length was written; no argument of its own."""
    mood: str = ""
    """``would`` (a supposition), ``did`` (what an accession has brought about), or empty for either."""

    phrasings: ClassVar[tuple[Phrasing, ...]] = (
        # an alliance's border that grows
        *(P(f"{_GROW} {what}", supposed=True, grows=True) for what in _NPS),
        *(P(f"{what} {_LONGER}", supposed=True, grows=True) for what in _NPS),
        *(P(f"{what} {_HEDGE} (doubled|doubles|tripled)", supposed=True, grows=True) for what in _NPS[:2]),
        P(f"{{a=alliance}} {_WOULD} (share|have|gain|get|acquire) [a|the] ({_TWICE} {_BORDER}|{_BORDER} {_HEDGE} (twice|double) (as long|the length|the size)) with {{b=state}}", supposed=True, grows=True),
        P(f"{{a=alliance}} {_WOULD} (share|have|gain|get|acquire) [a|the] {_BORDER} with {{b=state}} [that is] {_HEDGE} (twice|double) (as long|the length|the size|its current length)", supposed=True, grows=True),
        P(f"(made|makes|making|has made|would make|will make) {{a=alliance}} 's {_BORDER} with {{b=state}} {_HEDGE} (twice|double) (as long|the length|its length)", supposed=True, grows=True),
        P(f"{{a=alliance}} [~] (a|the) {_BORDER} with {{b=state}} [that is] {_HEDGE} (twice|double) (as long|the length|the size|its current length)", supposed=True, grows=True),
        P(f"{{a=alliance}} {_WOULD} see (its|the) {_BORDER} with {{b=state}} {_HEDGE} (double|triple|doubled|grow to twice its length)", supposed=True, grows=True),
        # a length: the sentence is looked at as a whole, see foedus.claims.lengths
        P("(border|borders|frontier|frontiers|boundary|bordered|bordering|neighbour|neighbours|neighbor|neighbors|meet)", whole=True, supposed=True, beside=frozenset([LETTERS["number"]])),
        P(f"(the {{two=n}} [neighbours|neighbors|countries|nations|states]|the neighbours|the neighbors|both countries|they) (share|have|are separated by|are divided by) [a|an] ({{n}} {_LONG} [of] {_BORDER}|{_BORDER} {_RUNS} {{n}})", two=True),
        # neighbours, see foedus.claims.neighbours
        P("(border|borders|bordered|frontier|frontiers|boundary|boundaries|neighbour|neighbours|neighbor|neighbors|abuts|adjoins|bordering|touches|hemmed|surrounded|flanked|bounded|wedged|sandwiched|meet)", near=True, supposed=True, beside=frozenset([LETTERS["state"]])),
    )  # fmt: skip

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        text = match.found.group().lower()
        if "maritime" in text:
            return
        if match.phrasing.fixed.get("whole"):
            for found in match.sentence.once("lengths", lambda: lengths(match)):
                claim = cls(found.a, found.b, found.quantity.value, hedge=found.quantity.hedge, grain=found.quantity.grain)
                yield Reading(claim, found.start, found.end, Tense.PAST if found.past else Tense.PRESENT)
            return
        if match.phrasing.fixed.get("near"):
            for near in match.sentence.once("neighbours", lambda: neighbours(match)):
                tense = Tense.PAST if near.past else Tense.PRESENT
                yield Reading(cls(near.a, near.b, negated=near.negated), *match.sentence.page_span(near.start, near.end), tense)
            return
        if match.phrasing.fixed.get("grows"):
            yield from cls._growing(match, 3.0 if "tripl" in text else 2.0, text)
            return
        pair, number = _two(match), match.quantity("two")
        if number is not None and number.value != 2:
            return
        if len(pair) == 2 and (quantity := match.quantity() or match.quantity("n_2")) and quantity.unit == "km":
            yield reading(match, cls(*pair, quantity.value, hedge=quantity.hedge, grain=quantity.grain))

    @classmethod
    def _growing(cls, match: Match, ratio: float, text: str) -> Iterator[Reading]:
        before = match.sentence.mask[: match.found.start()]
        alliance, other = match.id("a") or match.id("a2") or _nearest_alliance(match), match.id("b")
        joiners = _joiners(match, other)
        if not alliance or not joiners or _DENIED.search(re.split(r"[.;:—]", before)[-1]):
            return
        mood = _mood(text, before, match.sentence.mask[match.found.end() :])
        hedge = next((sign for words, sign in _RATIO_HEDGES if re.search(rf"\b{words} (?:a )?(?:doubl|tripl|twice)", text)), "")
        tense = {"would": Tense.SUPPOSED, "did": Tense.EVENT}.get(mood, Tense.PRESENT)
        made = reading(match, cls(alliance, other, ratio=ratio, with_=joiners, hedge=hedge, mood=mood), tense)
        first = match.sentence.offset + match.sentence.original(_start_of_growth(match, joiners))
        yield made.but(start=min(first, made.start))

    def args(self) -> dict[str, Any]:
        found = {name: value for name, value in super().args().items() if name not in ("grain", "mood", "with_")}
        if self.km is not None:
            found["km"] = round(self.km) if self._miles is not None or self.km == round(self.km) else self.km
        if self.ratio is not None and self.ratio == int(self.ratio):
            found["ratio"] = int(self.ratio)
        if self.with_:
            found["with"] = self.with_[0] if len(self.with_) == 1 else list(self.with_)
        return found

    def truth(self, record: Record) -> Truth:
        if self.ratio is not None:
            parts = [part(record) for mood, part in (("would", self._supposed), ("did", self._brought_about)) if self.mood in ("", mood)]
            return any_of(parts)
        side, other = (
            (self.b, self.a) if record.coverage("members", self.b) and not record.coverage("members", self.a) else (self.a, self.b)
        )
        touching = borders.touch(record, side, other)
        if self.km is None:
            return negate(touching) if self.negated else touching

        def judge(lengths: Mapping[str, borders.Length], near: Verdict) -> Verdict:
            if not lengths:
                return REFUTED if near is REFUTED else NOT_ENOUGH_INFO
            # Miles are converted from kilometres, now rounded, now cut off: a whole unit either way is no mistake.
            grain = self.grain * 2 if self._miles is not None else self.grain
            return borders.judged(agrees(self.km or 0.0, self.hedge, length.km, grain) for length in lengths.values())

        return combine(
            judge, borders.between(record, side, other), touching, evidence=lambda lengths, near: lengths.evidence or near.evidence
        )

    def _supposed(self, record: Record) -> Truth:
        def judge(value: Mapping[str, borders.Growth] | Membership | None) -> Verdict:
            return REFUTED if isinstance(value, Membership) else self._ratio_verdict(value or {})

        return borders.supposed_growth(record, self.a, self.with_, self.b).map(judge)

    def _brought_about(self, record: Record) -> Truth:
        growth = borders.come_growth(record, self.a, self.with_, self.b)
        if growth is not None:
            return growth.map(lambda value: REFUTED if value is None else self._ratio_verdict(value))
        coverage = record.coverage("members", self.a)
        return Timeline.constant(REFUTED, (coverage,)) if coverage else Timeline.constant(NOT_ENOUGH_INFO)

    def _ratio_verdict(self, growth: Mapping[str, borders.Growth]) -> Verdict:
        # Nobody writes "double" of an exact ratio: without a hedge it is read as "about double".
        return borders.judged(agrees(self.ratio or 0.0, self.hedge or "~", part.ratio) for part in growth.values())

    @property
    def _miles(self) -> float | None:
        """The length in miles, if that is how it was written."""
        miles = round((self.km or 0.0) / KM["mile"], 3)
        written = self.km is not None and self.grain and abs(self.grain / KM["mile"] - round(self.grain / KM["mile"], 3)) < 1e-9
        return miles if written else None

    def wording(self, names: Names) -> str:
        a, b = names.say(self.a), names.say(self.b)
        if self.ratio is not None:
            hedge = {">": "more than ", ">=": "at least ", "~": "roughly "}.get(self.hedge, "")
            verb = {2.0: "double", 3.0: "triple"}[self.ratio]
            verb = f"would {hedge}{verb}" if self.mood == "would" else f"{hedge}{verb}d" if self.mood == "did" else f"{hedge}{verb}s"
            return f"the accession of {join_words([names.say(state) for state in self.with_])} to {a} {verb} {a}'s land border with {b}"
        if self.km is not None:
            length = f"{plain(self._miles)} miles" if self._miles is not None else f"{plain(self.km)} km"
            return f"the land border between {a} and {b} is {HEDGE_PHRASES[self.hedge].replace('fewer', 'less')}{length} long"
        return f"{a} {'does not have' if self.negated else 'has'} a land border with {b}"

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        if self.km is not None or self.ratio is not None:
            return None
        yes_no = ((" borders ", " does not border "), (" shares a ", " does not share a "), (" has a ", " has no "))
        no_yes = (
            (" does not border ", " borders "),
            (" does not share a ", " shares a "),
            (" does not have a ", " has a "),
            (" has no ", " has a "),
        )
        for wrong, right in no_yes if self.negated else yes_no:
            if wrong in words:
                return words.replace(wrong, right, 1)
        return None

    def checked_through(self, record: Record) -> date | None:
        coverage = record.coverage("borders", "*")
        days = [coverage.through] if coverage else []
        days += [through for side in (self.a, self.b) if (through := alliances.checked_through(record, side))]
        return min(days) if days else None

    def overtaken_by(self, record: Record, after: date) -> Fact | None:
        spells = [
            spell for state in self.with_ for spell in record.of(Membership, state=state, alliance=self.a) if spell.since.latest > after
        ]
        # With several joiners, the supposition has come about once the last of them has joined.
        return max(spells, key=lambda spell: spell.since.latest) if {spell.state for spell in spells} >= set(self.with_) else None


_RATIO_HEDGES = (
    ("more than", ">"), ("over", ">"), ("at least", ">="), *((words, "~") for words in ("nearly", "almost", "roughly", "about", "approximately", "around", "more or less", "as good as", "virtually", "practically")),
)  # fmt: skip
_HYPOTHETICAL = re.compile(
    r"\b(?:would|could|will|may|might|if|should|set to|seek\w*|apply|applied|applying|bid|hop(?:e|es|ing)|plan\w*|prospect\w*|potential\w*|poised|proposed|intend\w*|were\s+\S+\s+to)\b", re.I
)  # fmt: skip
_DENIED = re.compile(r"\b(?:not|never|\w+n't|den(?:y|ies|ied)|doubts?|myth|falsely|wrongly|no longer|untrue|nobody|without)\b", re.I)


def _mood(text: str, before: str, after: str) -> str:
    """Whether a border's growth is supposed, has come about, or may be either."""
    if re.search(r"\bmade\b|\b(?:is|are|became|has become|grew)\b(?:\W+\w+){0,4}\W+(?:twice|double|two times)\b", text) and not re.search(
        r"\b(?:would|will|could|set|expected|going)\b", text
    ):
        return "did"
    if re.search(r"\b(?:would|will|could|set to|going to|expected to|were to)\b", text) or (
        re.search(r"\b(?:double|triple|twice)\b", text) and not re.search(r"\b(?:has|have|had)\b", text)
    ):
        return "would"
    if re.search(r"\b(?:doubled|tripled)\b", text):
        return "would" if re.search(r"\bbe\b|\bwould\b", text) else "did"
    if re.search(r"\b(?:doubling|tripling)\b", text):
        if _HYPOTHETICAL.search(before) or re.match(r"\s*[^.;,]*\b(?:would|will|could|might)\b", after):
            return "would"
        return "did" if re.search(r"\b(?:joined|entered|acceded|became|has|have)\b|^\s*by\b", before, re.I) else ""
    return ""


def _nearest_alliance(match: Match) -> str:
    """Whose border "its" is, of an alliance: the last one named."""
    named = match.antecedent("alliance")
    return named.id if named else ""


_LEAD = re.compile(
    r"(?:'s?)?(?:\s+(?:the|a|an|to|of|into|in|accession|entry|membership|admission|joining|inclusion|entering|addition|would|will|could|has|have|also|at|least|thus|thereby|effectively|immediately|more|"
    r"than|nearly|roughly|set|is|was|are|join|nato|last|year|mean|means|bring|see|alliance|by|itself|[\ue000-\ue010\ue00f]))*\s*$"
)
"""What may stand between those who join and the growth for both to be one assertion."""


def _start_of_growth(match: Match, joiners: tuple[str, ...]) -> int:
    """Where the words begin that carry the claim: at the joiners, if nothing else stands between."""
    start = match.found.start()
    ats = [item.at for item, id in _state_items(match) if item.at < start and id in joiners]
    if not ats or not _LEAD.fullmatch(match.sentence.folded[max(ats) + 1 : start]):
        return start
    first = min(ats) if len(ats) <= len(joiners) else max(ats)
    lead = re.search(
        r"(?:\b(?:the|adding|admitting|including|accession|entry|membership|admission|of|for|in)\s+)+$", match.sentence.folded[:first]
    )
    return lead.start() if lead else first


def _state_items(match: Match) -> Iterator[tuple[Item, str]]:
    """The states named before the match, nearest first, then those after it."""
    sentence, start, end = match.sentence, match.found.start(), match.found.end()
    for item in (*sentence.before(start), *(item for item in sentence.items if item.at >= end)):
        if isinstance(item.what, Mention) and item.what.type == "state":
            yield item, item.what.id


def _joiners(match: Match, other: str) -> tuple[str, ...]:
    """The states whose joining the sentence speaks of: the nearest one, with those joined to it by "and"."""
    found: list[str] = []
    previous: Item | None = None
    for item, id in _state_items(match):
        if previous is not None:
            low, high = sorted((previous.at, item.at))
            if not re.fullmatch(r"\s+and\s+(?:the\s+)?", match.sentence.mask[low + 1 : high]):
                break
        elif id == other:
            continue
        if id != other:
            found.insert(0, id)
        previous = item
    return tuple(dict.fromkeys(found))


def _two(match: Match) -> tuple[str, ...]:
    """The two states that "they" or "the two countries" are: the only ones named lately."""
    before = [
        item.what.id for item in match.sentence.before(match.found.start()) if isinstance(item.what, Mention) and item.what.type == "state"
    ]
    found = dict.fromkeys(before)
    if len(found) != 2:
        states = [name.id for name in match.sentence.context.mentioned if name.type == "state"]
        found = dict.fromkeys(states[-4:])
    return tuple(found) if len(found) == 2 else ()
