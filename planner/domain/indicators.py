"""What each indicator of a run says (table `kpis`)."""

from __future__ import annotations

from planner.domain.policy import TERMS

LATE = (
    "late_guaranteed",
    "late_lane",
    "late_nuisance",
    "late_other",
    "late_excess",
    "late_competing",
    "late_court",
)
"""Terms of lateness, in the order of the docs."""


def _late(term: str) -> dict[str, str]:
    return {
        term: TERMS[term],
        f"{term}_legal": "the same, past the legal due week",
        f"{term}_legal_peak": "the most of them at the end of a week",
    }


INDICATORS = {
    "opening_stock": "open cases when the horizon starts",
    "lodged": "cases lodged, those withdrawn at once included",
    "decided_old": "first decisions on old cases",
    "decided_pact": "first decisions on Pact cases",
    "decided_competing": "first decisions on competing demand: neither old nor Pact cases",
    "withdrawn": "cases withdrawn, at lodging or from the opening stock",
    "converted": "cases that leave a stream for another",
    "converting_at_end": "cases between two streams when the horizon ends",
    "open_at_end_old": "old cases without a first decision when the horizon ends",
    "open_at_end_pact": "Pact cases without a first decision when the horizon ends",
    "open_at_end_competing": "cases of competing demand without a first decision when the horizon ends",
    "old_left_at_clearance": "old cases without a first decision at the clearance date",
    "old_cleared_in": "the first week from whose end on fewer than half an old case is open; empty when there is none",
    "most_open": "the most cases without a first decision at the end of a week",
    "mean_wait_old": "weeks that old cases are open, by first decision",
    "mean_wait_pact": "weeks that Pact cases are open, by first decision",
    "mean_wait_competing": "weeks that cases of competing demand are open, by first decision",
    **{name: about for term in LATE for name, about in _late(term).items()},
    "reaction_late": "case-weeks past the lane's hearing time, all lanes",
    "screening_late": TERMS["screening_late"],
    "beds_excess": TERMS["beds_excess"],
    "penalties_euro": "penalties for cases past the date that a court has set, up to the most for one case",
    "costs_orders_euro": "costs of the appeals of cases with a date set by a court",
    "uneven_decisions": TERMS["uneven_decisions"],
    "chain_excess_weeks": "weeks in which a partner gets more than its signal value",
    "chain_excess_euro": "what it costs that partners get more than their signal values",
    "staff_days_supplied": "staff-days that people supply for cases",
    "staff_days_used": "staff-days put on work, overtime included",
    "staff_days_idle": "supplied less used",
    "hours_worked": "staff hours of the cases finished",
    "overtime_staff_days": "staff-days beyond the whole ones supplied",
    "overtime_euro": "what they cost, at the price of their rows",
    "intakes_euro": "what it costs to hire, retrain and move people, at the price of their rows",
    "team_openings_euro": "what it costs to open specialised teams, at the price of their rows",
}
"""Every indicator, in the order of the table."""
