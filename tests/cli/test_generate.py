"""`planner generate` and `planner new`."""

import pytest

from planner.files.instance import check_instance
from tests.cli.run import INSTANCES, document, planner


def test_a_generated_instance_has_the_size_asked_for_and_no_problem(tmp_path):
    done = planner("generate", "--size", "S", "--seed", "5", "--weeks", "30", tmp_path / "own", "--json")
    assert done.returncode == 0
    assert document(done)["weeks"] == 30
    checked = check_instance(tmp_path / "own")
    assert (checked.problems, len(checked.instance.weeks), len(checked.instance.locations)) == ((), 30, 2)


def test_the_same_seed_gives_the_same_bytes(tmp_path):
    for name in ("one", "two"):
        planner("generate", "--size", "S", "--seed", "5", tmp_path / name)
    names = sorted(path.name for path in (tmp_path / "one").iterdir())
    assert names == sorted(path.name for path in (tmp_path / "two").iterdir())
    assert all((tmp_path / "one" / name).read_bytes() == (tmp_path / "two" / name).read_bytes() for name in names)


def test_a_new_instance_is_a_copy_that_checks(tmp_path):
    done = planner("new", tmp_path / "own", "--json")
    assert done.returncode == 0
    files = document(done)["files"]
    assert "scenarios/inflow-40.toml" in files
    source = INSTANCES / "ind-2026"
    assert all((tmp_path / "own" / name).read_bytes() == (source / name).read_bytes() for name in files)
    assert planner("check", tmp_path / "own", "--scenario", "inflow-40").returncode == 0


@pytest.mark.parametrize("verb", ["new", "generate"])
def test_an_existing_folder_is_never_written_over(verb, tmp_path):
    done = planner(verb, tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert not list(tmp_path.iterdir())


def test_an_unknown_name_gets_a_suggestion(tmp_path):
    done = planner("new", tmp_path / "own", "--from", "ind-2027")
    assert done.returncode == 2
    assert 'Did you mean "ind-2026"?' in done.stderr
