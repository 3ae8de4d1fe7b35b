"""Names of files for labels: plain letters only, and no two the same."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable

LONGEST = 40


def file_names(labels: Iterable[str]) -> dict[str, str]:
    """A name without an ending for each label; those that would be the same, upper case or not, are numbered."""
    found: dict[str, str] = {}
    for label in labels:
        plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().lower()
        stem = re.sub("[^a-z0-9]+", "-", plain).strip("-")[:LONGEST] or "x"
        name, number = stem, 2
        while name in found.values():
            name, number = f"{stem}-{number}", number + 1
        found[label] = name
    return found
