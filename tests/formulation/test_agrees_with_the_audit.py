"""The model and the audit state the same rules: what one lets pass, the other does too."""

from dataclasses import replace
from random import Random

import numpy as np
import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED, TERMS, Level, Policy, Term
from planner.evaluation.flows import flows
from planner.evaluation.levels import level_values, term_value
from planner.evaluation.rules import RULES as AUDITED
from planner.evaluation.view import view
from planner.formulation.costs import level_costs
from planner.formulation.model import Model, whole_model
from planner.generation.random_instance import random_instance
from planner.weekly.advance import advanced
from planner.weekly.happened import as_planned
from tests.evaluation.build import tiny, varied
from tests.evaluation.greedy import greedy
from tests.formulation.build import everything, with_plenty_of_staff
from tests.formulation.embedding import (
    TOLERANCE,
    broken_rules,
    column_values,
    least_lateness,
    row_violations,
)

SEEDS_OF_STATES = (50, 73, 111, 119)
"""Random instances in whose states there are open teams, trainees, cases on their way and above the guarantee."""

INSTANCES = {
    "everything": everything,
    "much staff": lambda: with_plenty_of_staff(everything()),
    "tiny": tiny,
    "varied": varied,
    "everything a week later": lambda: a_week_later(everything()),
    "much staff a week later": lambda: a_week_later(with_plenty_of_staff(everything())),
    "varied a week later": lambda: a_week_later(varied()),
    "random 156, weeks without working days": lambda: random_instance(Random(156), weeks=8),
    **{f"random {seed} two weeks later": lambda seed=seed: two_weeks_later(seed) for seed in SEEDS_OF_STATES},
}
SEEDS = range(30)


def a_week_later(instance: Instance) -> Instance:
    """The state after a week of a plan, with people in their course, teams that are open and cases on their way."""
    own = figures(instance)
    plan = greedy(own, 3)
    return advanced(instance, plan, as_planned(own.decided(plan.taken, plan.team_open), plan))


def two_weeks_later(seed: int) -> Instance:
    return a_week_later(a_week_later(random_instance(Random(seed), weeks=8)))


@pytest.fixture(scope="module", params=INSTANCES)
def built(request) -> tuple[Figures, Model]:
    own = figures(INSTANCES[request.param]())
    return own, whole_model(own)


def test_a_plan_that_keeps_every_rule_keeps_every_row(built):
    own, model = built
    for seed in SEEDS:
        plan = greedy(own, seed)
        assert not broken_in_the_audit(own, plan)
        values = column_values(own, model, plan)
        assert row_violations(model.linear, values).max() <= TOLERANCE
        assert (values >= model.linear.column_lower).all()
        assert (values <= model.linear.column_upper).all()


def test_a_plan_that_breaks_rules_breaks_their_rows_and_no_others(built):
    own, model = built
    seen: set[str] = set()
    for seed in SEEDS:
        for changes in (1, 3):
            plan = disturbed(own, model, greedy(own, seed), changes, seed)
            broken = broken_in_the_audit(own, plan)
            if "plan_ready" in broken:  # has no rows, for it follows from case_balance
                assert "case_balance" in broken
            assert broken_rules(model, column_values(own, model, plan)) == broken - {"plan_ready"}
            seen |= broken
    assert seen >= {"staff_deployment", "processing_capacity", "case_balance"}


def test_disturbed_plans_break_every_rule_that_a_plan_can_break():
    own = figures(with_plenty_of_staff(everything()))
    model = whole_model(own)
    plans = [disturbed(own, model, greedy(own, seed), 3, seed) for seed in range(100)]
    assert set().union(*(broken_in_the_audit(own, plan) for plan in plans)) == {
        "staff_supply",
        "staff_deployment",
        "overtime",
        "staff_ceiling",
        "hiring_intake",
        "transfer_limit",
        "processing_capacity",
        "specialised_team",
        "hearing_rooms",
        "interpreters",
        "case_balance",
        "plan_ready",
        "programme_start",
        "blocked_category",
        "support_share",
        "remote_hearings",
        "chain_capacity",
    }


