"""`planner show`: what is in an instance, before any plan."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json
from planner.cli.problems import show_warnings
from planner.cli.text_table import aligned, figure
from planner.errors import InputError

if TYPE_CHECKING:
    from planner.domain.instance import Instance

VIEWS = {"year": ("years",), "location": ("pairs", "locations"), "group": ("groups",), "stream": ("streams",)}
"""The tables that each view shows; --json gives all of them."""

_OTHERS = "[several], [nobody]: work that more than one, or none, may do, so that a column adds up to all hours."

NOTES = {
    "year": "A week counts for the year of its Thursday, a case for the year in which it is lodged. Left to do: as if "
    "everybody could do everything.",
    "location": _OTHERS,
    "group": _OTHERS,
    "stream": "A name with + is the part above the guaranteed volume, one with ! the cases with a date set by a court.",
}


@click.command(
    epilog=parameters.example("planner show instances/ind-2026", "planner show instances/ind-2026 --by location --json")
)
@parameters.instance
@parameters.scenario
@click.option("--by", type=click.Choice(VIEWS), default="year", show_default=True, help="What the rows are.")
@click.option("--sources", is_flag=True, help="List where every figure comes from instead.")
@parameters.common
def command(instance: Path, scenario: str | None, by: str, sources: bool, as_json: bool) -> Exit:
    """Show what is in an instance: cases, staff, and hours of work asked against hours there.

    Hours are at normal output. The column evidence has the codes of the rows behind a line; --sources lists them all.
    """
    from planner.files.instance import check_instance

    checked = check_instance(instance, scenario)
    if checked.instance is None:
        raise InputError(list(checked.problems))
    show_warnings(checked.warnings)
    own = checked.instance
    if sources:
        from planner.evaluation.sources import sources as sources_of

        found = [row._asdict() for row in sources_of(own)]
        if as_json:
            show_json({"instance": own.header.name, "scenario": scenario, "sources": found})
        else:
            show(_lines(found))
        return Exit.DONE
    from planner.cli.capacity_rows import capacity_document

    content = capacity_document(own, scenario)
    if as_json:
        show_json(content)
    else:
        tables = [_table(content[name]) for name in VIEWS[by]]
        show("\n\n".join([f"{own.header.title}\n{_period(own)}", *tables, f"{NOTES[by]}\n{_totals(content)}"]))
    return Exit.DONE


def _period(instance: Instance) -> str:
    header = instance.header
    return (
        f"From {header.first} to {header.last}; the programme for old cases starts on {header.programme_start}, "
        f"every old case has a decision by {header.clearance}.\nCases: {header.counting_unit}."
    )


def _table(rows: list[dict[str, Any]]) -> str:
    """The plain cells of the rows; what is by year inside a row becomes columns."""
    flat = [_flat(row) for row in rows]
    names = list(dict.fromkeys(name for row in flat for name in row))
    right = [place for place, name in enumerate(names) if any(isinstance(row.get(name), int | float) for row in flat)]
    body = [[_cell(row.get(name)) for name in names] for row in flat]
    return aligned([[name.replace("_", " ") for name in names], *body], right=right)


def _flat(row: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in row.items():
        if name == "year":
            flat[name] = "start" if value is None else str(value)
        elif name in ("inflow", "withdrawn") and isinstance(value, dict):
            flat |= (
                {f"{name} {year}": number for year, number in value.items()}
                if name == "inflow"
                else {name: sum(value.values())}
            )
        elif not isinstance(value, dict):
            flat[name] = value
    return flat


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return figure(value, 0 if value == round(value) or abs(value) >= _WHOLE_FROM else 1)
    return str(value)


_WHOLE_FROM = 100
"""Larger numbers are shown without decimals."""


def _totals(content: dict[str, Any]) -> str:
    totals = content["totals"]
    lines = [
        f"Hours asked {figure(totals['hours_asked'])}, there {figure(totals['hours_there'])}; hearing hours asked "
        f"{figure(totals['hearing_hours_asked'])}, of rooms there {figure(totals['room_hours_there'])}."
    ]
    hired, retrained, moved = totals["people_at_most"].values()
    if hired + retrained + moved:
        lines.append(
            f"Staff are those who are known. A plan may add people: at most {figure(hired)} hired, "
            f"{figure(retrained)} retrained, {figure(moved)} moved."
        )
    for row in content["languages"]:
        asked, there = figure(row["hours_asked"]), figure(row["hours_there"])
        lines.append(f"Interpreters, {row['language']}: hours asked {asked}, there {there}.")
    return "\n".join(lines)


def _lines(sources: list[dict[str, Any]]) -> str:
    head = ("file", "rows", "evidence", "source")
    body = [(row["file"], str(row["rows"]), row["evidence"], row["source"]) for row in sources]
    return aligned([head, *body], right=(1,))
