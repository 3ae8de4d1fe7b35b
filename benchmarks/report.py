"""What the results say, as Markdown tables and a picture."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from statistics import mean, median

from benchmarks.bars import bars
from benchmarks.cases import COUNTRY, PARTS, SIZES, WAYS
from benchmarks.mondays import MONDAYS
from benchmarks.pictures import profile, profile_svg
from benchmarks.ratios import REFERENCE, disagreements, latest, middles
from benchmarks.record import Line, read
from benchmarks.series import seconds_to_of_first
from planner.domain.policy import EURO, SHIPPED

PROFILED = "0.01"
"""The proven gap of which the picture tells."""

ROUNDS_TO_NOTHING = 0.05
"""A bound below this says nothing with one decimal."""


def write(results: Path) -> str:
    """Writes RESULTS.md and the picture beside the results; gives the page."""
    lines = {part: latest(read(results / f"{part}.jsonl")) for part in PARTS}
    parts = ["# Results\n\nMade from the lines in this folder by `python -m benchmarks report`. Do not edit.\n"]
    parts += [*bars(lines), *_building(lines["build"]), *_optima(lines["peers"])]
    for part in ("peers", "instances", "growth", "resolve"):
        parts += _solves(part, lines[part])
    parts += [*_effects(lines["instances"]), *_resolved(lines["resolve"])]
    parts += [*_mondays(lines["mondays"]), *_kills(lines["kills"])]
    seconds = _profiled(lines["peers"])
    if len(seconds) > 1:
        title = f"Time to a proven {float(PROFILED):.0%}: the planner and the whole model in general solvers"
        (results / "profile.svg").write_text(profile_svg(title, profile(seconds)), encoding="utf-8")
        parts.append("![performance profile](profile.svg)\n")
    page = "\n".join(parts)
    (results / "RESULTS.md").write_text(page, encoding="utf-8")
    return page


def _mondays(lines: list[Line]) -> Iterator[str]:
    """The weekly runs of a year by way, and what calm costs and saves beside the same Mondays without it."""
    own: dict[tuple[str, str], list[Line]] = defaultdict(list)
    made = [line for line in lines if "share_moved" in line]
    splits = [line for line in lines if line["case"].startswith("why:")]
    last = {line["case"].split(":")[1]: line["commit"] for line in made}  # a year is of one state of the code
    for line in made:
        way, name, number = line["case"].split(":")
        if int(number) and line["commit"] == last[name]:
            own[name, way].append(line)
    if not own:
        return
    yield "## Mondays\n"
    yield from (f"{name}: the first {len(found)} of {MONDAYS} Mondays.\n" for name, found in _cut(own))
    head = (
        "case",
        "Mondays",
        "s, median (most)",
        "CPU s, median",
        "findings",
        "frozen days changed",
        "moved",
        "splits",
    )
    yield from (f"| {' | '.join(head)} |", "|---" * len(head) + "|")
    for (name, way), found in sorted(own.items()):
        seconds, cpu = [line["seconds"] for line in found], [line["process_cpu"] or 0.0 for line in found]
        split = [
            line["adds_up"] is True
            for line in splits
            if way == "calm" and line["case"].split(":")[1] == name and line["commit"] == last[name]
        ]
        yield (
            f"| {way}:{name} | {len(found)} | {median(seconds):.1f} ({max(seconds):.1f}) | {median(cpu):.1f} "
            f"| {sum(line['findings'] for line in found)} | {sum(line['frozen_days_changed'] for line in found)} "
            f"| {mean(line['share_moved'] for line in found):.2%} "
            f"| {f'{sum(split)} of {len(split)} add up' if split else ''} |"
        )
    yield ""
    costs = {key: [line["cost_of_calm"] for line in found if "cost_of_calm" in line] for key, found in own.items()}
    levels = next((list(cost) for found in costs.values() for cost in found), [])
    yield "What calm costs beside the same Monday, as a share of max(value, floor) of each level: mean (most).\n"
    yield f"| beside | moved, calm / beside | {' | '.join(levels)} |"
    yield f"|---|---|{'---|' * len(levels)}"
    for (name, way), found in sorted(costs.items()):
        if found:
            cells = [
                f"{mean(cost[level] for cost in found):.2%} ({max(cost[level] for cost in found):.2%})"
                for level in levels
            ]
            yield f"| {way}:{name} | {_calmer(own[name, 'calm'], own[name, way])} | {' | '.join(cells)} |"
    yield ""


def _cut(own: dict[tuple[str, str], list[Line]]) -> Iterator[tuple[str, list[Line]]]:
    """Years of the country that were cut short, or are not over."""
    for (name, way), found in own.items():
        if way == "calm" and name == COUNTRY.name and len(found) < MONDAYS:
            yield name, found


def _calmer(calm: list[Line], other: list[Line]) -> str:
    """What moves on the Mondays that both have."""
    ours = {line["case"].rpartition(":")[2]: line["share_moved"] for line in calm}
    pairs = [
        (ours[number], line["share_moved"]) for line in other if (number := line["case"].rpartition(":")[2]) in ours
    ]
    moved, beside = (sum(own) for own in zip(*pairs, strict=True)) if pairs else (0.0, 0.0)
    return f"{moved / beside:.2f}" if beside else ""


def _kills(lines: list[Line]) -> Iterator[str]:
    """Runs that were killed."""
    own = [line for line in lines if "kills" in line]
    if own:
        total = {name: sum(line[name] for line in own) for name in ("kills", "half_runs", "lost_runs")}
        recovered = sum(line["recovered"] for line in own)
        yield "## Kills\n"
        yield (
            f"{total['kills']} weekly runs killed at random moments: {total['lost_runs']} runs lost, "
            f"{total['half_runs']} half there; after each ten the next run recovered by itself "
            f"({recovered} of {len(own)}).\n"
        )


def _building(lines: list[Line]) -> Iterator[str]:
    """Medians with their spread, and how many times the planner's own two ways."""
    cpu, memory = middles(lines, "cpu"), middles(lines, "added_mib")
    found = {(sitting, *case.split(":")[1:]) for sitting, case in cpu if case != REFERENCE}
    groups = sorted(found, key=lambda own: (list(SIZES).index(own[1]), own[2], own[0]))
    for sitting, size, kind in groups:
        own = {way: cpu.get((sitting, f"{way}:{size}:{kind}")) for way in WAYS}
        there = {way: middle for way, middle in own.items() if middle}
        counts = next((line for line in lines if line["case"].endswith(f":{size}:{kind}") and line.get("nonzeros")), {})
        yield f"## Building and handing over: {size}, {kind} ({sitting})\n"
        yield (
            f"{counts.get('columns')} columns, {counts.get('rows')} rows, {counts.get('nonzeros')} nonzeros. "
            "CPU seconds: median (least to most); how many times those of the planner's ways.\n"
        )
        yield "| way | CPU s | of which handing over | added MiB | times planner-mathopt | times planner-highspy |"
        yield "|---|---|---|---|---|---|"
        handed = middles(lines, "hand_over_cpu")
        for way, middle in there.items():
            key = (sitting, f"{way}:{size}:{kind}")
            yield (
                f"| {way} | {middle.median:.3f} ({middle.least:.3f} to {middle.most:.3f}) | {handed[key].median:.3f} "
                f"| {memory[key].median:.0f} | {_times(middle.median, there.get('planner-mathopt'))} "
                f"| {_times(middle.median, there.get('planner-highspy'))} |"
            )
        yield ""


