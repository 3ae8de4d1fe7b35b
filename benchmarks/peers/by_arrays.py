"""The planner's own model, out of a file, in highspy: a row pointer is all that is added to its arrays."""

from __future__ import annotations

from pathlib import Path

import highspy
import numpy as np


def hand_over(
    columns: tuple[np.ndarray, np.ndarray, np.ndarray, np.ndarray],
    rows: tuple[np.ndarray, np.ndarray],
    entries: tuple[np.ndarray, np.ndarray, np.ndarray],
    *,
    whole: bool,
) -> highspy.Highs:
    """HiGHS with the model: lower, upper, whole and cost of columns; lower and upper of rows; entries by row."""
    lower, upper, integer, cost = columns
    entry_row, entry_column, entry_value = entries
    lp = highspy.HighsLp()
    lp.num_col_, lp.num_row_ = len(lower), len(rows[0])
    lp.col_cost_, lp.col_lower_, lp.col_upper_ = cost, lower, upper
    lp.row_lower_, lp.row_upper_ = rows
    lp.a_matrix_.format_ = highspy.MatrixFormat.kRowwise
    lp.a_matrix_.start_ = np.searchsorted(entry_row, np.arange(len(rows[0]) + 1)).astype(np.int32)
    lp.a_matrix_.index_ = entry_column.astype(np.int32)
    lp.a_matrix_.value_ = entry_value
    if whole and integer.any():
        kinds = np.array([highspy.HighsVarType.kContinuous, highspy.HighsVarType.kInteger])
        lp.integrality_ = kinds[integer.astype(np.intp)].tolist()
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.passModel(lp)
    return highs


def read(path: Path, *, whole: bool) -> highspy.Highs:
    """HiGHS with the model of a file that `benchmarks.dumped.dump_linear` wrote."""
    with np.load(path) as stored:
        return hand_over(
            (stored["column_lower"], stored["column_upper"], stored["whole"], stored["costs"]),
            (stored["row_lower"], stored["row_upper"]),
            (stored["entry_row"], stored["entry_column"], stored["entry_value"]),
            whole=whole,
        )
