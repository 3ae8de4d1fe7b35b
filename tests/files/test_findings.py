"""All problems come together, and a file with very many says how many."""

import pytest

from planner.errors import InputError
from planner.files.findings import SHOWN
from planner.files.instance import check_instance, read_instance
from tests.files.folders import base


def test_problems_of_all_files_come_together(tmp_path):
    folder = base(tmp_path)
    for name, old, new in (
        ("stock.csv", "2025-12-31,60", "2025-12-31,sixty"),
        ("work.csv", "old,hearing", "old,hearings"),
        ("instance.toml", "last = 2026-08-02", "last = 2026-06-02"),
        ("staff.csv", "zevenaar,", "zwolle,"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
    with pytest.raises(InputError) as raised:
        read_instance(folder)
    found = [(problem.file, problem.line, problem.code) for problem in raised.value.problems]
    assert found == [
        ("instance.toml", 11, "E401"),
        ("staff.csv", 3, "E302"),
        ("stock.csv", 2, "E202"),
        ("work.csv", 3, "E208"),
    ]


def test_a_file_with_many_problems_says_how_many(tmp_path):
    folder = base(tmp_path)
    with (folder / "season.csv").open("a", encoding="utf-8") as file:
        file.writelines(f"winter,{quarter},1,A,Invented\n" for quarter in range(5, 205))
    problems = check_instance(folder).problems
    assert [problem.code for problem in problems] == ["E199"] + ["E205"] * SHOWN
    assert problems[0].found == "200 problems"
    assert [problem.line for problem in problems[1:]] == list(range(4, 4 + SHOWN))


def test_a_bad_cell_brings_no_further_problems(tmp_path):
    # The label of a stream cannot be read, so nothing can be said about the rows that name streams.
    folder = base(tmp_path)
    path = folder / "streams.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("new,New", "=new,New"), encoding="utf-8")
    assert [problem.code for problem in check_instance(folder).problems] == ["E213"]


def test_nine_faults_in_one_table_are_nine_problems(tmp_path):
    folder = base(tmp_path)
    rows = [
        ("preparation,-4,0,0", 2, "hours", "E205"),
        ("hearing,twelve,0,0", 3, "hours", "E202"),
        ("decision,,0,0", 4, "hours", "E201"),
        ("decision,6,0,0", 5, "stream, stage", "E301"),
        ("decision,1,200,0,0", 6, "", "E114"),
        ("decisions,6,0,0", 7, "stage", "E208"),
        ("hearing,1e999,0,0", 8, "hours", "E202"),
        ("preparation,NaN,0,0", 9, "hours", "E202"),
        ("hearing,5,1.5,0", 10, "lag_weeks", "E204"),
    ]
    streams = ["old", "old", "old", "old", "new", "new", "new", "new", "nuisance"]
    lines = [f"{stream},{row[0]},A,Invented\n" for stream, row in zip(streams, rows, strict=True)]
    text = "stream,stage,hours,lag_weeks,no_show,evidence,source\n" + "".join(lines)
    (folder / "work.csv").write_text(text, encoding="utf-8")
    found = [(problem.line, problem.column, problem.code) for problem in check_instance(folder).problems]
    assert found == [row[1:] for row in rows]
