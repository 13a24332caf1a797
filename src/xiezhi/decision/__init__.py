"""决定: decision, service, execution, closing."""
