"""ind-2023: the service in spring 2023, partly synthetic.

Published totals are split by assumptions; each figure stands in `figures` with its evidence code and the sentence that
says where it comes from. Why each is what it is, and what a plan says beside what happened, stands in
docs/decisions/0016-ind-2023-figures.md.
"""

from __future__ import annotations

from instances.builders.built import Built, header
from instances.builders.ind_2023.figures.dates import CLEARANCE, FIRST, LAST
from instances.builders.ind_2023.figures.title import COUNTING_UNIT, DESCRIPTION, TITLE
from instances.builders.ind_2023.scenarios import scenarios
from instances.builders.ind_2023.tables import tables


def build() -> Built:
    """The instance and its scenarios."""
    dates = header(
        "ind-2023", TITLE, COUNTING_UNIT, DESCRIPTION, synthetic=True, first=FIRST, clearance=CLEARANCE, last=LAST
    )
    return Built(dates, tables(), scenarios())
