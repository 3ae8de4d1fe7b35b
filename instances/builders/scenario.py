"""The text of a scenario."""

from __future__ import annotations


def scenario(title: str, about: str, *entries: str) -> str:
    """A scenario of these entries."""
    return "\n".join([f'title = "{title}"', f'about = "{about}"', *entries, ""])


def entry(kind: str, table: str, body: str, evidence: str, source: str) -> str:
    """An entry `[[kind]]` for a table; `body` says what it does to which rows."""
    return f'\n[[{kind}]]\ntable = "{table}"\n{body}\nevidence = "{evidence}"\nsource = "{source}"'


def appended(table: str, cells: str, evidence: str, source: str) -> str:
    """An entry that adds a row."""
    return entry("append", table, f"row = {{ {cells} }}", evidence, source)
