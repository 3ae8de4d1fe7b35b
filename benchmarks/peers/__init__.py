"""The compared model as a user of other libraries would write it. Nothing here imports the planner."""
