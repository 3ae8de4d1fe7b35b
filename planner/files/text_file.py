"""A file of an instance as text: found, inside the folder, of a bearable size, in a known encoding."""

from __future__ import annotations

import codecs
from pathlib import Path

from planner.files.codes import Code
from planner.files.findings import Findings
from planner.files.place import Place

LARGEST = 50 * 1024 * 1024
"""Bytes that one file may have."""

WINDOWS = "cp1252"

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_SAVE_AS_UTF8 = "In Excel: save as CSV UTF-8."


def read_text(folder: Path, name: str, findings: Findings, doubts: Findings) -> str | None:
    """The text of a file that is there, without byte order mark; None when it cannot be used."""
    content = _bytes(folder, name, findings)
    if content is None:
        return None
    text = _decoded(content, name, findings, doubts)
    if text is None:
        return None
    if "\0" in text:
        line = text[: text.index("\0")].count("\n") + 1
        findings.add(Place(name, line).problem("", Code.NUL_BYTE, "a NUL byte", "text", _SAVE_AS_UTF8))
        return None
    return text


def _bytes(folder: Path, name: str, findings: Findings) -> bytes | None:
    place = Place(name)
    path = folder / name
    try:
        if not path.resolve().is_relative_to(folder.resolve()):
            findings.add(place.problem("", Code.LINK_OUTSIDE, "a link", "a file inside the instance's folder"))
            return None
        if not path.is_file():
            findings.add(place.problem("", Code.FILE_UNREADABLE, "something else", "a plain file"))
            return None
        size = path.stat().st_size
        if size > LARGEST:
            findings.add(place.problem("", Code.FILE_TOO_LARGE, f"{size} bytes", f"at most {LARGEST} bytes"))
            return None
        return path.read_bytes()
    except (OSError, RuntimeError) as error:
        words = error.strerror if isinstance(error, OSError) and error.strerror else "no way to open it"
        findings.add(place.problem("", Code.FILE_UNREADABLE, words, "a file that can be read"))
        return None


def _decoded(content: bytes, name: str, findings: Findings, doubts: Findings) -> str | None:
    """As the byte order mark says; without one UTF-8, or else Windows-1252, which older spreadsheets write."""
    fault = None
    for encoding in _encodings(content):
        try:
            text = content.decode(encoding)
        except UnicodeDecodeError as error:
            fault = error
            continue
        if encoding == WINDOWS:
            doubts.add(Place(name).problem("", Code.READ_AS_CP1252, "Windows-1252", "UTF-8", _SAVE_AS_UTF8))
        return text
    if fault:
        line = content[: fault.start].count(b"\n") + 1
        byte = f"byte {content[fault.start]:#04x}"
        findings.add(Place(name, line).problem("", Code.ENCODING, byte, "text in UTF-8", _SAVE_AS_UTF8))
    return None


def _encodings(content: bytes) -> tuple[str, ...]:
    if content.startswith(_UTF16):
        return ("utf-16",)
    return ("utf-8-sig",) if content.startswith(codecs.BOM_UTF8) else ("utf-8", WINDOWS)
