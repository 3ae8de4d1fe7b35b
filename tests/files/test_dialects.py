"""An instance reads the same however a spreadsheet saved it."""

import csv
import io
import re

import pytest

from planner.files.instance import check_instance, read_instance
from tests.files.folders import BASE, base

DECIMAL = re.compile(r"-?[0-9]+\.[0-9]+")
DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")


def resaved(
    folder, delimiter=",", end="\n", encoding="utf-8", cell=lambda text: text, quoting=csv.QUOTE_MINIMAL, tail=""
):
    """Saves every table anew; `tail` comes at the end of the file."""
    for path in folder.glob("*.csv"):
        rows = list(csv.reader(io.StringIO(path.read_text(encoding="utf-8"))))
        text = io.StringIO()
        csv.writer(text, delimiter=delimiter, lineterminator=end, quoting=quoting).writerows(
            [cell(value) for value in row] for row in rows
        )
        path.write_bytes((text.getvalue() + tail).encode(encoding))
    return folder


def dutch(text):
    """A cell as a Dutch Excel saves it: decimal comma, and dates in its short form."""
    if DECIMAL.fullmatch(text):
        return text.replace(".", ",")
    date = DATE.fullmatch(text)
    return f"{int(date[3])}-{int(date[2])}-{date[1]}" if date else text


@pytest.mark.parametrize(
    "manner",
    [
        {"delimiter": ";", "end": "\r\n", "encoding": "utf-8-sig", "cell": dutch},
        {"delimiter": ";", "end": "\r\n", "cell": dutch, "quoting": csv.QUOTE_ALL},
        {"delimiter": "\t", "encoding": "utf-16"},
        {"end": "\r"},
        {"tail": "\n\n , ,\n"},
        {"delimiter": ";", "cell": lambda text: f"  {dutch(text)}\u00a0", "tail": ";;;;;;;;;;;;\r\n"},
        {"cell": lambda text: {"yes": "Ja", "no": "nee"}.get(text, text)},
    ],
    ids=["Dutch Excel", "all in quotes", "Unicode text", "old Mac", "empty lines", "spaces", "ja and nee"],
)
def test_every_dialect_gives_the_same_instance(tmp_path, manner):
    assert read_instance(resaved(base(tmp_path), **manner)) == read_instance(BASE)


def test_empty_columns_at_the_end_do_not_count(tmp_path):
    folder = base(tmp_path)
    for path in folder.glob("*.csv"):
        path.write_text(path.read_text(encoding="utf-8").replace("\n", ",,,\n"), encoding="utf-8")
    assert read_instance(folder) == read_instance(BASE)


def test_columns_may_come_in_any_order(tmp_path):
    folder = base(tmp_path)
    path = folder / "staff.csv"
    rows = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
    path.write_text("\n".join(",".join(reversed(row)) for row in rows), encoding="utf-8")
    assert read_instance(folder) == read_instance(BASE)


def test_a_column_with_a_default_may_be_left_out(tmp_path):
    folder = base(tmp_path)
    path = folder / "eligibility.csv"
    text = path.read_text(encoding="utf-8").replace(",efficiency", "").replace(",1,A", ",A")
    path.write_text(text, encoding="utf-8")
    assert read_instance(folder) == read_instance(BASE)


def test_windows_text_is_read_with_a_warning(tmp_path):
    folder = base(tmp_path)
    path = folder / "locations.csv"
    path.write_bytes(path.read_text(encoding="utf-8").replace("Zevenaar", "Zevenáár").encode("cp1252"))
    checked = check_instance(folder)
    assert checked.instance is not None
    assert checked.instance.locations[1].name == "Zevenáár"
    assert [warning.code for warning in checked.warnings] == ["W501"]


def test_a_problem_after_a_quoted_line_end_has_the_line_that_an_editor_shows(tmp_path):
    # Line 2 runs on to line 4; the row with the fault starts on line 5 and its fault is its own.
    folder = base(tmp_path)
    path = folder / "locations.csv"
    path.write_text(
        "location,name,hearing_rooms,room_hours,evidence,source\n"
        'ter-apel,"Ter\nA\npel",5,40,A,Invented\n'
        'zevenaar,"Zeve\nnaar",x,40,A,Invented\n',
        encoding="utf-8",
    )
    assert [(problem.line, problem.code) for problem in check_instance(folder).problems] == [(5, "E202")]


def test_labels_are_composed_characters(tmp_path):
    # A Mac writes é as e and an accent: it is the same label.
    folder = base(tmp_path)
    for name, label in (
        ("locations.csv", "Zéven"),
        ("staff.csv", "Ze\u0301ven"),
        ("places.csv", "Zéven"),
        ("transfers.csv", "Zéven"),
    ):
        path = folder / name
        path.write_text(path.read_text(encoding="utf-8").replace("zevenaar", label), encoding="utf-8")
    assert check_instance(folder).problems == ()
