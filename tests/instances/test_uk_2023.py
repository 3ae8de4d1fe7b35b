"""The instance of the United Kingdom adds up to the public totals that its README states."""

from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from instances.builders import uk_2023
from instances.builders.uk_2023.derivation import months as ends_of_months
from instances.builders.uk_2023.figures import RAMP
from instances.builders.uk_2023.raw import read_raw
from planner.domain.figures import figures
from planner.domain.instance import Instance
from planner.files.instance import check_instance, read_instance
from tests.cli.run import document, planner

FOLDER = Path(__file__).parents[2] / "instances" / "uk-2023"
SCENARIOS = sorted(path.stem for path in (FOLDER / "scenarios").glob("*.toml"))
README = (FOLDER / "README.md").read_text(encoding="utf-8")

BY_HAND = "productivity-tripled"

# Cases open on 31 March 2023 and applications of four quarters, by group: sums over the nationalities.
OPEN = {"questionnaire": 25924, "albania": 16683, "iran-iraq": 27584, "other": 63416}
APPLICATIONS = {
    "questionnaire": (2972, 4893, 6627, 2495),
    "iran-iraq": (2417, 3457, 4318, 1924),
    "other": (8658, 9176, 11173, 10259),
}
TOTALS = {
    "6 months or less": 34868,
    "more than 6 months": 98739,
    "April to June 2022": 17382,
    "July to September 2022": 25283,
    "October to December 2022": 24538,
    "January to March 2023": 15842,
    "grants and refusals": 20224,
    "withdrawn": 10398,
    "administrative outcome": 3857,
}


@pytest.fixture(scope="module")
def instance() -> Instance:
    return read_instance(FOLDER)


def stock_of(instance: Instance, kind: str) -> Counter:
    stock = Counter()
    for row in instance.stock:
        name, _, group = row.stream.partition("-")
        stock[group] += row.cases if name == kind or kind == "all" else 0
    return stock


def test_the_readme_states_the_totals_of_the_public_tables():
    stated = {
        cells[1]: cells[2]
        for cells in ([cell.strip() for cell in line.strip("|").split("|")] for line in README.splitlines())
        if len(cells) == 3
    }
    assert {name: stated[name] for name in TOTALS} == {name: f"{total:,}" for name, total in TOTALS.items()}


def test_the_stock_is_what_was_open_by_nationality_on_31_march_2023(instance):
    assert stock_of(instance, "all") == OPEN
    assert sum(OPEN.values()) == TOTALS["6 months or less"] + TOTALS["more than 6 months"] == 133607


def test_newer_cases_of_up_to_six_months_are_those_that_the_statistics_count(instance):
    newer = sum(row.cases for row in instance.stock if row.lodged_first >= date(2022, 10, 1))
    assert newer == TOTALS["6 months or less"]


def test_legacy_is_the_share_of_the_older_cases_that_the_ages_imply(instance):
    # spring of 2022 is 15,285 of the 39,103 cases of that half year still open; 88 of its 91 days are legacy
    legacy = 66009 + 34499 * 15285 / (15285 + 23818) * 88 / 91
    share = legacy / (34499 + 66009)
    assert stock_of(instance, "legacy").total() == pytest.approx(share * 98739, abs=1)
    assert all(row.lodged_last < date(2022, 6, 28) for row in instance.stock if row.stream.startswith("legacy"))
    assert all(row.lodged_first >= date(2022, 6, 28) for row in instance.stock if row.stream.startswith("newer"))


@pytest.mark.parametrize("group", APPLICATIONS)
def test_applications_continue_as_in_the_same_quarter_a_year_before(instance, group):
    lodged = [row.cases for row in instance.inflow if row.stream == f"newer-{group}"]
    spring, *rest = APPLICATIONS[group]
    # the first quarter lacks 1 and 2 April
    assert lodged == [round(spring * 89 / 91), *rest, spring]


