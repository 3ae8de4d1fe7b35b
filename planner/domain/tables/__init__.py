"""The tables of an instance: one declaration drives the reader, the messages, the docs and the data package."""

from planner.domain.table import Table
from planner.domain.tables import (
    cases,
    chain,
    in_force,
    intakes,
    interpreters,
    obligations,
    offices,
    pace,
    staff,
    streams,
    teams,
    working_time,
)

TABLES: tuple[Table, ...] = (
    offices.LOCATIONS,
    staff.GROUPS,
    staff.STAFF,
    staff.STAFF_CHANGES,
    intakes.TRAINEES,
    intakes.COURSES,
    intakes.HIRING,
    intakes.HIRING_LIMITS,
    intakes.RETRAINING,
    intakes.TRANSFERS,
    intakes.TRANSFER_LIMITS,
    staff.CEILINGS,
    working_time.OVERTIME,
    working_time.CALENDAR,
    streams.STREAMS,
    streams.WORK,
    working_time.PRODUCTIVITY,
    streams.HOURS_CHANGES,
    cases.STOCK,
    cases.CONVERTING,
    cases.INFLOW,
    cases.SEASON,
    cases.WITHDRAWALS,
    cases.CONVERSIONS,
    staff.ELIGIBILITY,
    offices.PLACES,
    teams.TEAMS,
    teams.OPEN_TEAMS,
    teams.TEAM_LIMITS,
    interpreters.INTERPRETERS,
    interpreters.LANGUAGES,
    pace.ORDINARY_PACE,
    pace.BLOCKED,
    working_time.DUTIES,
    obligations.AGREEMENTS,
    obligations.COURT_DATES,
    obligations.PENALTIES,
    chain.OUTCOMES,
    chain.CHAIN,
    chain.CHAIN_LOADS,
    chain.CHAIN_BEFORE,
    pace.SMOOTHING,
    obligations.START_GROUP,
    in_force.IN_FORCE,
    in_force.TOLD_INTAKES,
    in_force.TOLD_TEAMS,
)
"""Every table of an instance, in the order of the docs."""


def table(name: str) -> Table:
    """The declaration of the table called `name`."""
    return next(declared for declared in TABLES if declared.name == name)
