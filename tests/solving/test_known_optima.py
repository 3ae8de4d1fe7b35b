"""Every tiny instance has the optimum that was reckoned by hand."""

import pytest

from planner.evaluation.rules import RULES
from planner.files.instance import check_instance
from planner.solving.options import Engine
from tests.solving.run import STRICT, findings, rounding, solved
from tests.solving.tiny import FOLDER, NAMES, optimum, policy, rule, tiny

WHOLE = (Engine.SCIP, Engine.HIGHS, Engine.CP_SAT)
"""The engines that take the whole model."""


def test_every_rule_has_a_tiny_instance():
    assert {rule(name) for name in NAMES} == {own.name for own in RULES}


@pytest.mark.parametrize("name", NAMES)
def test_a_tiny_instance_is_right_and_invented(name):
    checked = check_instance(FOLDER / name)
    assert (checked.problems, checked.warnings) == ((), ())
    assert checked.instance
    assert (checked.instance.header.name, checked.instance.header.synthetic) == (name, True)
    assert list(optimum(name)) == [level.name for level in policy(name).levels]


@pytest.mark.parametrize("engine", WHOLE)
@pytest.mark.parametrize("name", NAMES)
def test_the_whole_model_gives_the_optimum_of_every_level_and_proves_it(name, engine):
    own = solved(tiny(name), engine, policy(name).replace(tolerance=STRICT))
    assert findings(own) == ()
    for level, best in optimum(name).items():
        close = pytest.approx(best, abs=rounding(policy(name), level))
        assert (level, own.values[level], own.bounds[level]) == (level, close, close)


@pytest.mark.parametrize("name", NAMES)
def test_the_decomposition_is_never_better_than_the_optimum_nor_its_bound_above_it(name):
    own = solved(tiny(name), Engine.DECOMPOSITION, policy(name))
    assert findings(own) == ()
    for level, best in optimum(name).items():
        assert own.bounds[level] <= best + rounding(policy(name), level)
        assert own.values[level] >= best - rounding(policy(name), level)
        if own.values[level] > best + rounding(policy(name), level):
            break  # what is lost here can be a gain on a later level
