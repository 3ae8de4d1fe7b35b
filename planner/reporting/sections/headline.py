"""Does it hold, by how much, and where is it tight: in sentences."""

from __future__ import annotations

from collections.abc import Iterator

from planner.domain.weeks import DAYS_PER_WEEK, Week
from planner.evaluation.health import starved
from planner.evaluation.targets import MET_BELOW
from planner.reporting.contents import Column, Form, Section, Table
from planner.reporting.labels import Labels
from planner.reporting.material import Material
from planner.reporting.sections.bottlenecks import TIGHT, tightest
from planner.reporting.words import Words, catalogue


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
    for target in own.targets:
        key = f"headline.{target.name}.{'met' if target.met else 'missed'}"
        if key in catalogue():
            yield say(key, cases=write.number(target.value))
    above = starved(own.rows("health"))
    if above:
        stream = Labels(own.instance, say).stream(next(iter(above)))
        yield say("headline.starved", cases=write.number(sum(above.values())), stream=stream)
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
    words = {"start": write.number(start), "cases": write.number(left), "date": write.day(date)}
    if cleared is None:
        at_end = {"end": write.day(own.header.last), "open": write.number(own.kpi("open_at_end_old"))}
        return say("headline.old_left", **words) + say("headline.never_cleared", **at_end)
    weeks = (Week.of(date).monday - cleared.monday).days // DAYS_PER_WEEK
    if left >= MET_BELOW:
        return say("headline.old_left", **words) + say("headline.cleared_late", week=cleared, weeks=say.weeks(-weeks))
    return say(f"headline.old_cleared{'' if weeks > 0 else '_just'}", week=cleared, weeks=say.weeks(weeks), **words)


def _targets(own: Material, say: Words) -> Table:
    columns = (
        Column(say("target")),
        Column(say("missed"), Form.NUMBER, 1),
        Column(say("unit"), Form.SHORT),
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
