"""The relaxation that bounds every plan, and what follows from its dual values; no solver is needed for either."""
