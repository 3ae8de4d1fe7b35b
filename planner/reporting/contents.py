"""What a page or a workbook is made of, in words already: sections with sentences, charts and tables."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from planner.domain.weeks import Week
from planner.reporting.language import Language

Cell = float | int | str | date | Week | None


class Form(StrEnum):
    """How the cells of a column are written."""

    TEXT = "text"
    SHORT = "short"  # text on one line: a week, a verdict
    NUMBER = "number"
    SHARE = "share"
    EURO = "euro"


@dataclass(frozen=True)
class Column:
    """A column of a table; `digits` are those behind the decimal mark."""

    title: str
    form: Form = Form.TEXT
    digits: int = 0

    def written(self, cell: Cell, language: Language) -> str:
        """A cell as a page shows it; nothing where there is nothing."""
        if cell is None:
            return ""
        if isinstance(cell, date):
            return language.day(cell)
        if isinstance(cell, str | Week):
            return str(cell)
        if self.form is Form.SHARE:
            return language.share(cell, self.digits)
        if self.form is Form.EURO:
            return language.euro(cell, self.digits)
        return language.number(cell, self.digits)


@dataclass(frozen=True)
class Table:
    """Rows under a caption; the first cell of a row names it. A `folded` table opens when the reader asks."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    folded: bool = False


class Kind(StrEnum):
    """What a chart draws."""

    LINES = "lines"
    STACK = "stack"
    HEAT = "heat"


@dataclass(frozen=True)
class Series:
    """One value for each place on the time axis."""

    name: str
    values: tuple[float, ...]


@dataclass(frozen=True)
class Mark:
    """A place on the time axis that has a name."""

    at: int
    name: str


@dataclass(frozen=True)
class Limit:
    """A height that has a name: a signal value (dashed), or one that may not be passed."""

    value: float
    name: str
    hard: bool


@dataclass(frozen=True)
class Chart:
    """A picture over time. `about` says in words what it shows; its figures stand in a table below it.

    Heat is coloured by the share of `full`.
    """

    key: str
    title: str
    about: str
    kind: Kind
    head: str
    weeks: tuple[Week, ...]
    series: tuple[Series, ...]
    column: Column
    marks: tuple[Mark, ...] = ()
    limits: tuple[Limit, ...] = ()
    full: float = 1.0

    @property
    def table(self) -> Table:
        """Every figure of the chart."""
        columns = [Column(own.name, self.column.form, self.column.digits) for own in self.series]
        columns += [Column(limit.name, self.column.form, self.column.digits) for limit in self.limits]
        limits = [limit.value for limit in self.limits]
        rows = zip(*(own.values for own in self.series), strict=True)
        return Table(
            self.title,
            (Column(self.head, Form.SHORT), *columns),
            tuple((week, *cells, *limits) for week, cells in zip(self.weeks, rows, strict=True)),
            folded=True,
        )


@dataclass(frozen=True)
class Links:
    """Other pages under a heading: the address of each, from this page, and its name."""

    title: str
    places: tuple[tuple[str, str], ...]


Part = str | Table | Chart | Links


@dataclass(frozen=True)
class Section:
    """A heading and what stands below it."""

    key: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True)
class Content:
    """Everything that a page says in one language; `links` lead to other pages from its list of contents."""

    language: Language
    title: str
    subtitle: str
    notices: tuple[str, ...]
    sections: tuple[Section, ...]
    footer: str = ""
    links: tuple[tuple[str, str], ...] = ()
