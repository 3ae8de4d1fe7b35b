"""The compared model in PyOptInterface: expressions built cell by cell, straight into HiGHS."""

from __future__ import annotations

import pyoptinterface as poi
from pyoptinterface import highs

from benchmarks.peers.data import Data, plain, recent


def build(d: Data, *, whole: bool) -> highs.Model:
    """The model; HiGHS holds it as it grows, so nothing is left to hand over."""
    p = plain(d)
    r = p.rows
    weeks, tasks, streams = range(d.weeks), range(d.tasks), range(d.streams)
    model = highs.Model()
    model.set_model_attribute(poi.ModelAttribute.Silent, True)

    def cells(*axes) -> poi.tupledict:
        return poi.make_tupledict(*axes, rule=lambda *_: model.add_variable(lb=0.0))

    finished, waiting = cells(tasks, weeks), cells(tasks, weeks)
    open_cases, late, unheard = cells(streams, weeks), cells(r["due"], weeks), cells(r["hear"], weeks)
    left = cells(r["old"])
    domain = poi.VariableDomain.Integer if whole else poi.VariableDomain.Continuous
    staff = poi.make_tupledict(range(len(d.arc_pair)), weeks, rule=lambda *_: model.add_variable(lb=0.0, domain=domain))
    done = cells(range(len(d.site_task)), weeks)

    cost = poi.ExprBuilder()
    for k in streams:
        for t in weeks:
            cost.add_affine_term(open_cases[k, t], r["open_cost"][k][t])
    for at, k in enumerate(r["due"]):
        for t in weeks:
            cost.add_affine_term(late[k, t], r["late_cost"][at][t])
    for at, k in enumerate(r["hear"]):
        for t in weeks:
            cost.add_affine_term(unheard[k, t], r["reaction_cost"][at][t])
    for at, k in enumerate(r["old"]):
        cost.add_affine_term(left[k], r["left_cost"][at])
    model.set_objective(cost, poi.ObjectiveSense.Minimize)

    def take_converted(row: poi.ExprBuilder, conversions: list[int], t: int) -> None:
        for c in conversions:
            lag = r["conversion_lag"][c]
            if t >= lag:
                row.add_affine_term(finished[r["conversion_source"][c], t - lag], -r["conversion_share"][c])

    def take_recent(row: poi.ExprBuilder, conversions: list[int], t: int, due_week: list[int]) -> None:
        for c in conversions:
            share = r["conversion_share"][c]
            for n, w in recent(r, c, t, due_week):
                row.add_affine_term(finished[n, w], -share)

    # case_balance
    for n in tasks:
        before = r["previous"][n]
        for t in weeks:
            row = poi.ExprBuilder()
            row.add_affine_term(waiting[n, t], 1.0)
            row.add_affine_term(finished[n, t], 1.0)
            if t > 0:
                row.add_affine_term(waiting[n, t - 1], -1.0)
            if before >= 0 and t >= r["lag"][before]:
                row.add_affine_term(finished[before, t - r["lag"][before]], -r["stays"][before])
            take_converted(row, p.into_task[n], t)
            model.add_linear_constraint(row, poi.Eq, r["task_known"][n][t])
    # case_balance_stream
    for k in streams:
        for t in weeks:
            row = poi.ExprBuilder()
            row.add_affine_term(open_cases[k, t], 1.0)
            if t > 0:
                row.add_affine_term(open_cases[k, t - 1], -1.0)
            row.add_affine_term(finished[r["final"][k], t], 1.0)
            for c in p.out_of_stream[k]:
                row.add_affine_term(finished[r["conversion_source"][c], t], r["conversion_share"][c])
            take_converted(row, p.into_stream[k], t)
            model.add_linear_constraint(row, poi.Eq, r["stream_known"][k][t])
    # case_balance_places
    for n in tasks:
        for t in weeks:
            row = poi.ExprBuilder()
            row.add_affine_term(finished[n, t], 1.0)
            for s in p.sites_of_task[n]:
                row.add_affine_term(done[s, t], -1.0)
            model.add_linear_constraint(row, poi.Eq, 0.0)
    # decision_deadline
    for at, k in enumerate(r["due"]):
        for t in weeks:
            row = poi.ExprBuilder()
            row.add_affine_term(open_cases[k, t], 1.0)
            row.add_affine_term(late[k, t], -1.0)
            take_recent(row, p.into_stream[k], t, r["due_week"][k])
            model.add_linear_constraint(row, poi.Leq, r["not_due"][at][t])
    # lane_reaction
    hearing = r["hearing_stage"]
    for at, k in enumerate(r["hear"]):
        before = [n for n in p.tasks_of_stream[k] if r["stage_of_task"][n] <= hearing]
        into = [c for c in p.into_stream[k] if r["stage_of_task"][r["conversion_target"][c]] <= hearing]
        for t in weeks:
            row = poi.ExprBuilder()
            row.add_affine_term(unheard[k, t], -1.0)
            for n in before:
                row.add_affine_term(waiting[n, t], 1.0)
                if r["stage_of_task"][n] < hearing:
                    for back in range(min(r["lag"][n], t + 1)):
                        row.add_affine_term(finished[n, t - back], r["stays"][n])
            take_recent(row, into, t, r["hear_week"][k])
            model.add_linear_constraint(row, poi.Leq, r["not_due_to_hear"][at][t])
    # clearance
    for k in r["old"]:
        model.add_linear_constraint(left[k] - open_cases[k, r["clearance"]], poi.Eq, 0.0)
    # programme_start
    for i, stage in enumerate(r["pace_stage"]):
        slow = [n for k in r["old"] for n in p.tasks_of_stream[k] if r["stage_of_task"][n] == stage]
        for j, t in enumerate(r["pace_week"]):
            model.add_linear_constraint(poi.quicksum(finished[n, t] for n in slow), poi.Leq, r["pace"][i][j])
    # processing_capacity
    for s in range(len(d.site_task)):
        for t in weeks:
            row = poi.ExprBuilder()
            row.add_affine_term(done[s, t], r["site_hours"][s][t])
            for a in p.arcs_of_site[s]:
                row.add_affine_term(staff[a, t], -r["arc_hours"][a])
            model.add_linear_constraint(row, poi.Leq, 0.0)
    # staff_deployment
    for m, own_arcs in p.arcs_of_pair.items():
        for t in weeks:
            used = poi.quicksum(staff[a, t] for a in own_arcs)
            model.add_linear_constraint(used, poi.Leq, r["whole_days"][m][t])
    # hearing_rooms
    for place, heard in p.heard_at.items():
        for t in weeks:
            row = poi.ExprBuilder()
            for h in heard:
                row.add_affine_term(done[r["heard_site"][h], t], r["room_hours"][h][t])
            model.add_linear_constraint(row, poi.Leq, r["rooms"][place][t])
    # interpreters
    for pool, heard in p.tasks_of_pool.items():
        for t in weeks:
            row = poi.ExprBuilder()
            for n in heard:
                row.add_affine_term(finished[n, t], r["pool_share"][pool][n] * r["interpreter_hours"][n][t])
            model.add_linear_constraint(row, poi.Leq, r["pools"][pool][t])
    return model


def hand_over(model: highs.Model) -> highs.Model:
    """HiGHS has it already."""
    return model


def size(model: highs.Model) -> tuple[int, int, None]:
    """Columns and rows as the solver has them; it does not tell its nonzeros."""
    return model.getnumcol(), model.getnumrow(), None


def solve(model: highs.Model, gap: float, seconds: float) -> float:
    """The best value."""
    model.set_raw_parameter("mip_rel_gap", gap)
    model.set_model_attribute(poi.ModelAttribute.TimeLimitSec, seconds)
    model.optimize()
    return float(model.get_model_attribute(poi.ModelAttribute.ObjectiveValue))
