"""Interpreters of ind-2026, and the streams that need them."""

from __future__ import annotations

from instances.builders.lines import barred

POOLS = barred("""
language   | slots
tigrinya   | 90
arabic     | 260
turkish    | 80
dari-farsi | 110
somali     | 60
other      | 300
""")
SLOT_HOURS = 8
POOL_SOURCE = "Assumption: {slots} of 900 interpreter days a week, of 8 hearing hours each; real figures not found"

LANGUAGES = barred("""
streams    | tigrinya | arabic | turkish | dari-farsi | somali | other | reason
O1         |          | 0.90   |         |            |        | 0.10  | Syrians, a tenth of them in Kurdish or Armenian
O2         |          | 0.25   | 0.15    | 0.05       | 0.10   | 0.45  | many nationalities with few grants
O3         | 0.50     | 0.25   |         | 0.15       |        | 0.10  | Eritrea, Sudan, parts of Yemen and Afghanistan
O4         |          | 0.15   | 0.20    | 0.30       | 0.05   | 0.30  | Turkiye, Iran, Iraq and others
O5 O5c N7  |          | 0.25   | 0.05    | 0.25       | 0.10   | 0.35  | repeated applications, of nationalities that have been here long
O6 N6      | 0.35     | 0.30   |         | 0.10       | 0.10   | 0.15  | minors, in 2025 above all from Eritrea and Syria
O7 N3s     |          | 0.50   |         |            |        | 0.50  | half from North Africa
O9 N3n     |          | 0.80   |         |            |        | 0.20  | mostly from North Africa
O8 N1 N2   | 0.13     | 0.27   | 0.09    | 0.10       | 0.07   | 0.34  | as all applicants: in 2025 Syria 14 %, Eritrea 13 %, Iraq 2 %
N3         |          | 0.25   | 0.10    |            | 0.05   | 0.60  | many nationalities with few grants
N4 N4e N4f | 0.15     | 0.20   | 0.08    | 0.15       | 0.10   | 0.32  | as all applicants, less those of the accelerated procedure
N5         |          | 0.15   | 0.15    | 0.05       | 0.05   | 0.60  | arrivals by air, from everywhere
""")  # noqa: E501
LANGUAGE_SOURCE = "Assumption: {reason}"
