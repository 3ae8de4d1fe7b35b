"""The public page of a month, made of the published tables and of nothing else, in both languages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from planner import __version__
from planner.domain.instance import Instance
from planner.domain.publication import AGE_BANDS, OUTCOMES
from planner.domain.run_table import RunTable
from planner.domain.weeks import Week
from planner.evaluation.publication.disclosure import Rounding
from planner.evaluation.publication.months import Month
from planner.reporting.contents import Cell, Chart, Column, Content, Form, Kind, Mark, Part, Section, Series, Table
from planner.reporting.labels import Labels
from planner.reporting.language import Language
from planner.reporting.page import page
from planner.reporting.run_page import both
from planner.reporting.words import Words

Row = dict[str, str]
Rows = list[tuple[Cell, ...]]


@dataclass(frozen=True)
class Published:
    """What the page may know: the published tables, the names of things, the month and the rule."""

    tables: Mapping[str, RunTable]
    instance: Instance
    month: Month
    rule: Rounding
    no_show: float | None

    def rows(self, table: str, **where: str) -> Iterator[Row]:
        """The rows of a table with these cells."""
        for row in self.tables[table].records():
            if all(row[column] == cell for column, cell in where.items()):
                yield row

    def total(self, table: str, column: str, **where: str) -> int:
        """The sum of published counts."""
        return self.rule.total(int(row[column]) for row in self.rows(table, **where))

    @property
    def reference(self) -> date:
        """The last day that is counted."""
        return date.fromisoformat(next(self.rows("old_stock", month=str(self.month)))["reference_date"])


def publication_page(own: Published, language: Language) -> str:
    """The page; it opens in the language."""
    return page([_content(own, Words(shown)) for shown in both(language)])


def _content(own: Published, say: Words) -> Content:
    month = say.language.whole_month(own.month.first)
    notices = [say("publish.planned")]
    if own.instance.header.synthetic:
        notices.insert(0, say("page.synthetic"))
    sections = (_short, _stock, _decided, _new, _court, _staff, _rollups, _chain, _rule)
    return Content(
        language=say.language,
        title=say("publish.title", month=month),
        subtitle=say("publish.subtitle", date=say.language.day(own.reference)),
        notices=tuple(notices),
        sections=tuple(make(own, say) for make in sections),
        footer=say("publish.footer", version=__version__),
    )


def _short(own: Published, say: Words) -> Section:
    write, this = say.language, {"month": str(own.month)}
    sentences = [
        say(
            "publish.stock",
            cases=write.number(own.total("old_stock", "cases", **this)),
            date=write.day(own.reference),
            decided=write.number(own.total("decisions", "cases", part="old", **this)),
        )
    ]
    ends = list(own.rows("end_date"))
    cleared = ends[0]["cleared_on"]
    if cleared:
        sentences.append(say("publish.cleared", date=write.day(date.fromisoformat(cleared))))
    else:
        left = write.number(int(ends[0]["left"]))
        sentences.append(say("publish.not_cleared", cases=left, date=write.day(own.instance.header.clearance)))
    due, in_time = own.total("new_cases", "due", **this), own.total("new_cases", "in_time", **this)
    share = own.rule.share(in_time, due)
    overdue = write.number(own.total("new_cases", "overdue", **this))
    if share is not None:
        sentences.append(say("publish.on_time", share=write.share(share), overdue=overdue))
    heads = (Column(say("compare.run")), Column(say("fact.scenario")), Column(say("publish.end")))
    rows = tuple(
        (
            row["plan"],
            row["scenario"] or say("publish.base"),
            date.fromisoformat(row["cleared_on"]) if row["cleared_on"] else say("not_cleared"),
            int(row["left"]),
        )
        for row in ends
    )
    left_on = Column(say("left_on", date=write.day(own.instance.header.clearance)), Form.NUMBER)
    return Section("headline", say("headline"), (*sentences, Table(say("publish.ends"), (*heads, left_on), rows)))


def _stock(own: Published, say: Words) -> Section:
    names = Labels(own.instance, say)
    this = list(own.rows("old_stock", month=str(own.month)))
    columns = (Column(say("category")), *(Column(say(f"age.{band}"), Form.NUMBER) for band in AGE_BANDS))
    cells = {(row["category"], row["age"]): int(row["cases"]) for row in this}
    body: Rows = [
        (names.category(category), *(cells[category, band] for band in AGE_BANDS))
        for category in dict.fromkeys(row["category"] for row in this)
    ]
    table = Table(say("publish.ages"), (*columns, _total(say)), _with_totals(body, say))
    return Section("stock", say("publish.old_stock"), (_stock_chart(own, say, names), table))


def _stock_chart(own: Published, say: Words, names: Labels) -> Chart:
    """Month by month, those to come as planned."""
    rows = [*own.rows("old_stock"), *own.rows("old_stock_projected")]
    days = sorted({row["reference_date"] for row in rows})
    cases: dict[str, dict[str, int]] = {}
    for row in rows:
        by_day = cases.setdefault(row["category"], dict.fromkeys(days, 0))
        by_day[row["reference_date"]] += int(row["cases"])
    weeks = tuple(Week.of(date.fromisoformat(day)) for day in days)
    return Chart(
        key="published_stock",
        title=say("publish.stock_chart"),
        about=say("publish.stock_chart.about"),
        kind=Kind.STACK,
        head=say("publish.month_to"),
        weeks=weeks,
        series=tuple(
            Series(names.category(name), tuple(float(count) for count in by_day.values()))
            for name, by_day in cases.items()
        ),
        column=Column("", Form.NUMBER),
        marks=(Mark(weeks.index(Week.of(own.reference)), say("publish.now")),),
    )


def _decided(own: Published, say: Words) -> Section:
    names = Labels(own.instance, say)
    parts: list[Part] = [say("publish.decided.intro")]
    for part in ("old", "new", "other"):
        cells = {
            (row["group"], row["outcome"]): int(row["cases"])
            for row in own.rows("decisions", month=str(own.month), part=part)
        }
        if not cells:
            continue
        outcomes = [outcome for outcome in OUTCOMES if any(own_outcome == outcome for _, own_outcome in cells)]
        name = names.category if part == "old" else names.track
        body: Rows = [
            (name(group), *(cells.get((group, outcome)) for outcome in outcomes))
            for group in dict.fromkeys(group for group, _ in cells)
        ]
        columns = (Column(say("category" if part == "old" else "track")), *_outcomes(outcomes, say), _total(say))
        parts.append(Table(say(f"publish.part.{part}"), columns, _with_totals(body, say)))
    return Section("decided", say("publish.decided"), tuple(parts))


def _new(own: Published, say: Words) -> Section:
    names, keys = Labels(own.instance, say), ("lodged", "open", "due", "in_time", "overdue")
    rows = list(own.rows("new_cases", month=str(own.month)))
    if not rows:
        return Section("new", say("publish.new"), (say("publish.no_new"),))
    columns = (
        Column(say("track")),
        *(Column(say(f"publish.{key}"), Form.NUMBER) for key in keys),
        Column(say("publish.share"), Form.SHARE),
    )
    counts = [(names.track(row["procedure"]), [int(row[key]) for key in keys]) for row in rows]
    counts.append((say("total"), [own.rule.total(int(row[key]) for row in rows) for key in keys]))
    body: Rows = [(name, *cells, own.rule.share(cells[3], cells[2])) for name, cells in counts]
    table = Table(say("publish.new_table"), columns, tuple(body))
    return Section("new", say("publish.new"), (say("publish.new.intro"), table))


def _court(own: Published, say: Words) -> Section:
    columns = (
        Column(say("publish.month")),
        Column(say("open"), Form.NUMBER),
        Column(say("publish.late"), Form.NUMBER),
        Column(say("penalties"), Form.EURO),
    )
    rows = tuple(
        (_month(row, say), int(row["open"]), int(row["late"]), int(row["penalties_euro"])) for row in own.rows("court")
    )
    return Section("court", say("publish.court"), (Table(say("publish.court"), columns, rows),))


def _staff(own: Published, say: Words) -> Section:
    parts = ("old", "new", "other")
    months = dict.fromkeys(row["month"] for row in own.rows("staff"))
    columns = (Column(say("publish.month")), *(Column(say(f"publish.part.{part}"), Form.NUMBER) for part in parts))
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            _month({"month": month}, say),
            *(own.total("staff", "staff_days", month=month, part=part) for part in parts),
        )
        for month in months
    )
    texts = [say("publish.no_show", share=say.language.share(own.no_show))] if own.no_show is not None else []
    return Section("staff", say("publish.staff"), (*texts, Table(say("publish.staff_days"), columns, rows)))


def _rollups(own: Published, say: Words) -> Section:
    rows = list(own.rows("rollup"))
    if not rows:
        return Section("rollup", say("publish.rollup"), (say("publish.no_rollup"),))
    parts = ("old", "new", "other")
    columns = (
        Column(say("publish.period")),
        Column(say("publish.months"), Form.NUMBER),
        *(Column(say(f"publish.part.{part}"), Form.NUMBER) for part in parts),
        _total(say),
    )
    body: list[tuple[Cell, ...]] = []
    for period in dict.fromkeys(row["period"] for row in rows):
        counts = [own.total("rollup", "decided", period=period, part=part) for part in parts]
        months = next(own.rows("rollup", period=period))["months"]
        body.append((period, int(months), *counts, own.rule.total(counts)))
    return Section("rollup", say("publish.rollup"), (Table(say("publish.rollup_table"), columns, tuple(body)),))


def _chain(own: Published, say: Words) -> Section:
    names = Labels(own.instance, say)
    rows = tuple(
        (
            names.partner(row["partner"]),
            say(f"goal.{row['goal']}"),
            say.label("unit", row["unit"]),
            int(row["mean_per_week"]),
            float(row["signal_per_week"]) if row["signal_per_week"] else None,
            say(f"state.{row['state']}") if row["state"] else "",
        )
        for row in own.rows("indicators")
    )
    if not rows:
        return Section("chain", say("publish.chain"), (say("chain.none"),))
    columns = (
        Column(say("partner")),
        Column(say("publish.goal")),
        Column(say("unit")),
        Column(say("mean_week"), Form.NUMBER),
        Column(say("signal"), Form.NUMBER),
        Column(say("verdict"), Form.SHORT),
    )
    return Section("chain", say("publish.chain"), (Table(say("table.chain"), columns, rows),))


def _rule(own: Published, say: Words) -> Section:
    files = Table(
        say("publish.files"),
        (Column(say("file")), Column(say("rows"), Form.NUMBER)),
        tuple((f"{table.name}.csv", len(table.rows)) for table in own.tables.values()),
    )
    base = own.rule.base
    return Section(
        "rule",
        say("publish.rule"),
        (
            say("publish.rule.text", base=base, half=say.language.number(base / 2, base % 2)),
            say("publish.rule.totals"),
            say("publish.counting", unit=say.name(own.instance.header.counting_unit)),
            files,
        ),
    )


def _outcomes(outcomes: list[str], say: Words) -> Iterator[Column]:
    return (Column(say(f"outcome.{outcome}"), Form.NUMBER) for outcome in outcomes)


def _total(say: Words) -> Column:
    return Column(say("total"), Form.NUMBER)


def _month(row: Row, say: Words) -> str:
    return say.language.whole_month(Month.parse(row["month"]).first)


def _with_totals(body: Rows, say: Words) -> tuple[tuple[Cell, ...], ...]:
    """The rows and a last one, each with the sum of its published counts."""
    width = len(body[0]) if body else 1
    sums: tuple[Cell, ...] = (say("total"), *(_sum(row[place] for row in body) for place in range(1, width)))
    return tuple((*row, _sum(row[1:])) for row in (*body, sums))


def _sum(cells: Iterable[Cell]) -> int:
    return sum(cell for cell in cells if isinstance(cell, int))
