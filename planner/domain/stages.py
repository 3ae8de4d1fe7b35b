"""The stages of a case."""

STAGES = ("preparation", "hearing", "decision")
"""In their order."""
