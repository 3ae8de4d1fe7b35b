"""The page on the commands is what the commands say; `make docs` makes it so."""

import re

from planner.cli.docs import PAGE, commands_page
from planner.cli.exit_codes import Exit
from tests.cli.run import planner


def test_the_page_is_up_to_date():
    assert PAGE.read_text(encoding="utf-8") == commands_page()


def test_the_page_has_the_help_that_the_planner_gives():
    page = "".join(commands_page().split())
    assert "".join(planner("solve", "--help").stdout.split()) in page


def test_the_readme_has_every_exit_code():
    readme = (PAGE.parents[1] / "README.md").read_text(encoding="utf-8")
    codes = {code for row in re.findall(r"^\| ([0-9, ]+) \|", readme, re.MULTILINE) for code in row.split(", ")}
    assert {str(code.value) for code in Exit} <= codes
