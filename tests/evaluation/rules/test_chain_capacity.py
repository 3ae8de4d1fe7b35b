"""What partners in the chain get, against their limits and signals."""

from dataclasses import replace
from datetime import date

import pytest

from planner.domain.figures import Figures, figures
from planner.domain.grid import UNIT
from planner.domain.instance import ChainLoad, Outcome, Partner
from planner.evaluation.chain import chain_excess, chain_load
from planner.evaluation.flows import flows
from tests.evaluation.build import MONDAY, tiny
from tests.evaluation.hand import hand_plan
from tests.evaluation.rules.breaking import worst

OUTCOMES = (
    Outcome("old", MONDAY, 0.2, 0.5, 0.1),
    Outcome("old", date(2026, 6, 15), 0.8, 0.5, 0.1),  # from week 2 on
    Outcome("new", MONDAY, 0.5, 1.0, 0.25),
)


def with_partner(partner: Partner, *loads: ChainLoad) -> Figures:
    return figures(tiny().replace(outcomes=OUTCOMES, chain=(partner,), chain_loads=loads))


# decided: old 0, 10, 10, 0; new 0, 0, 8, 4. Heard: 4, 4, 0, 4. Open at the end: old 20, 10, 0, 0; new 7, 14, 13, 16.
@pytest.mark.parametrize(
    ("driver", "lag", "load"),
    [
        ("decision", 0, [0, 10, 18, 4]),
        ("grant", 0, [0, 2, 8 + 4, 2]),
        ("refusal", 1, [0, 0, 8, 2 + 4]),
        ("appeal", 0, [0, 4, 1 + 4, 2]),
        ("return", 0, [0, 0.8, 0.2 + 1, 0.5]),
        ("hearing", 2, [0, 0, 4, 4]),
        ("open", 0, [27, 24, 13, 16]),
    ],
)
def test_each_driver_brings_its_load(driver, lag, load):
    own = with_partner(Partner("courts", "appeals", 3.0), ChainLoad("courts", driver, 1.0, lag))
    found = flows(own, hand_plan(own))
    assert (chain_load(found)[0] / UNIT).tolist() == load
    assert (chain_excess(found)[0] / UNIT).tolist() == [max(0, week - 3) for week in load]
    assert worst("chain_capacity", own, hand_plan(own)) == 0


def test_loads_of_one_partner_add_up():
    own = with_partner(
        Partner("courts", "appeals"), ChainLoad("courts", "decision", 0.5, 1), ChainLoad("courts", "hearing", 2.0)
    )
    assert (chain_load(flows(own, hand_plan(own)))[0] / UNIT).tolist() == [8, 8, 5, 9 + 8]


def test_more_than_the_limit_breaks_the_rule():
    # 18 decisions in week 2, at most 15
    own = with_partner(Partner("all", "decisions", None, 15.0), ChainLoad("all", "decision", 1.0))
    assert worst("chain_capacity", own, hand_plan(own)) == 3.0


def test_an_outcome_in_the_wrong_week_is_found():
    # week 2 with the shares of week 1: 2 grants instead of 8
    own = with_partner(Partner("housing", "grants", 1.0), ChainLoad("housing", "grant", 1.0))
    per_decision = own.chain.per_decision.copy()
    per_decision[0, 0, 2] = 0.2
    wrong = replace(own, chain=replace(own.chain, per_decision=per_decision))
    assert worst("chain_capacity", wrong, hand_plan(own)) == 6.0
