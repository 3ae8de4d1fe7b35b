"""The tables of a run: what each column means, in which unit, and which rows are left out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from planner.domain.column import Column, Kind
from planner.domain.intakes import KINDS as INTAKE_KINDS
from planner.domain.stages import STAGES
from planner.domain.table import Table


@dataclass(frozen=True)
class RunTable:
    """One table as text: every cell in its shortest exact form."""

    name: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def records(self) -> Iterator[dict[str, str]]:
        """The rows by column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)


_WEEK = Column("week", Kind.WEEK, "the week")
_LOCATION = Column("location", Kind.LABEL, "the location", references="locations.location")
_GROUP = Column("group", Kind.LABEL, "the staff group", references="groups.group")
_STREAM = Column("stream", Kind.LABEL, "the stream; `+` or `!` behind it: a part of it")
_WORKED = Column("stream", Kind.LABEL, "the stream, all its parts together", references="streams.stream")
_TEAM = Column("team", Kind.LABEL, "the specialised team", references="teams.team")
_STAGE = Column("stage", Kind.CHOICE, "the stage", choices=STAGES)


def _number(name: str, about: str, unit: str, *, optional: bool = False) -> Column:
    return Column(name, Kind.NUMBER, about, unit, optional=optional)


def _table(name: str, about: str, key: tuple[Column, ...], *others: Column) -> Table:
    return Table(name, about, (*key, *others), key=tuple(column.name for column in key), provenance=False)


DECISION_TABLES = ("staff", "cases", "intakes", "teams", "team_staff")
"""The tables that hold the decisions; all others follow from them."""

