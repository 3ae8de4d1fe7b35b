"""A plan and everything that follows from it, as tables of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers, decimal
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import LevelProof
from planner.domain.run_table import RunTable, columns_of
from planner.evaluation.chain import chain_excess, chain_load
from planner.evaluation.flows import Flows, flows, weekly
from planner.evaluation.health import health
from planner.evaluation.hours import interpreter_hours, room_hours, work_hours
from planner.evaluation.kpis import kpis
from planner.evaluation.levels import values_of
from planner.evaluation.targets import targets_of

Rows = Iterable[tuple[str, ...]]

_EXACT = Context(prec=800)
"""Digits enough to add any two floats exactly."""


def run_tables(figures: Figures, policy: Policy, plan: Plan, proofs: Sequence[LevelProof]) -> dict[str, RunTable]:
    """Every table of a run, by name, in the order of `RUN_TABLES`.

    Of `proofs` only the bound and the tolerance are used, by the level's name; a level without a proof has empty
    cells for them. Everything else is worked out here.
    """
    own = flows(figures, plan)
    weeks = [str(week) for week in figures.weeks]
    found: dict[str, Rows] = {
        "staff": _staff(figures, plan, weeks),
        "cases": _cases(figures, plan, weeks),
        "stock": _stock(figures, plan, own, weeks),
        "streams": _streams(figures, own, weeks),
        "deadlines": _deadlines(figures, own, weeks),
        "workforce": _workforce(figures, plan, weeks),
        "places": _places(figures, plan, weeks),
        "interpreters": _interpreters(figures, plan, weeks),
        "chain": _chain(own, weeks),
        "start_group": _start_group(own),
        "agreements": _agreements(own),
        "health": _health(own),
        "levels": _levels(policy, own, proofs),
        "targets": _targets(own),
        "kpis": kpis(figures, plan, own),
    }
    return {name: RunTable(name, columns_of(name), tuple(map(tuple, rows))) for name, rows in found.items()}


def number(value: float) -> str:
    """A float as the shortest text that reads back the same; zero has no sign."""
    return repr(float(value) + 0.0)


def _staff(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    order = _arc_order(figures)
    names = [
        (*figures.supply.names[figures.arc_pair[arc]], *figures.task_names[figures.arc_task[arc]]) for arc in order
    ]
    by_week = plan.staff_days[order].T
    at_week, at_arc = np.nonzero(by_week)
    days = by_week[at_week, at_arc].tolist()
    return (
        (weeks[t], *names[arc], str(own)) for t, arc, own in zip(at_week.tolist(), at_arc.tolist(), days, strict=True)
    )


def _arc_order(figures: Figures) -> list[int]:
    """Arcs by location, group and task."""
    order: list[int] = np.lexsort((figures.arc_task, figures.arc_pair)).tolist()
    return order


def _cases(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    locations = [row.location for row in figures.instance.locations]
    by_week = plan.finished.transpose(2, 0, 1)
    at_week, at_location, at_task = np.nonzero(by_week)
    cases = _decimals(by_week[at_week, at_location, at_task])
    return (
        (weeks[t], locations[place], *figures.task_names[n], own)
        for t, place, n, own in zip(at_week.tolist(), at_location.tolist(), at_task.tolist(), cases, strict=True)
    )


def _stock(figures: Figures, plan: Plan, own: Flows, weeks: list[str]) -> Rows:
    days = np.zeros_like(own.finished)
    np.add.at(days, figures.arc_task, plan.staff_days)
    counts = [
        own.entered,
        own.finished,
        own.withdrawn,
        weekly(own.converted_to_date),
        own.open,
        days * UNIT,
    ]
    return _sparse(weeks, figures.task_names, counts)


def _streams(figures: Figures, own: Flows, weeks: list[str]) -> Rows:
    names = [(stream.name, stream.category, stream.track) for stream in figures.streams]
    counts = [
        figures.lodged,
        own.decided,
        own.converted_in,
        own.converted_out,
        own.withdrawn_by_stream,
        own.open_by_stream,
        own.in_transit,
    ]
    return _sparse(weeks, names, counts)


def _deadlines(figures: Figures, own: Flows, weeks: list[str]) -> Rows:
    decisions = figures.deadlines.planned.bound | figures.deadlines.legal.bound
    hearings = figures.deadlines.reaction.bound
    names = [(stream.name,) for stream in figures.streams]
    counts = [own.due, own.done_to_date, own.late, own.due_legal, own.late_legal]
    counts = [own_counts * decisions[:, None] for own_counts in counts]
    counts += [own.reaction_due, own.heard_to_date * hearings[:, None], own.reaction_late]
    silent = {stream.name for stream, bound in zip(figures.streams, hearings, strict=True) if not bound}
    return ((*row[:7], "", "", "") if row[1] in silent else row for row in _sparse(weeks, names, counts))


def _workforce(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    supply = figures.supply
    used = np.zeros_like(supply.staff_days)
    np.add.at(used, figures.arc_pair, plan.staff_days * UNIT)
    columns = [_decimals(own.T.ravel()) for own in (supply.staff_days, used, supply.staff_days - used)]
    people = map(number, supply.people.T.ravel().tolist())
    names = ((week, *pair) for week in weeks for pair in supply.names)
    return ((*name, *cells) for name, *cells in zip(names, people, *columns, strict=True))


def _places(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    names = [(row.location,) for row in figures.instance.locations]
    rooms = _on_grid(figures.rooms)
    counts = [rooms, room_hours(figures, plan), work_hours(figures, plan), plan.finished.sum(axis=1)]
    return _every(weeks, names, counts)


def _interpreters(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    names = [(row.language,) for row in figures.instance.interpreters]
    return _every(weeks, names, [_on_grid(figures.pools), interpreter_hours(figures, plan)])


def _chain(own: Flows, weeks: list[str]) -> Rows:
    partners = own.figures.instance.chain
    load, excess = (_decimals(counts.T.ravel()) for counts in (chain_load(own), chain_excess(own)))
    names = ((week, row) for week in weeks for row in partners)
    for (week, row), brought, above in zip(names, load, excess, strict=True):
        limits = ("" if limit is None else number(limit) for limit in (row.signal_per_week, row.cap_per_week))
        yield (week, row.partner, row.unit, brought, *limits, above)


def _start_group(own: Flows) -> Rows:
    asked = own.figures.start_group
    columns = [_decimals(counts) for counts in (asked.asked, own.start_group_done, own.start_group_missed)]
    return ((*name, *cells) for name, *cells in zip(asked.names, *columns, strict=True))


def _agreements(own: Flows) -> Rows:
    agreed = own.figures.agreements
    columns = [_decimals(counts) for counts in (agreed.agreed, own.agreement_decided, own.agreement_missed)]
    return ((*name, *cells) for name, *cells in zip(agreed.names, *columns, strict=True))


def _health(own: Flows) -> Rows:
    state = health(own)
    counts = [state.waiting.sum(axis=1), *state.waiting.T]
    columns = [_decimals(cases) for cases in (*counts, state.least, state.above)]
    most = ["" if cases < 0 else decimal(cases) for cases in state.most.tolist()]
    rows = zip(own.figures.streams, zip(*columns, strict=True), state.oldest.tolist(), state.inflow, most, strict=True)
    for stream, (whole, *stages, least, above), oldest, inflow, bound in rows:
        yield (stream.name, whole, *stages, str(oldest), number(inflow), least, bound, above)


def _levels(policy: Policy, own: Flows, proofs: Sequence[LevelProof]) -> Rows:
    proven = {proof.name: proof for proof in proofs}
    for place, (level, value) in enumerate(zip(policy.levels, values_of(policy, own), strict=True), start=1):
        stated = number(value.value)
        proof = proven.get(level.name)
        bound = above = tolerance = ceiling = gap = ""
        if proof is not None:
            bound, tolerance = number(proof.bound), number(proof.tolerance)
            above = _exact(_EXACT.subtract(Decimal(stated), Decimal(bound)))
            ceiling = _exact(_EXACT.add(Decimal(stated), Decimal(tolerance)))
            gap = number(gap_of(value.value, proof.bound, value.floor))
        yield (
            str(place),
            level.name,
            level.unit,
            stated,
            bound,
            above,
            tolerance,
            ceiling,
            number(value.floor),
            gap,
        )


def gap_of(value: float, bound: float, floor: float) -> float:
    """(value - bound) / max(|value|, floor), 0 where the bound is reached."""
    if value <= bound:
        return 0.0
    against = max(abs(value), floor)
    return (value - bound) / against if against > 0 else float("inf")


def _exact(value: Decimal) -> str:
    return format(value, "f")


def _targets(own: Flows) -> Rows:
    return (
        (
            target.name,
            target.goal,
            target.unit,
            number(target.value),
            "yes" if target.met else "no",
            "yes" if target.hard else "no",
        )
        for target in targets_of(own)
    )


def _sparse(weeks: list[str], names: Sequence[tuple[str, ...]], counts: list[Counts]) -> Rows:
    """A row for every week and name (counts are names x weeks) in which not all counts are zero."""
    at_week, at_name = np.nonzero(np.any([own != 0 for own in counts], axis=0).T)
    columns = [_decimals(own[at_name, at_week]) for own in counts]
    labels = ((weeks[t], *names[n]) for t, n in zip(at_week.tolist(), at_name.tolist(), strict=True))
    return ((*label, *cells) for label, *cells in zip(labels, *columns, strict=True))


def _every(weeks: list[str], names: Sequence[tuple[str, ...]], counts: list[Counts]) -> Rows:
    """A row for every week and name."""
    columns = [_decimals(own.T.ravel()) for own in counts]
    labels = ((week, *name) for week in weeks for name in names)
    return ((*label, *cells) for label, *cells in zip(labels, *columns, strict=True))


def _on_grid(hours: Numbers) -> Counts:
    return np.rint(hours * UNIT).astype(np.int64)


def _decimals(counts: Counts) -> list[str]:
    return [decimal(count) if count else "0" for count in counts.tolist()]
