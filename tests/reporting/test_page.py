"""A page is whole in itself, runs nothing but its own script, and says the same in both languages."""

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest

from planner.reporting.language import Language
from planner.reporting.run_page import run_content, run_page
from tests.evaluation.build import tiny, varied
from tests.reporting.build import EN, HOSTILE, NL, hostile, material


class Tags(HTMLParser):
    """The tags of a page with their attributes."""

    def __init__(self, text):
        super().__init__()
        self.found = []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        self.found.append((tag, dict(attributes)))


@pytest.fixture(scope="module")
def text():
    return run_page(material(hostile(varied())), Language.NL)


@pytest.fixture(scope="module")
def tags(text):
    return Tags(text).found


def test_the_policy_names_the_one_script_and_the_one_style(text):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]+)"', text)[1].replace("&#39;", "'")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    for tag in ("script", "style"):
        (inside,) = re.findall(rf"<{tag}>(.*?)</{tag}>", text, re.DOTALL)
        digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy


def test_nothing_is_fetched_and_nothing_runs_from_an_attribute(tags):
    for tag, attributes in tags:
        assert tag not in {"link", "iframe", "img", "object", "embed", "base", "form"}
        assert not {name for name in attributes if name.startswith("on") or name in ("style", "src")}
        assert attributes.get("href", "#").startswith("#")


def test_names_from_the_instance_are_text(text):
    assert HOSTILE not in text
    assert "&lt;/script&gt;&lt;script&gt;" in text
    assert text.count("<script>") == 1


def test_identifiers_are_there_once_and_links_lead_somewhere(tags):
    identifiers = [attributes["id"] for _, attributes in tags if "id" in attributes]
    assert len(set(identifiers)) == len(identifiers)
    assert {attributes["href"][1:] for _, attributes in tags if "href" in attributes} <= set(identifiers)


def test_every_chart_has_a_table_and_a_reader_for_the_keyboard(text):
    figures = re.findall(r"<figure.*?</figure>", text, re.DOTALL)
    assert len(figures) > 10
    assert all('<input type="range"' in figure and "<table>" in figure for figure in figures)


def test_both_languages_have_the_same_sections_charts_and_rows():
    own = material(varied())
    dutch, english = run_content(own, NL), run_content(own, EN)
    for one, other in zip(dutch.sections, english.sections, strict=True):
        assert (one.key, [type(part) for part in one.parts]) == (other.key, [type(part) for part in other.parts])
        for part, same in zip(one.parts, other.parts, strict=True):
            if hasattr(part, "rows"):
                assert len(part.rows) == len(same.rows)


def test_synthetic_figures_are_called_so_and_others_are_not():
    own = tiny()
    assert EN("page.synthetic") in run_content(material(own), EN).notices
    published = own.replace(header=type(own.header)(**{**vars(own.header), "synthetic": False}))
    assert EN("page.synthetic") not in run_content(material(published), EN).notices


def test_a_run_that_the_audit_refused_says_so_first():
    assert run_content(material(tiny(), audit={"findings": ["wrong"]}), NL).notices[0] == NL("page.audit_refused")


def test_a_run_says_from_which_one_it_began_where_it_did():
    begun = {"run": "the-run-before", "taken": True}
    assert "the-run-before" in run_page(material(tiny(), **{"from": begun}), Language.EN)
    assert "the-run-before" not in run_page(material(tiny(), **{"from": begun | {"taken": False}}), Language.EN)
