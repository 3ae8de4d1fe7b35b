"""In every tiny instance the rule that it is about bites: without it the best plan is another one."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.column import ALL
from planner.domain.figures import Figures, figures
from planner.domain.instance import Eligibility, Instance, Place
from planner.domain.policy import Policy
from planner.formulation.costs import level_costs
from planner.formulation.draft import LinearModel
from planner.formulation.model import Model, whole_model
from planner.formulation.relaxation.relaxed import with_cap
from planner.solving.mathopt import Parameters, Session
from planner.solving.monolith import SLACK, SOLVERS
from planner.solving.options import Engine
from tests.formulation.golden import rule_of
from tests.solving.tiny import NAMES, policy, rule, tiny

MUCH = 1e4
"""More cases, days and people than any tiny instance has."""

CLOSE = 1e-2


@pytest.mark.parametrize("name", NAMES)
def test_without_its_rule_the_best_plan_of_a_tiny_instance_is_another(name):
    own = rule(name)
    f = figures(tiny(name))
    with_it, without_it = best(f, whole_model(f), policy(name)), best(*without(f, own), policy(name))
    change = next((b - a for a, b in zip(with_it, without_it, strict=True) if abs(b - a) > CLOSE), 0.0)
    assert change != 0, with_it
    if own not in WITHOUT:  # a rule that only limits: without it nothing can get worse
        assert change < 0, (with_it, without_it)


def best(f: Figures, model: Model, wanted: Policy) -> list[float]:
    """The gross optimum of each level of the policy, with no tolerance for the later ones."""
    linear = model.linear
    linear = replace(linear, column_upper=np.minimum(linear.column_upper, MUCH))
    found = []
    for level in wanted.levels:
        columns = len(linear.column_lower)
        costs = level_costs(f, wanted, level, model.flow, model.people, model.teams, columns, model.held)
        answer = Session(linear, costs, Parameters(SOLVERS[Engine.SCIP], gap=1e-6, absolute_gap=1e-6)).solve()
        assert answer.optimal
        found.append(answer.value)
        linear = with_cap(linear, costs, answer.value + SLACK)
    return found


def without(f: Figures, own: str) -> tuple[Figures, Model]:
    """The model without the rows of the rule, or without what it does to the figures where it has none."""
    model = whole_model(f)
    cells = [block.ids.ravel() for block in model.linear.row_blocks if rule_of(block) == own]
    if cells:
        return f, replace(model, linear=without_rows(model.linear, np.concatenate(cells)))
    return WITHOUT[own](f)


def nobody_comes_or_goes(f: Figures) -> tuple[Figures, Model]:
    staff = tuple(replace(row, leavers_per_year=0.0) for row in f.instance.staff)
    return built(f.instance.replace(staff=staff, staff_changes=()))


def preparation_ignored(f: Figures) -> tuple[Figures, Model]:
    """Cases may go through the stages after preparation before they have entered them."""
    model = whole_model(f)
    (block,) = (block for block in model.linear.row_blocks if block.name == "case_balance")
    later = [cell for cell in range(block.ids.size) if ",preparation," not in block.label(cell)]
    return f, replace(model, linear=without_rows(model.linear, block.ids.ravel()[later]))


def everybody_can_do_everything(f: Figures) -> tuple[Figures, Model]:
    own = f.instance
    streams = [row.stream for row in own.streams]
    return built(
        own.replace(
            eligibility=tuple(Eligibility(group.group, stream, ALL) for group in own.groups for stream in streams),
            places=tuple(Place(place.location, stream, ALL) for place in own.locations for stream in streams),
        )
    )


def all_guaranteed(f: Figures) -> tuple[Figures, Model]:
    return built(f.instance.replace(header=replace(f.instance.header, guarantee=None)))


WITHOUT = {
    "staff_supply": nobody_comes_or_goes,
    "plan_ready": preparation_ignored,
    "skills": everybody_can_do_everything,
    "guaranteed_volume": all_guaranteed,
}
"""How to do without the rules that have no rows; `staff_supply` has some only where people may start by decision."""


def built(instance: Instance) -> tuple[Figures, Model]:
    f = figures(instance)
    return f, whole_model(f)


def without_rows(linear: LinearModel, rows: np.ndarray) -> LinearModel:
    """The same rows, without limits."""
    lower, upper = linear.row_lower.copy(), linear.row_upper.copy()
    lower[rows], upper[rows] = -np.inf, np.inf
    return replace(linear, row_lower=lower, row_upper=upper)
