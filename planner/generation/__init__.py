"""Synthetic instances: large ones to measure with, tiny random ones to test with. Same seed, same instance."""
