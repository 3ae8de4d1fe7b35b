"""`planner publish`: the public page of a month and its open data."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from planner.cli import parameters
from planner.cli.exit_codes import Exit
from planner.cli.output import complain, show, show_json
from planner.cli.report import material_of

if TYPE_CHECKING:
    from planner.evaluation.publication.tables import Ending
    from planner.reporting.material import Material


@click.command(
    epilog=parameters.example(
        "planner publish runs/first --month 2026-12 --lang nl",
        "planner publish runs/first --month 2026-12 --beside runs/inflow-40 --beside runs/low --base 10",
    )
)
@click.argument("run", type=parameters.FOLDER)
@click.option("--month", required=True, metavar="YEAR-MONTH", help="The month, such as 2026-12.")
@click.option(
    "--beside",
    metavar="RUN",
    type=parameters.FOLDER,
    multiple=True,
    help="The run of another scenario, for its end date. May be given again.",
)
@click.option(
    "--base",
    type=click.IntRange(2, 100),
    default=5,
    show_default=True,
    help="Every count is rounded to a multiple of this.",
)
@parameters.language
@click.option("--out", type=parameters.FOLDER, help="The new folder; RUN-MONTH when left out.")
@parameters.common
def command(
    run: Path, month: str, beside: tuple[Path, ...], base: int, lang: str, out: Path | None, as_json: bool
) -> Exit:
    """Write the monthly publication: a page for everybody, and the open data behind it.

    Old stock by category and age, decisions and their outcome, the projected end date, new cases by procedure with the
    share within their term, cases overdue, dates set by courts and penalties, staff, quarters and half-years, and the
    chain's indicators. Every count is rounded on its own, and all sums and shares are made of rounded counts, so that
    totals do not tell what is in a small cell. The figures are those of the plan. What the audit refused is not
    published: the exit code is 5.
    """
    from planner.evaluation.audit import refused
    from planner.evaluation.publication.disclosure import Rounding
    from planner.evaluation.publication.figures import no_show
    from planner.evaluation.publication.months import Month, months_of
    from planner.evaluation.publication.tables import publication
    from planner.files.publication_folder import write_publication
    from planner.reporting.language import Language
    from planner.reporting.publication_page import Published, publication_page

    try:
        wanted = Month.parse(month)
    except ValueError:
        raise click.BadParameter(
            f"{month!r} is no month; expected one such as 2026-12.", param_hint="--month"
        ) from None
    rule = Rounding(base)
    own, *others = (material_of(folder) for folder in (run, *beside))
    if any(refused(found.manifest) for found in (own, *others)):
        complain("a plan that the audit refused is not published.")
        return Exit.REFUSED
    endings = [_ending(found) for found in (own, *others)]
    try:
        tables = publication(own.view, wanted, rule, endings)
    except LookupError:
        months = list(months_of(own.weeks))
        message = f"{month} is not in the plan, which goes from {months[0]} to {months[-1]}."
        raise click.BadParameter(message, param_hint="--month") from None
    shown = Published(tables, own.instance, wanted, rule, no_show(own.view, months_of(own.weeks)[wanted]))
    target = out or run.with_name(f"{run.resolve().name}-{wanted}")
    page = publication_page(shown, Language(lang))
    header = own.header
    write_publication(target, page, tables, f"{header.name}-{wanted}", header.title, header.description)
    rows = {name: len(table.rows) for name, table in tables.items()}
    if as_json:
        show_json({"run": str(run), "month": str(wanted), "out": str(target), "base": base, "tables": rows})
    else:
        show(f"The publication of {wanted} is in {target}: index.html and {len(rows)} tables in data.")
    return Exit.DONE


def _ending(own: Material) -> Ending:
    """When the plan of a run has no old case left."""
    from planner.evaluation.publication.tables import Ending

    scenario = str(own.manifest.get("scenario") or "")
    left = tuple(float(cases[own.clearance_at]) for cases in own.old_stock.values())
    return Ending(own.name, scenario, own.cleared, left)
