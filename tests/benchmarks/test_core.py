"""The compared model is the whole model of a generated instance, and its arrays hold all that it is made of."""

from dataclasses import fields
from random import Random

import numpy as np
import pytest

from benchmarks.core import RULES, OtherModelError, core_model, dump
from benchmarks.peers.data import Data, members, plain, read, recent
from planner.domain.figures import figures
from planner.generation.random_instance import random_instance
from planner.generation.sizes import SIZES, Size
from planner.generation.synthetic import synthetic_instance


@pytest.fixture(scope="module")
def small():
    return figures(synthetic_instance(Size(2, 8, 30), 1))


@pytest.fixture(scope="module")
def data(small, tmp_path_factory):
    file = tmp_path_factory.mktemp("core") / "core.npz"
    dump(small, file)
    return read(file)


def test_every_rule_of_a_generated_instance_is_in_the_compared_model(small):
    model, _ = core_model(small)
    assert {block.name for block in model.linear.row_blocks if block.ids.size} == set(RULES)


@pytest.mark.parametrize("size", ["S", "M"])
def test_the_named_sizes_have_nothing_else(size):
    core_model(figures(synthetic_instance(SIZES[size], 1)))


def test_an_instance_with_other_rules_is_refused():
    own = random_instance(Random(5))
    assert own.court_dates
    with pytest.raises(OtherModelError, match="court_deadline"):
        core_model(figures(own))


def test_the_arrays_have_one_shape_for_each_letter(data):
    assert data.task_known.shape == (data.tasks, data.weeks)
    assert data.site_hours.shape == (len(data.site_task), data.weeks)
    assert len(data.arc_site) == len(data.arc_pair) == len(data.arc_hours)
    assert all(isinstance(getattr(data, field.name), np.ndarray) for field in fields(Data))


def test_what_entered_before_it_was_due_is_counted_back_from_the_week():
    """A case that enters in week 2 comes from week 1; due weeks 2, 3, 4, 5 for entries in weeks 0 to 3."""
    rows = {"conversion_source": [7], "conversion_lag": [1]}
    assert recent(rows, 0, 3, [2, 3, 4, 5]) == [(7, 2), (7, 1)]


def test_members_are_positions():
    assert members([3, 1, 3]) == {3: [0, 2], 1: [1]}


def test_plain_data_is_lists(data):
    assert isinstance(plain(data).rows["task_known"][0][0], float)
