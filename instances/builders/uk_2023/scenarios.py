"""Scenarios of uk-2023 that are worked out."""

from __future__ import annotations

from instances.builders.lines import week_of
from instances.builders.scenario import appended, entry, scenario
from instances.builders.uk_2023.derivation import effective_staff
from instances.builders.uk_2023.figures import (
    CLASS_MOST,
    CLASS_WEEKS,
    FIRST,
    HIRED_FIRST,
    HIRED_LAST,
    HIRING_COST,
    LAST,
    PLANNED_STAFF,
    RAMP,
    RAMP_SOURCE,
    STOCK_DAY,
    TEAM_COST,
    TEAM_LEARNED,
    TEAM_LEAST,
    TEAM_MOST,
    TEAM_WEEKS,
    TRANSPARENCY,
    WEEKS_OF_RAMP,
    WIDENED_SHARE,
    WRITTEN_HOURS,
    WRITTEN_SHARE,
)
from instances.builders.uk_2023.raw import Raw
from instances.builders.uk_2023.tables import monthly_changes


def scenarios(raw: Raw) -> dict[str, str]:
    """The text of the scenarios with rules on hiring, questionnaires and teams, by name."""
    return {
        "hiring-chosen": hiring_chosen(raw),
        "questionnaires-widened": QUESTIONNAIRES_WIDENED,
        "questionnaire-team": QUESTIONNAIRE_TEAM,
    }


def hiring_chosen(raw: Raw) -> str:
    """The plan chooses the classes of newcomers that the tables have as given."""
    last = raw.casework[STOCK_DAY.isoformat(), "Asylum Caseworking Staff"]
    hired = round(PLANNED_STAFF - last)
    maturing = (
        f"Derived: newcomers of the year before come to full output, nobody else comes ({TRANSPARENCY}); {RAMP_SOURCE}"
    )
    about = (
        f"The plan chooses when the {hired:,} caseworkers come who are to make {PLANNED_STAFF:,} by September 2023, in "
        "classes that start every four weeks from April on, instead of six equal ones."
    )
    entries = [entry("remove", "staff_changes", 'where = { group = "caseworker" }', "A", maturing)]
    entries += [
        appended(
            "staff_changes",
            f'location = "national", group = "caseworker", week = "{week}", people = {people}',
            "D",
            maturing,
        )
        for week, people in monthly_changes(effective_staff(raw, last))
    ]
    course = (
        "Assumption: the ramp of staff.csv in weeks. No mentoring apart: what it costs is in the output of the year "
        "before, in which staff grew by 500"
    )
    entries += [
        appended(
            "courses",
            f'course = "caseworker", from_week = {WEEKS_OF_RAMP[month]}, output = {output}, mentoring = 0',
            "A",
            course,
        )
        for month, output in RAMP
    ]
    classes = (
        f"Assumption: classes of at most {CLASS_MOST} every {CLASS_WEEKS} weeks, against six of about {hired / 6:.0f} "
        f"in the tables; EUR {HIRING_COST:,} for hiring and training, assumed"
    )
    limit = f"Background: {PLANNED_STAFF:,} caseworkers by September 2023 as announced, {last:,.0f} on 31 March 2023"
    entries += [
        appended(
            "hiring",
            'location = "national", group = "caseworker", '
            f'first = "{week_of(HIRED_FIRST)}", last = "{week_of(HIRED_LAST)}", every_weeks = {CLASS_WEEKS}, '
            f'most = {CLASS_MOST}, course = "caseworker", cost = {HIRING_COST}',
            "A",
            classes,
        ),
        appended("hiring_limits", f"first = {FIRST}, last = {LAST}, people = {hired}", "B", limit),
    ]
    return scenario("Hiring by choice", about, *entries)


def _written(stream: str, share: float, about: str) -> str:
    return entry(
        "change",
        "work",
        f'where = {{ stream = "{stream}", stage = "hearing" }}\n'
        f"set = {{ written_share = {share}, written_hours = {WRITTEN_HOURS} }}",
        "A",
        f"Assumption: a questionnaire in place of the interview for {share:.0%} of the cases, {WRITTEN_HOURS:g} hours "
        f"to read; {about}",
    )


QUESTIONNAIRES_WIDENED = scenario(
    "Questionnaires for more cases",
    "Questionnaires for legacy cases of Iran and Iraq and for newer cases of the five nationalities, as came in the "
    "course of 2023; here from the first week on.",
    _written("legacy-iran-iraq", WIDENED_SHARE, "Iran and Iraq were added in spring 2023 (background)"),
    _written("newer-questionnaire", WRITTEN_SHARE, "newer cases were added in summer 2023 (background)"),
)
QUESTIONNAIRE_TEAM = scenario(
    "A team for questionnaires",
    "A specialised team may be opened for the five nationalities whose cases go by questionnaire.",
    appended(
        "teams",
        'team = "questionnaires", location = "national", category = "questionnaire", '
        f'first = "{week_of(FIRST)}", last = "{week_of(LAST)}", every_weeks = {TEAM_WEEKS}, least = {TEAM_LEAST}, '
        f"most = {TEAM_MOST}, least_weeks = {2 * TEAM_WEEKS}, learning_weeks = {TEAM_WEEKS}, "
        f"learned_output = {TEAM_LEARNED}, cost = {TEAM_COST}",
        "A",
        "Assumption: that such cases were done by teams of their own is background; its sizes, the 15 % fewer "
        "hours after a quarter (1 / 0.85) and the cost of opening are assumed",
    ),
)
