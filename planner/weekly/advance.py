"""The instance of the next week: the state after what happened, the horizon a week shorter, and the plan in force."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from planner.domain.figures import Figures, figures
from planner.domain.forecast import from_day_on
from planner.domain.instance import Header, Inflow, Instance, Replanning
from planner.domain.plan import Plan
from planner.weekly import remainders
from planner.weekly.closing import closing
from planner.weekly.happened import Happened
from planner.weekly.plan_in_force import plan_in_force, told_intakes, told_teams
from planner.weekly.stock import stock_tables
from planner.weekly.workforce import workforce_tables

ENDING = ("productivity", "hours_changes", "hiring_limits", "ceilings", "overtime", "blocked", "duties")
"""Tables with periods, of which those that are over are left out."""


def advanced(instance: Instance, plan: Plan, happened: Happened) -> Instance:
    """The instance in which the week after the first one of `instance` is the first.

    `plan` is the plan in force for `instance`, `happened` what became of its first week.
    """
    f = figures(instance).decided(plan.taken, plan.team_open)
    end = closing(f, happened)
    cases, people = stock_tables(f, end, happened.ages), workforce_tables(f, happened)
    found = instance.replace(
        header=_header(f, happened),
        stock=cases.stock,
        court_dates=cases.court_dates,
        converting=cases.converting,
        withdrawals=cases.withdrawals,
        inflow=tuple(_inflow(f)),
        staff=people.staff,
        trainees=people.trainees,
        hiring_limits=people.hiring_limits,
        teams=people.teams,
        open_teams=people.open_teams,
        agreements=tuple(remainders.agreements(f, end)),
        smoothing=tuple(remainders.smoothing(f, end)),
        start_group=tuple(remainders.start_group(f, end)),
        chain_before=tuple(remainders.chain_before(f, end, happened)),
    )
    asked = found.header.replanning or Replanning()
    return without_the_past(
        found.replace(
            in_force=tuple(plan_in_force(f, plan, asked.stable_weeks)),
            told_intakes=tuple(told_intakes(f, asked.frozen_weeks)),
            told_teams=tuple(told_teams(f, asked.frozen_weeks)),
        )
    )


def _header(f: Figures, happened: Happened) -> Header:
    own = f.instance.header
    replanning = own.replanning or Replanning()
    return replace(
        own,
        first=f.weeks[1].monday,
        pact_start=own.pact_start or own.first,
        guarantee=remainders.guarantee(f, happened),
        replanning=replace(replanning, since=replanning.since or own.first),
    )


def _inflow(f: Figures) -> list[Inflow]:
    """What is expected from the next week on: the forecast stays the forecast."""
    monday = f.weeks[1].monday
    return [from_day_on(f.instance, row, monday) for row in f.instance.inflow if row.last >= monday]


def without_the_past(instance: Instance) -> Instance:
    """The same without rows about periods that are over."""
    monday, first = instance.header.first, instance.weeks[0]
    tables: dict[str, Any] = {
        name: tuple(row for row in getattr(instance, name) if row.last is None or row.last >= monday) for name in ENDING
    }
    for name in ("hiring", "retraining", "transfers"):
        tables[name] = tuple(row for row in getattr(instance, name) if row.last >= first)
    calendar = tuple(row for row in instance.calendar if row.week >= first)
    changes = tuple(row for row in instance.staff_changes if row.week >= first)
    return instance.replace(calendar=calendar, staff_changes=changes, **tables)
