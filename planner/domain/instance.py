"""An instance: what is. Typed rows, one type per table, and a header; frozen; a variant is `.replace(...)`."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from planner.domain.weeks import Week, horizon


@dataclass(frozen=True)
class Guarantee:
    """The first `cases_per_year` first applications of a Pact year are guaranteed (rule `guaranteed_volume`).

    `order` is `first` (the first ones lodged) or `even` (the same share of every week). `used` are those of the Pact
    year in which the horizon begins that were lodged before it.
    """

    cases_per_year: float
    order: str
    evidence: str = "A"
    source: str = ""
    used: float = 0.0


@dataclass(frozen=True)
class Replanning:
    """How much of the plan in force stands when it is planned again (rules `frozen_weeks` and `plan_stability`).

    The first `frozen_weeks` do, of the nuisance lane the first `frozen_weeks_nuisance`; those up to `stable_weeks`
    are left as they are where nothing is lost by it. `since` is the first day of the first plan: from then on cases pay
    penalties, up to the most for one case.
    """

    frozen_weeks: int = 4
    frozen_weeks_nuisance: int = 2
    stable_weeks: int = 13
    since: date | None = None


@dataclass(frozen=True)
class Header:
    """`instance.toml`: names, dates and the few figures that are not tables.

    `first` to `last` is the horizon; the programme for old cases starts on `programme_start`; every old case
    should have its first decision by `clearance`. A Pact year starts on every anniversary of `pact_start`, or of
    `first` where that is not said. `hours_factor` multiplies all hours per case. `remote_share` of
    the country's hearing hours may be held by video.
    """

    name: str
    title: str
    synthetic: bool
    counting_unit: str
    description: str
    first: date
    programme_start: date
    clearance: date
    last: date
    guarantee: Guarantee | None = None
    hours_factor: float = 1.0
    hours_factor_evidence: str = "A"
    hours_factor_source: str = ""
    remote_share: float = 0.0
    remote_share_evidence: str = "A"
    remote_share_source: str = ""
    pact_start: date | None = None
    replanning: Replanning | None = None


@dataclass(frozen=True)
class Row:
    """What every row of a table carries: the provenance of its figures."""

    evidence: str = dataclasses.field(default="A", kw_only=True)
    source: str = dataclasses.field(default="", kw_only=True)


@dataclass(frozen=True)
class Location(Row):
    location: str
    name: str
    hearing_rooms: int
    room_hours: float
    process_beds: int | None = None
    stay_weeks: float | None = None


@dataclass(frozen=True)
class Group(Row):
    group: str
    name: str
    hours_per_staff_day: float
    deployable_share: float


@dataclass(frozen=True)
class Staff(Row):
    location: str
    group: str
    people: float
    leavers_per_year: float = 0.0
    carried_days: float = 0.0


@dataclass(frozen=True)
class StaffChange(Row):
    location: str
    group: str
    week: Week
    people: float


@dataclass(frozen=True)
class Trainee(Row):
    location: str
    group: str
    week: Week
    course: str | None
    from_location: str | None
    people: float


@dataclass(frozen=True)
class CourseStep(Row):
    course: str
    from_week: int
    output: float
    mentoring: float = 0.0


@dataclass(frozen=True)
class Hiring(Row):
    location: str
    group: str
    first: Week
    last: Week
    every_weeks: int
    most: int
    course: str | None
    cost: float


@dataclass(frozen=True)
class HiringLimit(Row):
    first: date
    last: date
    people: int


@dataclass(frozen=True)
class Retraining(Row):
    location: str
    group: str
    to_group: str
    first: Week
    last: Week
    every_weeks: int
    most: int
    course: str | None
    cost: float


@dataclass(frozen=True)
class Transfer(Row):
    location: str
    to_location: str
    group: str
    first: Week
    last: Week
    every_weeks: int
    most: int
    course: str | None
    cost: float


@dataclass(frozen=True)
class TransferLimit(Row):
    location: str
    share: float


@dataclass(frozen=True)
class Ceiling(Row):
    first: date
    last: date
    location: str
    group: str
    people: float


@dataclass(frozen=True)
class Overtime(Row):
    location: str
    group: str
    first: date
    last: date
    share: float
    cost: float


@dataclass(frozen=True)
class CalendarWeek(Row):
    week: Week
    factor: float


@dataclass(frozen=True)
class Stream(Row):
    stream: str
    name: str
    category: str
    track: str
    lodged: str
    lane: str = "none"
    counts: bool = False
    term: str | None = None
    buffer_weeks: int = 0
    hear_within_weeks: int | None = None
    waiting_weight: float = 1.0
    screen_within_weeks: int | None = None


@dataclass(frozen=True)
class Work(Row):
    stream: str
    stage: str
    hours: float
    lag_weeks: int = 0
    no_show: float = 0.0
    written_share: float = 0.0
    written_hours: float | None = None


@dataclass(frozen=True)
class Productivity(Row):
    first: date
    last: date
    output: float


@dataclass(frozen=True)
class HoursChange(Row):
    stream: str
    stage: str
    first: date
    last: date | None
    factor: float
    what: str


@dataclass(frozen=True)
class Stock(Row):
    stream: str
    stage: str
    lodged_first: date
    lodged_last: date
    cases: float
    ready: Week | None = None
    part: str = "ordinary"


@dataclass(frozen=True)
class Converting(Row):
    stream: str
    stage: str
    week: Week
    cases: float
    part: str = "ordinary"


@dataclass(frozen=True)
class Inflow(Row):
    stream: str
    first: date
    last: date
    cases: float
    season: str | None = None


@dataclass(frozen=True)
class Season(Row):
    season: str
    quarter: int
    factor: float


@dataclass(frozen=True)
class Withdrawal(Row):
    stream: str
    share_of: str
    first: date
    last: date
    share: float


@dataclass(frozen=True)
class Conversion(Row):
    stream: str
    stage: str
    to_stream: str
    to_stage: str
    share: float
    lag_weeks: int = 0


@dataclass(frozen=True)
class Eligibility(Row):
    group: str
    stream: str
    stage: str
    efficiency: float = 1.0
    most_share: float = 1.0


@dataclass(frozen=True)
class Place(Row):
    location: str
    stream: str
    stage: str
    no_show_factor: float = 1.0


@dataclass(frozen=True)
class Team(Row):
    team: str
    location: str
    category: str
    first: Week
    last: Week
    every_weeks: int
    least: int
    most: int
    least_weeks: int
    learning_weeks: int
    output: float
    learned_output: float
    cost: float


@dataclass(frozen=True)
class OpenTeam(Row):
    team: str
    since: Week


@dataclass(frozen=True)
class TeamLimit(Row):
    location: str
    teams: int


@dataclass(frozen=True)
class Interpreters(Row):
    language: str
    hours_per_week: float


@dataclass(frozen=True)
class Language(Row):
    stream: str
    language: str
    share: float


@dataclass(frozen=True)
class OrdinaryPace(Row):
    stage: str
    cases_per_week: float


@dataclass(frozen=True)
class Blocked(Row):
    stream: str
    stage: str
    first: date
    last: date | None = None


@dataclass(frozen=True)
class Duty(Row):
    location: str
    group: str
    first: date
    last: date | None
    share: float
    what: str


@dataclass(frozen=True)
class Agreement(Row):
    track: str
    first: date
    last: date
    cases: float
    decided_before: float | None = None


@dataclass(frozen=True)
class CourtDate(Row):
    stream: str
    stage: str
    due_week: Week
    cases: float
    ready: Week | None = None


@dataclass(frozen=True)
class Penalty(Row):
    kind: str
    euro_per_day: float
    most_per_case: float
    costs_order: float = 0.0


@dataclass(frozen=True)
class Outcome(Row):
    stream: str
    first: date
    grant_share: float
    appeal_share: float = 0.0
    return_share: float = 0.0


@dataclass(frozen=True)
class Partner(Row):
    partner: str
    unit: str
    signal_per_week: float | None = None
    cap_per_week: float | None = None
    euro_above_signal: float = 0.0


@dataclass(frozen=True)
class ChainLoad(Row):
    partner: str
    driver: str
    factor: float
    lag_weeks: int = 0


@dataclass(frozen=True)
class ChainBefore(Row):
    partner: str
    week: Week
    load: float


@dataclass(frozen=True)
class Smoothing(Row):
    of: str
    share: float
    calendar_step: float = 0.1
    decided_before: float | None = None
    week_before: float = 1.0


@dataclass(frozen=True)
class StartGroup(Row):
    stream: str
    date: date
    share: float


@dataclass(frozen=True)
class InForce(Row):
    week: Week
    location: str
    group: str
    team: str | None
    stream: str
    stage: str
    staff_days: int


@dataclass(frozen=True)
class ToldIntake(Row):
    week: Week
    kind: str
    location: str
    group: str
    from_location: str | None
    from_group: str | None
    people: int


@dataclass(frozen=True)
class ToldTeam(Row):
    team: str
    week: Week
    open: bool


ROW_TYPES: dict[str, type[Row]] = {
    "locations": Location,
    "groups": Group,
    "staff": Staff,
    "staff_changes": StaffChange,
    "trainees": Trainee,
    "courses": CourseStep,
    "hiring": Hiring,
    "hiring_limits": HiringLimit,
    "retraining": Retraining,
    "transfers": Transfer,
    "transfer_limits": TransferLimit,
    "ceilings": Ceiling,
    "overtime": Overtime,
    "calendar": CalendarWeek,
    "streams": Stream,
    "work": Work,
    "productivity": Productivity,
    "hours_changes": HoursChange,
    "stock": Stock,
    "converting": Converting,
    "inflow": Inflow,
    "season": Season,
    "withdrawals": Withdrawal,
    "conversions": Conversion,
    "eligibility": Eligibility,
    "places": Place,
    "teams": Team,
    "open_teams": OpenTeam,
    "team_limits": TeamLimit,
    "interpreters": Interpreters,
    "languages": Language,
    "ordinary_pace": OrdinaryPace,
    "blocked": Blocked,
    "duties": Duty,
    "agreements": Agreement,
    "court_dates": CourtDate,
    "penalties": Penalty,
    "outcomes": Outcome,
    "chain": Partner,
    "chain_loads": ChainLoad,
    "chain_before": ChainBefore,
    "smoothing": Smoothing,
    "start_group": StartGroup,
    "in_force": InForce,
    "told_intakes": ToldIntake,
    "told_teams": ToldTeam,
}
"""The row type of each table; field names are the table's column names."""


