"""Self-contained pages: everything inside, nothing fetched, and a policy that lets only their own script run."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from planner.reporting.contents import Chart, Content, Kind, Links, Part, Table
from planner.reporting.svg import drawn, swatch
from planner.reporting.words import Words


def page(contents: Sequence[Content]) -> str:
    """The page with its contents in one language or in two, the first one shown."""
    style, script = _file("page.css"), _file("page.js")
    return (
        _environment()
        .get_template("page.html")
        .render(
            contents=contents,
            style=Markup(style),  # noqa: S704 - a file of the package
            script=Markup(script),  # noqa: S704 - a file of the package
            policy=(
                f"default-src 'none'; script-src {_hash(script)}; style-src {_hash(style)}; "
                "base-uri 'none'; form-action 'none'"
            ),
        )
    )


def _picture(chart: Chart, content: Content) -> Markup:
    return Markup(drawn(chart, content.language, _name(chart, content)))  # noqa: S704 - svg.py escapes


def _swatch(chart: Chart, place: int, content: Content) -> Markup:
    return Markup(swatch(chart, place, _name(chart, content)))  # noqa: S704 - made of numbers only


def _name(chart: Chart, content: Content) -> str:
    return f"{content.language}-chart-{chart.key}"


def _part_kind(part: Part) -> str:
    if isinstance(part, Table):
        return "table"
    if isinstance(part, Links):
        return "links"
    return "chart" if isinstance(part, Chart) else "text"


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("planner.reporting"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.globals.update(words=Words, kind_of=_part_kind, picture=_picture, swatch=_swatch, Kind=Kind)
    return environment


@cache
def _file(name: str) -> str:
    return files("planner.reporting").joinpath("templates", name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    return f"'sha256-{digest}'"
