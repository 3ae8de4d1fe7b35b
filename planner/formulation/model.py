"""The whole model of an instance, rule by rule in the docs' order."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.figures import Figures
from planner.formulation.columns import (
    FlowColumns,
    Sites,
    StaffColumns,
    flow_columns,
    sites,
    staff_columns,
)
from planner.formulation.draft import Draft, LinearModel
from planner.formulation.rules import (
    case_balance,
    chain_capacity,
    chain_smoothing,
    clearance,
    court_deadline,
    decision_deadline,
    hearing_rooms,
    interpreters,
    lane_reaction,
    processing_capacity,
    programme_start,
    staff_deployment,
    start_group,
    yearly_agreement,
)


@dataclass(frozen=True)
class Model:
    """The linear model and where its columns stand."""

    linear: LinearModel
    flow: FlowColumns
    staff: StaffColumns
    sites: Sites


def whole_model(f: Figures) -> Model:
    """Every rule of the model, with staff and work by location.

    Without rows of their own: `skills` (columns exist only where someone may do the work), `plan_ready` (follows
    from `case_balance`), `staff_supply` and `guaranteed_volume` (worked out of the data: `domain/supply.py`,
    `domain/lodgings.py`).
    """
    draft = Draft()
    where = sites(f)
    flow = flow_columns(draft, f)
    staff = staff_columns(draft, f, where)
    staff_deployment.add(draft, f, staff)
    processing_capacity.add(draft, f, where, staff)
    hearing_rooms.add(draft, f, where, staff)
    case_balance.add_places(draft, f, where, flow, staff)
    add_flow_rules(draft, f, flow)
    return Model(draft.finish(), flow, staff, where)


def add_flow_rules(draft: Draft, f: Figures, flow: FlowColumns) -> None:
    """The rules on national flows of cases, which know nothing of staff."""
    interpreters.add(draft, f, flow)
    case_balance.add(draft, f, flow)
    decision_deadline.add(draft, f, flow)
    court_deadline.add(draft, f, flow)
    clearance.add(draft, f, flow)
    programme_start.add(draft, f, flow)
    start_group.add(draft, f, flow)
    lane_reaction.add(draft, f, flow)
    yearly_agreement.add(draft, f, flow)
    chain_capacity.add(draft, f, flow)
    chain_smoothing.add(draft, f, flow)
