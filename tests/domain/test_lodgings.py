"""Applications by week and the guaranteed volume, by hand."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.grid import UNIT
from planner.domain.instance import Guarantee, Inflow, Season
from planner.domain.lodgings import lodgings, pact_years
from tests.evaluation.build import MONDAY, tiny


def lodged(instance, kind="ordinary"):
    return {name: (counts / UNIT).round(6).tolist() for name, counts in getattr(lodgings(instance), kind).items()}


def counting(order, cap, inflow, lane="none"):
    """The tiny instance with `new` guaranteed up to a cap, and `side`, another counting stream."""
    instance = tiny()
    new = replace(instance.streams[1], counts=True, lane="none")
    return instance.replace(
        header=replace(instance.header, guarantee=Guarantee(cap, order)),
        streams=(instance.streams[0], new, replace(new, stream="side", lane=lane)),
        inflow=inflow,
    )


def test_a_period_is_spread_over_its_days():
    # 10 days from Thursday of week 0: 4 days in week 0, 6 in week 1
    row = Inflow("new", MONDAY.replace(day=4), MONDAY.replace(day=13), 20.0)
    assert lodged(tiny().replace(inflow=(row,))) == {"new": [8, 12, 0, 0]}


def test_only_the_part_inside_the_horizon_counts():
    # 14 days from the week before: 7 of them inside
    row = Inflow("new", date(2026, 5, 25), MONDAY.replace(day=7), 28.0)
    assert lodged(tiny().replace(inflow=(row,))) == {"new": [14, 0, 0, 0]}


def test_a_season_weighs_the_days_of_each_quarter():
    # 28 days around 1 July: 14 of weight 1 in June and 14 of weight 3 in July; 56 / 56 = 1 a day, then 3
    row = Inflow("new", date(2026, 6, 17), date(2026, 7, 14), 56.0, "year")
    seasons = (Season("year", 2, 1.0), Season("year", 3, 3.0))
    instance = tiny().replace(inflow=(row,), season=seasons)
    # 17 to 21 June: 5; 22 to 28 June: 7
    assert lodged(instance) == {"new": [0, 0, 5, 7]}


def test_several_periods_add_up():
    rows = (
        Inflow("new", MONDAY, MONDAY.replace(day=7), 3.0),
        Inflow("new", MONDAY.replace(day=7), MONDAY.replace(day=7), 1.5),
    )
    assert lodged(tiny().replace(inflow=rows)) == {"new": [4.5, 0, 0, 0]}


def test_the_first_cases_are_guaranteed_whatever_their_stream():
    rows = (Inflow("new", MONDAY, MONDAY.replace(day=28), 28.0), Inflow("side", MONDAY, MONDAY.replace(day=28), 56.0))
    # 1 + 2 a day, a cap of 30: all of days 1 to 10, that is week 0 and 3 days of week 1
    instance = counting("first", 30.0, rows)
    assert lodged(instance) == {"new": [7, 3, 0, 0], "side": [14, 6, 0, 0]}
    assert lodged(instance, "excess") == {"new": [0, 4, 7, 7], "side": [0, 8, 14, 14]}


def test_the_day_on_which_the_cap_is_reached_is_split():
    rows = (Inflow("new", MONDAY, MONDAY, 10.0), Inflow("side", MONDAY, MONDAY, 30.0))
    instance = counting("first", 10.0, rows)  # a quarter of the day
    assert lodged(instance) == {"new": [2.5, 0, 0, 0], "side": [7.5, 0, 0, 0]}


def test_lanes_count_first_and_are_never_split():
    # the lane takes 56 x 28 / 28 = 56 of 70 over the whole year: 14 are left, the first two weeks
    rows = (Inflow("new", MONDAY, MONDAY.replace(day=28), 28.0), Inflow("side", MONDAY, MONDAY.replace(day=28), 56.0))
    instance = counting("first", 70.0, rows, lane="nuisance")
    assert lodged(instance) == {"new": [7, 7, 0, 0], "side": [14, 14, 14, 14]}
    assert lodged(instance, "excess") == {"new": [0, 0, 7, 7]}


def test_an_even_guarantee_takes_the_same_share_of_every_week():
    rows = (Inflow("new", MONDAY, MONDAY.replace(day=28), 28.0),)
    assert lodged(counting("even", 7.0, rows)) == {"new": [1.75] * 4}
    assert lodged(counting("even", 7.0, rows), "excess") == {"new": [5.25] * 4}


@pytest.mark.parametrize("order", ["first", "even"])
def test_the_whole_pact_year_counts_past_the_end_of_the_horizon(order):
    # 364 over 52 weeks, one a day; the cap of 182 is half of the year, far beyond the four weeks
    rows = (Inflow("new", MONDAY, date(2027, 5, 30), 364.0),)
    expected = [7, 7, 7, 7] if order == "first" else [3.5] * 4
    assert lodged(counting(order, 182.0, rows))["new"] == expected


@pytest.mark.parametrize("order", ["first", "even"])
def test_below_the_cap_there_is_no_excess(order):
    rows = (Inflow("new", MONDAY, MONDAY.replace(day=28), 28.0),)
    assert lodgings(counting(order, 28.0, rows)).excess == {}


def test_pact_years_start_on_the_anniversaries_of_the_pact():
    # the horizon starts eight months into the second year, and ends on the last day of the third
    instance = tiny()
    header = replace(instance.header, pact_start=date(2026, 6, 12), first=date(2028, 2, 14), last=date(2029, 6, 11))
    assert list(pact_years(instance.replace(header=header))) == [
        (date(2027, 6, 12), date(2028, 6, 11)),
        (date(2028, 6, 12), date(2029, 6, 11)),
    ]


def test_a_pact_of_a_leap_day_has_its_years_from_the_last_of_february():
    instance = tiny()
    header = replace(instance.header, pact_start=date(2024, 2, 29), first=date(2027, 6, 1), last=date(2028, 3, 1))
    assert list(pact_years(instance.replace(header=header))) == [
        (date(2027, 2, 28), date(2028, 2, 28)),
        (date(2028, 2, 29), date(2029, 2, 27)),
    ]


def test_a_later_horizon_has_a_new_cap_when_a_pact_year_begins_in_it():
    # one a day for four weeks from Monday 1 June; a year begins on Friday of week 1, after 11 days.
    # 11 - 5 = 6 above the first cap, the last of them; 17 - 5 = 12 above the second
    rows = (Inflow("new", MONDAY, MONDAY.replace(day=28), 28.0),)
    instance = counting("first", 5.0, rows)
    instance = instance.replace(header=replace(instance.header, pact_start=date(2025, 6, 12)))
    assert lodged(instance) == {"new": [5, 3, 2, 0]}
    assert lodged(instance, "excess") == {"new": [2, 4, 5, 7]}


def test_each_pact_year_has_its_own_cap():
    instance = tiny()
    long = replace(instance.header, last=date(2028, 1, 1))
    assert list(pact_years(instance.replace(header=long))) == [
        (date(2026, 6, 1), date(2027, 5, 31)),
        (date(2027, 6, 1), date(2028, 5, 31)),
    ]
