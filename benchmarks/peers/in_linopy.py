"""The compared model in linopy: whole arrays of variables, sums by group, shifts by position."""

from __future__ import annotations

import highspy
import linopy
import numpy as np
import pandas as pd
from xarray import DataArray

from benchmarks.peers.data import Data

linopy.options["semantics"] = "v1"  # a cell that is missing is an error, not zero


def build(d: Data, *, whole: bool) -> linopy.Model:
    """The model, rule by rule."""
    m = linopy.Model()
    week, task, stream = _axis("week", d.weeks), _axis("task", d.tasks), _axis("stream", d.streams)
    site, arc = _axis("site", len(d.site_task)), _axis("arc", len(d.arc_pair))
    due, hear, old = (pd.Index(chosen, name="stream") for chosen in (d.due, d.hear, d.old))
    finished = m.add_variables(lower=0, coords=[task, week], name="finished")
    waiting = m.add_variables(lower=0, coords=[task, week], name="waiting")
    open_cases = m.add_variables(lower=0, coords=[stream, week], name="open_cases")
    late = m.add_variables(lower=0, coords=[due, week], name="late")
    reaction_late = m.add_variables(lower=0, coords=[hear, week], name="reaction_late") if len(hear) else None
    left = m.add_variables(lower=0, coords=[old], name="left")
    bounds = {"integer": True} if whole else {}
    staff_days = m.add_variables(lower=0, coords=[arc, week], name="staff_days", **bounds)
    done = m.add_variables(lower=0, coords=[site, week], name="done")

    # case_balance: what the task before passed on a lag ago, and what conversions brought
    lhs = waiting - waiting.shift(week=1).fillna(0) + finished - _passed(d, finished, task, week)
    if len(d.conversion_source):
        converted = _converted(d, finished, week)
        lhs = lhs - _by(converted, "conversion", d.conversion_target, task)
    m.add_constraints(lhs == DataArray(d.task_known, coords=[task, week]), name="case_balance")

    # case_balance_stream
    last = finished.isel(task=d.final).rename(task="stream").assign_coords(stream=stream)
    lhs = open_cases - open_cases.shift(week=1).fillna(0) + last
    if len(d.conversion_source):
        lhs = lhs - _by(converted, "conversion", d.stream_of_task[d.conversion_target], stream)
        early = np.flatnonzero(d.has_next[d.conversion_source])
        if len(early):
            source = d.conversion_source[early]
            share = DataArray(d.conversion_share[early], dims="task", coords={"task": task[source]})
            lhs = lhs + _by(share * finished.isel(task=source), "task", d.stream_of_task[source], stream)
    m.add_constraints(lhs == DataArray(d.stream_known, coords=[stream, week]), name="case_balance_stream")

    # case_balance_places
    m.add_constraints(finished - _by(1 * done, "site", d.site_task, task) == 0, name="case_balance_places")

    # decision_deadline
    lhs = open_cases.sel(stream=due) - late
    entered = _recent(d, finished, week, d.due, d.due_week, d.stage_of_task.max())
    if entered is not None:
        lhs = lhs - _reindexed(entered, due)
    m.add_constraints(lhs <= DataArray(d.not_due, coords=[due, week]), name="decision_deadline")

    # lane_reaction
    if reaction_late is not None:
        _add_reaction(d, m, finished, waiting, reaction_late, hear, week)

    # clearance
    m.add_constraints(left - open_cases.sel(stream=old).isel(week=int(d.clearance), drop=True) == 0, name="clearance")

    # programme_start
    slow = np.flatnonzero(np.isin(d.stream_of_task, d.old) & np.isin(d.stage_of_task, d.pace_stage))
    if len(slow) and len(d.pace_week):
        stage = pd.Index(np.unique(d.stage_of_task[slow]), name="stage")
        used = _by(1 * finished.isel(task=slow, week=d.pace_week), "task", d.stage_of_task[slow], stage)
        pace = DataArray(d.pace[np.searchsorted(d.pace_stage, stage)], coords=[stage, week[d.pace_week]])
        m.add_constraints(used <= pace, name="programme_start")

    # processing_capacity
    hours, per_day = DataArray(d.site_hours, coords=[site, week]), DataArray(d.arc_hours, coords=[arc])
    m.add_constraints(
        hours * done - _by(per_day * staff_days, "arc", d.arc_site, site) <= 0, name="processing_capacity"
    )

    # staff_deployment
    pair = pd.Index(np.unique(d.arc_pair), name="pair")
    supplied = DataArray(d.whole_days[pair], coords=[pair, week])
    m.add_constraints(_by(1 * staff_days, "arc", d.arc_pair, pair) <= supplied, name="staff_deployment")

    # hearing_rooms
    if len(d.heard_site):
        location = pd.Index(np.unique(d.site_location[d.heard_site]), name="location")
        room_hours = DataArray(d.room_hours, coords=[site[d.heard_site], week])
        used = _by(room_hours * done.isel(site=d.heard_site), "site", d.site_location[d.heard_site], location)
        m.add_constraints(used <= DataArray(d.rooms[location], coords=[location, week]), name="hearing_rooms")

    # interpreters
    of_pool, heard = np.nonzero(d.pool_share)
    if len(heard):
        pool = pd.Index(np.unique(of_pool), name="pool")
        speaks = _axis("speaks", len(heard))
        per_case = d.pool_share[of_pool, heard][:, np.newaxis] * d.interpreter_hours[heard]
        cases = finished.isel(task=heard).rename(task="speaks").assign_coords(speaks=speaks)
        used = _by(DataArray(per_case, coords=[speaks, week]) * cases, "speaks", of_pool, pool)
        m.add_constraints(used <= DataArray(d.pools[pool], coords=[pool, week]), name="interpreters")

    cost = (DataArray(d.open_cost, coords=[stream, week]) * open_cases).sum()
    cost = cost + (DataArray(d.late_cost, coords=[due, week]) * late).sum()
    cost = cost + (DataArray(d.left_cost, coords=[old]) * left).sum()
    if reaction_late is not None:
        cost = cost + (DataArray(d.reaction_cost, coords=[hear, week]) * reaction_late).sum()
    m.add_objective(cost)
    return m


