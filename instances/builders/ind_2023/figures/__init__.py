"""The figures of ind-2023, each with its evidence code and source."""