def test_applications_from_albania_continue_at_their_last_quarter(instance):
    lodged = [row.cases for row in instance.inflow if row.stream == "newer-albania"]
    assert lodged == [round(1164 * 89 / 91), 1164, 1164, 1164, 1164]


def test_hours_give_back_the_stages_of_the_year_before(instance):
    # 27,177 interviews and 20,224 decisions; 1.18 interviews a decision; 5.19 stages a month in 128.7 net hours
    hours = {(row.stream, row.stage): row.hours for row in instance.work}
    assert 128.7 / hours["legacy-other", "decision"] == pytest.approx(5.19, rel=0.002)
    assert hours["legacy-other", "hearing"] / hours["legacy-other", "decision"] == pytest.approx(
        62295 / 52946, rel=0.002
    )


def test_a_questionnaire_takes_the_place_of_most_interviews_of_legacy_cases_of_five_nationalities(instance):
    written = {row.stream: (row.written_share, row.written_hours) for row in instance.work if row.written_share}
    assert written == {"legacy-questionnaire": (0.9, 2.0)}
    # nine tenths take 2 hours in place of 29.2
    hours = {(row.stream, row.stage): row.hours for row in instance.work}
    mean = 0.1 * hours["legacy-questionnaire", "hearing"] + 0.9 * 2.0
    assert mean == pytest.approx(4.7, abs=0.05)


def test_staff_grows_towards_2_500_and_never_shrinks(instance):
    start = sum(row.people for row in instance.staff if row.group == "caseworker")
    changes = [row.people for row in instance.staff_changes]
    assert 947 < start < 1281
    assert min(changes) > 0
    # all 2,500 count a year after the last class
    assert start + sum(changes) < 2500


def test_newer_cases_have_no_term_so_that_none_is_late(instance):
    assert not figures(instance).deadlines.legal.bound.any()
    assert instance.header.guarantee is None


def test_it_reads_without_a_problem_and_warns_only_of_the_missing_terms():
    checked = check_instance(FOLDER)
    assert checked.problems == ()
    assert {(warning.file, warning.column) for warning in checked.warnings} <= {("streams.csv", "term")}


def test_hiring_by_choice_takes_on_as_many_as_the_tables_and_lets_the_newcomers_of_before_mature():
    chosen = read_instance(FOLDER, "hiring-chosen")
    limit = sum(row.people for row in chosen.hiring_limits)
    # 2,500 less the 1,281 in service on 31 March
    assert limit == 2500 - 1281
    start = sum(row.people for row in chosen.staff if row.group == "caseworker")
    matured = start + sum(row.people for row in chosen.staff_changes)
    assert matured == pytest.approx(1281, abs=1)
    # six classes of at most 300 by September are room enough
    (hiring,) = chosen.hiring
    classes = (hiring.last.monday - hiring.first.monday).days // 7 // hiring.every_weeks + 1
    assert hiring.last.monday < date(2023, 10, 1)
    assert classes * hiring.most >= limit


def test_newcomers_hired_by_choice_follow_the_ramp_of_the_tables():
    chosen = read_instance(FOLDER, "hiring-chosen")
    outputs = [(row.from_week, row.output) for row in chosen.courses]
    assert [output for _, output in outputs] == [output for _, output in RAMP]
    # months are 52 / 12 weeks
    assert [week for week, _ in outputs] == [round(month * 52 / 12) for month, _ in RAMP]


def test_questionnaires_widened_are_for_iran_and_iraq_and_for_newer_cases_of_the_five():
    shares = {
        row.stream: row.written_share
        for row in read_instance(FOLDER, "questionnaires-widened").work
        if row.written_share
    }
    assert shares == {"legacy-questionnaire": 0.9, "legacy-iran-iraq": 0.7, "newer-questionnaire": 0.9}


def test_a_questionnaire_team_does_the_five_nationalities_and_learns_15_per_cent():
    (team,) = read_instance(FOLDER, "questionnaire-team").teams
    assert team.category == "questionnaire"
    assert team.learned_output == pytest.approx(1 / 0.85, abs=0.005)


