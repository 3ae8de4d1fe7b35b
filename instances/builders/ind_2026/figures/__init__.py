"""The figures of ind-2026, each with its evidence code and source."""
