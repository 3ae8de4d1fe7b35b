"""The public page shows what is published and nothing else, and its totals are those of what it shows."""

from planner.domain.figures import figures
from planner.evaluation.publication.disclosure import Rounding
from planner.evaluation.publication.months import Month
from planner.evaluation.publication.tables import Ending, publication
from planner.evaluation.view import view
from planner.reporting.contents import Table
from planner.reporting.language import Language
from planner.reporting.publication_page import Published, _content, publication_page
from tests.evaluation.build import tiny, varied
from tests.evaluation.greedy import greedy
from tests.evaluation.hand import hand_plan, put
from tests.reporting.build import EN, HOSTILE, NL, hostile

JULY = Month(2026, 7)


def shown(instance, month=JULY, plan=None):
    own = figures(instance)
    found = view(own, plan or greedy(own))
    tables = publication(found, month, Rounding(), [Ending("first", "", None, (7.0, 8.0))])
    return Published(tables, instance, month, Rounding(), 0.08)


def test_the_last_row_and_column_of_a_table_add_up_what_stands_in_it():
    content = _content(shown(varied()), EN)
    for section in content.sections:
        for part in section.parts:
            if isinstance(part, Table) and part.rows and part.rows[-1][0] == EN("total"):
                for place, column in enumerate(part.columns[1:], start=1):
                    if column.form == "number":
                        body = [row[place] or 0 for row in part.rows[:-1]]
                        assert part.rows[-1][place] == sum(body)


def test_a_change_too_small_to_be_published_changes_nothing_on_the_page():
    # 1 new case fewer decided (12 to 11 rounds to 10 both ways), 17 open in place of 16 (15 both ways)
    own = figures(tiny())
    plans = [put(own, hand_plan(own), ("new", "decision"), 3, cases=cases) for cases in (4.0, 3.0)]
    one, other = (publication_page(shown(tiny(), Month(2026, 6), plan), Language.NL) for plan in plans)
    assert one == other


def test_the_end_date_of_every_scenario_is_shown_with_rounded_cases():
    # 7 and 8 cases left are published as 5 and 10
    text = publication_page(shown(varied()), Language.EN)
    assert ">first<" in text
    assert "not within the plan" in text
    assert next(shown(varied()).rows("end_date"))["left"] == "15"


def test_both_languages_have_the_same_sections():
    own = shown(varied())
    dutch, english = _content(own, NL), _content(own, EN)
    assert [section.key for section in dutch.sections] == [section.key for section in english.sections]
    assert [len(section.parts) for section in dutch.sections] == [len(section.parts) for section in english.sections]


def test_names_from_the_instance_are_text():
    assert HOSTILE not in publication_page(shown(hostile(varied())), Language.EN)
