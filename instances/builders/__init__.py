"""What made the shipped instances: their figures, each with its source, and the arithmetic from them to tables."""
