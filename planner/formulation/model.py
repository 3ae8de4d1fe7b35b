"""The whole model of an instance, rule by rule in the docs' order."""

from __future__ import annotations

from dataclasses import dataclass

from planner.domain.figures import Figures
from planner.formulation.columns import (
    FlowColumns,
    PeopleColumns,
    Sites,
    StaffColumns,
    TeamColumns,
    flow_columns,
    people_columns,
    sites,
    staff_columns,
    team_columns,
    with_beds_excess,
)
from planner.formulation.draft import Draft, LinearModel
from planner.formulation.held import HeldColumns, held_columns
from planner.formulation.rules import (
    blocked_category,
    case_balance,
    chain_capacity,
    chain_smoothing,
    clearance,
    court_deadline,
    decision_deadline,
    early_screening,
    frozen_weeks,
    hearing_rooms,
    hiring_intake,
    interpreters,
    lane_reaction,
    overtime,
    plan_stability,
    process_beds,
    processing_capacity,
    programme_start,
    remote_hearings,
    specialised_team,
    staff_ceiling,
    staff_deployment,
    staff_supply,
    start_group,
    support_share,
    transfer_limit,
    yearly_agreement,
)
from planner.formulation.rules.specialised_team import TeamArcs


@dataclass(frozen=True)
class Model:
    """The linear model and where its columns stand."""

    linear: LinearModel
    flow: FlowColumns
    staff: StaffColumns
    people: PeopleColumns
    teams: TeamColumns
    sites: Sites
    held: HeldColumns


def whole_model(f: Figures) -> Model:
    """Every rule of the model, with staff and work by location.

    Without rows of their own: `skills` (columns exist only where someone may do the work), `plan_ready` (follows
    from `case_balance`) and `guaranteed_volume` (worked out of the data: `domain/lodgings.py`).
    """
    draft = Draft()
    where = sites(f)
    flow = flow_columns(draft, f)
    flow = with_beds_excess(draft, f, flow)
    staff = staff_columns(draft, f, where)
    people = people_columns(draft, f)
    staff_supply.add(draft, f, people)
    staff_deployment.add(draft, f, staff, people)
    overtime.add(draft, f, people)
    add_people_rules(draft, f, people)
    processing_capacity.add(draft, f, where, staff)
    teams = team_columns(draft, f)
    specialised_team.add(draft, f, teams, TeamArcs(staff.staff_days, f.arc_team, f.arc_learned, f.arc_people))
    support_share.add(draft, f, where, staff)
    hearing_rooms.add(draft, f, where, staff)
    process_beds.add(draft, f, where, flow, staff)
    remote_hearings.add(draft, f, flow, staff.remote)
    case_balance.add_places(draft, f, where, flow, staff)
    add_flow_rules(draft, f, flow)
    held = held_columns(draft, f)
    frozen_weeks.add(draft, f, staff, held)
    plan_stability.add(draft, f, staff, held)
    return Model(draft.finish(), flow, staff, people, teams, where, held)


def add_people_rules(draft: Draft, f: Figures, people: PeopleColumns) -> None:
    """The rules on people who start, which know nothing of work."""
    staff_supply.add_people(draft, f, people)
    staff_ceiling.add(draft, f, people)
    hiring_intake.add(draft, f, people)
    transfer_limit.add(draft, f, people)


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
    blocked_category.add(draft, f, flow)
    early_screening.add(draft, f, flow)
    yearly_agreement.add(draft, f, flow)
    chain_capacity.add(draft, f, flow)
    chain_smoothing.add(draft, f, flow)
