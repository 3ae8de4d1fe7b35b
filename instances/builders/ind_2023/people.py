"""Tables on offices, people and their time."""

from __future__ import annotations

from datetime import timedelta
from math import ceil

from instances.builders.ind_2023.figures.dates import FIRST, LAST
from instances.builders.ind_2023.figures.obligations import AGREED, EXTRA
from instances.builders.ind_2023.figures.people import (
    BUDEL_SOURCE,
    CALENDAR_SOURCE,
    DEPLOYABLE_SHARE,
    HOLIDAYS,
    HOURS_PER_YEAR,
    NEWCOMER,
    PLACE_SOURCE,
    PLACES,
    PREPARATION_SOURCE,
    PREPARED_SOURCE,
    PREPARING_SOURCE,
    PROJECT,
    PROJECT_SKILL_SOURCE,
    PROJECT_SOURCE,
    PROJECT_STREAMS,
    PROJECT_WEEKS,
    ROOM_HOURS,
    ROOMS_SOURCE,
    SKILL_SOURCE,
    STAFF_SOURCE,
    TEAM,
    TEAM_COST,
    TEAM_LEARNED,
    TEAM_OUTPUT,
    TEAM_SOURCE,
    TRACK_1_DECISIONS,
    TRACK_2_DECISIONS,
)
from instances.builders.ind_2023.figures.streams import STREAMS
from instances.builders.lines import Lines, apportioned, week_of
from planner.domain.stages import STAGES


def locations() -> Lines:
    """Four offices, and the project as a fifth."""
    project = "Assumption: rooms of the project, chosen to go with its staff; where it worked is not known"
    return [
        *((row["location"], row["name"], row["rooms"], ROOM_HOURS, "A", ROOMS_SOURCE) for row in PLACES),
        (PROJECT, "Special project (BAA)", 40, ROOM_HOURS, "A", project),
    ]


def staff() -> Lines:
    """Officers and preparation by location, and the first people of the project."""
    lines: Lines = []
    shares = [int(row["per_cent"]) for row in PLACES]
    people = zip(PLACES, apportioned(officers(), shares), apportioned(preparers(), shares), strict=True)
    for row, own, preparing in people:
        lines += [
            (row["location"], "officer", own, "D", STAFF_SOURCE.format(**row)),
            (row["location"], "preparation", preparing, "A", PREPARATION_SOURCE),
        ]
    return [*lines, (PROJECT, "project", PROJECT_WEEKS[0][1], "A", PROJECT_SOURCE)]


def officers() -> int:
    """People who hear and decide what was agreed for track 4, and what tracks 1 and 2 decided in 2023."""
    track_4 = sum(hours_of(name) * share for name, share in (("S", 0.45), ("A", 0.52), ("LN", 0.02), ("NN", 0.01)))
    hours = AGREED * track_4 + TRACK_1_DECISIONS * hours_of("D") + TRACK_2_DECISIONS * hours_of("VN")
    return ceil(hours / (HOURS_PER_YEAR * DEPLOYABLE_SHARE))


def preparers() -> int:
    """People who prepare the same cases and those of the project, and a tenth more."""
    ordinary = (AGREED * 0.97 + EXTRA) * 2.5 + AGREED * 0.03 + TRACK_1_DECISIONS + TRACK_2_DECISIONS
    return ceil(1.1 * ordinary / (HOURS_PER_YEAR * DEPLOYABLE_SHARE))


def hours_of(stream: str) -> float:
    """Hours of hearing, with what no-show loses, and decision."""
    row = next(row for row in STREAMS if row["stream"] == stream)
    return float(row["hearing"]) / (1 - float(row["no_show"])) + float(row["decision"])


def calendar() -> Lines:
    """Every week of the horizon."""
    weeks = (LAST - FIRST).days // 7 + 1
    labels = [(FIRST + timedelta(weeks=index)).isocalendar()[:2] for index in range(weeks)]
    others = round((52 - sum(HOLIDAYS.values())) / (52 - len(HOLIDAYS)), 4)
    return [(f"{year}-W{week:02d}", HOLIDAYS.get(week, others), "A", CALENDAR_SOURCE) for year, week in labels]


def eligibility() -> Lines:
    """Officers hear and decide everything, the project its category, and preparation is for any stream."""
    lines: Lines = []
    for row in STREAMS:
        stream = row["stream"]
        lines.append(("preparation", stream, "preparation", 1, "A", PREPARING_SOURCE))
        lines += [("officer", stream, stage, 1, "R", SKILL_SOURCE) for stage in STAGES[1:]]
        if stream in PROJECT_STREAMS:
            lines += [("project", stream, stage, NEWCOMER, "A", PROJECT_SKILL_SOURCE) for stage in STAGES[1:]]
    return lines


def places() -> Lines:
    """Preparation anywhere, hearings and decisions where the stream is at home."""
    lines: Lines = []
    for row in PLACES:
        source = PLACE_SOURCE.format(**row) + (BUDEL_SOURCE if row["no_show_factor"] != "1" else "")
        lines += [(row["location"], case["stream"], "preparation", 1, "A", PREPARED_SOURCE) for case in STREAMS]
        lines += [
            (row["location"], stream, stage, row["no_show_factor"] if stage == "hearing" else 1, "A", source)
            for stream in row["streams"].split()
            for stage in STAGES[1:]
        ]
    own = (
        "The special project hears and decides Syrians and Yemenis (letter of summer 2023); that it has a place of its "
    )
    return [
        *lines,
        *(
            (PROJECT, stream, stage, 1, "A", f"{own}own is an assumption")
            for stream in PROJECT_STREAMS
            for stage in STAGES[1:]
        ),
    ]


def team() -> tuple[object, ...]:
    """The special project as a specialised team."""
    sizes = (TEAM[name] for name in ("every_weeks", "least", "most", "least_weeks", "learning_weeks"))
    output = (TEAM_OUTPUT, TEAM_LEARNED, TEAM_COST)
    return ("baa", PROJECT, "syria-yemen", week_of(FIRST), week_of(LAST), *sizes, *output, "A", TEAM_SOURCE)
