"""The compared model in PuLP: dictionaries of variables, `lpSum` over them."""

from __future__ import annotations

import pulp

from benchmarks.peers.data import Data, plain, recent


def build(d: Data, *, whole: bool) -> pulp.LpProblem:
    """The model, cell by cell."""
    p = plain(d)
    r = p.rows
    weeks, tasks, streams = range(d.weeks), range(d.tasks), range(d.streams)
    own = pulp.LpVariable.dicts
    finished = own("finished", (tasks, weeks), lowBound=0)
    waiting = own("waiting", (tasks, weeks), lowBound=0)
    open_cases = own("open_cases", (streams, weeks), lowBound=0)
    late = own("late", (r["due"], weeks), lowBound=0)
    unheard = own("reaction_late", (r["hear"], weeks), lowBound=0)
    left = own("left", r["old"], lowBound=0)
    staff = own(
        "staff_days",
        (range(len(d.arc_pair)), weeks),
        lowBound=0,
        cat=pulp.LpInteger if whole else pulp.LpContinuous,
    )
    done = own("done", (range(len(d.site_task)), weeks), lowBound=0)

    model = pulp.LpProblem("core", pulp.LpMinimize)
    model += pulp.lpSum(
        [r["open_cost"][k][t] * open_cases[k][t] for k in streams for t in weeks]
        + [r["late_cost"][at][t] * late[k][t] for at, k in enumerate(r["due"]) for t in weeks]
        + [r["reaction_cost"][at][t] * unheard[k][t] for at, k in enumerate(r["hear"]) for t in weeks]
        + [r["left_cost"][at] * left[k] for at, k in enumerate(r["old"])]
    )

    def converted(c: int, t: int) -> list:
        lag = r["conversion_lag"][c]
        return [r["conversion_share"][c] * finished[r["conversion_source"][c]][t - lag]] if t >= lag else []

    # case_balance
    for n in tasks:
        before = r["previous"][n]
        for t in weeks:
            came = [part for c in p.into_task[n] for part in converted(c, t)]
            if before >= 0 and t >= r["lag"][before]:
                came.append(r["stays"][before] * finished[before][t - r["lag"][before]])
            if t > 0:
                came.append(waiting[n][t - 1])
            model += waiting[n][t] + finished[n][t] - pulp.lpSum(came) == r["task_known"][n][t]
    # case_balance_stream
    for k in streams:
        for t in weeks:
            came = [part for c in p.into_stream[k] for part in converted(c, t)]
            if t > 0:
                came.append(open_cases[k][t - 1])
            went = [r["conversion_share"][c] * finished[r["conversion_source"][c]][t] for c in p.out_of_stream[k]]
            went.append(finished[r["final"][k]][t])
            model += open_cases[k][t] + pulp.lpSum(went) - pulp.lpSum(came) == r["stream_known"][k][t]
    # case_balance_places
    for n in tasks:
        for t in weeks:
            model += finished[n][t] - pulp.lpSum(done[s][t] for s in p.sites_of_task[n]) == 0
    # decision_deadline
    for at, k in enumerate(r["due"]):
        for t in weeks:
            entered = [
                r["conversion_share"][c] * finished[n][w]
                for c in p.into_stream[k]
                for n, w in recent(r, c, t, r["due_week"][k])
            ]
            model += open_cases[k][t] - late[k][t] - pulp.lpSum(entered) <= r["not_due"][at][t]
    # lane_reaction
    hearing = r["hearing_stage"]
    for at, k in enumerate(r["hear"]):
        before = [n for n in p.tasks_of_stream[k] if r["stage_of_task"][n] <= hearing]
        for t in weeks:
            parts = [waiting[n][t] for n in before]
            for n in before:
                if r["stage_of_task"][n] < hearing:
                    parts += [r["stays"][n] * finished[n][t - back] for back in range(min(r["lag"][n], t + 1))]
            entered = [
                r["conversion_share"][c] * finished[n][w]
                for c in p.into_stream[k]
                if r["stage_of_task"][r["conversion_target"][c]] <= hearing
                for n, w in recent(r, c, t, r["hear_week"][k])
            ]
            model += pulp.lpSum(parts) - unheard[k][t] - pulp.lpSum(entered) <= r["not_due_to_hear"][at][t]
    # clearance
    for k in r["old"]:
        model += left[k] - open_cases[k][r["clearance"]] == 0
    # programme_start
    for i, stage in enumerate(r["pace_stage"]):
        slow = [n for k in r["old"] for n in p.tasks_of_stream[k] if r["stage_of_task"][n] == stage]
        for j, t in enumerate(r["pace_week"]):
            model += pulp.lpSum(finished[n][t] for n in slow) <= r["pace"][i][j]
    # processing_capacity
    for s in range(len(d.site_task)):
        for t in weeks:
            supplied = pulp.lpSum(r["arc_hours"][a] * staff[a][t] for a in p.arcs_of_site[s])
            model += r["site_hours"][s][t] * done[s][t] - supplied <= 0
    # staff_deployment
    for m, own_arcs in p.arcs_of_pair.items():
        for t in weeks:
            model += pulp.lpSum(staff[a][t] for a in own_arcs) <= r["whole_days"][m][t]
    # hearing_rooms
    for place, heard in p.heard_at.items():
        for t in weeks:
            used = pulp.lpSum(r["room_hours"][h][t] * done[r["heard_site"][h]][t] for h in heard)
            model += used <= r["rooms"][place][t]
    # interpreters
    for pool, heard in p.tasks_of_pool.items():
        for t in weeks:
            used = pulp.lpSum(r["pool_share"][pool][n] * r["interpreter_hours"][n][t] * finished[n][t] for n in heard)
            model += used <= r["pools"][pool][t]
    return model


def hand_over(model: pulp.LpProblem) -> pulp.LpProblem:
    """Gives it to HiGHS in memory, through highspy."""
    solver = pulp.HiGHS(msg=False)
    solver.createAndConfigureSolver(model)
    solver.buildSolverModel(model)
    return model


def size(model: pulp.LpProblem) -> tuple[int, int, int]:
    """Columns, rows and nonzeros as the solver has them."""
    highs = model.solverModel
    return highs.getNumCol(), highs.getNumRow(), highs.getNumNz()


def solve(model: pulp.LpProblem, gap: float, seconds: float) -> float:
    """The best value."""
    model.solve(pulp.HiGHS(msg=False, gapRel=gap, timeLimit=seconds))
    return float(pulp.value(model.objective))
