"""The worst violation of one rule by a plan."""

from planner.domain.figures import Figures
from planner.domain.plan import Plan
from planner.evaluation.rules import RULES
from planner.evaluation.view import view


def worst(rule: str, figures: Figures, plan: Plan) -> float:
    violation = next(own.violation for own in RULES if own.name == rule)
    return round(float(violation(view(figures, plan)).max(initial=0.0)), 9)
