"""What got slower is told by ratios inside a sitting."""

import pytest

from benchmarks.ratios import disagreements, held_against, latest, ratios, slower

OURS, LIBRARY = "planner-mathopt:M:whole", "linopy:M:whole"


def line(case, cpu, sitting="s", commit="a", **more):
    return {"case": case, "sitting": sitting, "commit": commit, "cpu": cpu, **more}


def sitting(ours, library, name="s", **more):
    return [line(OURS, ours, name, **more), line(LIBRARY, library, name, **more)]


@pytest.mark.parametrize(
    ("case", "against"),
    [
        ("planner-mathopt:L:whole", "linopy:L:whole"),
        ("planner:ind-2026:inflow-20", "reference"),
        ("warm:M", "reference"),
        ("linopy:L:whole", None),
        ("optimum:linopy:tiny:whole", None),
        ("reference", None),
    ],
)
def test_building_is_held_against_a_library_and_solving_against_the_machine(case, against):
    assert held_against(case) == against


def test_a_ratio_is_of_medians():
    lines = [line(OURS, cpu) for cpu in (1, 2, 9)] + [line(LIBRARY, cpu) for cpu in (4, 4, 5)]
    assert ratios(lines)[OURS, "cpu"].times == 2 / 4


def test_a_ratio_is_never_taken_over_two_sittings():
    lines = [line(OURS, 1.0, "one"), line(LIBRARY, 2.0, "two")]
    assert ratios(lines) == {}


def test_a_busier_machine_makes_nothing_slower():
    assert list(slower(sitting(1.0, 2.0), sitting(3.0, 6.0))) == []


def test_a_higher_ratio_is_told_with_both_ratios():
    found = list(slower(sitting(1.0, 2.0), sitting(2.0, 2.0)))
    assert found == [f"{OURS}: cpu 2, 1 times that of {LIBRARY}, was 0.5"]


def test_a_difference_that_is_noise_is_not_told():
    """0.01 s became 0.04 s, four times as much; but 0.03 s say nothing."""
    assert list(slower(sitting(0.01, 1.0), sitting(0.04, 1.0))) == []


def test_memory_of_a_solve_is_held_against_nothing():
    before = [line("planner:M", 10.0, peak_mib=300.0), line("reference", 1.0)]
    now = [line("planner:M", 10.0, peak_mib=600.0), line("reference", 1.0)]
    assert list(slower(before, before)) == []
    assert list(slower(before, now)) == ["planner:M: peak_mib 600, was 300"]


def test_a_wider_gap_counts_as_slower():
    before, now = ([line("planner:M", 10.0, gap=gap), line("reference", 1.0)] for gap in (0.01, 0.02))
    assert list(slower(before, now)) == ["planner:M: gap 0.02, was 0.01"]


def test_a_failed_measurement_counts_for_nothing():
    assert ratios([line(OURS, 1.0, error="no memory"), line(LIBRARY, 2.0)]) == {}


def test_results_of_an_earlier_commit_are_left_aside():
    old, new = sitting(1.0, 2.0, commit="a"), sitting(1.5, 2.0, "t", commit="b")
    assert latest([*old, *new]) == new


def test_libraries_with_another_optimum_are_named():
    values = {"linopy": 100.0, "pulp": 100.00001, "pyomo": 100.1}
    lines = [line(f"optimum:{way}:tiny:whole", 1.0, value=value) for way, value in values.items()]
    assert list(disagreements(lines[:2])) == []
    assert list(disagreements(lines)) == ["tiny:whole: linopy 100.0, pulp 100.00001, pyomo 100.1"]
