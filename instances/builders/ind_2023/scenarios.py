"""Scenarios of ind-2023."""

from __future__ import annotations

from collections.abc import Sequence

from instances.builders.ind_2023.figures.cases import APPLICATIONS, PERIODS, REPEATED
from instances.builders.ind_2023.figures.streams import STREAMS
from instances.builders.ind_2023.figures.title import LETTER
from instances.builders.scenario import entry, scenario

# First, resettled, repeated and family applications in the forecast of spring 2023, and first ones of 2022 in 49,500.
MPP = {"min": 49000, "medio": 67000, "max": 77000}
MPP_2022 = 67000 - 17500
COUNTED, FIRST_REQUESTS = 27680, 17910


def scenarios() -> dict[str, str]:
    """The text of each scenario, by name."""
    texts = {
        "without-project": _synthetic(
            "Without the special project",
            "No people, no team and no extra production of the special project: what it adds.",
            *(_removal("staff", 'location = "project"'), _removal("staff_changes", 'location = "project"')),
            _removal("teams", 'team = "baa"'),
            _removal("agreements", "first = 2023-05-01"),
        ),
        "extension-2024": _synthetic(
            "Extension goes on",
            "Cases lodged from 2024 have 15 months too, as happened until the extension was withdrawn in 2025.",
            _terms(
                ("S4", "A4"), "15m", "R", "Extension continued into 2024 (asylumineurope.org); withdrawn by IB 2025/28"
            ),
        ),
        "without-extension": _synthetic(
            "Extension does not hold",
            "Every term is 6 months: the letter says that penalties rise when the extension does not hold.",
            _terms(
                ("S", "A", "S3", "A3"),
                "6m",
                "S",
                f"{LETTER}: 'Indien de verlengde beslistermijn geen standhoudt'; 6 months of article 42",
            ),
        ),
        "first-requests": _synthetic(
            "Only decisions on first requests count",
            "Each decision takes as many hours more as the 17,910 decisions on first requests of 2023 are fewer than "
            "the 27,680 that the service counts in track 4; what is agreed shrinks alike.",
            *first_requests(),
        ),
        "inflow-15000-more": _synthetic(
            "15,000 more first applications",
            "15,000 first applications a year more than there were.",
            *(
                _inflow(year, (APPLICATIONS[year] + 15000) / APPLICATIONS[year], "Assumption: 15,000 more a year")
                for year in REPEATED
            ),
        ),
    }
    for name, total in MPP.items():
        expected = total * APPLICATIONS[2022] / MPP_2022
        source = (
            f"Derived: {total:,} in the forecast of spring 2023 ({LETTER}), of which as large a part first "
            f"applications as in 2022 (35,535 of 49,500): {expected:,.0f}. The forecast also counts resettlement, "
            "repeated and family applications"
        )
        texts[f"mpp-{name}"] = _synthetic(
            f"Forecast of spring 2023, {name}",
            f"{expected:,.0f} first applications in every year instead of what there were; forecast for 2023 only.",
            *(_inflow(year, expected / APPLICATIONS[year], source, "D") for year in REPEATED),
        )
    return texts


def first_requests() -> tuple[str, str]:
    """Hours and agreements when the service's count holds much that is no first application."""
    share = FIRST_REQUESTS / COUNTED
    source = (
        f"Derived: {FIRST_REQUESTS:,} decisions on first requests in 2023 (Eurostat, in asylumineurope.org) and "
        f"{COUNTED:,} in track 4 in the count of the service"
    )
    hours = f'\n[work]\nhours_factor = {1 / share:.4f}\nevidence = "D"\nsource = "{source}"'
    agreed = f"multiply = {{ cases = {share:.4f} }}"
    return hours, entry("change", "agreements", agreed, "D", f"{source}; taken to hold for what was agreed too")


def _synthetic(title: str, about: str, *entries: str) -> str:
    return scenario(title, f"{about} Partly synthetic, not IND data.", *entries)


def _removal(table: str, where: str) -> str:
    source = "Assumption: the special project left out, to see what it adds"
    return entry("remove", table, f"where = {{ {where} }}", "A", source)


def _terms(names: Sequence[str], term: str, evidence: str, source: str) -> str:
    body = f'where = {{ stream = [{_quoted(names)}] }}\nset = {{ term = "{term}" }}'
    return entry("change", "streams", body, evidence, source)


def _inflow(year: int, factor: float, source: str, evidence: str = "A") -> str:
    names = [
        row["stream"]
        for row in STREAMS
        if row["lodged"] == "pact"
        and row["category"] != "repeated"
        and row["stream"] not in (("S4", "A4") if year == 2023 else ("S3", "A3"))
    ]
    first = next(period[0] for period in PERIODS if period[2] == year)
    body = f"where = {{ stream = [{_quoted(names)}], first = {first} }}\nmultiply = {{ cases = {factor:.4f} }}"
    return entry("change", "inflow", body, evidence, source)


def _quoted(names: Sequence[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)
