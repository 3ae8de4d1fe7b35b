"""A year of Mondays: the weekly run on actuals with noise, with and without what keeps a plan calm."""

from __future__ import annotations

import dataclasses
import statistics
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from benchmarks.process import planner
from benchmarks.record import RESULTS, Line
from planner.domain.policy import SHIPPED, Policy, Term
from planner.files.policy_file import policy_text

PLACE = RESULTS.parent / "histories"
"""Histories in the making: a sitting that is broken off goes on with the Monday at which it was."""

NOISE, SEED = 0.15, 7


def mondays(instance: Path, name: str, commit: str, weeks: int, *, calm: bool, limits: tuple[float, float]) -> Line:
    """So many Mondays one after the other; what is there for the commit is not made again."""
    place = PLACE / f"{name}-{commit}"
    place.mkdir(parents=True, exist_ok=True)
    policy = place / "policy.toml"
    policy.write_text(policy_text(SHIPPED if calm else restless(SHIPPED)), encoding="utf-8")
    gap, seconds = limits
    options = ("--history", place / "history", "--policy", policy, "--gap", gap, "--time-limit", seconds)
    first = planner("week", instance, *options)
    found = [first, *_weeks(instance, place, options, first, weeks)]
    return summed_up(found)


def restless(policy: Policy) -> Policy:
    """The same where no change of the plan in force counts for anything."""
    *earlier, last = policy.levels
    nothing = (Term("frozen_changed", 0.0), Term("plan_changed", 0.0))
    return policy.replace(levels=(*earlier, dataclasses.replace(last, terms=(*last.terms, *nothing))))


def _weeks(
    instance: Path, place: Path, options: tuple[object, ...], first: dict[str, Any], weeks: int
) -> Iterator[dict[str, Any]]:
    before = first
    for _ in range(weeks):
        run = before.get("run")
        if run is None:
            return
        actuals = place / f"{Path(run).name}.csv"
        if not actuals.exists():
            planner("generate", actuals, "--actuals", run, "--noise", NOISE, "--seed", SEED)
        before = planner("week", instance, *options, "--actuals", actuals)
        split = planner("history", "why", place / "history", Path(before["run"]).name) if before.get("run") else {}
        yield {**before, "adds_up": split.get("adds_up")}


def summed_up(found: list[dict[str, Any]]) -> Line:
    """One line of all Mondays: seconds, audits, calm, and whether every split adds up."""
    done = [own for own in found if own.get("run")]
    later = [own for own in done if own["weekly"]["previous"]]
    if not later:
        return {"error": next((own.get("error", "no plan") for own in found), "no Monday")}
    values = {
        level["name"]: statistics.mean(_value(own, level["name"]) for own in later) for level in later[-1]["levels"]
    }
    return {
        "exit": sorted({own["exit"] for own in found}),
        "mondays": len(later),
        "seconds": statistics.median(own["seconds"]["total"] for own in later),
        "seconds_most": max(own["seconds"]["total"] for own in later),
        "violations": sum(own["audit"]["violations"] + len(own["audit"]["findings"]) for own in done),
        "frozen_days_changed": sum(own["weekly"]["frozen_days_changed"] for own in later),
        "share_moved": statistics.mean(own["weekly"]["share_moved"] for own in later),
        "corrections": sum(len(own["weekly"]["corrections"]) for own in later),
        "splits_that_add_up": sum(own["adds_up"] is True for own in later),
        "mean_values": values,
    }


def _value(own: dict[str, Any], name: str) -> float:
    return float(next(level["value"] for level in own["levels"] if level["name"] == name))
