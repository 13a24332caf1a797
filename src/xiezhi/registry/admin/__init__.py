"""The administration of reference data; every save goes through `registry.actions`."""

from xiezhi.registry.admin import calendars, people, registers

__all__ = ["calendars", "people", "registers"]
