"""What can be asked of a yardstick."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

ORDINARY_TRACKS = ("track-4", "4", "normal", "accelerated", "repeated")
"""Track 4 and what has come in its place: the normal and accelerated procedure, and repeated applications."""


class Rule(StrEnum):
    """The yardsticks by the names they have on the command line."""

    SEVENTY_THIRTY = "rule-70-30"
    FIFO = "rule-fifo"
    PACT_FIRST = "rule-pact-first"
    PROPORTIONAL = "rule-proportional"


ABOUT = {
    Rule.SEVENTY_THIRTY: "70 % of the staff left by other tracks to old track-4 cases, 30 % to new ones, first in, "
    "first out; what one of them cannot use goes to the other",
    Rule.FIFO: "the oldest case first, old or new",
    Rule.PACT_FIRST: "new cases first, then old ones, first in, first out, without categories",
    Rule.PROPORTIONAL: "staff in proportion to the hours that wait",
}


@dataclass(frozen=True)
class RuleOptions:
    """What was asked of a yardstick. `tracks` are those that count as track 4 in the rule 70-30."""

    rule: Rule
    tracks: tuple[str, ...] = ORDINARY_TRACKS
