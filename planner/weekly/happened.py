"""What happened in the first week of a horizon, as counts like those of the figures."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import Counts, Numbers
from planner.domain.plan import Plan
from planner.evaluation.flows import Flows, flows
from planner.weekly.cohorts import Cohort


@dataclass(frozen=True)
class Happened:
    """One week. K streams, N tasks, C conversions, M pairs; grid counts.

    `corrections` (N) are cases by which the stock that waits for a task was moved to what was counted. `people` are
    those in service at the end of the week, NaN where nobody counted them. `ages` are the open cases of a stream of the
    instance by time of lodging, where they were counted.
    """

    lodged: Counts  # K, before withdrawals
    withdrawn_lodged: Counts  # K
    withdrawn_stock: Counts  # K
    finished: Counts  # N
    converted: Counts  # C
    corrections: Counts  # N
    people: Numbers  # M
    ages: Mapping[str, tuple[Cohort, ...]] = field(default_factory=dict)


def as_planned(figures: Figures, plan: Plan) -> Happened:
    """The week as the plan has it."""
    return of_flows(flows(figures, plan))


def of_flows(own: Flows) -> Happened:
    """The first week of flows."""
    f = own.figures
    return Happened(
        lodged=f.lodged[:, 0],
        withdrawn_lodged=f.withdrawn_lodged[:, 0],
        withdrawn_stock=f.withdrawn_stock[:, 0],
        finished=own.finished_to_date[:, 0],
        converted=own.converted_out_to_date[:, 0],
        corrections=np.zeros(len(f.tasks), dtype=np.int64),
        people=np.full(len(f.supply.names), np.nan),
    )
