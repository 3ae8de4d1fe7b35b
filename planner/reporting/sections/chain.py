"""What the plan brings to partners in the chain, against their signal values."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT
from planner.evaluation.chain import chain_excess, chain_load
from planner.reporting.contents import Cell, Chart, Column, Form, Kind, Limit, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import Material
from planner.reporting.over_time import over_time
from planner.reporting.words import Words


def chain(own: Material, say: Words) -> Section:
    """A chart for each partner, after a table of them all."""
    partners = own.instance.chain
    if not partners:
        return Section("chain", say("chain"), (say("chain.none"),))
    names = Labels(own.instance, say)
    loads = chain_load(own.flows) / UNIT
    charts: list[Chart] = []
    for p, row in enumerate(partners):
        limits = [
            Limit(value, say(key), hard)
            for value, key, hard in ((row.signal_per_week, "signal", False), (row.cap_per_week, "cap", True))
            if value is not None
        ]
        name, unit = names.partner(row.partner), say.label("unit", row.unit)
        charts.append(
            over_time(
                own,
                say,
                f"chain_{p}",
                Kind.LINES,
                {row.partner: loads[p]},
                names.partner,
                Column("", Form.NUMBER, 0),
                limits=limits,
                keep_empty=True,
                title=f"{name}: {unit}",
                about=say("chart.chain.about", name=name, unit=unit),
            )
        )
    return Section("chain", say("chain"), (say("chain.intro"), _table(own, say, names), *charts))


def _table(own: Material, say: Words, names: Labels) -> Table:
    loads, excess = chain_load(own.flows) / UNIT, chain_excess(own.flows)
    columns = (
        Column(say("partner")),
        Column(say("unit")),
        *(Column(say(key), Form.NUMBER) for key in ("mean_week", "peak_week")),
        Column(say("peak_in"), Form.SHORT),
        *(Column(say(key), Form.NUMBER) for key in ("signal", "cap", "weeks_above")),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            names.partner(row.partner),
            say.label("unit", row.unit),
            float(loads[p].mean()),
            float(loads[p].max()),
            own.weeks[int(np.argmax(loads[p]))],
            row.signal_per_week,
            row.cap_per_week,
            int((excess[p] > 0).sum()) if row.signal_per_week is not None else None,
        )
        for p, row in enumerate(own.instance.chain)
    )
    return Table(say("table.chain"), columns, rows)
