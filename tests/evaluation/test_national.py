"""The audit keeps up with the size of the country."""

import time

import pytest

from planner.domain.figures import figures
from planner.domain.policy import SHIPPED
from planner.evaluation.audit import audit
from planner.evaluation.tables import run_tables
from tests.evaluation.greedy import greedy
from tests.evaluation.national import national


@pytest.mark.slow
def test_a_national_plan_is_audited_within_ten_seconds():
    instance = national()
    own = figures(instance)
    tables = run_tables(own, SHIPPED, greedy(own), [])
    start = time.perf_counter()
    assert audit(instance, SHIPPED, tables).passed
    assert time.perf_counter() - start < 10