def test_hearings_by_video_in_two_places_break_the_share_of_the_country():
    instance = varied()
    own = figures(instance.replace(header=replace(instance.header, remote_share=0.2)))
    model, plan = whole_model(own), greedy(own)
    plan.finished[:, own.task_names.index(("old-a", "hearing")), 9] += 30 * UNIT
    broken = broken_in_the_audit(own, plan)
    assert broken >= {"hearing_rooms", "remote_hearings"}
    assert broken_rules(model, column_values(own, model, plan)) == broken - {"plan_ready"}


def test_the_rows_about_time_limits_ask_for_the_lateness_that_the_audit_finds(built):
    own, model = built
    for seed in SEEDS:
        plan = greedy(own, seed)
        values, found = column_values(own, model, plan), flows(own, plan)
        for rule, ids, late, own_streams in (
            ("decision_deadline", model.flow.late, found.late, ~own.court),
            ("court_deadline", model.flow.late, found.late, own.court),
            ("lane_reaction", model.flow.reaction_late, found.reaction_late, ~own.court),
            ("early_screening", model.flow.screening_late, found.screening_late, ~own.court),
        ):
            asked = least_lateness(model.linear, values, rule, ids)
            assert asked == pytest.approx(late[(ids[:, 0] >= 0) & own_streams] / UNIT, abs=TOLERANCE)


@pytest.mark.parametrize("name", TERMS)
def test_each_term_costs_in_the_model_what_the_evaluation_counts(built, name):
    own, model = built
    level = Level(name, "", "", (Term(name, 3.0),))
    columns = len(model.linear.column_lower)
    costs = level_costs(own, SHIPPED, level, model.flow, model.people, model.teams, columns, model.held)
    for seed in SEEDS[:5]:
        plan = greedy(own, seed)
        counted = 3 * term_value(name, flows(own, plan), SHIPPED.terminal_weeks)
        assert costs @ column_values(own, model, plan) == pytest.approx(counted, rel=1e-6, abs=TOLERANCE)


def test_the_terms_of_a_level_add_up(built):
    own, model = built
    policy = Policy("all", (Level("all", "", "", tuple(Term(name, n + 0.5) for n, name in enumerate(TERMS))),))
    columns = len(model.linear.column_lower)
    costs = level_costs(own, policy, policy.levels[0], model.flow, model.people, model.teams, columns, model.held)
    plan = greedy(own)
    gross = level_values(own, policy, plan)[0].gross
    assert costs @ column_values(own, model, plan) == pytest.approx(gross, rel=1e-6)


def broken_in_the_audit(own: Figures, plan: Plan) -> set[str]:
    judged = view(own, plan)
    return {rule.name for rule in AUDITED if rule.violation(judged).max(initial=0.0) > max(rule.tolerance, TOLERANCE)}


def disturbed(own: Figures, model: Model, plan: Plan, changes: int, seed: int) -> Plan:
    """The plan with other staff-days on some arcs, other cases at some sites, or other people who start."""
    random = Random(seed)
    staff_days, finished, taken = plan.staff_days.copy(), plan.finished.copy(), plan.taken.copy()
    learned = own.teams.learned(plan.team_open)
    for _ in range(changes):
        week = random.randrange(len(own.weeks))
        if len(taken) and random.random() < 0.3:
            taken[random.randrange(len(taken))] += random.choice([-1, 1, 2, 20])
        elif random.random() < 0.5:
            arc, more = random.randrange(len(staff_days)), random.choice([-2, -1, 1, 2, 20])
            z = own.arc_team[arc]
            if z < 0 or learned[z, week] == own.arc_learned[arc]:  # whether it has learned follows from when it opened
                staff_days[arc, week] += more
        else:
            site = random.randrange(len(model.sites.task))
            place, parts = model.sites.location[site], np.flatnonzero(own.work_of_task == model.sites.work[site])
            most = parts[np.argmax(finished[place, parts, week])]  # the rows know the parts of a place together only
            finished[place, most, week] += round(random.choice([-1.5, -0.5, 0.5, 1.5, 30.0]) * UNIT)
    return plan.replace(staff_days=staff_days, finished=np.asarray(finished), taken=taken)
