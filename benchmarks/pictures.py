"""Pictures of results, written as SVG by hand: two kinds of chart need no library that has to be pinned."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from html import escape

WIDTH, HEIGHT, LEFT, BOTTOM, TOP, RIGHT = 720, 420, 70, 60, 40, 170
COLOURS = ("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#e69f00", "#56b4e9", "#000000")
SHORTEST = 1e-3
"""Seconds below which times count as the same."""

DASHES = ("", "8 4", "2 3", "10 3 2 3", "5 5", "1 4", "12 2")


def profile(seconds: Mapping[str, Mapping[str, float | None]]) -> dict[str, list[tuple[float, float]]]:
    """For each way the steps (times the best way's seconds, share of the cases that it had reached by then).

    A case that no way reached counts against all of them.
    """
    names = {case for own in seconds.values() for case in own}
    best: dict[str, float] = {}
    for own in seconds.values():
        for case, time in own.items():
            if time is not None:
                best[case] = max(min(best.get(case, time), time), SHORTEST)
    steps = {}
    for way, own in seconds.items():
        times = sorted(max(time, SHORTEST) / best[case] for case, time in own.items() if time is not None)
        steps[way] = [(time, (count + 1) / len(names)) for count, time in enumerate(times)]
    return steps


def profile_svg(title: str, steps: Mapping[str, Sequence[tuple[float, float]]]) -> str:
    """A performance profile: further left and higher is better."""
    most = max((time for own in steps.values() for time, _ in own), default=1.0)
    decades = max(1, math.ceil(math.log10(most))) if most > 1 else 1
    across = WIDTH - LEFT - RIGHT

    def x(time: float) -> float:
        return LEFT + across * min(math.log10(max(time, 1.0)) / decades, 1.0)

    def y(share: float) -> float:
        return HEIGHT - BOTTOM - (HEIGHT - BOTTOM - TOP) * share

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img" font-family="sans-serif"'
        f' font-size="13"><title>{escape(title)}</title><rect width="100%" height="100%" fill="#fff"/>',
        f'<text x="{LEFT}" y="22" font-weight="bold">{escape(title)}</text>',
    ]
    for decade in range(decades + 1):
        at = x(10.0**decade)
        parts.append(f'<path d="M{at:.1f} {TOP}V{HEIGHT - BOTTOM}" stroke="#ddd"/>')
        parts.append(f'<text x="{at:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{10**decade}</text>')
    for tenth in range(0, 11, 2):
        at = y(tenth / 10)
        parts.append(f'<path d="M{LEFT} {at:.1f}H{LEFT + across}" stroke="#ddd"/>')
        parts.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{tenth * 10} %</text>')
    middle = LEFT + across / 2
    parts.append(f'<text x="{middle}" y="{HEIGHT - 18}" text-anchor="middle">times the seconds of the fastest</text>')
    for number, (way, own) in enumerate(sorted(steps.items())):
        colour, dash = COLOURS[number % len(COLOURS)], DASHES[number % len(DASHES)]
        path, share = f"M{x(1.0):.1f} {y(0.0):.1f}", 0.0
        for time, share in own:
            path += f"H{x(time):.1f}V{y(share):.1f}"
        path += f"H{LEFT + across}"
        parts.append(f'<path d="{path}" fill="none" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>')
        row = TOP + 10 + 22 * number
        parts.append(
            f'<path d="M{LEFT + across + 12} {row}h28" stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dash}"/>'
            f'<text x="{LEFT + across + 46}" y="{row + 4}">{escape(way)}: {share:.0%}</text>'
        )
    return "\n".join([*parts, "</svg>\n"])
