"""What is asked stands beside what the lines say."""

from collections import defaultdict

import pytest

from benchmarks.bars import bars
from benchmarks.record import Line


def page(**parts: list[Line]) -> dict[str, str]:
    """What was found, by figure."""
    rows = [row.split(" | ") for row in bars(defaultdict(list, parts)) if row.startswith("| ")]
    return {row[0].removeprefix("| "): row[3] for row in rows[1:]}


def solved(case: str, **more: object) -> Line:
    levels = [{"name": "pact_on_time", "unit": "case-weeks"}, {"name": "waiting", "unit": "euro"}]
    # 5 late of a floor of 10 is 50 %; 110 over 99 is 10 % of 110
    series = [[50.0, [[5.0, 0.0], [110.0, 99.0]]], [130.0, [[0.0, 0.0], [110.0, 99.0]]], [700.0, [[0, 0], [100, 100]]]]
    own = {"first_plan_seconds": 50.0, "phases": {"audit": 1.26}, "levels": levels, "series": series}
    return {"case": case, "sitting": "s", "at": "2026-11-27", "seconds": 140.0} | own | more


def test_without_lines_nothing_was_found():
    assert set(page().values()) == {""}


def test_of_the_country_every_run_of_the_part_counts_that_ran_it_last():
    old, runs = (
        solved("planner:ind-2026", first_plan_seconds=99.0, at="2026-11-01"),
        [solved("planner:ind-2026", first_plan_seconds=seconds) for seconds in (50.0, 70.0)],
    )
    for parts in ({"instances": runs, "peers": [old]}, {"instances": [old], "peers": runs}):
        found = page(**parts)
        assert found["national instance: first audited plan"] == "60 s (50 to 70, 2 runs)"
        assert found["audit of a national plan"] == "1.3 s (1.3 to 1.3, 2 runs)"


def test_a_gap_is_that_of_the_last_plan_by_then():
    found = page(instances=[solved("planner:ind-2026")])
    assert found["proven gap of every level after 2 minutes"].startswith("50.0 % up to `waiting`")
    assert found["proven gap of every level after 10 minutes"].startswith("10.0 % up to `waiting`")
    late = page(instances=[solved("planner:ind-2026", series=[])])
    assert late["proven gap of every level after 2 minutes"].startswith("100.0 % up to `waiting`")


@pytest.mark.parametrize(("time", "said"), [(None, "highs not after 900 s"), (812.0, "highs 812 s")])
def test_a_solver_comes_within_one_percent_or_does_not(time, said):
    line = {"case": "highs:ind-2026", "sitting": "s", "seconds": 900.1, "seconds_to": {"0.01": time}}
    figure = "time to a proven 1 %, against the whole model in a general solver (15 minutes each)"
    assert page(peers=[line])[figure] == said
    if time is None:
        assert (
            page(peers=[line | {"ended": "infeasible: in presolve"}])[figure] == "highs none (infeasible: in presolve)"
        )


def test_building_is_told_as_times_the_planners_own_of_the_same_sitting():
    def built(way: str, sitting: str, cpu: float) -> Line:
        return {"case": f"{way}:L:relaxed", "sitting": sitting, "cpu": cpu, "added_mib": 10 * cpu}

    lines = [built("planner-highspy", "a", 1.0), built("linopy", "a", 8.0), built("linopy", "b", 99.0)]
    found = page(build=lines)
    assert found["building and handing over, against linopy, PyOptInterface, PuLP, Pyomo"] == "linopy 8.0 times"
    assert found["memory added by building, against linopy"] == "linopy 8.0 times"


def test_a_small_change_and_twice_the_locations_are_told_by_cpu_seconds():
    resolve = [{"case": f"{way}:S:more", "sitting": "a", "cpu": cpu} for way, cpu in (("cold", 12.0), ("warm", 3.0))]
    growth = [{"case": f"planner:locations={n}", "sitting": "a", "cpu": cpu} for n, cpu in ((2, 4.0), (4, 9.0))]
    found = page(resolve=resolve, growth=growth)
    assert found["solved again after a small change, against cold"] == "S:more 4.0 times less CPU"
    assert found["twice the locations"] == "2 to 4: 2.2 times the CPU time"


def test_the_very_large_instance_is_told_with_its_memory():
    line = solved("planner:40x60x260", gap=0.05, peak_mib=9000.0, seconds=3000.0)
    assert page(growth=[line])["40 locations × 60 streams × 260 weeks"] == "5.0% after 3000 s, 9000 MiB"
