"""The desk's pages, one module a subject; each view says who may come in."""
