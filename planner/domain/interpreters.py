"""Interpreters: the hours of each language pool, and the tasks that need them."""

from __future__ import annotations

import numpy as np

from planner.domain.grid import Numbers
from planner.domain.instance import Instance
from planner.domain.tasks import Tasks


def pool_hours(instance: Instance, part_of_week: Numbers) -> Numbers:
    """P x T: hours of each pool."""
    hours = np.outer([row.hours_per_week for row in instance.interpreters], part_of_week)
    return hours.reshape(len(instance.interpreters), len(part_of_week))


def pool_share(instance: Instance, tasks: Tasks) -> Numbers:
    """P x N: share of the task's hearing hours that each pool serves."""
    languages = [row.language for row in instance.interpreters]
    share = np.zeros((len(languages), len(tasks)))
    for row in instance.languages:
        share[languages.index(row.language), tasks.touched(row.stream, "hearing")] = row.share
    return share
