"""A year of Mondays: the weekly run on actuals with noise, and beside it the same Monday without what keeps plans calm.

A line for each Monday and way, kept as soon as it is there: `calm` is the weekly run, whose plan is in force from then
on; `restless` plans the same state with the same actuals, from the same plan in force, where a day that changes after
the frozen weeks costs nothing; `nothing` plans that state without a plan to begin from and without frozen weeks.
"""

from __future__ import annotations

import dataclasses
import json
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from benchmarks.process import planner
from benchmarks.record import RESULTS, Line
from planner.domain.figures import Figures, figures
from planner.domain.plan import Plan
from planner.domain.policy import SHIPPED, Policy, Term
from planner.evaluation.levels import LevelValue, level_values
from planner.files.policy_file import policy_text
from planner.files.run_folder import read_run
from planner.weekly.closed import share_moved
from planner.weekly.continuing import rest_of_plan

PLACE = RESULTS.parent / "histories"
"""Histories in the making: a sitting that is broken off goes on with the Monday at which it was."""

MONDAYS = 52
"""Of a year."""

NOISE, SEED = 0.15, 7

EVERY = {"restless": 4, "nothing": 13}
"""Of the country one Monday in so many is planned without calm too, and from nothing: a month and a quarter apart."""


@dataclass(frozen=True)
class Year:
    """The Mondays of an instance, which belong to a commit; Monday 0 is the first plan of all.

    `limits` are the gap and the seconds for each search.
    """

    instance: Callable[[], Path]
    name: str
    commit: str
    limits: tuple[float, float]

    @property
    def place(self) -> Path:
        """Where its history is kept."""
        return PLACE / f"{self.name}-{self.commit}"

    def calm(self, number: int) -> Line:
        """The weekly run."""
        history = self.place / "history"
        words: tuple[object, ...] = ("--history", history)
        if number:
            words = (*words, "--actuals", self._actuals(number))
        made = self._kept("calm", number, lambda: planner("week", self.instance(), *words, *self._options(SHIPPED)))
        return _line(made) | {"values": _by_level(_measured(Path(made["run"])))}

    def why(self, number: int) -> Line:
        """The split by cause of what the weekly run changed."""
        run = Path(self._made("calm", number)["run"])
        start = perf_counter()
        split = planner("history", "why", self.place / "history", run.name)
        return {"adds_up": split.get("adds_up"), "seconds": round(perf_counter() - start, 3)}

    def restless(self, number: int) -> Line:
        """The same Monday beside it, where a changed day costs nothing."""
        calm = self._made("calm", number)
        words = ("--history", self.place / "history", "--actuals", self._actuals(number), "--shadow", "restless")
        made = self._kept(
            "restless", number, lambda: planner("week", self.instance(), *words, *self._options(restless(SHIPPED)))
        )
        return _line(made) | _beside(Path(calm["run"]), Path(made["run"]))

    def nothing(self, number: int) -> Line:
        """The same Monday planned as if there were no plan in force."""
        calm = Path(self._made("calm", number)["run"])
        out = self.place / "nothing" / calm.name

        def solved() -> Line:
            shutil.rmtree(out, ignore_errors=True)  # whole, but nobody has heard of it
            return planner("solve", calm / "instance", "--out", out, *self._options(restless(SHIPPED)))

        made = self._kept("nothing", number, solved)
        return _line(made) | _beside(calm, Path(made["run"]))

    def _options(self, policy: Policy) -> tuple[object, ...]:
        """The options of every search. The policy's file is named after what is in it."""
        text = policy_text(policy)
        file = self.place / ("restless.toml" if policy == restless(SHIPPED) else "calm.toml")
        if not file.exists():
            file.write_text(text, encoding="utf-8")
        gap, seconds = self.limits
        return "--policy", file, "--gap", gap, "--time-limit", seconds

    def _actuals(self, number: int) -> Path:
        """What happened in the week before the Monday: the plan in force with noise."""
        before = Path(self._made("calm", number - 1)["run"])
        file = self.place / f"{before.name}.csv"
        if not file.exists():
            planner("generate", file, "--actuals", before, "--noise", NOISE, "--seed", SEED)
        return file

    def _file(self, way: str, number: int) -> Path:
        return self.place / f"{way}-{number:02}.json"

    def _made(self, way: str, number: int) -> dict[str, Any]:
        file = self._file(way, number)
        if not file.exists():
            raise SystemExit(f"{self.name}: Monday {number} has no plan yet (way {way}); it comes first")
        found: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
        return found

    def _kept(self, way: str, number: int, make: Callable[[], Line]) -> dict[str, Any]:
        """What the planner said, once; ends the sitting where there is no plan, to be asked again in the next one."""
        file = self._file(way, number)
        if file.exists():
            return self._made(way, number)
        self.place.mkdir(parents=True, exist_ok=True)
        start = perf_counter()
        found = make()
        if not found.get("run"):
            raise SystemExit(f"{self.name}: no plan on Monday {number} ({way}): {found.get('error', found)}")
        found["wall"] = round(perf_counter() - start, 3)
        if found.get("already"):  # broken off after it was published: how long it took is in its manifest alone
            found |= {"wall": found["seconds"]["total"], "process_cpu": None}
        making = file.with_suffix(".making")
        making.write_text(json.dumps(found), encoding="utf-8")
        making.rename(file)
        return found


