"""Figures of small instances by hand."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import (
    Conversion,
    Eligibility,
    Group,
    Guarantee,
    HoursChange,
    Location,
    OrdinaryPace,
    Place,
    Productivity,
    Staff,
    Stock,
    Withdrawal,
)
from tests.evaluation.build import MONDAY, tiny, varied


def changed_header(**changes):
    instance = tiny()
    return instance.replace(header=replace(instance.header, **changes))


def test_tasks_are_the_stages_of_each_stream_in_order():
    own = figures(tiny())
    assert own.task_names == (("old", "preparation"), ("old", "decision"), ("new", "hearing"), ("new", "decision"))
    assert (own.entry.tolist(), own.final.tolist()) == ([0, 2], [1, 3])
    assert own.following.tolist() == [1, -1, 3, -1]
    assert own.lag.tolist() == [1, 0, 0, 0]
    assert own.hearing_tasks.tolist() == [2]


def test_the_order_of_the_work_rows_does_not_matter():
    instance = tiny()
    assert figures(instance.replace(work=instance.work[::-1])).task_names == figures(instance).task_names


def test_hours_hold_no_show_and_the_factor():
    own = figures(changed_header(hours_factor=1.5))
    assert own.hours[:, 0].tolist() == [3, 6, 15, 6]  # 2, 4, 8 / 0.8 and 4, times 1.5
    assert own.room_hours[0, :, 0].tolist() == [0, 0, 15, 0]


def test_hours_rise_when_output_falls():
    # Monday 1 to Tuesday 9 June at 0.8: all of week 0; in week 1 (2 x 0.8 + 3) / 5 = 0.92
    own = figures(tiny().replace(productivity=(Productivity(MONDAY, MONDAY.replace(day=9), 0.8),)))
    assert own.output.tolist() == pytest.approx([0.8, 0.92, 1, 1])
    assert own.hours[0].tolist() == pytest.approx([2.5, 2 / 0.92, 2, 2])
    assert own.room_hours[0, :, 0].tolist() == [0, 0, 10, 0]  # a slow hearing officer does not keep the room longer


def test_a_written_enquiry_takes_staff_but_no_room():
    # a quarter of the hearings in writing at 2 hours: 0.75 x 10 + 0.25 x 2 staff hours, 7.5 of them in a room
    instance = tiny()
    work = [replace(row, written_share=0.25, written_hours=2.0) if row.no_show else row for row in instance.work]
    own = figures(instance.replace(work=tuple(work)))
    assert own.hours[2].tolist() == [8, 8, 8, 8]
    assert own.room_hours[0, 2].tolist() == [7.5, 7.5, 7.5, 7.5]


def test_a_no_show_of_its_own_makes_a_day_go_further():
    # no-show 20 % x 0.5 = 10 %: 8 / 0.9 hours in place of 10, so a day of 8 hours does the work of 9; interpreters: 10
    own = figures(tiny().replace(places=(Place("north", "old", "all"), Place("north", "new", "hearing", 0.5))))
    assert own.arc_hours.tolist() == pytest.approx([8, 8, 9])
    assert own.hours[2].tolist() == [10, 10, 10, 10]
    assert own.room_hours[0, 2].tolist() == pytest.approx([8 / 0.9] * 4)
    assert own.interpreter_hours[2].tolist() == [10, 10, 10, 10]


def test_hours_change_on_the_days_of_a_period():
    # preparation at half from Wednesday 10 to Friday 12 June: (2 + 3 x 0.5) / 5 = 0.7 of week 1
    row = HoursChange("all", "preparation", MONDAY.replace(day=10), MONDAY.replace(day=12), 0.5, "robot")
    own = figures(tiny().replace(hours_changes=(row,)))
    assert own.hours[0].tolist() == pytest.approx([2, 1.4, 2, 2])
    assert own.hours[1].tolist() == [4, 4, 4, 4]


def test_stock_of_a_stage_adds_up():
    instance = tiny()
    more = Stock("old", "preparation", MONDAY.replace(year=2024), MONDAY.replace(year=2024), 0.5)
    assert figures(instance.replace(stock=(*instance.stock, more))).opening.tolist() == [20_500_000, 0, 0, 0]


def test_arcs_join_people_skills_and_places():
    instance = tiny()
    own = figures(
        instance.replace(
            locations=(*instance.locations, Location("south", "South", 1, 50.0)),
            groups=(*instance.groups, Group("clerk", "", 7.0, 1.0)),
            staff=(*instance.staff, Staff("south", "officers", 1.0), Staff("south", "clerk", 1.0)),
            eligibility=(*instance.eligibility, Eligibility("clerk", "old", "preparation", 0.5)),
            places=(*instance.places, Place("south", "old", "all"), Place("south", "new", "hearing")),
        )
    )
    named = [
        (*own.supply.names[pair], *own.works[work], hours)
        for pair, work, hours in zip(own.arc_pair, own.arc_work, own.arc_hours, strict=True)
    ]
    assert named == [
        ("north", "officers", "old", "preparation", 8),
        ("north", "officers", "old", "decision", 8),
        ("north", "officers", "new", "hearing", 8),
        ("north", "officers", "new", "decision", 8),
        ("south", "officers", "old", "preparation", 8),
        ("south", "officers", "old", "decision", 8),
        ("south", "officers", "new", "hearing", 8),
        ("south", "clerk", "old", "preparation", 3.5),
    ]


@pytest.mark.parametrize("order", [1, -1])
def test_a_row_for_one_stage_goes_before_a_row_for_all(order):
    rows = (Eligibility("officers", "old", "all", 0.9), Eligibility("officers", "old", "decision", 0.5))
    assert figures(tiny().replace(eligibility=rows[::order])).arc_efficiency.tolist() == [0.9, 0.5]


def test_a_share_of_what_is_lodged_withdraws_at_once():
    # 7 a week; a tenth of those lodged from Wednesday 10 June (5 days of week 1) to the end of week 2
    row = Withdrawal("new", "lodged", MONDAY.replace(day=10), MONDAY.replace(day=21), 0.1)
    own = figures(tiny().replace(withdrawals=(row,)))
    assert (own.withdrawn_lodged[1] / UNIT).tolist() == [0, 0.5, 0.7, 0]
    assert (own.arrivals[1] / UNIT).tolist() == [7, 6.5, 6.3, 7]


def test_in_the_first_week_all_that_is_lodged_falls_on_its_days_inside_the_horizon():
    # from Friday 5 June: 3 cases lodged in week 0, all within the period: a tenth of them, not of 3/7 of them
    instance = tiny()
    start = MONDAY.replace(day=5)
    own = figures(
        instance.replace(
            header=replace(instance.header, first=start, programme_start=start),
            inflow=(replace(instance.inflow[0], first=start, cases=24.0),),
            withdrawals=(Withdrawal("new", "lodged", start, instance.header.last, 0.1),),
        )
    )
    assert (own.withdrawn_lodged[1] / UNIT).tolist() == [0.3, 0.7, 0.7, 0.7]


def test_a_share_of_the_stock_withdraws_evenly_over_its_period():
    # a quarter of 20 over 10 days from Monday 8 June: 0.5 a day
    row = Withdrawal("old", "stock", MONDAY.replace(day=8), MONDAY.replace(day=17), 0.25)
    own = figures(tiny().replace(withdrawals=(row,)))
    assert (own.withdrawn_stock[0] / UNIT).tolist() == [0, 3.5, 1.5, 0]


def test_rooms_and_interpreters_of_an_edge_week_count_by_working_days():
    last = date(2026, 6, 24)  # a Wednesday
    own = figures(changed_header(last=last, clearance=last))
    assert own.rooms.tolist() == [[50, 50, 50, 30]]
    assert own.pools.tolist() == [[40, 40, 40, 24]]
    assert own.pool_share.tolist() == [[0, 0, 0.5, 0]]


def test_the_pace_holds_until_the_week_of_the_start():
    instance = changed_header(programme_start=date(2026, 6, 17))
    own = figures(instance.replace(ordinary_pace=(OrdinaryPace("decision", 4.0),)))
    assert own.pace.tolist() == [[np.inf] * 4, [np.inf] * 4, [4, 4, np.inf, np.inf]]


@pytest.mark.parametrize(("day", "week"), [(28, 3), (27, 2), (21, 2), (20, 1)])
def test_the_clearance_week_is_the_last_that_has_ended(day, week):
    assert figures(changed_header(clearance=MONDAY.replace(day=day))).clearance == week


@pytest.mark.parametrize(
    ("lodged", "lane", "counts", "term"),
    [
        ("old", "none", False, ""),
        ("old", "nuisance", False, ""),
        ("pact", "nuisance", True, "late_nuisance"),
        ("pact", "minors", True, "late_lane"),
        ("pact", "none", True, "late_guaranteed"),
        ("pact", "none", False, "late_other"),
        ("other", "none", False, "late_competing"),
    ],
)
def test_each_stream_is_late_in_one_term(lodged, lane, counts, term):
    instance = tiny()
    new = replace(instance.streams[1], lodged=lodged, lane=lane, counts=counts)
    assert figures(instance.replace(streams=(instance.streams[0], new))).streams[1].late_term == term


def split(conversions=()):
    """`new` guaranteed for 14 of its 28 cases; `side` like it, without inflow."""
    instance = tiny()
    new = replace(instance.streams[1], counts=True, lane="none")
    return figures(
        instance.replace(
            header=replace(instance.header, guarantee=Guarantee(14.0, "first")),
            streams=(instance.streams[0], new, replace(new, stream="side")),
            work=(*instance.work, *(replace(row, stream="side") for row in instance.work[2:])),
            conversions=conversions,
        )
    )


def test_streams_above_the_guaranteed_volume_have_a_twin():
    own = split()
    assert [stream.name for stream in own.streams] == ["old", "new", "new+", "side", "side+"]
    assert [stream.late_term for stream in own.streams] == ["", *["late_guaranteed", "late_excess"] * 2]
    assert (own.lodged[1:3] / UNIT).tolist() == [[7, 7, 0, 0], [0, 0, 7, 7]]
    assert own.hours[4].tolist() == own.hours[2].tolist()
    assert own.work_of_task.tolist() == [0, 1, 2, 3, 2, 3, 4, 5, 4, 5]
    assert own.arc_work.tolist() == [0, 1, 2, 3]  # one for both parts of new; side has no eligibility


def test_a_twin_converts_to_a_twin():
    own = split((Conversion("new", "hearing", "side", "decision", 0.5, 2),))
    named = [(own.task_names[c.source], own.task_names[c.target], c.share, c.lag) for c in own.conversions]
    assert named == [
        (("new", "hearing"), ("side", "decision"), 5000, 2),
        (("new+", "hearing"), ("side+", "decision"), 5000, 2),
    ]


def test_a_twin_converts_to_the_ordinary_stream_where_there_is_no_other():
    own = split((Conversion("new", "hearing", "old", "decision", 0.5),))
    assert [own.task_names[c.target] for c in own.conversions] == [("old", "decision")] * 2


def test_everything_has_its_shape():
    own = figures(varied())
    streams, tasks, weeks, pairs = len(own.streams), len(own.tasks), len(own.weeks), len(own.supply.names)
    assert (streams, tasks, weeks, pairs) == (8 + 2, 14 + 5 + 5, 16, 4)
    assert own.hours.shape == (tasks, weeks)
    assert own.lodged.shape == own.withdrawn_lodged.shape == own.withdrawn_stock.shape == (streams, weeks)
    assert own.rooms.shape == (2, weeks)
    assert own.pools.shape == (2, weeks)
    assert own.pool_share.shape == (2, tasks)
    assert own.supply.staff_days.shape == (pairs, weeks)
    assert own.part_of_week.tolist() == [0.2] + [1] * 15
