"""The performance profile."""

from xml.etree import ElementTree

from benchmarks.pictures import profile, profile_svg

SECONDS = {"fast": {"a": 1.0, "b": 2.0, "c": None}, "slow": {"a": 10.0, "b": 2.0, "c": None}}


def test_a_step_is_times_the_fastest_and_the_share_reached():
    """Of three cases nobody reached c, so two thirds is the most."""
    assert profile(SECONDS) == {"fast": [(1.0, 1 / 3), (1.0, 2 / 3)], "slow": [(1.0, 1 / 3), (10.0, 2 / 3)]}


def test_the_picture_is_whole_and_names_every_way():
    picture = profile_svg("Time & gap", profile(SECONDS))
    ElementTree.fromstring(picture)
    assert "Time &amp; gap" in picture
    assert all(f">{way}: 67%" in picture for way in SECONDS)
