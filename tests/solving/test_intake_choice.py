"""People who start are whole, and within every rule on people."""

import dataclasses

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.instance import Hiring
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from planner.solving.intake_choice import whole_intakes, within_people_rules
from tests.evaluation.greedy import greedy
from tests.formulation.build import WEEKS, everything

F = figures(everything())


def test_people_near_any_number_are_within_the_rules():
    for each in (0.0, 0.4, 3.0, 1000.0):
        assert within_people_rules(F, whole_intakes(F, np.full(len(F.supply.intakes), each)))


@pytest.mark.parametrize("seed", range(5))
def test_what_the_audit_passes_is_within_the_rules_and_a_thousand_more_are_not(seed):
    plan = greedy(F, seed)
    assert not audit(F.instance, SHIPPED, run_tables(F, SHIPPED, plan, ())).findings
    assert within_people_rules(F, plan.taken)
    assert not within_people_rules(F, plan.taken + 1000)


@pytest.mark.parametrize(("group", "expected"), [("decide", [0, 0, 2, 0]), ("prepare", [0, 0, 2, 0])])
def test_whom_one_location_cannot_take_on_another_does(group, expected):
    # Two people were to start in the east, where nobody may start now: two start in the west, of the same group or not.
    east, west = (
        Hiring("east", "decide", WEEKS[0], WEEKS[2], 2, 2, "deciding", 1000.0),
        Hiring("west", group, WEEKS[0], WEEKS[2], 2, 2, "deciding", 1000.0),
    )
    instance = dataclasses.replace(everything(), hiring=(east, west), retraining=(), transfers=())
    f = figures(dataclasses.replace(instance, hiring_limits=(), ceilings=(), transfer_limits=()))
    closed = np.where(f.supply.intakes.pair == 1, 0, f.supply.intakes.most)
    intakes = dataclasses.replace(f.supply.intakes, most=closed)
    f = dataclasses.replace(f, supply=dataclasses.replace(f.supply, intakes=intakes))
    assert [f.supply.names[pair][0] for pair in intakes.pair] == ["east", "east", "west", "west"]
    assert whole_intakes(f, np.array([2.0, 0.0, 0.0, 0.0])).tolist() == expected
