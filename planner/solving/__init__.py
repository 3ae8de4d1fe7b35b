"""Solving: options, the monolithic model, the decomposition, and the process that runs them."""
