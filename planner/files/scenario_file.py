"""A scenario as its file says it: a few changes to an instance, each with its evidence and source."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from planner.domain.column import Column, Kind
from planner.domain.evidence import EVIDENCE_COLUMN
from planner.errors import InputError
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.header_file import SECTIONS, Entries, Section, entries_of, section_values
from planner.files.nearest import did_you_mean
from planner.files.place import Place
from planner.files.scenario_entries import (
    PROVENANCE,
    Addition,
    Change,
    Removal,
    read_additions,
    read_changes,
    read_removals,
    refuse_missing,
)
from planner.files.toml_file import TomlFile, read_toml

FOLDER = "scenarios"

TOP = Section(
    "",
    "at the top, before any section",
    (
        Column("title", Kind.TEXT, "name in full"),
        Column("about", Kind.TEXT, "what would be otherwise"),
    ),
)
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


@dataclass(frozen=True)
class Scenario:
    """What a scenario file says. Its changes come first, then its removals, then its additions."""

    name: str
    title: str
    about: str
    header: Entries
    changes: tuple[Change, ...]
    removals: tuple[Removal, ...]
    additions: tuple[Addition, ...]


def list_scenarios(folder: Path) -> tuple[Scenario, ...]:
    """Every scenario of an instance, by name; raises InputError with all that is wrong with them."""
    findings, doubts = Findings(), Findings()
    found = [read_scenario(folder, name, findings, doubts) for name in _names(folder)]
    if len(findings):
        raise InputError(findings.problems())
    return tuple(scenario for scenario in found if scenario)


def read_scenario(folder: Path, name: str, findings: Findings, doubts: Findings) -> Scenario | None:
    """One scenario, as far as it is right; None when there is none of that name, or its file is no TOML."""
    file = f"{FOLDER}/{name}.toml"
    names = _names(folder)
    if not _NAME.fullmatch(name) or name not in names:
        expected = "one of " + ", ".join(names) if names else "no scenario: the instance has none"
        hint = did_you_mean(name, names)
        findings.add(Place(FOLDER).problem("", Code.SCENARIO_MISSING, name, expected, hint))
        return None
    toml = read_toml(folder, file, findings, doubts)
    if toml is None:
        return None
    entries = entries_of(toml, (TOP, *SECTIONS[1:]), ("change", "remove", "append"), findings)
    texts = section_values(entries, TOP, Place(file), findings)
    header = {spot: entry for spot, entry in entries.items() if spot[0]}
    _refuse_unproven(header, toml, findings)
    return Scenario(
        name,
        texts.get("title", ""),
        texts.get("about", ""),
        header,
        tuple(read_changes(toml, findings)),
        tuple(read_removals(toml, findings)),
        tuple(read_additions(toml, findings)),
    )


def _names(folder: Path) -> list[str]:
    try:
        return sorted(path.stem for path in (folder / FOLDER).iterdir() if path.suffix == ".toml")
    except OSError:
        return []


def _refuse_unproven(header: Entries, toml: TomlFile, findings: Findings) -> None:
    """Figures in sections that have an evidence code need one here too, instead of the one of the instance."""
    for section in SECTIONS:
        if section.name in {name for name, _ in header} and EVIDENCE_COLUMN in section.keys:
            given = [key for name, key in header if name == section.name]
            refuse_missing(PROVENANCE, given, toml.place(section.name), findings)
