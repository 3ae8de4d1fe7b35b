"""Labels and texts that are safe to show, to sort by and to open in a spreadsheet; and no data about persons."""

from __future__ import annotations

import re
import unicodedata

from planner.files.codes import Code

LONGEST_LABEL = 64
LONGEST_TEXT = 2000

_LABEL_MARKS = frozenset(" -_./&()'")
_FORMULA_STARTS = ("=", "+", "-", "@", "\t")
_PERSONAL_WORDS = (
    "bsn",
    "burgerservicenummer",
    "sofinummer",
    "vnummer",
    "vnumber",
    "vreemdelingennummer",
    "geboorte",
    "birth",
    "voornaam",
    "achternaam",
    "familienaam",
    "geslachtsnaam",
    "firstname",
    "lastname",
    "surname",
    "familyname",
    "givenname",
    "personname",
    "nameofperson",
    "persoonsnaam",
    "naampersoon",
    "medewerker",
    "employee",
    "personeelsnummer",
    "paspoort",
    "passport",
    "email",
    "telefoon",
    "phonenumber",
)


class LabelFault(ValueError):
    """The label or text cannot be used."""

    def __init__(self, code: Code, expected: str, hint: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.expected = expected
        self.hint = hint


def checked_label(text: str) -> str:
    """The label in composed characters; raises LabelFault."""
    label = unicodedata.normalize("NFC", text)
    _refuse_formula(label)
    _refuse_long(label, LONGEST_LABEL)
    if not all(_label_character(char) for char in label):
        raise LabelFault(Code.LABEL_CHARACTERS, "letters, digits, spaces and - _ . / & ( ) ' only, on one line")
    _refuse_personal_number(label)
    return label


def checked_text(text: str) -> str:
    """The text, its line ends as one kind; raises LabelFault."""
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    _refuse_formula(plain)
    _refuse_long(plain, LONGEST_TEXT)
    if any(unicodedata.category(char) in ("Cc", "Cf", "Cs") and char not in "\n\t" for char in plain):
        raise LabelFault(Code.CONTROL_CHARACTER, "a text without control characters")
    _refuse_personal_number(plain)
    return plain


def looks_personal(column: str) -> bool:
    """Whether a column of that name would hold data about persons."""
    name = "".join(char for char in column.casefold() if char.isalnum())
    return any(word in name for word in _PERSONAL_WORDS)


def _label_character(char: str) -> bool:
    return (char.isascii() and char.isdigit()) or unicodedata.category(char)[0] == "L" or char in _LABEL_MARKS


def _refuse_formula(text: str) -> None:
    if text.startswith(_FORMULA_STARTS):
        raise LabelFault(Code.FORMULA, "a first character other than = + - @")


def _refuse_long(text: str, longest: int) -> None:
    if len(text) > longest:
        raise LabelFault(Code.TOO_LONG, f"at most {longest} characters")


def _refuse_personal_number(text: str) -> None:
    if any(_passes_eleven_test(word) for word in re.split(r"[\s,;:()]+", text)):
        raise LabelFault(Code.PERSONAL_NUMBER, "no numbers of persons", "It passes the 11-test of the Dutch BSN.")


def _passes_eleven_test(word: str) -> bool:
    if not re.fullmatch("[0-9]{9}", word) or word == "000000000":
        return False
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return sum(weight * int(digit) for weight, digit in zip(weights, word, strict=True)) % 11 == 0
