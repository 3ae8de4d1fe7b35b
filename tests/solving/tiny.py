"""The tiny instances, and the best value of each of their levels, reckoned by hand."""

import tomllib
from pathlib import Path
from typing import Any

import numpy as np

from planner.domain.instance import Instance
from planner.domain.policy import SHIPPED, Policy, for_replanning
from planner.files.folder import OPTIMUM
from planner.files.instance import read_instance

FOLDER = Path(__file__).parents[2] / "instances" / "tiny"
NAMES = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())

RIGHT = np.array([[5, 5, 0], [0, 0, 5]])
"""Of `level-order`, days on new cases and on old ones: one person, five days a week, a decision a day."""


def tiny(name: str) -> Instance:
    return read_instance(FOLDER / name)


def policy(name: str) -> Policy:
    """The shipped policy, where a plan is in force with the levels of a weekly run."""
    return for_replanning(SHIPPED) if tiny(name).in_force else SHIPPED


def optimum(name: str) -> dict[str, float]:
    """The value of each level, in the policy's order."""
    levels: dict[str, float] = _file(name)["levels"]
    return levels


def rule(name: str) -> str:
    """The rule that the instance is about."""
    return str(_file(name)["rule"])


def _file(name: str) -> dict[str, Any]:
    return tomllib.loads((FOLDER / name / OPTIMUM).read_text(encoding="utf-8"))
