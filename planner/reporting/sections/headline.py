"""Does it hold, by how much, and where is it tight: in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.weeks import Week
from planner.reporting.contents import Column, Form, Section, Table
from planner.reporting.material import Material
from planner.reporting.sections.bottlenecks import TIGHT, tightest
from planner.reporting.words import Words

WEEK = 7


def headline(own: Material, say: Words) -> Section:
    """The verdict, then what stands out."""
    return Section("headline", say("headline"), (verdict(own, say), *_sentences(own, say), _targets(own, say)))


def verdict(own: Material, say: Words) -> str:
    """Whether the plan keeps what was promised."""
    hard = [target for target in own.targets if target.hard]
    missed = [say(f"target.{target.name}.short") for target in hard if not target.met]
    if not missed:
        return say("headline.all_met", number=len(hard))
    return say("headline.missed", missed=len(missed), number=len(hard), names=say.listed(missed))


def _sentences(own: Material, say: Words) -> Iterator[str]:
    write = say.language
    yield _old(own, say)
    values = {target.name: target for target in own.targets}
    for name in ("guaranteed_on_time", "court_dates_kept", "excess_on_time"):
        if name in values:
            met = "met" if values[name].met else "missed"
            yield say(f"headline.{name}.{met}", cases=write.number(values[name].value))
    euro = own.kpi("penalties_euro")
    if own.instance.penalties:
        yield say("headline.penalties", euro=write.euro(euro)) if euro >= 1 else say("headline.no_penalties")
    tight = tightest(own, say)
    if tight:
        yield say("headline.tight", share=write.share(TIGHT), names=say.listed(tight))


def _old(own: Material, say: Words) -> str:
    """When the old stock is gone, and how long before or after the date."""
    write, date = say.language, own.header.clearance
    left, cleared = own.kpi("old_left_at_clearance"), own.cleared
    start = sum(own.old_at_start.values())
    if not own.view.figures.old.any():
        return say("headline.no_old")
    if cleared is None:
        return say(
            "headline.old_left", cases=write.number(left), start=write.number(start), date=write.day(date)
        ) + say("headline.never_cleared")
    weeks = (Week.of(date).monday - cleared.monday).days // WEEK
    if left < 0.5:
        key = "headline.old_cleared" if weeks > 0 else "headline.old_cleared_just"
        return say(key, week=cleared, weeks=say.weeks(weeks), start=write.number(start), date=write.day(date))
    return say("headline.old_left", cases=write.number(left), start=write.number(start), date=write.day(date)) + say(
        "headline.cleared_late", week=cleared, weeks=say.weeks(-weeks)
    )


def _targets(own: Material, say: Words) -> Table:
    columns = (
        Column(say("target")),
        Column(say("missed"), Form.NUMBER, 1),
        Column(say("unit")),
        Column(say("kind")),
        Column(say("verdict"), Form.SHORT),
    )
    date = say.language.day(own.header.clearance)
    rows = tuple(
        (
            say(f"target.{target.name}", date=date),
            target.value,
            say.label("unit", target.unit),
            say("hard" if target.hard else "soft"),
            say("met" if target.met else "not_met"),
        )
        for target in own.targets
    )
    return Table(say("targets"), columns, rows)
