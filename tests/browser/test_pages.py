"""Pages as people meet them: by pointer, by keyboard, on paper, in both languages, with hostile names in them."""

import pytest

from tests.reporting.build import HOSTILE

pytestmark = pytest.mark.browser

BOTH = ("national", "hostile")
SHOWN = ".content:not([hidden])"


@pytest.mark.parametrize("name", BOTH)
def test_a_page_opens_with_the_network_off_and_asks_for_nothing_but_itself(open_page, name):
    page = open_page(name)
    page.tab.wait_for_load_state("networkidle")
    assert page.requests == [page.tab.url]
    assert page.complaints == []
    page.picture(f"{name}-top")
    page.picture(f"{name}-whole", full_page=True)


@pytest.mark.parametrize("name", BOTH)
def test_every_chart_is_drawn(open_page, name):
    page = open_page(name)
    drawn = page.tab.locator(f"{SHOWN} figure .drawing > svg").evaluate_all(
        """all => all.map(svg => {
            const marks = [...svg.querySelectorAll('[data-series], path[class^=heat], path[fill^=url]')];
            const box = svg.getBoundingClientRect();
            return box.width > 300 && box.height > 50 && marks.some(mark => mark.getBBox().width > 100);
        })"""
    )
    assert len(drawn) > 8
    assert all(drawn)


def test_pointing_at_a_chart_shows_the_figures_of_its_table(open_page):
    page = open_page("national")
    figure = page.tab.locator(f"{SHOWN} figure").first
    svg = figure.locator(".drawing > svg")
    box = svg.bounding_box()
    svg.hover(position={"x": box["width"] / 2, "y": box["height"] / 2})
    tip = figure.locator(".tip")
    assert tip.is_visible()
    week = tip.locator("b").inner_text().removeprefix("Week ")
    row = figure.locator("tbody tr", has=page.tab.locator(f'th:text-is("{week}")'))
    cells = [cell.strip() for cell in row.locator("td").all_text_contents()]
    assert tip.locator("em").all_text_contents() == cells
    page.picture("national-tip", clip=page.tab.locator(f"{SHOWN} figure").first.bounding_box())
    page.tab.mouse.move(0, 0)
    assert tip.is_hidden()


def test_the_keyboard_reads_every_week_of_a_chart(open_page):
    page = open_page("national")
    figure = page.tab.locator(f"{SHOWN} figure").first
    slider = figure.locator("input[type=range]")
    slider.focus()
    page.tab.keyboard.press("ArrowRight")
    first = (
        figure.locator("tbody tr").nth(1).locator("th").inner_text()
        or figure.locator("tbody tr >> nth=1 >> th").text_content()
    )
    assert first.strip() in slider.get_attribute("aria-valuetext")
    assert f"Week {first.strip()}" == figure.locator(".tip b").inner_text()
    page.tab.keyboard.press("End")
    last = figure.locator("tbody tr").last.locator("th").text_content().strip()
    assert f"Week {last}" == figure.locator(".tip b").inner_text()
    page.tab.keyboard.press("Escape")
    assert figure.locator(".tip").is_hidden()


@pytest.mark.parametrize("name", BOTH)
def test_the_tab_key_reaches_everything_that_can_be_used(open_page, name):
    page = open_page(name)
    wanted = page.tab.locator(SHOWN).evaluate(
        """content => [...content.querySelectorAll('a[href], button, input, summary, [tabindex="0"]')]
            .filter(own => own.checkVisibility({ contentVisibilityAuto: true })).map((own, place) => {
                own.dataset.place = place;
                return place;
            })"""
    )
    reached = []
    for _ in range(len(wanted) + 1):
        page.tab.keyboard.press("Tab")
        reached.append(page.tab.evaluate("Number(document.activeElement.dataset.place ?? -1)"))
    assert set(wanted) <= set(reached)


def test_the_language_switch_shows_the_other_language_and_nothing_of_the_first(open_page):
    page = open_page("national")
    assert page.tab.evaluate("document.documentElement.lang") == "nl"
    page.tab.get_by_role("button", name="English").click()
    assert page.tab.evaluate("document.documentElement.lang") == "en"
    assert page.tab.locator(".content:visible").get_attribute("lang") == "en"
    assert page.tab.get_by_role("heading", name="In short").is_visible()
    assert not page.tab.get_by_text("In het kort").first.is_visible()
    page.picture("national-english")
    page.tab.get_by_role("button", name="Nederlands").click()
    assert page.tab.locator(".content:visible").get_attribute("lang") == "nl"


