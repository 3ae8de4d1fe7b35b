"""A plan and everything that follows from it, as tables of text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import Context, Decimal

import numpy as np

from planner.domain.figures import Figures
from planner.domain.grid import UNIT, Counts, Numbers, decimal
from planner.domain.plan import Plan
from planner.domain.policy import Policy
from planner.domain.result import LevelProof, gap_of
from planner.domain.run_table import RunTable, columns_of
from planner.evaluation.chain import chain_excess, chain_load
from planner.evaluation.flows import Flows, flows, weekly
from planner.evaluation.health import health
from planner.evaluation.hours import interpreter_hours, remote_hours, room_hours, work_hours
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
    figures = figures.decided(plan.taken, plan.team_open)
    own = flows(figures, plan)
    weeks = [str(week) for week in figures.weeks]
    found: dict[str, Rows] = {
        "staff": _staff(figures, plan, weeks),
        "cases": _cases(figures, plan, weeks),
        "intakes": _intakes(figures),
        "teams": _teams(figures, plan, weeks),
        "team_staff": _team_staff(figures, plan, weeks),
        "stock": _stock(figures, plan, own, weeks),
        "streams": _streams(figures, own, weeks),
        "deadlines": _deadlines(figures, own, weeks),
        "workforce": _workforce(figures, own, weeks),
        "places": _places(figures, plan, own, weeks),
        "interpreters": _interpreters(figures, plan, weeks),
        "chain": _chain(own, weeks),
        "start_group": _start_group(own),
        "agreements": _agreements(own),
        "plan_changes": _plan_changes(own, weeks),
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
    order = [arc for arc in _arc_order(figures) if figures.arc_team[arc] < 0]
    names = [(*figures.supply.names[figures.arc_pair[arc]], *figures.works[figures.arc_work[arc]]) for arc in order]
    by_week = plan.staff_days[order].T
    at_week, at_arc = np.nonzero(by_week)
    days = by_week[at_week, at_arc].tolist()
    return (
        (weeks[t], *names[arc], str(own)) for t, arc, own in zip(at_week.tolist(), at_arc.tolist(), days, strict=True)
    )


def _arc_order(figures: Figures) -> list[int]:
    """Arcs by location, group and work."""
    order: list[int] = np.lexsort((figures.arc_work, figures.arc_pair)).tolist()
    return order


def _teams(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    own = figures.teams
    people = team_people(figures, plan)
    learned = own.learned(figures.team_open)
    places = [row.location for row in figures.instance.locations]
    at_week, at_team = np.nonzero(figures.team_open.T)
    return (
        (
            weeks[t],
            own.name[z],
            places[own.location[z]],
            own.category[z],
            "yes" if learned[z, t] else "no",
            number(people[z, t]),
            "1",
        )
        for t, z in zip(at_week.tolist(), at_team.tolist(), strict=True)
    )


def team_people(figures: Figures, plan: Plan) -> Numbers:
    """Z x T: people in each team, as its size counts them; 0 in weeks without working days."""
    days = np.zeros(figures.team_open.shape)
    inside = figures.arc_team >= 0
    np.add.at(days, figures.arc_team[inside], plan.staff_days[inside] * figures.arc_people[inside, None])
    full = figures.teams.full_days
    return np.divide(days, full, out=np.zeros_like(days), where=full > 0)


def _team_staff(figures: Figures, plan: Plan, weeks: list[str]) -> Rows:
    groups = [row.group for row in figures.instance.groups]
    inside = np.flatnonzero(figures.arc_team >= 0)
    pair, work = figures.arc_pair[inside], figures.arc_work[inside]
    shape = (len(figures.teams), len(groups), len(figures.works), len(weeks))
    days = np.zeros(shape, dtype=np.int64)
    np.add.at(days, (figures.arc_team[inside], figures.supply.group[pair], work), plan.staff_days[inside])
    at_week, *at = np.nonzero(days.transpose(3, 0, 1, 2))
    return (
        (weeks[t], figures.teams.name[z], groups[g], *figures.works[w], str(days[z, g, w, t]))
        for t, z, g, w in zip(at_week.tolist(), *(own.tolist() for own in at), strict=True)
    )


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
    np.add.at(days, figures.task_of_work[figures.arc_work], plan.staff_days)
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
    """Blocks of columns are empty for streams without a reaction time or without a time for screening."""
    curves = figures.deadlines
    decisions = curves.planned.bound | curves.legal.bound
    names = [(stream.name,) for stream in figures.streams]
    counts = [own.due, own.done_to_date, own.late, own.due_legal, own.late_legal]
    counts = [own_counts * decisions[:, None] for own_counts in counts]
    before = (2 + len(counts), 2 + len(counts) + 3)
    counts += [own.reaction_due, own.heard_to_date * curves.reaction.bound[:, None], own.reaction_late]
    counts += [own.screening_due, own.screened_to_date * curves.screening.bound[:, None], own.screening_late]
    silent = [
        (start, {stream.name for stream, bound in zip(figures.streams, curve.bound, strict=True) if not bound})
        for start, curve in zip(before, (curves.reaction, curves.screening), strict=True)
    ]
    for row in _sparse(weeks, names, counts):
        for start, streams in silent:
            if row[1] in streams:
                row = (*row[:start], "", "", "", *row[start + 3 :])
        yield row


def _intakes(figures: Figures) -> Rows:
    supply = figures.supply
    labels = supply.intakes.labels(supply.names, figures.weeks)
    started = [(*label, str(people)) for label, people in zip(labels, supply.taken.tolist(), strict=True) if people]
    return sorted(started, key=lambda row: row[0])


def _workforce(figures: Figures, own: Flows, weeks: list[str]) -> Rows:
    supply = figures.supply
    used = own.used_days * UNIT
    counts = (supply.staff_days, used, own.overtime_days * UNIT, supply.staff_days - used)
    columns = [_decimals(count.T.ravel()) for count in counts]
    people = [map(number, count.T.ravel().tolist()) for count in (supply.people, supply.working)]
    names = ((week, *pair) for week in weeks for pair in supply.names)
    return ((*name, *cells) for name, *cells in zip(names, *people, *columns, strict=True))


def _places(figures: Figures, plan: Plan, own: Flows, weeks: list[str]) -> Rows:
    names = [(row.location,) for row in figures.instance.locations]
    rooms = _on_grid(figures.rooms)
    remote = remote_hours(figures, plan)
    in_rooms = room_hours(figures, plan) - remote
    counts = [rooms, in_rooms, remote, work_hours(figures, plan), plan.finished.sum(axis=1), own.beds_excess]
    with_beds = {names[place][0] for place in figures.with_beds}
    return (row if row[1] in with_beds else (*row[:-1], "") for row in _every(weeks, names, counts))


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


def _plan_changes(own: Flows, weeks: list[str]) -> Rows:
    held, there = own.figures.held, own.on_works
    if there is None:
        return
    for t, h in np.argwhere(own.changed_days.T).tolist():
        counts = (str(held.in_force[h, t]), str(there[h, t]))
        yield (weeks[t], *held.works[h], *counts, "yes" if held.frozen[h, t] else "no")


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
