"""配置: settings, addresses, database, command line; the only place that knows everyone."""
