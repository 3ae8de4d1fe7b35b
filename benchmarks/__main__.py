"""Measures, reports, and says what got slower.

python -m benchmarks run [build peers instances growth resolve mondays kills] [--only TEXT ...] [--slow] [--cap SECONDS]
python -m benchmarks list
python -m benchmarks report
python -m benchmarks check
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.cases import PARTS, Folder, Limits, cases
from benchmarks.ratios import disagreements, slower
from benchmarks.record import RESULTS, Case, Sitting, measure, read
from benchmarks.report import write

GUARDED = ("build", "instances")
GUARD_REPEATS = 3


def main(words: list[str] | None = None) -> int:
    """Ends with 1 when something got slower, or when libraries do not agree."""
    arguments = _parsed(words)
    limits = Limits(arguments.cap, arguments.gap, arguments.repeats, arguments.keep, arguments.mondays)
    with tempfile.TemporaryDirectory() as place:
        folder = Folder(Path(place))
        if arguments.what == "list":
            for part in arguments.parts or PARTS:
                sys.stdout.writelines(
                    f"{part} {case.name}{' (slow)' if case.slow else ''}\n" for case in cases(part, folder, limits)
                )
        elif arguments.what == "run":
            for part in arguments.parts or PARTS:
                own = chosen(cases(part, folder, limits), arguments.only, slow=arguments.slow)
                measure(own, arguments.results / f"{part}.jsonl", Sitting.begin(part))
        elif arguments.what == "check":
            return _check(folder, limits, arguments.results)
    if arguments.what in ("run", "report"):
        sys.stdout.write(write(arguments.results))
        wrong = list(disagreements(read(arguments.results / "peers.jsonl")))
        sys.stderr.writelines(f"not the same optimum: {text}\n" for text in wrong)
        return 1 if wrong else 0
    return 0


def chosen(own: list[Case], only: list[str] | None, *, slow: bool) -> list[Case]:
    """The cases asked for, by their name or a part of it, slow ones when told so; and what every sitting measures.

    What is the name of a case stands for no other.
    """
    names = {case.name for case in own}

    def asked(name: str) -> bool:
        return not only or any(text == name if text in names else text in name for text in only)

    return [case for case in own if case.always or ((slow or not case.slow) and asked(case.name))]


def _check(folder: Folder, limits: Limits, results: Path) -> int:
    """Measures what is guarded once more and holds its ratios against those of the results."""
    found = []
    with tempfile.TemporaryDirectory() as place:
        for part in GUARDED:
            before = read(results / f"{part}.jsonl")
            if not before:
                sys.stderr.write(f"{part}: no results to hold it against\n")
                continue
            own = [case for case in cases(part, folder, Limits(limits.cap, limits.gap, GUARD_REPEATS)) if case.guard]
            file = Path(place) / f"{part}.jsonl"
            measure(own, file, Sitting.begin(part))
            found += slower(before, read(file))
    sys.stdout.writelines(f"{text}\n" for text in found)
    sys.stdout.write(f"{len(found)} slower\n" if found else "nothing got slower\n")
    return 1 if found else 0


def _parsed(words: list[str] | None) -> argparse.Namespace:
    defaults = Limits()
    parser = argparse.ArgumentParser(
        prog="python -m benchmarks", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("what", choices=["run", "list", "report", "check"])
    parser.add_argument("parts", nargs="*", choices=[*PARTS, []], metavar="PART", help=f"of {', '.join(PARTS)}; all")
    parser.add_argument("--only", nargs="+", metavar="TEXT", help="cases with such a name, or part of it")
    parser.add_argument("--slow", action="store_true", help="those too that take many minutes")
    parser.add_argument("--cap", type=float, default=defaults.cap, help="seconds for each solve (%(default)s)")
    parser.add_argument("--gap", type=float, default=defaults.gap, help="the proven gap aimed at (%(default)s)")
    parser.add_argument("--repeats", type=int, default=defaults.repeats, help="of what is short (%(default)s)")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="runs of the part instances stay there")
    parser.add_argument(
        "--mondays", type=int, default=defaults.mondays, help="the first so many of a year (%(default)s)"
    )
    parser.add_argument("--results", type=Path, default=RESULTS, help="folder of the results")
    return parser.parse_args(words)


if __name__ == "__main__":
    sys.exit(main())
