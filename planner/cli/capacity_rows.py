"""The capacity model of an instance as rows with names, for `planner show`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from planner.domain.evidence import EVIDENCE
from planner.domain.figures import figures
from planner.domain.grid import Numbers
from planner.domain.instance import Instance, Row
from planner.domain.intakes import KINDS
from planner.evaluation.capacity import NOBODY, SHARED, Capacity, capacity

Rows = list[dict[str, Any]]


def capacity_document(instance: Instance, scenario: str | None) -> dict[str, Any]:
    """Everything that `planner show` knows; hours are at normal output."""
    own = capacity(figures(instance))
    header = instance.header
    return {
        "instance": header.name,
        "scenario": scenario,
        "title": header.title,
        "synthetic": header.synthetic,
        "counting_unit": header.counting_unit,
        "horizon": {name: str(getattr(header, name)) for name in ("first", "programme_start", "clearance", "last")},
        "years": _years(own, instance),
        "pairs": _pairs(own, instance),
        "locations": _locations(own, instance),
        "groups": _groups(own, instance),
        "streams": _streams(own, instance),
        "languages": _languages(own, instance),
        "totals": {
            "hours_asked": _rounded(own.asked.sum()),
            "hours_there": _rounded(own.staff_hours.sum()),
            "hearing_hours_asked": _rounded(own.hearings_asked.sum()),
            "room_hours_there": _rounded(own.room_hours.sum()),
            "people_at_most": _at_most(own),
        },
    }


def _at_most(own: Capacity) -> dict[str, int]:
    """People who may be hired, retrained and moved over the horizon, by the sizes of all classes and moves."""
    intakes = own.figures.supply.intakes
    return {kind: int(intakes.most[intakes.of_kind(kind)].sum()) for kind in KINDS}


def codes(*tables: Iterable[Row]) -> str:
    """The evidence codes of the rows, the best known first."""
    found = {row.evidence for rows in tables for row in rows}
    return " ".join(code for code in EVIDENCE if code in found)


def _years(own: Capacity, instance: Instance) -> Rows:
    """The stock at the start, then each year; `left_to_do` as if everybody could do everything, nothing in advance."""
    asked = own.asked.sum(axis=(0, 1))
    rows: Rows = [
        {
            "year": None,
            "cases": _rounded(own.stock.sum()),
            "withdrawn": 0.0,
            "hours_asked": _rounded(asked[0]),
            "hours_there": 0.0,
            "left_to_do": _rounded(asked[0]),
            "evidence": codes(instance.stock, instance.work),
        }
    ]
    left = float(asked[0])
    for place, year in enumerate(own.years):
        there = float(own.staff_hours[:, place].sum())
        left = max(0.0, left + float(asked[1 + place]) - there)
        lodged = [row for row in instance.inflow if row.first.year <= year <= row.last.year]
        rows.append(
            {
                "year": year,
                "cases": _rounded(own.lodged[:, place].sum()),
                "withdrawn": _rounded(own.withdrawn[:, place].sum()),
                "hours_asked": _rounded(asked[1 + place]),
                "hours_there": _rounded(there),
                "left_to_do": _rounded(left),
                "evidence": codes(lodged, instance.withdrawals, instance.work, _about_staff(instance)),
            }
        )
    return rows


def _pairs(own: Capacity, instance: Instance) -> Rows:
    names = own.figures.supply.names
    only = own.only_by([_joined(pair) for pair in names])
    rows = [
        _staff_row(own, {"location": pair[0], "group": pair[1]}, [m], only[_joined(pair)])
        | {"evidence": codes(_staff_of(instance, location=pair[0], group=pair[1]))}
        for m, pair in enumerate(names)
    ]
    return rows + _others(own, {"group": ""}, "location", only)


def _locations(own: Capacity, instance: Instance) -> Rows:
    labels = [location for location, _ in own.figures.supply.names]
    only = own.only_by(labels)
    rows = []
    for place, location in enumerate(instance.locations):
        pairs = [m for m, label in enumerate(labels) if label == location.location]
        rows.append(
            _staff_row(own, {"location": location.location}, pairs, only.get(location.location, own.nothing))
            | {
                "rooms": location.hearing_rooms,
                "room_hours_there": _rounded(own.room_hours[place].sum()),
                "evidence": codes([location], _staff_of(instance, location=location.location)),
            }
        )
    return rows + _others(own, {}, "location", only)


def _groups(own: Capacity, instance: Instance) -> Rows:
    labels = [group for _, group in own.figures.supply.names]
    only = own.only_by(labels)
    rows = [
        _staff_row(
            own,
            {"group": group.group},
            [m for m, label in enumerate(labels) if label == group.group],
            only.get(group.group, own.nothing),
        )
        | {"evidence": codes([group], _staff_of(instance, group=group.group))}
        for group in instance.groups
    ]
    return rows + _others(own, {}, "group", only)


def _streams(own: Capacity, instance: Instance) -> Rows:
    """Twins above the guaranteed volume have rows of their own."""
    rows = []
    for k, stream in enumerate(own.figures.streams):
        stock = instance.court_dates if stream.court else instance.stock
        tables = (instance.streams, instance.work, stock, instance.inflow, instance.withdrawals)
        rows.append(
            {
                "stream": stream.name,
                "category": stream.category,
                "lodged": stream.lodged,
                "lane": stream.lane,
                "term": stream.term,
                "stock": _rounded(own.stock[k]),
                "inflow": _by_year(own, own.lodged[k]),
                "withdrawn": _by_year(own, own.withdrawn[k]),
                "hours_per_case": _rounded(own.figures.normal_hours[own.figures.stream_of_task == k].sum()),
                "hours_asked": _rounded(own.asked[k].sum()),
                "evidence": codes(*([row for row in table if row.stream == stream.base] for table in tables)),
            }
        )
    return rows


def _languages(own: Capacity, instance: Instance) -> Rows:
    asked, there = own.pools
    return [
        {
            "language": row.language,
            "hours_asked": _rounded(asked[place]),
            "hours_there": _rounded(there[place]),
            "evidence": codes([row], [use for use in instance.languages if use.language == row.language]),
        }
        for place, row in enumerate(instance.interpreters)
    ]


def _staff_row(own: Capacity, name: Mapping[str, str], pairs: Sequence[int], only: Numbers) -> dict[str, Any]:
    """A location's or group's people and hours, the hours that only it can do, and those that it may do."""
    there, may = own.staff_hours[pairs].sum(axis=0), own.may_do(pairs)
    return {
        **name,
        "people": _rounded(own.figures.supply.people[pairs, 0].sum()),
        "hours_there": _rounded(there.sum()),
        "hours_only_it_can_do": _rounded(only.sum()),
        "hours_it_may_do": _rounded(may.sum()),
        "by_year": {
            "hours_there": _by_year(own, there),
            "hours_only_it_can_do": _asked_by_year(own, only),
            "hours_it_may_do": _asked_by_year(own, may),
        },
    }


def _others(own: Capacity, name: Mapping[str, str], key: str, only: Mapping[str, Numbers]) -> Rows:
    """The rows that make the hours add up to all hours asked: work that several may do, and work that nobody may do."""
    return [
        {
            key: label,
            **name,
            "people": 0.0,
            "hours_there": 0.0,
            "hours_only_it_can_do": _rounded(only[label].sum()),
            "hours_it_may_do": 0.0,
            "by_year": {"hours_only_it_can_do": _asked_by_year(own, only[label])},
            "evidence": "",
        }
        for label in (SHARED, NOBODY)
    ]


def _staff_of(instance: Instance, **wanted: str) -> list[Row]:
    return [
        row
        for row in (*instance.staff, *instance.staff_changes)
        if all(getattr(row, name) == label for name, label in wanted.items())
    ]


def _about_staff(instance: Instance) -> list[Row]:
    return [*instance.groups, *instance.staff, *instance.staff_changes, *instance.calendar, *instance.productivity]


def _by_year(own: Capacity, values: Numbers) -> dict[str, float]:
    return {str(year): _rounded(value) for year, value in zip(own.years, values, strict=True)}


def _asked_by_year(own: Capacity, values: Numbers) -> dict[str, float]:
    return {"start": _rounded(values[0])} | _by_year(own, values[1:])


def _joined(pair: tuple[str, str]) -> str:
    return "\n".join(pair)


def _rounded(value: float) -> float:
    return round(float(value), 3) + 0.0
