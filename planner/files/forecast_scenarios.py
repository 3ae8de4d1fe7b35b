"""An edition of a forecast as scenario files of an instance: one for each of its scenarios, all or none."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping, Sequence
from pathlib import Path
from uuid import uuid4

from planner.domain.forecast import SCENARIOS, Forecast, replanned
from planner.domain.instance import Inflow, Instance
from planner.errors import InputError
from planner.files.codes import Code
from planner.files.labels import LONGEST_TEXT
from planner.files.place import Place
from planner.files.plain_number import plain
from planner.files.scenario_file import FOLDER


def scenario_texts(instance: Instance, forecasts: Sequence[Forecast], prefix: str) -> dict[str, str]:
    """The text of each scenario file by its name, in the order of the scenarios."""
    found = {}
    for scenario in SCENARIOS:
        own = [row for row in forecasts if row.scenario == scenario]
        if own:
            found[f"{prefix}-{scenario}"] = _text(scenario, own, replanned(instance, own))
    return found


def write_scenarios(folder: Path, texts: Mapping[str, str]) -> list[Path]:
    """Writes the files into the instance's folder; raises InputError where one is there already, and writes none."""
    paths = {folder / FOLDER / f"{name}.toml": text for name, text in texts.items()}
    there = [path for path in paths if os.path.lexists(path)]
    if there:
        expected = "a new name; take another --scenario-prefix"
        raise InputError([Place(str(path)).problem("", Code.TARGET_EXISTS, "a file", expected) for path in there])
    (folder / FOLDER).mkdir(exist_ok=True)
    making = {path: path.with_name(f".planner-tmp-{uuid4().hex}") for path in paths}
    named: list[Path] = []
    try:
        for path, text in paths.items():
            with making[path].open("w", encoding="utf-8", newline="\n") as file:
                file.write(text)
                file.flush()
                os.fsync(file.fileno())
        for path in paths:
            making[path].rename(path)
            named.append(path)
    except BaseException:
        for path in (*making.values(), *named):
            path.unlink(missing_ok=True)
        raise
    return named


def _text(scenario: str, forecasts: Sequence[Forecast], rows: Sequence[Inflow]) -> str:
    one = forecasts[0]
    streams = list(dict.fromkeys(row.stream for row in forecasts))
    years = sorted({row.year for row in forecasts})
    what = f"{one.edition} of {one.edition_date}, scenario {scenario}"
    about = f"Inflow of {years[0]} to {years[-1]} as in {what}; the seasons, and other years, stay as they are."
    remove = {"where": f"{{ stream = [{', '.join(map(json.dumps, streams))}] }}"}
    parts = [
        f"title = {_quoted(what)}\nabout = {_quoted(about)}\n",
        _entry("remove", remove, one.evidence, f"Replaced by {what}: {one.source}"),
        *(_entry("append", {"row": _row(row)}, row.evidence, row.source) for row in rows),
    ]
    return "\n".join(parts)


def _entry(kind: str, keys: Mapping[str, str], evidence: str, source: str) -> str:
    lines = [f"[[{kind}]]", 'table = "inflow"', *(f"{key} = {value}" for key, value in keys.items())]
    return "\n".join([*lines, f"evidence = {_quoted(evidence)}", f"source = {_quoted(source)}", ""])


def _row(row: Inflow) -> str:
    season = f", season = {_quoted(row.season)}" if row.season is not None else ""
    return (
        f"{{ stream = {_quoted(row.stream)}, first = {row.first}, last = {row.last}, "
        f"cases = {plain(row.cases)}{season} }}"
    )


def _quoted(text: str) -> str:
    """A basic string of TOML is written as one of JSON is."""
    return json.dumps(text[:LONGEST_TEXT], ensure_ascii=False)
