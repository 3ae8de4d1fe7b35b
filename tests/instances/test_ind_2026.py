"""The synthetic instance of the country adds up to the figures that it is made from."""

from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from planner.domain.figures import figures
from planner.domain.grid import UNIT
from planner.domain.instance import Instance
from planner.files.instance import check_instance, read_instance

FOLDER = Path(__file__).parents[2] / "instances" / "ind-2026"
FIRST_YEAR = date(2026, 6, 12)


@pytest.fixture(scope="module")
def instance() -> Instance:
    return read_instance(FOLDER)


def of_asylum(instance: Instance, table: str) -> list[Any]:
    """The rows about old and Pact cases."""
    competing = {row.stream for row in instance.streams if row.lodged == "other"}
    return [row for row in getattr(instance, table) if row.stream not in competing]


def test_it_reads_without_a_warning():
    assert check_instance(FOLDER).warnings == ()


def test_it_says_that_it_is_synthetic(instance):
    assert instance.header.synthetic
    assert "synthetic, not IND data" in instance.header.title
    assert "Synthetic, not IND data" in instance.header.description


def test_the_dates_are_those_of_the_letter_and_the_horizon_ends_a_pact_term_later_on_a_sunday(instance):
    header = instance.header
    assert (header.first, header.programme_start, header.clearance) == (
        date(2026, 6, 12), date(2026, 10, 1), date(2029, 6, 12),
    )  # fmt: skip
    assert header.last.isoweekday() == 7
    assert 0 <= (header.last - date(2030, 6, 12)).days < 7


def test_the_stock_is_50_000_old_cases_by_category(instance):
    stock = Counter()
    for row in of_asylum(instance, "stock"):
        stock[row.stream] += row.cases
    assert stock == {
        "O1": 13000, "O2": 9000, "O3": 8500, "O4": 10500, "O5": 2250, "O5c": 250,
        "O6": 2000, "O7": 300, "O8": 3600, "O9": 600,
    }  # fmt: skip
    assert stock.total() == 50000


def test_each_age_band_has_its_share_of_the_stock(instance):
    bands = Counter()
    for row in of_asylum(instance, "stock"):
        bands[row.lodged_first] += row.cases / 50000
    shares = [bands[day] for day in sorted(bands)]
    assert shares == pytest.approx([0.35, 0.18, 0.30, 0.17], abs=1e-4)


def test_six_weeks_of_the_ordinary_pace_are_in_hand_at_the_hearing_and_at_the_decision(instance):
    waiting = Counter()
    for row in of_asylum(instance, "stock"):
        waiting[row.stage] += row.cases
    # 6 weeks x 250 cases
    assert (waiting["hearing"], waiting["decision"]) == (1500, 1500)
    assert {row.cases_per_week for row in instance.ordinary_pace} == {250}


def test_25_000_first_applications_and_1_600_repeated_ones_are_lodged_in_every_pact_year(instance):
    counts = {stream.stream: stream.counts for stream in instance.streams}
    by_year = defaultdict(Counter)
    for row in of_asylum(instance, "inflow"):
        by_year[row.first]["first" if counts[row.stream] else "repeated"] += row.cases
    assert min(by_year) == FIRST_YEAR
    assert len(by_year) == 5
    assert all(year == {"first": 25000, "repeated": 1600} for year in by_year.values())


def test_the_procedures_take_their_shares_of_the_first_applications(instance):
    lodged = {row.stream: row.cases / 25000 for row in instance.inflow if row.first == FIRST_YEAR}
    shares = {
        "other state": lodged["N1"],
        "inadmissible": lodged["N2"],
        "accelerated": lodged["N3"] + lodged["N3s"] + lodged["N3n"],
        "normal": lodged["N4"] + lodged["N4e"],
        "border": lodged["N5"],
        "minors": lodged["N6"],
    }
    expected = [0.22, 0.05, 0.25, 0.40, 0.04, 0.04]
    assert list(shares.values()) == pytest.approx(expected)


