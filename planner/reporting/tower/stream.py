"""The page of a stream: what is open at which stage, what comes in and is decided, what is late, who works on it."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np

from planner.domain.grid import UNIT
from planner.evaluation.targets import MET_BELOW
from planner.reporting.contents import Column, Form, Kind, Section
from planner.reporting.labels import Labels
from planner.reporting.material import ByName, Material
from planner.reporting.over_time import over_time
from planner.reporting.run_page import Make
from planner.reporting.words import Words

CASES = Column("", Form.NUMBER, 1)


def stream_sections(own: Material, stream: str) -> tuple[Make, ...]:
    """The sections of the page."""
    figures, flows = own.view.figures, own.flows
    k = next(place for place, row in enumerate(figures.streams) if row.name == stream)
    tasks = np.flatnonzero(figures.stream_of_task == k)

    def open_cases(_: Material, say: Words) -> Section:
        waiting: ByName = {figures.task_names[n][1]: flows.open[n] / UNIT for n in tasks}
        waiting["between"] = flows.in_transit[k] / UNIT
        late: ByName = {"late": flows.late_legal[k] / UNIT}
        moving: ByName = {
            "lodged": figures.lodged[k] / UNIT,
            "decided": flows.decided[k] / UNIT,
            "withdrawn": flows.withdrawn_by_stream[k] / UNIT,
        }

        row = figures.streams[k]
        names = Labels(own.instance, say)
        term = say.term(row.term) if row.term else say("none")
        intro = say("tower.stream", category=names.category(row.category), track=names.track(row.track), term=term)
        return Section(
            "headline",
            say("stock"),
            (
                intro,
                over_time(own, say, "waiting", Kind.STACK, waiting, _said(say, "stage."), CASES, marked=True),
                over_time(own, say, "moving", Kind.LINES, moving, _said(say, "moving."), CASES),
                over_time(own, say, "stream_late", Kind.LINES, late, lambda _: say("late"), CASES)
                if late["late"].max() >= MET_BELOW
                else say("tower.none_late"),
            ),
        )

    def work(_: Material, say: Words) -> Section:
        days = own.view.all_days[:, :, figures.work_of_task[tasks]].sum(axis=(1, 2))
        by_location = {row.location: days[place] for place, row in enumerate(own.instance.locations)}
        name = Labels(own.instance, say).location
        column = Column("", Form.NUMBER, 0)
        chart = over_time(own, say, "staff_by_location", Kind.STACK, by_location, name, column)
        parts = [row for row in figures.streams if row.base == figures.streams[k].base]
        intro = say("tower.shared_staff" if len(parts) > 1 else "staff.intro")
        return Section("staff", say("staff"), (intro, chart))

    return open_cases, work


def _said(say: Words, prefix: str) -> Callable[[str], str]:
    return lambda key: say(prefix + key)
