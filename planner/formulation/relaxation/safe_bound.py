"""What follows from dual values, whatever a solver made of them (Neumaier and Shcherbina 2004)."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.formulation.draft import LinearModel


def safe_bound(linear: LinearModel, costs: Numbers, duals: Numbers) -> float:
    """A bound below costs @ x for every feasible x, from any dual vector.

    What the rows give at their bounds, plus what each column gives at the bound that its reduced cost asks for.
    Needs bounds on every column.
    """
    lower, upper = linear.row_lower, linear.row_upper
    duals = np.where(((duals > 0) & ~np.isfinite(lower)) | ((duals < 0) & ~np.isfinite(upper)), 0.0, duals)
    rows = np.where(duals > 0, duals * np.where(np.isfinite(lower), lower, 0.0), 0.0)
    rows += np.where(duals < 0, duals * np.where(np.isfinite(upper), upper, 0.0), 0.0)
    reduced = costs - linear.priced(duals)
    columns = np.where(reduced > 0, reduced * linear.column_lower, reduced * linear.column_upper)
    return float(rows.sum() + columns.sum())