def test_nothing_is_above_the_guarantee_at_25_000(instance):
    assert not [stream.name for stream in figures(instance).streams if stream.name.endswith("+")]


def test_900_people_hear_or_decide_with_each_location_its_share(instance):
    people = Counter()
    for row in instance.staff:
        if row.group not in ("preparation", "support"):
            people[row.location] += row.people
    assert people == {
        "ter-apel": 180, "budel": 126, "den-bosch": 180, "zevenaar": 126,
        "schiphol": 54, "arnhem": 90, "zwolle": 72, "utrecht": 72,
    }  # fmt: skip
    assert people.total() == 900


def test_the_groups_are_30_40_and_30_per_cent_with_the_specialists_and_certified_among_the_last(instance):
    people = Counter()
    for row in instance.staff:
        people[row.group] += row.people
    assert people == {
        "preparation": 115, "hearing": 270, "decision": 360,
        "hearing-and-decision": 99, "specialist": 126, "child-certified": 45, "support": 18,
    }  # fmt: skip
    assert people["hearing-and-decision"] + people["specialist"] + people["child-certified"] == 270


def test_there_are_200_rooms_and_900_interpreter_days_of_8_hours(instance):
    assert sum(row.hearing_rooms for row in instance.locations) == 200
    assert sum(row.hours_per_week for row in instance.interpreters) == 900 * 8


def test_a_fifth_of_the_hearing_hours_may_be_by_video(instance):
    assert (instance.header.remote_share, instance.header.remote_share_evidence) == (0.2, "A")


def test_old_cases_that_can_do_without_a_hearing_are_asked_in_writing(instance):
    written = {row.stream: (row.written_share, row.written_hours) for row in instance.work if row.written_share}
    shares = {"O1": 0.1, "O2": 0.05, "O3": 0.5, "O5": 0.4, "O5c": 0.4, "O8": 0.1}
    assert written == {stream: (share, 2.0) for stream, share in shares.items()}
    # it never takes longer than the hearing that it replaces
    assert all(row.written_hours < row.hours for row in instance.work if row.written_hours)


def test_new_cases_are_screened_within_four_weeks_which_preparation_can_do(instance):
    prepared = {row.stream for row in instance.work if row.stage == "preparation"}
    screened = {row.stream: row.screen_within_weeks for row in instance.streams if row.screen_within_weeks is not None}
    new = {row.stream for row in instance.streams if row.lodged == "pact"}
    assert screened == dict.fromkeys(new & prepared - {"N4f"}, 4)
    # cases lodged in the busiest four weeks against the hours of preparation staff in the four weeks with the least
    own = figures(instance)
    hours = [
        own.normal_hours[own.entry[k]] if stream.screen_within_weeks else 0 for k, stream in enumerate(own.streams)
    ]
    asked = np.convolve(hours @ own.arrivals / 1e6, np.ones(4), "valid").max()
    preparing = [group == "preparation" for _, group in own.supply.names]
    days = own.supply.staff_days[preparing] / 1e6 * own.supply.hours_per_day[preparing][:, np.newaxis]
    there = np.convolve((days.sum(axis=0) * own.output)[1:-1], np.ones(4), "valid").min()
    assert asked < there


def test_fewer_stay_away_in_budel_only(instance):
    invited = {(row.location, row.stage): row.no_show_factor for row in instance.places if row.no_show_factor != 1}
    assert invited == {("budel", "hearing"): 0.6}


def test_a_calendar_year_averages_a_normal_week(instance):
    years = defaultdict(list)
    for row in instance.calendar:
        years[row.week.monday.isocalendar().year].append(row.factor)
    for year in (2027, 2028, 2029):
        assert np.mean(years[year]) == pytest.approx(1, abs=1e-4)


def test_the_mean_case_takes_24_hours_old_and_21_new(instance):
    hours = Counter()
    for row in instance.work:
        hours[row.stream] += row.hours
    old = sum(row.cases * hours[row.stream] for row in of_asylum(instance, "stock")) / 50000
    lodged = [row for row in of_asylum(instance, "inflow") if row.first == FIRST_YEAR]
    new = sum(row.cases * hours[row.stream] for row in lodged) / 26600
    # all stages of a case, also those behind it
    assert (round(old, 1), round(new, 1)) == (24.3, 21.3)