def _times(value: float, base: object) -> str:
    own = getattr(base, "median", 0.0)
    return f"{value / own:.2f}" if own else ""


def _optima(lines: list[Line]) -> Iterator[str]:
    found: dict[str, dict[str, float]] = defaultdict(dict)
    for line in lines:
        if line["case"].startswith("optimum:") and "value" in line:
            _, way, what = line["case"].split(":", 2)
            found[what][way] = line["value"]
    if not found:
        return
    wrong = list(disagreements(lines))
    yield "## The same optimum from every library\n"
    yield "| model | ways | value | agree to 1e-6 |\n|---|---|---|---|"
    for what, own in found.items():
        agree = "no" if any(text.startswith(f"{what}:") for text in wrong) else "yes"
        yield f"| {what} | {', '.join(own)} | {min(own.values()):.6f} | {agree} |"
    yield ""


def _solves(part: str, lines: list[Line]) -> Iterator[str]:
    own = [
        line for line in lines if "seconds_to" in line or "skipped" in line or ("error" in line and ":" in line["case"])
    ]
    if not own:
        return
    yield f"## {part.capitalize()}\n"
    yield "Seconds to a proven gap of all levels, and of those up to the first in euro where the series was kept.\n"
    every = ("first plan s", "to 5 %", "to 2 %", "to 1 %", "to 0.5 %", "widest gap at the end")
    first = ("up to euro: to 5 %", "to 2 %", "to 1 %", "widest gap at the end")
    head = ("case", *every, *first, "seconds", "MiB", "load")
    yield from (f"| {' | '.join(head)} |", "|---" * len(head) + "|")
    for line in own:
        if "seconds_to" not in line:
            why = line.get("skipped", line.get("error", ""))[:60]
            yield f"| {line['case']} | {why} |{' |' * (len(head) - 2)}"
            continue
        to = line["seconds_to"]
        gaps = [level["gap"] for level in line["levels"] if level["gap"] is not None]
        widest = f"{max(gaps):.2%}" if gaps else ""
        cells = [line["first_plan_seconds"], *(to[gap] for gap in ("0.05", "0.02", "0.01", "0.005"))]
        shown = " | ".join("" if cell is None else f"{cell:.1f}" for cell in cells)
        end = f"{line['seconds']:.1f} | {line['peak_mib']:.0f} | {line['load']}"
        yield f"| {line['case']} | {shown} | {widest} | {_up_to_euro(line)} | {end} |"
    yield ""


