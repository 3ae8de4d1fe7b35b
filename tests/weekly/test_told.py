"""Who has been told to start, and which teams to open, does so in the plan that is made again."""

from dataclasses import replace

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Ceiling, HiringLimit, ToldIntake, ToldTeam
from planner.solving.options import Engine
from planner.weekly.advance import advanced
from planner.weekly.happened import as_planned
from planner.weekly.told import ALLOWED, GONE, still_told
from tests.evaluation.rules.people import WEEKS, started, with_choices
from tests.solving.run import findings, solved
from tests.solving.tiny import tiny

HIRED = ToldIntake(WEEKS[2], "hire", "north", "officers", None, None, 2)
BOTH = pytest.mark.parametrize("engine", [Engine.SCIP, Engine.DECOMPOSITION])


def told(*rows: ToldIntake, **tables):
    return with_choices(told_intakes=rows, **tables)


@BOTH
@pytest.mark.parametrize("people", [0, 1, 2])
def test_so_many_start_as_have_been_told_however_dear_or_useful(engine, people):
    own = told(replace(HIRED, people=people))
    own = own.replace(hiring=tuple(replace(row, cost=1e6) for row in own.hiring))
    found = solved(own, engine)
    assert found.plan is not None
    assert found.plan.taken[1] == people
    assert findings(found) == ()


@BOTH
@pytest.mark.parametrize("is_open", [True, False])
def test_a_team_is_open_as_has_been_told(engine, is_open):
    own = tiny("specialised-team")
    row = ToldTeam(own.teams[0].team, own.weeks[0], is_open)
    found = solved(own.replace(told_teams=(row,)), engine)
    assert found.plan is not None
    assert found.plan.team_open[0, 0] == is_open
    assert findings(found) == ()


def test_what_is_planned_in_frozen_weeks_is_told():
    # a class of 1 in week 2 and nobody who moves; from week 1 on there are two frozen weeks, weeks 1 and 2
    own = with_choices()
    own = own.replace(header=replace(own.header, replanning=None))
    f = figures(own)
    plan = started(f, 0, 1, 0, 0, 2, 0)
    f = f.decided(plan.taken, plan.team_open)
    coming = advanced(own, plan, as_planned(f, plan))
    assert [(row.week, row.kind, row.people) for row in coming.told_intakes] == [
        (WEEKS[2], "hire", 1),
        (WEEKS[1], "move", 0),
        (WEEKS[2], "move", 2),
        (WEEKS[3], "move", 0),
    ]
    assert figures(coming).supply.intakes.least.tolist() == [1, 0, 2, 0]


def test_those_who_still_may_start_are_told_nothing_else():
    own = told(HIRED)
    assert still_told(own) == (own, [])


@pytest.mark.parametrize(
    ("tables", "left", "why"),
    [
        # 2 + 1 people are there and 4 may be: one of two; one newcomer in all; no class at all
        ({"ceilings": (Ceiling(WEEKS[0].monday, WEEKS[3].sunday, "all", "all", 4.0),)}, 1, ALLOWED),
        ({"hiring_limits": (HiringLimit(WEEKS[0].monday, WEEKS[3].sunday, 1),)}, 1, ALLOWED),
        ({"hiring": ()}, 0, GONE),
    ],
)
def test_what_rules_allow_no_more_is_given_up_and_no_more_than_that(tables, left, why):
    own = told(HIRED, replace(HIRED, week=WEEKS[0], people=0)).replace(**tables)
    found, words = still_told(own)
    assert [row.people for row in found.told_intakes] == [left, 0]
    (one,) = words
    assert one.startswith(f"{2 - left} of 2 people told to start in {WEEKS[2]}")
    assert why in one


def test_a_told_move_leaves_the_place_that_it_is_from():
    own = told(ToldIntake(WEEKS[1], "move", "south", "officers", "north", "officers", 1))
    f = figures(own)
    there = f.decided(f.supply.intakes.least).supply.people
    assert np.round(there[:, 1]).tolist() == [1, 2]
