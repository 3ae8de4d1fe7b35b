"""When a week goes as planned, the rest of the plan is a plan of the next week's instance, and nothing else changes."""

from random import Random

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.chain import uneven_decisions
from planner.evaluation.flows import flows
from planner.evaluation.penalties import penalties_by_week
from planner.evaluation.tables import run_tables
from planner.files.instance import check_instance
from planner.files.writing import write_instance
from planner.generation.random_instance import random_instance
from planner.weekly.advance import advanced
from planner.weekly.happened import as_planned
from tests.evaluation.greedy import greedy
from tests.formulation.build import everything
from tests.weekly.continuing import continued

UNITS = 40
"""Grid units, 40 millionths of a case: what rounding may do where a running total starts again every week."""


INSTANCES = [pytest.param(everything(), id="everything")] + [
    pytest.param(random_instance(Random(seed), weeks=12), id=f"random {seed}") for seed in range(60)
]


@pytest.mark.parametrize("instance", INSTANCES)
def test_a_plan_goes_on_week_after_week_when_all_goes_as_planned(instance):
    f = figures(instance)
    plan = greedy(f)
    f = f.decided(plan.taken, plan.team_open)
    before = flows(f, plan)
    names = [stream.name for stream in f.streams]
    following = f, plan, instance
    for week in range(1, min(len(f.weeks) - 1, 5)):
        own, rest, now = following
        if own.clearance == 0:
            return
        coming = advanced(now, rest, as_planned(own, rest))
        after, rest = continued(own, rest, coming)
        there = flows(after, rest)
        for k, stream in enumerate(after.streams):
            for what in ("open_by_stream", "late", "late_legal", "reaction_late", "screening_late", "decided"):
                expected = getattr(before, what)[names.index(stream.name), week:]
                found = getattr(there, what)[k]
                assert np.abs(found - expected).max() <= UNITS, (week, what, stream.name, found / UNIT, expected / UNIT)
        gone = [k for k, name in enumerate(names) if name not in {stream.name for stream in after.streams}]
        assert not before.open_by_stream[gone, week - 1 :].any()
        assert np.abs(uneven_decisions(there) - uneven_decisions(before)[week:]).max() <= UNITS
        assert np.abs(penalties_by_week(there) - penalties_by_week(before)[week:]).max() < 0.1
        for m, pair in enumerate(f.supply.names):
            j = after.supply.names.index(pair)
            assert after.supply.people[j] == pytest.approx(f.supply.people[m, week:], abs=1e-9)
            assert after.supply.working[j] == pytest.approx(f.supply.working[m, week:], abs=1e-9)
            assert (after.supply.whole_days[j] == f.supply.whole_days[m, week:]).all()
        judged = audit(coming, SHIPPED, run_tables(after, SHIPPED, rest, ()))
        assert [finding for finding in judged.findings if not finding.startswith("Rule ")] == []
        assert {rule.name for rule in judged.rules if rule.worst > max(rule.tolerance, UNITS / UNIT)} == set()
        following = after, rest, coming


@pytest.mark.parametrize("instance", INSTANCES[1:30])
def test_the_state_of_a_week_is_an_instance_that_reads_back_the_same(instance, tmp_path):
    f = figures(instance)
    if f.clearance == 0:
        return  # the weekly run ends with the clearance date
    plan = greedy(f)
    coming = advanced(instance, plan, as_planned(f.decided(plan.taken, plan.team_open), plan))
    write_instance(coming, tmp_path / "coming")
    checked = check_instance(tmp_path / "coming")
    assert checked.problems == ()
    assert checked.instance == coming
