"""身份: who exists, in which organ, in which role, and what they may do."""
