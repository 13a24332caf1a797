"""公众门户: what was decided, shown so that anyone can find it, read it and check it."""
