"""Reads the folder of an instance, and checks all of it before it says that anything is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from planner.domain.instance import Instance
from planner.domain.table import Table
from planner.domain.tables import TABLES
from planner.errors import InputError, Problem
from planner.files.checks import check_meaning
from planner.files.doubts import doubts_about
from planner.files.draft import Draft, draft_of
from planner.files.findings import Findings
from planner.files.folder import check_folder
from planner.files.header_file import FILE, SECTIONS, Entries, entries_of, read_header
from planner.files.keys import check_keys
from planner.files.overlay import lay_over
from planner.files.rows import ReadTable, read_rows
from planner.files.scenario_file import read_scenario
from planner.files.sheet import read_sheet
from planner.files.text_file import read_text
from planner.files.toml_file import read_toml


@dataclass(frozen=True)
class Checked:
    """An instance, or the problems for which there is none; and the warnings of a modeller."""

    instance: Instance | None
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]


def read_instance(folder: Path, scenario: str | None = None) -> Instance:
    """The instance in the folder, with the scenario laid over it; raises InputError with every problem."""
    findings = Findings()
    draft = _read(folder, scenario, findings, doubts=Findings())
    if len(findings):
        raise InputError(findings.problems())
    return draft.instance


def check_instance(folder: Path, scenario: str | None = None) -> Checked:
    """Everything there is to say about the folder; `scenario` is a name, or several with commas, in order."""
    findings, doubts = Findings(), Findings()
    draft = _read(folder, scenario, findings, doubts)
    if len(findings):
        return Checked(None, tuple(findings.problems()), tuple(doubts.problems()))
    doubts.extend(doubts_about(draft))
    return Checked(draft.instance, (), tuple(doubts.problems()))


def _read(folder: Path, scenario: str | None, findings: Findings, doubts: Findings) -> Draft:
    names = check_folder(folder, findings)
    entries = _read_entries(folder, names, findings, doubts)
    tables = {table.name: _read_table(folder, table, names, findings, doubts) for table in TABLES}
    for name in scenario.split(",") if scenario else ():
        overlay = read_scenario(folder, name.strip(), findings, doubts)
        if overlay:
            lay_over(overlay, tables, findings)
            entries = None if entries is None else entries | overlay.header
    header = read_header(entries, findings) if entries is not None else None
    faulty = check_keys(tables, findings)
    draft = draft_of(header, entries or {}, tables, faulty)
    findings.extend(check_meaning(draft))
    return draft


def _read_entries(folder: Path, names: frozenset[str], findings: Findings, doubts: Findings) -> Entries | None:
    toml = read_toml(folder, FILE, findings, doubts) if FILE in names else None
    return entries_of(toml, SECTIONS, (), findings) if toml else None


def _read_table(
    folder: Path, declared: Table, names: frozenset[str], findings: Findings, doubts: Findings
) -> ReadTable:
    file = f"{declared.name}.csv"
    text = read_text(folder, file, findings, doubts) if file in names else None
    sheet = read_sheet(text, file, findings) if text is not None else None
    if sheet:
        return read_rows(declared, sheet, file, findings)
    read = ReadTable(declared)
    if file in names or declared.required:
        read.give_up()
    return read
