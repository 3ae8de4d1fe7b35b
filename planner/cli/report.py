"""`planner report`: the page of a run, and its workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import say, show, show_json, warn

if TYPE_CHECKING:
    from planner.reporting.material import Material


@click.command(
    epilog=parameters.example("planner report runs/first", "planner report runs/first --lang nl --out first.html")
)
@click.argument("run", type=parameters.FOLDER)
@parameters.language
@click.option("--out", type=parameters.FOLDER, help="The new page; RUN-report.html beside the run when left out.")
@parameters.common
def command(run: Path, lang: str, out: Path | None, as_json: bool) -> Exit:
    """Write the page of a run: one file that opens anywhere, without a network.

    It says whether the plan holds, by how much and where it is tight; how the stock melts; late cases against terms;
    staff by location, group and category; the coming weeks of each location; hiring and teams; the chain against its
    signal values; penalties and costs; every breach; inputs with their sources; proofs and the facts of the run. Each
    chart has its figures in a table below it. Both languages are in the page; --lang says which one it opens in.
    """
    from planner.files.whole_file import write_whole
    from planner.reporting.language import Language
    from planner.reporting.run_page import run_page

    target = out or run.with_name(f"{run.resolve().name}-report.html")
    own = material_of(run)
    text = run_page(own, Language(lang))
    write_whole(target, text.encode())
    if as_json:
        show_json({"run": str(run), "page": str(target), "language": lang, "bytes": len(text.encode())})
    else:
        show(str(target))
        say(f"The page has {len(text.encode()) / 1e6:.2f} MB.")
    return Exit.DONE


def material_of(run: Path) -> Material:
    """What a report is made from; warns when the audit refused the run, raises InputError when it cannot be read."""
    from planner.errors import InputError
    from planner.files.run_cells import cell_problems
    from planner.files.run_folder import TABLES, read_run
    from planner.reporting.material import Material

    found = read_run(run)
    problems = list(cell_problems(str(run / TABLES), found.tables))
    if problems:
        raise InputError(problems)
    if (found.manifest.get("audit") or {}).get("findings"):
        warn(f"the audit refused {run}.")
    return Material(run.resolve().name, found.manifest, found.instance, found.tables)
