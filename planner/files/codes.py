"""The codes of all problems. A code is stable: tests, translations and scripts depend on it, not on words."""

from __future__ import annotations

from enum import StrEnum
from typing import Self


class Code(StrEnum):
    """E1 structure, E2 one cell, E3 keys and references, E4 meaning across tables, W5 a doubt, E6 forecasts."""

    meaning: str

    def __new__(cls, code: str, meaning: str) -> Self:
        """A member is its code; what it means stands beside it."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member

    NOT_A_FOLDER = "E101", "the instance is not there, or is not a folder"
    FILE_MISSING = "E102", "a file that every instance has is not there"
    FILE_UNKNOWN = "E103", "a CSV or TOML file in the folder is not part of an instance"
    FILE_UNREADABLE = "E104", "a file cannot be opened, or is not a plain file"
    LINK_OUTSIDE = "E105", "a link leads to a file outside the instance's folder"
    FILE_TOO_LARGE = "E106", "a file is larger than the limit"
    ENCODING = "E107", "the bytes of a file are not text in a known encoding"
    NUL_BYTE = "E108", "a file holds a NUL byte"
    NO_HEADER = "E109", "a table has no header line"
    QUOTES = "E110", "the quotes of a CSV file do not match, or a cell is far too long"
    COLUMN_UNKNOWN = "E111", "the table has no column of that name"
    COLUMN_MISSING = "E112", "a column without a default is not there"
    COLUMN_TWICE = "E113", "a column stands there twice"
    CELL_COUNT = "E114", "a line has more or fewer cells than the header"
    COLUMN_PERSONAL = "E115", "a column looks like data about persons, which never enter an instance"
    TABLE_EMPTY = "E116", "a table that must have rows has none"
    TOML_SYNTAX = "E121", "a TOML file is not valid TOML"
    KEY_UNKNOWN = "E122", "a TOML file has a key that it should not have"
    KEY_MISSING = "E123", "a TOML file lacks a key that it should have"
    VALUE_TYPE = "E124", "a value in a TOML file is of another type than its key asks for"
    SCENARIO_MISSING = "E131", "there is no scenario of that name"
    NO_ROW_MATCHED = "E132", "a change of a scenario matches no row"
    NOT_A_FIGURE = "E133", "a scenario multiplies or adds to a column that holds no figures"
    TARGET_EXISTS = "E141", "the folder to be written is there already"
    MORE = "E199", "a file has more problems than are shown"

    CELL_EMPTY = "E201", "an empty cell in a column without a default"
    NOT_A_NUMBER = "E202", "not a number"
    NUMBER_MARKS = "E203", "a thousands mark, or the decimal mark of another language"
    NOT_WHOLE = "E204", "a fraction where a whole number is asked"
    OUTSIDE_LIMITS = "E205", "a number outside the limits of its column"
    NOT_A_DATE = "E206", "not a date"
    NOT_A_WEEK = "E207", "not an ISO week, or a week 53 in a year that has none"
    NOT_A_CHOICE = "E208", "not one of the words that the column takes"
    NOT_A_TERM = "E209", "not a term in days, weeks or months"
    NOT_YES_OR_NO = "E210", "neither yes nor no"
    LABEL_CHARACTERS = "E211", "a label with characters that a label cannot have"
    TOO_LONG = "E212", "a label or text that is too long"
    FORMULA = "E213", "a cell that a spreadsheet would take for a formula"
    PERSONAL_NUMBER = "E214", "a number that may be a citizen service number (BSN)"
    CONTROL_CHARACTER = "E215", "a text with a control character"

    KEY_TWICE = "E301", "two rows with the same key"
    REFERENCE = "E302", "a label that the table it refers to does not have"
    LABEL_ALL = "E303", "the word all as a label, where tables say all for every one of them"

    DATE_ORDER = "E401", "the dates of the instance are not in order"
    CLEARANCE_EARLY = "E402", "no whole week of the horizon has ended on the clearance date"
    PERIOD_REVERSED = "E403", "a period ends before it begins"
    PERIODS_OVERLAP = "E404", "two periods of the same thing overlap"
    CALENDAR_GAP = "E405", "weeks of the horizon are not in the calendar"
    NO_DECISION_STAGE = "E406", "a stream has no decision stage"
    STAGE_LACKING = "E407", "a row is about a stage that its stream does not have"
    STOCK_LODGED_LATE = "E408", "stock was lodged on or after the first day of the horizon"
    INFLOW_OF_OLD = "E409", "inflow for a stream of old cases"
    INFLOW_EARLY = "E410", "inflow before the horizon"
    SEASON_INCOMPLETE = "E411", "a season has no weight for the quarters of an inflow period"
    WITHDRAWAL_WITHOUT_STOCK = "E412", "withdrawals from stock where no stock waits for preparation"
    WITHDRAWAL_OUTSIDE = "E413", "withdrawals from stock outside the horizon"
    WITHDRAWAL_TOTAL = "E414", "more than the whole stock of a stream is withdrawn"
    CONVERSION_FINENESS = "E415", "the share of a conversion is finer than a hundredth of a per cent"
    CONVERSION_TOTAL = "E416", "more than all cases that finish a stage go over"
    CONVERSION_CYCLE = "E417", "cases would come back to a stream that they left"
    CONVERSION_REGIME = "E418", "cases would go over between old, pact and other"
    HEARING_LACKING = "E419", "a stream must be heard in time but has no hearing stage"
    NO_PACT_CASE_COUNTS = "E420", "a stream of other cases than Pact cases counts towards the guaranteed volume"
    LANGUAGE_TOTAL = "E421", "the language shares of a stream do not add up to 1"
    STAFF_NEGATIVE = "E422", "more people go than are there"
    TEAM_SIZE = "E461", "a team may have fewer people than it must have"
    COURSE_WITHOUT_START = "E423", "a course does not say what holds from its first week"
    INTAKE_TO_ITSELF = "E424", "people would be retrained or moved to where they are"

    WRITTEN_ENQUIRY = "E431", "a written enquiry without its hours, or at another stage than the hearing"
    PREPARATION_LACKING = "E432", "a stream must be screened in time but has no preparation stage"
    BEDS_WITHOUT_STAY = "E433", "beds without the weeks of a stay, or a stay without beds"
    COMPETING_LANE = "E445", "competing demand has a lane, or a time for hearing or screening"
    CAP_ON_OPEN = "E444", "a limit on what open cases bring, which no plan can keep for sure"
    COURT_ABOVE_STOCK = "E443", "more cases with a date set by a court than wait for the stage"
    START_OUTSIDE = "E441", "a date of the start group is outside the horizon"
    START_WITHOUT_STOCK = "E442", "a stream of the start group has no opening stock"

    READ_AS_CP1252 = "W501", "the file is not UTF-8 and was read as Windows-1252"
    HOURS_UNIT = "W502", "the hours of a stage look like minutes or days"
    STAFF_ABOVE_ROOMS = "W503", "the staff who can only hear have far more hours than the rooms"
    SHORT_RUN_OUT = "W504", "the horizon ends sooner after the clearance date than the longest Pact term"
    HOURS_BALANCE = "W505", "the hours needed and the hours there are wildly apart"
    NOBODY_CAN = "W506", "nobody can do the work of a stage"
    STREAM_UNUSED = "W507", "a stream has no stock and no cases ever enter it"
    NO_TERM = "W508", "a Pact stream has no term, so its cases are never late"
    ROW_WITHOUT_EFFECT = "W509", "a row that changes nothing"
    GUARANTEE_WITHOUT_STREAMS = "W510", "there is a guaranteed volume but no stream counts towards it"
    FEW_PEOPLE = "W511", "so few people that their figures may be about persons"
    NO_LANGUAGE = "W512", "the hearings of a stream need no interpreter, while those of others do"
    ABOVE_CEILING = "W513", "more people are in service than their ceiling allows, even when nobody is taken on"

    EDITION_MISSING = "E601", "the forecast has no inflow of that edition"
    EDITION_DATES = "E602", "one edition of a forecast has two dates"
    FORECAST_YEAR = "E603", "a period of a forecast begins in another year than its row says"
    FORECAST_GAP = "E604", "a scenario of a forecast lacks a stream or year that another one has"
