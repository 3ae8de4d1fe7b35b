"""What of an instance is state, which the weeks carry on, and what its planner may change from one week to the next."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from typing import Any

from planner.domain.forecast import from_day_on
from planner.domain.instance import Header, Instance, Smoothing
from planner.domain.tables import TABLES
from planner.weekly.advance import without_the_past

STATE = (
    *("stock", "converting", "court_dates", "withdrawals", "staff", "trainees", "hiring_limits"),
    *("teams", "open_teams", "agreements", "start_group", "chain_before", "in_force", "told_intakes", "told_teams"),
)
"""Tables that follow from the weeks that have passed. All others are parameters."""


def with_parameters(state: Instance, own: Instance, changed: Collection[str]) -> Instance:
    """The state with those tables of the planner's own instance that were changed since last week, and its header."""
    first = state.header.first
    tables: dict[str, Any] = {
        table.name: getattr(own, table.name) for table in TABLES if table.name in changed and table.name not in STATE
    }
    if "inflow" in tables:
        tables["inflow"] = tuple(from_day_on(own, row, first) for row in own.inflow if row.last >= first)
    if "smoothing" in tables:
        before = {row.of: row for row in state.smoothing}
        tables["smoothing"] = tuple(_after(before.get(row.of), row) for row in own.smoothing)
    found = state.replace(**tables)
    if "instance" in changed:
        found = found.replace(header=_header(state, own))
    return without_the_past(found)


def _header(state: Instance, own: Instance) -> Header:
    """The planner's own, with where the weeks have come to."""
    before, now = state.header, own.header
    guarantee = now.guarantee
    if guarantee and before.guarantee:
        guarantee = replace(guarantee, used=before.guarantee.used)
    replanning = before.replanning
    if now.replanning and replanning:
        replanning = replace(now.replanning, since=replanning.since)
    return replace(
        now,
        first=before.first,
        pact_start=before.pact_start,
        guarantee=guarantee,
        replanning=replanning,
    )


def _after(before: Smoothing | None, now: Smoothing) -> Smoothing:
    """The planner's own, held against the week that has passed."""
    if before is None:
        return now
    return replace(now, decided_before=before.decided_before, week_before=before.week_before)
