"""Changes single cells of a run's tables at random and counts what the audit refuses, hashes left out of account.

    python benchmarks/mutations.py RUN [--changes 500] [--seed 1]

Says how many of them were in each table, and which tables of the run are empty. Ends with 1 and names the changes when
the audit accepted any.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).parents[1]))

from planner.evaluation.audit import audit
from planner.files.run_folder import read_run
from tests.evaluation.mutations import some


def main() -> int:
    """Judges every changed run."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("run", type=Path)
    parser.add_argument("--changes", type=int, default=500)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    run = read_run(arguments.run)
    tables = dict(run.tables)
    if not audit(run.instance, run.policy, tables).passed:
        sys.stderr.write("The audit refuses the run as it is.\n")
        return 1
    start, accepted, made = perf_counter(), [], Counter[str]()
    for words, changed in some(tables, arguments.changes, arguments.seed):
        made[words.partition(",")[0]] += 1
        if audit(run.instance, run.policy, changed).passed:
            accepted.append(words)
    seconds = perf_counter() - start
    sys.stdout.write(f"{arguments.changes - len(accepted)} of {arguments.changes} changes refused in {seconds:.0f} s\n")
    sys.stdout.writelines(
        f"{made[name]:6}  {name}{'' if table.rows else ', empty'}\n" for name, table in tables.items()
    )
    sys.stdout.writelines(f"accepted: {words}\n" for words in accepted)
    return 1 if accepted else 0


if __name__ == "__main__":
    sys.exit(main())
