"""Timelines: step functions from days to values, in which every step knows the facts it rests on.

Every question that Foedus answers is a timeline, and every answer is a way to read one. This module is pure: it knows
nothing of records, and evidence is whatever hashable things the caller hands it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator
from datetime import date
from typing import Any, Generic, TypeVar

from foedus.dates import BEGINNING, END, Span
from foedus.values import Value

T = TypeVar("T")
U = TypeVar("U")

Evidence = tuple[Hashable, ...]


def merge_evidence(parts: Iterable[Evidence]) -> Evidence:
    """All of *parts* in order, each piece once."""
    return tuple(dict.fromkeys(piece for part in parts for piece in part))


class Step(Value, Generic[T]):
    """From *since* until the next step, the value is *value*, because of *evidence*."""

    since: date
    value: T
    evidence: Evidence = ()


class Timeline(Value, Generic[T]):
    """A step function over all days; its first step always begins at :data:`~foedus.dates.BEGINNING`.

    Neighbouring steps with equal values are one step: the later one's evidence is dropped, because what began the value
    is what it rests on.
    """

    steps: tuple[Step[T], ...]

    @classmethod
    def of(cls, steps: Iterable[Step[T]]) -> Timeline[T]:
        """Build from steps in any order; the first must begin at ``BEGINNING``, and no two on the same day."""
        ordered = sorted(steps, key=lambda step: step.since)
        if not ordered or ordered[0].since != BEGINNING:
            raise ValueError("a timeline must say what holds at the beginning of time")
        joined = [ordered[0]]
        for step in ordered[1:]:
            if step.since == joined[-1].since:
                raise ValueError(f"two steps begin on {step.since}")
            if step.value != joined[-1].value:
                joined.append(step)
        return cls(tuple(joined))

    @classmethod
    def constant(cls, value: T, evidence: Evidence = ()) -> Timeline[T]:
        """The timeline that has one value for ever."""
        return cls((Step(BEGINNING, value, evidence),))

    def step(self, day: date) -> Step[T]:
        """The step in force on *day*."""
        low, high = 0, len(self.steps)
        while high - low > 1:
            middle = (low + high) // 2
            if self.steps[middle].since <= day:
                low = middle
            else:
                high = middle
        return self.steps[low]

    def at(self, day: date) -> T:
        """The value on *day*."""
        return self.step(day).value

    def spans(self) -> Iterator[tuple[Span, Step[T]]]:
        """Each step with the span over which it holds."""
        for index, step in enumerate(self.steps):
            until = self.steps[index + 1].since if index + 1 < len(self.steps) else END
            yield Span(step.since, until), step

    def when(self, holds: Callable[[T], Any] | T) -> list[Span]:
        """The maximal spans on which a condition, or a value, holds."""
        test: Callable[[T], Any] = holds if callable(holds) else lambda value: value == holds
        found: list[Span] = []
        for span, step in self.spans():
            if test(step.value):
                if found and found[-1].until == span.since:
                    found[-1] = Span(found[-1].since, span.until)
                else:
                    found.append(span)
        return found

    def between(self, since: date, until: date) -> list[tuple[Span, Step[T]]]:
        """The steps that overlap ``[since, until)``, each cut to it."""
        return [
            (Span(max(span.since, since), min(span.until, until)), step)
            for span, step in self.spans()
            if span.since < until and span.until > since
        ]

    def map(self, change: Callable[[T], U]) -> Timeline[U]:
        """The same steps with other values."""
        return Timeline.of(Step(step.since, change(step.value), step.evidence) for step in self.steps)

    def edges(self) -> list[date]:
        """The days on which the value changes."""
        return [step.since for step in self.steps[1:]]

    def cut(self, day: date, before: Timeline[T]) -> Timeline[T]:
        """*before* up to *day*, and this timeline from *day* on."""
        earlier = [step for step in before.steps if step.since < day]
        later = [step for step in self.steps if step.since > day]
        current = self.step(day)
        return Timeline.of([*earlier, Step(day, current.value, current.evidence), *later] if day > BEGINNING else self.steps)


def combine(values: Callable[..., U], *parts: Timeline[Any], evidence: Callable[..., Evidence] | None = None) -> Timeline[U]:
    """One timeline of several: on each day ``values(*parts' values)``.

    Each step rests on the evidence of all parts, unless *evidence*, called with the parts' steps, picks less.
    """
    days = sorted({step.since for part in parts for step in part.steps}) or [BEGINNING]
    steps = []
    for day in days:
        current = [part.step(day) for part in parts]
        chosen = evidence(*current) if evidence else merge_evidence(step.evidence for step in current)
        steps.append(Step(day, values(*(step.value for step in current)), chosen))
    return Timeline.of(steps)
