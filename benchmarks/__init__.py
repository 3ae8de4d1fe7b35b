"""Measures the planner: against itself, against its yardsticks, and against other ways to do the same."""
