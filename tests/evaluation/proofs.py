"""Proofs as a solver would state them: a bound a tenth below each level's value."""

from planner.domain.policy import SHIPPED
from planner.domain.result import LevelProof
from planner.evaluation.levels import level_values


def proofs(figures, plan, policy=SHIPPED):
    return [
        LevelProof(
            level.name,
            level.unit,
            own.value,
            own.value - 0.1 * abs(own.value),
            min(policy.tolerance * abs(own.value), own.floor / 2),
            own.floor,
        )
        for level, own in zip(policy.levels, level_values(figures, policy, plan), strict=True)
    ]
