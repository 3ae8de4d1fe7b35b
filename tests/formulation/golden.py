"""The rows of a model as text, and the files that hold them.

`GOLDEN=write pytest tests/formulation` writes the files again; look at what changed before you keep it.
"""

import os
import pkgutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np

from planner.formulation import rules
from planner.formulation.draft import Block, LinearModel

FOLDER = Path(__file__).parent / "golden"
RULES = sorted(module.name for module in pkgutil.iter_modules(rules.__path__))
"""The rules with rows: those that have a module."""

WRITE = os.environ.get("GOLDEN") == "write"


def path_of(rule: str) -> Path:
    return FOLDER / f"{rule}.txt"


def rule_of(block: Block) -> str:
    """Blocks are named after their rule, and perhaps what they are of it: `case_balance_stream`."""
    found = [rule for rule in RULES if block.name == rule or block.name.startswith(f"{rule}_")]
    assert len(found) == 1, block.name
    return found[0]


def rows_as_text(model: LinearModel, rule: str) -> str:
    """Each row of the rule: its name and bounds, then a line for each entry."""
    names = model.column_names()
    lines: list[str] = []
    for block in model.row_blocks:
        if rule_of(block) == rule:
            for cell, row in enumerate(block.ids.ravel().tolist()):
                lines += [f"{block.label(cell)} {_bounds(model, row)}", *_entries(model, row, names)]
    return "\n".join(lines) + "\n"


def _bounds(model: LinearModel, row: int) -> str:
    lower, upper = model.row_lower[row], model.row_upper[row]
    if lower == upper:
        return f"= {_number(upper)}"
    sides = [f">= {_number(lower)}"] * bool(np.isfinite(lower)) + [f"<= {_number(upper)}"] * bool(np.isfinite(upper))
    return " ".join(sides)


def _entries(model: LinearModel, row: int, names: list[str]) -> Iterator[str]:
    for at in np.flatnonzero(model.entry_row == row):
        yield f"    {_number(model.entry_value[at])} {names[model.entry_column[at]]}"


def _number(value: float) -> str:
    return f"{value + 0.0:.12g}"
