"""The rules stated a second time, without the solver: flows, values, targets, run tables and the audit."""
