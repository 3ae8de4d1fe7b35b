"""An instance as its builder made it, and the files that it is written to."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from instances.builders.lines import Lines


@dataclass(frozen=True)
class Built:
    """The text of `instance.toml`, every table as column names and rows, and the text of each scenario."""

    header: str
    tables: Mapping[str, tuple[str, Lines]]
    scenarios: Mapping[str, str] = field(default_factory=dict)

    def write(self, folder: Path) -> None:
        """Writes `instance.toml`, one CSV file per table and the scenarios that are worked out."""
        (folder / "scenarios").mkdir(parents=True, exist_ok=True)
        (folder / "instance.toml").write_text(self.header, encoding="utf-8", newline="\n")
        for name, (columns, lines) in self.tables.items():
            with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
                writer = csv.writer(file, lineterminator="\n")
                writer.writerow((*columns.split(), "evidence", "source"))
                writer.writerows(lines)
        for name, text in self.scenarios.items():
            (folder / "scenarios" / f"{name}.toml").write_text(text, encoding="utf-8", newline="\n")


def header(
    name: str,
    title: str,
    counting_unit: str,
    description: str,
    *,
    synthetic: bool,
    first: date,
    clearance: date,
    last: date,
    programme_start: date | None = None,
) -> str:
    """The text of `instance.toml` up to its dates; the programme starts with the horizon unless it is said."""
    return f"""\
name = "{name}"
title = "{title}"
synthetic = {str(synthetic).lower()}
counting_unit = "{counting_unit}"
description = "{description}"

[dates]
first = {first}
programme_start = {programme_start or first}
clearance = {clearance}
last = {last}
"""
