"""The open data of a monthly publication: its tables, each with its columns."""

from __future__ import annotations

from planner.domain.column import Column, Kind
from planner.domain.table import Table

AGE_BANDS = ("under 6 months", "6 to 15 months", "15 to 21 months", "over 21 months")
BAND_MONTHS = (6, 15, 21)
"""Months of age at which a band ends and the next begins."""

PARTS = ("old", "new", "other")
OUTCOMES = ("granted", "refused", "not known")
PERIODS = ("quarter", "half-year")
STATES = ("below", "near", "above")

_MONTH = Column("month", Kind.TEXT, "the month, as 2026-12")
_DATE = Column("reference_date", Kind.DATE, "the last day that is counted")
_CATEGORY = Column("category", Kind.LABEL, "the category of old cases")
_PROCEDURE = Column("procedure", Kind.LABEL, "the procedure of new cases")
_PART = Column("part", Kind.CHOICE, "old cases, new cases under the Pact, or other work", choices=PARTS)


def _cases(name: str, about: str) -> Column:
    return Column(name, Kind.WHOLE, f"{about}, rounded", "cases", minimum=0)


def _table(name: str, about: str, key: tuple[Column, ...], *others: Column) -> Table:
    return Table(name, about, (*key, *others), key=tuple(column.name for column in key), provenance=False)


PUBLICATION: tuple[Table, ...] = (
    _table(
        "old_stock",
        "Old cases without a first decision at the end of each month up to this one, by category and age.",
        (_MONTH, _CATEGORY, Column("age", Kind.CHOICE, "time since the application", choices=AGE_BANDS)),
        _DATE,
        _cases("cases", "cases without a first decision"),
    ),
    _table(
        "old_stock_projected",
        "Old cases without a first decision at the end of each later month, as planned.",
        (_MONTH, _CATEGORY),
        _DATE,
        _cases("cases", "cases without a first decision"),
    ),
    _table(
        "decisions",
        "First decisions of each month up to this one, by category or procedure and outcome.",
        (
            _MONTH,
            _PART,
            Column("group", Kind.LABEL, "the category of old cases, the procedure of others"),
            Column("outcome", Kind.CHOICE, "what was decided", choices=OUTCOMES),
        ),
        _cases("cases", "first decisions"),
    ),
    _table(
        "new_cases",
        "New cases under the Pact by procedure, in each month up to this one.",
        (_MONTH, _PROCEDURE),
        _cases("lodged", "cases lodged in the month"),
        _cases("open", "cases without a first decision at the end of it"),
        _cases("due", "cases whose legal term ended in the month"),
        _cases("in_time", "of those, the ones decided within it"),
        _cases("overdue", "cases past their legal term without a first decision at the end of the month"),
    ),
    _table(
        "court",
        "Old cases with a date set by a court, in each month up to this one.",
        (_MONTH,),
        _cases("open", "cases with such a date and without a first decision at the end of the month"),
        _cases("late", "of those, the ones past their date"),
        Column("penalties_euro", Kind.WHOLE, "penalties of the month, rounded to thousands", "euro", minimum=0),
    ),
    _table(
        "staff",
        "Staff-days put on cases in each month up to this one.",
        (_MONTH, _PART),
        Column("staff_days", Kind.WHOLE, "staff-days, rounded", "staff-days", minimum=0),
    ),
    _table(
        "rollup",
        "Quarters and half-years that ended by this month: sums of the published months.",
        (
            Column("kind", Kind.CHOICE, "quarter or half-year", choices=PERIODS),
            Column("period", Kind.TEXT, "the period, as 2026-Q4 or 2026-H2"),
            _PART,
        ),
        Column("months", Kind.WHOLE, "months of it that the plan covers", minimum=1),
        _cases("decided", "first decisions"),
    ),
    _table(
        "indicators",
        "Chain partners in the month: load against signal value.",
        (Column("partner", Kind.LABEL, "the partner"),),
        Column("goal", Kind.LABEL, "the goal of the chain that it belongs to"),
        Column("unit", Kind.TEXT, "what is counted"),
        Column("mean_per_week", Kind.WHOLE, "mean of its weeks, rounded coarsely", "the partner's", minimum=0),
        Column("signal_per_week", Kind.NUMBER, "above it the partner should be warned", "the partner's", optional=True),
        Column("state", Kind.CHOICE, "below, near (nine tenths or more) or above it", choices=STATES, optional=True),
    ),
    _table(
        "end_date",
        "When the old stock is gone, in this plan and in those of other scenarios.",
        (Column("plan", Kind.TEXT, "the plan"),),
        Column("scenario", Kind.TEXT, "the scenario it is made for; empty for the base", optional=True),
        Column("cleared_on", Kind.DATE, "the day by which every old case has a first decision", optional=True),
        _cases("left", "old cases left on the clearance date"),
    ),
)
"""Every table, in the order of the page."""
