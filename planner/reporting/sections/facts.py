"""What was proven, and how the run was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planner.evaluation.euro_together import euro_together
from planner.reporting.contents import Column, Form, Section, Table
from planner.reporting.material import Material, Row
from planner.reporting.words import Words


def facts(own: Material, say: Words) -> Section:
    """Levels with their bounds and gaps, then the facts of the run."""
    found = list(own.rows("levels"))
    together = euro_together(found)
    texts = [say("facts.together")] if together else []
    run = Table(say("table.facts"), _columns(say), tuple(_facts(own, say)))
    return Section("facts", say("facts"), (say("facts.intro"), _levels([*found, *together], say), *texts, run))


def _levels(found: Sequence[Row], say: Words) -> Table:
    """The levels of the policy in strict order, with what is proven of each, and of those in euro together."""
    columns = (
        Column(say("level")),
        Column(say("unit")),
        Column(say("value"), Form.NUMBER, 1),
        Column(say("bound"), Form.NUMBER, 1),
        Column(say("gap"), Form.SHARE, 2),
    )
    rows = tuple(
        (
            say.label("level", row["name"]),
            say.label("unit", row["unit"]),
            float(row["value"]),
            float(row["bound"]) if row["bound"] else say("not_sought"),
            float(row["gap"]) if row["gap"] else None,
        )
        for row in found
    )
    return Table(say("table.levels"), columns, rows)


def _columns(say: Words) -> tuple[Column, ...]:
    return Column(say("what")), Column(say("value"))


def _facts(own: Material, say: Words) -> Iterator[tuple[str, str]]:
    manifest, header = own.manifest, own.header
    audit = manifest.get("audit") or {}
    seconds = manifest.get("seconds") or {}
    yield say("fact.instance"), header.name
    yield say("fact.title"), say.name(header.title)
    yield say("fact.scenario"), manifest.get("scenario") or say("none")
    yield say("fact.horizon"), f"{say.language.day(header.first)} \u2013 {say.language.day(header.last)}"
    yield say("fact.counting_unit"), say.name(header.counting_unit)
    yield say("fact.engine"), str(manifest.get("engine") or "")
    yield say("fact.status"), say.label("status", str(manifest.get("status") or ""))
    yield say("fact.policy"), str(manifest.get("policy") or "")
    yield say("fact.audit"), say("fact.audited", rules=audit.get("rules", 0), violations=audit.get("violations", 0))
    if seconds.get("total") is not None:
        yield say("fact.seconds"), say.language.number(float(seconds["total"]))
    if manifest.get("peak_mib"):
        yield say("fact.memory"), say.language.number(float(manifest["peak_mib"]))
    planner = manifest.get("planner") or {}
    yield say("fact.planner"), " ".join(str(planner[key]) for key in ("version", "commit") if planner.get(key))
    for name, version in (manifest.get("versions") or {}).items():
        yield say("fact.version", name=name), str(version)
    for name, value in (manifest.get("options") or {}).items():
        if value is not None:
            yield say("fact.option", name=name.replace("_", " ")), _option(value, say)
    yield say("fact.inputs"), str(len(manifest.get("inputs") or {}))


def _option(value: object, say: Words) -> str:
    if isinstance(value, float):
        return say.language.number(value, len(f"{value:g}".partition(".")[2]))
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)
