"""What is published tells of a small cell no more than the interval that its rounded count stands for."""

from dataclasses import fields, replace
from datetime import date
from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.publication import AGE_BANDS, OUTCOMES
from planner.evaluation.publication.disclosure import Rounding
from planner.evaluation.publication.figures import MonthFigures
from planner.evaluation.publication.months import Month
from planner.evaluation.publication.tables import published

MONTHS = [Month(2026, number) for number in (10, 11, 12)]
ON = {month: date(2026, month.number, 28) for month in MONTHS}
COUNTS = st.integers(0, 40).map(float)
OLD = [(category, band) for category in ("syria", "safe") for band in AGE_BANDS]
DECIDED = [(part, group, outcome) for part, group in (("old", "syria"), ("new", "normal")) for outcome in OUTCOMES]
PROCEDURES = [("normal",), ("border",)]


def cells(keys):
    return st.fixed_dictionaries(dict.fromkeys(keys, COUNTS))


def month_of(month):
    by_procedure = {name: cells(PROCEDURES) for name in ("lodged", "open_new", "due", "in_time", "overdue")}
    single = dict.fromkeys(("court_open", "court_late", "penalties"), COUNTS)
    return st.builds(
        MonthFigures,
        month=st.just(month),
        old_stock=cells(OLD),
        decided=cells(DECIDED),
        staff_days=cells([("old",), ("new",)]),
        **by_procedure,
        **single,
    )


def moved(own: MonthFigures, rule: Rounding, choose) -> MonthFigures:
    """The same month with every count moved to another number that is published the same."""

    def other(count, base=rule.base):
        middle = base * ((count + base / 2) // base)
        least = max(0, -(-(middle - base / 2) // 1))
        return float(choose(st.integers(int(least), int(-(-(middle + base / 2) // 1)) - 1)))

    changes = {}
    for field in fields(own):
        value = getattr(own, field.name)
        if isinstance(value, dict):
            changes[field.name] = {key: other(count) for key, count in value.items()}
        elif isinstance(value, float):
            changes[field.name] = other(value, rule.euro if field.name == "penalties" else rule.base)
    return replace(own, **changes)


@given(data=st.data(), base=st.sampled_from([2, 5, 10]))
@settings(max_examples=100, deadline=None)
def test_every_number_that_rounds_to_the_same_gives_the_same_publication(data, base):
    # so that each count may be any number of its interval, whatever the others and all totals say
    rule = Rounding(base)
    exact = {month: data.draw(month_of(month)) for month in MONTHS}
    same = {month: moved(own, rule, data.draw) for month, own in exact.items()}
    for month in MONTHS:
        assert published(exact, ON, month, rule) == published(same, ON, month, rule)


def test_a_total_rounded_on_its_own_would_tell_what_is_in_small_cells():
    # four cells published as 0 are 0, 1 or 2 each; with their total published as 10 (8 to 12) they can only be 2 each
    rule = Rounding(5)
    possible = [cells for cells in product(range(20), repeat=4) if all(rule.count(cell) == 0 for cell in cells)]
    assert [cells for cells in possible if rule.count(sum(cells)) == 10] == [(2, 2, 2, 2)]
    assert len({rule.total(map(rule.count, cells)) for cells in possible}) == 1


def test_counts_go_to_the_nearest_multiple_and_halves_go_up():
    rule = Rounding(5)
    assert [rule.count(exact) for exact in (0, 2.4, 2.5, 7.4, 7.5, 12)] == [0, 0, 5, 5, 10, 10]
    assert (rule.money(1499.0), rule.load(149.0), rule.load(150.0)) == (1000, 100, 200)


def test_a_share_that_would_rest_on_few_cases_is_left_out():
    rule = Rounding(5)
    assert (rule.share(15, 15), rule.share(15, 20), rule.share(25, 20)) == (None, 0.75, 1.0)
