"""The commands on the pages for newcomers do what the pages say.

A block `console` is run, command by command, in a folder of the page's own in which the shipped instances stand; what
it prints on standard output is held against the block. `...` stands for anything, `[exit code 3]` for the exit code of
the command before it. In a block `sh` the commands must be ones that the planner knows. A block `toml` below the name
of a scenario must pass the check as a scenario of ind-2026.
"""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import click
import pytest

from planner.cli.main import planner as root
from tests.cli.run import ENVIRONMENT, INSTANCES, ROOT, planner

DOCS = ROOT / "docs"
PAGES = [DOCS / "start.md", DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SCENARIO = re.compile(r"^`scenarios/([\w-]+)\.toml`:\n\n```toml\n(.*?)^```$", re.MULTILINE | re.DOTALL)


@dataclass
class Step:
    """A command with what it should print and its exit code."""

    command: str
    expected: str = ""
    code: int = 0


def blocks(page: Path, kind: str) -> list[str]:
    return [text for own, text in BLOCK.findall(page.read_text(encoding="utf-8")) if own == kind]


def steps(text: str) -> list[Step]:
    found: list[Step] = []
    for line in text.splitlines():
        code = re.fullmatch(r"\[exit code ([0-9]+)\]", line)
        if line.startswith("$ "):
            found.append(Step(line[2:]))
        elif re.match(r"> ?", line) and not found[-1].expected:
            found[-1].command += "\n" + re.sub(r"^> ?", "", line)
        elif code:
            found[-1].code = int(code[1])
        else:
            found[-1].expected += line + "\n"
    return found


def pattern(expected: str) -> str:
    """A regular expression: `...` on a line of its own is any lines, inside a line any letters."""
    return "".join(
        r"(?:.*\n)*?" if line == "..." else re.escape(line).replace(r"\.\.\.", ".*") + r"\n"
        for line in expected.splitlines()
    )


@pytest.fixture
def place(tmp_path):
    """A folder with the shipped instances, and `planner` on the path."""
    (tmp_path / "instances").symlink_to(INSTANCES)
    (tmp_path / "bin").mkdir()
    command = tmp_path / "bin" / "planner"
    command.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m planner "$@"\n')
    command.chmod(0o755)
    return tmp_path


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_a_page_shows_is_what_happens(page, place):
    environment = ENVIRONMENT | {"PATH": f"{place / 'bin'}{os.pathsep}{os.environ['PATH']}"}
    for step in (step for text in blocks(page, "console") for step in steps(text)):
        done = subprocess.run(
            ["bash", "-c", step.command], cwd=place, env=environment, capture_output=True, text=True, check=False
        )
        assert done.returncode == step.code, f"{step.command}\n{done.stdout}{done.stderr}"
        assert re.fullmatch(pattern(step.expected), done.stdout), f"{step.command}\n{done.stdout}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_commands_that_are_not_run_are_ones_that_the_planner_knows(page):
    for line in (line for text in blocks(page, "sh") for line in text.splitlines()):
        program, verb, *arguments = line.split()
        assert program == "planner"
        command = root.get_command(click.Context(root), verb)
        assert command, line
        command.make_context(verb, arguments, resilient_parsing=False)


def test_the_scenarios_on_the_pages_pass_the_check(tmp_path):
    mine = tmp_path / "mine"
    shutil.copytree(INSTANCES / "ind-2026", mine)
    found = {name: text for page in PAGES for name, text in SCENARIO.findall(page.read_text(encoding="utf-8"))}
    assert len(found) == 3
    for name, text in found.items():
        (mine / "scenarios" / f"{name}.toml").write_text(text, encoding="utf-8")
        done = planner("check", mine, "--scenario", name)
        assert (done.returncode, done.stdout) == (0, f"{mine}: no problems, no warnings.\n"), name


def test_every_page_is_listed_in_order():
    listed = re.findall(r"\]\(([^)]+\.md)\)", (DOCS / "README.md").read_text(encoding="utf-8"))
    pages = {path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md")}
    assert {page for page in pages if not page.startswith("decisions/")} - {"README.md"} == set(listed)
