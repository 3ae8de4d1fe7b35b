"""What the work brings to partners in the chain (rule `chain_capacity`): load for each case, so many weeks later."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from planner.domain.grid import Numbers
from planner.domain.instance import Instance, Outcome


@dataclass(frozen=True)
class ChainFigures:
    """P partners; R pairs of a partner and a lag, the loads of one pair added up; K streams, T weeks.

    What happens in week t brings load in week t + lag: for a first decision, a hearing, a case open at its end.
    """

    names: tuple[str, ...]  # P
    units: tuple[str, ...]  # P
    signal: Numbers  # P, load per week above which there is an excess, inf for none
    cap: Numbers  # P, the most load per week, inf for no limit
    euro: Numbers  # P, cost of a unit of excess
    partner: NDArray[np.intp]  # R
    lag: NDArray[np.intp]  # R
    per_decision: Numbers  # R x K x T
    per_hearing: Numbers  # R
    per_open: Numbers  # R
    before: Numbers  # P x T, load that comes from what happened before the horizon

    @property
    def signalled(self) -> NDArray[np.intp]:
        """The partners with a signal value."""
        return np.flatnonzero(np.isfinite(self.signal))

    @property
    def capped(self) -> NDArray[np.intp]:
        """The partners with a limit."""
        return np.flatnonzero(np.isfinite(self.cap))


def chain(instance: Instance, bases: Sequence[str]) -> ChainFigures:
    """The chain of an instance; `bases` has the stream of the instance behind each stream."""
    rows = instance.chain
    position = {row.partner: p for p, row in enumerate(rows)}
    lags = list(dict.fromkeys((position[row.partner], row.lag_weeks) for row in instance.chain_loads))
    rates = outcome_rates(instance, bases)
    per_decision = np.zeros((len(lags), len(bases), len(instance.weeks)))
    per_hearing, per_open = np.zeros(len(lags)), np.zeros(len(lags))
    for row in instance.chain_loads:
        r = lags.index((position[row.partner], row.lag_weeks))
        if row.driver == "hearing":
            per_hearing[r] += row.factor
        elif row.driver == "open":
            per_open[r] += row.factor
        else:
            per_decision[r] += row.factor * rates[row.driver]
    return ChainFigures(
        names=tuple(row.partner for row in rows),
        units=tuple(row.unit for row in rows),
        signal=np.array([np.inf if row.signal_per_week is None else row.signal_per_week for row in rows]),
        cap=np.array([np.inf if row.cap_per_week is None else row.cap_per_week for row in rows]),
        euro=np.array([row.euro_above_signal for row in rows]),
        partner=np.array([p for p, _ in lags], dtype=np.intp),
        lag=np.array([lag for _, lag in lags], dtype=np.intp),
        per_decision=per_decision,
        per_hearing=per_hearing,
        per_open=per_open,
        before=_before(instance, position),
    )


def _before(instance: Instance, position: Mapping[str, int]) -> Numbers:
    weeks = {week: t for t, week in enumerate(instance.weeks)}
    load = np.zeros((len(position), len(weeks)))
    for row in instance.chain_before:
        if row.week in weeks:
            load[position[row.partner], weeks[row.week]] += row.load
    return load


def outcome_rates(instance: Instance, bases: Sequence[str]) -> dict[str, Numbers]:
    """K x T for each driver that is about decisions: cases for each first decision of the stream in the week."""
    starts = [max(week.monday, instance.header.first) for week in instance.weeks]
    shape = len(bases), len(starts)
    grant, appeal, back = np.zeros(shape), np.zeros(shape), np.zeros(shape)
    for row in sorted(instance.outcomes, key=_first):  # a later row goes over an earlier one
        weeks = np.array([start >= row.first for start in starts])
        for k, base in enumerate(bases):
            if base == row.stream:
                grant[k, weeks] = row.grant_share
                appeal[k, weeks] = (1 - row.grant_share) * row.appeal_share
                back[k, weeks] = (1 - row.grant_share) * row.return_share
    return {"decision": np.ones(shape), "grant": grant, "refusal": 1 - grant, "appeal": appeal, "return": back}


def _first(row: Outcome) -> str:
    return row.first.isoformat()
