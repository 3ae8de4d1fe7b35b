"""Synthetic instances are right by every check, plausible, and the same for the same seed."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.figures import figures
from planner.domain.instance import ROW_TYPES
from planner.evaluation.capacity import capacity
from planner.files.instance import check_instance
from planner.files.writing import write_instance
from planner.generation.random_instance import random_instance
from planner.generation.sizes import SIZES, Size
from planner.generation.synthetic import synthetic_instance

SEEDS = st.integers(0, 100_000)


def _checked(instance, folder):
    write_instance(instance, folder / "own")
    return check_instance(folder / "own")


@given(size=st.builds(Size, st.integers(1, 5), st.integers(1, 12), st.integers(12, 80)), seed=SEEDS)
@settings(max_examples=25, deadline=None)
def test_any_size_gives_an_instance_without_problem_or_warning(size, seed, tmp_path_factory):
    instance = synthetic_instance(size, seed)
    checked = _checked(instance, tmp_path_factory.mktemp("synthetic"))
    assert (checked.problems, checked.warnings) == ((), ())
    assert checked.instance == instance
    assert (len(instance.locations), len(instance.streams), len(instance.weeks)) == (
        size.locations,
        size.streams,
        size.weeks,
    )


def test_the_same_seed_gives_the_same_instance_and_another_one_another():
    assert synthetic_instance(SIZES["S"], 1) == synthetic_instance(SIZES["S"], 1)
    assert synthetic_instance(SIZES["S"], 1) != synthetic_instance(SIZES["S"], 2)


@pytest.mark.parametrize("name", SIZES)
def test_a_named_size_is_neither_idle_nor_hopeless(name):
    """Of all hours there, up to the end of the run-out too, between seven tenths and all are asked."""
    own = capacity(figures(synthetic_instance(SIZES[name], 1)))
    assert 0.7 < own.asked.sum() / own.staff_hours.sum() < 1.05


def test_every_figure_is_marked_as_made_up():
    instance = synthetic_instance(SIZES["S"], 1)
    assert instance.header.synthetic
    rows = [row for table in ROW_TYPES for row in getattr(instance, table)]
    assert {row.evidence for row in rows} == {"A"}
    assert all("Synthetic" in row.source for row in rows)


@pytest.mark.parametrize("size", [(0, 1, 12), (1, 0, 12), (1, 1, 11)])
def test_a_size_that_cannot_be_is_refused(size):
    with pytest.raises(ValueError, match="at least"):
        Size(*size)


@given(seed=SEEDS)
@settings(max_examples=60, deadline=None)
def test_a_random_instance_has_no_problem_and_reads_back(seed, tmp_path_factory):
    instance = random_instance(Random(seed))
    checked = _checked(instance, tmp_path_factory.mktemp("random"))
    assert checked.problems == ()
    assert checked.instance == instance


def test_random_instances_have_something_of_everything():
    drawn = [random_instance(Random(seed)) for seed in range(200)]
    worked_out = [figures(instance) for instance in drawn]
    stages = [{(row.stream, row.stage) for row in instance.work} for instance in drawn]
    features = {
        "twins": [any(stream.name.endswith("+") for stream in own.streams) for own in worked_out],
        "lanes": [any(stream.lane != "none" for stream in own.streams) for own in worked_out],
        "conversions": [bool(own.conversions) for own in worked_out],
        "interpreters": [bool(instance.interpreters) for instance in drawn],
        "pace": [bool(instance.ordinary_pace) for instance in drawn],
        "productivity": [bool(instance.productivity) for instance in drawn],
        "withdrawals": [bool(instance.withdrawals) for instance in drawn],
        "holidays": [any(week.factor < 1 for week in instance.calendar) for instance in drawn],
        "no hearing": [
            any((stream.stream, "hearing") not in own for stream in instance.streams)
            for instance, own in zip(drawn, stages, strict=True)
        ],
        "staff changes": [bool(instance.staff_changes) for instance in drawn],
        "one location": [len(instance.locations) == 1 for instance in drawn],
        "short": [len(instance.weeks) <= 5 for instance in drawn],
    }
    rare = {name: sum(seen) for name, seen in features.items() if sum(seen) < 10}
    assert not rare
