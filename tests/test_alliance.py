"""Laws of membership, on made records, and what the edition says of NATO."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given

from foedus.alliance import bound, member, member_count, members
from foedus.dates import BEGINNING, END
from foedus.facts import Coverage, Membership
from foedus.record import Layer, Record
from foedus.verdict import CONFLICTING, NOT_ENOUGH_INFO, REFUTED, SUPPORTED
from tests.helpers import edition
from tests.strategies import ALLIANCE, DAYS, STATES, records


@given(records(), DAYS)
def test_the_count_is_the_sum_of_the_members(record: Record, day: date) -> None:
    count = member_count(record, ALLIANCE).at(day)
    assert (
        count.low == sum(member(record, state, ALLIANCE).at(day) is SUPPORTED for state in STATES) == len(members(record, ALLIANCE).at(day))
    )


@given(records())
def test_spells_hold_on_their_first_and_last_day_and_on_neither_neighbour(record: Record) -> None:
    for state in STATES:
        truth = member(record, state, ALLIANCE)
        for spell in record.of(Membership, state=state):
            assert truth.at(spell.since.latest) is SUPPORTED
            assert truth.at(spell.since.latest - timedelta(days=1)) is not SUPPORTED
            if spell.until.latest < END:
                assert truth.at(spell.until.latest - timedelta(days=1)) is SUPPORTED
                assert truth.at(spell.until.latest) is not SUPPORTED


@given(records(), DAYS)
def test_every_verdict_cites_a_fact_and_falls_without_it(record: Record, day: date) -> None:
    for state in STATES:
        step = member(record, state, ALLIANCE).step(day)
        if step.value is NOT_ENOUGH_INFO:
            continue
        assert step.evidence
        without = record.overlay(Layer("without", lambda kind: (), dict.fromkeys(step.evidence)))
        assert member(without, state, ALLIANCE).at(day) is not step.value


@given(records(), DAYS, DAYS)
def test_what_is_known_on_a_day_leaves_out_what_became_known_later(record: Record, known: date, day: date) -> None:
    view = record.known(known)
    assert all(fact.known <= known for fact in view.of(Membership))
    assert all(fact.until.latest == END or fact.until_known <= known for fact in view.of(Membership))


def test_outside_coverage_nothing_is_denied() -> None:
    uncovered = edition().overlay(Layer("without", lambda kind: (), dict.fromkeys(edition().of(Coverage))))
    assert member(uncovered, "AUT", "NATO").at(date(2022, 1, 1)) is NOT_ENOUGH_INFO
    assert member(edition(), "AUT", "NATO").at(date(2022, 1, 1)) is REFUTED


# Numbers of members after each enlargement: NATO's own list of enlargements.
@pytest.mark.parametrize(
    ("day", "n"),
    [
        ("1949-08-23", 0), ("1949-08-24", 12), ("1952-02-18", 14), ("1955-05-06", 15), ("1982-05-30", 16), ("1999-03-12", 19), ("2004-03-29", 26),
        ("2009-04-01", 28), ("2017-06-05", 29), ("2020-03-27", 30), ("2023-04-04", 31), ("2024-03-07", 32), ("2026-11-24", 32),
    ],
)  # fmt: skip
def test_nato_has_had_so_many_members(day: str, n: int) -> None:
    count = member_count(edition(), "NATO").at(date.fromisoformat(day))
    assert (count.low, count.high) == (n, n)


def test_sources_that_date_an_accession_differently_conflict_between_their_days() -> None:
    truth = member(edition(), "GRC", "NATO")
    assert [truth.at(date(1952, 2, day)) for day in (14, 15, 17, 18)] == [REFUTED, CONFLICTING, CONFLICTING, SUPPORTED]


def test_the_federal_republic_is_one_party_unbroken_through_1990() -> None:
    assert [span[0] for span in [(s.since, s.until) for s in member(edition(), "DEU", "NATO").when(SUPPORTED)]] == [date(1955, 5, 6)]
    assert not any(date(1989, 1, 1) < day < date(1991, 12, 31) for day in member_count(edition(), "NATO").edges())


def test_a_state_that_leaves_and_returns_has_two_spells() -> None:
    spans = member(edition(), "UZB", "CSTO").when(SUPPORTED)
    assert len(spans) == 2
    assert spans[0].until < spans[1].since


def test_bound_follows_the_defence_treaty() -> None:
    truth = bound(edition(), "USA", "FIN")
    assert truth.at(date(2023, 4, 3)) is REFUTED
    assert truth.at(date(2023, 4, 4)) is SUPPORTED


def test_the_first_step_begins_at_the_beginning() -> None:
    assert member(edition(), "FIN", "NATO").steps[0].since == BEGINNING
