"""Cases finished at a place take no more than the net hours of the staff-days put on them there."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import Sites, StaffColumns, site_labels, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, where: Sites, staff: StaffColumns) -> None:
    """hours[l,w,t] x y[l,w,t] <= sum over g of net hours x efficiency x x[l,g,w,t], in hours.

    A work w is a stage of a stream, all parts of the stream together: a day serves cases of any of them.
    """
    rows = draft.rows("processing_capacity", (site_labels(f, where), week_labels(f)), upper=0.0)
    there = f.place_hours[where.location, where.task]
    draft.put(rows, staff.done, f.hours[where.task] * there[:, np.newaxis])
    draft.put(rows[where.arc_site], staff.staff_days, -(f.arc_hours * there[where.arc_site])[:, np.newaxis])
