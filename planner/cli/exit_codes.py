"""What the exit codes mean; scripts depend on them."""

from __future__ import annotations

from enum import IntEnum
from typing import Self

import click

from planner.errors import AuditError, InputError, Interrupted, LockedError, NoPlanError


class Exit(IntEnum):
    """A code and what it means."""

    meaning: str

    def __new__(cls, code: int, meaning: str) -> Self:
        """A member is its code; what it means stands beside it."""
        member = int.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    DONE = 0, "done, and every hard target is met"
    FAULT = 1, "a fault of the planner"
    WRONG_INPUT = 2, "wrong usage or wrong input"
    TARGET_MISSED = 3, "planned and audited, but a hard target is missed"
    NO_PLAN = 4, "no plan: the rules contradict each other, or none was found in the time given"
    REFUSED = 5, "the audit refused the plan"
    LOCKED = 6, "another run holds the lock"
    NOT_TOLERATED = 7, "a gate or a tolerance was not met"
    INTERRUPTED = 130, "interrupted (Ctrl-C); the best audited plan so far is saved"
    TERMINATED = 143, "told to end (SIGTERM); the best audited plan so far is saved"


def exit_of_signal(number: int) -> int:
    """The exit code of a run that a signal stopped."""
    return 128 + number


def exit_of_error(error: BaseException) -> int:
    """The exit code of a command that ends with the error."""
    if isinstance(error, Interrupted):
        return exit_of_signal(error.signal_number)
    return next((code for kinds, code in _OF_ERRORS.items() if isinstance(error, kinds)), Exit.FAULT)


_OF_ERRORS: dict[tuple[type[BaseException], ...], Exit] = {
    (click.UsageError, InputError): Exit.WRONG_INPUT,
    (NoPlanError,): Exit.NO_PLAN,
    (AuditError,): Exit.REFUSED,
    (LockedError,): Exit.LOCKED,
    (click.Abort, KeyboardInterrupt): Exit.INTERRUPTED,
}
