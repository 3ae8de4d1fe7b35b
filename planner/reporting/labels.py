"""The labels of an instance in words: those of the catalogue where it knows them, else the instance's own names."""

from __future__ import annotations

from planner.domain.court_dates import COURT
from planner.domain.instance import Instance
from planner.domain.lodgings import EXCESS
from planner.reporting.words import Words


class Labels:
    """The names of what an instance is about, in one language."""

    def __init__(self, instance: Instance, say: Words) -> None:
        self._say = say
        self._streams = {row.stream: row.name for row in instance.streams}
        self._groups = {row.group: row.name for row in instance.groups}
        self._locations = {row.location: row.name for row in instance.locations}
        self._suffixes = {EXCESS: say("stream.excess"), COURT: say("stream.court")}

    def stream(self, label: str) -> str:
        """A stream with its label; its part above the guarantee and its court cases are said to be such."""
        base = label.rstrip(EXCESS + COURT)
        return f"{label} {self._say.name(self._streams.get(base, ''))}{self._suffixes.get(label[len(base) :], '')}"

    def group(self, label: str) -> str:
        """A staff group."""
        return self._say.name(self._groups.get(label, label))

    def location(self, label: str) -> str:
        """A location."""
        return self._locations.get(label, label)

    def category(self, label: str) -> str:
        """A category of cases."""
        return self._say.label("category", label)

    def track(self, label: str) -> str:
        """A track or procedure."""
        return self._say.label("track", label)

    def partner(self, label: str) -> str:
        """A partner in the chain."""
        return self._say.label("partner", label)

    def language(self, label: str) -> str:
        """A pool of interpreters."""
        return self._say.label("language", label)

    def team(self, label: str, category: str, location: str) -> str:
        """A specialised team by what it does and where."""
        return self._say("team.name", category=self.category(category), location=self.location(location), label=label)