def hand_over(model: linopy.Model) -> highspy.Highs:
    """Gives it to HiGHS in memory, straight from the arrays."""
    return model.to_highspy()


def size(highs: highspy.Highs) -> tuple[int, int, int]:
    """Columns, rows and nonzeros as the solver has them."""
    return highs.getNumCol(), highs.getNumRow(), highs.getNumNz()


def solve(model: linopy.Model, gap: float, seconds: float) -> float:
    """The best value."""
    model.solve("highs", io_api="direct", mip_rel_gap=gap, time_limit=seconds, output_flag=False)
    return float(model.objective.value)


def _axis(name: str, size: int) -> pd.RangeIndex:
    return pd.RangeIndex(size, name=name)


def _by(expression: linopy.LinearExpression, over: str, group: np.ndarray, axis: pd.Index) -> linopy.LinearExpression:
    """The sum over `over` by group; a line for every cell of `axis`, empty where there is none."""
    labels = pd.Series(group, index=expression.indexes[over], name=axis.name)
    return _reindexed(expression.groupby(labels).sum(), axis)


def _reindexed(expression: linopy.LinearExpression, axis: pd.Index) -> linopy.LinearExpression:
    if expression.indexes[axis.name].equals(axis):
        return expression
    return expression.reindex({axis.name: axis}).fillna(0)


def _passed(d: Data, finished: linopy.Variable, task: pd.Index, week: pd.Index) -> linopy.LinearExpression:
    """Task x week: what the task before finished its lag ago."""
    before = np.maximum(d.previous, 0)
    when = np.arange(d.weeks) - d.lag[before][:, np.newaxis]
    share = np.where((d.previous >= 0)[:, np.newaxis] & (when >= 0), d.stays[before][:, np.newaxis], 0.0)
    source = finished.isel(
        task=DataArray(before, dims="task"), week=DataArray(np.maximum(when, 0), dims=("task", "week"))
    ).assign_coords(task=task, week=week)
    return DataArray(share, coords=[task, week]) * source


