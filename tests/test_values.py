"""Immutable values: what a frozen dataclass would do."""

from __future__ import annotations

import pytest

from foedus.values import Value


class Point(Value):
    x: int
    y: int = 0


class Named(Point, kw_only=True):
    name: str


def test_fields_are_given_by_place_by_name_or_by_default() -> None:
    assert (Point(1).y, Point(1, 2).y, Point(1, y=3).y) == (0, 2, 3)
    assert Named(x=1, name="a") == Named(name="a", x=1, y=0)


def test_equal_values_are_equal_and_hash_alike_and_others_are_not() -> None:
    assert Point(1, 2) == Point(1, 2)
    assert len({Point(1, 2), Point(1, 2), Point(2, 1)}) == 2
    assert Point(1, 0) != Named(x=1, name="a")


def test_a_value_does_not_change_but_makes_another() -> None:
    point = Point(1, 2)
    with pytest.raises(AttributeError, match=r"Point does not change: make another with but\(x=…\)"):
        point.x = 5  # type: ignore[misc]
    assert point.but(x=5) == Point(5, 2)
    assert point == Point(1, 2)


@pytest.mark.parametrize(
    ("values", "named", "message"),
    [
        ((), {}, "Point needs 'x'"),
        ((1, 2, 3), {}, "Point has 2 fields, not 3"),
        ((1,), {"z": 3}, "Point has no field z, or was given it twice"),
        ((1,), {"x": 3}, "Point has no field x, or was given it twice"),
    ],
)
def test_wrong_fields_are_named(values: tuple[int, ...], named: dict[str, int], message: str) -> None:
    with pytest.raises(TypeError, match=message):
        Point(*values, **named)
