from planner.domain.run_table import RunTable, columns_of
from planner.evaluation.curves import curves


def table(name, *rows):
    return RunTable(name, columns_of(name), rows)


def test_cases_are_old_by_their_stream_whatever_part_of_it():
    streams = table(
        "streams",
        ("2026-W24", "O1", "any", "4", "0", "2", "0", "0", "0", "8", "0"),
        ("2026-W24", "O1!", "any", "4", "0", "1", "0", "0", "0", "3", "0"),
        ("2026-W25", "N1+", "any", "4", "0", "4", "0", "0", "0", "5", "0"),
    )
    workforce = table(
        "workforce",
        ("2026-W24", "north", "officers", "2", "2", "10", "7", "0", "3"),
        ("2026-W25", "north", "officers", "2", "2", "10", "6", "0", "4"),
    )
    found = curves({"streams": streams, "workforce": workforce, "deadlines": table("deadlines")}, {"O1"})
    assert found["old_open"] == {"2026-W24": 11.0, "2026-W25": 0.0}
    assert found["other_open"] == {"2026-W24": 0.0, "2026-W25": 5.0}
    assert found["decided"] == {"2026-W24": 3.0, "2026-W25": 4.0}
    assert found["staff_days"] == {"2026-W24": 7.0, "2026-W25": 6.0}
    assert found["late"] == {"2026-W24": 0.0, "2026-W25": 0.0}
