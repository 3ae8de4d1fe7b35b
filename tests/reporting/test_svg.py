import re
from xml.etree import ElementTree

import pytest

from planner.domain.weeks import Week
from planner.reporting.contents import Chart, Column, Form, Kind, Limit, Mark, Series
from planner.reporting.language import Language
from planner.reporting.svg import BOTTOM, DASHES, FILLS, HATCHES, HEIGHT, MARKERS, SHIFT, TOP, drawn, ticks_up_to
from tests.reporting.build import HOSTILE

WEEKS = tuple(Week.parse("2026-W24").plus(index) for index in range(3))


def chart(kind=Kind.LINES, *values, **changes):
    named = tuple(Series(f"s{place}", own) for place, own in enumerate(values or [(0.0, 50.0, 100.0)]))
    facts = {"key": "k", "title": "T", "about": "A", "kind": kind, "head": "Week", "weeks": WEEKS, "series": named}
    return Chart(**facts | {"column": Column("", Form.NUMBER)} | changes)


def test_a_line_has_the_heights_of_its_values():
    # 0, 50 and 100 on an axis to 100: the bottom, half way, the top; half of 268 is 134
    picture = drawn(chart(), Language.EN, "k")
    assert HEIGHT - BOTTOM - TOP == 268
    assert 'd="M70 294l437-134l437-134"' in picture


def test_areas_stand_on_each_other():
    # 50 and on it 50 again: the second one begins at the top of the axis and comes back at half of it
    picture = drawn(chart(Kind.STACK, (50.0,) * 3, (50.0,) * 3), Language.EN, "k")
    outlines = re.findall(r'data-series="\d" d="(M[^"]+)z"', picture)
    assert outlines == ["M70 160l437 0l437 0l0 134l-437 0l-437 0", "M70 26l437 0l437 0l0 134l-437 0l-437 0"]


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [(100, [0, 20, 40, 60, 80, 100]), (0, [0, 1]), (7, [0, 2, 4, 6, 8]), (0.3, [0, 0.1, 0.2, 0.3]), (12001, None)],
)
def test_ticks_are_round_and_reach_the_highest_value(highest, ticks):
    found = ticks_up_to(highest)
    assert found[-1] >= highest
    assert len(found) <= 7
    assert ticks is None or found == pytest.approx(ticks)


def test_heat_is_darker_the_more_is_used_and_hatched_when_all_is():
    picture = drawn(chart(Kind.HEAT, (0.0, 0.5, 1.0)), Language.EN, "k")
    cells = re.findall(r'<path (class="heat\d"|fill="url\(#k-full\)") d="M', picture)
    assert cells == ['class="heat2"', 'fill="url(#k-full)"']


@pytest.mark.parametrize("kind", Kind)
def test_a_picture_is_well_formed_and_names_nothing_that_runs(kind):
    series = (Series(HOSTILE, (1.0, 2.0, 3.0)),)
    own = chart(
        kind,
        series=series,
        title=HOSTILE,
        about=HOSTILE,
        marks=(Mark(1, HOSTILE),),
        limits=(Limit(2.0, HOSTILE, True),),
    )
    found = ElementTree.fromstring(drawn(own, Language.NL, "k"))
    assert {node.tag.rpartition("}")[2] for node in found.iter()} <= {
        "svg", "title", "desc", "path", "text", "g", "defs", "pattern", "rect", "line",
    }  # fmt: skip
    assert found[0].text == HOSTILE


def test_every_series_has_a_second_cue_besides_its_colour():
    hatches = [HATCHES[(place + SHIFT * (place // len(HATCHES))) % len(HATCHES)] for place in range(len(FILLS))]
    assert len(set(zip(FILLS, hatches, strict=True))) == len(FILLS) == 2 * len(HATCHES)
    assert len(set(HATCHES)) == len(set(DASHES)) == len(set(MARKERS)) == 8


def test_the_table_of_a_chart_has_all_that_the_chart_shows():
    table = chart(Kind.LINES, (1.0, 2.0, 3.0), limits=(Limit(2.5, "signal", False),)).table
    assert [column.title for column in table.columns] == ["Week", "s0", "signal"]
    assert table.rows[2] == (WEEKS[2], 3.0, 2.5)
