"""A number in plain decimals, so that it reads back to the same number."""

from __future__ import annotations

from decimal import Decimal


def plain(number: float) -> str:
    """The shortest decimals of the number, without exponent: 5, 0.25, 0.0000001."""
    text = format(Decimal(repr(number)), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text
