"""The planner's own arrays in highspy: where each row begins is all that is added to them."""

from __future__ import annotations

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
    highs = highspy.Highs()
    highs.setOptionValue("output_flag", False)
    highs.passModel(
        len(lower),
        len(rows[0]),
        len(entry_value),
        int(highspy.MatrixFormat.kRowwise),
        int(highspy.ObjSense.kMinimize),
        0.0,
        cost,
        lower,
        upper,
        *rows,
        np.searchsorted(entry_row, np.arange(len(rows[0]) + 1)).astype(np.int32),
        entry_column.astype(np.int32),
        entry_value,
        (integer if whole else np.zeros(len(lower))).astype(np.int32),
    )
    return highs
