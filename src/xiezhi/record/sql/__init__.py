"""The guards and the ledger's clockwork that live in the database."""

from __future__ import annotations

from pathlib import Path


def sql(name: str) -> str:
    """The text of one SQL file of this folder."""
    return (Path(__file__).parent / f"{name}.sql").read_text()


def append_only(*tables: str) -> str:
    """SQL that makes tables refuse UPDATE and DELETE, by whomever; for migrations.

    TRUNCATE is refused by grant (`grants.append_only`), since a trigger would also stop the
    test runner from emptying its database.
    """
    return "\n".join(
        f"DROP TRIGGER IF EXISTS append_only ON {table};\n"
        f"CREATE TRIGGER append_only BEFORE UPDATE OR DELETE ON {table}\n"
        f"    FOR EACH ROW EXECUTE FUNCTION record_refuse_change();\n"
        f"ALTER TABLE {table} ENABLE ALWAYS TRIGGER append_only;"
        for table in tables
    )
