"""The dates of ind-2023."""

from __future__ import annotations

from datetime import date

FIRST, CLEARANCE, LAST = date(2023, 5, 1), date(2024, 7, 31), date(2025, 11, 2)
