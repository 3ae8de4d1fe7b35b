"""What a cell says: its text, read strictly as its column asks."""

from __future__ import annotations

import re
from datetime import date

from planner.domain.column import ALL, Column, Kind
from planner.domain.weeks import Week, parse_term
from planner.files.codes import Code
from planner.files.labels import LabelFault, checked_label, checked_text
from planner.files.nearest import did_you_mean

Value = str | int | float | bool | date | Week | None
"""What a cell may say."""

LARGEST_NUMBER = 1e9
"""The limit of columns that state none: more is a slip, and leaves the grid on which cases are counted."""

FIRST_YEAR, LAST_YEAR = 1900, 2199

FIGURES = (Kind.WHOLE, Kind.NUMBER)
"""The kinds that one can multiply and add to."""

_WHOLE = re.compile(r"-?[0-9]{1,15}")
_NUMBER = {
    True: re.compile(r"-?[0-9]{1,15}(,[0-9]{1,30})?"),
    False: re.compile(r"-?[0-9]{1,15}(\.[0-9]{1,30})?"),
}
_THOUSANDS = re.compile(r"-?[0-9]{1,3}([.,][0-9]{3})+")
_MARKED = re.compile(r"-?[0-9]+([.,'’\s][0-9]+)+")
_ISO_DATE = re.compile(r"([0-9]{4})-([0-9]{2})-([0-9]{2})")
_DUTCH_DATE = re.compile(r"([0-9]{1,2})-([0-9]{1,2})-([0-9]{4})")
_YES_NO = {"yes": True, "ja": True, "no": False, "nee": False}


class CellError(ValueError):
    """The cell does not say what its column asks."""

    def __init__(self, code: Code, expected: str, hint: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected
        self.hint = hint


def parse_cell(column: Column, text: str, dutch: bool = False) -> Value:
    """The value of a trimmed cell; raises CellError. `dutch` as in Sheet."""
    if text:
        return _parsed(column, text, dutch)
    if column.optional:
        return None
    if column.default is None:
        raise CellError(Code.CELL_EMPTY, expected(column))
    return _parsed(column, column.default, dutch=False)


def may_be_left_out(column: Column) -> bool:
    """Whether a table may lack the column: its cells then say what an empty one says."""
    return column.default is not None or column.optional


def checked_number(column: Column, value: float) -> float:
    """The number itself when it is inside the column's limits; raises CellError."""
    low = -LARGEST_NUMBER if column.minimum is None else column.minimum
    high = LARGEST_NUMBER if column.maximum is None else column.maximum
    if not low <= value <= high:
        raise CellError(Code.OUTSIDE_LIMITS, expected(column))
    return value


def expected(column: Column) -> str:
    """What the column asks, in words."""
    if column.kind is Kind.CHOICE:
        return "one of " + ", ".join(column.choices)
    if column.kind not in FIGURES:
        return _WORDS[column.kind] + (f", or {ALL}" if column.or_all else "")
    limits = [
        f"at least {column.minimum:g}" if column.minimum is not None else "",
        f"at most {column.maximum if column.maximum is not None else LARGEST_NUMBER:g}",
    ]
    unit = f" ({column.unit})" if column.unit else ""
    return f"a {column.kind}{unit}, " + " and ".join(limit for limit in limits if limit)


_WORDS = {
    Kind.LABEL: "a label",
    Kind.TEXT: "a text",
    Kind.DATE: f"a date such as 2026-06-12, from {FIRST_YEAR} to {LAST_YEAR}",
    Kind.WEEK: f"an ISO week such as 2026-W24, from {FIRST_YEAR} to {LAST_YEAR}",
    Kind.TERM: "a term such as 6m, 12w or 15d",
    Kind.YESNO: "yes or no (ja or nee)",
}


def _parsed(column: Column, text: str, dutch: bool) -> Value:
    match column.kind:
        case Kind.LABEL | Kind.TEXT:
            return _words(column, text)
        case Kind.WHOLE:
            return _whole(column, text, dutch)
        case Kind.NUMBER:
            return _number(column, text, dutch)
        case Kind.DATE:
            return _date(column, text, dutch)
        case Kind.WEEK:
            return _week(column, text)
        case Kind.CHOICE:
            return _choice(column, text)
        case Kind.TERM:
            return _term(column, text)
        case Kind.YESNO:
            return _yes_no(column, text)


def _words(column: Column, text: str) -> str:
    try:
        return checked_label(text) if column.kind is Kind.LABEL else checked_text(text)
    except LabelFault as fault:
        raise CellError(fault.code, fault.expected, fault.hint) from fault


def _whole(column: Column, text: str, dutch: bool) -> int:
    if _WHOLE.fullmatch(text):
        return int(checked_number(column, int(text)))
    if _NUMBER[dutch].fullmatch(text) and not _THOUSANDS.fullmatch(text):
        raise CellError(Code.NOT_WHOLE, expected(column))
    raise _not_a_number(column, text, dutch)


def _number(column: Column, text: str, dutch: bool) -> float:
    if _NUMBER[dutch].fullmatch(text):
        return checked_number(column, float(text.replace(",", ".")) or 0.0)
    raise _not_a_number(column, text, dutch)


def _not_a_number(column: Column, text: str, dutch: bool) -> CellError:
    if _MARKED.fullmatch(text):
        return CellError(
            Code.NUMBER_MARKS,
            expected(column),
            "With ; between cells the decimal mark is a comma; thousands have no mark."
            if dutch
            else "The decimal mark is a point, unless ; stands between cells; thousands have no mark.",
        )
    hint = "Write a share, such as 0.7, without the sign." if text.endswith("%") else ""
    return CellError(Code.NOT_A_NUMBER, expected(column), hint)


def _date(column: Column, text: str, dutch: bool) -> date:
    iso, own = _ISO_DATE.fullmatch(text), _DUTCH_DATE.fullmatch(text)
    parts = iso.groups() if iso else own.groups()[::-1] if own and dutch else ()
    try:
        day = date(*(int(part) for part in parts))
    except (TypeError, ValueError):
        day = date.min
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    raise CellError(Code.NOT_A_DATE, expected(column))


def _week(column: Column, text: str) -> Week:
    hint = ""
    try:
        week = Week.parse(text)
        if FIRST_YEAR <= week.monday.year <= LAST_YEAR:
            return week
    except ValueError:
        hint = f"{text[:4]} has 52 weeks." if re.fullmatch("[0-9]{4}-W53", text) else ""
    raise CellError(Code.NOT_A_WEEK, expected(column), hint)


def _choice(column: Column, text: str) -> str:
    if text in column.choices:
        return text
    raise CellError(Code.NOT_A_CHOICE, expected(column), did_you_mean(text, column.choices))


def _term(column: Column, text: str) -> str:
    try:
        number, _ = parse_term(text)
    except ValueError:
        number = 0
    if number > 0:
        return text
    raise CellError(Code.NOT_A_TERM, expected(column))


def _yes_no(column: Column, text: str) -> bool:
    if text.casefold() in _YES_NO:
        return _YES_NO[text.casefold()]
    raise CellError(Code.NOT_YES_OR_NO, expected(column))
