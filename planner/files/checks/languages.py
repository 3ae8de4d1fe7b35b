"""The language pools that hearings need."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from planner.domain.instance import Language
from planner.errors import Problem
from planner.files.codes import Code
from planner.files.draft import Draft
from planner.files.place import Placed

TOLERANCE = 1e-6


def add_up_to_one(draft: Draft) -> Iterator[Problem]:
    """Every hearing hour is in one language; the problem stands at the stream's last row."""
    by_stream: dict[str, list[Placed[Language]]] = defaultdict(list)
    for placed in draft.of(Language):
        by_stream[placed.row.stream].append(placed)
    for stream, rows in by_stream.items():
        total = sum(placed.row.share for placed in rows)
        if abs(total - 1) > TOLERANCE:
            yield rows[-1].place.problem("share", Code.LANGUAGE_TOTAL, f"{total:.6g} in all", f"1 for {stream} in all")
