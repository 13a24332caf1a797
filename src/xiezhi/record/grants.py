"""What the application's database role may do to the record: add, in named columns, and read.

Run after every migration, as the owner; each statement can be run again. Triggers refuse a
change whoever asks; these grants refuse it a second time, and TRUNCATE as well.
"""

from __future__ import annotations

APP = "xiezhi_app"
PORTAL = "xiezhi_portal"


def append_only(table: str, *columns: str, role: str = APP) -> list[str]:
    """SQL that leaves a role SELECT and INSERT, the latter in the named columns if any."""
    named = f" ({', '.join(columns)})" if columns else ""
    return [
        f"REVOKE ALL ON {table} FROM {role}",
        f"GRANT SELECT ON {table} TO {role}",
        f"GRANT INSERT{named} ON {table} TO {role}",
    ]


def read_only(table: str, *, role: str = APP) -> list[str]:
    """SQL that leaves a role SELECT."""
    return [f"REVOKE ALL ON {table} FROM {role}", f"GRANT SELECT ON {table} TO {role}"]


GRANTS: list[str] = [
    # Clock, number, salt and hashes are the trigger's: nobody else may write them.
    *append_only("record_entry", "file_id", "actor_id", "kind", "body"),
    *append_only("record_blob"),
    *append_only("record_material"),
    *append_only("record_rendition"),
    *append_only("record_seal"),
    *append_only("record_wording"),
    # A draft of a wording is nothing yet: it is changed, released or thrown away.
    f"REVOKE ALL ON record_wordingdraft FROM {APP}",
    f"GRANT SELECT, INSERT, UPDATE, DELETE ON record_wordingdraft TO {APP}",
    *append_only("record_participant"),
    f"GRANT UPDATE (ended_on) ON record_participant TO {APP}",
    # A File is never deleted; what it is about may be named better.
    f"REVOKE ALL ON record_file FROM {APP}",
    f"GRANT SELECT, INSERT, UPDATE ON record_file TO {APP}",
    # Positions are given out by record_sequence(), lines queued by record_log() and the trigger.
    *read_only("record_outbox"),
    *read_only("record_leaf"),
    *append_only("record_tile"),
    f"GRANT UPDATE (data) ON record_tile TO {APP}",
    *append_only("record_checkpoint"),
    f"GRANT EXECUTE ON FUNCTION record_log(bytea), record_sequence(integer) TO {APP}",
    f"GRANT EXECUTE ON FUNCTION record_pairs(text) TO {APP}",
    # The log is public; what is in the record is not.
    *read_only("record_leaf", role=PORTAL),
    *read_only("record_tile", role=PORTAL),
    *read_only("record_checkpoint", role=PORTAL),
    # So are the days off: a due date reckoned in public is the one that is reckoned in the File.
    *read_only("record_calendaryear", role=PORTAL),
]
