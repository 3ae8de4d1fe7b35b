"""Folders to values and back; every input problem is reported at once, with file, line, column and code."""
