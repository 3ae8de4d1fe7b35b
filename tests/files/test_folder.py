"""What can be wrong with a folder, beyond what a repository can hold."""

import os

import pytest

from planner.files.instance import check_instance
from planner.files.text_file import LARGEST
from tests.files.folders import base


def codes(folder):
    return [(problem.file, problem.code) for problem in check_instance(folder).problems]


def test_a_folder_that_is_not_there(tmp_path):
    assert codes(tmp_path / "nowhere") == [(str(tmp_path / "nowhere"), "E101")]


def test_a_file_instead_of_a_folder(tmp_path):
    path = tmp_path / "instance.csv"
    path.touch()
    assert codes(path) == [(str(path), "E101")]


def test_a_folder_instead_of_a_file(tmp_path):
    folder = base(tmp_path)
    (folder / "stock.csv").unlink()
    (folder / "stock.csv").mkdir()
    assert codes(folder) == [("stock.csv", "E104")]


def test_a_pipe_is_not_waited_for(tmp_path):
    folder = base(tmp_path)
    (folder / "stock.csv").unlink()
    os.mkfifo(folder / "stock.csv")
    assert codes(folder) == [("stock.csv", "E104")]


@pytest.mark.parametrize("link_to", ["/etc/hostname", "../outside.csv"])
def test_a_link_out_of_the_folder_is_not_followed(tmp_path, link_to):
    folder = base(tmp_path)
    (folder / "stock.csv").rename(tmp_path / "outside.csv")
    (folder / "stock.csv").symlink_to(link_to)
    assert codes(folder) == [("stock.csv", "E105")]


def test_a_link_to_nothing(tmp_path):
    folder = base(tmp_path)
    (folder / "season.csv").unlink()
    (folder / "season.csv").symlink_to("summer.csv")
    assert codes(folder) == [("season.csv", "E104")]


def test_a_link_in_a_circle(tmp_path):
    folder = base(tmp_path)
    (folder / "season.csv").unlink()
    (folder / "season.csv").symlink_to("season.csv")
    assert codes(folder) == [("season.csv", "E104")]


def test_a_link_within_the_folder_and_to_the_folder_is_read(tmp_path):
    folder = base(tmp_path)
    (folder / "tables").mkdir()
    (folder / "stock.csv").rename(folder / "tables" / "stock.csv")
    (folder / "stock.csv").symlink_to("tables/stock.csv")
    (tmp_path / "linked").symlink_to(folder)
    assert codes(tmp_path / "linked") == []


def test_a_file_over_the_limit_is_not_read(tmp_path):
    folder = base(tmp_path)
    os.truncate(folder / "stock.csv", LARGEST + 1)
    assert codes(folder) == [("stock.csv", "E106")]


def test_other_files_are_left_alone(tmp_path):
    folder = base(tmp_path)
    for name in ("README.md", "datapackage.json", "optimum.toml", "~$stock.xlsx"):
        (folder / name).write_bytes(b"\0")
    assert codes(folder) == []