def test_schiphol_hears_border_and_transfer_cases_only_and_zwolle_hears_nobody(instance):
    heard = defaultdict(set)
    for row in instance.places:
        if row.stage == "hearing":
            heard[row.location].add(row.stream)
    assert heard["schiphol"] == {"O8", "N5"}
    assert not heard["zwolle"]
    assert [place for place, streams in heard.items() if "N5" in streams] == ["schiphol"]


def test_each_pool_of_interpreters_could_serve_the_mean_need(instance):
    hearing = {row.stream: row.hours / (1 - row.no_show) for row in instance.work if row.stage == "hearing"}
    weekly = Counter()
    # old cases over three years, new ones as they come, a fifth of N1 once more as N4f
    for row in instance.stock:
        weekly[row.stream] += row.cases / 156.6 if row.stage != "decision" else 0
    for row in instance.inflow:
        weekly[row.stream] += row.cases / 52.18 if row.first == FIRST_YEAR else 0
    weekly["N4f"] = 0.2 * weekly["N1"]
    # a tenth of the old cases and a twentieth of the new withdraw
    kept = {name: cases * (0.9 if name.startswith("O") else 0.95) for name, cases in weekly.items()}
    need = Counter()
    for row in instance.languages:
        need[row.language] += row.share * hearing[row.stream] * kept[row.stream]
    assert {row.language for row in instance.interpreters if need[row.language] > row.hours_per_week} == set()


@pytest.mark.parametrize(
    ("scenario", "first_applications"), [("inflow-20", 20000), ("inflow-30", 30000), ("inflow-40", 40000)]
)
def test_an_inflow_scenario_changes_first_applications_only(scenario, first_applications):
    lodged = [row for row in of_asylum(read_instance(FOLDER, scenario), "inflow") if row.first == FIRST_YEAR]
    assert sum(row.cases for row in lodged if row.stream != "N7") == pytest.approx(first_applications)
    assert sum(row.cases for row in lodged if row.stream == "N7") == 1600


@pytest.mark.parametrize(
    ("scenario", "factor", "net_preparation"), [("productivity-high", 0.80, 58), ("productivity-low", 1.35, 98)]
)
def test_a_productivity_scenario_changes_hours_and_the_staff_of_preparation(scenario, factor, net_preparation):
    instance = read_instance(FOLDER, scenario)
    assert instance.header.hours_factor == factor
    people = sum(row.people for row in instance.staff if row.group == "preparation")
    # 115 people for 73 net staff
    assert people / 115 * 73 == pytest.approx(net_preparation, rel=1e-3)


def test_scenarios_combine():
    instance = read_instance(FOLDER, "productivity-high,inflow-40,guarantee-first")
    assert (instance.header.hours_factor, instance.header.guarantee.order) == (0.80, "first")
    assert any(stream.name.endswith("+") for stream in figures(instance).streams)


def test_court_dates_are_those_of_a_hundredth_of_the_overdue_track_4_stock_a_month(instance):
    # about 41,000 of track 4 overdue, running down evenly over 36 months: 41,000 x 0.9 % x 36 / 2 = 6,600
    total = sum(row.cases for row in instance.court_dates)
    assert 6000 < total < 7000
    assert {row.stream for row in instance.court_dates} == {"O1", "O2", "O3", "O4", "O5"}
    own = figures(instance)
    assert own.opening[own.court[own.stream_of_task]].sum() / UNIT == pytest.approx(total)
    assert own.opening[own.old[own.stream_of_task]].sum() / UNIT == pytest.approx(50000)


def test_every_stream_has_outcomes_and_the_chain_has_its_signals(instance):
    assert {row.stream for row in instance.outcomes} == {row.stream for row in of_asylum(instance, "streams")}
    signals = {row.partner: (row.signal_per_week, row.cap_per_week) for row in instance.chain}
    assert (signals["courts"], signals["returns"], signals["housing"]) == ((450, 550), (300, None), (350, None))
    assert sum(row.factor for row in instance.chain_loads if row.partner == "family") == pytest.approx(0.8)


