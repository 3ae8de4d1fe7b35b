"""A policy as a TOML file: the levels in strict order, each with the terms that it adds up."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from planner.domain.column import Column, Kind
from planner.domain.policy import TERMS, Level, Policy, Term
from planner.errors import InputError
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.place import Place
from planner.files.plain_number import plain
from planner.files.toml_file import TomlFile, as_text, good_values, read_toml, refuse_unknown

LEVEL, WEIGHTS = "level", "terms"

POLICY_KEYS = (
    Column("name", Kind.LABEL, "short name of the policy"),
    Column(
        "tolerance",
        Kind.NUMBER,
        "how much a later level may worsen an earlier one, as a share of its value",
        "share",
        minimum=0,
        maximum=1,
        default="0.001",
    ),
    Column(
        "terminal_weeks",
        Kind.NUMBER,
        "weeks of waiting that a case still open when the horizon ends counts for",
        "weeks",
        minimum=0,
        maximum=1000,
        default="26",
    ),
)

LEVEL_KEYS = (
    Column("name", Kind.LABEL, "short name of the level"),
    Column("about", Kind.TEXT, "what it is about"),
    Column("unit", Kind.TEXT, "the unit of its value"),
    Column("floor", Kind.NUMBER, "the least that its gap is measured against", minimum=0, default="0"),
    Column(
        "floor_share",
        Kind.NUMBER,
        "the same, as a share of the gross value",
        "share",
        minimum=0,
        maximum=1,
        default="0",
    ),
)


def read_policy(path: Path) -> Policy:
    """The policy in the file; raises InputError with every problem."""
    findings = Findings()
    toml = read_toml(path.resolve().parent, path.resolve().name, findings, doubts=Findings())
    policy = _policy(toml, findings) if toml else None
    if policy is None or len(findings):
        raise InputError(findings.problems())
    return policy


def policy_text(policy: Policy) -> str:
    """The file of a policy, which reads back to the same policy."""
    parts = [
        f"name = {_quoted(policy.name)}\n"
        f"tolerance = {plain(policy.tolerance)}\n"
        f"terminal_weeks = {plain(policy.terminal_weeks)}\n"
    ]
    for level in policy.levels:
        terms = ", ".join(f"{term.name} = {plain(term.weight)}" for term in level.terms)
        parts.append(
            f"[[{LEVEL}]]\n"
            f"name = {_quoted(level.name)}\n"
            f"about = {_quoted(level.about)}\n"
            f"unit = {_quoted(level.unit)}\n"
            f"floor = {plain(level.floor)}\n"
            f"floor_share = {plain(level.floor_share)}\n"
            f"{WEIGHTS} = {{ {terms} }}\n"
        )
    return "\n".join(parts)


def _quoted(text: str) -> str:
    """A basic string of TOML is written as one of JSON is."""
    return json.dumps(text, ensure_ascii=False)


def _policy(toml: TomlFile, findings: Findings) -> Policy | None:
    before = len(findings)
    own = {name: value for name, value in toml.values.items() if name != LEVEL}
    values = _values(toml, "", 0, own, POLICY_KEYS, (LEVEL,), findings)
    found = toml.values.get(LEVEL)
    if not isinstance(found, list) or not all(isinstance(level, dict) for level in found) or not found:
        expected = f"one section [[{LEVEL}]] or more"
        code = Code.KEY_MISSING if found in (None, []) else Code.VALUE_TYPE
        findings.add(toml.place(LEVEL).problem(LEVEL, code, "none" if not found else as_text(found), expected))
        return None
    levels = [_level(toml, nth, content, findings) for nth, content in enumerate(found)]
    _refuse_doubles(toml, found, findings)
    if len(findings) > before:
        return None
    return Policy(levels=tuple(level for level in levels if level), **values)


def _level(toml: TomlFile, nth: int, content: Mapping[str, Any], findings: Findings) -> Level | None:
    before = len(findings)
    own = {name: value for name, value in content.items() if name != WEIGHTS}
    values = _values(toml, LEVEL, nth, own, LEVEL_KEYS, (WEIGHTS,), findings)
    terms = _terms(toml.place(LEVEL, WEIGHTS, nth), content.get(WEIGHTS), findings)
    return Level(terms=terms, **values) if len(findings) == before else None


def _values(
    toml: TomlFile,
    section: str,
    nth: int,
    content: Mapping[str, Any],
    keys: tuple[Column, ...],
    others: tuple[str, ...],
    findings: Findings,
) -> dict[str, Any]:
    """The values of the keys; those with a default may be left out, unknown ones may not be there."""
    known = [key.name for key in keys]
    for name in content:
        if name not in known:
            refuse_unknown(toml.place(section, name, nth), name, [*known, *others], findings)
    for key in keys:
        if key.name not in content and key.default is None:
            place = toml.place(section, "", nth) if section else Place(toml.name)
            findings.add(place.problem(key.name, Code.KEY_MISSING, "no such key", f"a key {key.name}"))
    defaults = {key.name: float(key.default) for key in keys if key.default is not None}
    entries = {name: (content[name], toml.place(section, name, nth)) for name in known if name in content}
    return defaults | good_values(keys, entries, findings)


def _terms(place: Place, content: object, findings: Findings) -> tuple[Term, ...]:
    if not isinstance(content, dict):
        expected = f"{WEIGHTS} = {{ term = weight, ... }}, empty for a level without terms"
        code = Code.KEY_MISSING if content is None else Code.VALUE_TYPE
        findings.add(place.problem(WEIGHTS, code, "no such key" if content is None else as_text(content), expected))
        return ()
    for name in content:
        if name not in TERMS:
            refuse_unknown(place, name, TERMS, findings)
    weights = [
        Column(name, Kind.NUMBER, about, minimum=0, maximum=1e6) for name, about in TERMS.items() if name in content
    ]
    values = good_values(weights, {name: (content[name], place) for name in content}, findings)
    return tuple(Term(name, float(weight)) for name in content if isinstance(weight := values.get(name), int | float))


def _refuse_doubles(toml: TomlFile, levels: list[dict[str, Any]], findings: Findings) -> None:
    names = [level.get("name") for level in levels]
    for nth, name in enumerate(names):
        if name is not None and name in names[:nth]:
            place = toml.place(LEVEL, "name", nth)
            findings.add(place.problem("name", Code.KEY_TWICE, as_text(name), "another name for each level"))
