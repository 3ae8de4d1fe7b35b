"""Offices of ind-2026, the people at each, and which streams are at home there."""

from __future__ import annotations

from instances.builders.lines import barred

# People who hear or decide: rows add up to each location's share of 900, columns to 30, 40 and 30 %.
PLACES = barred("""
location  | name      | rooms | per_cent | hearing | decision | hearing-and-decision | specialist | child-certified | preparation
ter-apel  | Ter Apel  | 40    | 20       | 70      | 80       | 22                   | 0          | 8               | 23
budel     | Budel     | 30    | 14       | 51      | 58       | 17                   | 0          | 0               | 16
den-bosch | Den Bosch | 35    | 20       | 46      | 70       | 15                   | 24         | 25              | 23
zevenaar  | Zevenaar  | 30    | 14       | 39      | 54       | 13                   | 20         | 0               | 16
schiphol  | Schiphol  | 15    | 6        | 16      | 22       | 16                   | 0          | 0               | 7
arnhem    | Arnhem    | 20    | 10       | 19      | 33       | 6                    | 20         | 12              | 12
zwolle    | Zwolle    | 15    | 8        | 0       | 10       | 0                    | 62         | 0               | 9
utrecht   | Utrecht   | 15    | 8        | 29      | 33       | 10                   | 0          | 0               | 9
""")  # noqa: E501

ROOM_HOURS = 45
ROOMS_SOURCE = "Assumption: rooms chosen to go with the staff (real figures not found), each in use 9 hours a day"
BEDS_PER_ROOM, STAY_WEEKS = 8, 2
WITHOUT_BEDS = ("schiphol", "zwolle")
BEDS_SOURCE = (
    "; process beds: no figures found, 8 for each room, since four people a week are heard in it (10 hours each, "
    "no-show included) and stay two weeks around it, rest and preparation (6 days) included"
)

# Where the hearings and decisions of a stream are made; preparation is file work and done anywhere.
WHERE = barred("""
location  | streams                                         | reason
ter-apel  | O7 O8 O9 N1 N2 N3 N3s N3n N4 N4e N4f N4a N6 N7  | registers all land arrivals: every new procedure but the border, Dublin and fast lanes
budel     | O1 O2 O3 O7 O8 O9 N3 N3s N3n N4 N4e N4f N4a     | ordinary old cases, Dublin, fast lanes, accelerated and normal
den-bosch | O1 O2 O3 O4 O5 O5c O6 N3 N4 N4e N4f N4a N6      | old cases, accelerated and normal, minors
zevenaar  | O1 O2 O3 O4 O5 O5c N4 N4e N4f N4a F1            | old cases, normal and its part of family reunification
schiphol  | O8 N5                                           | closed centre: border procedure and Dublin, no general old cases
arnhem    | O1 O2 O3 O4 O5 O5c O6 N4 N4e N4f N4a            | old cases, minors and normal (its part in asylum work is not confirmed)
zwolle    | O4 O5 O5c                                       | decisions only, extended assessment and repeated (its part in asylum work is not confirmed)
utrecht   | O1 O2 O3 N3 N4 N4e N4f N4a                      | ordinary old cases, accelerated and normal
""")  # noqa: E501
DECISIONS_ONLY = ("zwolle",)
PERSONAL_INVITATION = {"budel": 0.6}
INVITATION_SOURCE = (
    "; no-show assumed 40 % lower by the personal invitation of the Budel method (figure not found, range 0 to 60 %)"
)

PREPARED_SOURCE = "Assumption: preparation is file work, done anywhere"
