"""Tables on what is owed to others."""

from __future__ import annotations

from datetime import date, timedelta

from instances.builders.ind_2023.figures.cases import STOCK
from instances.builders.ind_2023.figures.obligations import (
    FILED_FIRST,
    FILED_MONTHS,
    NEW_APPEALS,
    NEW_FIRST,
    NEW_LAST,
    NEW_SOURCE,
    OPEN_APPEALS,
    OPEN_FIRST,
    OPEN_SOURCE,
    OPEN_WEEKS,
    UPHELD,
    WEEKS_TO_DATE,
)
from instances.builders.lines import Lines, apportioned, week_of


def court_dates() -> Lines:
    """The open appeals of 2022, and the part of the expected ones that can only be of the stock."""
    overdue = apportioned(OPEN_APPEALS, [STOCK["SX"], STOCK["AX"]])
    lines: Lines = [
        (stream, "preparation", week_of(OPEN_FIRST + timedelta(weeks=index)), cases, "A", OPEN_SOURCE)
        for stream, total in zip(("SX", "AX"), overdue, strict=True)
        for index, cases in enumerate(apportioned(total, [1] * OPEN_WEEKS))
    ]
    months = (NEW_LAST.year - NEW_FIRST.year) * 12 + NEW_LAST.month - NEW_FIRST.month + 1
    monthly = apportioned(round(NEW_APPEALS / months * UPHELD), [STOCK["S"], STOCK["A"]])
    for stream, cases in zip(("S", "A"), monthly, strict=True):
        for index in range(FILED_MONTHS):
            month = FILED_FIRST.month - 1 + index
            filed = date(FILED_FIRST.year + month // 12, month % 12 + 1, 15)
            due = week_of(filed + timedelta(weeks=WEEKS_TO_DATE))
            lines.append((stream, "preparation", due, cases, "A", NEW_SOURCE))
    return lines
