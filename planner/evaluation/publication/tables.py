"""The tables of a monthly publication: every count rounded by the rule, sums made of what is published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from planner.domain.grid import UNIT
from planner.domain.publication import PUBLICATION
from planner.domain.run_table import RunTable
from planner.domain.weeks import Week
from planner.evaluation.chain import chain_load
from planner.evaluation.publication.disclosure import Rounding
from planner.evaluation.publication.figures import Cells, MonthFigures, month_figures
from planner.evaluation.publication.months import Month, months_of
from planner.evaluation.view import View

Rows = list[tuple[str, ...]]

GOALS = {
    "courts": "within-terms",
    "legal-aid": "within-terms",
    "reception": "reception",
    "housing": "onward",
    "family": "onward",
    "returns": "return",
}
"""The goal of the chain that a partner's indicator belongs to; others belong to `cooperation`."""

NEAR = 0.9
"""From this share of a signal value on, a load is near it."""


@dataclass(frozen=True)
class Ending:
    """When a plan has no old case left, and how many of each category it has on the clearance date."""

    plan: str
    scenario: str
    cleared: Week | None
    left: tuple[float, ...]


def publication(view: View, month: Month, rule: Rounding, endings: Sequence[Ending]) -> dict[str, RunTable]:
    """Every table by name; raises LookupError when the month is not one of the plan's."""
    months = months_of(view.weeks)
    if month not in months:
        raise LookupError(str(month))
    exact = {own: month_figures(view, own, weeks) for own, weeks in months.items()}
    on = {own: view.weeks[weeks[-1]].sunday for own, weeks in months.items()}
    rows = published(exact, on, month, rule)
    rows["indicators"] = list(_indicators(view, months[month], rule))
    rows["end_date"] = [
        (
            own.plan,
            own.scenario,
            own.cleared.sunday.isoformat() if own.cleared else "",
            str(rule.total(map(rule.count, own.left))),
        )
        for own in endings
    ]
    return {
        table.name: RunTable(table.name, tuple(column.name for column in table.columns), tuple(rows[table.name]))
        for table in PUBLICATION
    }


def published(
    exact: Mapping[Month, MonthFigures], on: Mapping[Month, date], month: Month, rule: Rounding
) -> dict[str, Rows]:
    """The rows of the tables that count people: a function of the rounded counts alone."""
    so_far = [own for own in exact.values() if own.month <= month]
    return {
        "old_stock": [
            (str(own.month), *key, on[own.month].isoformat(), cases)
            for own in so_far
            for key, cases in _rounded(own.old_stock, rule)
        ],
        "old_stock_projected": [
            (str(own.month), category, on[own.month].isoformat(), str(cases))
            for own in exact.values()
            if own.month > month
            for category, cases in _by_category(own, rule).items()
        ],
        "decisions": [(str(own.month), *key, cases) for own in so_far for key, cases in _rounded(own.decided, rule)],
        "new_cases": [row for own in so_far for row in _new_cases(own, rule)],
        "court": [
            (
                str(own.month),
                str(rule.count(own.court_open)),
                str(min(rule.count(own.court_late), rule.count(own.court_open))),
                str(rule.money(own.penalties)),
            )
            for own in so_far
        ],
        "staff": [(str(own.month), *key, days) for own in so_far for key, days in _rounded(own.staff_days, rule)],
        "rollup": list(_rollups(so_far, list(exact.values()), rule)),
    }


def _rounded(cells: Cells, rule: Rounding) -> Iterator[tuple[tuple[str, ...], str]]:
    return ((key, str(rule.count(cases))) for key, cases in cells.items())


def _by_category(own: MonthFigures, rule: Rounding) -> dict[str, int]:
    """Of each category the sum of its published ages."""
    found: dict[str, list[int]] = {}
    for (category, _), cases in own.old_stock.items():
        found.setdefault(category, []).append(rule.count(cases))
    return {category: rule.total(cases) for category, cases in found.items()}


def _new_cases(own: MonthFigures, rule: Rounding) -> Iterator[tuple[str, ...]]:
    for key, lodged in own.lodged.items():
        counts = [lodged, own.open_new[key], own.due[key], own.in_time[key], own.overdue[key]]
        yield (str(own.month), *key, *(str(rule.count(cases)) for cases in counts))


def _rollups(
    so_far: Sequence[MonthFigures], every: Sequence[MonthFigures], rule: Rounding
) -> Iterator[tuple[str, ...]]:
    """Periods whose last month is published, with the sums of the published decisions."""
    for kind in ("quarter", "half-year"):
        for period in dict.fromkeys(_period(own, kind) for own in every):
            inside = [own for own in so_far if _period(own, kind) == period]
            if len(inside) == sum(_period(own, kind) == period for own in every):
                for part in dict.fromkeys(key[0] for own in inside for key in own.decided):
                    cells = (cases for own in inside for key, cases in own.decided.items() if key[0] == part)
                    decided = rule.total(rule.count(cases) for cases in cells)
                    yield kind, period, part, str(len(inside)), str(decided)


def _period(own: MonthFigures, kind: str) -> str:
    return own.month.quarter if kind == "quarter" else own.month.half_year


def _indicators(view: View, weeks: Sequence[int], rule: Rounding) -> Iterable[tuple[str, ...]]:
    loads = chain_load(view.flows)[:, weeks].mean(axis=1) / UNIT
    for row, load in zip(view.instance.chain, loads.tolist(), strict=True):
        mean, signal, state = rule.load(load), row.signal_per_week, ""
        if signal is not None:
            state = "above" if mean > signal else "near" if mean >= NEAR * signal else "below"
        goal = GOALS.get(row.partner, "cooperation")
        yield row.partner, goal, row.unit, str(mean), "" if signal is None else repr(signal), state
