"""How large a synthetic instance is."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST_WEEKS = 12


@dataclass(frozen=True)
class Size:
    """Numbers of locations, streams (twins not counted) and weeks."""

    locations: int
    streams: int
    weeks: int

    def __post_init__(self) -> None:
        if self.locations < 1 or self.streams < 1:
            raise ValueError(f"at least one location and one stream, not {self.locations} and {self.streams}")
        if self.weeks < FEWEST_WEEKS:
            raise ValueError(f"at least {FEWEST_WEEKS} weeks, not {self.weeks}")


SIZES = {"S": Size(2, 6, 26), "M": Size(4, 12, 104), "L": Size(8, 24, 208), "XL": Size(40, 60, 260)}
"""The sizes with a name; L is that of the country."""
