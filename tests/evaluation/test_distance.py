from planner.domain.run_table import RunTable, columns_of
from planner.evaluation.distance import distances


def run(staff=(), team=(), cases=(), intakes=()):
    tables = {"staff": staff, "team_staff": team, "cases": cases, "intakes": intakes}
    return {name: RunTable(name, columns_of(name), tuple(rows)) for name, rows in tables.items()}


def day(week, days, place="north"):
    return (week, place, "officers", "old", "decision", days)


def test_a_plan_is_at_no_distance_from_itself():
    one = run(staff=[day("2026-W24", "5")])
    assert set(distances(one, one).values()) == {0.0}


def test_the_distance_is_the_share_that_is_placed_otherwise():
    # 6 and 4 staff-days against 6 and 4 a week later: 8 of 20 are not the same
    one = run(staff=[day("2026-W24", "6"), day("2026-W25", "4")])
    other = run(staff=[day("2026-W24", "6"), day("2026-W26", "4")])
    assert distances(one, other)["staff-days placed otherwise"] == 0.4


def test_plans_with_nothing_in_common_are_at_distance_one():
    one, other = run(staff=[day("2026-W24", "5")]), run(staff=[day("2026-W24", "5", "south")])
    assert distances(one, other)["staff-days placed otherwise"] == 1.0


def test_work_in_a_team_is_not_the_same_as_outside_it():
    one = run(staff=[day("2026-W24", "5")])
    other = run(team=[("2026-W24", "north", "officers", "old", "decision", "5")])
    assert distances(one, other)["staff-days placed otherwise"] == 1.0
