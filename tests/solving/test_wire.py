"""The bytes of a model say what the model says."""

from random import Random

import numpy as np
import pytest
from ortools.math_opt import model_pb2

from planner.domain.figures import figures
from planner.formulation.draft import Draft
from planner.formulation.model import whole_model
from planner.generation.random_instance import random_instance
from planner.solving.wire import model_proto


def _filled(linear, costs, *, relaxed):
    """Number by number."""
    proto = model_pb2.ModelProto()
    proto.variables.ids.extend(range(len(linear.column_lower)))
    proto.variables.lower_bounds.extend(linear.column_lower)
    proto.variables.upper_bounds.extend(linear.column_upper)
    proto.variables.integers.extend([False] * len(linear.whole) if relaxed else linear.whole)
    proto.linear_constraints.ids.extend(range(len(linear.row_lower)))
    proto.linear_constraints.lower_bounds.extend(linear.row_lower)
    proto.linear_constraints.upper_bounds.extend(linear.row_upper)
    paid = np.flatnonzero(costs)
    proto.objective.linear_coefficients.ids.extend(paid)
    proto.objective.linear_coefficients.values.extend(costs[paid])
    proto.linear_constraint_matrix.row_ids.extend(linear.entry_row)
    proto.linear_constraint_matrix.column_ids.extend(linear.entry_column)
    proto.linear_constraint_matrix.coefficients.extend(linear.entry_value)
    return proto


@pytest.mark.parametrize("relaxed", [False, True])
@pytest.mark.parametrize("seed", range(5))
def test_a_model_read_from_its_bytes_is_the_one_filled_number_by_number(seed, relaxed):
    linear = whole_model(figures(random_instance(Random(seed)))).linear
    costs = np.random.default_rng(seed).choice([0.0, 1.0, -2.5, 1e9], len(linear.column_lower))
    assert model_proto(linear, costs, relaxed=relaxed) == _filled(linear, costs, relaxed=relaxed)


@pytest.mark.parametrize("count", [1, 127, 128, 16_383, 16_384, 2_097_153])
def test_numbers_of_every_width_are_read_back(count):
    draft = Draft()
    columns = draft.columns("column", (range(count),), whole=True)
    rows = draft.rows("row", (["only"],), upper=1.0)
    draft.put(rows, columns[-1:], 2.0)
    proto = model_proto(draft.finish(), np.zeros(count), relaxed=False)
    assert proto.variables.ids[-1] == count - 1
    assert list(proto.linear_constraint_matrix.column_ids) == [count - 1]
    assert not proto.objective.linear_coefficients.ids
