"""A folder appears whole or not at all."""

import random
import subprocess
import sys
import time

import pytest

from planner.errors import InputError
from planner.files.whole_folder import PREFIX, whole_folder

FILES = 20
CONTENT = "a line of a table\n" * 2000
WRITER = f"""
import sys
from itertools import count
from pathlib import Path
from planner.files.whole_folder import whole_folder

print("ready", flush=True)
for number in count():
    with whole_folder(Path(sys.argv[1]) / f"run-{{number}}") as folder:
        for index in range({FILES}):
            (folder / f"table-{{index}}.csv").write_text({CONTENT[:18]!r} * 2000)
"""


def test_the_folder_gets_its_name_when_it_is_whole(tmp_path):
    with whole_folder(tmp_path / "runs" / "first") as folder:
        (folder / "plan.csv").write_text("week\n")
        (folder / "log").mkdir()
        assert folder.parent == tmp_path / "runs"
        assert not (tmp_path / "runs" / "first").exists()
    assert (tmp_path / "runs" / "first" / "plan.csv").read_text() == "week\n"
    assert [path.name for path in (tmp_path / "runs").iterdir()] == ["first"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt])
def test_nothing_is_left_of_a_folder_that_failed(tmp_path, error):
    def fail():
        with whole_folder(tmp_path / "run") as folder:
            (folder / "plan.csv").write_text("week\n")
            raise error

    with pytest.raises(error):
        fail()
    assert list(tmp_path.iterdir()) == []


def test_what_is_there_is_never_written_over(tmp_path):
    (tmp_path / "run").mkdir()
    with pytest.raises(InputError, match="E141"), whole_folder(tmp_path / "run"):
        raise AssertionError("the block must not begin")
    assert list((tmp_path / "run").iterdir()) == []


def test_what_came_there_meanwhile_is_not_written_over(tmp_path):
    with pytest.raises(InputError, match="E141"), whole_folder(tmp_path / "run"):
        (tmp_path / "run").mkdir()
    assert list((tmp_path / "run").iterdir()) == []
    assert [path.name for path in tmp_path.iterdir()] == ["run"]


def test_a_link_to_nowhere_is_in_the_way_too(tmp_path):
    (tmp_path / "run").symlink_to("nowhere")
    with pytest.raises(InputError, match="E141"), whole_folder(tmp_path / "run"):
        raise AssertionError("the block must not begin")


def test_a_folder_in_the_making_by_a_living_process_stays(tmp_path):
    with whole_folder(tmp_path / "first") as folder:
        with whole_folder(tmp_path / "second"):
            pass
        assert folder.exists()


def test_a_folder_of_another_machine_stays(tmp_path):
    other = tmp_path / f"{PREFIX}elsewhere-999999999-{'0' * 32}"
    other.mkdir()
    with whole_folder(tmp_path / "run"):
        pass
    assert other.exists()


def kill_while_writing(parent, seconds):
    """Kills a process that writes one folder after the other, after so many seconds."""
    with subprocess.Popen([sys.executable, "-c", WRITER, parent], stdout=subprocess.PIPE) as writer:
        writer.stdout.readline()
        time.sleep(seconds)
        writer.kill()


def check_no_half_folder(tmp_path, times):
    chance = random.Random(1)
    left = 0
    for number in range(times):
        parent = tmp_path / str(number)
        parent.mkdir()
        kill_while_writing(parent, chance.uniform(0.0, 0.1))
        runs = [path for path in parent.iterdir() if not path.name.startswith(PREFIX)]
        left += len(list(parent.iterdir())) - len(runs)
        for run in runs:
            assert [path.read_text() for path in run.iterdir()] == [CONTENT] * FILES
        with whole_folder(parent / "next"):
            pass
        assert not list(parent.glob(f"{PREFIX}*"))
    return left


def test_a_kill_leaves_no_half_folder(tmp_path):
    check_no_half_folder(tmp_path, 4)


@pytest.mark.slow
def test_many_kills_leave_no_half_folder(tmp_path):
    assert check_no_half_folder(tmp_path, 100) > 0, "some kill came while a folder was written"
