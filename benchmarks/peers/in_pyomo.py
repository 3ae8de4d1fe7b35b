"""The compared model in Pyomo: indexed variables and constraint rules."""

from __future__ import annotations

import tempfile
from pathlib import Path

import highspy
import pyomo.environ as pyo
from pyomo.contrib.appsi.solvers import Highs

from benchmarks.peers.data import Data, plain, recent


def build(d: Data, *, whole: bool) -> pyo.ConcreteModel:
    """The model, rule by rule."""
    p = plain(d)
    r = p.rows
    m = pyo.ConcreteModel("core")
    m.T, m.N, m.K = pyo.RangeSet(0, d.weeks - 1), pyo.RangeSet(0, d.tasks - 1), pyo.RangeSet(0, d.streams - 1)
    m.A, m.S = pyo.RangeSet(0, len(d.arc_pair) - 1), pyo.RangeSet(0, len(d.site_task) - 1)
    m.Due, m.Hear, m.Old = pyo.Set(initialize=r["due"]), pyo.Set(initialize=r["hear"]), pyo.Set(initialize=r["old"])
    due = {k: at for at, k in enumerate(r["due"])}
    hear = {k: at for at, k in enumerate(r["hear"])}
    old = {k: at for at, k in enumerate(r["old"])}
    hearing = r["hearing_stage"]

    m.finished = pyo.Var(m.N, m.T, domain=pyo.NonNegativeReals)
    m.waiting = pyo.Var(m.N, m.T, domain=pyo.NonNegativeReals)
    m.open_cases = pyo.Var(m.K, m.T, domain=pyo.NonNegativeReals)
    m.late = pyo.Var(m.Due, m.T, domain=pyo.NonNegativeReals)
    m.reaction_late = pyo.Var(m.Hear, m.T, domain=pyo.NonNegativeReals)
    m.left = pyo.Var(m.Old, domain=pyo.NonNegativeReals)
    m.staff_days = pyo.Var(m.A, m.T, domain=pyo.NonNegativeIntegers if whole else pyo.NonNegativeReals)
    m.done = pyo.Var(m.S, m.T, domain=pyo.NonNegativeReals)

    m.cost = pyo.Objective(
        expr=sum(r["open_cost"][k][t] * m.open_cases[k, t] for k in m.K for t in m.T)
        + sum(r["late_cost"][due[k]][t] * m.late[k, t] for k in m.Due for t in m.T)
        + sum(r["reaction_cost"][hear[k]][t] * m.reaction_late[k, t] for k in m.Hear for t in m.T)
        + sum(r["left_cost"][old[k]] * m.left[k] for k in m.Old)
    )

    def converted(conversions: list[int], t: int):
        return sum(
            r["conversion_share"][c] * m.finished[r["conversion_source"][c], t - r["conversion_lag"][c]]
            for c in conversions
            if t >= r["conversion_lag"][c]
        )

    def balance(m, n, t):
        came = converted(p.into_task[n], t)
        before = r["previous"][n]
        if before >= 0 and t >= r["lag"][before]:
            came += r["stays"][before] * m.finished[before, t - r["lag"][before]]
        if t > 0:
            came += m.waiting[n, t - 1]
        return m.waiting[n, t] + m.finished[n, t] - came == r["task_known"][n][t]

    def stream_balance(m, k, t):
        came = converted(p.into_stream[k], t)
        if t > 0:
            came += m.open_cases[k, t - 1]
        went = m.finished[r["final"][k], t] + sum(
            r["conversion_share"][c] * m.finished[r["conversion_source"][c], t] for c in p.out_of_stream[k]
        )
        return m.open_cases[k, t] + went - came == r["stream_known"][k][t]

    def entered(conversions: list[int], t: int, due_week: list[int]):
        return sum(
            r["conversion_share"][c] * m.finished[n, w] for c in conversions for n, w in recent(r, c, t, due_week)
        )

    def deadline(m, k, t):
        own = entered(p.into_stream[k], t, r["due_week"][k])
        return m.open_cases[k, t] - m.late[k, t] - own <= r["not_due"][due[k]][t]

    def reaction(m, k, t):
        before = [n for n in p.tasks_of_stream[k] if r["stage_of_task"][n] <= hearing]
        unheard = sum(m.waiting[n, t] for n in before) + sum(
            r["stays"][n] * m.finished[n, t - back]
            for n in before
            if r["stage_of_task"][n] < hearing
            for back in range(min(r["lag"][n], t + 1))
        )
        into = [c for c in p.into_stream[k] if r["stage_of_task"][r["conversion_target"][c]] <= hearing]
        own = entered(into, t, r["hear_week"][k])
        return unheard - m.reaction_late[k, t] - own <= r["not_due_to_hear"][hear[k]][t]

    def pace(m, i, j):
        slow = [n for k in r["old"] for n in p.tasks_of_stream[k] if r["stage_of_task"][n] == r["pace_stage"][i]]
        if not slow:
            return pyo.Constraint.Skip
        return sum(m.finished[n, r["pace_week"][j]] for n in slow) <= r["pace"][i][j]

    def capacity(m, s, t):
        supplied = sum(r["arc_hours"][a] * m.staff_days[a, t] for a in p.arcs_of_site[s])
        return r["site_hours"][s][t] * m.done[s, t] - supplied <= 0

    def rooms(m, place, t):
        used = sum(r["room_hours"][h][t] * m.done[r["heard_site"][h], t] for h in p.heard_at[place])
        return used <= r["rooms"][place][t]

    def interpreters(m, pool, t):
        heard = p.tasks_of_pool[pool]
        used = sum(r["pool_share"][pool][n] * r["interpreter_hours"][n][t] * m.finished[n, t] for n in heard)
        return used <= r["pools"][pool][t]

    m.case_balance = pyo.Constraint(m.N, m.T, rule=balance)
    m.case_balance_stream = pyo.Constraint(m.K, m.T, rule=stream_balance)
    m.case_balance_places = pyo.Constraint(
        m.N, m.T, rule=lambda m, n, t: m.finished[n, t] - sum(m.done[s, t] for s in p.sites_of_task[n]) == 0
    )
    m.decision_deadline = pyo.Constraint(m.Due, m.T, rule=deadline)
    m.lane_reaction = pyo.Constraint(m.Hear, m.T, rule=reaction)
    m.clearance = pyo.Constraint(m.Old, rule=lambda m, k: m.left[k] - m.open_cases[k, r["clearance"]] == 0)
    m.programme_start = pyo.Constraint(range(len(d.pace_stage)), range(len(d.pace_week)), rule=pace)
    m.processing_capacity = pyo.Constraint(m.S, m.T, rule=capacity)
    m.staff_deployment = pyo.Constraint(
        list(p.arcs_of_pair),
        m.T,
        rule=lambda m, pair, t: sum(m.staff_days[a, t] for a in p.arcs_of_pair[pair]) <= r["whole_days"][pair][t],
    )
    m.hearing_rooms = pyo.Constraint(list(p.heard_at), m.T, rule=rooms)
    m.interpreters = pyo.Constraint([pool for pool, heard in p.tasks_of_pool.items() if heard], m.T, rule=interpreters)
    return m


def hand_over(model: pyo.ConcreteModel) -> Highs:
    """Gives it to HiGHS in memory, through appsi."""
    solver = Highs()
    solver.set_instance(model)
    return solver


def hand_over_by_file(model: pyo.ConcreteModel) -> highspy.Highs:
    """Writes an LP file and lets HiGHS read it."""
    solver = highspy.Highs()
    solver.setOptionValue("output_flag", False)
    with tempfile.TemporaryDirectory() as folder:
        path = str(Path(folder) / "model.lp")
        model.write(path)
        solver.readModel(path)
    return solver


def size(solver: Highs | highspy.Highs) -> tuple[int, int, int]:
    """Columns, rows and nonzeros as the solver has them."""
    highs = solver if isinstance(solver, highspy.Highs) else solver._solver_model
    return highs.getNumCol(), highs.getNumRow(), highs.getNumNz()


def solve(model: pyo.ConcreteModel, gap: float, seconds: float) -> float:
    """The best value."""
    solver = Highs()
    solver.config.time_limit = seconds
    solver.config.mip_gap = gap
    solver.solve(model)
    return float(pyo.value(model.cost))
