import os

import pytest

from planner.errors import InputError
from planner.files.whole_file import write_whole


def test_a_file_is_there_whole_and_nothing_beside_it(tmp_path):
    write_whole(tmp_path / "new" / "page.html", b"text")
    assert [(path.name, path.read_bytes()) for path in (tmp_path / "new").iterdir()] == [("page.html", b"text")]


def test_a_file_that_is_there_is_not_written_over(tmp_path):
    (tmp_path / "page.html").write_bytes(b"mine")
    with pytest.raises(InputError, match="E141"):
        write_whole(tmp_path / "page.html", b"other")
    assert (tmp_path / "page.html").read_bytes() == b"mine"


def test_nothing_is_left_of_a_file_that_could_not_be_finished(tmp_path, monkeypatch):
    def full(_descriptor):
        raise OSError("no space left")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="no space left"):
        write_whole(tmp_path / "page.html", b"text")
    assert list(tmp_path.iterdir()) == []
