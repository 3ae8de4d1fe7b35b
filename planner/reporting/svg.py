"""Charts as SVG: drawn once, without a script, so that they print and open anywhere.

A series is told by its colour and by a second cue: its hatching in areas, its dashes and markers in lines. The colours
are those of Okabe and Ito, which colour-blind people can tell apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from html import escape
from itertools import pairwise
from math import ceil, floor, log10
from typing import Any

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.weeks import Week
from planner.reporting.contents import Chart, Kind, Series
from planner.reporting.language import Language

Height = Callable[[Any], Any]
"""From a value, or an array of them, to its height in the picture."""

FILLS = (
    *("#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#777777"),
    *("#A9D2EC", "#FAE3B0", "#A3DCCB", "#F0D6E4", "#004468", "#8A3D00", "#8C8300", "#C4C4C4"),
)
"""Colours of areas: eight, then lighter and darker ones of the same."""

INKS = ("#0072B2", "#A86F00", "#008561", "#B5578A", "#2D87BB", "#C45500", "#857800", "#666666")
"""Colours of lines: the same, dark enough on white."""

HATCHES = (
    "",
    "M0 8L8 0",
    "M0 0L8 8",
    "M0 4H8",
    "M4 0V8",
    "M0 8L8 0M0 0L8 8",
    "M3 4a1 1 0 1 0 2 0a1 1 0 1 0 -2 0",
    "M0 2H8M0 6H8",
)
SHIFT = 3
"""By so many places the hatchings move on when the colours start again."""
DASHES = ("", "8 3", "2 3", "10 3 2 3", "5 5", "14 4", "1 4", "6 2 2 2 2 2")
MARKERS = (
    "m-4 0a4 4 0 1 0 8 0a4 4 0 1 0 -8 0",
    "m-3.5 -3.5h7v7h-7z",
    "m0 -4.5l4.5 8h-9z",
    "m0 -5l5 5l-5 5l-5 -5z",
    "m-4.5 -1.5h3v-3h3v3h3v3h-3v3h-3v-3h-3z",
    "m0 4.5l-4.5 -8h9z",
    "m-5 -2h10v4h-10z",
    "m-2 -5h4v10h-4z",
)

WIDTH, HEIGHT = 960, 330
LEFT, RIGHT, TOP, BOTTOM = 70, 16, 26, 36
ROW = 19
"""Height of a row of heat."""
NAMES = 330
"""Width of the names of rows of heat."""
LETTERS = 50
"""Letters of a name that fit in it."""
STEPS = 5
"""Shades of heat, the last one hatched too."""
FULL = 0.995
"""From this share on, all of it is used."""
AT_LEAST = "\u2265"
LABEL = 64
"""Least distance between the labels of the time axis."""
EVERY = (1, 2, 4, 8, 16, 32, 64)
"""Of the quarters, or weeks, so many are labelled: the first that leaves room."""
LONG = 280
"""More days than this are labelled by quarters."""
ROUND = (1.0, 2.0, 2.5, 5.0, 10.0)
QUARTER = 13
"""Weeks between the markers of a line."""


def drawn(chart: Chart, language: Language, name: str) -> str:
    """The chart as an `svg` element; `name` is its identifier in the page."""
    body, geometry, height = _heat(chart, language, name) if chart.kind is Kind.HEAT else _plot(chart, language, name)
    start, step = geometry
    return (
        f'<svg id="{name}" viewBox="0 0 {WIDTH} {height}" role="img" aria-labelledby="{name}-title {name}-about" '
        f'data-start="{_short(start)}" data-step="{step:.4f}" data-top="{TOP}" data-bottom="{height - BOTTOM}">'
        f'<title id="{name}-title">{escape(chart.title)}</title><desc id="{name}-about">{escape(chart.about)}</desc>'
        f'{"".join(body)}<line class="cursor" x1="0" x2="0" y1="{TOP}" y2="{height - BOTTOM}"/></svg>'
    )


def swatch(chart: Chart, place: int, name: str) -> str:
    """The sign of a series in the legend."""
    colour = INKS[place % len(INKS)]
    if chart.kind is Kind.STACK:
        inside = f'<rect width="28" height="14" fill="{_fill(name, place)}" stroke="{colour}"/>'
    else:
        inside = (
            f'<path d="M0 7H28" stroke="{colour}" stroke-width="2.5" fill="none"{_dash(place)}/>'
            f'<path d="M14 7{MARKERS[place % len(MARKERS)]}" fill="{colour}"/>'
        )
    return f'<svg class="swatch" width="28" height="14" viewBox="0 0 28 14" aria-hidden="true">{inside}</svg>'


def _plot(chart: Chart, language: Language, name: str) -> tuple[list[str], tuple[float, float], int]:
    """Lines or stacked areas on two axes."""
    count = len(chart.weeks)
    step = (WIDTH - LEFT - RIGHT) / max(count - 1, 1)
    x: Numbers = LEFT + step * np.arange(count, dtype=np.float64)
    tops = _tops(chart.series, count, chart.kind is Kind.STACK)
    highest = max([float(tops.max()) if tops.size else 0.0, *(limit.value for limit in chart.limits)])
    ticks = ticks_up_to(highest)
    scale = (HEIGHT - TOP - BOTTOM) / ticks[-1]

    def y(value: Any) -> Any:
        return HEIGHT - BOTTOM - value * scale

    digits = next((digits for digits in range(4) if abs(round(ticks[1], digits) - ticks[1]) < 1e-9), 4)
    body = [
        f'<path class="grid" d="M{LEFT} {_short(y(tick))}H{WIDTH - RIGHT}"/>'
        f'<text class="tick" x="{LEFT - 8}" y="{_short(y(tick) + 4)}" text-anchor="end">'
        f"{language.number(tick, digits)}</text>"
        for tick in ticks
    ]
    body += _time_axis(chart.weeks, language, x, HEIGHT)
    if chart.kind is Kind.STACK:
        body += _areas(chart, tops, x, y, name)
    else:
        body += _lines(chart, x, y)
    for limit in chart.limits:
        css = "limit hard" if limit.hard else "limit"
        body.append(
            f'<path class="{css}" d="M{LEFT} {_short(y(limit.value))}H{WIDTH - RIGHT}"/>'
            f'<text class="note" x="{WIDTH - RIGHT - 4}" y="{_short(y(limit.value) - 5)}" text-anchor="end">'
            f"{escape(limit.name)} {language.number(limit.value)}</text>"
        )
    for mark in chart.marks:
        at = _short(x[mark.at])
        anchor = "end" if x[mark.at] > WIDTH * 0.7 else "start"
        shift = -5 if anchor == "end" else 5
        body.append(
            f'<path class="mark" d="M{at} {TOP - 8}V{HEIGHT - BOTTOM}"/>'
            f'<text class="note" x="{_short(x[mark.at] + shift)}" y="{TOP - 2}" text-anchor="{anchor}">'
            f"{escape(mark.name)}</text>"
        )
    return body, (LEFT, step), HEIGHT


def _tops(series: Sequence[Series], count: int, stacked: bool) -> Numbers:
    values = np.array([own.values for own in series]).reshape(len(series), count)
    return np.cumsum(values, axis=0) if stacked else values


def _areas(chart: Chart, tops: Numbers, x: Numbers, y: Height, name: str) -> Iterator[str]:
    yield f"<defs>{''.join(_pattern(name, place) for place in range(len(chart.series)))}</defs>"
    base = np.zeros(len(x))
    for place, top in enumerate(tops):
        outline = _points(np.concatenate([x, x[::-1]]), y(np.concatenate([top, base[::-1]])))
        yield f'<path data-series="{place}" d="{outline}z" fill="{_fill(name, place)}" stroke="#fff"/>'
        base = top


def _lines(chart: Chart, x: Numbers, y: Height) -> Iterator[str]:
    for place, own in enumerate(chart.series):
        colour = INKS[place % len(INKS)]
        every = range(min(2 * place, len(x) - 1), len(x), QUARTER)
        dots = "".join(f"M{_short(x[at])} {_short(y(own.values[at]))}{MARKERS[place % len(MARKERS)]}" for at in every)
        yield (
            f'<g data-series="{place}"><path d="{_points(x, y(np.array(own.values)))}" fill="none" stroke="{colour}" '
            f'stroke-width="2"{_dash(place)}/><path d="{dots}" fill="{colour}"/></g>'
        )


def _heat(chart: Chart, language: Language, name: str) -> tuple[list[str], tuple[float, float], int]:
    """A row for each series, a cell for each block of weeks, by share of `full`."""
    count = len(chart.weeks)
    step = (WIDTH - NAMES - RIGHT) / count
    x = NAMES + step * np.arange(count)
    height = TOP + ROW * len(chart.series) + BOTTOM
    body = [
        f'<defs><pattern id="{name}-full" width="6" height="6" patternUnits="userSpaceOnUse">'
        '<rect width="6" height="6" class="heat4"/>'
        '<path d="M0 6L6 0" stroke="#fff" stroke-width="1.4"/></pattern></defs>'
    ]
    cells: list[list[str]] = [[] for _ in range(STEPS + 1)]
    for place, own in enumerate(chart.series):
        top = TOP + ROW * place
        body.append(
            f'<text class="row" x="{NAMES - 8}" y="{top + 14}" text-anchor="end">{escape(_cut(own.name))}</text>'
        )
        for at, value in enumerate(own.values):
            shade = _shade(value / chart.full)
            if shade is not None:
                cells[shade].append(f"M{_short(x[at])} {top + 1}h{_short(step - 0.8)}v{ROW - 2}h-{_short(step - 0.8)}z")
    for shade, paths in enumerate(cells):
        if paths:
            css = f'class="heat{shade}"' if shade < STEPS else f'fill="url(#{name}-full)"'
            body.append(f'<path {css} d="{"".join(paths)}"/>')
    body += _time_axis(chart.weeks, language, x, height)
    body.append(_scale(chart, language, name))
    return body, (NAMES + step / 2, step), height


def _scale(chart: Chart, language: Language, name: str) -> str:
    """The shades and what they stand for."""
    parts = []
    for shade in range(STEPS + 1):
        css = f'class="heat{shade}"' if shade < STEPS else f'fill="url(#{name}-full)"'
        x = WIDTH - RIGHT - (STEPS + 1 - shade) * 66
        share = min(shade / STEPS, 1.0)
        text = language.share(share) if chart.full == 1.0 else language.number(share * chart.full)
        parts.append(
            f'<rect x="{x}" y="4" width="14" height="12" {css}/>'
            f'<text class="tick" x="{x + 18}" y="14">{AT_LEAST if shade else "&gt;"} {text}</text>'
        )
    return "".join(parts)


def _shade(share: float) -> int | None:
    """The shade of a share; None for nothing."""
    if share <= 0.001:
        return None
    return STEPS if share >= FULL else int(share * STEPS)


def _time_axis(weeks: Sequence[Week], language: Language, x: np.ndarray, height: int) -> Iterator[str]:
    """Quarters, halves or years where the time is long, weeks where it is short: as many as have room."""
    base = height - BOTTOM
    yield f'<path class="axis" d="M{_short(float(x[0]))} {base}H{WIDTH - RIGHT}"/>'
    long = (weeks[-1].monday - weeks[0].monday).days > LONG
    quarters = [_quarter(week) for week in weeks]
    for every in EVERY:
        new = [own != before and own % every == 0 for before, own in pairwise(quarters)]
        shown = np.flatnonzero([False, *new]) if long else np.arange(0, len(weeks), every)
        if (np.diff(x[shown]) >= LABEL).all():
            break
    for place in shown.tolist():
        text = language.month(weeks[place].monday.replace(day=1)) if long else str(weeks[place])
        if x[place] < WIDTH - 20:
            at = _short(float(x[place]))
            yield (
                f'<path class="axis" d="M{at} {base}v5"/>'
                f'<text class="tick" x="{at}" y="{base + 19}" text-anchor="middle">{text}</text>'
            )


def _quarter(week: Week) -> int:
    """The quarter that its Monday is in, counted on from year to year."""
    return week.monday.year * 4 + (week.monday.month - 1) // 3


def ticks_up_to(highest: float, most: int = 6) -> list[float]:
    """Round heights from 0 to the first one at or above the highest value."""
    if highest <= 0:
        return [0.0, 1.0]
    raw = highest / (most - 1)
    power = 10.0 ** floor(log10(raw))
    step = next(own * power for own in ROUND if own * power >= raw * 0.999)
    return [step * place for place in range(ceil(highest / step - 1e-9) + 1)]


def _pattern(name: str, place: int) -> str:
    colour, hatch = FILLS[place % len(FILLS)], HATCHES[(place + SHIFT * (place // len(HATCHES))) % len(HATCHES)]
    lines = f'<path d="{hatch}" stroke="#000" stroke-opacity="0.55" fill="none"/>' if hatch else ""
    return (
        f'<pattern id="{name}-p{place}" width="8" height="8" patternUnits="userSpaceOnUse">'
        f'<rect width="8" height="8" fill="{colour}"/>{lines}</pattern>'
    )


def _fill(name: str, place: int) -> str:
    return f"url(#{name}-p{place})"


def _dash(place: int) -> str:
    dash = DASHES[place % len(DASHES)]
    return f' stroke-dasharray="{dash}"' if dash else ""


def _points(x: Numbers, y: Numbers) -> str:
    """A line through the points: from the first one in steps, which take fewer letters; steps do not add up errors."""
    at = np.rint(np.stack([x, y], axis=1) * 10).astype(np.int64)
    steps = (
        f"l{_tenth(across)}{'' if down < 0 else ' '}{_tenth(down)}" for across, down in np.diff(at, axis=0).tolist()
    )
    return f"M{_tenth(at[0, 0])} {_tenth(at[0, 1])}{''.join(steps)}"


def _tenth(tenths: int) -> str:
    return _short(tenths / 10)


def _cut(text: str) -> str:
    return text if len(text) <= LETTERS else f"{text[: LETTERS - 1]}\u2026"


def _short(number: float) -> str:
    return f"{number:.1f}".removesuffix(".0")
