"""Whatever the bytes of a file, the reader gives an instance or problems, never another error."""

import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from planner.errors import InputError
from planner.files.instance import check_instance, read_instance
from tests.files.folders import BASE

FILES = sorted(str(path.relative_to(BASE)) for path in BASE.rglob("*") if path.is_file())
TOKENS = [
    b"\0", b'"', b"'", b",", b";", b"\t", b"\n", b"\r", b"\r\n", b"\\", b"\xff", b"\xc3", b"\xef\xbb\xbf", b"\xff\xfe",
    b"=", b"-", b"+", b"1e999", b"nan", b"inf", b"-1", b"0", b"999999999", b"9" * 30, b"0001-01-01", b"2199-12-31",
    b"2028-02-29", b"2026-W53", b"2199-W52", b"all", b"old", b"new", b"[", b"]", b"[[change]]\n", b"[dates]\n", b"{}",
    b"[" * 2000, b'"""', b"#", b"999m", b"x" * 200_000,
]  # fmt: skip

edits = st.lists(
    st.tuples(
        st.sampled_from(FILES),
        st.floats(0, 1),
        st.integers(0, 30),
        st.one_of(st.sampled_from(TOKENS), st.binary(max_size=6)),
    ),
    min_size=1,
    max_size=3,
)
"""In a file, at a share of its length, so many bytes make place for others."""


def check_edited(folder, changes):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(BASE, folder)
    for name, where, gone, new in changes:
        content = (folder / name).read_bytes()
        start = int(where * len(content))
        (folder / name).write_bytes(content[:start] + new + content[start + gone :])
    checked = check_instance(folder, "busy")
    if checked.instance:
        assert read_instance(folder, "busy") == checked.instance
    else:
        with pytest.raises(InputError) as raised:
            read_instance(folder, "busy")
        assert raised.value.problems == list(checked.problems)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=edits)
def test_changed_bytes_never_crash_the_reader(tmp_path, changes):
    check_edited(tmp_path / "instance", changes)


@pytest.mark.slow
@settings(max_examples=10_000, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(changes=edits)
def test_many_changed_bytes_never_crash_the_reader(tmp_path, changes):
    check_edited(tmp_path / "instance", changes)
