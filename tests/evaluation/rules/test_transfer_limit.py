"""People who move away within four weeks."""

from planner.domain.figures import figures
from planner.domain.instance import CalendarWeek, Inflow, TransferLimit
from planner.domain.weeks import Week
from tests.evaluation.build import MONDAY, header
from tests.evaluation.rules.breaking import worst
from tests.evaluation.rules.people import choices, started, with_choices


def test_moves_are_a_share_of_the_people_who_are_there_after_them_at_most():
    # one of two moves: 1 - 0.5 x 1 = 0.5 too many; 0.9 x 1 leaves 0.1
    half, most = (choices(transfer_limits=(TransferLimit("north", share),)) for share in (0.5, 0.9))
    assert worst("transfer_limit", half, started(half, 0, 0, 1, 0, 0, 0)) == 0.5
    assert worst("transfer_limit", most, started(most, 0, 0, 1, 0, 0, 0)) == 0.1


def test_newcomers_are_there_too():
    # two are hired in week 0: 2 + 2 - 1 = 3 people, half of whom are 1.5
    own = choices(transfer_limits=(TransferLimit("north", 0.5),))
    assert worst("transfer_limit", own, started(own, 2, 0, 1, 0, 0, 0)) == 0


def test_four_weeks_count_together():
    # one in week 0 and one in week 3: in week 3 two have moved, 2 + 2 - 2 = 2 are there, half are 1: one too many
    own = choices(transfer_limits=(TransferLimit("north", 0.5),))
    assert worst("transfer_limit", own, started(own, 2, 0, 1, 0, 0, 1)) == 1


def test_after_four_weeks_more_may_move():
    # five weeks; one in week 0 and one in week 4: each time 1 <= 0.5 x 2
    instance = with_choices(transfer_limits=(TransferLimit("north", 0.5),))
    last = Week(MONDAY).plus(4)
    longer = instance.replace(
        header=header(MONDAY, last.sunday),
        calendar=(*instance.calendar, CalendarWeek(last, 1.0)),
        inflow=(Inflow("new", MONDAY, last.sunday, 28.0),),
        transfers=tuple(row.__class__(**{**vars(row), "last": last}) for row in instance.transfers),
    )
    own = figures(longer)
    # D: hired in weeks 0 and 2, moves in weeks 0 to 4
    assert worst("transfer_limit", own, started(own, 2, 0, 1, 0, 0, 0, 1)) == 0
    assert worst("transfer_limit", own, started(own, 2, 0, 1, 0, 0, 1, 0)) == 1


def test_other_locations_have_no_limit():
    own = choices(transfer_limits=(TransferLimit("south", 0.0),))
    assert worst("transfer_limit", own, started(own, 0, 0, 2, 0, 0, 0)) == 0
