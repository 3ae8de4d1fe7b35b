"""Tables on streams and their hours."""

from __future__ import annotations

from instances.builders.ind_2026.figures.streams import (
    CHANGE_SOURCE,
    CHANGES,
    HOURS_SOURCE,
    LAGS,
    NO_SHOW_SOURCE,
    OLD,
    OLD_SHARE,
    OLD_TERM,
    OLD_WEIGHT,
    ORDINARY_LAG,
    OTHER,
    OTHER_SOURCE,
    PACT,
    PACT_BUFFER,
    PACT_TERM,
    SCREEN_WITHIN,
    SCREENED_BEFORE,
    SCREENING_SOURCE,
    WRITTEN,
    WRITTEN_HOURS,
    WRITTEN_SOURCE,
)
from instances.builders.lines import Lines
from planner.domain.stages import STAGES


def hours_changes() -> Lines:
    """Programme, robots and age."""
    return [
        (
            *(stream, stage, row["first"], row["last"], row["factor"], row["what"]),
            *(row["evidence"], CHANGE_SOURCE.format(**row)),
        )
        for row in CHANGES
        for stream in row["streams"].split()
        for stage in row["stages"].split()
    ]


def streams() -> Lines:
    """Terms, lanes and weights."""
    old: Lines = [
        (
            *(row[name] for name in ("stream", "name", "category", "track")),
            *("old", row["lane"], "no", "", 0, "", "", row["weight"], "A"),
            "; ".join(filter(None, (OLD_TERM, OLD_SHARE.get(row["stream"]), OLD_WEIGHT))),
        )
        for row in OLD
    ]
    pact: Lines = [
        (
            *(row[name] for name in ("stream", "name", "category", "track")),
            *("pact", row["lane"], row["counts"], row["term"], row["buffer"], row["hear_within"]),
            *(SCREEN_WITHIN if _screened(row) else "", 1, "A"),
            f"{PACT_TERM[row['stream']]}; {PACT_BUFFER}" + f"; {SCREENING_SOURCE}" * _screened(row),
        )
        for row in PACT
    ]
    other: Lines = [
        (
            *(row[name] for name in ("stream", "name", "category", "track")),
            *("other", "none", "no", row["term"], 0, "", "", row["weight"], "A", OTHER_SOURCE),
        )
        for row in OTHER
    ]
    return [*old, *pact, *other]


def _screened(row: dict[str, str]) -> bool:
    return bool(row["preparation"]) and row["stream"] not in SCREENED_BEFORE


def stages_of() -> dict[str, list[str]]:
    """The stages that each stream has."""
    return {row["stream"]: [stage for stage in STAGES if row[stage]] for row in (*OLD, *PACT, *OTHER)}


def work() -> Lines:
    """Hours, lags and no-show of every stage."""
    lags = {stream: row for row in LAGS for stream in row["streams"].split()}
    lines: Lines = []
    for row in (*OLD, *PACT, *OTHER):
        lag = lags.get(row["stream"], ORDINARY_LAG)
        written = WRITTEN.get(row["stream"])
        reasons = {
            "preparation": f"; {lag['reason']}",
            "hearing": f"; {NO_SHOW_SOURCE}; {lag['reason']}" + f"; {WRITTEN_SOURCE}" * bool(written),
        }
        lines += [
            (
                *(row["stream"], stage, row[stage], lag.get(stage, "0")),
                row["no_show"] if stage == "hearing" else 0,
                *((written, WRITTEN_HOURS) if written and stage == "hearing" else (0, "")),
                *("A", HOURS_SOURCE + reasons.get(stage, "")),
            )
            for stage in STAGES
            if row[stage]
        ]
    return lines
