"""Cases flow from stage to stage; nothing is lost or invented."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import numpy as np

from planner.domain.court_dates import COURT
from planner.domain.grid import SHARE_UNIT, UNIT, Counts, Numbers
from planner.domain.lodgings import EXCESS
from planner.domain.stages import STAGES
from planner.evaluation.restated import streams_and_twins, week_position, withdrawals
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """(N + 1) x T in cases, exact: per task, then for the whole country.

    open = opening + entries + output of the stage before after its lag, less its conversions + conversions in after
    theirs - finished - withdrawn; it must be what the run states, and never below zero, nor may what is finished.
    National: opening + lodged = decided + withdrawn + between two streams + open.
    """
    open_cases = _open(view)
    wrong = np.abs(view.flows.open - open_cases) + np.maximum(-open_cases, 0)
    wrong += np.maximum(-view.finished, 0).sum(axis=0)
    return np.vstack([wrong, _national(view)]) / UNIT


def _open(view: View) -> Counts:
    """N x T: cases that wait for each task at the end of the week, as integers."""
    figures = view.figures
    names = {name: n for n, name in enumerate(figures.task_names)}
    change = np.diff(-view.national, prepend=np.int64(0), axis=1)
    for name, stage, week, cases in _there_before(view):
        if week < len(view.weeks):
            change[names[name, stage], max(week, 0)] += cases
    stays = view.national.copy()
    for source, target, share, lag in _conversions(view, names):
        gone = _share_down(view.national[source], share)
        stays[source] -= gone
        _arrive(change[target], np.diff(gone, prepend=np.int64(0)), lag)
    lags = {(row.stream, row.stage): row.lag_weeks for row in view.instance.work}
    at_lodging, from_stock = withdrawals(view)
    for k, stream in enumerate(figures.streams):
        stages = [stage for stage in STAGES if (stream.name, stage) in names]
        change[names[stream.name, stages[0]]] += figures.lodged[k] - at_lodging[k] - from_stock[k]
        for before, after in pairwise(stages):
            output = np.diff(stays[names[stream.name, before]], prepend=np.int64(0))
            _arrive(change[names[stream.name, after]], output, lags[stream.base, before])
    open_cases: Counts = np.cumsum(change, axis=1)
    return open_cases


def _there_before(view: View) -> Iterator[tuple[str, str, int, int]]:
    """Stream and stage, the week of the horizon in which they begin to wait for it, and how many cases."""
    for stock in view.instance.stock:
        week = week_position(view, stock.ready.monday) if stock.ready else 0
        yield stock.stream + EXCESS * (stock.part == "above"), stock.stage, week, round(stock.cases * UNIT)
    for row in view.instance.court_dates:
        week = week_position(view, row.ready.monday) if row.ready else 0
        yield row.stream, row.stage, week, -round(row.cases * UNIT)
        yield row.stream + COURT, row.stage, week, round(row.cases * UNIT)
    for own in view.instance.converting:
        name = own.stream + EXCESS * (own.part == "above")
        yield name, own.stage, week_position(view, own.week.monday), round(own.cases * UNIT)


def _conversions(view: View, names: dict[tuple[str, str], int]) -> list[tuple[int, int, int, int]]:
    """Source task, target task, share in ten-thousandths and lag; cases above the guarantee stay above it."""
    found = []
    for row in view.instance.conversions:
        targets = streams_and_twins(view.figures, row.to_stream)
        for own in streams_and_twins(view.figures, row.stream):
            target = row.to_stream + EXCESS
            target = target if own.endswith(EXCESS) and target in targets else row.to_stream
            share = round(row.share * SHARE_UNIT)
            found.append((names[own, row.stage], names[target, row.to_stage], share, row.lag_weeks))
    return found


def _share_down(to_date: Counts, share: int) -> Counts:
    """Ten-thousandths of each running total, rounded down, in whole numbers without end."""
    return np.array([count * share // SHARE_UNIT for count in to_date.tolist()], dtype=np.int64)


def _arrive(change: Counts, output: Counts, lag: int) -> None:
    """Adds the output of each week to the change `lag` weeks later."""
    for week, cases in enumerate(output.tolist()):
        if week + lag < len(change):
            change[week + lag] += cases


def _national(view: View) -> Counts:
    """T: what the balance of the whole country is off."""
    own, figures = view.flows, view.figures
    before = figures.opening.sum() + figures.underway.sum() + figures.entering.sum()
    came = before + np.cumsum(figures.lodged.sum(axis=0))
    gone = np.cumsum((own.decided + own.withdrawn_by_stream).sum(axis=0)) + own.converting
    off: Counts = np.abs(came - gone - own.open_by_stream.sum(axis=0))
    return off
