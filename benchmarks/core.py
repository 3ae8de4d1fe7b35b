"""The compared model: what every library states again, and the arrays that all of them state it from.

It is the whole model of a generated instance. Its rules are those in `RULES`; an instance with anything else is
refused, so that nobody compares two different models.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import SHARE_UNIT, UNIT, Numbers
from planner.domain.policy import SHIPPED
from planner.domain.stages import STAGES
from planner.formulation.columns import Sites, sites
from planner.formulation.costs import level_costs
from planner.formulation.model import Model, whole_model
from planner.formulation.not_yet_due import not_yet_due

RULES = (
    "staff_deployment",
    "processing_capacity",
    "hearing_rooms",
    "case_balance_places",
    "interpreters",
    "case_balance",
    "case_balance_stream",
    "decision_deadline",
    "clearance",
    "programme_start",
    "lane_reaction",
)
"""The names of its rows, as `docs/model.md` has them."""

PRICES = {"pact_on_time": 20.0, "old_cleared": 200.0, "excess_on_time": 5.0, "waiting": 1 / 518.0}
"""One aim out of the levels: what a unit of each counts for, in weighted case-weeks of waiting."""


class OtherModelError(ValueError):
    """The instance has rules that the compared model has not."""


def core_model(f: Figures) -> tuple[Model, Numbers]:
    """The model as the planner builds it, and its costs."""
    model = whole_model(f)
    others = {block.name for block in model.linear.row_blocks if block.ids.size} - set(RULES)
    if others:
        raise OtherModelError(f"the compared model has no rows for: {', '.join(sorted(others))}")
    return model, core_costs(f, model)


def core_costs(f: Figures, model: Model) -> Numbers:
    """One cost per column: the levels of the shipped policy, each at its price."""
    costs = np.zeros(len(model.linear.column_lower))
    for level in SHIPPED.levels:
        if level.name in PRICES:
            own = level_costs(f, SHIPPED, level, model.flow, model.people, model.teams, len(costs))
            costs += PRICES[level.name] * own
    return costs


def dump(f: Figures, path: Path) -> None:
    """Writes the arrays that the model is stated from; whoever reads them needs nothing of the planner."""
    model, costs = core_model(f)
    where = sites(f)
    np.savez(path, **_flows(f), **_deadlines(f), **_staff(f, where), **_resources(f, where), **_costs(f, model, costs))


def _flows(f: Figures) -> dict[str, np.ndarray]:
    stream_known = (f.arrivals - f.withdrawn_stock) / UNIT
    task_known = np.zeros((len(f.tasks), len(f.weeks)))
    task_known[f.entry] += stream_known
    task_known[:, 0] += f.opening / UNIT
    np.add.at(stream_known[:, 0], f.stream_of_task, f.opening / UNIT)
    previous = np.full(len(f.tasks), -1, dtype=np.intp)
    passing = np.flatnonzero(f.following >= 0)
    previous[f.following[passing]] = passing
    return {
        "task_known": task_known,
        "stream_known": stream_known,
        "previous": previous,
        "lag": f.lag,
        "stays": f.stays,
        "has_next": f.following >= 0,
        "stream_of_task": f.stream_of_task,
        "stage_of_task": f.stage_of_task,
        "final": f.final,
        "conversion_source": np.array([row.source for row in f.conversions], dtype=np.intp),
        "conversion_target": np.array([row.target for row in f.conversions], dtype=np.intp),
        "conversion_share": np.array([row.share / SHARE_UNIT for row in f.conversions], dtype=np.float64),
        "conversion_lag": np.array([row.lag for row in f.conversions], dtype=np.intp),
        "old": np.flatnonzero(f.old),
        "clearance": np.array(f.clearance),
    }


def _deadlines(f: Figures) -> dict[str, np.ndarray]:
    planned, reaction = f.deadlines.planned, f.deadlines.reaction
    heard = f.stage_of_task <= STAGES.index("hearing")
    opening, unheard = np.zeros((2, len(f.streams)), dtype=np.int64)
    np.add.at(opening, f.stream_of_task, f.opening)
    np.add.at(unheard, f.stream_of_task[heard], f.opening[heard])
    due, hear = np.flatnonzero(planned.bound & ~f.court), np.flatnonzero(reaction.bound)
    return {
        "due": due,
        "due_week": planned.due_week,
        "not_due": not_yet_due(f, planned, opening)[due],
        "hear": hear,
        "hear_week": reaction.due_week,
        "not_due_to_hear": not_yet_due(f, reaction, unheard)[hear],
        "hearing_stage": np.array(STAGES.index("hearing")),
    }


def _staff(f: Figures, where: Sites) -> dict[str, np.ndarray]:
    there = f.place_hours[where.location, where.task]
    return {
        "site_location": where.location,
        "site_task": where.task,
        "arc_site": where.arc_site,
        "arc_pair": f.arc_pair,
        "site_hours": f.hours[where.task] * there[:, np.newaxis],
        "arc_hours": f.arc_hours * there[where.arc_site],
        "whole_days": f.supply.whole_days.astype(np.float64),
    }


def _resources(f: Figures, where: Sites) -> dict[str, np.ndarray]:
    heard = np.flatnonzero(f.place_heard_hours[where.location, where.task] > 0)
    stages = np.flatnonzero(np.isfinite(f.pace).any(axis=1))
    weeks = np.flatnonzero(np.isfinite(f.pace).any(axis=0))
    return {
        "heard_site": heard,
        "room_hours": f.room_hours[where.location[heard], where.task[heard]],
        "rooms": f.rooms,
        "pool_share": f.pool_share,
        "interpreter_hours": f.interpreter_hours,
        "pools": f.pools,
        "pace_stage": stages,
        "pace_week": weeks,
        "pace": f.pace[np.ix_(stages, weeks)],
    }


def _costs(f: Figures, model: Model, costs: Numbers) -> dict[str, np.ndarray]:
    flow = model.flow
    return {
        "open_cost": costs[flow.open_cases],
        "late_cost": costs[flow.late[f.deadlines.planned.bound & ~f.court]],
        "reaction_cost": costs[flow.reaction_late[f.deadlines.reaction.bound]],
        "left_cost": costs[flow.left[f.old]],
    }
