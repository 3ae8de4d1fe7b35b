"""`instance.toml`: names, dates and the few figures that are not tables."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

from planner.domain.column import Column, Kind
from planner.domain.evidence import EVIDENCE_COLUMN, SOURCE_COLUMN
from planner.domain.instance import Guarantee, Header, Replanning
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.place import Place
from planner.files.toml_file import TomlFile, as_text, good_values, refuse_unknown

FILE = "instance.toml"


@dataclass(frozen=True)
class Section:
    """A section of the file: what it is about and its keys. `required` sections must be there."""

    name: str
    about: str
    keys: tuple[Column, ...]
    required: bool = True


SECTIONS = (
    Section(
        "",
        "at the top, before any section",
        (
            Column("name", Kind.LABEL, "short name of the instance"),
            Column("title", Kind.TEXT, "name in full"),
            Column("synthetic", Kind.YESNO, "whether figures were invented"),
            Column("counting_unit", Kind.TEXT, "what one case is"),
            Column("description", Kind.TEXT, "what the instance is about"),
        ),
    ),
    Section(
        "dates",
        "first and last day of the horizon, and the two days between them that count",
        (
            Column("first", Kind.DATE, "first day of the horizon"),
            Column("programme_start", Kind.DATE, "first day of the programme for old cases"),
            Column("clearance", Kind.DATE, "day by which every old case should have its first decision"),
            Column("last", Kind.DATE, "last day of the horizon"),
            Column(
                "pact_start",
                Kind.DATE,
                "first day of the Pact: its years start on the anniversaries; without it the horizon's first day",
                optional=True,
            ),
        ),
    ),
    Section(
        "guarantee",
        "the guaranteed volume of first applications; without it every application is guaranteed",
        (
            Column("cases_per_year", Kind.NUMBER, "guaranteed applications in a Pact year", "cases", minimum=0),
            Column(
                "order",
                Kind.CHOICE,
                "which are guaranteed: the first ones lodged, or the same share of every week",
                choices=("first", "even"),
            ),
            EVIDENCE_COLUMN,
            SOURCE_COLUMN,
            Column(
                "used",
                Kind.NUMBER,
                "of those of the running Pact year, lodged before the horizon",
                "cases",
                minimum=0,
                optional=True,
            ),
        ),
        required=False,
    ),
    Section(
        "work",
        "what holds for all hours per case; without it they stand as they are",
        (
            Column(
                "hours_factor",
                Kind.NUMBER,
                "multiplies all hours per case",
                "factor",
                minimum=0.01,
                maximum=100,
            ),
            EVIDENCE_COLUMN,
            SOURCE_COLUMN,
        ),
        required=False,
    ),
    Section(
        "hearings",
        "what holds for all hearings; without it each of them needs a room (rule `remote_hearings`)",
        (
            Column(
                "remote_share",
                Kind.NUMBER,
                "largest share of the country's hearing hours in a week that may be held by video, without a room",
                "share",
                minimum=0,
                maximum=1,
            ),
            EVIDENCE_COLUMN,
            SOURCE_COLUMN,
        ),
        required=False,
    ),
    Section(
        "replanning",
        "how much of the plan in force stands (table `in_force`); without it nothing does",
        (
            Column("frozen_weeks", Kind.WHOLE, "weeks that stay as they are", "weeks", minimum=0, maximum=52),
            Column(
                "frozen_weeks_nuisance",
                Kind.WHOLE,
                "the same for work on the nuisance lane",
                "weeks",
                minimum=0,
                maximum=52,
            ),
            Column(
                "stable_weeks",
                Kind.WHOLE,
                "weeks, the frozen ones included, that stay so where nothing is lost by it",
                "weeks",
                minimum=0,
                maximum=104,
            ),
            Column(
                "since",
                Kind.DATE,
                "first day of the first plan, from which on penalties count towards the most for one case; without it "
                "the horizon's first day",
                optional=True,
            ),
        ),
        required=False,
    ),
)
"""Every section of `instance.toml`."""

Entries = dict[tuple[str, str], tuple[object, Place]]
"""Values by section and key, each with its place."""


def entries_of(toml: TomlFile, sections: tuple[Section, ...], others: tuple[str, ...], findings: Findings) -> Entries:
    """The values of the sections; keys that belong nowhere (nor to `others`, read elsewhere) are reported."""
    top = [key.name for section in sections if not section.name for key in section.keys]
    named = {section.name: section for section in sections if section.name}
    entries: Entries = {}
    for name, value in toml.values.items():
        place = toml.place("", name)
        if name in top:
            entries["", name] = value, place
        elif name in named:
            entries.update(_section_entries(toml, named[name], findings))
        elif name not in others:
            refuse_unknown(place, name, [*top, *named, *others], findings)
    return entries


def read_header(entries: Entries, findings: Findings) -> Header | None:
    """The header that the entries make; None when one of them is missing or wrong."""
    present = {section for section, _ in entries}
    before = len(findings)
    values = {
        section.name: section_values(entries, section, Place(FILE), findings)
        for section in SECTIONS
        if section.required or section.name in present
    }
    if len(findings) > before:
        return None
    guarantee = Guarantee(**values["guarantee"]) if "guarantee" in values else None
    replanning = Replanning(**values["replanning"]) if "replanning" in values else None
    header = Header(**values[""], **values["dates"], guarantee=guarantee, replanning=replanning)
    for section, figure in (("work", "hours_factor"), ("hearings", "remote_share")):
        if section in values:
            own = values[section]
            header = replace(
                header,
                **{figure: own[figure], f"{figure}_evidence": own["evidence"], f"{figure}_source": own["source"]},
            )
    return header


def section_values(entries: Entries, section: Section, file: Place, findings: Findings) -> dict[str, Any]:
    """The good values of a section, by key; all of its keys must be there but those that are optional."""
    own = {key: entry for (name, key), entry in entries.items() if name == section.name}
    for key in section.keys:
        if key.name not in own and not key.optional:
            where = f"in section [{section.name}]" if section.name else section.about
            findings.add(file.problem(key.name, Code.KEY_MISSING, "no such key", f"a key {key.name} {where}"))
    return dict(good_values(section.keys, own, findings))


def _section_entries(toml: TomlFile, section: Section, findings: Findings) -> Entries:
    content = toml.values[section.name]
    if not isinstance(content, dict):
        place = toml.place("", section.name)
        expected = f"a section [{section.name}]"
        findings.add(place.problem(section.name, Code.VALUE_TYPE, as_text(content), expected))
        return {}
    keys = [key.name for key in section.keys]
    for name in content:
        if name not in keys:
            refuse_unknown(toml.place(section.name, name), name, keys, findings)
    return {(section.name, name): (content[name], toml.place(section.name, name)) for name in keys if name in content}
