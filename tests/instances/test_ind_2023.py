"""The instance of the service in spring 2023 adds up to the figures published about it."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from planner.domain.instance import Instance
from planner.domain.weeks import term_end
from planner.files.instance import check_instance, read_instance
from tests.cli.run import document, planner

FOLDER = Path(__file__).parents[2] / "instances" / "ind-2023"
LANES = ("LN", "VN")


@pytest.fixture(scope="module")
def instance() -> Instance:
    return read_instance(FOLDER)


def lodged(instance: Instance, year: int) -> Counter:
    found = Counter()
    for row in instance.inflow:
        found[row.stream] += row.cases if row.first.year == year else 0
    return found


def test_it_reads_without_a_warning():
    assert check_instance(FOLDER).warnings == ()


def test_it_says_that_it_is_partly_synthetic(instance):
    assert instance.header.synthetic
    assert "partly synthetic, not IND data" in instance.header.title


def test_the_stock_by_track_is_that_of_30_april_2023(instance):
    track = {stream.stream: stream.track for stream in instance.streams}
    stock = Counter()
    for row in instance.stock:
        stock[track[row.stream]] += row.cases
    assert stock == {"track-4": 33555, "track-1": 3650, "track-2": 125}
    assert all(row.lodged_last <= date(2023, 4, 30) for row in instance.stock)


def test_old_are_the_open_cases_but_for_the_fast_lanes(instance):
    old = {stream.stream for stream in instance.streams if stream.lodged == "old"}
    assert {row.stream for row in instance.stock} == old | set(LANES)


def test_45_per_cent_of_the_stock_of_track_4_are_syrians_and_yemenis(instance):
    own = sum(row.cases for row in instance.stock if row.stream in ("S", "SX"))
    assert own / 33555 == pytest.approx(0.45, abs=1e-4)


def test_15_months_hold_for_what_was_not_overdue_on_27_september_2022_and_was_lodged_until_2024(instance):
    term = {stream.stream: stream.term for stream in instance.streams}
    assert {name for name, own in term.items() if str(own) == "15m"} == {"S", "A", "S3", "A3"}
    first = {row.stream: min(other.lodged_first for other in instance.stock if other.stream == row.stream)
             for row in instance.stock}  # fmt: skip
    for name in ("S", "A"):
        # the six months of the first of them end just after the day of the extension
        assert term_end(first[name], "6m") > date(2022, 9, 27)
    for row in instance.stock:
        if row.stream in ("SX", "AX"):
            assert term_end(row.lodged_last, "6m") <= date(2022, 9, 27)
    assert {row.first.year for row in instance.inflow if row.stream in ("S3", "A3")} == {2023}


def test_the_last_old_case_is_past_15_months_at_the_clearance_date(instance):
    assert term_end(date(2023, 4, 30), "15m") <= instance.header.clearance
    # the run-out is the longest term once more
    assert term_end(instance.header.clearance, "15m") <= instance.header.last


@pytest.mark.parametrize(("year", "first", "repeated"), [(2024, 32175, 1585)])
def test_a_whole_year_has_its_first_and_repeated_applications(instance, year, first, repeated):
    found = lodged(instance, year)
    assert found.pop("RN") == repeated
    assert found.total() == pytest.approx(first, abs=3)


def test_2023_has_the_part_from_may_on_by_season(instance):
    found = lodged(instance, 2023)
    # quarters of 0.83, 0.88, 1.12 and 1.18 a day: 61 days of spring, 92 and 92 of 366.4 weighted days
    part = (61 * 0.88 + 92 * 1.12 + 92 * 1.18) / (90 * 0.83 + 91 * 0.88 + 92 * 1.12 + 92 * 1.18)
    assert found.pop("RN") == round(1390 * part)
    assert found.total() == pytest.approx(38377 * part, abs=4)


def test_the_officers_have_the_hours_of_the_agreed_production(instance):
    people = Counter()
    for row in instance.staff:
        people[row.group] += row.people
    hours = {row.stream: 0.0 for row in instance.work}
    for row in instance.work:
        hours[row.stream] += 0 if row.stage == "preparation" else row.hours / (1 - row.no_show)
    mean = 0.45 * hours["S"] + 0.52 * hours["A"] + 0.02 * hours["LN"] + 0.01 * hours["NN"]
    need = 22184 * mean + 6130 * hours["D"] + 1150 * hours["VN"]
    # 1,380 hours of which 70 % are left for cases
    assert people["officer"] == pytest.approx(need / 966, abs=1)


def test_the_project_has_people_for_13_000_cases_a_year_who_are_new_to_it(instance):
    people = sum(row.people for row in (*instance.staff, *instance.staff_changes) if row.location == "project")
    # 5 / 0.97 + 6.5 hours a case, 966 a person
    assert people * 966 / (5 / 0.97 + 6.5) == pytest.approx(13000, rel=0.03)
    (team,) = instance.teams
    (efficiency,) = {row.efficiency for row in instance.eligibility if row.group == "project"}
    assert (team.category, team.most, team.output) == ("syria-yemen", people, 1)
    # 15 % fewer hours than normal when learned
    assert efficiency * team.learned_output == pytest.approx(1 / 0.85, abs=0.005)


def test_the_agreements_are_22_184_in_2023_and_13_000_more_in_the_year_of_the_project(instance):
    agreed = {(row.track, row.first): row.cases for row in instance.agreements}
    assert agreed == {("track-4", date(2023, 1, 1)): 22184, ("track-4", date(2023, 5, 1)): 22184 + 13000}


def test_4_000_open_appeals_and_thirteen_months_of_expected_ones_have_dates(instance):
    overdue = sum(row.cases for row in instance.court_dates if row.stream in ("SX", "AX"))
    later = sum(row.cases for row in instance.court_dates if row.stream in ("S", "A"))
    # 20,000 in 20 months, 90 % upheld
    assert (overdue, later) == (4000, 13 * 20000 / 20 * 0.9)


def test_a_calendar_year_averages_a_normal_week(instance):
    year = [row.factor for row in instance.calendar if row.week.monday.isocalendar().year == 2024]
    assert sum(year) / len(year) == pytest.approx(1, abs=1e-4)


def test_without_the_project_nothing_of_it_is_left():
    without = read_instance(FOLDER, "without-project")
    assert not without.teams
    assert not [row for row in (*without.staff, *without.staff_changes) if row.location == "project"]
    assert sum(row.cases for row in without.agreements) == 22184


@pytest.mark.parametrize(("scenario", "total"), [("mpp-min", 49000), ("mpp-medio", 67000), ("mpp-max", 77000)])
def test_a_forecast_has_as_large_a_part_of_first_applications_as_2022(scenario, total):
    found = lodged(read_instance(FOLDER, scenario), 2024)
    # 35,535 of 67,000 - 17,500
    assert found.total() - found["RN"] == pytest.approx(total * 35535 / 49500, rel=1e-3)
    assert found["RN"] == 1585


def test_first_requests_take_as_many_hours_more_as_they_are_fewer(instance):
    found = read_instance(FOLDER, "first-requests")
    assert found.header.hours_factor == pytest.approx(27680 / 17910, rel=1e-4)
    shares = [own.cases / all_.cases for own, all_ in zip(found.agreements, instance.agreements, strict=True)]
    assert shares == pytest.approx([17910 / 27680] * 2, rel=1e-3)


def test_15_000_more_are_15_000_more_in_a_whole_year(instance):
    more = lodged(read_instance(FOLDER, "inflow-15000-more"), 2024).total() - lodged(instance, 2024).total()
    assert more == pytest.approx(15000, rel=1e-3)


@pytest.mark.parametrize(
    ("scenario", "terms"),
    [
        ("extension-2024", {"S4": "15m", "A4": "15m", "S3": "15m", "S": "15m"}),
        ("without-extension", {"S4": "6m", "A4": "6m", "S3": "6m", "S": "6m"}),
    ],
)
def test_a_scenario_of_the_extension_changes_terms(scenario, terms):
    found = {stream.stream: str(stream.term) for stream in read_instance(FOLDER, scenario).streams}
    assert {name: found[name] for name in terms} == terms


def test_oldest_first_has_hardly_anyone_of_the_stock_left_when_its_last_term_ends(tmp_path):
    run = tmp_path / "run"
    found = document(planner("baseline", FOLDER, "--rule", "rule-fifo", "--json", "--quiet", "--out", run))
    assert found["audit"]["violations"] == 0
    left = next(target["value"] for target in found["targets"] if target["name"] == "old_cleared")
    # 702 people of 966 hours a year against 36,705 old cases of 20 hours
    assert left < 100


@pytest.mark.slow
def test_the_project_leaves_far_fewer_old_cases_behind(tmp_path):
    left = {}
    for scenario in ("", "without-project"):
        chosen = ("--scenario", scenario) if scenario else ()
        options = ("--time-limit", 100, "--json", "--quiet", "--out", tmp_path / f"run-{scenario}")
        found = document(planner("solve", FOLDER, *chosen, *options))
        assert found["audit"]["violations"] == 0
        left[scenario] = next(level for level in found["levels"] if level["name"] == "old_cleared")
    # the project is 13,000 cases a year
    assert left["without-project"]["bound"] - left[""]["value"] > 5000
