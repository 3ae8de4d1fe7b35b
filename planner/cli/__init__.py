"""The command line: one file per verb. A command imports what it needs when it runs, so that help stays quick."""
