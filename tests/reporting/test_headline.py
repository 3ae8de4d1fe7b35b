from planner.domain.figures import figures
from planner.reporting.sections.headline import headline, verdict
from tests.evaluation.build import tiny
from tests.evaluation.hand import hand_plan, put
from tests.reporting.build import EN, NL, material


def test_a_plan_that_holds_is_said_to_hold_with_the_weeks_to_spare():
    # the hand-made plan decides all new cases in time and the old ones by week 3 of 4
    own = figures(tiny())
    found = material(tiny(), put(own, hand_plan(own), ("new", "decision"), 3, cases=4.0))
    text = headline(found, EN).parts
    assert "All 20 old cases" in text[1]
    assert f"week {own.weeks[2]}, 1 week before 28\u00a0June 2026" in text[1]


def test_what_is_missed_is_named():
    # no decision on old cases in week 2: 10 of 20 are left at the end
    own = figures(tiny())
    found = material(tiny(), put(own, hand_plan(own), ("old", "decision"), 2, cases=0.0))
    assert "oude voorraad weggewerkt op de einddatum" in verdict(found, NL)
    assert "Of 20 old cases 10 have no first decision" in headline(found, EN).parts[1]
    assert "When the plan ends, on 28\u00a0June 2026, 10 are still open." in headline(found, EN).parts[1]


def test_every_hard_target_that_is_missed_says_by_how_much_and_what_follows_is_told():
    # the hand-made plan decides 9 cases of the lane late at worst; 16 are open at the end where 14 are steady
    text = headline(material(tiny(), hand_plan(figures(tiny()))), NL).parts
    assert "In de slechtste week zijn 9 voorrangszaken over de wettelijke termijn." in text
    assert any("staan er 2 zaken meer open dan bij instroom en termijnen past" in own for own in text[:-1])
