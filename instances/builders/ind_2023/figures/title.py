"""What ind-2023 says of itself."""

from __future__ import annotations

TITLE = "IND, hearing and deciding from 1 May 2023 (looking back; partly synthetic, not IND data)"
COUNTING_UNIT = (
    "one case as the IND counts its stock and production by track: first and repeated applications in tracks 1, 2 and "
    "4; family reunification and resettlement not; withdrawals are counted apart"
)
DESCRIPTION = (
    "Looking back at a year that is known; partly synthetic, not IND data. Stock of 30 April 2023 by track, agreed "
    "production, terms and the special project are published figures. Their split by category and age, hours, staff, "
    "rooms and places are planning assumptions, each marked as such with its reason. Here old means open on 30 April "
    "2023, pact means lodged later (and fast lanes, old and new alike); the clearance date is the day on which the "
    "last of the old cases is past 15 months."
)
LETTER = "Letter on the state of the IND, summer 2023"
