"""The provenance of a row: how well its figures are known, and where they come from."""

from planner.domain.column import Column, Kind

EVIDENCE = {
    "S": "source document, word for word",
    "R": "public page, read in excerpt",
    "D": "derived by arithmetic from S or R",
    "B": "background knowledge, not looked up",
    "A": "assumption, invented to be plausible: synthetic",
}
"""Evidence codes: how well a figure is known."""

EVIDENCE_COLUMN = Column("evidence", Kind.CHOICE, "how well the row's figures are known", choices=tuple(EVIDENCE))
SOURCE_COLUMN = Column("source", Kind.TEXT, "where the row's figures come from, or how they were reasoned")
