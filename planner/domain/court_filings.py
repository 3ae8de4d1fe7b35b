"""Court dates to be expected: who is overdue goes to court, and some time later a date is set.

Their number is worked out before a plan, from the overdue stock and from how it is expected to run down; so no plan is
rewarded for letting cases become overdue, or for deciding those that are about to file. Standard library only, for
the builders of instances.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from planner.domain.weeks import Week, last_week_within, term_end


class Lot(NamedTuple):
    """Open cases of a stream that wait for a stage, lodged evenly over a period."""

    stream: str
    stage: str
    lodged_first: date
    lodged_last: date
    cases: float


@dataclass(frozen=True)
class Filing:
    """How overdue cases go to court. Terms in weeks from the ruling."""

    legal_term: str
    share_per_month: float
    upheld: float
    weeks_to_ruling: int
    term_unheard: int
    term_heard: int
    long_wait: str
    term_after_long_wait: int


def expected_court_dates(
    lots: Iterable[Lot], filing: Filing, first: date, months: int, remaining: Callable[[date], float]
) -> dict[tuple[str, str, Week], float]:
    """Cases by stream, stage and due week, from the filings of so many months.

    cases = lot x remaining(day) x overdue share x share_per_month x upheld, for a filing on the first day of each
    month. `remaining` is the share of the stock that is expected to be open still. Only first filings: a case that
    gets a second date counts once.
    """
    found: dict[tuple[str, str, Week], float] = defaultdict(float)
    for month in range(months):
        day = term_end(first, f"{month}m")
        for lot in lots:
            cases = lot.cases * remaining(day) * filing.share_per_month * filing.upheld
            overdue, long = _passed(lot, filing.legal_term, day), _passed(lot, filing.long_wait, day)
            if lot.stage == "decision":
                parts = [(overdue, filing.term_heard)]
            else:
                parts = [(overdue - long, filing.term_unheard), (long, filing.term_after_long_wait)]
            for share, term in parts:
                if share > 0 and cases > 0:
                    due = last_week_within(day + timedelta(weeks=filing.weeks_to_ruling + term))
                    found[lot.stream, lot.stage, due] += cases * share
    return dict(found)


def _passed(lot: Lot, term: str, day: date) -> float:
    """Share of the lot for which the term from lodging is over on the day."""
    begin, end = term_end(lot.lodged_first, term), term_end(lot.lodged_last, term)
    return min(1.0, max(0.0, ((day - begin).days) / ((end - begin).days + 1)))
