"""Every write to the registers; each is an act in the agency's standing File."""

from xiezhi.registry.actions.accounts import (
    disable,
    enable,
    end_post,
    issue_token,
    reset_password,
    reset_second_factors,
    revoke_token,
)
from xiezhi.registry.actions.laws import SHIPPED, BadFolder, Imported, import_laws
from xiezhi.registry.actions.ledger import Change, standing_file, write_down
from xiezhi.registry.actions.profiles import Draft, draft_profile, set_profile
from xiezhi.registry.actions.rows import faults, put, restore, revoke, save, suspend

__all__ = [
    "SHIPPED",
    "BadFolder",
    "Change",
    "Draft",
    "Imported",
    "disable",
    "draft_profile",
    "enable",
    "end_post",
    "faults",
    "import_laws",
    "issue_token",
    "put",
    "reset_password",
    "reset_second_factors",
    "restore",
    "revoke",
    "revoke_token",
    "save",
    "set_profile",
    "standing_file",
    "suspend",
    "write_down",
]
