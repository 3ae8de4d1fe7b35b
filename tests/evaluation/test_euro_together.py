"""Levels in euro together, on rows of the table of levels."""

from planner.evaluation.euro_together import euro_together


def level(name, unit, value, bound, floor):
    return {"name": name, "unit": unit, "value": value, "bound": bound, "floor": floor, "gap": ""}


CASES = level("old_cleared", "cases", "40", "10", "5")
WAITING = level("waiting", "euro", "90", "80", "20")
CALM = level("staffing_and_calm", "euro", "10", "2.5", "1")


def test_the_gap_of_all_levels_in_euro_is_that_of_their_sums():
    """90 + 10 = 100 where 80 + 2.5 = 82.5 is proven: 17.5 of 100, though that of the last alone is 7.5 of 10."""
    (found,) = euro_together([CASES, WAITING, CALM])
    assert found == {
        "name": "all_in_euro", "unit": "euro", "value": "100.0", "bound": "82.5", "floor": "21.0", "gap": "0.175",
    }  # fmt: skip


def test_where_the_sum_of_the_values_is_small_the_floors_are_what_it_is_measured_against():
    """2 + 1 = 3 where 0 + 0 is proven, against 20 + 10 = 30."""
    rows = [level("waiting", "euro", "2", "0", "20"), level("staffing_and_calm", "euro", "1", "0", "10")]
    assert euro_together(rows)[0]["gap"] == "0.1"


def test_a_level_without_a_bound_leaves_the_sum_without_one():
    (found,) = euro_together([WAITING, level("staffing_and_calm", "euro", "10", "", "1")])
    assert (found["value"], found["bound"], found["gap"]) == ("100.0", "", "")


def test_one_level_in_euro_is_together_with_nothing():
    assert euro_together([CASES, WAITING]) == []
