"""Mondays summed up, and a policy in which no change counts."""

from benchmarks.mondays import restless, summed_up
from planner.domain.policy import SHIPPED, for_replanning


def monday(previous: str | None, seconds: float, moved: float, adds_up: bool = True) -> dict[str, object]:
    return {
        "exit": 0,
        "run": "runs/x",
        "seconds": {"total": seconds},
        "audit": {"violations": 0, "findings": []},
        "levels": [{"name": "waiting", "value": 10 * seconds}],
        "weekly": {"previous": previous, "frozen_days_changed": 2, "share_moved": moved, "corrections": []},
        "adds_up": adds_up,
    }


def test_the_first_plan_is_no_monday_and_the_others_are_summed_up():
    own = summed_up([monday(None, 9.0, 0.0), monday("a", 2.0, 0.1), monday("b", 4.0, 0.3, adds_up=False)])
    assert (own["mondays"], own["seconds"], own["seconds_most"]) == (2, 3.0, 4.0)
    assert (own["frozen_days_changed"], own["share_moved"], own["splits_that_add_up"]) == (4, 0.2, 1)
    assert own["mean_values"] == {"waiting": 30.0}


def test_where_there_is_no_plan_there_is_an_error():
    assert summed_up([{"exit": 4, "error": "no plan was found"}]) == {"error": "no plan was found"}


def test_in_a_restless_policy_changes_count_for_nothing_and_it_is_left_so():
    own = restless(SHIPPED)
    assert for_replanning(own) is own
    assert {term.name: term.weight for term in own.levels[-1].terms}["plan_changed"] == 0
