"""The weekly run: what happened, the state that follows from it, and the plan that is made again."""
