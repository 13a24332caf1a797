"""Measurements over HTTP, and the bulk loader that makes deployments of any size to measure."""
