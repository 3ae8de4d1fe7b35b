"""The inputs: where each figure comes from, and how sure it is."""

from __future__ import annotations

from planner.domain.evidence import EVIDENCE
from planner.evaluation.sources import sources
from planner.reporting.contents import Cell, Column, Form, Section, Table
from planner.reporting.material import Material
from planner.reporting.words import Words


def inputs(own: Material, say: Words) -> Section:
    """Rows by evidence code for each table, then every source in full."""
    found = sources(own.instance)
    files = dict.fromkeys(source.file for source in found)
    columns = (
        Column(say("file")),
        *(Column(f"{code} {say(f'evidence.{code}')}", Form.NUMBER) for code in EVIDENCE),
    )
    counted: tuple[tuple[Cell, ...], ...] = tuple(
        (
            file,
            *(sum(own.rows for own in found if (own.file, own.evidence) == (file, code)) or None for code in EVIDENCE),
        )
        for file in files
    )
    heads = (Column(say("file")), Column(say("evidence")), Column(say("source")), Column(say("rows"), Form.NUMBER))
    rows = tuple((source.file, source.evidence, source.source, source.rows) for source in found)
    return Section(
        "inputs",
        say("inputs"),
        (
            say("inputs.synthetic" if own.header.synthetic else "inputs.published"),
            Table(say("table.evidence"), columns, counted),
            Table(say("table.sources"), heads, rows, folded=True),
        ),
    )
