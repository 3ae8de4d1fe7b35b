"""Instances, figures and plans that many tests start from."""

import pytest

from planner.domain.figures import Figures, figures
from planner.domain.instance import Instance
from planner.domain.plan import Plan
from tests.evaluation.build import tiny, varied
from tests.evaluation.hand import hand_plan


@pytest.fixture
def tiny_instance() -> Instance:
    return tiny()


@pytest.fixture
def tiny_figures(tiny_instance) -> Figures:
    return figures(tiny_instance)


@pytest.fixture
def tiny_plan(tiny_figures) -> Plan:
    return hand_plan(tiny_figures)


@pytest.fixture(scope="session")
def varied_instance() -> Instance:
    return varied()


@pytest.fixture(scope="session")
def varied_figures(varied_instance) -> Figures:
    return figures(varied_instance)
