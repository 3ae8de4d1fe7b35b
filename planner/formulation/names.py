"""The names of rows and columns, as a file format takes them: without what it cannot hold, and each one once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def file_names(names: Iterable[str], instead: Mapping[str, str]) -> list[str]:
    """The names with some characters replaced; one that is there already gets `~2`, `~3` and so on behind it."""
    table = str.maketrans(dict(instead))
    seen: dict[str, int] = {}
    found = []
    for name in names:
        plain = name.translate(table)
        seen[plain] = seen.get(plain, 0) + 1
        found.append(plain if seen[plain] == 1 else f"{plain}~{seen[plain]}")
    return found