def test_the_scenarios_combine():
    together = check_instance(FOLDER, "hiring-chosen,questionnaires-widened,questionnaire-team")
    assert together.problems == ()


def test_the_scenario_triples_the_output():
    assert read_instance(FOLDER, "productivity-tripled").header.hours_factor == pytest.approx(1 / 3, rel=1e-3)


def test_at_the_output_of_the_year_before_the_target_is_out_of_reach_and_hiring_sooner_helps(tmp_path):
    left = {}
    for scenario in ("", "hiring-chosen"):
        chosen = ("--scenario", scenario) if scenario else ()
        found = document(planner("solve", FOLDER, *chosen, "--json", "--quiet", "--out", tmp_path / f"run-{scenario}"))
        assert found["audit"]["violations"] == 0
        left[scenario] = next(level for level in found["levels"] if level["name"] == "old_cleared")
    # 3.6 million hours of legacy, 1.6 million there
    assert left[""]["bound"] > 30000
    # all 1,219 can be there by July instead of September
    assert left["hiring-chosen"]["value"] < left[""]["bound"]


def test_building_it_keeps_every_case_of_the_tables_that_it_reads(tmp_path):
    raw = tmp_path / "raw"
    raw.mkdir()
    quarters = [f"{year}-{end}" for year in (2020, 2021, 2022) for end in ("03-31", "06-30", "09-30", "12-31")]
    quarters.append("2023-03-31")
    nationalities = ("Syria", "Albania", "Iran", "Sudan")
    months = [month.isoformat() for month in ends_of_months(date(2020, 1, 1), 39)]

    def save(name: str, header: str, lines: list[str]) -> None:
        (raw / f"{name}.csv").write_text("\n".join([header, *lines]) + "\n", encoding="utf-8")

    save(
        "applications_quarterly",
        "Date,Nationality,Applications",
        [f"{quarter},{nationality},101" for quarter in quarters for nationality in nationalities],
    )
    save(
        "decisions_quarterly",
        "Date,Nationality,Case outcome group,Decisions",
        [
            f"{quarter},{nationality},{outcome},{count}"
            for quarter in quarters
            for nationality in nationalities
            for outcome, count in (("Refused", 50), ("Withdrawn", 7))
        ],
    )
    save(
        "awaiting_by_nationality_quarterly",
        "Date,Nationality,Duration,Applications",
        [
            f"{quarter},{nationality},{duration},{count}"
            for quarter in quarters
            for nationality in nationalities
            for duration, count in (("6 months or less", 203), ("More than 6 months", 997))
        ],
    )
    save(
        "awaiting_by_age_quarterly",
        "Date,Total,Less than 3 months,3-6 months,6-12 months,12 months+",
        [f"{quarter},4800,412,400,1000,2988" for quarter in quarters],
    )
    save(
        "caseworking_monthly",
        "Date,Initial Decisions,Substantive Interviews,Total Principal Stages Completed,Asylum Caseworking Staff",
        [f"{month},90,60,150,30" for month in months],
    )
    uk_2023.build(read_raw(raw)).write(tmp_path / "built")
    built = read_instance(tmp_path / "built")
    # 4 nationalities, one in each group: 203 + 997 open cases
    assert stock_of(built, "all") == dict.fromkeys(OPEN, 1200)
    assert sum(row.cases for row in built.stock if row.lodged_first >= date(2022, 10, 1)) == 4 * 203
    # the worked-out scenarios fit the tables beside them
    assert {path.stem for path in (tmp_path / "built" / "scenarios").iterdir()} == set(SCENARIOS) - {BY_HAND}
    assert check_instance(tmp_path / "built", "questionnaires-widened,questionnaire-team").problems == ()
    # 60 interviews and 200 / 3 decisions a month by 30 people who are all trained
    hours = {row.hours for row in built.work if row.stage == "decision"}
    assert hours == {round(7.4 * 0.8 * 365.25 / 12 * 5 / 7 / ((60 + 200 / 3) / 30), 1)}
