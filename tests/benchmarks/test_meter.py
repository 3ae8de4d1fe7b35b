"""What a piece of work takes."""

import numpy as np

from benchmarks.children.meter import Meter


def test_memory_that_is_given_back_counts_all_the_same():
    with Meter() as meter:
        own = np.ones(8 * 2**20)  # 64 MiB
        del own
    assert 60 <= meter.added_mib < 100


def test_a_lap_counts_from_the_one_before():
    with Meter() as meter:
        laps = [meter.lap() for _ in range(3)]
    assert all(lap >= 0 for lap in laps)
