"""What is asked of the planner's speed, what the latest lines say of it, and what stops it where it falls short."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from benchmarks.cases import COUNTRY
from benchmarks.ratios import Middle, middles
from benchmarks.record import Line
from benchmarks.series import gap_at
from planner.domain.policy import EURO, SHIPPED

Lines = Mapping[str, list[Line]]
"""The latest lines of each part."""

NATIONAL = f"planner:{COUNTRY.name}"
BUILT = "L:relaxed"
"""The model whose building is told of: as large as the country, with no whole columns, which some hand over slowly."""

VERY_LARGE = "planner:40x60x260"


@dataclass(frozen=True)
class Bar:
    """A figure, what is asked of it and wished for; `found` says what the lines have, nothing where none does."""

    figure: str
    asked: str
    wished: str
    command: str
    found: Callable[[Lines], str]
    limit: str = ""


def bars(lines: Lines) -> Iterator[str]:
    """The table, as Markdown."""
    yield "## What is asked\n"
    yield (
        "Median (least to most, where there are several runs) of the lines of the last commit that each case was "
        "measured at. Seconds are wall time.\n"
    )
    yield "| figure | bar | stretch | found | command | what stops it |\n|---|---|---|---|---|---|"
    for bar in BARS:
        command = f"`make bench {bar.command}`"
        yield f"| {bar.figure} | {bar.asked} | {bar.wished} | {bar.found(lines)} | {command} | {bar.limit} |"
    yield ""


def _national(lines: Lines) -> list[Line]:
    """The runs of the country as it is, of the part that made the last of them: so all are of one commit."""
    parts = [
        [line for line in lines[part] if line["case"] == NATIONAL and "levels" in line]
        for part in ("instances", "peers")
    ]
    return max(parts, key=lambda own: max((line["at"] for line in own), default=""))


def _spread(values: Iterable[float], unit: str = " s", digits: int = 0) -> str:
    own = sorted(values)
    if not own:
        return ""
    shown = f"{median(own):.{digits}f}{unit}"
    return shown if len(own) == 1 else f"{shown} ({own[0]:.{digits}f} to {own[-1]:.{digits}f}, {len(own)} runs)"


def _first_plan(lines: Lines) -> str:
    return _spread(line["first_plan_seconds"] for line in _national(lines))


def _audit(lines: Lines) -> str:
    return _spread((line["phases"]["audit"] for line in _national(lines)), digits=1)


def _gap_after(seconds: float) -> Callable[[Lines], str]:
    """The widest gap of the levels up to the first in euro after so many seconds, and that of all."""

    def found(lines: Lines) -> str:
        floors = {level.name: level.floor for level in SHIPPED.levels}
        shown = []
        for line in _national(lines):
            levels = line["levels"]
            first = [level["unit"] for level in levels].index(EURO) + 1
            own = [floors[level["name"]] for level in levels]
            shown.append([gap_at(line["series"], own[:count], seconds) for count in (first, len(levels))])
        if not shown:
            return ""
        up_to, all_levels = (_spread((100 * gap for gap in own), " %", 1) for own in zip(*shown, strict=True))
        return f"{up_to} up to `waiting`; {all_levels} with `staffing_and_calm`"

    return found


def _against_solvers(lines: Lines) -> str:
    """When each general solver came within 1 % of every level on the country, beside the planner up to `waiting`."""
    found = []
    for solver in ("highs", "scip", "cp-sat"):
        own = [line for line in lines["peers"] if line["case"] == f"{solver}:{COUNTRY.name}" and "seconds_to" in line]
        times = [line["seconds_to"]["0.01"] for line in own]
        ended = own[-1].get("ended") if own else None
        never = f"none ({ended})" if ended else f"not after {own[-1]['seconds']:.0f} s" if own else ""
        if own:
            there = _spread(time for time in times if time is not None)
            found.append(f"{solver} {there or never}")
    return ", ".join(found)


def _building(measure: str, *ways: str) -> Callable[[Lines], str]:
    """How many times that of the planner's way each library's measure is, in the sittings that have both."""

    def found(lines: Lines) -> str:
        own = middles(lines["build"], measure)
        shown = []
        for way in ways:
            times = [
                middle.median / base.median
                for (sitting, case), middle in own.items()
                if case == f"{way}:{BUILT}" and (base := own.get((sitting, f"planner-highspy:{BUILT}")))
            ]
            if times:
                shown.append(f"{way} {_spread(times, ' times', 1)}")
        return ", ".join(shown)

    return found


def _from_the_run_before(lines: Lines) -> str:
    cpu = middles(lines["resolve"], "cpu")
    pairs = [
        (case.removeprefix("warm:"), cold.median / warm.median)
        for (sitting, case), warm in cpu.items()
        if case.startswith("warm:") and (cold := cpu.get((sitting, case.replace("warm:", "cold:"))))
    ]
    return ", ".join(f"{case} {times:.1f} times less CPU" for case, times in pairs)


def _twice_the_locations(lines: Lines) -> str:
    cpu: dict[int, Middle] = {}
    for (_, case), middle in middles(lines["growth"], "cpu").items():
        if case.startswith("planner:locations="):
            cpu[int(case.partition("=")[2])] = middle
    return ", ".join(
        f"{fewer} to {more}: {cpu[more].median / cpu[fewer].median:.1f} times the CPU time"
        for fewer, more in pairwise(sorted(cpu))
    )


def _very_large(lines: Lines) -> str:
    own = [line for line in lines["growth"] if line["case"] == VERY_LARGE and "levels" in line]
    return ", ".join(f"{line['gap']:.1%} after {line['seconds']:.0f} s, {line['peak_mib']:.0f} MiB" for line in own)


SOLVE = f'BENCH=instances ARGS="--slow --only {NATIONAL}"'
BARS = (
    Bar("national instance: first audited plan", "60 s", "10 s", SOLVE, _first_plan, "the relaxation takes 43 to 58 s"),
    Bar(
        "proven gap of every level after 2 minutes",
        "1 %",
        "0.1 %",
        SOLVE,
        _gap_after(120),
        "rounds of mending and windows take another minute or two (decision 17)",
    ),
    Bar(
        "proven gap of every level after 10 minutes",
        "0.5 %",
        "0.05 %",
        SOLVE,
        _gap_after(600),
        "the search ends once trouble is mended; `staffing_and_calm` pays for peaks that `waiting` asks for, which its "
        "bound may avoid (decisions 12 and 17)",
    ),
    Bar(
        "time to a proven 1 %, against the whole model in a general solver (15 minutes each)",
        "20 times less, or it does not get there",
        "100 times",
        f'BENCH=peers ARGS="--slow --only :{COUNTRY.name}"',
        _against_solvers,
    ),
    Bar(
        "building and handing over, against linopy, PyOptInterface, PuLP, Pyomo",
        "no slower, half, 1/8, 1/20",
        "1/8, 1/15, 1/60, 1/150",
        "BENCH=build",
        _building("cpu", "linopy", "pyoptinterface", "pulp", "pyomo"),
    ),
    Bar("memory added by building, against linopy", "no more", "half", "BENCH=build", _building("added_mib", "linopy")),
    Bar(
        "solved again after a small change, against cold",
        "5 times less",
        "20 times",
        'BENCH=resolve ARGS="--slow"',
        _from_the_run_before,
        "what a change makes late has to be mended as after a cold start (decision 23)",
    ),
    Bar("twice the locations", "2.5 times the time", "2.0", 'BENCH=growth ARGS="--slow"', _twice_the_locations),
    Bar("audit of a national plan", "10 s", "2 s", SOLVE, _audit),
    Bar(
        "40 locations × 60 streams × 260 weeks",
        "5 % in 60 minutes, 16 GiB",
        "0.5 % in 30 minutes",
        f'BENCH=growth ARGS="--slow --only {VERY_LARGE}"',
        _very_large,
    ),
)
