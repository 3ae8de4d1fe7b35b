"""The nearest known name to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches

LONGEST = 100


def nearest(name: str, known: Iterable[str]) -> str | None:
    """The known name that is most like this one; None when none is near."""
    by_folded = {candidate.casefold(): candidate for candidate in known}
    near = get_close_matches(name[:LONGEST].casefold(), by_folded, n=1, cutoff=0.6)
    return by_folded[near[0]] if near else None


def did_you_mean(name: str, known: Iterable[str]) -> str:
    """A hint that names the nearest known name, or nothing when none is near."""
    near = nearest(name, known)
    return f'Did you mean "{near}"?' if near else ""
