"""A publication as a folder: its page, its open data in CSV, and the descriptor of the data."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping
from pathlib import Path

from planner.domain.publication import PUBLICATION
from planner.domain.run_table import RunTable
from planner.files.datapackage import DESCRIPTOR, PROFILE, resource
from planner.files.whole_folder import whole_folder

PAGE, DATA = "index.html", "data"


def write_publication(
    folder: Path, page: str, tables: Mapping[str, RunTable], name: str, title: str, description: str
) -> None:
    """Writes a new folder; one that is there already raises InputError."""
    package = {
        "$schema": PROFILE,
        "name": name.lower(),
        "title": title,
        "description": description,
        "resources": [resource(table, f"{table.name}.csv") for table in PUBLICATION],
    }
    with whole_folder(folder) as making:
        (making / PAGE).write_text(page, encoding="utf-8", newline="\n")
        (making / DATA).mkdir()
        for table in tables.values():
            with (making / DATA / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow(table.columns)
                writer.writerows(table.rows)
        text = json.dumps(package, indent=2, ensure_ascii=False) + "\n"
        (making / DATA / DESCRIPTOR).write_text(text, encoding="utf-8", newline="\n")
