"""What a modeller would ask about an instance that is right by the rules."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from planner.domain.figures import Figures, figures
from planner.errors import Problem
from planner.files.doubts import balance, idle_rows, intakes, people, reach, run_out, streams, units
from planner.files.draft import Draft

DOUBTS: tuple[Callable[[Draft, Figures], Iterator[Problem]], ...] = (
    units.hours_are_hours,
    people.fit_the_rooms,
    people.are_enough_not_to_be_known,
    intakes.are_below_their_ceiling,
    intakes.find_work,
    intakes.fall_in_the_horizon,
    intakes.follow_each_course,
    run_out.covers_the_longest_term,
    balance.hours_needed_and_there,
    reach.somebody_can_do_the_work,
    streams.are_used,
    streams.of_the_pact_have_a_term,
    streams.count_where_there_is_a_guarantee,
    streams.with_hearings_name_languages,
    idle_rows.stages_that_the_stream_lacks,
    idle_rows.withdrawals_without_lodgings,
    idle_rows.languages_without_hearings,
    idle_rows.staff_changes_outside_the_horizon,
    idle_rows.agreements_outside_the_horizon,
)


def doubts_about(draft: Draft) -> Iterator[Problem]:
    """Every warning; the draft must be without problems."""
    worked_out = figures(draft.instance)
    for doubt in DOUBTS:
        yield from doubt(draft, worked_out)
