"""What the work brings to partners in the chain stays below their limit; what is above their signal is an excess."""

from __future__ import annotations

import numpy as np

from planner.domain.figures import Figures
from planner.formulation.columns import FlowColumns, week_labels
from planner.formulation.draft import Draft, Ids


def add(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """load[p,t] <= cap[p], and load[p,t] - chain_excess[p,t] <= signal[p], in the partner's unit.

    load[p,t] = sum over drivers and lags of factor x driver(t - lag), with decisions (all, or a share by outcome) and
    hearings in the week, and cases open at its end. What comes from before the horizon is known; where it alone is
    above the cap, nothing may be added.
    """
    own, weeks = f.chain, week_labels(f)
    for name, partners, upper in (
        ("chain_capacity", own.capped, np.maximum(own.cap[:, np.newaxis] - own.before, 0.0)),
        ("chain_capacity_signal", own.signalled, own.signal[:, np.newaxis] - own.before),
    ):
        rows = np.full((len(own.names), len(weeks)), -1, dtype=np.intp)
        if len(partners):
            labels = [own.names[p] for p in partners]
            rows[partners] = draft.rows(name, (labels, weeks), upper=upper[partners])
            _put_loads(draft, f, flow, rows)
        if name == "chain_capacity_signal":
            draft.put(rows[partners], flow.chain_excess[partners], -1.0)


def _put_loads(draft: Draft, f: Figures, flow: FlowColumns, rows: Ids) -> None:
    for r, (p, lag) in enumerate(zip(f.chain.partner, f.chain.lag, strict=True)):
        until = max(len(f.weeks) - int(lag), 0)
        later = rows[p, int(lag) :]
        if rows[p, 0] < 0 or not until:
            continue
        load = f.chain_per_finished[r]
        for n in np.flatnonzero(load.any(axis=1)):
            draft.put(later, flow.finished[n, :until], load[n, :until])
        if f.chain.per_open[r]:
            draft.put(later, flow.open_cases[:, :until], f.chain.per_open[r])
