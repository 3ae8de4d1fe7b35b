"""The months of a plan add up to the plan."""

import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Penalty
from planner.domain.weeks import Week
from planner.evaluation.penalties import penalties, penalties_by_week
from planner.evaluation.publication.figures import month_figures, no_show
from planner.evaluation.publication.months import Month, months_of
from planner.evaluation.view import view
from tests.evaluation.build import tiny, varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan


@pytest.fixture(scope="module", params=range(3))
def found(request):
    own = figures(varied())
    return view(own, greedy(own, request.param))


def months(found):
    return [month_figures(found, month, weeks) for month, weeks in months_of(found.weeks).items()]


def test_decisions_of_all_months_are_those_of_the_plan(found):
    decided = sum(cases for own in months(found) for cases in own.decided.values())
    assert decided == pytest.approx(found.flows.decided.sum() / UNIT)


def test_the_ages_of_old_cases_add_up_to_those_that_are_open(found):
    for own, weeks in zip(months(found), months_of(found.weeks).values(), strict=True):
        stock = found.flows.open_by_stream[found.figures.old, weeks[-1]].sum() / UNIT
        assert sum(own.old_stock.values()) == pytest.approx(stock)


def test_what_is_overdue_at_the_end_of_a_month_is_no_more_than_was_ever_missed(found):
    missed = 0.0
    for own in months(found):
        missed += sum(own.due.values()) - sum(own.in_time.values())
        assert sum(own.overdue.values()) <= missed + 1e-6
        assert all(own.in_time[key] <= own.due[key] for key in own.due)


@pytest.mark.parametrize("most", [250.0, 1234.5, 7500.0])
def test_the_penalties_of_all_weeks_are_those_of_the_plan(most):
    own = figures(varied().replace(penalties=(Penalty("judicial", 100.0, most),)))
    found = view(own, greedy(own)).flows
    assert penalties_by_week(found).sum() == pytest.approx(penalties(found))


def test_a_month_by_hand():
    # June 2026 has all four weeks: 20 old cases and 12 new ones are decided; 28 are lodged; the term of 2 weeks ends in
    # it for those of the first weeks, and 8 of the new ones are decided in week 2
    own = figures(tiny())
    found = view(own, hand_plan(own))
    (month,) = months(found)
    assert month.month == Month(2026, 6)
    assert dict(month.decided) == {("old", "syria", "not known"): 20.0, ("new", "4", "not known"): 12.0}
    assert (month.lodged["4",], month.open_new["4",]) == (28.0, 16.0)
    assert sum(month.staff_days.values()) == found.flows.used_days.sum()
    # 20 % of the appointments are missed
    assert no_show(found, [0, 1, 2, 3]) == pytest.approx(0.2)


def test_a_week_counts_for_the_month_of_its_thursday():
    # the Thursday of the week from 28 December 2026 is on the 31st; that of the week before 1 July is on 2 July
    assert Month.of(Week.parse("2026-W53")) == Month(2026, 12)
    assert Month.of(Week.parse("2026-W27")) == Month(2026, 7)
    assert (Month(2026, 12).quarter, Month(2027, 6).half_year) == ("2026-Q4", "2027-H1")


@pytest.mark.parametrize("text", ["2026", "2026-13", "2026-00", "26-12", "2026-1", "december"])
def test_what_is_no_month_is_refused(text):
    with pytest.raises(ValueError, match=text):
        Month.parse(text)