def test_penalties_smoothing_and_start_group_are_those_of_the_domain(instance):
    assert [(row.euro_per_day, row.most_per_case, row.costs_order) for row in instance.penalties] == [
        (100, 7500, 453.5)
    ]
    assert [(row.share, row.calendar_step) for row in instance.smoothing] == [(0.15, 0.1)]
    assert {(row.stream, row.share) for row in instance.start_group} == {("O1", 0.5), ("O2", 0.5)}
    own = figures(instance)  # the first and last week of every holiday, and the edge weeks, are free
    assert len(own.weeks) - len(own.smoothing.weeks) > 4 * 4


def test_the_courts_can_take_the_appeals_of_a_year_of_inflow(instance):
    # 25,000 and 1,600 new cases, and a third of 50,000 old ones: the mean week stays below the signal
    rates = {row.stream: (1 - row.grant_share) * row.appeal_share for row in instance.outcomes}
    year = [row for row in of_asylum(instance, "inflow") if row.first == FIRST_YEAR]
    new = sum(row.cases * rates[row.stream] for row in year)
    old = sum(row.cases * rates[row.stream] for row in of_asylum(instance, "stock")) / 3
    assert (new + old) / 52 < 550


def test_900_people_of_whom_9_per_cent_a_year_are_replaced_leave_630_for_cases(instance):
    officers = [row for row in instance.staff if row.group not in ("preparation", "support")]
    steps = {row.from_week: row for row in instance.courses if row.course == "officer"}
    # a quarter each at 0, 35, 60 and 80 %: 0.5625 of a year lost, and 0.15 of a mentor: 81 x 0.7125 = 58 people
    lost = sum(1 - step.output + step.mentoring for week, step in steps.items() if week < 52) / 4
    assert lost == pytest.approx(0.7125)
    working = sum(row.people * (1 - row.leavers_per_year * lost) for row in officers)
    assert working == pytest.approx(842, abs=1)
    share = next(row.deployable_share for row in instance.groups if row.group == "decision")
    own = figures(instance).supply
    # what duties leave of the share in three years; who hears in Budel has no other duties
    days = own.days_per_person[:, 1:157].sum(axis=1)
    whole = days[own.names.index(("budel", "hearing"))]
    left = [row.people * days[own.names.index((row.location, row.group))] / whole for row in officers]
    assert sum(left) / 900 * share * working == pytest.approx(630, abs=2)


def test_newcomers_leavers_and_the_ceiling_keep_the_service_as_large_as_it_is(instance):
    people = sum(row.people for row in instance.staff)
    assert {row.people for row in instance.ceilings} == {people} == {1033}
    leavers = sum(row.people * row.leavers_per_year for row in instance.staff)
    assert leavers < 4 * min(row.people for row in instance.hiring_limits) == 120
    assert len(figures(instance).supply.intakes) < 1000


def test_every_location_and_group_that_shrinks_can_be_joined(instance):
    """But for people who only hear or only decide: newcomers learn both."""
    joined = {(row.location, row.group) for row in instance.hiring}
    joined |= {(row.location, row.to_group) for row in instance.retraining}
    shrinking = {(row.location, row.group) for row in instance.staff if row.leavers_per_year}
    assert {group for _, group in shrinking - joined} == {"hearing", "decision"}


def test_preparation_can_still_do_its_work_beside_its_part_in_court(instance):
    own = figures(instance)
    preparing = [group == "preparation" for _, group in own.supply.names]
    there = float((own.supply.staff_days[preparing] / UNIT).sum() * 5.3)
    entry = np.array([own.task_names[n][1] == "preparation" for n in own.entry])
    asked = ((own.opening / UNIT)[own.entry] + own.arrivals.sum(axis=1) / UNIT) * own.normal_hours[own.entry] * entry
    # nobody hired at all: 9 % fewer every year
    assert asked.sum() < there


