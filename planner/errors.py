"""The errors that the planner raises on purpose; the command line turns each into its exit code."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, order=True)
class Problem:
    """One fault in the input: where it stands, what stood there, what was expected.

    `line` is the line of the file as an editor counts it (1 for the header), 0 when the fault concerns
    the whole file. `code` is stable: tests and translations depend on it, never on the wording.
    """

    file: str
    line: int
    column: str
    code: str
    found: str
    expected: str
    hint: str = ""

    def __str__(self) -> str:
        place = self.file + (f":{self.line}" if self.line else "") + (f" {self.column}" if self.column else "")
        words = f'{place}: [{self.code}] found "{self.found}"; expected {self.expected}'
        return f"{words}. {self.hint}" if self.hint else f"{words}."


class PlannerError(Exception):
    """Anything that the planner refuses on purpose."""


class InputError(PlannerError):
    """The input is wrong; carries every problem at once, sorted by file and line."""

    def __init__(self, problems: list[Problem]) -> None:
        self.problems = sorted(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class NoPlanError(PlannerError):
    """No plan was found: the rules contradict each other, or the time given was too short."""


class AuditError(PlannerError):
    """The audit refused a plan; carries what it found."""

    def __init__(self, findings: list[str]) -> None:
        self.findings = findings
        super().__init__("\n".join(findings))


class Interrupted(PlannerError):
    """The user or the system stopped the run; `signal_number` says how (2 or 15)."""

    def __init__(self, signal_number: int) -> None:
        self.signal_number = signal_number
        super().__init__(f"stopped by signal {signal_number}")


class LockedError(PlannerError):
    """Another run holds the lock; says who."""
