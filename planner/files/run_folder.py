"""A run as a folder that appears whole or not at all: manifest, tables, the instance as solved, policy and log."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from planner.domain.instance import Instance
from planner.domain.policy import Policy
from planner.domain.result import BoundProof
from planner.domain.run_table import RUN_TABLES, RunTable
from planner.errors import InputError
from planner.files.bounds_file import BOUNDS, write_proofs
from planner.files.codes import Code
from planner.files.datapackage import DESCRIPTOR, PROFILE, resource
from planner.files.folder import KNOWN
from planner.files.instance import read_instance
from planner.files.place import Place
from planner.files.policy_file import policy_text, read_policy
from planner.files.scenario_file import FOLDER as SCENARIOS
from planner.files.whole_folder import whole_folder
from planner.files.writing import write_instance

MANIFEST, TABLES, INSTANCE, POLICY, LOG = "manifest.json", "tables", "instance", "policy.toml", "solver.log"

WEEK = "week"
"""The folder in a weekly run with what closed the weeks before it."""

SCHEMA = 2
"""The form of the folder; a reader refuses one that it does not know."""


@dataclass(frozen=True)
class Run:
    """A run as it was saved. The manifest holds what no table says: inputs, versions, options, times."""

    manifest: Mapping[str, Any]
    instance: Instance
    policy: Policy
    tables: Mapping[str, RunTable]


def write_run(
    folder: Path,
    run: Run,
    log: Sequence[str],
    proofs: Sequence[BoundProof] = (),
    beside: Mapping[str, str] | None = None,
) -> None:
    """Writes a new folder; the manifest gets the hash of every other file. An existing one raises InputError.

    The manifest of the run names the `proofs`. `beside` are texts of other files, by their name in the folder `week`.
    """
    with whole_folder(folder) as making:
        (making / TABLES).mkdir()
        for table in run.tables.values():
            _write_table(making / TABLES / f"{table.name}.csv", table)
        write_instance(run.instance, making / INSTANCE)
        _write(making / POLICY, policy_text(run.policy))
        _write(making / LOG, "".join(f"{line}\n" for line in log))
        for name, text in (beside or {}).items():
            (making / WEEK).mkdir(exist_ok=True)
            _write(making / WEEK / name, text)
        if proofs:
            write_proofs(making / BOUNDS, proofs)
        _write(making / DESCRIPTOR, _descriptor(run))
        manifest = {"schema": SCHEMA, **run.manifest, "files": file_hashes(making)}
        _write(making / MANIFEST, json.dumps(manifest, indent=2, allow_nan=False) + "\n")


def read_run(folder: Path) -> Run:
    """The run in the folder; raises InputError when a part of it cannot be read."""
    return Run(
        read_manifest(folder),
        read_instance(folder / INSTANCE),
        read_policy(folder / POLICY),
        read_tables(folder),
    )


def read_manifest(folder: Path) -> dict[str, Any]:
    """The manifest of a run; raises InputError when the folder is no run."""
    if not folder.is_dir():
        raise InputError([Place(str(folder)).problem("", Code.NOT_A_FOLDER, "no such folder", "the folder of a run")])
    place = Place(str(folder / MANIFEST))
    try:
        manifest = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
    except OSError as error:
        expected = "a file manifest.json, as every run has"
        raise InputError([place.problem("", Code.FILE_MISSING, error.strerror or "no file", expected)]) from error
    except ValueError as error:
        raise InputError([place.problem("", Code.FILE_UNREADABLE, error, "a document in JSON")]) from error
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        found = manifest.get("schema") if isinstance(manifest, dict) else type(manifest).__name__
        raise InputError([place.problem("schema", Code.VALUE_TYPE, found, f"the number {SCHEMA}")])
    return manifest


def read_tables(folder: Path, among: Collection[str] | None = None) -> dict[str, RunTable]:
    """The tables of a run `among` these, or all, also unknown ones; raises InputError when one cannot be read."""
    paths = sorted((folder / TABLES).glob("*.csv"))
    order = {table.name: place for place, table in enumerate(RUN_TABLES)}
    names = sorted((path.stem for path in paths), key=lambda name: order.get(name, len(order)))
    return {name: _read_table(folder, name) for name in names if among is None or name in among}


def file_hashes(folder: Path) -> dict[str, str]:
    """The SHA-256 of each file that belongs to a run, but for the manifest, by its path in the folder."""
    paths: Iterable[Path] = (
        *(folder / TABLES).rglob("*"),
        *(folder / INSTANCE).rglob("*"),
        *(folder / WEEK).rglob("*"),
        *(folder / name for name in (POLICY, LOG, DESCRIPTOR, BOUNDS)),
    )
    return {path.relative_to(folder).as_posix(): _hash(path) for path in sorted(paths) if path.is_file()}


def input_hashes(folder: Path, scenario: str | None) -> dict[str, str]:
    """The SHA-256 of each file that an instance and its scenarios were read from."""
    scenarios = [f"{SCENARIOS}/{name.strip()}.toml" for name in scenario.split(",")] if scenario else []
    return {name: _hash(folder / name) for name in (*KNOWN, *scenarios) if (folder / name).is_file()}


def changed_files(folder: Path, manifest: Mapping[str, Any]) -> Iterator[str]:
    """A sentence for each file that is not as it was when the run was saved."""
    stated = manifest.get("files")
    if not isinstance(stated, dict):
        yield "The manifest states no hashes of files."
        return
    found = file_hashes(folder)
    for name in sorted(stated.keys() | found.keys()):
        if name not in found:
            yield f"{name}: the file is gone."
        elif name not in stated:
            yield f"{name}: the file was added after the run was saved."
        elif found[name] != stated[name]:
            yield f"{name}: the file was changed after the run was saved."


def _hash(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _write(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


def _write_table(path: Path, table: RunTable) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(table.columns)
        writer.writerows(table.rows)


def _read_table(folder: Path, name: str) -> RunTable:
    file = folder / TABLES / f"{name}.csv"
    try:
        with file.open(encoding="utf-8", newline="") as lines:
            header, *rows = csv.reader(lines, strict=True)
    except (OSError, ValueError, csv.Error) as error:
        words = "an empty file" if str(error).startswith("not enough values") else error
        problem = Place(str(file)).problem("", Code.FILE_UNREADABLE, words, "a table in CSV, with a header line")
        raise InputError([problem]) from error
    return RunTable(name, tuple(header), tuple(map(tuple, rows)))


def _descriptor(run: Run) -> str:
    """The tables as a Data Package; the instance has a descriptor of its own."""
    package = {
        "$schema": PROFILE,
        "name": f"{run.instance.header.name}-run".lower(),
        "title": f"A run of the planner: {run.instance.header.title}",
        "description": run.instance.header.description,
        "resources": [resource(table, f"{TABLES}/{table.name}.csv") for table in RUN_TABLES],
    }
    return json.dumps(package, indent=2, ensure_ascii=False) + "\n"
