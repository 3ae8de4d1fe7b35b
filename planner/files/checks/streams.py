"""Streams, and the stages that their cases go through."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.instance import Stream, Work
from planner.domain.stages import STAGES
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def stages_of_streams(draft: Draft) -> set[tuple[str, str]]:
    """Every stream with each stage that it has."""
    return {(placed.row.stream, placed.row.stage) for placed in draft.of(Work)}


def end_in_a_decision(draft: Draft) -> Iterator[Problem]:
    """A first decision is what clears a case."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Stream):
        if (placed.row.stream, STAGES[-1]) not in stages:
            yield placed.place.problem(
                "stream", Code.NO_DECISION_STAGE, placed.row.stream, f"a row {STAGES[-1]} in work.csv"
            )


def heard_in_time_have_hearings(draft: Draft) -> Iterator[Problem]:
    """Only a stream with hearings can be heard within so many weeks."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Stream):
        within = placed.row.hear_within_weeks
        if within is not None and (placed.row.stream, "hearing") not in stages:
            yield placed.place.problem(
                "hear_within_weeks", Code.HEARING_LACKING, within, "nothing, or a row hearing in work.csv"
            )


def screened_in_time_have_preparation(draft: Draft) -> Iterator[Problem]:
    """Screening is a part of preparation."""
    stages = stages_of_streams(draft)
    for placed in draft.of(Stream):
        within = placed.row.screen_within_weeks
        if within is not None and (placed.row.stream, "preparation") not in stages:
            yield placed.place.problem(
                "screen_within_weeks", Code.PREPARATION_LACKING, within, "nothing, or a row preparation in work.csv"
            )


def only_pact_cases_count(draft: Draft) -> Iterator[Problem]:
    """Cases lodged before the Pact, and those that are no asylum applications, are no part of a Pact year's volume."""
    for placed in draft.of(Stream):
        if placed.row.lodged != "pact" and placed.row.counts:
            yield placed.place.problem("counts", Code.NO_PACT_CASE_COUNTS, "yes", f"no for lodged {placed.row.lodged}")


def competing_have_no_lane(draft: Draft) -> Iterator[Problem]:
    """Lanes, and times for hearing and screening, come first of all; competing demand does not."""
    for placed in draft.of(Stream):
        row = placed.row
        if row.lodged != "other":
            continue
        if row.lane != "none":
            yield placed.place.problem("lane", Code.COMPETING_LANE, row.lane, "none for lodged other")
        for column, weeks in (
            ("hear_within_weeks", row.hear_within_weeks),
            ("screen_within_weeks", row.screen_within_weeks),
        ):
            if weeks is not None:
                yield placed.place.problem(column, Code.COMPETING_LANE, weeks, "nothing for lodged other")


def written_enquiries_have_hours(draft: Draft) -> Iterator[Problem]:
    """Only a hearing can be replaced by a written enquiry, and that takes time too."""
    for placed in draft.of(Work):
        row = placed.row
        if row.stage != "hearing" and (row.written_share > 0 or row.written_hours is not None):
            column, stood = ("written_share", row.written_share) if row.written_share else ("written_hours", row.stage)
            yield placed.place.problem(column, Code.WRITTEN_ENQUIRY, stood, "nothing at another stage than hearing")
        elif row.written_share > 0 and row.written_hours is None:
            yield placed.place.problem(
                "written_hours", Code.WRITTEN_ENQUIRY, "nothing", "the hours of a written enquiry"
            )