RUN_TABLES: tuple[Table, ...] = (
    _table(
        "staff",
        "Decision: staff-days by week, location, group and work, outside specialised teams. "
        "Rows with no staff-days are left out.",
        (_WEEK, _LOCATION, _GROUP, _WORKED, _STAGE),
        Column("staff_days", Kind.WHOLE, "staff-days put on the work", "staff-days"),
    ),
    _table(
        "cases",
        "Decision: cases finished by week, location and work. Rows with no cases are left out.",
        (_WEEK, _LOCATION, _STREAM, _STAGE),
        _number("cases", "cases that finish the stage", "cases"),
    ),
    _table(
        "intakes",
        "Decision: people who start, by week: hired, retrained or moved. Rows with nobody are left out.",
        (
            _WEEK,
            Column("kind", Kind.CHOICE, "how they come", choices=INTAKE_KINDS),
            Column("location", Kind.LABEL, "the location that they join", references="locations.location"),
            Column("group", Kind.LABEL, "the staff group that they join", references="groups.group"),
            Column("from_location", Kind.LABEL, "the location that they leave; empty for newcomers", optional=True),
            Column("from_group", Kind.LABEL, "the staff group that they leave; empty for newcomers", optional=True),
        ),
        Column("people", Kind.WHOLE, "people who start", "people"),
    ),
    _table(
        "teams",
        "Decision: specialised teams that are open, by week. Rows of closed teams are left out.",
        (_WEEK, _TEAM),
        Column("location", Kind.LABEL, "the location of the team"),
        Column("category", Kind.LABEL, "the category of cases that it does"),
        Column("learned", Kind.YESNO, "whether it has been open long enough to be at its later output"),
        _number("people", "people in it, counted as there all week", "people"),
        Column("open", Kind.WHOLE, "always 1", "teams"),
    ),
    _table(
        "team_staff",
        "Decision: staff-days inside specialised teams. Rows with no staff-days are left out.",
        (_WEEK, _TEAM, _GROUP, _WORKED, _STAGE),
        Column("staff_days", Kind.WHOLE, "staff-days put on the work", "staff-days"),
    ),
    _table(
        "stock",
        "Cases by week and work: open = open before + entered - finished - withdrawn. "
        "Rows with nothing but zeros are left out.",
        (_WEEK, _STREAM, _STAGE),
        _number("entered", "cases that begin to wait for the stage", "cases"),
        _number("finished", "cases that finish the stage", "cases"),
        _number("withdrawn", "cases withdrawn from the opening stock", "cases"),
        _number("converted", "of those finished, the ones that go over to another stream", "cases"),
        _number("open", "cases that wait for the stage at the end of the week", "cases"),
        Column(
            "staff_days",
            Kind.WHOLE,
            "staff-days put on the work, all locations and all parts of a stream together, on the row of the stream",
            "staff-days",
        ),
    ),
    _table(
        "streams",
        "Cases by week and stream: open = open before + lodged + converted_in - decided - converted_out "
        "- withdrawn. Rows with nothing but zeros are left out.",
        (_WEEK, _STREAM),
        Column("category", Kind.LABEL, "the category of the stream"),
        Column("track", Kind.LABEL, "the track of the stream"),
        _number("lodged", "cases lodged, those withdrawn at once included", "cases"),
        _number("decided", "first decisions", "cases"),
        _number("converted_in", "cases that come from another stream", "cases"),
        _number("converted_out", "cases that go over to another stream", "cases"),
        _number("withdrawn", "cases withdrawn, at lodging or from the opening stock", "cases"),
        _number("open", "cases without a first decision at the end of the week", "cases"),
        _number("in_transit", "of those open, the ones between two stages", "cases"),
    ),
    _table(
        "deadlines",
        "Cases due and late by week and stream with a term, at the end of the week; due and finished count "
        "from the start of the horizon. Hearing columns are empty for streams without a reaction time, those of "
        "screening for streams without a time for it. "
        "Rows with nothing but zeros are left out.",
        (_WEEK, _STREAM),
        _number("due", "cases due by the planned term", "cases"),
        _number("finished", "cases decided, or gone over to another stream", "cases"),
        _number("late", "cases past the planned term and not finished", "cases"),
        _number("due_legal", "cases due by the legal term", "cases"),
        _number("late_legal", "cases past the legal term and not finished", "cases"),
        _number("reaction_due", "cases that should have been heard", "cases", optional=True),
        _number("heard", "cases heard, or gone over to another stream before", "cases", optional=True),
        _number("reaction_late", "cases past their hearing time and not heard", "cases", optional=True),
        _number("screening_due", "cases that should have been screened", "cases", optional=True),
        _number("screened", "cases whose preparation is finished", "cases", optional=True),
        _number("screening_late", "cases past their screening time and not prepared", "cases", optional=True),
    ),
    _table(
        "workforce",
        "People and staff-days by week, location and group.",
        (_WEEK, _LOCATION, _GROUP),
        _number("people", "people in service during the week, newcomers included", "FTE"),
        _number("working", "the trained people's worth of work among them", "FTE"),
        _number("supplied", "staff-days that they supply for cases", "staff-days"),
        Column("used", Kind.WHOLE, "staff-days put on work", "staff-days"),
        Column("overtime", Kind.WHOLE, "of those, beyond the whole days supplied", "staff-days"),
        _number(
            "idle",
            "supplied less used; below zero in overtime, and when fractions saved before are used",
            "staff-days",
        ),
    ),
    _table(
        "places",
        "Hearing rooms and work by week and location.",
        (_WEEK, _LOCATION),
        _number("room_hours", "hours that the rooms can be used", "hours"),
        _number("room_hours_used", "hours of hearings in the rooms, no-show included", "hours"),
        _number("remote_hours", "hours of hearings by video, those for which there is no room", "hours"),
        _number("work_hours", "staff hours of the cases finished", "hours"),
        _number("cases", "cases that finish a stage", "cases"),
        _number(
            "beds_excess",
            "stays around hearings above the process beds; empty where none are counted",
            "cases",
            optional=True,
        ),
    ),
    _table(
        "interpreters",
        "Interpreter hours by week and language pool, for the whole country.",
        (_WEEK, Column("language", Kind.LABEL, "the pool", references="interpreters.language")),
        _number("hours", "hearing hours that the pool can serve", "hours"),
        _number("used", "hearing hours, no-show included", "hours"),
    ),
    _table(
        "chain",
        "What the plan brings to partners in the chain, by week and partner.",
        (_WEEK, Column("partner", Kind.LABEL, "the partner", references="chain.partner")),
        Column("unit", Kind.TEXT, "what is counted"),
        _number("load", "what the week brings", "the partner's"),
        _number("signal", "above it the partner should be warned", "the partner's", optional=True),
        _number("cap", "the most that a week may bring", "the partner's", optional=True),
        _number("excess", "load above the signal", "the partner's"),
    ),
    _table(
        "start_group",
        "The start group: asked, done and missed by stream and date.",
        (_STREAM, Column("date", Kind.DATE, "the date")),
        _number("asked", "cases that the share of the opening stock, less withdrawals, comes to", "cases"),
        _number("done", "cases decided, or gone over to another stream, by the date", "cases"),
        _number("missed", "cases short of what is asked", "cases"),
    ),
    _table(
        "agreements",
        "Agreed production: agreed, decided and missed by track and budget year.",
        (
            Column("track", Kind.LABEL, "the track"),
            Column("first", Kind.DATE, "first day of the budget year"),
        ),
        _number("agreed", "first decisions agreed, by the days of the year inside the horizon", "cases"),
        _number("decided", "first decisions of the track in the weeks of the year", "cases"),
        _number("missed", "first decisions short of what is agreed", "cases"),
    ),
    _table(
        "plan_changes",
        "Staff-days that differ from the plan in force, by week, location, group and work, the parts `+` and `!` of a "
        "stream together, in the weeks that should stay as they are. Rows without a difference are left out.",
        (
            _WEEK,
            _LOCATION,
            _GROUP,
            Column("team", Kind.LABEL, "the specialised team; empty outside teams", optional=True),
            Column("stream", Kind.LABEL, "the stream", references="streams.stream"),
            _STAGE,
        ),
        Column("in_force", Kind.WHOLE, "staff-days of the plan in force", "staff-days"),
        Column("planned", Kind.WHOLE, "staff-days of this plan", "staff-days"),
        Column("frozen", Kind.YESNO, "whether the week is frozen"),
    ),
    _table(
        "health",
        "The state in which the plan ends: open cases by stream at the end of the last week, against the steady state "
        "of the inflow. What is on its way to a stage counts for it. Least is inflow x weeks of lag, most is inflow x "
        "weeks of the legal term.",
        (_STREAM,),
        _number("open", "cases without a first decision", "cases"),
        *(_number(stage, f"of those, waiting for the {stage} or on their way to it", "cases") for stage in STAGES),
        Column(
            "oldest_weeks",
            Kind.WHOLE,
            "weeks since the oldest open case came in, first in first out; at most those of the horizon",
            "weeks",
        ),
        _number("inflow_per_week", "cases that came in during the last 52 weeks, by the week", "cases per week"),
        _number("least", "open cases in a steady state when nobody waits longer than the lags", "cases"),
        _number("most", "open cases in a steady state when everybody waits for the legal term", "cases", optional=True),
        _number("above", "open cases above the most", "cases"),
    ),
    _table(
        "levels",
        "The levels of the policy in strict order, with what is proven of each. The bound holds for plans that "
        "keep every earlier level at its ceiling or below. Cells about the bound are empty where none was sought.",
        (Column("level", Kind.WHOLE, "the place in the order, from 1"),),
        Column("name", Kind.LABEL, "the level"),
        Column("unit", Kind.TEXT, "the unit of its figures"),
        _number("value", "what the plan costs, above the least that any plan must", "the level's"),
        _number("bound", "no plan is below it", "the level's", optional=True),
        _number("above_bound", "value less bound, exactly", "the level's", optional=True),
        _number("tolerance", "how much later levels may worsen it", "the level's", optional=True),
        _number("ceiling", "value plus tolerance, exactly", "the level's", optional=True),
        _number("floor", "the least that the gap is measured against", "the level's"),
        _number(
            "gap", "what may be missing to the best plan: above_bound / max(|value|, floor)", "fraction", optional=True
        ),
    ),
    _table(
        "targets",
        "The targets, judged on legal terms.",
        (Column("name", Kind.LABEL, "the target"),),
        Column("goal", Kind.TEXT, "what it asks"),
        Column("unit", Kind.TEXT, "the unit of what is missed"),
        _number("value", "what is missed", "the target's"),
        Column("met", Kind.YESNO, "yes when what is missed is below 0.5"),
        Column("hard", Kind.YESNO, "yes when missing it is a failure of the plan"),
    ),
    _table(
        "kpis",
        "Indicators of the whole horizon.",
        (Column("name", Kind.LABEL, "the indicator"),),
        Column("unit", Kind.TEXT, "its unit"),
        Column("value", Kind.TEXT, "its value; empty where it has none", optional=True),
    ),
)
"""Every table of a run, in the order of the docs; rows are sorted by key, in the order of the instance's tables."""


def columns_of(name: str) -> tuple[str, ...]:
    """The names of the columns of a run's table."""
    return tuple(column.name for declared in RUN_TABLES if declared.name == name for column in declared.columns)


def words(cells: tuple[str, ...]) -> str:
    """The cells of a row, or of its key, as they stand in a sentence."""
    return " ".join(cells)
