"""A cell is read as its column asks, and not more kindly."""

from datetime import date

import pytest

from planner.domain.column import Column, Kind
from planner.domain.weeks import Week
from planner.files.cells import CellError, parse_cell


def column(kind, **more):
    return Column("column", kind, "about", **more)


@pytest.mark.parametrize(
    ("kind", "text", "dutch", "value"),
    [
        (Kind.WHOLE, "0", False, 0),
        (Kind.WHOLE, "-12", False, -12),
        (Kind.NUMBER, "12", False, 12.0),
        (Kind.NUMBER, "-0.25", False, -0.25),
        (Kind.NUMBER, "1.200", False, 1.2),
        (Kind.NUMBER, "1,2", True, 1.2),
        (Kind.NUMBER, "1200", True, 1200.0),
        (Kind.DATE, "2028-02-29", False, date(2028, 2, 29)),
        (Kind.DATE, "2028-02-29", True, date(2028, 2, 29)),
        (Kind.DATE, "9-2-2028", True, date(2028, 2, 9)),
        (Kind.WEEK, "2026-W53", False, Week(date(2026, 12, 28))),
        (Kind.WEEK, "2026-W01", False, Week(date(2025, 12, 29))),
        (Kind.TERM, "15d", False, "15d"),
        (Kind.YESNO, "Ja", False, True),
        (Kind.YESNO, "no", False, False),
        (Kind.TEXT, "a\r\nb", False, "a\nb"),
        (Kind.LABEL, "O'Neill & Co. (Zéven/4)", False, "O'Neill & Co. (Zéven/4)"),
    ],
)
def test_a_good_cell(kind, text, dutch, value):
    assert parse_cell(column(kind), text, dutch) == value


@pytest.mark.parametrize(
    ("kind", "text", "dutch", "code"),
    [
        (Kind.WHOLE, "+5", False, "E202"),
        (Kind.WHOLE, "1_000", False, "E202"),
        (Kind.WHOLE, "٣", False, "E202"),
        (Kind.WHOLE, "²", False, "E202"),
        (Kind.WHOLE, "1.0", False, "E204"),
        (Kind.WHOLE, "1,0", True, "E204"),
        (Kind.WHOLE, "1.200", False, "E203"),
        (Kind.WHOLE, "1 200", False, "E203"),
        (Kind.WHOLE, "1,200", True, "E203"),
        (Kind.WHOLE, "9" * 5000, False, "E202"),
        (Kind.WHOLE, "1000000001", False, "E205"),
        (Kind.NUMBER, "inf", False, "E202"),
        (Kind.NUMBER, "nan", False, "E202"),
        (Kind.NUMBER, "1e3", False, "E202"),
        (Kind.NUMBER, ".5", False, "E202"),
        (Kind.NUMBER, "5.", False, "E202"),
        (Kind.NUMBER, "--5", False, "E202"),
        (Kind.NUMBER, "0x10", False, "E202"),
        (Kind.NUMBER, "1,5", False, "E203"),
        (Kind.NUMBER, "1.5", True, "E203"),
        (Kind.NUMBER, "1.200,5", True, "E203"),
        (Kind.NUMBER, "1'200", False, "E203"),
        (Kind.DATE, "9-2-2028", False, "E206"),
        (Kind.DATE, "2026-02-29", False, "E206"),
        (Kind.DATE, "0001-01-01", False, "E206"),
        (Kind.DATE, "20260612", False, "E206"),
        (Kind.WEEK, "2027-W53", False, "E207"),
        (Kind.WEEK, "2026-W00", False, "E207"),
        (Kind.WEEK, "9999-W52", False, "E207"),
        (Kind.TERM, "0d", False, "E209"),
        (Kind.TERM, "6M", False, "E209"),
        (Kind.YESNO, "true", False, "E210"),
        (Kind.LABEL, "a;b", False, "E211"),
        (Kind.LABEL, "a\nb", False, "E211"),
        (Kind.LABEL, "twin+", False, "E211"),
        (Kind.LABEL, "x" * 65, False, "E212"),
        (Kind.LABEL, "-x", False, "E213"),
        (Kind.TEXT, "+31 6", False, "E213"),
        (Kind.TEXT, "x" * 2001, False, "E212"),
        (Kind.TEXT, "of 111222333, say", False, "E214"),
        (Kind.TEXT, "right-to-left \u202e mark", False, "E215"),
    ],
)
def test_a_bad_cell(kind, text, dutch, code):
    with pytest.raises(CellError) as raised:
        parse_cell(column(kind), text, dutch)
    assert raised.value.code == code


def test_nine_digits_that_are_no_service_number_are_a_text():
    # 9x1 + 8x2 + 7x3 + 6x4 + 5x5 + 4x6 + 3x7 + 2x8 - 9 = 147 = 13 x 11 + 4
    assert parse_cell(column(Kind.TEXT), "123456789") == "123456789"


@pytest.mark.parametrize(("text", "good"), [("0", True), ("1", True), ("1.0001", False), ("-0.1", False)])
def test_limits_are_part_of_the_column(text, good):
    share = column(Kind.NUMBER, minimum=0, maximum=1)
    if good:
        assert parse_cell(share, text) == float(text)
    else:
        with pytest.raises(CellError, match="E205"):
            parse_cell(share, text)


def test_an_empty_cell_is_its_default_or_none_or_an_error():
    assert parse_cell(column(Kind.NUMBER, default="0.5"), "", dutch=True) == 0.5
    assert parse_cell(column(Kind.TERM, optional=True), "") is None
    with pytest.raises(CellError, match="E201"):
        parse_cell(column(Kind.TEXT), "")


def test_a_misspelt_choice_brings_the_nearest():
    with pytest.raises(CellError) as raised:
        parse_cell(column(Kind.CHOICE, choices=("preparation", "hearing")), "Hearings")
    assert raised.value.hint == 'Did you mean "hearing"?'
