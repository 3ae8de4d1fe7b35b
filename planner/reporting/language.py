"""Dutch and English: how each writes numbers, money, shares and dates."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

_MONTHS = {
    "nl": "januari,februari,maart,april,mei,juni,juli,augustus,september,oktober,november,december",
    "en": "January,February,March,April,May,June,July,August,September,October,November,December",
}
_SHORT = 3
_NO_BREAK = "\u00a0"
_MINUS = "\u2212"


class Language(StrEnum):
    """A language that everything is written in."""

    NL = "nl"
    EN = "en"

    def number(self, value: float, digits: int = 0) -> str:
        """`1.234,5` in Dutch, `1,234.5` in English; what rounds to zero has no sign."""
        text = f"{abs(value):,.{digits}f}"
        if self is Language.NL:
            text = text.translate(str.maketrans(",.", ".,"))
        return f"{_MINUS}{text}" if value < 0 and text.strip("0.,") else text

    def signed(self, value: float, size: str) -> str:
        """A difference whose size is written already: `+12`; `=` where that is zero."""
        if not any(digit in size for digit in "123456789"):
            return "="
        return f"{_MINUS if value < 0 else '+'}{size}"

    def share(self, value: float, digits: int = 0) -> str:
        """A fraction as a percentage."""
        return f"{self.number(value * 100, digits)}%"

    def euro(self, value: float, digits: int = 0) -> str:
        """An amount of money."""
        text = self.number(abs(value), digits)
        sign = _MINUS if value < 0 and text.strip("0.,") else ""
        return f"{sign}€{_NO_BREAK}{text}" if self is Language.NL else f"{sign}€{text}"

    def day(self, day: date) -> str:
        """`12 juni 2029`, `12 June 2029`."""
        return f"{day.day}{_NO_BREAK}{self._name_of(day)} {day.year}"

    def month(self, day: date) -> str:
        """The month in three letters, with its year: `jun 2029`."""
        name = "mrt" if (self, day.month) == (Language.NL, 3) else self._name_of(day)[:_SHORT]
        return f"{name} {day.year}"

    def whole_month(self, day: date) -> str:
        """`december 2026`, `December 2026`."""
        return f"{self._name_of(day)} {day.year}"

    def _name_of(self, day: date) -> str:
        return _MONTHS[self].split(",")[day.month - 1]
