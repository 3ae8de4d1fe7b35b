"""Pages, workbooks and charts of runs, in Dutch and English."""