def test_a_series_that_is_picked_stands_out(open_page):
    page = open_page("national")
    figure = page.tab.locator(f"{SHOWN} figure").first
    button = figure.locator(".legend button").first
    button.click()
    page.tab.wait_for_timeout(400)
    assert button.get_attribute("aria-pressed") == "true"
    strength = figure.locator("[data-series]").evaluate_all(
        "all => all.map(own => Number(getComputedStyle(own).opacity))"
    )
    assert strength[0] == 1
    assert max(strength[1:]) < 0.5
    button.click()
    assert button.get_attribute("aria-pressed") == "false"


@pytest.mark.parametrize("name", BOTH)
def test_hostile_names_are_shown_and_do_not_run(open_page, name):
    page = open_page(name)
    page.tab.locator(f"{SHOWN} figure input[type=range]").first.focus()
    page.tab.keyboard.press("End")
    if name == "hostile":
        assert HOSTILE in page.tab.locator(SHOWN).inner_text()
    assert page.tab.locator("img").count() == 0
    assert page.complaints == []


@pytest.mark.parametrize("lang", ["nl", "en"])
@pytest.mark.parametrize("name", BOTH)
def test_the_accessibility_check_has_no_serious_finding(open_page, name, lang):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(name)
    if page.tab.evaluate("document.documentElement.lang") != lang:
        page.tab.locator(".switch:visible").click()
    assert serious(Axe(), page) == []


def test_the_accessibility_check_finds_a_button_without_a_name(open_page):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page("hostile")
    page.tab.evaluate("document.querySelector('.content:not([hidden]) main').append(document.createElement('button'))")
    assert len(serious(Axe(), page)) == 1


def serious(axe, page) -> list[str]:
    """The serious findings of the check, with the first place of each."""
    return [
        f"{own['id']}: {own['help']}: {own['nodes'][0]['html'][:120]}"
        for own in axe.run(page.tab).response["violations"]
        if own["impact"] in ("serious", "critical")
    ]


def test_a_narrow_screen_scrolls_down_only(open_page):
    page = open_page("national", width=360)
    assert page.tab.evaluate("document.documentElement.scrollWidth") <= 360
    page.picture("national-narrow")


def test_paper_has_the_charts_and_no_controls(open_page):
    page = open_page("national")
    page.tab.emulate_media(media="print")
    assert page.tab.locator(f"{SHOWN} .drawing > svg").first.is_visible()
    for control in (".switch", "nav", ".reader", "summary"):
        assert not page.tab.locator(f"{SHOWN} {control}").first.is_visible()
    page.picture("national-print", full_page=True)


def test_without_a_script_everything_can_still_be_read(open_page):
    page = open_page("national", java_script_enabled=False)
    assert page.tab.get_by_role("heading", name="In het kort").is_visible()
    assert page.tab.locator(f"{SHOWN} .drawing > svg").first.is_visible()


def test_a_link_of_the_control_tower_keeps_the_language(open_page):
    page = open_page("tower")
    page.tab.get_by_role("button", name="English").click()
    page.tab.get_by_role("link", name="Den Bosch").click()
    page.tab.wait_for_url("**/den-bosch.html#en-top", wait_until="load")
    assert page.tab.evaluate("document.documentElement.lang") == "en"
    assert page.tab.get_by_role("heading", name="Den Bosch", level=1).is_visible()
    page.picture("tower-location", full_page=True)
    page.tab.get_by_role("link", name="Control tower").click()
    page.tab.wait_for_url("**/index.html#en-top", wait_until="load")
    assert page.tab.evaluate("document.documentElement.lang") == "en"
    assert page.complaints == []


@pytest.mark.parametrize("name", ["tower", "publication", "compared"])
def test_the_other_pages_open_and_have_no_serious_finding(open_page, name):
    from axe_playwright_python.sync_playwright import Axe

    page = open_page(name)
    assert serious(Axe(), page) == []
    assert page.complaints == []
    assert page.requests == [page.tab.url]
    page.picture(f"{name}-whole", full_page=True)
