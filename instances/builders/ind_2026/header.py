"""The text of `instance.toml` of ind-2026."""

from __future__ import annotations

from instances.builders.built import header as header_with_dates
from instances.builders.ind_2026.figures.dates import CLEARANCE, FIRST, LAST, PROGRAMME_START
from instances.builders.ind_2026.figures.title import (
    COUNTING_UNIT,
    DESCRIPTION,
    GUARANTEE_SOURCE,
    HOURS_FACTOR_SOURCE,
    REMOTE_SHARE,
    REMOTE_SOURCE,
    TITLE,
)


def header() -> str:
    """The text of `instance.toml`."""
    dates = header_with_dates(
        "ind-2026",
        TITLE,
        COUNTING_UNIT,
        DESCRIPTION,
        synthetic=True,
        first=FIRST,
        programme_start=PROGRAMME_START,
        clearance=CLEARANCE,
        last=LAST,
    )
    return f"""\
{dates}pact_start = {FIRST}

[guarantee]
cases_per_year = 25000
order = "even"
evidence = "S"
source = "{GUARANTEE_SOURCE}"

[work]
hours_factor = 1.0
evidence = "A"
source = "{HOURS_FACTOR_SOURCE}"

[hearings]
remote_share = {REMOTE_SHARE}
evidence = "A"
source = "{REMOTE_SOURCE}"
"""
