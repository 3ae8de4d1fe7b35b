"""The yardstick rules: in which order, or in which shares, a week's staff is put on the work that waits."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from planner.domain.figures import Figures
from planner.yardsticks.desk import Desk
from planner.yardsticks.options import Rule, RuleOptions

OLD_SHARE = 0.7
"""Share of the staff on ordinary work that goes to old overdue stock: 70 % in the penalty forecast of 2023."""


def give_out(desk: Desk, f: Figures, options: RuleOptions) -> None:
    """Puts the week's staff on work as the rule says."""
    old, pact, competing = (own[f.stream_of_task] for own in (f.old, f.pact, f.competing))
    match options.rule:
        case Rule.FIFO:
            desk.first_come(np.arange(len(f.tasks)))
        case Rule.PACT_FIRST:
            desk.first_come(np.flatnonzero(pact))
            desk.first_come(np.flatnonzero(~pact))
        case Rule.SEVENTY_THIRTY:
            _seventy_thirty(desk, old, competing, ordinary(f, options.tracks)[f.stream_of_task])
        case Rule.PROPORTIONAL:
            desk.by_hours_waiting()


def ordinary(f: Figures, tracks: tuple[str, ...]) -> NDArray[np.bool_]:
    """K: streams of these tracks that are no lane; where there are none, all that are no lane."""
    no_lane = np.array([stream.lane == "none" for stream in f.streams], dtype=bool) & ~f.competing
    own = no_lane & np.array([stream.track in tracks for stream in f.streams], dtype=bool)
    return own if own.any() else no_lane


def _seventy_thirty(
    desk: Desk, old: NDArray[np.bool_], competing: NDArray[np.bool_], is_ordinary: NDArray[np.bool_]
) -> None:
    """The other tracks as they come, then the two shares of what is left, then whoever has nothing to do.

    Competing demand comes last: the rule is about asylum staff. Rooms and interpreters are shared as the staff are.
    """
    desk.first_come(np.flatnonzero(~is_ordinary & ~competing))
    for_new = desk.means.part(1.0 - OLD_SHARE)
    desk.first_come(np.flatnonzero(is_ordinary & old), kept=for_new)
    desk.first_come(np.flatnonzero(is_ordinary & ~old), kept=desk.means.less(for_new))
    desk.first_come(np.flatnonzero(is_ordinary))
    desk.first_come(np.flatnonzero(competing))
