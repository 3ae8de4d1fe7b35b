"""The bytes of a MathOpt model: numbers in arrays stand on the wire nearly as they stand in memory.

Filling a protocol buffer number by number takes four times as long as reading it from bytes that numpy makes at once.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray
from ortools.math_opt import model_pb2, sparse_containers_pb2

from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel


def model_proto(linear: LinearModel, costs: Numbers, *, relaxed: bool) -> model_pb2.ModelProto:
    """The model with its costs; without whole columns when `relaxed`."""
    columns, rows = len(linear.column_lower), len(linear.row_lower)
    paid = np.flatnonzero(costs)
    whole = np.zeros(columns, dtype=np.bool_) if relaxed else linear.whole
    variables = _message(
        model_pb2.VariablesProto,
        ids=_whole_numbers(np.arange(columns)),
        lower_bounds=_doubles(linear.column_lower),
        upper_bounds=_doubles(linear.column_upper),
        integers=whole.tobytes(),
    )
    constraints = _message(
        model_pb2.LinearConstraintsProto,
        ids=_whole_numbers(np.arange(rows)),
        lower_bounds=_doubles(linear.row_lower),
        upper_bounds=_doubles(linear.row_upper),
    )
    coefficients = _message(
        sparse_containers_pb2.SparseDoubleVectorProto, ids=_whole_numbers(paid), values=_doubles(costs[paid])
    )
    matrix = _message(
        sparse_containers_pb2.SparseDoubleMatrixProto,
        row_ids=_whole_numbers(linear.entry_row),
        column_ids=_whole_numbers(linear.entry_column),
        coefficients=_doubles(linear.entry_value),
    )
    proto = model_pb2.ModelProto()
    proto.ParseFromString(
        _message(
            model_pb2.ModelProto,
            variables=variables,
            objective=_message(model_pb2.ObjectiveProto, linear_coefficients=coefficients),
            linear_constraints=constraints,
            linear_constraint_matrix=matrix,
        )
    )
    return proto


def _message(kind, **fields: bytes) -> bytes:  # type: ignore[no-untyped-def]
    """The fields with their numbers and lengths before them; all are messages or packed arrays."""
    numbers = kind.DESCRIPTOR.fields_by_name
    parts = []
    for name, content in fields.items():
        parts += [_whole_numbers([numbers[name].number << 3 | 2]), _whole_numbers([len(content)]), content]
    return b"".join(parts)


def _doubles(numbers: Numbers) -> bytes:
    return np.asarray(numbers, dtype="<f8").tobytes()


def _whole_numbers(numbers: ArrayLike) -> bytes:
    """Seven bits a byte, the lowest first, the eighth bit where more follow; all numbers in as many bytes."""
    own: NDArray[np.int64] = np.asarray(numbers, dtype=np.int64)
    width = max(1, -(-int(own.max(initial=0)).bit_length() // 7))
    found = np.empty((len(own), width), dtype=np.uint8)
    for place in range(width):
        found[:, place] = (own >> (7 * place)) & 0x7F
    found[:, :-1] |= 0x80
    return found.tobytes()
