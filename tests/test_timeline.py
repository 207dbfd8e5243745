"""Laws of timelines."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from foedus.dates import BEGINNING, END
from foedus.timeline import Step, Timeline, combine

DAYS = st.dates(min_value=date(1900, 1, 1), max_value=date(2100, 1, 1))


@st.composite
def timelines(draw: st.DrawFn) -> Timeline[int]:
    days = draw(st.lists(DAYS, unique=True, max_size=6))
    values = draw(st.lists(st.integers(0, 2), min_size=len(days) + 1, max_size=len(days) + 1))
    return Timeline.of(
        Step(day, value, (f"fact {index}",)) for index, (day, value) in enumerate(zip([BEGINNING, *days], values, strict=True))
    )


@given(timelines(), DAYS)
def test_a_step_holds_from_its_day(timeline: Timeline[int], day: date) -> None:
    step = timeline.step(day)
    assert step.since <= day
    assert not any(step.since < other.since <= day for other in timeline.steps)


@given(timelines())
def test_neighbouring_steps_differ(timeline: Timeline[int]) -> None:
    assert all(a.value != b.value for a, b in pairwise(timeline.steps))


@given(timelines(), st.integers(0, 2))
def test_when_is_exact_at_both_ends(timeline: Timeline[int], value: int) -> None:
    for span in timeline.when(value):
        assert timeline.at(span.since) == value
        if span.until < END:
            assert timeline.at(span.until - timedelta(days=1)) == value
            assert timeline.at(span.until) != value
        if span.since > BEGINNING:
            assert timeline.at(span.since - timedelta(days=1)) != value


@given(timelines(), timelines(), DAYS)
def test_combining_is_pointwise(one: Timeline[int], other: Timeline[int], day: date) -> None:
    assert combine(lambda a, b: a + b, one, other).at(day) == one.at(day) + other.at(day)


@given(timelines(), DAYS)
def test_mapping_is_pointwise(timeline: Timeline[int], day: date) -> None:
    assert timeline.map(lambda value: value % 2).at(day) == timeline.at(day) % 2


@given(timelines(), timelines(), DAYS, DAYS)
def test_cutting_keeps_what_was_before(one: Timeline[int], other: Timeline[int], cut: date, day: date) -> None:
    assert one.cut(cut, other).at(day) == (other.at(day) if day < cut else one.at(day))


@given(timelines(), DAYS, st.integers(1, 5000))
def test_between_covers_exactly_what_was_asked(timeline: Timeline[int], since: date, length: int) -> None:
    until = since + timedelta(days=length)
    parts = timeline.between(since, until)
    assert parts[0][0].since == since
    assert parts[-1][0].until == until
    assert all(a[0].until == b[0].since for a, b in pairwise(parts))
