"""First decisions of a run by calendar year and stream, as rows of a forecast."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from planner.domain.forecast import DIGITS, PRODUCTION, Forecast, covering
from planner.domain.instance import Header
from planner.domain.lodgings import EXCESS
from planner.domain.run_table import RunTable
from planner.domain.weeks import Week


def production(header: Header, streams: RunTable, edition: Forecast) -> Iterator[Forecast]:
    """Decisions of the run's table `streams`; a week counts in the year of its Thursday.

    A stream's part above the guaranteed volume is added to it. Years that the horizon cuts say which days they cover.
    """
    at = {column: place for place, column in enumerate(streams.columns)}
    decided: dict[tuple[str, int], float] = defaultdict(float)
    for row in streams.rows:
        year = (Week.parse(row[at["week"]]).monday + timedelta(days=3)).year
        decided[row[at["stream"]].removesuffix(EXCESS), year] += float(row[at["decided"]])
    for (stream, year), cases in sorted(decided.items()):
        first, last = max(header.first, date(year, 1, 1)), min(header.last, date(year, 12, 31))
        own = replace(edition, stream=stream, year=year, cases=round(cases, DIGITS), figure=PRODUCTION)
        yield covering(own, first, last)