def test_support_takes_a_tenth_of_the_decisions_of_the_normal_procedure(instance):
    rows = {(row.group, row.stream): row.most_share for row in instance.eligibility if row.most_share < 1}
    assert rows == {("support", stream): 0.1 for stream in ("N4", "N4e", "N4f", "N4a")}


def test_teams_gain_15_per_cent_of_the_hours_after_half_a_year(instance):
    assert 4 <= len(instance.teams) <= 8
    assert {(row.output, round(1 / row.learned_output, 3)) for row in instance.teams} == {(1.0, 0.85)}
    assert {(row.every_weeks, row.learning_weeks, row.least_weeks) for row in instance.teams} == {(13, 26, 52)}
    assert {row.category for row in instance.teams} == {"syria", "likely", "extended"}
    there = defaultdict(float)
    for row in instance.staff:
        there[row.location] += row.people * (row.group not in ("preparation", "support"))
    assert all(row.most < there[row.location] for row in instance.teams)


def test_robots_only_prepare_and_the_programme_only_hears_and_decides(instance):
    stages = defaultdict(set)
    for row in instance.hours_changes:
        stages[row.what].add(row.stage)
    assert (stages["robots"], stages["Ambitie 2028"]) == ({"preparation"}, {"hearing", "decision"})


def test_the_agreed_production_is_nine_tenths_of_what_a_year_brings(instance):
    lodged = Counter()
    for row in of_asylum(instance, "inflow"):
        lodged[row.stream] += row.cases * 0.95 * (row.first == FIRST_YEAR)
    # a fifth of N1 and 15 % of N3 turn normal
    year = {
        "responsibility": lodged["N1"] * 0.8,
        "accelerated": lodged["N3"] * 0.85 + lodged["N3s"] + lodged["N3n"],
        "normal": lodged["N4"] + lodged["N4e"] + lodged["N6"] + lodged["N1"] * 0.2 + lodged["N3"] * 0.15,
        "track-4": (46100 * 0.9 - 4000) / 140.7 * 52.18,
    }
    agreed = {row.track: row.cases for row in instance.agreements}
    assert {track: cases / year[track] for track, cases in agreed.items()} == pytest.approx(
        dict.fromkeys(year, 0.9), abs=0.02
    )


def test_competing_demand_takes_6_per_cent_of_zevenaar(instance):
    (stream,) = [row for row in instance.streams if row.lodged == "other"]
    assert {row.location for row in instance.places if row.stream == stream.stream} == {"zevenaar"}
    cases = next(row.cases for row in instance.inflow if row.stream == stream.stream)
    hours = sum(row.hours for row in instance.work if row.stream == stream.stream) * cases
    people = sum(row.people for row in instance.staff if row.location == "zevenaar" and row.group != "preparation")
    assert hours / (people * 1380 * 0.7) == pytest.approx(0.06, abs=0.005)
    # what comes in nine months is open, none of it overdue before the first day
    assert [row.cases for row in instance.stock if row.stream == stream.stream] == [0.75 * cases]


def test_the_large_stocks_of_competing_demand_are_scenarios():
    stock = {row.stream: row.cases for row in read_instance(FOLDER, "family-reunification").stock}
    assert stock["F1"] == 65000
    more = read_instance(FOLDER, "reassessment-syria,renewals")
    assert sum(row.cases for row in more.inflow if row.stream == "R1") == 78000
    assert {row.stream for row in more.streams if row.lodged == "other"} == {"F1", "R1", "R2"}


def test_four_weeks_for_all_bring_the_same_court_dates_forward(instance):
    sooner = read_instance(FOLDER, "court-terms-4").court_dates
    assert sum(row.cases for row in sooner) == pytest.approx(sum(row.cases for row in instance.court_dates), rel=0.02)

    def mean(rows):
        return sum(row.due_week.monday.toordinal() * row.cases for row in rows) / sum(row.cases for row in rows) / 7

    # 16 weeks in most cases and 8 in those that waited longest, less 4
    assert 4 < mean(instance.court_dates) - mean(sooner) < 12
