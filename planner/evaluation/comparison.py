"""The figures of several runs side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from planner.domain.run_table import RunTable
from planner.domain.weeks import Week
from planner.evaluation.distance import distances
from planner.evaluation.run_figures import APART, COUNTED, SECTIONS, Label, Value, figures_of
from planner.evaluation.targets import MET_BELOW

WEEK_UNIT = "week"

DIGITS = 9
"""Decimals of a difference, so that 0.3 - 0.1 is 0.2."""

SHOWN = 0.005
"""What is smaller is shown as zero."""

MOST = 12
"""Differences that are told in words."""

SMALL = 0.02
"""A difference below this share of the largest figure in its section and unit is not told."""

TARGETS = "targets"

UNTOLD = ("levels", APART)
"""Sections that words on differences leave out: they say the same as others do, or are differences themselves."""

UNTOLD_UNITS = (WEEK_UNIT, "weeks", "weeks, partners added up", "times", "fraction")
"""Units in which differences are not told: their size says little."""

ALWAYS = (TARGETS, "levels")
"""Sections of which a row says something even where it is zero in every run."""


@dataclass(frozen=True)
class Compared:
    """One figure in every run; the first run is the reference."""

    label: Label
    values: tuple[Value, ...]

    @property
    def differences(self) -> tuple[float | None, ...]:
        """Each value less that of the first run, of weeks in weeks; None where one of the two is no number."""
        return tuple(_difference(self.label.unit, self.values[0], value) for value in self.values)

    @property
    def says_something(self) -> bool:
        """Whether any run has something there."""
        return self.label.section in ALWAYS or any(
            abs(value) >= SHOWN if isinstance(value, float) else value for value in self.values
        )


def compared(runs: Sequence[Mapping[str, RunTable]]) -> list[Compared]:
    """Every figure that any of the runs has, section by section."""
    found = [dict(figures_of(tables)) for tables in runs]
    for figures, tables in zip(found, runs, strict=True):
        figures |= {Label(APART, name, "fraction"): value for name, value in distances(runs[0], tables).items()}
    sections: dict[str, dict[Label, None]] = {section: {} for section in SECTIONS}
    for figures in found:
        for label in figures:
            sections[label.section].setdefault(label)
    rows = (
        Compared(label, tuple(figures.get(label, 0.0 if label.section in COUNTED else None) for figures in found))
        for labels in sections.values()
        for label in labels
    )
    return [row for row in rows if any(value is not None for value in row.values)]


def differ_most(figures: Sequence[Compared], run: int, most: int = MOST) -> list[Compared]:
    """Where a run differs most from the first: targets, the largest first; then one figure for each section and unit.

    A difference is told when it is not small beside the largest figure in its section and unit, or when one run meets
    a target that the other misses.
    """
    largest: dict[tuple[str, ...], float] = {}
    for figure in figures:
        sizes = [abs(value) for value in figure.values if isinstance(value, float)]
        largest[_unit(figure)] = max(largest.get(_unit(figure), 0.0), *sizes, 0.0)
    told = [
        figure
        for figure in figures
        if _told(figure, run) > SMALL * largest[_unit(figure)] or _met_by_one(figure.label.section, figure.values, run)
    ]
    told.sort(key=lambda own: -_told(own, run))
    hit = [figure for figure in told if figure.label.section == TARGETS]
    rest = {_unit(figure): figure for figure in reversed(told) if figure.label.section != TARGETS}
    in_order = sorted(rest.values(), key=figures.index)
    return [*hit, *in_order][:most]


def _met_by_one(section: str, values: Sequence[Value], run: int) -> bool:
    """Whether a target is met by the run or by the first one, and not by both."""
    missed = [isinstance(value, float) and value >= MET_BELOW for value in (values[0], values[run])]
    return section == TARGETS and missed[0] != missed[1]


def _unit(figure: Compared) -> tuple[str, str]:
    return figure.label.section, figure.label.unit


def _told(figure: Compared, run: int) -> float:
    """The size of a difference that can be told; 0 where it says nothing, or what another figure says."""
    section, _, unit = figure.label
    return 0.0 if section in UNTOLD or unit in UNTOLD_UNITS else abs(figure.differences[run] or 0.0)


def _difference(unit: str, reference: Value, value: Value) -> float | None:
    if isinstance(reference, float) and isinstance(value, float):
        return round(value - reference, DIGITS)
    if unit == WEEK_UNIT and isinstance(reference, str) and isinstance(value, str):
        return float((Week.parse(value).monday - Week.parse(reference).monday).days // 7)
    return None
