"""Simulated plans of random small instances."""

import random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.flows import earliest, flows
from planner.evaluation.levels import level_values
from planner.evaluation.tables import run_tables
from tests.evaluation.greedy import greedy
from tests.evaluation.mutations import some
from tests.evaluation.proofs import proofs
from tests.evaluation.strategies import instances

few = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
many = settings(max_examples=1000, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def judge(instance, seed):
    own = figures(instance)
    plan = greedy(own, seed)
    tables = run_tables(own, SHIPPED, plan, proofs(own, plan))
    assert audit(instance, SHIPPED, tables).findings == ()
    for words, wrong in some(tables, 3, seed):
        assert audit(instance, SHIPPED, wrong).findings, words


@few
@given(instances(), st.integers(0, 99))
def test_a_simulated_plan_passes_the_audit_and_any_change_of_it_does_not(instance, seed):
    judge(instance, seed)


@pytest.mark.slow
@many
@given(instances(), st.integers(0, 99))
def test_many_simulated_plans_pass_the_audit_and_any_change_of_them_does_not(instance, seed):
    judge(instance, seed)


@few
@given(instances(), st.integers(0, 99))
def test_nothing_is_lost_or_invented_in_any_stream_and_week(instance, seed):
    own = figures(instance)
    found = flows(own, greedy(own, seed))
    came = own.lodged + found.converted_in
    gone = found.decided + found.converted_out + found.withdrawn_by_stream
    opening = found.by_stream(own.opening[:, None])
    assert (opening + (came - gone).cumsum(axis=1) == found.open_by_stream).all()
    assert (found.open >= 0).all()
    assert (found.between >= 0).all()


@few
@given(instances(), st.integers(0, 99))
def test_no_plan_is_ahead_of_the_earliest_flows(instance, seed):
    own = figures(instance)
    assert (flows(own, greedy(own, seed)).finished_to_date <= earliest(own).finished_to_date).all()


@few
@given(instances(), st.integers(0, 99))
def test_no_plan_waits_less_than_the_least(instance, seed):
    own = figures(instance)
    waiting = next(n for n, level in enumerate(SHIPPED.levels) if level.name == "waiting")
    assert level_values(own, SHIPPED, greedy(own, seed))[waiting].value >= 0


@few
@given(instances(), st.integers(0, 99))
def test_late_cases_are_open_cases(instance, seed):
    own = figures(instance)
    found = flows(own, greedy(own, seed))
    assert (found.late_legal <= found.open_by_stream + 1).all()  # a grid unit: shares of stock are rounded
    assert (found.late_legal <= found.late).all()


@few
@given(instances(), st.randoms(use_true_random=False))
def test_the_order_of_rows_changes_nothing(instance, order: random.Random):
    def shuffled(rows):
        return tuple(order.sample(rows, len(rows)))

    tables = ("work", "stock", "inflow", "withdrawals", "eligibility", "places", "languages", "ordinary_pace", "staff")
    other = figures(instance.replace(**{name: shuffled(getattr(instance, name)) for name in tables}))
    own = figures(instance)
    plan = greedy(own)
    assert level_values(own, SHIPPED, plan) == level_values(other, SHIPPED, greedy(other))
    assert run_tables(own, SHIPPED, plan, []) == run_tables(other, SHIPPED, plan, [])
