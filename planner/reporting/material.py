"""What a report is made from: one run, read once, with its figures as arrays over the weeks."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from planner.domain.grid import UNIT, Counts, Numbers
from planner.domain.instance import Header, Instance
from planner.domain.run_table import RunTable
from planner.domain.weeks import Week
from planner.evaluation.audit import view_in
from planner.evaluation.flows import Flows
from planner.evaluation.ledger import Breach, ledger
from planner.evaluation.levels import late_cases
from planner.evaluation.view import View

Row = dict[str, str]
ByName = dict[str, Numbers]
"""Values over the weeks (T) by label."""


@dataclass(frozen=True)
class Target:
    """A target as the run states it."""

    name: str
    unit: str
    value: float
    met: bool
    hard: bool


@dataclass(frozen=True)
class Material:
    """A run: its manifest, the instance as solved and its tables; the arrays follow from the decisions in them.

    The audit holds every table against what follows from the decisions, so that the two are the same.
    """

    name: str
    manifest: Mapping[str, Any]
    instance: Instance
    tables: Mapping[str, RunTable]

    @property
    def header(self) -> Header:
        """Names and dates of the instance."""
        return self.instance.header

    @property
    def weeks(self) -> tuple[Week, ...]:
        """The weeks of the horizon."""
        return self.view.weeks

    @cached_property
    def view(self) -> View:
        """The decisions by label position."""
        return view_in(self.instance, self.tables)

    @property
    def flows(self) -> Flows:
        """What follows from the decisions."""
        return self.view.flows

    @cached_property
    def targets(self) -> tuple[Target, ...]:
        """The targets in the order of the run."""
        return tuple(
            Target(row["name"], row["unit"], float(row["value"]), row["met"] == "yes", row["hard"] == "yes")
            for row in self.rows("targets")
        )

    @cached_property
    def kpis(self) -> Mapping[str, str]:
        """The indicators by name."""
        return {row["name"]: row["value"] for row in self.rows("kpis")}

    def kpi(self, name: str) -> float:
        """An indicator that is a number; 0 where the run has none."""
        return float(self.kpis.get(name) or 0.0)

    @cached_property
    def breaches(self) -> tuple[Breach, ...]:
        """What was late on legal terms and on dates that courts set."""
        return ledger(self.flows)

    def rows(self, table: str) -> Iterator[Row]:
        """The rows of a table by column."""
        return self.tables[table].records()

    @cached_property
    def cleared(self) -> Week | None:
        """The first week from whose end on every old case has a first decision."""
        text = self.kpis.get("old_cleared_in")
        return Week.parse(text) if text else None

    @property
    def clearance_at(self) -> int:
        """The position of the last week whose output counts for the clearance date."""
        return self.view.figures.clearance

    @cached_property
    def old_stock(self) -> ByName:
        """Old cases without a first decision at the end of each week, by category."""
        return self._by_category(self.view.figures.old, self.flows.open_by_stream)

    @cached_property
    def old_at_start(self) -> dict[str, float]:
        """Old cases when the horizon starts, by category."""
        figures = self.view.figures
        opening = np.zeros((len(figures.streams), 1), dtype=np.int64)
        np.add.at(opening[:, 0], figures.stream_of_task, figures.opening)
        return {name: float(cases[0]) for name, cases in self._by_category(figures.old, opening).items()}

    @cached_property
    def new_stock(self) -> ByName:
        """Other cases without a first decision at the end of each week, by track."""
        figures = self.view.figures
        tracks = [stream.track for stream in figures.streams]
        return grouped(tracks, self.flows.open_by_stream, ~figures.old)

    def decided(self, old: bool) -> Numbers:
        """First decisions of each week."""
        figures = self.view.figures
        cases: Numbers = self.flows.decided[figures.old == old].sum(axis=0) / UNIT
        return cases

    def late(self, terms: Sequence[str]) -> ByName:
        """Cases past their legal term at the end of each week, by term of the policy; only those with any stream."""
        there = {stream.late_term for stream in self.view.figures.streams}
        return {term: late_cases(term, self.flows.late_legal, self.flows) / UNIT for term in terms if term in there}

    @cached_property
    def staff_by_location(self) -> ByName:
        """Staff-days put on work, by location."""
        return self._staff(self.view.figures.supply.location, [row.location for row in self.instance.locations])

    @cached_property
    def staff_by_group(self) -> ByName:
        """Staff-days put on work, by group."""
        return self._staff(self.view.figures.supply.group, [row.group for row in self.instance.groups])

    @cached_property
    def staff_by_category(self) -> ByName:
        """Staff-days put on work, by category of the cases."""
        figures = self.view.figures
        days = self.view.all_days.sum(axis=(0, 1))
        return grouped([figures.streams[k].category for k in figures.stream_of_work], days, unit=1)

    @cached_property
    def people_by_group(self) -> ByName:
        """People in service, by group, in full-time staff."""
        figures = self.view.figures
        names = [self.instance.groups[g].group for g in figures.supply.group]
        return grouped(names, figures.supply.people, unit=1)

    @cached_property
    def supplied_by_group(self) -> ByName:
        """Staff-days supplied for cases, by group."""
        figures = self.view.figures
        return grouped([self.instance.groups[g].group for g in figures.supply.group], figures.supply.staff_days)

    def weekly(self, table: str, label: str, value: str) -> ByName:
        """A column of a table by the labels in another one, over the weeks."""
        at = {str(week): t for t, week in enumerate(self.weeks)}
        found: ByName = {}
        for row in self.rows(table):
            found.setdefault(row[label], np.zeros(len(at)))[at[row["week"]]] += float(row[value])
        return found

    def _staff(self, place: Sequence[int] | Any, names: Sequence[str]) -> ByName:
        return grouped([names[own] for own in place], self.flows.used_days, unit=1)

    def _by_category(self, chosen: Any, counts: Counts) -> ByName:
        return grouped([stream.category for stream in self.view.figures.streams], counts, chosen)


def grouped(names: Sequence[str], counts: Any, chosen: Any = None, unit: int = UNIT) -> ByName:
    """The sums of the chosen rows of an array by the name of the row, in the order in which names come first."""
    found: ByName = {}
    for k, name in enumerate(names):
        if chosen is None or chosen[k]:
            found[name] = found.get(name, 0.0) + counts[k] / unit
    return found
