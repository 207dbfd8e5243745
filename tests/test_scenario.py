"""Laws of scenarios."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from foedus.alliance import member, member_count
from foedus.comparison import compare
from foedus.errors import ContradictsRecord
from foedus.facts import Membership
from foedus.record import Record
from foedus.scenario import Edit, suppose
from foedus.verdict import REFUTED, SUPPORTED
from tests.helpers import edition
from tests.strategies import ALLIANCE, DAYS, LAST, STATES, records


def possible(record: Record, state: str, day: date) -> Edit:
    truth = member(record, state, ALLIANCE).at(day)
    assume(truth in (SUPPORTED, REFUTED))
    return Edit(state, "leaves" if truth is SUPPORTED else "joins", ALLIANCE, day)


@given(records(), st.sampled_from(STATES), DAYS, DAYS, DAYS)
def test_nothing_changes_before_its_day(record: Record, state: str, day: date, earlier: date, known: date) -> None:
    assume(earlier < day)
    scenario = suppose(record, [possible(record, state, day)])
    for other in STATES:
        assert member(scenario, other, ALLIANCE).at(earlier) == member(record, other, ALLIANCE).at(earlier)
        if known < day:
            then, now = member(record.known(known), other, ALLIANCE), member(scenario.known(known), other, ALLIANCE)
            assert [(step.since, step.value) for step in now.steps] == [(step.since, step.value) for step in then.steps]


@given(records())
def test_an_empty_scenario_changes_nothing(record: Record) -> None:
    assert suppose(record, []) is record


@given(records(), st.sampled_from(STATES), DAYS)
def test_a_scenario_and_its_reverse_cancel(record: Record, state: str, day: date) -> None:
    edit = possible(record, state, day)
    undone = suppose(record, [edit, edit.reverse()])
    assert undone.of(Membership) == record.of(Membership)


@given(records(), DAYS, DAYS, DAYS)
def test_independent_edits_may_come_in_any_order(record: Record, one_day: date, other_day: date, day: date) -> None:
    one, other = possible(record, STATES[0], one_day), possible(record, STATES[1], other_day)
    assert member_count(suppose(record, [one, other]), ALLIANCE).at(day) == member_count(suppose(record, [other, one]), ALLIANCE).at(day)


@given(records(), st.sampled_from(STATES), DAYS)
def test_the_supposition_holds_from_its_day(record: Record, state: str, day: date) -> None:
    assume(day < LAST)
    edit = possible(record, state, day)
    wanted = SUPPORTED if edit.change == "joins" else REFUTED
    assert member(suppose(record, [edit]), state, ALLIANCE).at(day) is wanted


def test_a_supposition_that_is_already_so_says_since_when() -> None:
    with pytest.raises(
        ContradictsRecord,
        match=r"already so: France has been a member of NATO since 24 August 1949 \(.+\[.+\]\); give an earlier day with --on",
    ):
        suppose(edition(), [Edit("FRA", "joins", "NATO", date(2020, 1, 1))])


def test_a_state_that_does_not_exist_cannot_join() -> None:
    with pytest.raises(
        ContradictsRecord, match="Kosovo cannot have joined NATO on 1990-01-01: in the record it is a state from 2008-02-17"
    ):
        suppose(edition(), [Edit("XKX", "joins", "NATO", date(1990, 1, 1))])


def test_nobody_joins_before_the_treaty() -> None:
    with pytest.raises(
        ContradictsRecord,
        match="Sweden cannot have joined NATO on 1948-01-01: its treaty, the North Atlantic Treaty, is in force from 1949-08-24",
    ):
        suppose(edition(), [Edit("SWE", "joins", "NATO", date(1948, 1, 1))])


def test_what_is_not_a_member_cannot_leave() -> None:
    with pytest.raises(
        ContradictsRecord,
        match="Austria is not a member of NATO on 2020-01-01, so it cannot leave: `foedus show AUT` says what it belongs to",
    ):
        suppose(edition(), [Edit("AUT", "leaves", "NATO", date(2020, 1, 1))])


def test_a_scenario_shares_what_it_does_not_change() -> None:
    day = date(2022, 5, 13)
    scenario = suppose(edition(), [Edit("FIN", "joins", "NATO", day)])
    assert scenario.sources is edition().sources
    assert len(scenario.of(Membership)) == len(edition().of(Membership)) + 1
    assert member_count(scenario, "NATO").at(day + timedelta(days=1)).low == 31


def test_a_duty_changes_only_while_the_article_that_makes_it_is_in_force() -> None:
    duties = {year: compare("Hungary leaves the EU", edition(), date(year, 5, 12)).ended_duties for year in (2005, 2020)}
    assert duties[2005] == ()
    assert ("HUN", "DEU", ("NATO",)) in [(duty.defender, duty.defended, duty.otherwise) for duty in duties[2020]]
