"""What the work brings to partners in the chain stays below their limit; what is above their signal is an excess."""

from __future__ import annotations

from datetime import date

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.domain.instance import Instance
from planner.evaluation.chain import chain_excess
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """P x T in the partner's unit: max(load - cap, |excess stated - max(0, load - signal)|).

    Where what happened before the horizon brings more than the cap, that takes its place.
    """
    partners = view.instance.chain
    before = {row.partner: np.zeros(len(view.weeks)) for row in partners}
    for known in view.instance.chain_before:
        before[known.partner] += [known.load * (known.week == week) for week in view.weeks]
    load = {name: own.copy() for name, own in before.items()}
    drivers = _drivers(view)
    for row in view.instance.chain_loads:
        brought = row.factor * drivers[row.driver]
        for t in range(len(view.weeks) - row.lag_weeks):
            load[row.partner][t + row.lag_weeks] += brought[t]
    wrong = np.zeros((len(partners), len(view.weeks)))
    stated = chain_excess(view.flows) / UNIT
    for p, partner in enumerate(partners):
        own = load[partner.partner]
        signal = np.inf if partner.signal_per_week is None else partner.signal_per_week
        cap = np.inf if partner.cap_per_week is None else partner.cap_per_week
        most = np.maximum(cap, before[partner.partner])
        wrong[p] = np.maximum(np.maximum(own - most, 0.0), np.abs(stated[p] - np.maximum(own - signal, 0.0)))
    return wrong


def _drivers(view: View) -> dict[str, Numbers]:
    """T: cases of each kind in the week, or at its end."""
    found = {name: np.zeros(len(view.weeks)) for name in ("decision", "grant", "refusal", "appeal", "return")}
    for k, stream in enumerate(view.figures.streams):
        for t, decided in enumerate(view.flows.decided[k] / UNIT):
            begins = max(view.weeks[t].monday, view.instance.header.first)
            grant, appeal, back = _outcome(view.instance, stream.base, begins)
            refused = decided * (1 - grant)
            parts = (decided, decided * grant, refused, refused * appeal, refused * back)
            for name, cases in zip(found, parts, strict=True):
                found[name][t] += cases
    heard = [n for n, (_, stage) in enumerate(view.tasks) if stage == "hearing"]
    return found | {
        "hearing": view.finished[:, heard].sum(axis=(0, 1)) / UNIT,
        "open": view.flows.open_by_stream.sum(axis=0) / UNIT,
    }


def _outcome(instance: Instance, stream: str, day: date) -> tuple[float, float, float]:
    """What holds for the stream on the day: the last row that has begun."""
    begun = [row for row in instance.outcomes if row.stream == stream and row.first <= day]
    if not begun:
        return 0.0, 0.0, 0.0
    row = max(begun, key=lambda row: row.first)
    return row.grant_share, row.appeal_share, row.return_share
