"""The page of a comparison: every figure in its own form, every difference with its sign."""

import re

from planner.evaluation.comparison import Compared
from planner.evaluation.curves import CURVES
from planner.evaluation.run_figures import Label
from planner.reporting.compared_page import Beside, compared_page
from planner.reporting.language import Language
from tests.reporting.build import NL


def row(section, name, unit, *values):
    return Compared(Label(section, name, unit), values)


FIGURES = (
    row("targets", "old_cleared", "cases", 1200.0, 3.0),
    row("levels", "all_in_euro", "euro", 5.0, 5.0),
    row("levels", "all_in_euro gap", "fraction", 0.02, 0.5),
    row("cleared in", "track-4, syria", "week", "2028-W26", "2028-W23"),
)


def page_of(*manifests):
    curves = {key: {"2028-W23": 1.0, "2028-W24": 0.0} for key in CURVES}
    runs = [Beside(f"run {place}", own, synthetic=False, curves=curves) for place, own in enumerate(manifests)]
    return compared_page(runs, FIGURES, Language.NL)


def test_figures_stand_with_their_unit_and_differences_with_their_sign():
    # 3 - 1,200 = -1,197; the same twice is no difference; 50 % - 2 % = 48 %; three weeks earlier
    dutch = page_of({}, {}).partition('lang="en" data-title')[0]
    for cells in (
        ("oude voorraad weggewerkt op de einddatum (zaken)", "1.200", "3", "\u22121.197"),
        ("Alle doelen in euro samen (euro)", "5,0", "5,0", "="),
        ("Alle doelen in euro samen: verschil", "2,0%", "50,0%", "+48,0%"),
        ("Spoor 4 (algemeen), Syrië", "2028-W26", "2028-W23", "\u22123 weken"),
    ):
        assert "<td>".join((f">{cells[0]}", *cells[1:])) in dutch


def test_a_run_that_the_audit_refused_is_named_first():
    text = page_of({"audit": {"findings": []}}, {"audit": {"findings": ["wrong"]}})
    assert re.findall('<p class="notice">(.*?)</p>', text)[0] == NL("compare.refused", run="run 1")
