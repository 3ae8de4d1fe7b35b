"""The control tower: every link leads to a page of the folder, and pages say what the run says."""

import posixpath
import re
from dataclasses import replace

import pytest

from planner.domain.figures import figures
from planner.reporting.language import Language
from planner.reporting.tower.pages import HOME, tower_pages
from planner.reporting.tower.stream import stream_sections
from planner.reporting.tower.week import week_sections
from tests.evaluation.build import tiny, varied
from tests.evaluation.hand import hand_plan
from tests.reporting.build import EN, HOSTILE, hostile, material


@pytest.fixture(scope="module")
def pages():
    return dict(tower_pages(material(hostile(varied())), Language.NL))


def links(text):
    return {address for address in re.findall(r'<a href="([^"#]+)#', text) if address}


def test_there_is_a_page_for_the_country_each_view_location_stream_and_week(pages):
    own = material(varied())
    assert {HOME, "ministry.html", "board.html", "locations/east.html", "locations/west.html"} <= pages.keys()
    assert sum(path.startswith("streams/") for path in pages) == len(own.view.figures.streams)
    assert sum(path.startswith("weeks/") for path in pages) == len(own.weeks) == 16


def test_every_link_leads_to_a_page_and_every_page_is_linked(pages):
    reached = set()
    for path, text in pages.items():
        for address in links(text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(path), address))
            assert target in pages, f"{address} in {path}"
            reached.add(target)
    assert reached == pages.keys()


def test_every_page_leads_back_and_a_week_to_its_neighbours(pages):
    assert all("index.html" in " ".join(links(text)) for path, text in pages.items() if path != HOME)
    weeks = sorted(path for path in pages if path.startswith("weeks/"))
    second = {address for address in links(pages[weeks[1]]) if "index" not in address}
    assert second == {weeks[0].rpartition("/")[2], weeks[2].rpartition("/")[2]}


def test_names_from_the_instance_are_text_everywhere(pages):
    assert not [path for path, text in pages.items() if HOSTILE in text]


def test_the_page_of_a_week_has_its_staff_and_cases():
    # in week 2 of the hand-made plan 10 old and 8 new cases are decided, with 10 staff-days of 10; of the new ones, 7 a
    # week, 13 are open, and the 14 of the first two weeks are due, so that 6 are late
    own = material(tiny(), hand_plan(figures(tiny())))
    week, _ = (make(own, EN) for make in week_sections(own, 2))
    _, staff, streams = week.parts
    assert staff.rows == (("North", "All-rounders", 2.0, 10.0, 10),)
    assert streams.rows == (("old Old", 0.0, 10.0, 0.0, 0.0), ("new New", 7.0, 8.0, 13.0, 6.0))


def test_the_page_of_a_stream_has_what_waits_for_each_stage():
    # 20 old cases are prepared in week 0 and reach the decision a week later; 10 of them are decided in it
    own = material(tiny(), hand_plan(figures(tiny())))
    section = stream_sections(own, "old")[0](own, EN)
    waiting = {series.name: series.values for series in section.parts[1].series}
    assert waiting == {"Decision": (0.0, 10.0, 0.0, 0.0), "On the way to a stage": (20.0, 0.0, 0.0, 0.0)}


def test_the_page_of_a_stream_has_no_empty_chart_of_late_cases():
    # old cases have a term of six months and are late in week 1; without one they cannot be
    with_term = tiny()
    without = with_term.replace(streams=tuple(replace(row, term=None) for row in with_term.streams))
    for instance, late in ((with_term, True), (without, False)):
        own = material(instance, hand_plan(figures(instance)))
        parts = stream_sections(own, "old")[0](own, EN).parts
        assert ("stream_late" in {getattr(part, "key", "") for part in parts}) is late
        assert (EN("tower.none_late") in parts) is not late
