"""Whole staff-days stay level with a relaxed plan, within what there is."""

from random import Random

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.generation.random_instance import random_instance
from planner.generation.sizes import Size
from planner.generation.synthetic import synthetic_instance
from planner.solving.guide import Guide
from planner.solving.rounding import rounded
from tests.evaluation.build import tiny as four_weeks
from tests.evaluation.build import varied
from tests.formulation.build import everything
from tests.solving.guided import guided, of_pairs
from tests.solving.tiny import NAMES, tiny

BUILT = {
    "everything": everything,
    "varied": varied,
    "synthetic": lambda: synthetic_instance(Size(locations=3, streams=8, weeks=16), seed=1),
    **{
        f"random-{seed}": lambda seed=seed: random_instance(Random(seed), locations=3, streams=4, weeks=10)
        for seed in range(8)
    },
}
EVERY = {**BUILT, **{name: lambda name=name: tiny(name) for name in NAMES}}


def by_hand(f, work, on_hand=50.0):
    """A guide for the instance of four weeks, whose arcs are its works, each with whole days of 8 hours."""
    work = np.array(work, dtype=float)
    assert (f.arc_work == np.arange(len(f.works))).all()
    return Guide(
        arc_days=work,
        day_hours=np.full(len(f.works), 8.0),
        work=work,
        on_hand=np.full(work.shape, on_hand),
        worth=np.ones(work.shape),
        overtime=np.zeros(f.supply.people.shape, dtype=np.int64),
    )


@pytest.mark.parametrize("name", EVERY)
def test_no_week_has_more_days_than_there_are(name):
    own = guided(EVERY[name]())
    days = rounded(own.figures, own.along)
    assert (days >= 0).all()
    assert (of_pairs(own.figures, days) <= own.figures.supply.whole_days + own.along.overtime).all()
    assert not days[~own.figures.arc_there].any()


@pytest.mark.parametrize("name", ["varied", "synthetic"])
def test_work_to_date_is_never_two_days_behind(name):
    # A work is up to a day behind for the fraction of its own that waits to become whole, and up to another where the
    # days of a crew are fewer than all the fractions that wait.
    own = guided(BUILT[name]())
    f, along = own.figures, own.along
    output = rounded(f, along) * (f.arc_hours / along.day_hours[f.arc_work])[:, np.newaxis]
    done = np.zeros_like(along.work)
    np.add.at(done, f.arc_work, output)
    assert (along.work.cumsum(axis=1) - done.cumsum(axis=1)).max() < 2


def test_a_fraction_left_over_is_made_up_for_in_the_next_week():
    # Ten days a week over four tasks at 2.5 each. Week 0: two whole days each and two left, so two tasks have 3 and
    # two have 2. To date 5 are due in week 1: 2 for the ones and 3 for the others. The same again in weeks 2 and 3.
    f = figures(four_weeks())
    days = rounded(f, by_hand(f, np.full((4, 4), 2.5)))
    assert sorted(days[:, 0]) == sorted(days[:, 2]) == [2, 2, 3, 3]
    assert days.cumsum(axis=1)[:, [1, 3]].tolist() == [[5, 10]] * 4
    assert (days.sum(axis=0) == 10).all()


def test_work_that_the_guide_has_whole_is_done_as_it_stands():
    f = figures(four_weeks())
    work = [[5, 0, 0, 1], [0, 5, 5, 0], [5, 5, 0, 4], [0, 0, 5, 5]]
    assert rounded(f, by_hand(f, work, on_hand=0.0)).tolist() == work


@pytest.mark.parametrize("name", ["specialised-team", "everything"])
def test_a_team_that_is_open_keeps_its_size(name):
    own = guided(EVERY[name]())
    f = own.figures
    assert f.team_open.any()
    inside = f.arc_team >= 0
    size = np.zeros(f.team_open.shape)
    days = rounded(f, own.along)[inside]
    np.add.at(size, f.arc_team[inside], days * f.arc_people[inside, np.newaxis])
    least, most = (np.outer(own, f.teams.full_days) * f.team_open for own in (f.teams.least, f.teams.most))
    assert (size >= least - 1e-6).all()
    assert (size <= most + 1e-6).all()


@pytest.mark.parametrize("name", ["support-share", "everything", *(f"random-{seed}" for seed in range(8))])
def test_support_is_no_more_than_its_share_and_what_one_day_may_idle(name):
    # Where others deliver h hours at a site, support may deliver s / (1 - s) x h; it comes in whole days, of which
    # the last may be idle in part.
    own = guided(EVERY[name]())
    f = own.figures
    helps = f.arc_most_share < 1
    days = rounded(f, own.along)
    location = f.supply.location[f.arc_pair]
    for arc in np.flatnonzero(helps):
        here = (f.arc_work == f.arc_work[arc]) & (location == location[arc]) & ~helps
        others = (days[here] * f.arc_hours[here, np.newaxis]).sum(axis=0)
        share = f.arc_most_share[arc]
        most = share / (1 - share) * others / f.arc_hours[arc]
        assert (days[arc] <= np.ceil(most - 1e-6)).all()


def test_support_that_others_leave_no_room_for_stays_away():
    # One officer's five days are 40 hours; support may add a fifth of all: 10 hours, 1.25 of its days. A second day
    # would be idle for three quarters.
    own = guided(tiny("support-share"))
    f = own.figures
    days = rounded(f, own.along)[f.arc_most_share < 1]
    assert days.sum(axis=0).max() == 1


@pytest.mark.parametrize("name", BUILT)
def test_the_same_guide_gives_the_same_days(name):
    own = guided(BUILT[name]())
    assert (rounded(own.figures, own.along) == rounded(own.figures, own.along)).all()
