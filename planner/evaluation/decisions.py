"""Reads the decisions back from the tables that hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.domain.grid import Counts, parse_decimal
from planner.domain.run_table import RunTable, words

_DIGITS = 9
"""More digits than any count of staff-days or cases has."""

Place = tuple[int | None, ...]
"""Where a row belongs in an array; None for a label that the instance lacks."""


@dataclass(frozen=True)
class Decisions:
    """The decisions by label position. What cannot be read is a finding and counts as nothing."""

    staff_days: Counts  # L x G x W x T, whole staff-days outside teams
    team_days: Counts  # Z x G x W x T, whole staff-days inside them
    finished: Counts  # L x N x T, grid counts of cases
    taken: Counts  # D, people who start with each intake
    team_open: NDArray[np.bool_]  # Z x T
    findings: tuple[str, ...]


def decisions(figures: Figures, tables: Mapping[str, RunTable]) -> Decisions:
    """The decisions in the tables that hold them."""
    weeks = {str(week): t for t, week in enumerate(figures.weeks)}
    locations = {row.location: place for place, row in enumerate(figures.instance.locations)}
    groups = {row.group: place for place, row in enumerate(figures.instance.groups)}
    works = {name: w for w, name in enumerate(figures.works)}
    tasks = {name: n for n, name in enumerate(figures.task_names)}
    findings: list[str] = []
    staff_days = np.zeros((len(locations), len(groups), len(works), len(weeks)), dtype=np.int64)
    staff_places = (
        (locations.get(location), groups.get(group), works.get((stream, stage)), weeks.get(week))
        for week, location, group, stream, stage, _ in tables["staff"].rows
    )
    _fill(staff_days, tables["staff"], staff_places, findings)
    finished = np.zeros((len(locations), len(tasks), len(weeks)), dtype=np.int64)
    case_places = (
        (locations.get(location), tasks.get((stream, stage)), weeks.get(week))
        for week, location, stream, stage, _ in tables["cases"].rows
    )
    _fill(finished, tables["cases"], case_places, findings)
    supply = figures.supply
    intakes = {label: d for d, label in enumerate(supply.intakes.labels(supply.names, figures.weeks))}
    taken = np.zeros(len(intakes), dtype=np.int64)
    _fill(taken, tables["intakes"], ((intakes.get(row[:-1]),) for row in tables["intakes"].rows), findings)
    teams = {name: z for z, name in enumerate(figures.teams.name)}
    team_days = np.zeros((len(teams), len(groups), len(works), len(weeks)), dtype=np.int64)
    team_places = (
        (teams.get(team), groups.get(group), works.get((stream, stage)), weeks.get(week))
        for week, team, group, stream, stage, _ in tables["team_staff"].rows
    )
    _fill(team_days, tables["team_staff"], team_places, findings)
    is_open = np.zeros((len(teams), len(weeks)), dtype=np.int64)
    open_places = ((teams.get(row[1]), weeks.get(row[0])) for row in tables["teams"].rows)
    _fill(is_open, tables["teams"], open_places, findings)
    return Decisions(staff_days, team_days, finished, taken, is_open > 0, tuple(findings))


def _fill(counts: Counts, table: RunTable, places: Iterable[Place], findings: list[str]) -> None:
    """Puts each row's count, its last cell, in its place."""
    read, expected = (
        (_on_grid, "a number of cases, 6 decimals") if table.name == "cases" else (_whole, "a whole number")
    )
    seen: set[Place] = set()
    for row, place in zip(table.rows, places, strict=True):
        count = read(row[-1])
        if None in place:
            findings.append(
                f"{table.name}, row {words(row[:-1])}: the instance has no such week, label, work, intake or team."
            )
        elif count is None:
            findings.append(
                f'{table.name}, row {words(row[:-1])}, {table.columns[-1]}: stood "{row[-1]}", expected {expected}.'
            )
        elif place in seen:
            findings.append(f"{table.name}, row {words(row[:-1])}: stands there more than once.")
        else:
            seen.add(place)
            counts[place] = count


def _whole(cell: str) -> int | None:
    return int(cell) if cell.isascii() and cell.isdigit() and len(cell) <= _DIGITS else None


def _on_grid(cell: str) -> int | None:
    try:
        return parse_decimal(cell) if len(cell) <= _DIGITS + len(".000000") else None
    except ValueError:
        return None
