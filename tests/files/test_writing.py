"""What is written reads back the same."""

import dataclasses
import json
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from planner.domain.column import Kind
from planner.domain.evidence import EVIDENCE
from planner.domain.instance import ROW_TYPES, ToldTeam
from planner.domain.table import columns_of
from planner.domain.tables import TABLES
from planner.domain.weeks import Week
from planner.errors import InputError
from planner.files.datapackage import write_datapackage
from planner.files.instance import check_instance, read_instance
from planner.files.plain_number import plain
from planner.files.writing import write_instance
from tests.files.folders import BASE

GOOD = read_instance(BASE).replace(told_teams=(ToldTeam("mixed-team", Week(date(2026, 6, 15)), True),))
"""With a row in every table: broken instances about teams have no need of one that has been told."""
CONSTRAINED = {
    *("cap_per_week", "share", "people", "cases", "hours", "factor"),
    *("written_share", "written_hours", "stay_weeks"),
}
"""Figures that have to go with others."""


texts = st.text(st.characters(exclude_categories=["Cc", "Cf", "Cs"], include_characters="\n"), max_size=30).map(
    lambda middle: f"a{middle}z"
)


def values(column):
    """Any value that the column takes, or None where the base's value has to stay."""
    if column.kind is Kind.TEXT:
        return texts
    if column.name == "evidence":
        return st.sampled_from(list(EVIDENCE))
    if column.kind is Kind.NUMBER and column.name not in CONSTRAINED:
        high = 1e9 if column.maximum is None else column.maximum
        return st.floats(column.minimum, high).map(lambda number: round(number, 9) or 0.0)
    return None


@st.composite
def instances(draw):
    """The good instance with other texts, and other figures where any figure goes."""
    changed = {}
    for table in TABLES:
        rows = getattr(GOOD, table.name)
        free = {column.name: values(column) for column in columns_of(table) if values(column) is not None}
        index = draw(st.integers(0, len(rows) - 1))
        row = dataclasses.replace(rows[index], **{name: draw(value) for name, value in free.items()})
        changed[table.name] = (*rows[:index], row, *rows[index + 1 :])
    header = dataclasses.replace(
        GOOD.header,
        title=draw(texts),
        description=draw(texts),
        hours_factor=draw(st.floats(0.01, 100)),
        pact_start=draw(st.none() | st.dates(date(2020, 1, 1), GOOD.header.first)),
    )
    return GOOD.replace(header=header, **changed)


@settings(max_examples=25, deadline=None)
@given(instance=instances(), dutch=st.booleans())
def test_an_instance_reads_back_the_same(tmp_path_factory, instance, dutch):
    folder = tmp_path_factory.mktemp("written") / "instance"
    write_instance(instance, folder, dutch=dutch)
    assert read_instance(folder) == instance


@pytest.mark.parametrize("dutch", [False, True])
def test_an_instance_without_what_may_be_left_out_reads_back_the_same(tmp_path, dutch):
    header = dataclasses.replace(
        GOOD.header,
        guarantee=None,
        hours_factor=1.0,
        hours_factor_evidence="A",
        hours_factor_source="",
        remote_share=0.0,
        remote_share_source="",
    )
    optional = {table.name: () for table in TABLES if not table.required}
    instance = GOOD.replace(header=header, **optional, stock=())
    write_instance(instance, tmp_path / "small", dutch=dutch)
    assert read_instance(tmp_path / "small") == instance
    assert not (tmp_path / "small" / "inflow.csv").exists()


def test_dutch_tables_are_as_excel_saves_them(tmp_path):
    write_instance(GOOD, tmp_path / "dutch", dutch=True)
    content = (tmp_path / "dutch" / "inflow.csv").read_bytes()
    assert content.startswith(b"\xef\xbb\xbfstream;first;last;cases;season;evidence;source\r\n")
    assert b"\r\nnew;12-6-2026;30-6-2026;10;summer;A;" in content
    assert b"nuisance;hearing;new;decision;0,25;0;" in (tmp_path / "dutch" / "conversions.csv").read_bytes()


def test_an_instance_is_not_written_over(tmp_path):
    write_instance(GOOD, tmp_path / "instance")
    with pytest.raises(InputError, match="E141"):
        write_instance(GOOD, tmp_path / "instance")


def test_a_written_instance_brings_its_descriptor(tmp_path):
    write_instance(GOOD, tmp_path / "instance", dutch=True)
    package = json.loads((tmp_path / "instance" / "datapackage.json").read_text(encoding="utf-8"))
    resources = {resource["name"]: resource for resource in package["resources"]}
    assert set(resources) == {table.name for table in TABLES} == set(ROW_TYPES)
    work = resources["work"]
    assert work["dialect"] == {"delimiter": ";"}
    assert work["schema"]["primaryKey"] == ["stream", "stage"]
    assert work["schema"]["foreignKeys"] == [
        {"fields": ["stream"], "reference": {"resource": "streams", "fields": ["stream"]}}
    ]
    assert work["schema"]["fields"][2] == {
        "name": "hours",
        "type": "number",
        "description": "net staff hours per case",
        "unit": "hours per case",
        "decimalChar": ",",
        "constraints": {"required": True, "minimum": 0.01, "maximum": 400},
    }


def test_a_folder_that_cannot_be_read_gets_no_descriptor(tmp_path):
    with pytest.raises(InputError):
        write_datapackage(tmp_path)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (5.0, "5"),
        (0.25, "0.25"),
        (1e-07, "0.0000001"),
        (1e9, "1000000000"),
        (0.1 + 0.2, "0.30000000000000004"),
        (7, "7"),
    ],
)
def test_a_number_is_written_in_plain_decimals(number, text):
    assert plain(number) == text


def test_what_is_read_is_what_was_checked():
    assert check_instance(BASE).instance == read_instance(BASE)
