"""Specialised teams of ind-2026."""

from __future__ import annotations

from instances.builders.lines import barred

# Specialised teams: staff of one place for one category.
TEAMS = barred("""
team               | location  | category | least | most | reason
syria-budel        | budel     | syria    | 10    | 40   | Syria, the start group
syria-utrecht      | utrecht   | syria    | 8     | 30   | Syria, the start group
likely-den-bosch   | den-bosch | likely   | 8     | 30   | likely grants, in standard form
extended-den-bosch | den-bosch | extended | 8     | 24   | extended assessment, with the specialists there
extended-arnhem    | arnhem    | extended | 8     | 20   | extended assessment, with the specialists there
extended-zwolle    | zwolle    | extended | 15    | 60   | extended assessment, decisions only
""")
TEAM_FIRST, TEAM_LAST, TEAM_BLOCK, TEAM_LIFE, TEAM_LEARNING = "2026-W40", "2029-W23", 13, 52, 26
TEAM_LEARNED, TEAM_COST = 1.1765, 25000
TEAM_SOURCE = (
    "Assumption: {reason}; 15 % fewer hours after 26 weeks (range 0 to 25 %), so output 1 / 0.85; open for whole "
    "quarters and a year at least, since half a year is learning; EUR 25,000 for some 260 hours of working "
    "instructions at the tariff of EUR 95"
)
TEAM_LIMITS = {"budel": 1, "utrecht": 1, "den-bosch": 2, "arnhem": 1, "zwolle": 1}
TEAM_LIMIT_SOURCE = "Assumption: one team leader and room for one team at a place, two in Den Bosch"
