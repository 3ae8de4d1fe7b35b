"""The dates of ind-2026."""

from __future__ import annotations

from datetime import date

FIRST, PROGRAMME_START = date(2026, 6, 12), date(2026, 10, 1)
CLEARANCE, LAST = date(2029, 6, 12), date(2030, 6, 16)
PACT_YEARS = [(date(year, 6, 12), date(year + 1, 6, 11)) for year in range(2026, 2031)]
