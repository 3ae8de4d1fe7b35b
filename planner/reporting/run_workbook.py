"""The workbook of a run: every table of its page, whole."""

from __future__ import annotations

from planner.reporting.contents import Chart, Section, Table
from planner.reporting.material import Material
from planner.reporting.run_page import notices
from planner.reporting.sections import SECTIONS
from planner.reporting.sections.coming_weeks import coming_weeks
from planner.reporting.sections.headline import headline
from planner.reporting.sections.late import breaches, ledger_table
from planner.reporting.words import Words
from planner.reporting.workbook import Book


def run_workbook(own: Material, say: Words) -> bytes:
    """A sheet for each table and each chart; what locations do stands in workbooks of their own."""
    first = headline(own, say)
    lines = [say.name(own.header.title), *notices(own, say), *(part for part in first.parts if isinstance(part, str))]
    book = Book(say, say("page.title", name=own.name), lines, own.header.first)
    for make in SECTIONS:
        if make is breaches:
            book.add(ledger_table(own.breaches, own, say))
        elif make is not coming_weeks:
            for table in _tables(make(own, say)):
                book.add(table)
    return book.content()


def _tables(section: Section) -> list[Table]:
    return [
        part.table if isinstance(part, Chart) else part for part in section.parts if isinstance(part, Chart | Table)
    ]
