"""Every rule a second time: one function per rule that tells by how much a plan breaks it, in the rule's unit."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from planner.domain.grid import Numbers
from planner.evaluation.rules import (
    blocked_category,
    case_balance,
    chain_capacity,
    chain_smoothing,
    clearance,
    court_deadline,
    decision_deadline,
    early_screening,
    frozen_weeks,
    guaranteed_volume,
    hearing_rooms,
    hiring_intake,
    interpreters,
    lane_reaction,
    overtime,
    plan_ready,
    plan_stability,
    process_beds,
    processing_capacity,
    programme_start,
    remote_hearings,
    skills,
    specialised_team,
    staff_ceiling,
    staff_deployment,
    staff_supply,
    start_group,
    support_share,
    transfer_limit,
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
    Rule("overtime", overtime.violation, "staff-days", 1e-6),
    Rule("skills", skills.violation, "staff-days or cases", 0.0),
    Rule("staff_ceiling", staff_ceiling.violation, "people", 1e-6),
    Rule("hiring_intake", hiring_intake.violation, "people", 0.0),
    Rule("transfer_limit", transfer_limit.violation, "people", 1e-6),
    Rule("processing_capacity", processing_capacity.violation, "hours", 1e-6),
    Rule("specialised_team", specialised_team.violation, "people or teams", 1e-6),
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
    Rule("blocked_category", blocked_category.violation, "cases", 0.0),
    Rule("early_screening", early_screening.violation, "cases", 1e-4),
    Rule("support_share", support_share.violation, "hours", 1e-6),
    Rule("remote_hearings", remote_hearings.violation, "hours", 1e-6),
    Rule("process_beds", process_beds.violation, "cases", 1e-4),
    Rule("frozen_weeks", frozen_weeks.violation, "staff-days", 0.0),
    Rule("plan_stability", plan_stability.violation, "staff-days", 0.0),
)
"""Every rule, in the order of the docs."""
