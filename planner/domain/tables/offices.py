"""The offices of the service, and which work is done where."""

from planner.domain.column import Column, Kind
from planner.domain.table import Table
from planner.domain.tables.columns import LOCATION, STAGE_OR_ALL, STREAM

LOCATIONS = Table(
    "locations",
    "The offices where cases are heard or decided.",
    (
        Column("location", Kind.LABEL, "short name of the location"),
        Column("name", Kind.TEXT, "name in full"),
        Column("hearing_rooms", Kind.WHOLE, "rooms in which hearings can be held", "rooms", minimum=0),
        Column(
            "room_hours",
            Kind.NUMBER,
            "hours that one room can be used in a week of five working days",
            "hours per week",
            minimum=0,
            maximum=168,
        ),
        Column(
            "process_beds",
            Kind.WHOLE,
            "beds of the process location, for those who stay there around their hearing; empty: not counted",
            "beds",
            minimum=0,
            optional=True,
        ),
        Column(
            "stay_weeks",
            Kind.NUMBER,
            "weeks that a case stays there around its hearing; needed where beds are counted",
            "weeks",
            minimum=0.1,
            maximum=52,
            optional=True,
        ),
    ),
    key=("location",),
    rules=("hearing_rooms", "process_beds"),
)

PLACES = Table(
    "places",
    "At which locations which stages of which streams are done.",
    (
        LOCATION,
        STREAM,
        STAGE_OR_ALL,
        Column(
            "no_show_factor",
            Kind.NUMBER,
            "no-show at the location as a share of that in `work`: below 1 where people are invited in person, say",
            "share",
            minimum=0,
            maximum=1,
            default="1",
        ),
    ),
    key=("location", "stream", "stage"),
    rules=("skills", "processing_capacity", "hearing_rooms", "remote_hearings"),
)
