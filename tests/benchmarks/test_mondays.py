"""Mondays: kept once they are there, beside each other on the same actuals, and told of as far as the year has come."""

import json

import pytest

import benchmarks.mondays as module
from benchmarks.cases import Folder, Limits, cases
from benchmarks.mondays import Year, cost_of_calm, restless
from benchmarks.report import write
from planner.domain.policy import SHIPPED, for_replanning
from planner.evaluation.levels import LevelValue


def line(case: str, moved: float, **more: object) -> dict[str, object]:
    common = {"repeat": 0, "commit": "c", "sitting": "s", "at": "2026-11-26T12:00:00Z", "seconds": 2.0}
    own = {"process_cpu": 1.5, "findings": 0, "frozen_days_changed": 0, "share_moved": moved}
    return {"case": case, **common, **own, **more}


def test_in_a_restless_policy_changes_count_for_nothing_and_it_is_left_so():
    own = restless(SHIPPED)
    assert for_replanning(own) is own
    assert {term.name: term.weight for term in own.levels[-1].terms}["plan_changed"] == 0


def test_what_calm_costs_is_held_against_the_value_or_the_floor():
    # 11 beside 10; 3 beside 1 with a floor of 5
    calm = {"one": LevelValue(11, 0, 11, 5), "two": LevelValue(3, 0, 3, 5)}
    other = {"one": LevelValue(10, 0, 10, 5), "two": LevelValue(1, 0, 1, 5)}
    assert cost_of_calm(calm, other) == {"one": 0.1, "two": 0.4}


def test_ways_of_a_monday_come_behind_each_other_and_a_year_can_be_cut(tmp_path):
    names = [case.name for case in cases("mondays", Folder(tmp_path), Limits(mondays=5))]
    assert [name for name in names if "ind-2026" in name] == [
        "calm:ind-2026:00",
        *("calm:ind-2026:01", "restless:ind-2026:01", "nothing:ind-2026:01"),
        *("calm:ind-2026:02", "calm:ind-2026:03", "calm:ind-2026:04"),
        *("calm:ind-2026:05", "restless:ind-2026:05"),
        *(f"why:ind-2026:0{number}" for number in range(1, 6)),
    ]
    assert sum("calm:ind-2026" in case.name for case in cases("mondays", Folder(tmp_path), Limits())) == 53


@pytest.fixture
def year(tmp_path, monkeypatch) -> Year:
    monkeypatch.setattr(module, "PLACE", tmp_path)
    return Year(lambda: tmp_path, "tiny", "abc", (0.005, 60.0))


def test_what_is_there_is_not_made_again_and_without_a_plan_the_sitting_ends(year):
    made = []

    def make():
        made.append(1)
        return {"run": "runs/x", "seconds": {"total": 3.0}}

    assert year._kept("calm", 1, make)["run"] == "runs/x"
    assert year._kept("calm", 1, make)["run"] == "runs/x"
    assert made == [1]
    with pytest.raises(SystemExit, match="no plan on Monday 2"):
        year._kept("calm", 2, lambda: {"exit": 4, "error": "none was found"})
    assert not (year.place / "calm-02.json").exists()
    with pytest.raises(SystemExit, match="comes first"):
        year._made("calm", 2)


def test_a_run_that_was_published_before_its_line_was_kept_has_the_seconds_of_its_manifest(year):
    found = year._kept("calm", 1, lambda: {"run": "r", "already": True, "seconds": {"total": 3.0}, "process_cpu": 0.1})
    assert (found["wall"], found["process_cpu"]) == (3.0, None)


def test_the_page_says_how_calm_the_plans_are_what_that_costs_and_how_far_the_year_has_come(tmp_path):
    lines = [
        line("calm:ind-2026:00", 0.0),
        line("calm:ind-2026:01", 0.01),
        line("calm:ind-2026:02", 0.03),
        *({"case": f"why:ind-2026:0{number}", "commit": "c", "adds_up": True, "seconds": 9.0} for number in (1, 2)),
        line("restless:ind-2026:01", 0.2, cost_of_calm={"waiting": 0.001}),
    ]
    (tmp_path / "mondays.jsonl").write_text("".join(json.dumps(own) + "\n" for own in lines))
    killed = line("tiny:01", 0.0, kills=10, half_runs=0, lost_runs=0, recovered=True)
    (tmp_path / "kills.jsonl").write_text(json.dumps(killed) + "\n")
    page = write(tmp_path)
    assert "the first 2 of 52 Mondays" in page
    assert "| calm:ind-2026 | 2 | 2.0 (2.0) | 1.5 | 0 | 0 | 2.00% | 2 of 2 add up |" in page
    assert "| restless:ind-2026 | 0.05 | 0.10% (0.10%) |" in page
    assert "10 weekly runs killed at random moments: 0 runs lost, 0 half there" in page
