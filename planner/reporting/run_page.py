"""The page of a run in both languages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from planner import __version__
from planner.evaluation.audit import refused
from planner.reporting.contents import Content, Section
from planner.reporting.language import Language
from planner.reporting.material import Material
from planner.reporting.page import page
from planner.reporting.sections import SECTIONS
from planner.reporting.words import Words

Make = Callable[[Material, Words], Section]
"""Makes a section."""


def run_page(own: Material, language: Language) -> str:
    """The page; it opens in the language, and the other one is a press away."""
    return page([run_content(own, Words(shown)) for shown in both(language)])


def both(language: Language) -> tuple[Language, ...]:
    """Both languages, this one first."""
    return (language, *(other for other in Language if other is not language))


def run_content(own: Material, say: Words, sections: Sequence[Make] = SECTIONS, title: str = "") -> Content:
    """The sections in one language, under a title of their own or that of the run."""
    header = own.header
    return Content(
        language=say.language,
        title=title or say("page.title", name=own.name),
        subtitle=say(
            "page.subtitle",
            title=say.name(header.title),
            first=say.language.day(header.first),
            last=say.language.day(header.last),
        ),
        notices=tuple(notices(own, say)),
        sections=tuple(section(own, say) for section in sections),
        footer=say("page.footer", version=__version__, name=own.name),
    )


def notices(own: Material, say: Words) -> Iterator[str]:
    """What a reader must know before reading on."""
    if refused(own.manifest):
        yield say("page.audit_refused")
    if own.header.synthetic:
        yield say("page.synthetic")
    if own.manifest.get("scenario"):
        yield say("page.scenario", scenario=own.manifest["scenario"])
    if str(own.manifest.get("status")) == "simulated":
        yield say("page.yardstick", rule=say.label("rule", str(own.manifest.get("engine"))))
    yield say("page.no_bands")
