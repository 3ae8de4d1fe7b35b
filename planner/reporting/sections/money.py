"""What the plan costs: penalties, costs of appeals, overtime, people, teams, load above signal values."""

from __future__ import annotations

from planner.domain.indicators import INDICATORS
from planner.reporting.contents import Cell, Column, Form, Section, Table
from planner.reporting.material import Material
from planner.reporting.words import Words

EURO = tuple(name for name in INDICATORS if name.endswith("_euro"))


def money(own: Material, say: Words) -> Section:
    """Euro by what they are for, then every other indicator."""
    costs = tuple((say(f"kpi.{name}"), own.kpi(name)) for name in EURO)
    others = tuple(
        (say(f"kpi.{name}"), _value(own.kpis[name]), say.label("unit", units[name]))
        for units in [{row["name"]: row["unit"] for row in own.rows("kpis")}]
        for name in INDICATORS
        if name in own.kpis and name not in EURO
    )
    columns = (Column(say("indicator")), Column(say("value"), Form.NUMBER, 1), Column(say("unit")))
    return Section(
        "money",
        say("money"),
        (
            say("money.intro"),
            Table(say("table.costs"), (Column(say("cost")), Column(say("amount"), Form.EURO)), costs),
            Table(say("table.kpis"), columns, others, folded=True),
        ),
    )


def _value(text: str) -> Cell:
    """A number where it is one; a week or nothing as it stands."""
    try:
        return float(text)
    except ValueError:
        return text
