"""Streams that look half made."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.figures import Figures
from planner.domain.instance import Conversion, Inflow, Language, Stock, Stream, Work
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft


def are_used(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Each stream has stock, inflow, or cases that go over to it."""
    used = {placed.row.stream for placed in draft.of(Stock) if placed.row.cases}
    used |= {placed.row.stream for placed in draft.of(Inflow) if placed.row.cases}
    used |= {placed.row.to_stream for placed in draft.of(Conversion) if placed.row.share}
    for placed in draft.of(Stream):
        if placed.row.stream not in used:
            yield placed.place.problem(
                "stream", Code.STREAM_UNUSED, placed.row.stream, "stock, inflow or conversions to it"
            )


def of_the_pact_have_a_term(draft: Draft, _: Figures) -> Iterator[Problem]:
    """The Pact gives every procedure a legal term."""
    for placed in draft.of(Stream):
        if placed.row.lodged == "pact" and placed.row.term is None:
            yield placed.place.problem("term", Code.NO_TERM, "", "a legal term, such as 6m")


def count_where_there_is_a_guarantee(draft: Draft, _: Figures) -> Iterator[Problem]:
    """A guaranteed volume is of some streams' first applications."""
    if draft.header.guarantee and not any(placed.row.counts for placed in draft.of(Stream)):
        yield draft.header_place("guarantee", "cases_per_year").problem(
            "cases_per_year",
            Code.GUARANTEE_WITHOUT_STREAMS,
            f"{draft.header.guarantee.cases_per_year:g}",
            "a stream with counts yes in streams.csv",
        )


def with_hearings_name_languages(draft: Draft, _: Figures) -> Iterator[Problem]:
    """Where some hearings need an interpreter, a stream that says nothing was likely forgotten."""
    named = {placed.row.stream for placed in draft.of(Language)}
    for placed in draft.of(Work):
        if named and placed.row.stage == "hearing" and placed.row.stream not in named:
            yield placed.place.problem(
                "stream", Code.NO_LANGUAGE, placed.row.stream, "rows for this stream in languages.csv"
            )
