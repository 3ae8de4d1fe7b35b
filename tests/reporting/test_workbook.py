"""Workbooks read back: cells have their types, nothing is a formula, heads stay in view, pages print."""

import re
from datetime import date
from io import BytesIO
from xml.etree import ElementTree
from zipfile import ZipFile

import pytest

from planner.domain.figures import figures
from planner.domain.weeks import Week
from planner.reporting.contents import Column, Form, Table
from planner.reporting.file_names import file_names
from planner.reporting.location_workbook import location_workbook
from planner.reporting.run_workbook import run_workbook
from planner.reporting.workbook import Book
from tests.evaluation.build import tiny, varied
from tests.evaluation.hand import hand_plan
from tests.reporting.build import EN, NL, hostile, material

NAMESPACE = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FORMULAS = ("=1+1", "+1", "-1", "@SUM(1)", "{=1}", "\t=1", "=HYPERLINK(1)", "http://somewhere/")


class Read:
    """A workbook as its file states it."""

    def __init__(self, content):
        self.zip = ZipFile(BytesIO(content))
        book = ElementTree.fromstring(self.zip.read("xl/workbook.xml"))
        self.names = [sheet.attrib["name"] for sheet in book.iter(f"{NAMESPACE}sheet")]
        self.defined = {
            (own.attrib["name"], int(own.attrib["localSheetId"])): own.text
            for own in book.iter(f"{NAMESPACE}definedName")
        }
        strings = ElementTree.fromstring(self.zip.read("xl/sharedStrings.xml"))
        self.strings = ["".join(item.itertext()) for item in strings]

    def sheet(self, name):
        return ElementTree.fromstring(self.zip.read(f"xl/worksheets/sheet{self.names.index(name) + 1}.xml"))

    def cells(self, name):
        """Values by address: text as text, numbers as numbers."""
        found = {}
        for cell in self.sheet(name).iter(f"{NAMESPACE}c"):
            value = cell.find(f"{NAMESPACE}v")
            if value is not None:
                text = value.text
                found[cell.attrib["r"]] = self.strings[int(text)] if cell.attrib.get("t") == "s" else float(text)
        return found


def book_of(table):
    book = Book(EN, "Title", ["line"], date(2026, 6, 12))
    book.add(table, "one")
    return Read(book.content())


def test_cells_have_the_types_of_their_values():
    table = Table(
        "Caption",
        (Column("Name"), Column("Number", Form.NUMBER, 1), Column("Week"), Column("Day"), Column("Share", Form.SHARE)),
        (("a", 1.25, Week.parse("2026-W24"), date(2026, 6, 12), 0.5), ("b", None, "", None, 0)),
    )
    cells = book_of(table).cells("one")
    # 12 June 2026 is day 46,185 of the calendar of spreadsheets
    assert [cells[f"{column}4"] for column in "ABCDE"] == ["a", 1.25, "2026-W24", 46185.0, 0.5]
    assert {name for name in cells if name.endswith("5")} == {"A5", "E5"}


def test_text_that_looks_like_a_formula_stays_text():
    read = book_of(Table("=1+1", (Column("=2"), Column("b")), tuple((text, text) for text in FORMULAS)))
    cells = read.cells("one")
    assert [cells[f"A{row}"] for row in range(4, 4 + len(FORMULAS))] == list(FORMULAS)
    assert not list(read.sheet("one").iter(f"{NAMESPACE}f"))
    assert not list(read.sheet("one").iter(f"{NAMESPACE}hyperlink"))


def test_names_of_sheets_are_allowed_and_told_apart():
    book = Book(EN, "Title", [], date(2026, 6, 12))
    for _ in range(2):
        book.add(Table("x", (Column("a"),), ()), "Decided: [all] of what is open / or was, by week")
    book.add(Table("x", (Column("a"),), ()), "'contents'")
    names = Read(book.content()).names
    assert len({name.casefold() for name in names}) == 4
    assert all(len(name) <= 31 and not re.search(r"[\[\]:*?/\\]", name) for name in names)


def test_a_long_name_of_a_sheet_ends_with_a_whole_word():
    # 31 letters: "Targets, judged on legal terms," would be cut after its comma, one word without a space after 31.
    book = Book(EN, "Title", [], date(2026, 6, 12))
    for name in ("Targets, judged on legal terms, all of them", "x" * 40, "exactly as long as it may be, ok"[:31]):
        book.add(Table("x", (Column("a"),), ()), name)
    assert Read(book.content()).names[1:] == [
        "Targets, judged on legal terms",
        "x" * 31,
        "exactly as long as it may be, o",
    ]


def test_a_location_has_its_weeks_across_with_heads_in_view_and_a_quarter_on_paper():
    read = Read(location_workbook(material(tiny(), hand_plan(figures(tiny()))), EN, "north"))
    cells = read.cells("staff-days")  # no team is open, so none has a column
    assert [cells[f"{column}4"] for column in "ABCDEFG"] == [
        "Stream", "Stage", "Staff group", "2026-W23", "2026-W24", "2026-W25", "2026-W26",
    ]  # fmt: skip
    assert cells["D3"] == 46174.0  # Monday 1 June 2026
    # old cases, preparation: 5 staff-days in the first week; all work of that week: 10
    assert (cells["A5"], cells["B5"], cells["C5"], cells["D5"]) == ("old Old", "Preparation", "All-rounders", 5.0)
    last = max(int(name[1:]) for name in cells)
    assert (cells[f"A{last}"], cells[f"D{last}"]) == ("Total", 10.0)
    pane = next(read.sheet("staff-days").iter(f"{NAMESPACE}pane"))
    assert (pane.attrib["state"], pane.attrib["topLeftCell"]) == ("frozen", "D5")
    place = read.names.index("staff-days")
    assert read.defined["_xlnm.Print_Area", place] == f"'staff-days'!$A$1:$G${last}"
    assert read.defined["_xlnm.Print_Titles", place] == "'staff-days'!$A:$C,'staff-days'!$1:$4"


@pytest.mark.parametrize("say", [EN, NL])
def test_the_workbook_of_a_run_has_every_breach_and_no_formula(say):
    own = material(hostile(varied()))
    read = Read(run_workbook(own, say))
    cells = read.cells(say("table.ledger"))
    assert sum(name.startswith("A") for name in cells) == len(own.breaches) + 2
    for name in read.names:
        assert not list(read.sheet(name).iter(f"{NAMESPACE}f"))


def test_the_same_run_gives_the_same_workbook():
    own = material(tiny())
    assert run_workbook(own, EN) == run_workbook(own, EN)


def test_files_have_plain_names_that_are_told_apart():
    names = file_names(["Ter Apel", "ter-apel", "../../etc", "'s-Gravenhage/Zoetermeer", "Škofja", "..."])
    assert list(names.values()) == ["ter-apel", "ter-apel-2", "etc", "s-gravenhage-zoetermeer", "skofja", "x"]
