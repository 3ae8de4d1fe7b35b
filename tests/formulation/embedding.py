"""A plan as values of the model's columns, and the rules whose rows it breaks."""

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Numbers
from planner.domain.plan import Plan
from planner.domain.teams import CLOSED
from planner.evaluation.chain import chain_excess, uneven_decisions
from planner.evaluation.flows import flows
from planner.evaluation.hours import remote_hours
from planner.formulation.draft import Ids, LinearModel
from planner.formulation.model import Model
from tests.formulation.golden import rule_of

TOLERANCE = 1e-4
"""In a row's own unit: conversions and due dates are rounded to the grid."""


def column_values(f: Figures, model: Model, plan: Plan) -> Numbers:
    """What the plan, and the flows that follow from it, give every column; in cases and staff-days."""
    own = flows(f, plan)
    values = np.full(len(model.linear.column_lower), np.nan)
    values[model.staff.staff_days] = plan.staff_days
    for site, (place, work) in enumerate(zip(model.sites.location, model.sites.work, strict=True)):
        values[model.staff.done[site]] = plan.finished[place, f.work_of_task == work].sum(axis=0) / UNIT
    remote = model.staff.remote
    values[remote[remote >= 0]] = remote_hours(f, plan)[remote >= 0] / UNIT
    values[model.flow.finished] = own.finished / UNIT
    values[model.flow.waiting] = own.open / UNIT
    values[model.flow.open_cases] = own.open_by_stream / UNIT
    values[model.people.started] = own.figures.supply.taken
    values[model.teams.is_open], values[model.teams.learned], values[model.teams.opened] = team_values(own.figures)
    to_date, overtime = model.people.to_date, model.people.overtime
    values[to_date[to_date >= 0]] = np.cumsum(own.figures.supply.whole_days, axis=1)[to_date >= 0]
    values[overtime[overtime >= 0]] = own.overtime_days[overtime >= 0]
    for ids, cases in (
        (model.flow.late, own.late),
        (model.flow.reaction_late, own.reaction_late),
        (model.flow.screening_late, own.screening_late),
        (model.flow.left, own.left),
        (model.flow.beds_excess, own.beds_excess),
        (model.flow.start_group_missed, own.start_group_missed),
        (model.flow.chain_excess, chain_excess(own)),
        (model.flow.uneven_decisions, uneven_decisions(own)),
        (model.flow.agreement_missed, own.agreement_missed),
    ):
        values[ids[ids >= 0]] = cases[ids >= 0] / UNIT
    if len(own.figures.held):
        difference = own.on_works - own.figures.held.in_force
        for ids, chosen in (
            (model.held.frozen_changed, own.figures.held.frozen),
            (model.held.plan_changed, own.figures.held.calm),
        ):
            values[ids] = np.maximum(np.stack([difference[chosen], -difference[chosen]]), 0)
    assert not np.isnan(values).any()
    return values


def team_values(f: Figures) -> tuple[Numbers, Numbers, Numbers]:
    """For each block of each team, team by team: whether it is open, has learned, opens."""
    is_open = f.teams.by_block(f.team_open)
    learned = f.teams.by_block(f.teams.learned(f.team_open))
    before = f.teams.age != CLOSED
    opens = [own & ~np.concatenate([[there], own[:-1]]) for own, there in zip(is_open, before, strict=True)]
    joined = (np.concatenate([np.zeros(0), *own]) for own in (is_open, learned, opens))
    return tuple(joined)


def row_violations(linear: LinearModel, values: Numbers) -> Numbers:
    """By how much each row is broken, in its unit."""
    activity = linear.activity(values)
    return np.maximum(np.maximum(linear.row_lower - activity, activity - linear.row_upper), 0.0)


def broken_rules(model: Model, values: Numbers) -> set[str]:
    """The rules with a broken row; columns below zero break the rule that keeps them from it."""
    linear = model.linear
    violation = row_violations(linear, values)
    broken = {rule_of(block) for block in linear.row_blocks if (violation[block.ids] > TOLERANCE).any()}
    below = values < linear.column_lower - TOLERANCE
    for rule, columns in {
        "staff_deployment": (model.staff.staff_days,),
        "hiring_intake": (model.people.started,),
        "case_balance": (model.staff.done, model.flow.finished, model.flow.waiting, model.flow.open_cases),
    }.items():
        if any(below[ids].any() for ids in columns):
            broken.add(rule)
    started = model.people.started
    if (values[started] > linear.column_upper[started]).any():
        broken.add("hiring_intake")
    return broken


def least_lateness(linear: LinearModel, values: Numbers, rule: str, late: Ids) -> Numbers:
    """What the rows of a rule force the columns `late` to be, all other columns as they are."""
    others = values.copy()
    others[late[late >= 0]] = 0.0
    missing = row_violations(linear, others)
    ids = next(block.ids for block in linear.row_blocks if block.name == rule)
    return missing[ids]
