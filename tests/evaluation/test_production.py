"""First decisions by calendar year."""

from datetime import date

from planner.domain.forecast import Forecast
from planner.domain.run_table import RunTable
from planner.evaluation.production import production
from tests.evaluation.build import header

COLUMNS = ("week", "stream", "decided")


def test_a_week_counts_in_the_year_of_its_thursday_and_twins_count_together():
    """2026-W53 has its Thursday on 31 December 2026, 2027-W01 on 7 January 2027."""
    rows = (("2026-W53", "new", "2"), ("2026-W53", "new+", "1.5"), ("2027-W01", "new", "4"))
    edition = Forecast("Plan", date(2026, 10, 5), "a run", 0, "", "medio", 0.0)
    found = list(production(header(date(2026, 6, 12), date(2027, 12, 31)), RunTable("streams", COLUMNS, rows), edition))
    assert [(row.year, row.cases, row.first, row.figure) for row in found] == [
        (2026, 3.5, date(2026, 6, 12), "production"),
        (2027, 4.0, None, "production"),
    ]
