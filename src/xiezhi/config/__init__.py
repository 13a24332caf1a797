"""配置: settings, addresses, the database launcher and the command line; the only place that knows everyone."""
