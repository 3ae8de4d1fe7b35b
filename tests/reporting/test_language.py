from datetime import date

import pytest

from planner.reporting.language import Language

NL, EN = Language.NL, Language.EN


@pytest.mark.parametrize(
    ("value", "digits", "dutch", "english"),
    [
        (1234.5, 1, "1.234,5", "1,234.5"),
        (1234567, 0, "1.234.567", "1,234,567"),
        (-0.25, 2, "\u22120,25", "\u22120.25"),
        (-0.004, 2, "0,00", "0.00"),
        (0, 0, "0", "0"),
    ],
)
def test_numbers_have_the_marks_of_their_language(value, digits, dutch, english):
    assert (NL.number(value, digits), EN.number(value, digits)) == (dutch, english)


def test_shares_and_money():
    assert (NL.share(0.123, 1), EN.share(0.123, 1)) == ("12,3%", "12.3%")
    assert (NL.euro(1234.4), EN.euro(-1234.4)) == ("€\u00a01.234", "\u2212€1,234")


def test_dates_are_written_out():
    day = date(2027, 3, 1)
    assert (NL.day(day), EN.day(day)) == ("1\u00a0maart 2027", "1\u00a0March 2027")
    assert (NL.month(day), EN.month(day)) == ("mrt 2027", "Mar 2027")
    assert (NL.whole_month(day), EN.whole_month(day)) == ("maart 2027", "March 2027")


def test_a_difference_has_its_sign_and_none_where_there_is_none():
    found = [NL.signed(value, NL.number(abs(value), 1)) for value in (2, -1234.5, 0.04)]
    assert found == ["+2,0", "\u22121.234,5", "="]
