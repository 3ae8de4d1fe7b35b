"""The registry: every case that is measured, by part."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from benchmarks.kills import kills
from benchmarks.mondays import EVERY, MONDAYS, Year
from benchmarks.process import child, planner
from benchmarks.record import CODE, ROOT, Case, Line, commit
from benchmarks.series import seconds_to_together

PARTS = ("build", "peers", "instances", "growth", "resolve", "mondays", "kills")

WAYS = ("planner-mathopt", "planner-highspy", "linopy", "pyoptinterface", "pulp", "pyomo", "pyomo-file")
"""Ways to build; the first three are fit for any size."""

LIBRARIES = ("linopy", "pyoptinterface", "pulp", "pyomo")
SOLVERS = ("highs", "scip", "cp-sat")
RULES = ("rule-70-30", "rule-fifo")

SIZES = {
    "tiny": ("--locations", 1, "--streams", 3, "--weeks", 12),
    "S": ("--size", "S"),
    "M": ("--size", "M"),
    "L": ("--size", "L"),
    "XL": ("--size", "XL"),
}
"""Generated instances by name: options of `planner generate`, all with seed 1. The tiny one is solved to the end."""

GROWTH = (
    *(("weeks", weeks, (4, 12, weeks)) for weeks in (26, 52, 104, 208)),
    *(("locations", locations, (locations, 12, 104)) for locations in (2, 4, 8, 16)),
    *(("streams", streams, (4, streams, 104)) for streams in (6, 12, 24, 48)),
)
"""What grows, to what, and locations, streams and weeks."""

COMBINED = (("ind-2026", "inflow-40,guarantee-first"),)
"""Scenarios of shipped instances laid over each other."""

COUNTRY = ROOT / "instances" / "ind-2026"
"""Of which a year of Mondays is run."""

OPTIMUM_SECONDS = 120
"""For the optima on which all libraries must agree."""


@dataclass(frozen=True)
class Limits:
    """What a sitting may take: seconds for each solve, the gap it aims at, how often short things are repeated.

    Runs of instances and their yardsticks stay in the folder `keep`, where there is one. Of a year only the first
    `mondays` are run.
    """

    cap: float = 900.0
    gap: float = 0.005
    repeats: int = 5
    keep: Path | None = None
    mondays: int = MONDAYS


class Folder:
    """Generated instances and files of arrays, made when first asked for."""

    def __init__(self, place: Path) -> None:
        self._place = place

    def generated(self, name: str, options: tuple[object, ...]) -> Path:
        """The folder of a generated instance."""
        folder = self._place / f"instance-{name}"
        if not folder.exists():
            made = planner("generate", folder, "--seed", 1, *options)
            if "error" in made:
                raise RuntimeError(f"{name} cannot be generated: {made['error']}")
        return folder

    def run(self, name: str, limits: Limits) -> Path:
        """The run of an instance that is there, to begin others from."""
        folder = self._place / f"run-{name}"
        if not folder.exists():
            words = ["solve", self._place / f"instance-{name}", "--out", folder]
            made = planner(*words, "--gap", limits.gap, "--time-limit", limits.cap, seconds=limits.cap)
            if "error" in made:
                raise RuntimeError(f"{name} cannot be solved: {made['error']}")
        return folder

    def arrays(self, kind: str, name: str, instance: Path, scenario: str | None = None) -> Path:
        """The file of `benchmarks.children.prepare` for an instance."""
        file = self._place / f"{kind}-{name}.npz"
        if not file.exists():
            made = child("benchmarks.children.prepare", kind, instance, file, *([scenario] if scenario else []))
            if "error" in made:
                raise RuntimeError(f"{name} cannot be prepared: {made['error']}")
        return file


def cases(part: str, folder: Folder, limits: Limits) -> list[Case]:
    """The cases of a part, each sitting with the yardstick of the machine first."""
    own: dict[str, Callable[[Folder, Limits], Iterator[Case]]] = {
        "build": _build,
        "peers": _peers,
        "instances": _instances,
        "growth": _growth,
        "resolve": _resolve,
        "mondays": _mondays,
        "kills": _kills,
    }
    yardstick = partial(child, "benchmarks.children.reference")
    reference = Case(part, "reference", yardstick, limits.repeats, guard=True, always=True)
    return [reference, *own[part](folder, limits)]


def shipped() -> list[tuple[str, Path, str | None]]:
    """Every shipped instance that is no test of the reader, alone and with each of its scenarios; the tiny ones."""
    found: list[tuple[str, Path, str | None]] = []
    for instance in sorted((ROOT / "instances").iterdir()):
        if (instance / "instance.toml").is_file():
            found.append((instance.name, instance, None))
            scenarios = sorted((instance / "scenarios").glob("*.toml"))
            names = [own.stem for own in scenarios] + [both for name, both in COMBINED if name == instance.name]
            found += [(f"{instance.name}:{name}", instance, name) for name in names]
    tiny = ROOT / "instances" / "tiny"
    found += [(f"tiny/{own.name}", own, None) for own in sorted(tiny.iterdir()) if (own / "instance.toml").is_file()]
    return found


def solve(instance: Path, scenario: str | None, limits: Limits, *options: object, keep: Path | None = None) -> Line:
    """One `planner solve`, and when it came within which gap. The run stays at `keep`."""
    with tempfile.TemporaryDirectory() as place:
        run = keep or f"{place}/run"
        words = ["solve", instance, "--out", run, "--gap", limits.gap, "--time-limit", limits.cap]
        words += [*(["--scenario", scenario] if scenario else []), *options]
        found = planner(*words, seconds=limits.cap)
    return solved(found)


def solved(found: Line) -> Line:
    """What is kept of what `planner solve --json` says."""
    if "levels" not in found:
        return found
    progress = found.get("progress", [])
    return {
        "exit": found["exit"],
        "status": found["status"],
        "seconds": found["seconds"]["total"],
        "phases": found["seconds"],
        "cpu": found["process_cpu"],
        "first_plan_seconds": found["first_plan_seconds"],
        "seconds_to": seconds_to_together(progress),
        "gap": max((_or_all(level["gap"]) for level in found["levels"]), default=None),
        "levels": found["levels"],
        "targets": {target["name"]: target["met"] for target in found["targets"]},
        "violations": found["audit"]["violations"] if found["audit"] else None,
        "series": [[step["seconds"], [[own["value"], own["bound"]] for own in step["levels"]]] for step in progress],
        "peak_mib": found["peak_mib"],
    }


def _or_all(gap: float | None) -> float:
    """Without a bound, or without an end, a gap counts as the whole value."""
    return 1.0 if gap is None else gap


def _build(folder: Folder, limits: Limits) -> Iterator[Case]:
    """Building alone, and handing over; at the largest size only what gets there in time."""
    for size in ("S", "M", "L", "XL"):
        for kind in ("whole", "relaxed"):
            for way in WAYS if size != "XL" else WAYS[:3]:
                guard = size == "M" and way in WAYS[:3]
                run = partial(_built, folder, way, size, kind)
                yield Case("build", f"{way}:{size}:{kind}", run, limits.repeats, slow=size == "XL", guard=guard)


def _built(folder: Folder, way: str, size: str, kind: str) -> Line:
    instance = folder.generated(size, SIZES[size])
    core = folder.arrays("core", size, instance)
    return child("benchmarks.children.build", way, instance, core, kind)


def _peers(folder: Folder, limits: Limits) -> Iterator[Case]:
    """The same optimum from every library; then the planner against general solvers with the whole model."""
    for size, kind in (("tiny", "whole"), ("tiny", "relaxed"), ("S", "relaxed"), ("M", "relaxed")):
        for way in ("planner-highs", *LIBRARIES):
            yield Case("peers", f"optimum:{way}:{size}:{kind}", partial(_optimum, folder, way, size, kind))
    for size in ("tiny", "S", "M", "L"):
        yield from _against(folder, limits, size, None, partial(folder.generated, size, SIZES[size]), slow=size in "ML")
    for name, instance, scenario in shipped():
        if "/" not in name and scenario is None:
            yield from _against(folder, limits, name, scenario, partial(Path, instance), slow=True)


def _against(
    folder: Folder, limits: Limits, name: str, scenario: str | None, where: Callable[[], Path], *, slow: bool
) -> Iterator[Case]:
    yield Case(
        "peers", f"planner:{name}", lambda: solve(where(), scenario, limits, "--threads", 2), slow=slow, cap=limits.cap
    )
    for solver in SOLVERS:
        yield Case(
            "peers", f"{solver}:{name}", partial(_monolith, folder, limits, solver, name, scenario, where), slow=slow
        )


def _optimum(folder: Folder, way: str, size: str, kind: str) -> Line:
    instance = folder.generated(size, SIZES[size])
    limits = (kind, 1e-7, OPTIMUM_SECONDS)
    if way == "planner-highs":
        return child("benchmarks.children.core_optimum", "highs", instance, *limits, seconds=OPTIMUM_SECONDS)
    core = folder.arrays("core", size, instance)
    return child("benchmarks.children.peer", way, core, *limits, seconds=OPTIMUM_SECONDS)


def _monolith(
    folder: Folder, limits: Limits, solver: str, name: str, scenario: str | None, where: Callable[[], Path]
) -> Line:
    file = folder.arrays("levels", name.replace("/", "-").replace(":", "-"), where(), scenario)
    return child("benchmarks.children.monolith", solver, file, limits.cap, limits.gap, seconds=limits.cap)


def _instances(folder: Folder, limits: Limits) -> Iterator[Case]:
    """The planner on everything that is shipped, and the yardsticks beside it."""
    for size in ("S", "M", "L", "XL"):
        where = partial(folder.generated, size, SIZES[size])
        run = partial(_solve_at, where, None, limits)
        yield Case(
            "instances", f"planner:{size}", run, guard=size in ("S", "M"), slow=size in ("L", "XL"), cap=limits.cap
        )
    for name, instance, scenario in shipped():
        slow = "/" not in name
        run = partial(solve, instance, scenario, limits, keep=_kept(limits, f"planner:{name}"))
        yield Case("instances", f"planner:{name}", run, slow=slow, cap=limits.cap)
        if slow:
            for rule in RULES:
                kept = _kept(limits, f"{rule}:{name}")
                yield Case("instances", f"{rule}:{name}", partial(_baseline, instance, scenario, rule, kept), slow=True)


def _kept(limits: Limits, case: str) -> Path | None:
    """Where the run of a case stays, if it does."""
    return limits.keep / case.replace(":", "-").replace("/", "-") if limits.keep else None


def _solve_at(where: Callable[[], Path], scenario: str | None, limits: Limits) -> Line:
    return solve(where(), scenario, limits)


def _baseline(instance: Path, scenario: str | None, rule: str, keep: Path | None) -> Line:
    with tempfile.TemporaryDirectory() as place:
        words = ["baseline", instance, "--rule", rule, "--out", keep or f"{place}/run"]
        return solved(planner(*words, *(["--scenario", scenario] if scenario else [])))


def _growth(folder: Folder, limits: Limits) -> Iterator[Case]:
    """One dimension at a time; where the others meet, it is the same instance."""
    for dimension, to, (locations, streams, weeks) in GROWTH:
        options = ("--locations", locations, "--streams", streams, "--weeks", weeks)
        where = partial(folder.generated, f"{locations}x{streams}x{weeks}", options)
        run = partial(_solve_at, where, None, limits)
        yield Case(
            "growth", f"planner:{dimension}={to}", run, slow=locations * streams * weeks > 10_000, cap=limits.cap
        )
    yield Case(
        "growth",
        "planner:40x60x260",
        partial(_solve_at, partial(folder.generated, "XL", SIZES["XL"]), None, limits),
        slow=True,
    )


def _resolve(folder: Folder, limits: Limits) -> Iterator[Case]:
    """A small change of data: solved anew, and from the run before."""
    for size in ("S", "M", "L"):
        for change in CHANGES:
            for way in ("cold", "warm"):
                run = partial(_changed, folder, limits, size, change, way)
                yield Case("resolve", f"{way}:{size}:{change}", run, slow=size != "S", cap=limits.cap)


def _mondays(folder: Folder, limits: Limits) -> Iterator[Case]:
    """Mondays of a tiny service, each solved to the end, and of the country: the ways of a Monday behind each other.

    What changed on each of them, and why, comes last: of the country that takes longer than to plan it.
    """
    tiny, own = partial(folder.generated, "tiny", SIZES["tiny"]), commit(CODE["mondays"])
    for year, weeks, every in (
        (Year(tiny, "tiny", own, (limits.gap, limits.cap)), 5, dict.fromkeys(EVERY, 1)),
        (Year(lambda: COUNTRY, COUNTRY.name, own, (limits.gap, limits.cap)), MONDAYS, EVERY),
    ):
        for number in range(min(weeks, limits.mondays) + 1):
            beside = {"restless": year.restless, "nothing": year.nothing}
            due = {way: run for way, run in beside.items() if number and (number - 1) % every[way] == 0}
            for way, run in {"calm": year.calm, **due}.items():
                yield Case("mondays", f"{way}:{year.name}:{number:02}", partial(run, number), slow=year.name != "tiny")
        for number in range(1, min(weeks, limits.mondays) + 1):
            yield Case("mondays", f"why:{year.name}:{number:02}", partial(year.why, number), slow=year.name != "tiny")


def _kills(folder: Folder, _: Limits) -> Iterator[Case]:
    """A hundred weekly runs of a tiny service that are killed, ten at a time."""
    for number in range(1, 11):
        yield Case("kills", f"tiny:{number:02}", partial(_killed, folder, number))


def _killed(folder: Folder, seed: int) -> Line:
    return kills(folder.generated("tiny", SIZES["tiny"]), seed, times=10)


CHANGES = {"more": 1.05, "none": 1.0, "less": 0.95}
"""By how much the inflow of the small changes is multiplied."""

CHANGE = """
title = "Another inflow"
about = "Applications times {factor}. Synthetic."

[[change]]
table = "inflow"
multiply = {{ cases = {factor} }}
evidence = "A"
source = "Assumption"
"""
"""The small change, as a scenario."""


def _changed(folder: Folder, limits: Limits, size: str, change: str, way: str) -> Line:
    instance = folder.generated(size, SIZES[size])
    scenario = instance / "scenarios" / f"{change}.toml"
    scenario.parent.mkdir(exist_ok=True)
    scenario.write_text(CHANGE.lstrip().format(factor=CHANGES[change]), encoding="utf-8")
    return solve(instance, change, limits, *(("--from", folder.run(size, limits)) if way == "warm" else ()))
