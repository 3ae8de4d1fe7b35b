"""Optimisation planner for the capacity planners of an immigration service."""

__version__ = "0.1.0"
