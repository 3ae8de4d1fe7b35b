"""The generated pages are what the declarations say now; `make docs` makes them so."""

from planner.domain.table import columns_of
from planner.domain.tables import TABLES
from planner.files.codes import Code
from planner.files.docs import data_format, pages


def test_the_generated_pages_are_up_to_date():
    stale = [path for path, text in pages().items() if not path.exists() or path.read_text(encoding="utf-8") != text]
    assert stale == []


def test_the_page_names_every_column_and_code():
    page = data_format()
    assert all(f"| `{column.name}` |" in page for table in TABLES for column in columns_of(table))
    assert all(f"| {code} | {code.meaning} |" in page for code in Code)
