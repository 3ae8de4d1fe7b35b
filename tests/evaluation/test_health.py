"""The state in which the plan written by hand ends."""

from dataclasses import replace

import pytest

from planner.cli.verdict import aftermath
from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.policy import SHIPPED
from planner.evaluation.flows import flows
from planner.evaluation.health import health
from planner.evaluation.tables import run_tables
from tests.evaluation.build import tiny
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan


def test_open_cases_are_held_against_inflow_times_term(tiny_figures, tiny_plan):
    # new: 7 a week, 2 weeks: 14; open 28 - 12 = 16, all unheard but those heard 12 - 12
    state = health(flows(tiny_figures, tiny_plan))
    assert (state.waiting / UNIT).tolist() == [[0, 0, 0], [0, 16, 0]]
    assert state.inflow.tolist() == [0, 7]
    assert (state.most / UNIT).tolist() == [0, 14]
    assert (state.above / UNIT).tolist() == [0, 2]
    assert state.oldest.tolist() == [0, 3]  # 14 came in during the last two weeks


def test_the_least_is_what_lags_keep_open():
    # a lag of 2 weeks after the hearing: 7 a week x 2
    instance = tiny()
    work = tuple(
        replace(row, lag_weeks=2) if (row.stream, row.stage) == ("new", "hearing") else row for row in instance.work
    )
    own = figures(instance.replace(work=work))
    state = health(flows(own, greedy(own)))
    assert (state.least / UNIT).tolist() == [0, 14]


def test_what_is_on_its_way_counts_for_the_stage_it_goes_to(varied_figures):
    found = flows(varied_figures, greedy(varied_figures))
    state = health(found)
    assert state.waiting.sum(axis=1).tolist() == found.open_by_stream[:, -1].tolist()
    assert found.between[:, -1].any()


def test_a_stream_with_inflow_and_without_a_term_has_no_most():
    instance = tiny()
    own = figures(instance.replace(streams=(instance.streams[0], replace(instance.streams[1], term=None))))
    state = health(flows(own, hand_plan(own)))
    assert (state.most[1], state.above[1]) == (-1, 0)


def test_the_verdict_says_when_what_follows_is_starved(tiny_figures, tiny_plan):
    table = run_tables(tiny_figures, SHIPPED, tiny_plan, [])["health"]
    rows = [dict(zip(table.columns, row, strict=True)) for row in table.rows]
    assert rows[1] == {
        "stream": "new",
        "open": "16",
        "preparation": "0",
        "hearing": "16",
        "decision": "0",
        "oldest_weeks": "3",
        "inflow_per_week": "7.0",
        "least": "0",
        "most": "14",
        "above": "2",
    }
    assert aftermath(rows) == (
        "What follows is starved: when the plan ends 2 more cases are open than come in within their legal terms, most "
        "of them in new."
    )
    assert aftermath(rows[:1]) == ""


@pytest.mark.parametrize("seed", range(3))
def test_no_open_case_is_older_than_its_stream(varied_figures, seed):
    state = health(flows(varied_figures, greedy(varied_figures, seed)))
    assert (state.oldest <= len(varied_figures.weeks)).all()
    assert ((state.oldest > 0) == (state.waiting.sum(axis=1) > 0)).all()
