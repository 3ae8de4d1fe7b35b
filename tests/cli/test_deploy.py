"""The examples of a schedule call the planner as it is, and take a missed target for an answer."""

import re
from pathlib import Path

import click
import pytest

from planner.cli.week import command

DEPLOY = Path(__file__).parents[2] / "deploy"
CALLING = ("planner-week.service", "crontab", "ci-schedule.yml")


def options(text: str) -> set[str]:
    (call,) = re.findall(r"bin/planner week (.*?--json)", text.replace("\\\n", " "), flags=re.DOTALL)
    return set(re.findall(r"--[a-z-]+", call))


@pytest.mark.parametrize("name", CALLING)
def test_an_example_uses_options_that_the_command_has(name):
    known = {option for parameter in command.params if isinstance(parameter, click.Option) for option in parameter.opts}
    used = options((DEPLOY / name).read_text(encoding="utf-8"))
    assert used <= known
    assert used >= {"--history", "--actuals", "--week"}


def test_the_timer_catches_up_and_a_missed_target_is_no_failed_unit():
    assert "\nPersistent=true\n" in (DEPLOY / "planner-week.timer").read_text(encoding="utf-8")
    assert "\nSuccessExitStatus=3\n" in (DEPLOY / "planner-week.service").read_text(encoding="utf-8")


def test_nothing_else_lies_there():
    assert {path.name for path in DEPLOY.iterdir()} == {*CALLING, "planner-week.timer"}
