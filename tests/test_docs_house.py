"""The pages and the pins say what is there."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from planner.domain.tables import TABLES

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LOCKS = sorted(ROOT.glob("requirements*.lock"))


def rows(page: Path) -> list[list[str]]:
    """The cells of every table row of a page."""
    lines = page.read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines if line.startswith("|")]


def test_the_readme_lists_the_commands_that_there_are():
    command = [sys.executable, "-m", "planner", "--help"]
    shown = subprocess.run(command, capture_output=True, text=True, check=True, cwd=ROOT).stdout
    commands = re.findall(r"^  ([a-z]+) ", shown.partition("Commands:")[2], re.MULTILINE)
    cells = " ".join(row[0] for row in rows(ROOT / "README.md"))
    assert sorted(re.findall(r"`planner ([a-z]+)", cells)) == sorted(commands)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_a_link_to_a_file_leads_somewhere(page):
    links = re.findall(r"\]\(([^)#\s]+)", page.read_text(encoding="utf-8"))
    missing = [link for link in links if "://" not in link and not (page.parent / link).exists()]
    assert not missing


def test_the_glossary_is_in_alphabetical_order_and_complete():
    glossary = [row for row in rows(ROOT / "docs" / "glossary.md") if row[0] not in ("Dutch", "---")]
    words = [row[0].lower() for row in glossary]
    assert words == sorted(set(words))
    assert all(len(row) == 3 and row[1] for row in glossary)


def test_the_page_on_methods_has_every_row_and_names_the_tables_without_figures():
    page = ROOT / "docs" / "methods.md"
    assert [row[0] for row in rows(page) if row[0].isdigit()] == [str(number) for number in range(1, 39)]
    stated = page.read_text(encoding="utf-8").partition("has no rows in ")[2].partition(";")[0]
    there = {path.stem for path in (ROOT / "instances" / "ind-2026").glob("*.csv")}
    assert re.findall(r"`(\w+)`", stated) == [table.name for table in TABLES if table.name not in there]


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_every_pin_has_a_version_and_a_hash_and_no_address(lock):
    text = lock.read_text(encoding="utf-8")
    pins = re.split(r"\n(?=\S)", re.sub(r"^#.*\n", "", text, flags=re.MULTILINE).strip())
    assert pins
    assert all(re.match(r"[a-z0-9.-]+==\S+ \\\n +--hash=sha256:[0-9a-f]{64}", pin) for pin in pins)
    assert "://" not in text
