"""ind-2026: hearing and deciding from 12 June 2026; synthetic, not IND data.

The figures stand in `figures` in small tables, each with its evidence code and the sentence that says where it comes
from; the CSV files and `instance.toml` follow from them by arithmetic. Why each figure is what it is stands in
docs/decisions/0003-ind-2026-figures.md.
"""

from __future__ import annotations

from instances.builders.built import Built
from instances.builders.ind_2026.header import header
from instances.builders.ind_2026.obligations import four_weeks
from instances.builders.ind_2026.tables import tables


def build() -> Built:
    """The instance, and the scenario that is worked out: others are written by hand."""
    return Built(header(), tables(), {"court-terms-4": four_weeks()})
