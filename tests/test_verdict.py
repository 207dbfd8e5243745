"""What facts, their uncertain bounds and the coverage of their list say of a day."""

from __future__ import annotations

from datetime import date

import pytest

from foedus.dates import NEVER, Moment, parse_moment
from foedus.fact import Citation
from foedus.facts import Coverage, Membership
from foedus.verdict import (
    CONFLICTING,
    NOT_ENOUGH_INFO,
    REFUTED,
    SUPPORTED,
    Truth,
    Verdict,
    all_of,
    any_of,
    count_listed,
    ever,
    negate,
    presence,
)

CITED = (Citation("source", "p. 1"),)


def covered(after: str = "stands", since: str = "2000-01-01", through: str = "2020-12-31") -> Coverage:
    return Coverage(
        since=parse_moment(since), citations=CITED, known=date(2000, 1, 1), origin=("edition", "made", 1), covers="members", about="NATO",
        through=date.fromisoformat(through), after=after,
    )  # fmt: skip


def spell(since: str, until: str = "", disputes: str = "") -> Membership:
    end: Moment = parse_moment(until) if until else NEVER
    return Membership(
        since=parse_moment(since), until=end, citations=CITED, known=date(2000, 1, 1), origin=("edition", "made", 2), state="FIN", alliance="NATO", disputes=disputes,
    )  # fmt: skip


def on(truth: Truth, *days: str) -> list[Verdict]:
    return [truth.at(date.fromisoformat(day)) for day in days]


def test_a_day_inside_an_uncertain_start_is_not_guessed() -> None:
    truth = presence([spell("2010-03")], covered())
    assert on(truth, "2010-02-28", "2010-03-01", "2010-03-30", "2010-03-31") == [REFUTED, NOT_ENOUGH_INFO, NOT_ENOUGH_INFO, SUPPORTED]


def test_a_day_of_which_only_an_upper_bound_is_known_is_certain_from_there_on() -> None:
    truth = presence([spell("../2010-09-30")], covered())
    assert on(truth, "2005-01-01", "2010-09-29", "2010-09-30") == [NOT_ENOUGH_INFO, NOT_ENOUGH_INFO, SUPPORTED]


def test_an_uncertain_end_leaves_its_days_open() -> None:
    truth = presence([spell("2005-01-01", "2010-06")], covered())
    assert on(truth, "2010-05-31", "2010-06-01", "2010-06-29", "2010-06-30") == [SUPPORTED, NOT_ENOUGH_INFO, NOT_ENOUGH_INFO, REFUTED]


def test_disputing_accounts_of_one_start_conflict_between_their_days() -> None:
    truth = presence([spell("2010-02-18"), spell("2010-02-15", disputes="2010-02-18")], covered())
    assert on(truth, "2010-02-14", "2010-02-15", "2010-02-17", "2010-02-18") == [REFUTED, CONFLICTING, CONFLICTING, SUPPORTED]


@pytest.mark.parametrize(("after", "verdict"), [("stands", REFUTED), ("unknown", NOT_ENOUGH_INFO)])
def test_after_its_coverage_a_list_stands_or_is_unknown(after: str, verdict: Verdict) -> None:
    assert on(presence([], covered(after)), "2020-12-31", "2021-01-01") == [REFUTED, verdict]


def test_a_fact_without_an_end_lapses_where_its_list_is_unknown() -> None:
    assert on(presence([spell("2010-01-01")], covered("unknown")), "2020-12-31", "2021-01-01") == [SUPPORTED, NOT_ENOUGH_INFO]


def test_before_its_coverage_a_list_says_nothing() -> None:
    assert on(presence([], covered()), "1999-12-31", "2000-01-01") == [NOT_ENOUGH_INFO, REFUTED]


def test_without_coverage_absence_is_never_a_no() -> None:
    assert on(presence([spell("2010-01-01", "2011-01-01")], None), "2009-01-01", "2010-06-01", "2012-01-01") == [
        NOT_ENOUGH_INFO,
        SUPPORTED,
        NOT_ENOUGH_INFO,
    ]


def test_doubt_stays_doubt_when_negated() -> None:
    truth = presence([spell("2010-03")], covered())
    assert on(negate(truth), "2010-02-28", "2010-03-10", "2010-03-31") == [SUPPORTED, NOT_ENOUGH_INFO, REFUTED]


def test_one_is_enough_for_any_and_none_may_lack_for_all() -> None:
    early, late = presence([spell("2005-01-01")], covered()), presence([spell("2010-01-01")], covered())
    assert on(any_of([early, late]), "2004-01-01", "2007-01-01", "2012-01-01") == [REFUTED, SUPPORTED, SUPPORTED]
    assert on(all_of([early, late]), "2004-01-01", "2007-01-01", "2012-01-01") == [REFUTED, REFUTED, SUPPORTED]


def test_what_was_once_so_has_ever_been_so() -> None:
    assert on(ever(presence([spell("2005-01-01", "2006-01-01")], covered())), "2004-12-31", "2005-01-01", "2015-01-01") == [
        REFUTED,
        SUPPORTED,
        SUPPORTED,
    ]


def test_a_count_is_certain_only_where_every_possible_number_agrees() -> None:
    counted = count_listed([presence([spell("2005-01-01")], covered()), presence([spell("2010-03")], covered())], covered())
    verdicts = [counted.at(date.fromisoformat(day)).compare(lambda n: n == 2) for day in ("2009-01-01", "2010-03-10", "2010-04-01")]
    assert verdicts == [REFUTED, NOT_ENOUGH_INFO, SUPPORTED]


def test_outside_coverage_there_may_be_any_number_more() -> None:
    counted = count_listed([presence([spell("2005-01-01")], covered("unknown"))], covered("unknown"))
    assert counted.at(date(2021, 6, 1)).compare(lambda n: n == 5) is NOT_ENOUGH_INFO
