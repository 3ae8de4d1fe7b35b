"""The sections of the page of a run, in their order."""

from __future__ import annotations

from collections.abc import Callable

from planner.reporting.contents import Section
from planner.reporting.material import Material
from planner.reporting.sections.bottlenecks import bottlenecks
from planner.reporting.sections.chain import chain
from planner.reporting.sections.coming_weeks import coming_weeks
from planner.reporting.sections.facts import facts
from planner.reporting.sections.headline import headline
from planner.reporting.sections.inputs import inputs
from planner.reporting.sections.late import breaches, late
from planner.reporting.sections.money import money
from planner.reporting.sections.staff import people, staff
from planner.reporting.sections.stock import stock
from planner.reporting.words import Words

SECTIONS: tuple[Callable[[Material, Words], Section], ...] = (
    headline,
    stock,
    late,
    bottlenecks,
    staff,
    coming_weeks,
    people,
    chain,
    money,
    breaches,
    inputs,
    facts,
)
