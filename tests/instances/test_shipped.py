"""What holds for every shipped instance."""

import csv
from pathlib import Path

import pytest

from instances.builders import ind_2023, ind_2026
from planner.domain.figures import figures
from planner.files.instance import check_instance, read_instance

SHIPPED = {path.parent.name: path.parent for path in (Path(__file__).parents[2] / "instances").glob("*/instance.toml")}
TABLES = sorted(path.relative_to(folder.parent) for folder in SHIPPED.values() for path in folder.glob("*.csv"))
SCENARIOS = sorted((name, path.stem) for name, folder in SHIPPED.items() for path in folder.glob("scenarios/*.toml"))


def test_there_are_three():
    assert sorted(SHIPPED) == ["ind-2023", "ind-2026", "uk-2023"]


@pytest.mark.parametrize("name", SHIPPED)
def test_it_reads_without_a_problem(name):
    assert check_instance(SHIPPED[name]).problems == ()


@pytest.mark.parametrize(("name", "scenario"), SCENARIOS)
def test_a_scenario_reads_without_a_problem(name, scenario):
    assert check_instance(SHIPPED[name], scenario).problems == ()


@pytest.mark.parametrize("name", SHIPPED)
def test_every_stage_can_be_done_somewhere_by_someone(name):
    worked_out = figures(read_instance(SHIPPED[name]))
    assert set(worked_out.arc_work.tolist()) == set(range(len(worked_out.works)))


@pytest.mark.parametrize("table", TABLES, ids=str)
def test_every_row_has_evidence_and_source(table):
    with (SHIPPED[table.parts[0]].parent / table).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows
    assert all(row["evidence"] and row["source"] for row in rows)


@pytest.mark.parametrize(
    ("name", "builder", "scenarios"),
    [("ind-2023", ind_2023, "*.toml"), ("ind-2026", ind_2026, "court-terms-4.toml")],
    ids=("ind-2023", "ind-2026"),
)
def test_building_it_again_gives_the_same_files_byte_for_byte(name, builder, scenarios, tmp_path):
    builder.build().write(tmp_path)
    folder = SHIPPED[name]
    built = {path.relative_to(tmp_path): path.read_bytes() for path in tmp_path.rglob("*.*")}
    files = (*folder.glob("*.csv"), folder / "instance.toml", *folder.glob(f"scenarios/{scenarios}"))
    assert built == {path.relative_to(folder): path.read_bytes() for path in files}