def _converted(d: Data, finished: linopy.Variable, week: pd.Index) -> linopy.LinearExpression:
    """Conversion x week: what the source finished a lag ago and went over."""
    conversion = _axis("conversion", len(d.conversion_source))
    when = np.arange(d.weeks) - d.conversion_lag[:, np.newaxis]
    share = np.where(when >= 0, d.conversion_share[:, np.newaxis], 0.0)
    source = finished.isel(
        task=DataArray(d.conversion_source, dims="conversion"),
        week=DataArray(np.maximum(when, 0), dims=("conversion", "week")),
    ).assign_coords(conversion=conversion, week=week)
    return DataArray(share, coords=[conversion, week]) * source


def _recent(
    d: Data, finished: linopy.Variable, week: pd.Index, streams: np.ndarray, due_week: np.ndarray, until_stage: int
) -> linopy.LinearExpression | None:
    """Stream x week: what entered by conversion and is not due, by weeks since it entered."""
    into = d.stream_of_task[d.conversion_target]
    chosen = np.flatnonzero(np.isin(into, streams) & (d.stage_of_task[d.conversion_target] <= until_stage))
    if not len(chosen):
        return None
    back = np.arange(d.weeks)
    entered = np.arange(d.weeks)[:, np.newaxis] - back  # week x back
    lag = d.conversion_lag[chosen][:, np.newaxis, np.newaxis]
    due = due_week[into[chosen]][:, np.maximum(entered, 0)]
    counts = (entered >= lag) & (due > np.arange(d.weeks)[:, np.newaxis])
    longest = int(np.flatnonzero(counts.any(axis=(0, 1))).max(initial=0)) + 1
    counts, when = counts[:, :, :longest], np.maximum(entered[:, :longest] - lag, 0)
    conversion, since = _axis("conversion", len(chosen)), _axis("since", longest)
    source = finished.isel(
        task=DataArray(d.conversion_source[chosen], dims="conversion"),
        week=DataArray(when, dims=("conversion", "week", "since")),
    ).assign_coords(conversion=conversion, week=week, since=since)
    share = np.where(counts, d.conversion_share[chosen][:, np.newaxis, np.newaxis], 0.0)
    parts = (DataArray(share, coords=[conversion, week, since]) * source).sum("since")
    return parts.groupby(pd.Series(into[chosen], index=conversion, name="stream")).sum()


def _add_reaction(
    d: Data,
    m: linopy.Model,
    finished: linopy.Variable,
    waiting: linopy.Variable,
    reaction_late: linopy.Variable,
    hear: pd.Index,
    week: pd.Index,
) -> None:
    """Cases not heard: waiting up to the hearing, or on the way to it."""
    lane = np.isin(d.stream_of_task, d.hear)
    before = np.flatnonzero(lane & (d.stage_of_task <= d.hearing_stage))
    lhs = _by(1 * waiting.isel(task=before), "task", d.stream_of_task[before], hear) - reaction_late
    passing = np.flatnonzero(lane & (d.stage_of_task < d.hearing_stage) & (d.lag > 0))
    if len(passing):
        back = np.arange(d.lag[passing].max())
        when = np.arange(d.weeks)[:, np.newaxis] - back
        on_the_way = (back < d.lag[passing][:, np.newaxis])[:, np.newaxis, :] & (when >= 0)
        share = np.where(on_the_way, d.stays[passing][:, np.newaxis, np.newaxis], 0.0)
        task, since = _axis("passing", len(passing)), _axis("since", len(back))
        source = finished.isel(
            task=DataArray(passing, dims="passing"), week=DataArray(np.maximum(when, 0), dims=("week", "since"))
        ).assign_coords(passing=task, week=week, since=since)
        parts = (DataArray(share, coords=[task, week, since]) * source).sum("since")
        lhs = lhs + _by(parts, "passing", d.stream_of_task[passing], hear)
    entered = _recent(d, finished, week, d.hear, d.hear_week, int(d.hearing_stage))
    if entered is not None:
        lhs = lhs - _reindexed(entered, hear)
    m.add_constraints(lhs <= DataArray(d.not_due_to_hear, coords=[hear, week]), name="lane_reaction")
