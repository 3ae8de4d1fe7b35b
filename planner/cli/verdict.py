"""What came out of a run in one plain sentence, and its targets and levels as a table."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from math import floor
from typing import Any

from planner.cli.text_table import aligned, figure
from planner.domain.policy import Policy
from planner.evaluation.health import starved
from planner.evaluation.targets import MET_BELOW

_MISSED = {
    "guaranteed_on_time": ("guaranteed Pact case is", "guaranteed Pact cases are", "past the legal term at worst"),
    "lanes_on_time": ("Pact case of a lane is", "Pact cases of lanes are", "past the legal term at worst"),
    "other_on_time": ("other Pact case is", "other Pact cases are", "past the legal term at worst"),
    "court_dates_kept": ("case is", "cases are", "past the date set by a court at worst"),
    "old_cleared": ("old case has", "old cases have", "no first decision on {date}"),
}
"""The words for a hard target that is missed: for one case, for several, and what is wrong with them."""

_PROVEN_BY = {"old_cleared": "left"}
"""The term of the policy that counts what misses the target, so that the bound of a level speaks about it."""


_NOTHING_WITHOUT = {"agreement_missed": "agreements_kept"}
"""Terms that are zero in every plan where the run has no such target, so that a level counts the other terms alone."""


def verdict(
    targets: Sequence[Mapping[str, Any]], levels: Sequence[Mapping[str, Any]], policy: Policy, clearance: date
) -> str:
    """The sentence."""
    on = f"{clearance.day} {clearance:%B %Y}"
    missed = [target for target in targets if target["hard"] and not target["met"]]
    if missed:
        there = {target["name"] for target in targets}
        idle = {term for term, target in _NOTHING_WITHOUT.items() if target not in there}
        return "Not met: " + "; ".join(_missed(target, levels, policy, on, idle) for target in missed) + "."
    soft = [target for target in targets if not target["met"]]
    if soft:
        names = ", ".join(f"{target['name']} ({figure(target['value'])} {target['unit']})" for target in soft)
        return f"Every hard target is met; missed without being a failure: {names}."
    return f"Every target is met: no Pact case is past its legal term, and every old case has a first decision by {on}."


def aftermath(health: Iterable[Mapping[str, str]]) -> str:
    """A sentence where more cases are open at the end than inflow and legal terms account for, or nothing."""
    above = starved(health)
    if not above:
        return ""
    return (
        f"What follows is starved: when the plan ends {figure(sum(above.values()))} more cases are open than come in "
        f"within their legal terms, most of them in {next(iter(above))}."
    )


def targets_and_levels(summary: Mapping[str, Any]) -> str:
    """Two tables of a run's summary or manifest: what was promised, and how good the plan is."""
    together = summary.get("euro_together")
    promised = [("target", "missed by", "", "met")] + [
        (
            target["name"],
            figure(target["value"]),
            target["unit"],
            "yes" if target["met"] else "NO" if target["hard"] else "no (no failure)",
        )
        for target in summary["targets"]
    ]
    proven = [("level", "value", "bound", "gap", "unit")] + [
        (level["name"], figure(level["value"], 1), _number(level["bound"], 1), _share(level["gap"]), level["unit"])
        for level in [*summary["levels"], *([together] if together else [])]
    ]
    return f"{aligned(promised, right=(1,))}\n\n{aligned(proven, right=(1, 2, 3))}"


def _missed(
    target: Mapping[str, Any], levels: Sequence[Mapping[str, Any]], policy: Policy, on: str, idle: set[str]
) -> str:
    if target["name"] not in _MISSED:
        return f"{target['name']} is missed by {figure(target['value'])} {target['unit']}"
    one, several, wrong = _MISSED[target["name"]]
    number = figure(target["value"])
    words = f"{number} {one if number == '1' else several} {wrong.format(date=on)}"
    return words + _proof(target["name"], round(target["value"]), levels, policy, idle)


def _proof(name: str, missed: int, levels: Sequence[Mapping[str, Any]], policy: Policy, idle: set[str]) -> str:
    """What is proven about the target. The bound of a level holds for plans that keep the earlier levels."""
    bounds = {level["name"]: level["bound"] for level in levels}
    for place, level in enumerate(policy.levels):
        terms = [term for term in level.terms if term.name not in idle]
        counts_it = [term.name for term in terms] == [_PROVEN_BY.get(name)] and terms[0].weight > 0
        if not counts_it or bounds.get(level.name) is None:
            continue
        least = bounds[level.name] / terms[0].weight
        which = "no plan" if place == 0 else "no plan that is as good on the earlier levels"
        if least > missed - MET_BELOW:
            return f"; {which} can leave fewer"
        if least < 1:
            return "; that no plan does better is not proven"
        return f"; {which} can leave fewer than {figure(floor(least))}"
    return ""


def _number(value: float | None, digits: int) -> str:
    return "" if value is None else figure(value, digits)


def _share(value: float | None) -> str:
    return "" if value is None else f"{value:.2%}"
