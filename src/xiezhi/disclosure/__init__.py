"""行政执法公示: what is shown to the public, when, and what never is."""