@dataclass(frozen=True)
class Instance:
    """A header and the rows of every table; field names are the table names."""

    header: Header
    locations: tuple[Location, ...]
    groups: tuple[Group, ...]
    staff: tuple[Staff, ...]
    calendar: tuple[CalendarWeek, ...]
    streams: tuple[Stream, ...]
    work: tuple[Work, ...]
    stock: tuple[Stock, ...]
    eligibility: tuple[Eligibility, ...]
    places: tuple[Place, ...]
    staff_changes: tuple[StaffChange, ...] = ()
    courses: tuple[CourseStep, ...] = ()
    hiring: tuple[Hiring, ...] = ()
    hiring_limits: tuple[HiringLimit, ...] = ()
    retraining: tuple[Retraining, ...] = ()
    transfers: tuple[Transfer, ...] = ()
    transfer_limits: tuple[TransferLimit, ...] = ()
    ceilings: tuple[Ceiling, ...] = ()
    overtime: tuple[Overtime, ...] = ()
    productivity: tuple[Productivity, ...] = ()
    hours_changes: tuple[HoursChange, ...] = ()
    inflow: tuple[Inflow, ...] = ()
    season: tuple[Season, ...] = ()
    withdrawals: tuple[Withdrawal, ...] = ()
    conversions: tuple[Conversion, ...] = ()
    teams: tuple[Team, ...] = ()
    team_limits: tuple[TeamLimit, ...] = ()
    interpreters: tuple[Interpreters, ...] = ()
    languages: tuple[Language, ...] = ()
    ordinary_pace: tuple[OrdinaryPace, ...] = ()
    blocked: tuple[Blocked, ...] = ()
    duties: tuple[Duty, ...] = ()
    agreements: tuple[Agreement, ...] = ()
    court_dates: tuple[CourtDate, ...] = ()
    penalties: tuple[Penalty, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    chain: tuple[Partner, ...] = ()
    chain_loads: tuple[ChainLoad, ...] = ()
    smoothing: tuple[Smoothing, ...] = ()
    start_group: tuple[StartGroup, ...] = ()
    trainees: tuple[Trainee, ...] = ()
    converting: tuple[Converting, ...] = ()
    open_teams: tuple[OpenTeam, ...] = ()
    chain_before: tuple[ChainBefore, ...] = ()
    in_force: tuple[InForce, ...] = ()
    told_intakes: tuple[ToldIntake, ...] = ()
    told_teams: tuple[ToldTeam, ...] = ()

    @property
    def weeks(self) -> tuple[Week, ...]:
        """Every week of the horizon."""
        return horizon(self.header.first, self.header.last)

    def replace(self, **changes: Any) -> Self:
        """The same instance with some tables or the header replaced."""
        return dataclasses.replace(self, **changes)