def _up_to_euro(line: Line) -> str:
    """Seconds to a proven 5, 2 and 1 % of the levels up to the first in euro, and their widest gap at the end."""
    units = [level.get("unit") for level in line["levels"]]
    if not line.get("series") or EURO not in units:
        return " | " * 3
    levels = line["levels"][: units.index(EURO) + 1]
    floors = {level.name: level.floor for level in SHIPPED.levels}
    to = seconds_to_of_first(line["series"], [floors.get(level["name"], 0.0) for level in levels])
    gaps = [level["gap"] for level in levels]
    shown = ["" if (cell := to[gap]) is None else f"{cell:.1f}" for gap in ("0.05", "0.02", "0.01")]
    return " | ".join([*shown, "" if None in gaps else f"{max(gaps):.2%}"])


def _effects(lines: list[Line]) -> Iterator[str]:
    """What each scenario of an instance changes, level by level, and where the yardsticks are beside the plan."""
    solved = {line["case"].removeprefix("planner:"): line for line in lines if line.get("levels")}
    for name in [own for own in solved if ":" not in own and any(case.startswith(f"{own}:") for case in solved)]:
        base = solved[name]
        yield f"## What each scenario does: {name}\n"
        yield (
            "The value of each level, with its bound in brackets where it is more than nothing; of levels in euro "
            "millions, what they are more than in the base, and the gap.\n"
        )
        yield f"| scenario | {' | '.join(level['name'] for level in base['levels'])} | targets missed | seconds |"
        yield "|---" * (len(base["levels"]) + 3) + "|"
        for case, line in solved.items():
            before, _, scenario = case.partition(f"{name}:")
            if case == name or (scenario and not before):
                yield f"| {scenario or 'base'} | {_compared(line, base, bounds=True)} | {line['seconds']:.0f} |"
        yield ""
        rules = [(rule, solved[case]) for case in solved for rule in [case.removesuffix(f":{name}")] if rule != case]
        if rules:
            yield f"### Yardsticks beside the plan: {name}\n"
            yield f"| rule | {' | '.join(level['name'] for level in base['levels'])} | targets missed |"
            yield "|---" * (len(base["levels"]) + 2) + "|"
            yield f"| the plan | {_compared(base, base, bounds=False)} |"
            for rule, line in rules:
                yield f"| {rule} | {_compared(line, base, bounds=False)} |"
            yield ""


def _compared(line: Line, base: Line, *, bounds: bool) -> str:
    cells = []
    for level, before in zip(line["levels"], base["levels"], strict=True):
        value, bound, gap = level["value"], level["bound"], level["gap"]
        if level["unit"] == "euro":
            more = "" if line is base else f", {(value - before['value']) / 1e6:+,.1f}"
            cells.append(f"{value / 1e6:,.1f}{more}{f', {gap:.1%}' if bounds and gap is not None else ''}")
        else:
            proven = f" ({bound:,.1f})" if bounds and bound is not None and bound > ROUNDS_TO_NOTHING else ""
            cells.append(f"{value:,.1f}{proven}")
    missed = [name for name, met in line["targets"].items() if not met]
    return f"{' | '.join(cells)} | {', '.join(missed) or 'none'}"


def _resolved(lines: list[Line]) -> Iterator[str]:
    """What a plan to begin from saves, each against the cold solve of the same sitting."""
    cpu, gaps = middles(lines, "cpu"), middles(lines, "gap")
    warm = [(sitting, case) for sitting, case in cpu if case.startswith("warm:")]
    there = [(own, (own[0], own[1].replace("warm:", "cold:"))) for own in warm]
    there = [(own, cold) for own, cold in there if cold in cpu and {own, cold} <= gaps.keys()]
    if not there:
        return
    yield "### From the run before\n"
    yield "CPU seconds of the whole command, and the widest gap in which it ended.\n"
    yield "| size and change | cold: CPU s | gap | from the run before: CPU s | gap | times less |"
    yield "|---|---|---|---|---|---|"
    for own, cold in there:
        one, other = cpu[cold], cpu[own]
        yield (
            f"| {own[1].removeprefix('warm:')} | {one.median:.1f} | {gaps[cold].median:.2%} "
            f"| {other.median:.1f} | {gaps[own].median:.2%} | {one.median / other.median:.1f} |"
        )
    yield ""


def _profiled(lines: Iterable[Line]) -> dict[str, dict[str, float | None]]:
    found: dict[str, dict[str, float | None]] = defaultdict(dict)
    for line in lines:
        if "seconds_to" in line:
            way, _, name = line["case"].partition(":")
            found[way][name] = line["seconds_to"][PROFILED]
    return found
