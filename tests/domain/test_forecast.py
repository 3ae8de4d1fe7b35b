"""The inflow that an edition of a forecast makes, on one stream with 365 cases a year."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.forecast import Forecast, planned_inflow, replanned, weight
from planner.domain.instance import Inflow, Season
from tests.evaluation.build import header, tiny

FIRST = date(2026, 6, 12)
PACT_YEARS = (
    Inflow("new", FIRST, date(2027, 6, 11), 365.0),
    Inflow("new", date(2027, 6, 12), date(2028, 6, 11), 366.0),  # one a day: 2028 is a leap year
)


def instance(inflow=PACT_YEARS, season=()):
    return tiny().replace(header=header(FIRST, date(2028, 6, 11)), inflow=inflow, season=season)


def edition(year, cases, **changes):
    return Forecast("MPP", date(2026, 9, 1), "table 3", year, "new", "medio", cases, **changes)


def periods(rows):
    return [(str(row.first), str(row.last), row.cases) for row in rows]


def test_a_year_is_replaced_and_the_rest_keeps_its_share():
    """Of 365 cases 203 are lodged from 12 June to the end of 2026; in 2028 one a day until 11 June: 163."""
    assert periods(replanned(instance(), [edition(2027, 730.0)])) == [
        ("2026-06-12", "2026-12-31", 203.0),
        ("2027-01-01", "2027-12-31", 730.0),
        ("2028-01-01", "2028-06-11", 163.0),
    ]


def test_only_the_part_of_a_year_inside_the_horizon_is_new():
    """203 of the 365 days of 2026."""
    first = replanned(instance(), [edition(2026, 730.0)])[0]
    assert (first.first, first.cases, first.evidence) == (FIRST, 406.0, "D")
    assert "730" in first.source


def test_a_part_follows_the_season():
    """Days of the second half weigh three times those of the first: of 181 + 3 x 184 = 733, 19 + 552 are left."""
    factors = tuple(Season("year", quarter, 1.0 if quarter < 3 else 3.0) for quarter in (1, 2, 3, 4))
    seasonal = tuple(replace(row, season="year") for row in PACT_YEARS)
    first = replanned(instance(seasonal, factors), [edition(2026, 733.0)])[0]
    assert first.cases == pytest.approx(571.0)
    assert first.season == "year"


def test_a_period_of_its_own_replaces_a_pact_year_as_it_stands():
    own = edition(2027, 500.0, first=date(2027, 6, 12), last=date(2028, 6, 11))
    assert periods(replanned(instance(), [own])) == [
        ("2026-06-12", "2027-06-11", 365.0),
        ("2027-06-12", "2028-06-11", 500.0),
    ]


def test_evidence_and_source_go_along():
    (row,) = (row for row in replanned(instance(), [edition(2027, 5.0, evidence="R")]) if row.cases == 5)
    assert (row.evidence, row.source) == ("R", "MPP of 2026-09-01, medio, 2027: table 3")


def test_a_stream_without_inflow_gets_the_edition_evenly():
    assert replanned(instance(()), [edition(2027, 5.0)])[0].season is None


def test_weight_counts_days_by_quarter():
    """31 March at 2, 1 and 2 April at 5."""
    factors = (Season("year", 1, 2.0), Season("year", 2, 5.0))
    assert weight(instance(season=factors), "year", date(2027, 3, 31), date(2027, 4, 2)) == 12.0
    assert weight(instance(), None, date(2027, 3, 31), date(2027, 4, 2)) == 3.0


def test_the_inflow_goes_out_by_calendar_year_and_says_what_it_covers():
    """2027: 162 days of the first Pact year and 203 of the second, one case a day."""
    rows = list(planned_inflow(instance(), edition(0, 0.0)))
    assert [(row.year, row.cases, row.first, row.last) for row in rows] == [
        (2026, 203.0, FIRST, date(2026, 12, 31)),
        (2027, 365.0, None, None),
        (2028, 163.0, date(2028, 1, 1), date(2028, 6, 11)),
    ]


def test_what_goes_out_comes_in_again():
    there = instance()
    rows = list(planned_inflow(there, edition(0, 0.0)))
    back = there.replace(inflow=replanned(there, rows))
    assert list(planned_inflow(back, edition(0, 0.0))) == rows


def test_a_gap_in_a_year_gives_two_rows():
    two = (Inflow("new", FIRST, date(2026, 6, 30), 1.0), Inflow("new", date(2026, 9, 1), date(2026, 9, 30), 2.0))
    rows = list(planned_inflow(instance(two), edition(0, 0.0)))
    assert [(row.cases, row.first) for row in rows] == [(1.0, FIRST), (2.0, date(2026, 9, 1))]
