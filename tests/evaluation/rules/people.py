"""The tiny instance with people who may start: 2 in the north, 1 in the south; each class of at most 2, every week."""

import numpy as np

from planner.domain.figures import Figures, figures
from planner.domain.instance import CourseStep, Hiring, Instance, Location, Staff, Transfer
from planner.domain.plan import Plan
from planner.domain.weeks import Week
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan

WEEKS = tuple(Week(MONDAY).plus(number) for number in range(4))


def with_choices(**tables) -> Instance:
    """Hired in the north in weeks 0 and 2; moved from north to south in any week. D: hire 0, 2, move 0, 1, 2, 3."""
    return tiny().replace(
        locations=(*tiny().locations, Location("south", "South", 0, 50.0)),
        staff=(Staff("north", "officers", 2.0), Staff("south", "officers", 1.0)),
        courses=(CourseStep("learning", 0, 0.0, 0.5), CourseStep("learning", 2, 1.0)),
        hiring=(Hiring("north", "officers", WEEKS[0], WEEKS[3], 2, 2, "learning", 100.0),),
        transfers=(Transfer("north", "south", "officers", WEEKS[0], WEEKS[3], 1, 2, None, 10.0),),
        **tables,
    )


def started(own: Figures, *taken: int) -> Plan:
    """Nobody works; so many people start."""
    idle = hand_plan(own)
    shape = len(own.instance.locations), len(own.tasks), len(own.weeks)
    return Plan(np.zeros_like(idle.staff_days), np.zeros(shape, dtype=np.int64), np.array(taken, dtype=np.int64))


def choices(**tables) -> Figures:
    return figures(with_choices(**tables))
