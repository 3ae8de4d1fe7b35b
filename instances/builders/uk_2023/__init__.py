"""uk-2023: asylum casework of the United Kingdom from 3 April 2023.

The figures are worked out from five public tables of the Home Office (aggregated by nationality and by quarter or
month), which are not part of this repository; what is not in them stands in `figures` as a constant with its reason.
Every step is explained in docs/decisions/0004-uk-2023-figures.md.
"""

from __future__ import annotations

from instances.builders.built import Built, header
from instances.builders.uk_2023.figures import CLEARANCE, COUNTING_UNIT, DESCRIPTION, FIRST, LAST, TITLE
from instances.builders.uk_2023.raw import Raw
from instances.builders.uk_2023.scenarios import scenarios
from instances.builders.uk_2023.tables import tables


def build(raw: Raw) -> Built:
    """The instance and the scenarios that are worked out from the public tables."""
    dates = header(
        "uk-2023", TITLE, COUNTING_UNIT, DESCRIPTION, synthetic=False, first=FIRST, clearance=CLEARANCE, last=LAST
    )
    return Built(dates, tables(raw), scenarios(raw))
