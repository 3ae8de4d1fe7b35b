"""All pages of the control tower by their path: the country, views of it, locations, streams and weeks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from planner.reporting.contents import Content, Links, Section
from planner.reporting.file_names import file_names
from planner.reporting.labels import Labels
from planner.reporting.language import Language
from planner.reporting.material import Material
from planner.reporting.page import page
from planner.reporting.run_page import Make, both, run_content
from planner.reporting.sections import SECTIONS
from planner.reporting.sections.bottlenecks import bottlenecks
from planner.reporting.sections.chain import chain
from planner.reporting.sections.coming_weeks import coming_weeks
from planner.reporting.sections.facts import facts
from planner.reporting.sections.headline import headline
from planner.reporting.sections.late import breaches, late
from planner.reporting.sections.money import money
from planner.reporting.sections.staff import people, staff
from planner.reporting.sections.stock import stock
from planner.reporting.tower.location import location_sections
from planner.reporting.tower.stream import stream_sections
from planner.reporting.tower.week import week_sections
from planner.reporting.words import Words

HOME = "index.html"

VIEWS: dict[str, tuple[Make, ...]] = {
    "ministry": (headline, stock, late, chain, money, facts),
    "board": (headline, bottlenecks, staff, people, coming_weeks, breaches),
}
"""Who steers what: the ministry on targets, the board on who works where."""


def tower_pages(own: Material, language: Language) -> Iterator[tuple[str, str]]:
    """Path and text of every page; each opens in the language and leads back to the first one."""
    views = {name: f"{name}.html" for name in VIEWS}
    locations = _paths("locations", file_names(row.location for row in own.instance.locations))
    streams = _paths("streams", file_names(stream.name for stream in own.view.figures.streams))
    weeks = _paths("weeks", {str(week): str(week).lower() for week in own.weeks})

    def map_of(_: Material, say: Words) -> Section:
        """Where everything is."""
        names = Labels(own.instance, say)
        return Section(
            "pages",
            say("tower.pages"),
            (
                Links(say("tower.views"), tuple((path, say(f"tower.{name}")) for name, path in views.items())),
                Links(say("tower.locations"), tuple((path, names.location(name)) for name, path in locations.items())),
                Links(say("tower.streams"), tuple((path, names.stream(name)) for name, path in streams.items())),
                Links(say("tower.weeks"), tuple((path, name) for name, path in weeks.items())),
            ),
        )

    yield HOME, _page(own, language, (headline, map_of, *SECTIONS[1:]))
    for name, path in views.items():
        yield path, _page(own, language, VIEWS[name], _said(f"tower.{name}"), _home(path))
    for name, path in locations.items():
        yield path, _page(own, language, location_sections(own, name), _labelled(own, "location", name), _home(path))
    for name, path in streams.items():
        yield path, _page(own, language, stream_sections(own, name), _labelled(own, "stream", name), _home(path))
    around = list(weeks.items())
    for t, (name, path) in enumerate(around):
        beside = [(other.rpartition("/")[2], week) for week, other in around[max(t - 1, 0) : t + 2] if week != name]
        yield path, _page(own, language, week_sections(own, t), _said("tower.one_week", week=name), _home(path), beside)


def _page(
    own: Material,
    language: Language,
    sections: tuple[Make, ...],
    title: Callable[[Words], str] = lambda _: "",
    home: str = "",
    beside: Sequence[tuple[str, str]] = (),
) -> str:
    """A page in both languages; `home` leads to the first page, `beside` to its neighbours."""
    contents: list[Content] = []
    for shown in both(language):
        say = Words(shown)
        links = ((home, say("tower.home")), *beside) if home else ()
        contents.append(replace(run_content(own, say, sections, title(say)), links=links))
    return page(contents)


def _said(key: str, **values: object) -> Callable[[Words], str]:
    return lambda say: say(key, **values)


def _labelled(own: Material, kind: str, label: str) -> Callable[[Words], str]:
    def title(say: Words) -> str:
        names = Labels(own.instance, say)
        return names.location(label) if kind == "location" else names.stream(label)

    return title


def _home(path: str) -> str:
    return "../" * path.count("/") + HOME


def _paths(folder: str, names: dict[str, str]) -> dict[str, str]:
    return {label: f"{folder}/{name}.html" for label, name in names.items()}
