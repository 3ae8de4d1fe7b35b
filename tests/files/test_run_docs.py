"""The page on runs names all that is in one."""

from pathlib import Path

from planner.cli.run_record import Request, manifest, summary
from planner.domain.figures import figures
from planner.domain.indicators import INDICATORS
from planner.domain.policy import SHIPPED, TERMS
from planner.domain.result import Result, Status
from planner.domain.run_table import RUN_TABLES
from planner.evaluation.flows import flows
from planner.evaluation.kpis import kpis
from planner.files.run_docs import MANIFEST_FIELDS, run_format
from planner.files.run_folder import SCHEMA
from planner.solving.options import SolveOptions
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan


def section(name: str) -> str:
    return run_format().partition(f"### {name}.csv\n")[2].partition("\n## ")[0].partition("\n### ")[0]


def test_the_page_names_every_column_of_every_table_with_its_unit():
    for declared in RUN_TABLES:
        for column in declared.columns:
            assert f"| `{column.name}` | {column.kind} | {column.unit} |" in section(declared.name), declared.name


def test_the_page_names_every_field_of_the_manifest_in_its_order(tmp_path: Path):
    request = Request(tmp_path, None, tiny(), SHIPPED, SolveOptions())
    result = Result(Status.NO_PLAN, None)
    written = {"schema": SCHEMA, **summary(request, result, None, {}), **manifest(request, result), "files": {}}
    assert list(MANIFEST_FIELDS) == list(written)


def test_the_page_names_every_term_of_a_policy():
    assert all(f"| `{name}` | {about} |" in run_format() for name, about in TERMS.items())


def test_the_page_names_every_indicator_of_a_run_in_its_order():
    own = figures(tiny())
    plan = hand_plan(own)
    assert list(INDICATORS) == [kpi.name for kpi in kpis(own, plan, flows(own, plan))]
    assert all(f"| `{name}` | {about} |" in run_format() for name, about in INDICATORS.items())
