"""`planner baseline`: the plan of a yardstick rule, in the form of any run."""

from __future__ import annotations

from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

import click

from planner.cli import parameters
from planner.cli.output import warn
from planner.cli.planning import RUNS, Clock, conclude, new_run, read_inputs, refuse_bad_place
from planner.yardsticks.options import ABOUT, ORDINARY_TRACKS, Rule, RuleOptions

if TYPE_CHECKING:
    from planner.cli.run_record import Request
    from planner.domain.instance import Instance
    from planner.domain.plan import Plan
    from planner.domain.result import Result

RULES = "; ".join(f"{rule}: {about}" for rule, about in ABOUT.items())


@click.command(
    epilog=parameters.example(
        "planner baseline instances/ind-2026 --rule rule-fifo --out runs/fifo",
        "planner baseline instances/ind-2026 --rule rule-70-30 --scenario inflow-30",
    )
)
@parameters.instance
@click.option(
    "--rule", "rule_name", type=click.Choice([rule.value for rule in Rule]), required=True, help=f"Which. {RULES}."
)
@parameters.scenario
@click.option("--policy", "policy_file", type=parameters.FILE, help="The policy whose levels are worked out.")
@click.option(
    "--out",
    type=parameters.FOLDER,
    help=f"The folder of the run, which must not be there; {RUNS}/INSTANCE-RULE-TIME when left out.",
)
@click.option(
    "--tracks",
    metavar="NAMES",
    default=",".join(ORDINARY_TRACKS),
    show_default=True,
    help="For rule-70-30: the tracks that are shared 70 to 30. Lanes never are; every other stream goes first. "
    "Where no stream has one of them, all streams that are no lane are shared.",
)
@parameters.common
def command(
    instance: Path,
    rule_name: str,
    scenario: str | None,
    policy_file: Path | None,
    out: Path | None,
    tracks: str,
    as_json: bool,
) -> int:
    """Plan by a rule of thumb instead of a search: the yardstick for a plan of `planner solve`.

    The rule is followed week by week under the same hard rules, with the staff that there is. The run has the same
    tables and is audited in the same way; its levels have values and no bounds. The exit code is 0 when every hard
    target is met and 3 when one is missed.
    """
    from planner.cli.run_record import Request

    options = RuleOptions(Rule(rule_name), tuple(name.strip() for name in tracks.split(",") if name.strip()))
    folder = out or new_run(instance.resolve().name, *([scenario] if scenario else []), rule_name)
    refuse_bad_place(folder)
    clock = Clock()
    with clock.phase("read"):
        read, wanted = read_inputs(instance, scenario, policy_file)
    request = Request(instance, scenario, _without_open_teams(read), wanted, options)
    with clock.phase("simulate"):
        result, plan = _simulated(request, options)
    return conclude(request, result, plan, folder, clock, as_json)


def _without_open_teams(instance: Instance) -> Instance:
    from planner.yardsticks.simulate import without_open_teams

    closed = without_open_teams(instance)
    if closed != instance:
        names = [row.team for row in instance.open_teams] + [row.team for row in instance.told_teams]
        named = ", ".join(dict.fromkeys(names))
        warn(f"A rule of thumb knows no specialised teams: in this run nobody has been told of {named}.")
    return closed


def _simulated(request: Request, options: RuleOptions) -> tuple[Result, Plan]:
    from planner.domain.figures import figures
    from planner.domain.result import Result, Status
    from planner.yardsticks.simulate import simulate

    start = perf_counter()
    plan = simulate(figures(request.instance), options)
    seconds = perf_counter() - start
    log = (f"{seconds:.1f} s  simulated {options.rule}: {ABOUT[options.rule]}",)
    return Result(Status.SIMULATED, plan, engine=options.rule.value, first_plan_seconds=seconds, log=log), plan
