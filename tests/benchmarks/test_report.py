"""The page and the picture are made from the lines."""

import json

from benchmarks.report import write

BUILT = {"hand_over_cpu": 0.2, "added_mib": 10.0, "columns": 5, "rows": 4, "nonzeros": 9}


def _write(folder, part, *lines):
    shared = {"repeat": 0, "commit": "a", "sitting": "s", "load": 0.1}
    text = "".join(json.dumps(shared | line) + "\n" for line in lines)
    (folder / f"{part}.jsonl").write_text(text)


def _solve(case, to_1_percent):
    seconds_to = dict.fromkeys(("0.05", "0.02", "0.01", "0.005", "0.001"), to_1_percent)
    found = {"first_plan_seconds": 1.0, "seconds_to": seconds_to, "levels": [{"gap": 0.004}, {"gap": None}]}
    return {"case": case, "seconds": 9.0, "peak_mib": 100.0} | found


def test_building_is_shown_as_times_the_planners_own(tmp_path):
    ours, theirs = {"case": "planner-mathopt:S:whole", "cpu": 0.5}, {"case": "pulp:S:whole", "cpu": 4.0}
    _write(tmp_path, "build", ours | BUILT, theirs | BUILT)
    assert "| pulp | 4.000 (4.000 to 4.000) | 0.200 | 10 | 8.00 |  |" in write(tmp_path)


def test_libraries_that_do_not_agree_are_shown(tmp_path):
    lines = [{"case": f"optimum:{way}:tiny:whole", "value": value} for way, value in (("pulp", 1.0), ("pyomo", 2.0))]
    _write(tmp_path, "peers", *lines)
    assert "| tiny:whole | pulp, pyomo | 1.000000 | no |" in write(tmp_path)


def test_levels_up_to_the_first_in_euro_have_times_of_their_own(tmp_path):
    # The first level comes within 1 % of its floor of 10 after 4 s, the one in euro within 1 % after 6, the last never.
    levels = [
        {"name": "pact_on_time", "unit": "case-weeks", "value": 0.1, "bound": 0.0, "gap": 0.01},
        {"name": "waiting", "unit": "euro", "value": 101.0, "bound": 100.0, "gap": 1 / 101},
        {"name": "staffing_and_calm", "unit": "euro", "value": 9.0, "bound": 0.0, "gap": 1.0},
    ]
    series = [[4.0, [[0.1, 0.0], [110.0, 100.0], [9.0, 0.0]]], [6.0, [[0.1, 0.0], [101.0, 100.0], [9.0, 0.0]]]]
    never = dict.fromkeys(("0.05", "0.02", "0.01", "0.005", "0.001"))
    line = _solve("planner:S", 2.0) | {"levels": levels, "series": series, "seconds_to": never}
    _write(tmp_path, "peers", line)
    assert "| planner:S | 1.0 |  |  |  |  | 100.00% | 6.0 | 6.0 | 6.0 | 1.00% | 9.0 |" in write(tmp_path)


def test_a_solve_is_a_row_and_a_line_of_the_picture(tmp_path):
    _write(
        tmp_path, "peers", _solve("planner:S", 2.0), _solve("highs:S", 8.0), {"case": "scip:S", "error": "no memory"}
    )
    page = write(tmp_path)
    assert "| planner:S | 1.0 | 2.0 | 2.0 | 2.0 | 2.0 | 0.40% |  |  |  |  | 9.0 | 100 | 0.1 |" in page
    assert "| scip:S | no memory |" in page
    assert "planner: 100%" in (tmp_path / "profile.svg").read_text()
    assert (tmp_path / "RESULTS.md").read_text() == page


def test_a_solve_from_the_run_before_stands_against_the_cold_one_of_its_sitting(tmp_path):
    cold, warm = {"case": "cold:S:less", "cpu": 20.0, "gap": 0.02}, {"case": "warm:S:less", "cpu": 4.0, "gap": 0.01}
    _write(tmp_path, "resolve", cold, warm, {"case": "warm:S:more", "cpu": 4.0, "gap": 0.01})
    page = write(tmp_path)
    assert "| S:less | 20.0 | 2.00% | 4.0 | 1.00% | 5.0 |" in page
    assert "S:more" not in page


def test_without_results_there_is_a_page_all_the_same(tmp_path):
    assert write(tmp_path).startswith("# Results")


def _of_levels(case, late, waiting, bound, met):
    levels = [
        {"name": "pact_on_time", "unit": "case-weeks", "value": late, "bound": bound, "gap": 0.5},
        {"name": "waiting", "unit": "euro", "value": waiting, "bound": 0.0, "gap": 0.01},
    ]
    return _solve(case, 2.0) | {"levels": levels, "targets": {"old_cleared": met}}


def test_a_scenario_stands_beside_the_base_and_so_do_yardsticks(tmp_path):
    _write(
        tmp_path,
        "instances",
        _of_levels("planner:land", 0.0, 10e6, 0.0, True),
        _of_levels("planner:land:more", 4.0, 12.5e6, 3.0, False),
        _of_levels("rule-fifo:land", 9.0, 30e6, 0.0, False),
        _of_levels("planner:lander", 1.0, 1e6, 0.0, True),
    )
    page = write(tmp_path)
    assert "| base | 0.0 | 10.0, 1.0% | none | 9 |" in page
    assert "| more | 4.0 (3.0) | 12.5, +2.5, 1.0% | old_cleared | 9 |" in page
    assert "| rule-fifo | 9.0 | 30.0, +20.0 | old_cleared |" in page
    assert "does: lander" not in page
