"""Tables on streams and their hours."""

from __future__ import annotations

from instances.builders.ind_2023.figures.streams import (
    CATEGORIES,
    FAST,
    HOURS_SOURCE,
    LAGS,
    NO_SHOW_SOURCE,
    STREAMS,
    TERM,
    TRANSFERS,
)
from instances.builders.lines import Lines
from planner.domain.stages import STAGES


def streams() -> Lines:
    """Terms, lanes and weights."""
    return [
        (
            *(row[name] for name in ("stream", "name", "category", "track", "lodged", "lane")),
            *("no", row["term"], row["buffer"], row["hear_within"], row["weight"], "A"),
            f"{TERM[row['stream']]}; {CATEGORIES}",
        )
        for row in STREAMS
    ]


def work() -> Lines:
    """Hours, lags and no-show of every stage."""
    return [
        (
            *(row["stream"], stage, row[stage], _lag(row["stream"], stage)[0]),
            *(row["no_show"] if stage == "hearing" else 0, "A"),
            "; ".join(
                [HOURS_SOURCE, *([NO_SHOW_SOURCE] if stage == "hearing" else []), *_lag(row["stream"], stage)[1:]]
            ),
        )
        for row in STREAMS
        for stage in STAGES
    ]


def _lag(stream: str, stage: str) -> tuple[int, *tuple[str, ...]]:
    if stage == "decision":
        return (0,)
    if stream in FAST:
        return 0, "fast lanes are handed over at once"
    if stream in TRANSFERS and stage == "hearing":
        return 4, "reply of the other state about 4 weeks"
    return LAGS[stage]
