"""Cases undecided past their due week are late."""

from __future__ import annotations

from datetime import date

import numpy as np

from planner.domain.grid import UNIT, Numbers
from planner.domain.stages import STAGES
from planner.domain.weeks import term_end
from planner.evaluation.restated import due_to_date, entries
from planner.evaluation.view import View


def violation(view: View) -> Numbers:
    """2 x K x T in cases: |late stated - max(0, due to date - done to date)|, by the planned and the legal term.

    Done: past the last stage, or gone over to another stream before.
    """
    entered = entries(view, STAGES)
    wrong = np.zeros((2, len(view.figures.streams), len(view.weeks)))
    for k, stream in enumerate(view.figures.streams):
        if stream.term is None:
            continue
        term: str = stream.term

        def due_date(day: date, term: str = term) -> date:
            return term_end(day, term)

        done = view.flows.done_to_date[k] / UNIT
        for kind, (buffer, stated) in enumerate(((stream.buffer_weeks, view.flows.late), (0, view.flows.late_legal))):
            due = due_to_date(view, k, due_date, buffer, entered[k], STAGES)
            wrong[kind, k] = np.abs(stated[k] / UNIT - np.maximum(due - done, 0.0))
    return wrong
