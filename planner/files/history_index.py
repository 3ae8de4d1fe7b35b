"""An index of a history's runs for quick questions, in SQLite: made from the runs, and anew when it is not theirs."""

from __future__ import annotations

import os
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from uuid import uuid4

from planner.domain.realised import REALISED, Realised
from planner.files.history_folder import WEEKLY, PastRun, past_runs
from planner.files.one_table import rows_of_file
from planner.files.run_folder import MANIFEST, WEEK, read_manifest, read_tables

INDEX = "index.sqlite"

_TABLES = """
CREATE TABLE runs (folder TEXT PRIMARY KEY, made INTEGER, week TEXT, attempt INTEGER, in_force INTEGER, status TEXT,
    passed INTEGER, hard_missed INTEGER, corrections INTEGER, frozen_days_changed INTEGER, share_moved REAL,
    seconds REAL);
CREATE TABLE levels (folder TEXT, place INTEGER, name TEXT, unit TEXT, value REAL, bound REAL);
CREATE TABLE targets (folder TEXT, name TEXT, unit TEXT, value REAL, met INTEGER, hard INTEGER);
CREATE TABLE realised (folder TEXT, week TEXT, figure TEXT, stream TEXT, stage TEXT, planned REAL, actual REAL,
    correction REAL);
"""


def realised_in(run: PastRun) -> list[Realised]:
    """Plan against actual of the weeks that the run closed; raises InputError when its file is not as it was."""
    path = run.folder / WEEK / f"{REALISED.name}.csv"
    return rows_of_file(path, REALISED, Realised) if path.is_file() else []


def metrics_of(folder: Path) -> dict[str, float]:
    """What a gate may ask of a run: its levels, targets and indicators by name, what changed, and the seconds."""
    manifest = read_manifest(folder)
    found = {row[0]: row[2] for row in read_tables(folder)["kpis"].rows}
    metrics = {name: float(value) for name, value in found.items() if re.fullmatch(r"-?[0-9.]+(e-?[0-9]+)?", value)}
    metrics |= {f"target {own['name']}": own["value"] for own in manifest["targets"]}
    metrics |= {f"level {own['name']}": own["value"] for own in manifest["levels"]}
    weekly = manifest[WEEKLY]
    changed = {name: float(weekly[name]) for name in ("frozen_days_changed", "share_moved")}
    return metrics | changed | {"seconds": manifest["seconds"]["total"]}


def reindex(history: Path) -> Path:
    """Makes the index anew; it gets its name when it is whole."""
    making = history / f".{INDEX}.{os.getpid()}.{uuid4().hex}"
    try:
        with closing(sqlite3.connect(making)) as index:
            _fill(index, history)
        making.rename(history / INDEX)
    finally:
        making.unlink(missing_ok=True)
    return history / INDEX


@contextmanager
def index_of(history: Path) -> Iterator[sqlite3.Connection]:
    """The index, to be read; made anew where it is not there, is broken, or knows other runs than are there."""
    if not _fits(history):
        try:
            reindex(history)
        except OSError:  # nobody may write there: it is made for this once
            with closing(sqlite3.connect(":memory:")) as index:
                _fill(index, history)
                yield index
            return
    with closing(sqlite3.connect(f"file:{history / INDEX}?mode=ro", uri=True)) as index:
        yield index


def _fits(history: Path) -> bool:
    try:
        with closing(sqlite3.connect(f"file:{history / INDEX}?mode=ro", uri=True)) as index:
            known = dict(index.execute("SELECT folder, made FROM runs"))
    except sqlite3.Error:
        return False
    return known == {run.folder.name: _made(run) for run in past_runs(history)}


def _made(run: PastRun) -> int:
    """When its manifest was written: another one of the same name is another run."""
    return (run.folder / MANIFEST).stat().st_mtime_ns


def _fill(index: sqlite3.Connection, history: Path) -> None:
    runs = past_runs(history)
    last = {run.week: run for run in runs}
    index.executescript(_TABLES)
    for run in runs:
        manifest = run.manifest
        name, weekly = run.folder.name, manifest.get(WEEKLY, {})
        hard = sum(bool(own["hard"] and not own["met"]) for own in manifest["targets"])
        row = (name, _made(run), str(run.week), run.attempt, last[run.week] is run, manifest["status"])
        audit = manifest["audit"]["violations"] == 0 and not manifest["audit"]["findings"]
        moved = (len(weekly.get("corrections", ())), weekly.get("frozen_days_changed"), weekly.get("share_moved"))
        values = (*row, audit, hard, *moved, manifest["seconds"]["total"])
        index.execute(f"INSERT INTO runs VALUES ({', '.join('?' * 12)})", values)  # noqa: S608 - marks only
        for place, own in enumerate(manifest["levels"]):
            cells = (name, place, own["name"], own["unit"], own["value"], own["bound"])
            index.execute("INSERT INTO levels VALUES (?, ?, ?, ?, ?, ?)", cells)
        for own in manifest["targets"]:
            cells = (name, own["name"], own["unit"], own["value"], own["met"], own["hard"])
            index.execute("INSERT INTO targets VALUES (?, ?, ?, ?, ?, ?)", cells)
        for week in realised_in(run):
            line = (name, str(week.week), week.figure, week.stream, week.stage)
            numbers = (week.planned, week.actual, week.correction)
            index.execute("INSERT INTO realised VALUES (?, ?, ?, ?, ?, ?, ?, ?)", (*line, *numbers))
    index.commit()
