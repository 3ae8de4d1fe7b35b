"""Hours asked against hours there."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.figures import figures
from planner.evaluation.capacity import NOBODY, SHARED, capacity
from planner.evaluation.flows import earliest
from planner.generation.random_instance import random_instance


@given(seed=st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_all_hours_are_shared_out_however_the_pairs_are_taken_together(seed):
    own = capacity(figures(random_instance(Random(seed))))
    asked = own.asked_of_tasks.sum(axis=0)
    for labels in (["all"] * len(own.figures.supply.names), [place for place, _ in own.figures.supply.names]):
        parts = own.only_by(labels)
        assert sum(parts.values()) == pytest.approx(asked)
        assert {SHARED, NOBODY} <= parts.keys()


@given(seed=st.integers(0, 10_000))
@settings(max_examples=30, deadline=None)
def test_no_plan_works_more_hours_than_are_asked(seed):
    """Not even the one in which every case is done as soon as lags allow; what is lodged late remains."""
    own = figures(random_instance(Random(seed)))
    done = earliest(own).finished.sum(axis=1) / 1e6 @ (own.normal_hours * own.change.mean(axis=1))
    assert done <= capacity(own).asked.sum() * (1 + 1e-6) + 0.01