def restless(policy: Policy) -> Policy:
    """The same where no change of the plan in force counts for anything."""
    *earlier, last = policy.levels
    nothing = (Term("frozen_changed", 0.0), Term("plan_changed", 0.0))
    return policy.replace(levels=(*earlier, dataclasses.replace(last, terms=(*last.terms, *nothing))))


def cost_of_calm(calm: dict[str, LevelValue], other: dict[str, LevelValue]) -> dict[str, float]:
    """By level what calm costs, beside max(value, floor) of the other plan: (calm - other) / max(|other|, floor)."""
    return {
        name: round((calm[name].value - own.value) / max(abs(own.value), own.floor, 1e-9), 6)
        for name, own in other.items()
    }


def _line(made: dict[str, Any]) -> Line:
    """What is kept of a run."""
    weekly = made.get("weekly", {})
    audit = made["audit"]
    return {
        "exit": made["exit"],
        "run": Path(made["run"]).name,
        "status": made["status"],
        "seconds": made["wall"],
        "phases": made["seconds"],
        "process_cpu": made.get("process_cpu"),
        "findings": audit["violations"] + len(audit["findings"]),
        "gaps": {level["name"]: level["gap"] for level in made["levels"]},
        "missed": [target["name"] for target in made["targets"] if not target["met"]],
        "corrections": len(weekly.get("corrections", ())),
        "frozen_days_changed": weekly.get("frozen_days_changed"),
        "frozen_without_reason": sum(not change["why"] for change in weekly.get("frozen_changes", ())),
        "told_otherwise": len(weekly.get("told_otherwise", ())),
        "share_moved": weekly.get("share_moved"),
    }


def _measured(run: Path) -> dict[str, LevelValue]:
    """The levels of the shipped policy, whatever the plan was made by: what calm is worth is in none of them."""
    f, plan = _plan_of(run)
    values = level_values(f, SHIPPED, plan)
    return {level.name: value for level, value in zip(SHIPPED.levels, values, strict=True)}


def _plan_of(run: Path) -> tuple[Figures, Plan]:
    own = read_run(run)
    return rest_of_plan(own.tables, figures(own.instance))


def _by_level(values: dict[str, LevelValue]) -> dict[str, float]:
    return {name: own.value for name, own in values.items()}


def _beside(calm: Path, other: Path) -> Line:
    """The plan beside the calm one of the same Monday: how much of the plan in force it moves, and what calm costs."""
    frozen, moved = share_moved(*_plan_of(other))
    ours, theirs = _measured(calm), _measured(other)
    return {
        "frozen_days_changed": frozen,
        "share_moved": round(moved, 6),
        "values": _by_level(theirs),
        "cost_of_calm": cost_of_calm(ours, theirs),
    }
