"""程序: the law as plain Python and data. No Django, no clock, no database."""
