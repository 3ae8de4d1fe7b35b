"""People who start are whole, and within every rule on people."""

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from planner.solving.intake_choice import whole_intakes, within_people_rules
from tests.evaluation.greedy import greedy
from tests.formulation.build import everything

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
