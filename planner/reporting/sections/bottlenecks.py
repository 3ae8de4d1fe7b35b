"""Where it is tight: what is used of staff, rooms, interpreters and the chain's room, in blocks of four weeks."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.evaluation.chain import chain_load
from planner.reporting.contents import Column, Form, Section
from planner.reporting.labels import Labels
from planner.reporting.material import ByName, Material
from planner.reporting.over_time import by_block, by_blocks
from planner.reporting.words import Words

BLOCK = 4
"""Weeks in a block."""

TIGHT = 0.95
"""A block in which more than this share is used is tight."""

NAMED = 4
"""So many are named in the headline."""


def bottlenecks(own: Material, say: Words) -> Section:
    """The calendar."""
    chart = by_block(own, say, "bottlenecks", used_shares(own, say), Column("", Form.SHARE), BLOCK)
    return Section("bottlenecks", say("bottlenecks"), (say("bottlenecks.intro", weeks=BLOCK), chart))


def tightest(own: Material, say: Words) -> list[str]:
    """What is tight in most blocks up to the clearance date, the worst first."""
    until = own.clearance_at // BLOCK + 1
    often = {name: float((values[:until] > TIGHT).mean()) for name, values in used_shares(own, say).items()}
    worst = sorted((name for name in often if often[name] > 0), key=lambda name: -often[name])
    return [say("tight.share", name=name, share=say.language.share(often[name])) for name in worst[:NAMED]]


def used_shares(own: Material, say: Words) -> ByName:
    """The share used of everything that can run out, by block."""
    return {
        name: np.divide(used, there, out=np.zeros_like(used), where=there > 0)
        for name, (used, there) in (
            (name, tuple(by_blocks(own.weeks, values, BLOCK) for values in pair))
            for name, pair in _pairs(own, say).items()
        )
        if there.any()
    }


def _pairs(own: Material, say: Words) -> dict[str, tuple[Numbers, Numbers]]:
    """What is used and what is there of each, over the weeks; a chain partner has room up to its signal value."""
    names = Labels(own.instance, say)
    found = {
        say("tight.staff", name=names.group(group)): (used, own.supplied_by_group[group])
        for group, used in own.staff_by_group.items()
    }
    rooms_there, rooms_used = (own.weekly("places", "location", name) for name in ("room_hours", "room_hours_used"))
    for row in own.instance.locations:
        if row.location in rooms_there:
            found[say("tight.rooms", name=names.location(row.location))] = (
                rooms_used[row.location],
                rooms_there[row.location],
            )
    there, used = (own.weekly("interpreters", "language", name) for name in ("hours", "used"))
    for language in there:
        found[say("tight.interpreters", name=names.language(language))] = used[language], there[language]
    loads, chain = chain_load(own.flows) / UNIT, own.view.figures.chain
    for p in chain.signalled:
        name = say("tight.chain", name=names.partner(chain.names[p]))
        found[name] = loads[p], np.full(len(own.weeks), chain.signal[p])
    return found
