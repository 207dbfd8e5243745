"""What every kind of claim is: typed arguments, phrasings that make it, a timeline of its truth, and wording that prints it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum
from typing import Any, ClassVar

from foedus.dates import BEGINNING, Moment
from foedus.fact import Fact
from foedus.language.names import Names
from foedus.language.phrasing import Match, Phrasing
from foedus.record import Record
from foedus.timeline import Step, Timeline
from foedus.values import Value
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED, Truth, ever


class Tense(StrEnum):
    """When a sentence places what it says."""

    PRESENT = "present"
    PAST = "past"
    EVENT = "event"
    """Something that happened on a day: once so, always so."""
    SUPPOSED = "supposed"
    """What would follow if something came about: judged on a scenario of the day."""


class Claim(Value):
    """The root of all kinds. A kind is a value; its fields are the public arguments."""

    kind: ClassVar[str]
    phrasings: ClassVar[tuple[Phrasing, ...]] = ()

    def args(self) -> dict[str, Any]:
        """The arguments by their public names; what the words do not give is left out."""
        found = {}
        for name in self._fields:
            value = getattr(self, name)
            if value is None or value == () or value == "" or value is False:
                continue
            found[name] = list(value) if isinstance(value, tuple) else value
        return found

    @classmethod
    def read(cls, match: Match) -> Iterator[Reading]:
        """The claims that a phrasing's match makes; none when its parts do not fit together."""
        raise NotImplementedError

    def resolved(self, record: Record, day: date) -> Claim:
        """The claim with its descriptions ("the Baltic allies") replaced by what they stand for on a day."""
        return self

    def truth(self, record: Record) -> Truth:
        """Whether it is so, day by day, by this record."""
        raise NotImplementedError

    def wording(self, names: Names) -> str:
        """The claim as an English sentence without a full stop; it parses back to the same claim."""
        raise NotImplementedError

    def correction(self, record: Record, day: date, words: str, names: Names) -> str | None:
        """*words* as they would have to read on *day*, or ``None`` when no small change makes them true."""
        return None

    def checked_through(self, record: Record) -> date | None:
        """The day through which the lists that the claim rests on were checked."""
        return None

    def overtaken_by(self, record: Record, after: date) -> Fact | None:
        """For a supposition: the fact that made it come about after a day."""
        return None

    def context(self, record: Record) -> tuple[Fact, ...]:
        """Facts that do not decide the claim but belong beside it: the other side's words, what settled a dispute later."""
        return ()


class Reading(Value):
    """A claim as a page makes it: the exact words, and how they place it in time."""

    claim: Claim
    start: int
    end: int
    tense: Tense = Tense.PRESENT
    when: Moment | None = None
    """For a past state of affairs: the day or period in which it is said to have been so."""
    attributed_to: str | None = None


def truth_of(claim: Claim, record: Record) -> Truth:
    """The claim's timeline, computed once a record."""
    return record.once(("truth", claim), lambda: claim.truth(record))


def placed_truth(reading: Reading, record: Record) -> Truth:
    """The timeline on which a reading is judged: the claim's own, or what the sentence's tense makes of it."""
    truth = truth_of(reading.claim, record)
    if reading.tense is Tense.PAST:
        if reading.when is None:
            return ever(truth)
        period = truth.between(reading.when.earliest, reading.when.latest + timedelta(days=1))
        best = min(period, key=lambda part: (SUPPORTED, CONFLICTING, NOT_ENOUGH_INFO, REFUTED).index(part[1].value))
        return Truth.constant(best[1].value, best[1].evidence)
    return truth


def reading(
    match: Match, claim: Claim, tense: Tense | None = None, when: Moment | None = None, attributed_to: str | None = None
) -> Reading:
    """A reading of the whole match; without *tense*, the match's own verbs decide between present and past."""
    start, end = match.span()
    return Reading(claim, start, end, tense or (Tense.PAST if match.past else Tense.PRESENT), when, attributed_to)


def happened(moments: list[tuple[Moment, Fact]], written: Moment | None, coverage: Fact | None) -> Truth:
    """The truth of "it happened (on the day written)": false until the event, true from its day on.

    *moments* are the event's dates, one an account. A date that none of the accounts allows makes it refuted on every day;
    accounts that disagree on the written date make it conflicting.
    """

    absent = REFUTED if coverage else NOT_ENOUGH_INFO
    if not moments:
        return Timeline.constant(absent, (coverage,) if coverage else ())
    steps: dict[date, Step[Any]] = {BEGINNING: Step(BEGINNING, absent, (coverage,) if coverage else ())}
    fitting = [(moment, fact) for moment, fact in moments if written is None or fits(moment, written)]
    # What is refuted because the date is wrong rests on the fact that has the right one.
    if not fitting:
        return Timeline.constant(REFUTED, tuple(fact for _, fact in moments))
    value = SUPPORTED if len(fitting) == len(moments) else CONFLICTING
    first, fact = min(fitting, key=lambda pair: pair[0].latest)
    if written is not None and not _certain(first, written):
        value = NOT_ENOUGH_INFO
    steps[first.latest] = Step(first.latest, value, (fact,) if value is SUPPORTED else tuple(f for _, f in moments))
    return Timeline.of(steps.values())


def fits(moment: Moment, written: Moment) -> bool:
    """Whether the event's day may lie in the written one, month or year."""
    return moment.earliest <= written.latest and moment.latest >= written.earliest


def _certain(moment: Moment, written: Moment) -> bool:
    return written.earliest <= moment.earliest and moment.latest <= written.latest


def join_words(words: list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} and {words[-1]}" if words else ""


def spell_date(text: str) -> str:
    """An ISO or EDTF date as English has it, with its preposition: ``on 4 April 2023``, ``in April 2023``, ``in 2023``, ``in the 1990s``."""
    from foedus.dates import long_form, parse_moment

    moment = parse_moment(text)
    if re.fullmatch(r"(\d{3})0/(?:\1)9", text):
        return f"in the {text[:4]}s"
    if "/" in text:
        return f"between {moment.earliest} and {moment.latest}"
    if moment.exact:
        return f"on {long_form(moment.earliest)}"
    return f"in {moment.earliest:%B %Y}" if len(text) == 7 else f"in {moment.earliest.year}"
