"""办案台: the pages on which officials work. No tables and no rules of its own."""
