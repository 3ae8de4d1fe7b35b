"""`planner report`: the page of a run and its workbooks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import show, show_json, warn

if TYPE_CHECKING:
    from planner.reporting.material import Material


PAGE, BOOK, LOCATIONS = "index.html", "plan.xlsx", "locations"


@click.command(
    epilog=parameters.example("planner report runs/first", "planner report runs/first --lang nl --out first-in-dutch")
)
@click.argument("run", type=parameters.FOLDER)
@parameters.language
@click.option("--pages", is_flag=True, help="Write the control tower: linked pages of locations, streams, weeks.")
@click.option("--out", type=parameters.FOLDER, help="The new folder; RUN-report when left out.")
@parameters.common
def command(run: Path, lang: str, pages: bool, out: Path | None, as_json: bool) -> Exit:
    """Write the report of a run: a page, a workbook, and a workbook for each location.

    The page (index.html) is one file that opens anywhere, without a network. It says whether the plan holds, by how
    much and where it is tight; how the stock melts; late cases against terms; staff by location, group and category;
    the coming weeks of each location; hiring and teams; the chain against its signal values; penalties and costs; every
    breach; inputs with their sources; proofs and the facts of the run. Each chart has its figures in a table below it.
    Both languages are in the page; --lang says which one it opens in, and which one the workbooks are in.

    With --pages the folder holds the control tower: the page leads to one for the ministry, one for the board, and one
    for each location, stream and week. A plain web server or a share can hold it.
    """
    from planner.files.whole_folder import whole_folder
    from planner.reporting.file_names import file_names
    from planner.reporting.language import Language
    from planner.reporting.location_workbook import location_workbook
    from planner.reporting.run_page import run_page
    from planner.reporting.run_workbook import run_workbook
    from planner.reporting.tower.pages import tower_pages
    from planner.reporting.words import Words

    target = out or run.with_name(f"{run.resolve().name}-report")
    own, say_words = material_of(run), Words(Language(lang))
    with whole_folder(target) as making:
        for path, text in tower_pages(own, Language(lang)) if pages else [(PAGE, run_page(own, Language(lang)))]:
            (making / path).parent.mkdir(exist_ok=True)
            (making / path).write_text(text, encoding="utf-8", newline="\n")
        (making / BOOK).write_bytes(run_workbook(own, say_words))
        (making / LOCATIONS).mkdir(exist_ok=True)
        for location, name in file_names(row.location for row in own.instance.locations).items():
            (making / LOCATIONS / f"{name}.xlsx").write_bytes(location_workbook(own, say_words, location))
        sizes = {path.relative_to(making).as_posix(): path.stat().st_size for path in sorted(making.rglob("*.*"))}
    if as_json:
        show_json({"run": str(run), "out": str(target), "language": lang, "files": sizes})
    else:
        books = sum(name.endswith(".xlsx") for name in sizes)
        more = f", {len(sizes) - books - 1} more pages" if pages else ""
        show(f"The report is in {target}: {PAGE} ({sizes[PAGE] / 1e6:.2f} MB){more} and {books} workbooks.")
    return Exit.DONE


def material_of(run: Path) -> Material:
    """What a report is made from; warns when the audit refused the run, raises InputError when it cannot be read."""
    from planner.errors import InputError
    from planner.evaluation.audit import refused
    from planner.files.run_cells import cell_problems
    from planner.files.run_folder import TABLES, read_run
    from planner.reporting.material import Material

    found = read_run(run)
    problems = list(cell_problems(str(run / TABLES), found.tables))
    if problems:
        raise InputError(problems)
    if refused(found.manifest):
        warn(f"the audit refused {run}.")
    return Material(run.resolve().name, found.manifest, found.instance, found.tables)
