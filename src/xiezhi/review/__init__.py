"""重大执法决定法制审核: no decision without a passed review."""
