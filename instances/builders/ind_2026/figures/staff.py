"""People of ind-2026: groups, skills, support and the ceiling."""

from __future__ import annotations

from instances.builders.lines import barred

STAFF_SOURCE = (
    "Assumption: 900 people hear or decide, 30 % hearing, 40 % decision, 30 % both, with {per_cent} % of all at "
    "{name}; 9 % leave in a year (range 6 to 14 %)"
)
LEAVERS = 0.09
PREPARATION_SOURCE = (
    "Assumption: preparation needs 73 net full-time staff, at 70 % deployable and a tenth in reserve for the season "
    "115 people, over the locations as the others; 9 % leave in a year as of the others"
)
SUPPORT = {"ter-apel": 4, "budel": 3, "den-bosch": 4, "zevenaar": 3, "arnhem": 2, "utrecht": 2}
SUPPORT_SHARE, SUPPORTED = 0.1, ("N4", "N4e", "N4f", "N4a")
SUPPORT_STAFF_SOURCE = (
    "Assumption: a local support office (Bedrijfsbureau) where the normal procedure is decided; a tenth of its 196,000 "
    "hours a year is administration, for which 18 people have 17,400; those who leave are replaced at once"
)
SUPPORT_SOURCE = (
    "Assumption: a tenth of the hours of a decision in the normal procedure is administration that a support office "
    "can take over; begun there, where most is decided"
)

GROUPS = barred("""
group                | name                                   | stages           | besides_ordinary
preparation          | Preparation                            | preparation      |
hearing              | Hearing                                | hearing          |
decision             | Decision                               | decision         | F1
hearing-and-decision | Hearing and decision                   | hearing decision | F1
specialist           | Specialists of the extended assessment | hearing decision | O4
child-certified      | Certified to hear children             | hearing decision | O6 N6
support              | Support office                         |                  |
""")
SPECIAL = ("O4", "O6", "N6", "F1")
HOURS_PER_STAFF_DAY = 5.3
DEPLOYABLE_SHARE = {"preparation": 0.744, "support": 0.7}
OFFICERS_SHARE = 0.777
GROUP_SOURCE = "Assumption: 1,380 net hours a year (after leave and sickness) are 26.5 a week, over five days; {reason}"
SHARE_REASON = {
    "preparation": "70 % is left for cases of those in service, a newcomer of the 9 % a year costs 0.2 year (1.8 % in "
    "all) and court orders take 3.1 % in the mean: (0.70 / 0.982) + 0.031",
    "support": "70 % as of the others; training and court orders are not counted",
    "officers": "of 900 people 630 are there for cases, 70 %; newcomers for the 81 who leave in a year lack 0.5625 of "
    "a year each and take 0.15 of a mentor, 58 people in all, and duties take 2.9 % in the mean: 630 / 842 + 0.029. "
    "What is left out is ordinary training, meetings and quality",
}

CEILING = 900 + 115 + 18
CEILING_SOURCE = (
    "Assumption: the budget pays for the people in service on 12 June 2026 (900 who hear or decide, 115 for "
    "preparation, 18 for support) and no more"
)

SKILL_SOURCE = (
    "Assumption: who hears or decides may do so in every stream but the extended assessment (specialists) and minors "
    "(certified staff)"
)
PREPARING_SOURCE = "Assumption: preparation asks no knowledge of the category"
