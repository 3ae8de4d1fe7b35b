"""Rows that hold staff-days against the plan in force, of the frozen weeks and of those after them alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.formulation.columns import StaffColumns, week_labels
from planner.formulation.draft import Draft, Ids

MORE, FEWER = "more", "fewer"


@dataclass(frozen=True)
class HeldColumns:
    """Staff-days by which works differ from the plan in force: C cells each, more and fewer of them (2 x C)."""

    frozen_changed: Ids
    plan_changed: Ids


def held_columns(draft: Draft, f: Figures) -> HeldColumns:
    """Adds a slack both ways for each work and week that should stay as it is."""
    return HeldColumns(
        _changed(draft, f, "frozen_changed", f.held.frozen), _changed(draft, f, "plan_changed", f.held.calm)
    )


def add_held(draft: Draft, f: Figures, staff: StaffColumns, rule: str, chosen: NDArray[np.bool_], changed: Ids) -> None:
    """Sum over the arcs of a work of x[arc,t] - more + fewer = staff-days in force, in staff-days."""
    own = f.held
    if not chosen.any():
        return
    in_force = own.in_force[chosen].astype(np.float64)
    rows = np.full(chosen.shape, -1, dtype=np.intp)
    rows[chosen] = draft.rows(rule, (_labels(f, chosen),), lower=in_force, upper=in_force)
    draft.put(rows[chosen], changed[0], -1.0)
    draft.put(rows[chosen], changed[1], 1.0)
    at_arc = rows[own.of_arc]
    draft.put(at_arc[at_arc >= 0], staff.staff_days[at_arc >= 0], 1.0)


def _changed(draft: Draft, f: Figures, name: str, chosen: NDArray[np.bool_]) -> Ids:
    if not chosen.any():
        return np.zeros((2, 0), dtype=np.intp)
    upper = np.stack([np.full(chosen.sum(), np.inf), f.held.in_force[chosen]])
    return draft.columns(name, ((MORE, FEWER), _labels(f, chosen)), upper=upper)


def _labels(f: Figures, chosen: NDArray[np.bool_]) -> list[str]:
    weeks = week_labels(f)
    return [f"{work},{weeks[t]}" for work, t in zip(f.held.cells(chosen), np.nonzero(chosen)[1].tolist(), strict=True)]
