"""权责: officers, powers, laws, benchmarks, market entities."""
