"""Pages in a real browser: Chromium, with the network off, and every complaint of a page kept."""

import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from planner.reporting.language import Language
from planner.reporting.run_page import run_page
from tests.cli.run import INSTANCES, planner
from tests.evaluation.build import varied
from tests.reporting.build import hostile, material

SCREENSHOTS = Path(os.environ.get("SCREENSHOTS") or "build/screenshots")
NAMES = ("chromium", "chromium-browser", "google-chrome")


@dataclass
class Opened:
    """A page that is open, and what it asked for and complained of meanwhile."""

    tab: Any
    complaints: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def picture(self, name: str, **how: object) -> None:
        SCREENSHOTS.mkdir(parents=True, exist_ok=True)
        self.tab.screenshot(path=SCREENSHOTS / f"{name}.png", **how)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    from playwright.sync_api import sync_playwright

    path = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    assert path, "Chromium is not here; `make test-browser` says how to get it"
    with sync_playwright() as driver:
        # without a sandbox: it opens our own pages only, and containers have none to offer
        opened = driver.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def pages(tmp_path_factory) -> dict[str, Path]:
    """The pages that are looked at: of the country by a yardstick, and of a small run with hostile names."""
    folder = tmp_path_factory.mktemp("pages")
    run = folder / "national"
    planner("baseline", INSTANCES / "ind-2026", "--rule", "rule-fifo", "--out", run, "--quiet")
    other = folder / "pact-first"
    planner("baseline", INSTANCES / "ind-2026", "--rule", "rule-pact-first", "--out", other, "--quiet")
    planner("report", run, "--lang", "nl", "--out", folder / "report", "--quiet")
    planner("report", run, "--lang", "nl", "--pages", "--out", folder / "tower", "--quiet")
    planner("publish", run, "--month", "2026-12", "--lang", "nl", "--out", folder / "publication", "--quiet")
    planner("compare", run, other, "--lang", "nl", "--page", folder / "compared.html", "--quiet")
    hostile_page = folder / "hostile.html"
    hostile_page.write_text(run_page(material(hostile(varied())), Language.EN), encoding="utf-8")
    return {
        "national": folder / "report" / "index.html",
        "hostile": hostile_page,
        "tower": folder / "tower" / "index.html",
        "publication": folder / "publication" / "index.html",
        "compared": folder / "compared.html",
    }


@pytest.fixture
def open_page(browser, pages):
    contexts = []

    def opened(name: str, width: int = 1200, **settings: object) -> Opened:
        context = browser.new_context(viewport={"width": width, "height": 900}, offline=True, **settings)
        contexts.append(context)
        found = Opened(context.new_page())
        found.tab.on("console", lambda message: found.complaints.append(message.text))
        found.tab.on("pageerror", lambda error: found.complaints.append(str(error)))
        found.tab.on("dialog", lambda dialog: (found.complaints.append(dialog.message), dialog.dismiss()))
        found.tab.on("request", lambda request: found.requests.append(request.url))
        found.tab.goto(pages[name].as_uri())
        return found

    yield opened
    for context in contexts:
        context.close()
