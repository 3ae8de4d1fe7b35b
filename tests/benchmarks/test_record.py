"""A result is kept at once, and what is there for a commit is not made again."""

import json

import pytest

from benchmarks.record import Case, Sitting, measure, missing, read


def case(name, repeats=1, **more):
    return Case("build", name, lambda: {"cpu": 1.0}, repeats, **more)


def line(name, repeat=0, commit="a"):
    return {"case": name, "repeat": repeat, "commit": commit}


def names(found):
    return [(repeat, own.name) for repeat, own in found]


def test_every_case_is_measured_once_before_any_is_measured_again():
    assert names(missing([case("one", 2), case("two", 2)], [], "a")) == [(0, "one"), (0, "two"), (1, "one"), (1, "two")]


def test_a_result_of_the_commit_is_skipped_and_one_of_another_commit_is_not():
    own = [case("one"), case("two")]
    assert names(missing(own, [line("one"), line("two", commit="b")], "a")) == [(0, "two")]


def test_a_result_that_less_time_cut_off_is_made_again():
    cut, done = line("one") | {"cap": 60, "seconds": 61}, line("two") | {"cap": 60, "seconds": 12}
    own = [case("one", cap=900), case("two", cap=900)]
    assert names(missing(own, [cut, done], "a")) == [(0, "one")]
    assert missing([case("one", cap=30)], [cut], "a") == []


def test_the_yardstick_is_measured_again_in_a_sitting_that_measures_anything():
    own = [case("reference", always=True), case("one"), case("two")]
    there = [line("reference"), line("one")]
    assert names(missing(own, there, "a")) == [(0, "reference"), (0, "two")]


def test_nothing_is_measured_when_everything_is_there():
    own = [case("reference", always=True), case("one")]
    assert missing(own, [line("one")], "a") == []


def test_a_broken_off_sitting_goes_on_where_it_was(tmp_path):
    file, calls = tmp_path / "build.jsonl", []

    def run():
        calls.append(1)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return {"cpu": 2.5}

    own = [Case("build", name, run) for name in ("one", "two")]
    with pytest.raises(KeyboardInterrupt):
        measure(own, file, Sitting("first", "a"))
    assert [found["case"] for found in read(file)] == ["one"]
    measure(own, file, Sitting("second", "a"))
    assert [(found["case"], found["sitting"]) for found in read(file)] == [("one", "first"), ("two", "second")]


def test_a_line_says_what_made_it(tmp_path):
    file = tmp_path / "build.jsonl"
    measure([case("one")], file, Sitting("now", "abc"))
    found = json.loads(file.read_text())
    assert {"case": "one", "repeat": 0, "commit": "abc", "sitting": "now", "cpu": 1.0}.items() <= found.items()
    assert {"at", "cores", "load", "python", "numpy", "ortools"} <= found.keys()


def test_a_line_that_was_cut_off_is_left_out(tmp_path):
    file = tmp_path / "build.jsonl"
    file.write_text('{"case": "one"}\n{"case": "tw')
    assert read(file) == [{"case": "one"}]
    assert read(tmp_path / "none.jsonl") == []
