"""The cases finished at a location fit the hours of the staff put on them."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """L x W x T in hours: hours per case x finished - sum over groups of staff-days x hours per day x efficiency.

    Cases of all parts of a stream take the same staff-days. Those inside specialised teams count with the output of the
    team as well.
    """
    needed = view.by_work(view.finished / UNIT * (view.hours / view.output))
    missing: Numbers = np.maximum(needed - view.worked.sum(axis=1), 0.0)
    return missing
