"""Every rule a second time: one function per rule that tells by how much a plan breaks it, in the rule's unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planner.domain.grid import Numbers
from planner.evaluation.rules import (
    case_balance,
    chain_capacity,
    chain_smoothing,
    clearance,
    court_deadline,
    decision_deadline,
    guaranteed_volume,
    hearing_rooms,
    interpreters,
    lane_reaction,
    plan_ready,
    processing_capacity,
    programme_start,
    skills,
    staff_deployment,
    staff_supply,
    start_group,
    yearly_agreement,
)
from planner.evaluation.view import View


class Rule(NamedTuple):
    """A rule: `violation` is zero where it holds; up to `tolerance` is the rounding of floats."""

    name: str
    violation: Callable[[View], Numbers]
    unit: str
    tolerance: float


RULES = (
    Rule("staff_supply", staff_supply.violation, "people", 1e-6),
    Rule("staff_deployment", staff_deployment.violation, "staff-days", 0.0),
    Rule("skills", skills.violation, "staff-days or cases", 0.0),
    Rule("processing_capacity", processing_capacity.violation, "hours", 1e-6),
    Rule("hearing_rooms", hearing_rooms.violation, "hours", 1e-6),
    Rule("interpreters", interpreters.violation, "hours", 1e-6),
    Rule("case_balance", case_balance.violation, "cases", 0.0),
    Rule("plan_ready", plan_ready.violation, "cases", 1e-6),
    Rule("decision_deadline", decision_deadline.violation, "cases", 1e-4),
    Rule("guaranteed_volume", guaranteed_volume.violation, "cases", 1e-4),
    Rule("court_deadline", court_deadline.violation, "cases", 1e-4),
    Rule("clearance", clearance.violation, "cases", 1e-4),
    Rule("programme_start", programme_start.violation, "cases", 1e-6),
    Rule("start_group", start_group.violation, "cases", 1e-4),
    Rule("lane_reaction", lane_reaction.violation, "cases", 1e-4),
    Rule("yearly_agreement", yearly_agreement.violation, "cases", 1e-4),
    Rule("chain_capacity", chain_capacity.violation, "the partner's unit", 1e-4),
    Rule("chain_smoothing", chain_smoothing.violation, "cases", 1e-4),
)
"""Every rule, in the order of the docs."""
