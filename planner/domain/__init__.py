"""The service as it is: instance, policy, plan, tables with units; no solver, no files."""
