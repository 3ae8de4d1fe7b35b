"""The tables of a run: declared in the domain, where the files can see them too."""

from planner.domain.run_table import DECISION_TABLES, RUN_TABLES, RunTable, columns_of, words

__all__ = ["DECISION_TABLES", "RUN_TABLES", "RunTable", "columns_of", "words"]
