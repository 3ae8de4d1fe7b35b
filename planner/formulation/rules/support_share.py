"""Support takes no more than its share of the hours of the work at a place."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import Sites, StaffColumns, site_labels, supports, week_labels
from planner.formulation.draft import Draft


def add(draft: Draft, f: Figures, where: Sites, staff: StaffColumns) -> None:
    """(1 - share) x hours[l,w,t] x y[l,w,t] <= net hours x efficiency of all who may deliver more than the share there.

    In hours, for every share below 1 that a group has at the site. Together with `processing_capacity` it says that
    groups with at most that share deliver at most that share of the hours; a support day may be partly idle.
    """
    limits = supports(f, where)
    sites = site_labels(f, where)
    names = [f"{sites[site]},{share:g}" for site, share in zip(limits.site, limits.share, strict=True)]
    rows = draft.rows("support_share", (names, week_labels(f)), upper=0.0)
    there = f.place_hours[where.location, where.task]
    left = (1 - limits.share) * there[limits.site]
    draft.put(rows, staff.done[limits.site], f.hours[where.task[limits.site]] * left[:, np.newaxis])
    row, arc = np.nonzero(limits.others)
    draft.put(rows[row], staff.staff_days[arc], -(f.arc_hours * there[where.arc_site])[arc, np.newaxis])
