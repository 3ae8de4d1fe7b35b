"""Values and bounds are read out of what solvers print."""

from math import inf

import pytest

from benchmarks.logs import cp_sat, scip


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("   4.3s|  49M| 1.491234e+07 | 1.498264e+07 |   0.47%", (1.498264e7, 1.491234e7)),
        ("   2.8s|  79M| 1.491234e+07 |      --      |    Inf ", (inf, 1.491234e7)),
        ("   0.6s|  15M|-1.847411e-13 |-1.918465e-13 |   0.00%", (-1.918465e-13, -1.847411e-13)),
        (
            "p 0.0s|     1 |     0 |     0 |     - | trivial|   0 |1238 | 914 | 914 |   0 |  0 |   0 |   0 "
            "| 0.000000e+00 | 1.773402e+05 |    Inf | unknown",
            (1.773402e5, 0.0),
        ),
        (" time | mem |  dualbound   | primalbound  |  gap   ", None),
        ("presolving (3 rounds: 3 fast, 1 medium, 1 exhaustive):", None),
    ],
)
def test_scip(line, found):
    assert scip(line) == found


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("#Bound   2.47s best:inf   next:[0.00245,176832.815] default_lp", (inf, 0.00245)),
        ("#3       1.20s best:31512.5 next:[120.25,31512.4] rins_lp_lns (d=5.00e-01)", (31512.5, 120.25)),
        ("#Variables: 2'984 (#ints: 156 in floating point objective)", None),
        ("#Model   0.10s var:2953/2984 constraints:2100/2203", None),
    ],
)
def test_cp_sat(line, found):
    assert cp_sat(line) == found
