"""What a plan brings to partners in the chain, week by week."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import UNIT, Counts, Numbers
from planner.evaluation.flows import Flows


def chain_load(own: Flows) -> Counts:
    """P x T: load of each partner, in millionths of its unit; added up in a fixed order."""
    f, chain = own.figures, own.figures.chain
    load = chain.before * UNIT
    heard, open_cases = own.finished[f.hearing_tasks].sum(axis=0), own.open_by_stream.sum(axis=0)
    for r, (p, lag) in enumerate(zip(chain.partner, chain.lag, strict=True)):
        brought = chain.per_hearing[r] * heard + chain.per_open[r] * open_cases
        for k in range(len(f.streams)):
            brought += chain.per_decision[r, k] * own.decided[k]
        load[p] += _later(brought, int(lag))
    return np.rint(load).astype(np.int64)


def chain_excess(own: Flows) -> Counts:
    """P x T: load above the partner's signal value, in millionths of its unit; 0 for partners without one."""
    excess = np.zeros((len(own.figures.chain.names), len(own.figures.weeks)), dtype=np.int64)
    chosen = own.figures.chain.signalled
    signal = np.rint(own.figures.chain.signal[chosen] * UNIT).astype(np.int64)
    excess[chosen] = np.maximum(chain_load(own)[chosen] - signal[:, None], 0)
    return excess


def _later(brought: Numbers, lag: int) -> Numbers:
    shifted = np.zeros_like(brought)
    if lag < len(brought):
        shifted[lag:] = brought[: len(brought) - lag]
    return shifted


def uneven_decisions(own: Flows) -> Counts:
    """T: first decisions by which the week differs too much from the week before; 0 where it is not held against it."""
    smoothing, decided = own.figures.smoothing, own.decided.sum(axis=0)
    uneven, before = np.zeros(len(decided), dtype=np.int64), smoothing.week_before(decided)
    allowed = np.rint(smoothing.share * before).astype(np.int64)
    uneven[smoothing.weeks] = np.maximum(np.abs(decided[smoothing.weeks] - before) - allowed, 0)
    return uneven
