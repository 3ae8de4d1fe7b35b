"""Partners in the chain of ind-2026, and what decisions bring them."""

from __future__ import annotations

from instances.builders.lines import barred

# Per cent: decisions that grant, refusals that are appealed, refusals that come to the return service.
OUTCOMES = barred("""
streams    | grant | appeal | return | reason
O1         | 30    | 75     | 50     | its category
O2         | 20    | 75     | 50     | its category
O3         | 85    | 60     | 50     | its category
O4         | 55    | 80     | 50     | its category
O5 O5c     | 15    | 70     | 50     | its category
O6         | 65    | 60     | 50     | its category
O7         | 1     | 60     | 50     | its category
O8 N1      | 0     | 80     | 28     | transfers, of which 2,245 followed on 7,986 requests in 2024
O9         | 2     | 65     | 50     | its category
N2         | 0     | 75     | 50     | inadmissible is no grant; appeals as in other refusals
N3 N4a     | 8     | 75     | 50     | accelerated; appeals as in the old category most like it
N3s        | 1     | 60     | 50     | as the old cases from safe countries
N3n        | 2     | 65     | 50     | as the old nuisance cases
N4 N4e N4f | 60    | 75     | 50     | normal; appeals as in the old category most like it
N5         | 10    | 75     | 50     | border; appeals as in the old category most like it
N6         | 65    | 60     | 50     | minors
N7         | 15    | 70     | 50     | repeated; appeals as in the old category most like it
""")
OUTCOME_SOURCE = (
    "Assumption: grants and appeals by category, since those of 2023 are no guide after the policies of 2024 and 2025 "
    "({reason}); the share that comes to the return service is assumed too, half unless said otherwise"
)
CHAIN = barred("""
partner             | unit                              | signal | cap | euro | reason
courts              | appeals lodged in a week          | 450    | 550 | 518  | 450 asylum appeals a week are a signal and 550 a hard peak, for the whole country
returns             | people who come to the return service in a week | 300 |  | 518 | signal of 300 a week
housing             | grants that need a home in a week | 350    |     | 518  | municipalities and reception can smooth at most 350 grants a week
family              | applications for family reunification in a week | | | 0   | no signal value was found; for information
legal-aid           | hearings and refusals with a lawyer in a week | | | 0 | no signal value was found; for information
reception           | people without a first decision at the end of the week | | | 0 | EUR 74 a day counts in the aim itself, as waiting; no signal value was found
""")  # noqa: E501
CHAIN_SOURCE = (
    "Assumption: {reason}; above a signal each one is taken to wait a week longer in reception, 7 x EUR 74 (COA 2022, "
    "EUR 27,100 per regular place and year)"
)
CHAIN_LOADS = barred("""
partner   | driver | factor | lag_weeks | reason
courts    | appeal | 1      | 4         | an appeal is lodged within four weeks
returns   | return | 1      | 8         | a refused person comes to the return service when the term for leaving is over
housing   | grant  | 1      | 0         | a grant counts in its own week
legal-aid | hearing | 1     | 0         | a lawyer is there for each hearing
legal-aid | refusal | 1     | 0         | a lawyer reads each refusal and advises on an appeal
family    | grant  | 0.4    | 26        | 0.8 applications for each person granted after 6 to 12 months, half of them after 6
family    | grant  | 0.4    | 52        | 0.8 applications for each person granted after 6 to 12 months, half of them after 12
reception | open   | 1      | 0         | everybody without a first decision is in reception
""")  # noqa: E501
