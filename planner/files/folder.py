"""The files of an instance's folder: which must be there, which may, which should not."""

from __future__ import annotations

from pathlib import Path

from planner.domain.tables import TABLES
from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.header_file import FILE
from planner.files.nearest import did_you_mean
from planner.files.place import Place

KNOWN = (FILE, *(f"{table.name}.csv" for table in TABLES))
OPTIMUM = "optimum.toml"
"""Stands beside a tiny instance: the best value of every level, reckoned by hand. No part of the instance."""

REQUIRED = (FILE, *(f"{table.name}.csv" for table in TABLES if table.required))


def check_folder(folder: Path, findings: Findings) -> frozenset[str]:
    """The names of the known files that are there; empty when the folder cannot be read."""
    place = Place(str(folder))
    try:
        names = {path.name for path in folder.iterdir()}
    except (OSError, ValueError) as error:
        words = error.strerror if isinstance(error, OSError) and error.strerror else "no such folder"
        findings.add(place.problem("", Code.NOT_A_FOLDER, words, "the folder of an instance"))
        return frozenset()
    missing = [name for name in REQUIRED if name not in names]
    for name in missing:
        findings.add(Place(name).problem("", Code.FILE_MISSING, "no file", f"a file {name}"))
    for name in sorted(names.difference(KNOWN, (OPTIMUM,))):
        if name.casefold().endswith((".csv", ".toml")):
            findings.add(
                Place(name).problem(
                    "",
                    Code.FILE_UNKNOWN,
                    name,
                    "only files of an instance: " + ", ".join(KNOWN),
                    did_you_mean(name, missing or KNOWN),
                )
            )
    return frozenset(names.intersection(KNOWN))
