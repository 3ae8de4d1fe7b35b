"""Charts over the weeks of a run."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.weeks import Week
from planner.reporting.contents import Chart, Column, Kind, Limit, Mark, Series
from planner.reporting.material import ByName, Material
from planner.reporting.words import Words

NOTHING = 0.005
"""A series that never comes above this is left out."""


def over_time(
    own: Material,
    say: Words,
    key: str,
    kind: Kind,
    values: ByName,
    name: Callable[[str], str],
    column: Column,
    *,
    limits: Sequence[Limit] = (),
    marked: bool = False,
    keep_empty: bool = False,
    title: str = "",
    about: str = "",
) -> Chart:
    """A chart of the weekly values; `marked` shows the start of the programme and the clearance date."""
    shown = {label: own_values for label, own_values in values.items() if keep_empty or own_values.max() > NOTHING}
    return Chart(
        key=key,
        title=title or say(f"chart.{key}"),
        about=about or say(f"chart.{key}.about"),
        kind=kind,
        head=say("week"),
        weeks=own.weeks,
        series=tuple(series(name(label), own_values) for label, own_values in shown.items()),
        column=column,
        marks=_dates(own, say) if marked else (),
        limits=tuple(limits),
    )


def by_block(
    own: Material, say: Words, key: str, values: ByName, column: Column, length: int, full: float = 1.0
) -> Chart:
    """Heat: a row for each name, a cell for each block of so many weeks."""
    return Chart(
        key=key,
        title=say(f"chart.{key}"),
        about=say(f"chart.{key}.about", weeks=length),
        kind=Kind.HEAT,
        head=say("from_week"),
        weeks=own.weeks[::length],
        series=tuple(series(name, own_values) for name, own_values in values.items()),
        column=column,
        full=full,
    )


def series(name: str, values: Numbers) -> Series:
    """A series without more decimals than anybody reads."""
    return Series(name, tuple((np.round(values, 3) + 0.0).tolist()))


def by_blocks(weeks: Sequence[Week], values: Numbers, length: int) -> Numbers:
    """The sums of blocks of so many weeks; the last block may be shorter."""
    sums: Numbers = np.add.reduceat(values, range(0, len(weeks), length), axis=-1)
    return sums


def _dates(own: Material, say: Words) -> tuple[Mark, ...]:
    header = own.header
    found = [
        (Week.of(header.programme_start), say("mark.programme_start")),
        (Week.of(header.clearance), say("mark.clearance")),
    ]
    first = own.weeks[0]
    return tuple(Mark(own.weeks.index(week), text) for week, text in found if week in own.weeks and week != first)
