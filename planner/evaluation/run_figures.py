"""The figures of one run that are laid beside those of others, as its tables state them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from math import fsum, isfinite
from typing import NamedTuple

from planner.domain.run_table import RunTable
from planner.evaluation.euro_together import euro_together

Value = float | str | None
"""A number, a text, or nothing."""

Tables = Mapping[str, RunTable]
Row = dict[str, str]


class Label(NamedTuple):
    """What a figure is: where it belongs, its name, its unit."""

    section: str
    name: str
    unit: str


Figure = tuple[Label, Value]

APART = "plan distance"
"""How far a plan is from the first one; not a figure of one run (`distance`)."""

SECTIONS = (
    "targets",
    "levels",
    "indicators",
    APART,
    "cleared in",
    "open cases at the end",
    "health at the end",
    "agreements",
    "chain",
    "people who start",
    "teams",
    *(
        f"{what} by {column}"
        for what in ("people at the end", "staff-days", "overtime staff-days", "idle staff-days")
        for column in ("group", "location")
    ),
)
"""Where figures belong, in the order in which they are shown."""

COUNTED = ("people who start", "teams")
"""Sections that count the rows of a table: a run without such a row has 0 there."""

_A_CASE = 0.5
"""Less than this is no case that waits, but what is lost in rounding."""


def figures_of(tables: Tables) -> Iterator[Figure]:
    """The figures of one run."""
    yield from _targets(tables)
    yield from _levels(tables)
    for row in tables["kpis"].records():
        yield Label("indicators", row["name"], row["unit"]), _value(row["value"])
    yield from _cleared(tables)
    yield from _stock_at_end(tables)
    yield from _health(tables)
    yield from _agreements(tables)
    yield from _chain(tables)
    yield from _intakes(tables)
    yield from _teams(tables)
    yield from _staff(tables)


def _targets(tables: Tables) -> Iterator[Figure]:
    for row in tables["targets"].records():
        yield Label("targets", row["name"], row["unit"]), _value(row["value"])


def _levels(tables: Tables) -> Iterator[Figure]:
    rows = list(tables["levels"].records())
    for row in [*rows, *euro_together(rows)]:
        yield Label("levels", row["name"], row["unit"]), _value(row["value"])
        yield Label("levels", f"{row['name']} bound", row["unit"]), _value(row["bound"])
        yield Label("levels", f"{row['name']} gap", "fraction"), _value(row["gap"])


def _stock_at_end(tables: Tables) -> Iterator[Figure]:
    """Cases without a first decision when the horizon ends, by track and category; rows that are left out are 0."""
    last = _last_week(tables)
    at_end = (
        (f"{row['track']}, {row['category']}", float(row["open"]) if row["week"] == last else 0.0)
        for row in tables["streams"].records()
    )
    yield from _sums("open cases at the end", "cases", at_end)


def _cleared(tables: Tables) -> Iterator[Figure]:
    """The first week from whose end on fewer than half a case is open, for good, by track and category."""
    weeks = list(dict.fromkeys(row["week"] for row in tables["workforce"].records()))
    open_in: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for row in tables["streams"].records():
        open_in[f"{row['track']}, {row['category']}"][row["week"]] += float(row["open"])
    for name, by_week in sorted(open_in.items()):
        still = [place for place, week in enumerate(weeks) if by_week.get(week, 0.0) >= _A_CASE]
        if still and still[-1] + 1 < len(weeks):
            yield Label("cleared in", name, "week"), weeks[still[-1] + 1]


def _health(tables: Tables) -> Iterator[Figure]:
    """Open cases at the end above what inflow and terms account for, and the oldest of them, by stream."""
    for row in tables["health"].records():
        yield Label("health at the end", f"{row['stream']}, above what is steady", "cases"), float(row["above"])
        oldest = float(row["oldest_weeks"]) if float(row["open"]) >= _A_CASE else 0.0
        yield Label("health at the end", f"{row['stream']}, oldest", "weeks"), oldest


def _agreements(tables: Tables) -> Iterator[Figure]:
    for row in tables["agreements"].records():
        for column in ("agreed", "decided", "missed"):
            yield Label("agreements", f"{row['track']}, {row['first']}, {column}", "cases"), float(row[column])


def _chain(tables: Tables) -> Iterator[Figure]:
    """Of each partner the most that a week brings, its signal value and cap, and the weeks above the signal."""
    partners: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables["chain"].records():
        partners[row["partner"], row["unit"]].append(row)
    for (partner, unit), rows in partners.items():
        yield Label("chain", f"{partner}, peak", unit), max(float(row["load"]) for row in rows)
        yield Label("chain", f"{partner}, signal", unit), _value(rows[0]["signal"])
        yield Label("chain", f"{partner}, cap", unit), _value(rows[0]["cap"])
        yield Label("chain", f"{partner}, weeks above", "weeks"), float(sum(float(row["excess"]) > 0 for row in rows))


def _intakes(tables: Tables) -> Iterator[Figure]:
    """People hired, retrained and moved: in all, and by where they come from and go to."""
    rows = list(tables["intakes"].records())
    for name in (lambda row: f"{row['kind']}, in all", _way):
        yield from _sums("people who start", "people", ((name(row), float(row["people"])) for row in rows))


def _way(row: Row) -> str:
    """How people come, and to whom: `move, all, north to south`."""
    place, group = row["location"], row["group"]
    if row["from_location"] and row["from_location"] != place:
        place = f"{row['from_location']} to {place}"
    if row["from_group"] and row["from_group"] != group:
        group = f"{row['from_group']} to {group}"
    return f"{row['kind']}, {place}, {group}"


def _teams(tables: Tables) -> Iterator[Figure]:
    """How often each team opens, the weeks in which it is open, the people in it by week, and their staff-days."""
    every = dict.fromkeys(row["week"] for row in tables["workforce"].records())
    weeks = {week: place for place, week in enumerate(every)}
    open_in: dict[str, list[int]] = defaultdict(list)
    people: dict[str, list[float]] = defaultdict(list)
    days: dict[str, list[float]] = defaultdict(list)
    for row in tables["team_staff"].records():
        days[row["team"]].append(float(row["staff_days"]))
    for row in tables["teams"].records():
        open_in[row["team"]].append(weeks[row["week"]])
        people[row["team"]].append(float(row["people"]))
    for team, own in sorted(open_in.items()):
        yield Label("teams", f"{team}, opened", "times"), float(sum(week - 1 not in own for week in own))
        yield Label("teams", f"{team}, open", "weeks"), float(len(own))
        yield Label("teams", f"{team}, people in it", "people-weeks"), fsum(people[team])
        yield Label("teams", f"{team}, work", "staff-days"), fsum(days[team])


def _staff(tables: Tables) -> Iterator[Figure]:
    last = _last_week(tables)
    for column in ("group", "location"):
        rows = [(row[column], row) for row in tables["workforce"].records()]
        at_end = ((name, float(row["people"])) for name, row in rows if row["week"] == last)
        yield from _sums(f"people at the end by {column}", "FTE", at_end)
        for title, counted in (("", "used"), ("overtime ", "overtime"), ("idle ", "idle")):
            days = ((name, float(row[counted])) for name, row in rows)
            yield from _sums(f"{title}staff-days by {column}", "staff-days", days)


def _sums(section: str, unit: str, named: Iterable[tuple[str, float]]) -> Iterator[Figure]:
    sums: dict[str, list[float]] = defaultdict(list)
    for name, number in named:
        sums[name].append(number)
    for name, numbers in sorted(sums.items()):
        yield Label(section, name, unit), fsum(numbers)


def _last_week(tables: Tables) -> str:
    return max((row["week"] for row in tables["workforce"].records()), default="")


def _value(text: str) -> Value:
    try:
        number = float(text)
    except ValueError:
        return text or None
    return number if isfinite(number) else None
