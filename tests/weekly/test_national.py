"""The weeks of `ind-2026` go on as planned, and its state is an instance like every other."""

from pathlib import Path

import numpy as np

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.evaluation.flows import flows
from planner.evaluation.tables import run_tables
from planner.files.actuals_file import PlacedActual
from planner.files.instance import check_instance, read_instance
from planner.files.place import Place
from planner.files.writing import write_instance
from planner.weekly.advance import advanced
from planner.weekly.continuing import rest_of_plan
from planner.weekly.happened import as_planned
from planner.weekly.reckoning import reckoned
from planner.weekly.simulated import simulated_week
from planner.yardsticks.options import RuleOptions
from planner.yardsticks.simulate import simulate

NATIONAL = Path(__file__).parents[2] / "instances" / "ind-2026"
UNITS = 10
"""Millionths of a case that rounding may make of three weeks."""


def test_three_mondays_as_planned_change_nothing_and_one_with_noise_is_conserved(tmp_path):
    instance = read_instance(NATIONAL)
    f = figures(instance)
    plan = simulate(f, RuleOptions("rule-fifo"))
    tables, before = run_tables(f, SHIPPED, plan, ()), flows(f, plan)
    names = [stream.name for stream in f.streams]
    for week in range(1, 4):
        instance = advanced(instance, plan, as_planned(f, plan))
        f, plan = rest_of_plan(tables, figures(instance))
        after = flows(f, plan)
        at = [names.index(stream.name) for stream in f.streams]
        for what in ("open_by_stream", "late", "late_legal", "reaction_late", "decided"):
            assert np.abs(getattr(after, what) - getattr(before, what)[at, week:]).max() <= UNITS
    write_instance(instance, tmp_path / "state")
    checked = check_instance(tmp_path / "state")
    assert (checked.problems, checked.instance) == ((), instance)
    rows = [PlacedActual(row, Place("actuals.csv", 2)) for row in simulated_week(f, plan, 1, 0.1)]
    found = reckoned(f, as_planned(f, plan), rows, "actuals.csv")
    assert (found.problems, found.mismatches) == ([], [])
    assert figures(advanced(instance, plan, found.happened)).weeks == f.weeks[1:]
