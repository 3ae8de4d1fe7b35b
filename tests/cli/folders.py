"""Instances in folders, small enough to be solved in a moment."""

from dataclasses import replace
from pathlib import Path

from planner.domain.instance import Instance, Interpreters, Language, Location, Staff
from planner.files.writing import write_instance
from planner.generation.marking import marked
from tests.evaluation.build import tiny


def small(people: float = 2.0) -> Instance:
    """The tiny instance of the evaluation's tests, as the reader takes it: rooms for all, and so many people.

    With 6 people every target is met, with 0.3 (48 hours in four weeks, 512 asked) none.
    """
    own = tiny()
    return marked(
        own.replace(
            header=replace(own.header, description="Made by hand for tests"),
            locations=(Location("north", "North", hearing_rooms=3, room_hours=50.0),),
            interpreters=(Interpreters("arabic", 150.0),),
            staff=(Staff("north", "officers", people),),
            languages=(Language("new", "arabic", 1.0),),
        ),
        "Chosen to be easy to reckon",
    )


def small_folder(folder: Path, people: float = 2.0) -> Path:
    write_instance(small(people), folder)
    return folder
