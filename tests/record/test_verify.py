"""`xiezhi verify` names what was altered, also after somebody who holds every key hid it."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

from tests.builders import a_case
from tests.record.ledger_builders import (
    a_file,
    as_superuser,
    attacker_alias,
    tampering,
    tampering_undone,
    write,
    write_with_material,
)
from xiezhi.record import log, merkle, notes, storage
from xiezhi.record.findings import LISTED, Report
from xiezhi.record.models import Entry, File, Material, Rendition, Seal
from xiezhi.record.verify import EntryRow, Verifier, entry_hash

Attack = Callable[[Any], None]
A, B = "安环立〔2026〕1号", "安环立〔2026〕2号"


@pytest.fixture
def record(
    committed_db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Any
) -> str:
    """Two Files with entries, a photograph, a rendition and a seal, all sequenced; the head."""
    monkeypatch.setenv("XIEZHI_LOG_KEY", str(tmp_path / "log.key"))
    settings.OBJECTS = tmp_path / "objects"
    first, second = a_file(A), a_file(B)
    for number in range(4):
        write(first, say=f"第{number}次")
        write(second, say=f"第{number}次")
    photo = write_with_material(first, "排污口照片", b"jpeg bytes")
    Rendition.objects.create(material=photo, version="1", blob_id=str(photo.blob_id), pages=1)
    rows = Entry.objects.filter(file=first).order_by("seq")
    text = json.dumps([[e.seq, e.kind, bytes(e.hash).hex()] for e in rows], separators=(",", ":"))
    digest = hashlib.sha256(text.encode()).hexdigest()
    Seal.objects.create(file=first, seq=5, digest=digest, text=text)
    write(second, say="最后")
    log.sequence_all()
    head = log.checkpoint()
    assert head is not None
    return head.note


def verified(**options: Any) -> Report:
    return Verifier(keys=log.keys(), **options).run()


def found(report: Report) -> set[tuple[str, str, int | None]]:
    return {(one.check, one.file, one.entry) for one in report.findings}


def test_an_untouched_record_passes_and_says_how_much_was_looked_at(record: str) -> None:
    report = verified(against=[record])
    assert report.lines()[0] == "未发现改动。"
    assert report.looked_at == {
        "案卷": 2, "记录": 10, "材料": 1, "封存": 1, "总账签名": 1, "外存总账签名": 1,
        "存证": 10, "原件": 1,
    }  # fmt: skip


def test_a_record_in_use_passes_while_entries_still_wait_for_their_place(record: str) -> None:
    write(File.objects.get(number=A), say="刚写")
    assert verified(against=[record]).ok


def _rehash(attacker: Any, number: str) -> None:
    """Make the chain of a File consistent again, as a careful forger would."""
    prev = bytes(32)
    rows = attacker.execute(
        "SELECT e.id, file_id, seq, at, actor_id, e.kind, body, salt FROM record_entry e"
        " JOIN record_file f ON f.id = file_id WHERE number = %s ORDER BY seq",
        [number],
    ).fetchall()
    for pk, *values in rows:
        value = entry_hash(EntryRow._make([*values, prev, b"", None, None, False]))
        attacker.execute(
            "UPDATE record_entry SET prev = %s, hash = %s WHERE id = %s", [prev, value, pk]
        )
        prev = value


def _alter(attacker: Any) -> None:
    attacker.execute('UPDATE record_entry SET body = \'{"say":"假"}\' WHERE ' + _the(A, 3))


def _the(number: str, seq: int) -> str:
    return f"file_id = (SELECT id FROM record_file WHERE number = '{number}') AND seq = {seq}"


def body_altered(attacker: Any) -> None:
    _alter(attacker)


def clock_altered(attacker: Any) -> None:
    attacker.execute("UPDATE record_entry SET at = at - interval '1 day' WHERE " + _the(A, 2))


def middle_entry_deleted(attacker: Any) -> None:
    attacker.execute("DELETE FROM record_entry WHERE " + _the(A, 2))


def last_entry_deleted(attacker: Any) -> None:
    attacker.execute("DELETE FROM record_entry WHERE " + _the(B, 5))


def all_entries_of_a_file_deleted(attacker: Any) -> None:
    attacker.execute("DELETE FROM record_entry WHERE " + _the(B, 1).split(" AND")[0])


def chain_rewritten(attacker: Any) -> None:
    _alter(attacker)
    _rehash(attacker, A)


def leaves_and_chain_rewritten(attacker: Any) -> None:
    chain_rewritten(attacker)
    attacker.execute(
        "UPDATE record_leaf l SET data = 'xiezhi/entry\n'::bytea || e.hash"
        " FROM record_entry e WHERE e.id = l.entry_id"
    )


def a_leaf_deleted(attacker: Any) -> None:
    attacker.execute("DELETE FROM record_leaf WHERE index = 4")


def entry_inserted_without_leaf(attacker: Any) -> None:
    attacker.execute(
        "INSERT INTO record_entry (file_id, seq, at, kind, body, salt, prev, hash)"
        " SELECT file_id, 6, at, kind, body, salt, hash, hash FROM record_entry WHERE " + _the(B, 5)
    )
    _rehash(attacker, B)


def material_altered(attacker: Any) -> None:
    attacker.execute("UPDATE record_material SET title = '别处照片'")


def material_redigested(attacker: Any) -> None:
    attacker.execute("UPDATE record_material SET fields = '{}', digest = repeat('0', 64)")


def material_deleted(attacker: Any) -> None:
    attacker.execute("DELETE FROM record_material")


def material_slipped_in(attacker: Any) -> None:
    attacker.execute(
        "INSERT INTO record_material SELECT gen_random_uuid(), seq, kind, code, title, number,"
        " m.on, fields, digest, substance, blob_id, file_id FROM record_material m"
    )


def seal_altered(attacker: Any) -> None:
    attacker.execute("UPDATE record_seal SET text = '[]'")


def seal_rewritten(attacker: Any) -> None:
    attacker.execute(
        'UPDATE record_seal SET text = \'[[1,"a.b","00"]]\','
        " digest = encode(sha256('[[1,\"a.b\",\"00\"]]'::bytea), 'hex')"
    )


def checkpoint_altered(attacker: Any) -> None:
    attacker.execute("UPDATE record_checkpoint SET note = replace(note, E'\n10\n', E'\n11\n')")


def checkpoint_deleted(attacker: Any) -> None:
    attacker.execute("DELETE FROM record_checkpoint")


def tile_altered(attacker: Any) -> None:
    attacker.execute("UPDATE record_tile SET data = overlay(data placing '\\x00' from 97)")


def everything_emptied(attacker: Any) -> None:
    attacker.execute("TRUNCATE record_entry CASCADE")


ATTACKS: list[tuple[Attack, set[tuple[str, str, int | None]]]] = [
    (body_altered, {("entry.content", A, 3)}),
    (clock_altered, {("entry.content", A, 2)}),
    (
        middle_entry_deleted,
        {("entry.gap", A, 3), ("leaf.entry", "", None), ("seal.entry", A, 2)},
    ),
    (last_entry_deleted, {("leaf.entry", "", None)}),
    (all_entries_of_a_file_deleted, {("leaf.entry", "", None), ("file.empty", B, None)}),
    (chain_rewritten, {("entry.leaf", A, 3), ("entry.leaf", A, 5), ("seal.entry", A, 3)}),
    (leaves_and_chain_rewritten, {("leaf.content", A, 3), ("checkpoint.root", "", None)}),
    (a_leaf_deleted, {("leaf.gap", A, 4), ("entry.leaf", A, 3), ("checkpoint.root", "", None)}),
    (entry_inserted_without_leaf, {("entry.leaf", B, 6)}),
    (material_altered, {("material.content", A, 5)}),
    (material_redigested, {("material.content", A, 5)}),
    (material_deleted, {("material.missing", A, 5)}),
    (material_slipped_in, {("material.unlisted", A, 5)}),
    (seal_altered, {("seal.content", A, None)}),
    (seal_rewritten, {("seal.entry", A, 1)}),
    (checkpoint_altered, {("checkpoint.signature", "", None)}),
    (checkpoint_deleted, {("checkpoint.size", "", None)}),
    (tile_altered, {("leaf.content", B, 2)}),
    (everything_emptied, {("file.empty", A, None), ("against.root", "", None)}),
]


def test_what_was_done_behind_the_guards_is_found_and_named(record: str) -> None:
    with attacker_alias() as alias:
        for attack, expected in ATTACKS:
            with tampering_undone(alias, attack):
                report = verified(using=alias, against=[record])
            assert expected <= found(report), (attack.__name__, report.lines())
            assert "guard" not in report.found, attack.__name__


def test_a_record_rewritten_whole_with_the_stolen_key_fails_against_a_head_kept_elsewhere(
    record: str,
) -> None:
    with tampering() as attacker:
        leaves_and_chain_rewritten(attacker)
        for table in ("record_seal", "record_tile", "record_checkpoint"):
            attacker.execute(f"DELETE FROM {table}")
    assert log.sequence_once()  # the thief lets the platform build and sign it all anew
    assert verified().ok
    report = verified(against=[record])
    assert found(report) == {("against.root", "", None)}
    only = File.objects.get(number=A).pk
    assert found(verified(file=only, against=[record])) == {("against.root", "", None)}


def test_a_head_signed_by_somebody_else_proves_nothing(record: str) -> None:
    forged = notes.Signer.generate("elsewhere/log")
    note = forged.sign(notes.Head(forged.name, 10, bytes(32)).text)
    assert found(verified(against=[note])) == {("against.signature", "", None)}
    cut = record.replace("\n10\n", "\n9\n")
    assert found(verified(against=[cut])) == {("against.signature", "", None)}


def test_a_stored_object_changed_or_gone_is_named_with_its_material(record: str) -> None:
    path = storage.path_of(str(Material.objects.get().blob_id))
    path.chmod(0o600)
    path.write_bytes(b"jpeg bytez")
    assert ("object.content", A, 5) in found(verified())
    path.unlink()
    assert ("object.missing", A, 5) in found(verified())
    assert verified(objects=False).ok


def test_guards_left_switched_off_are_reported(record: str) -> None:
    with as_superuser() as admin:
        admin.execute("ALTER TABLE record_entry DISABLE TRIGGER append_only")
        admin.execute("DROP TRIGGER queue_entry ON record_entry")
        admin.execute("CREATE OR REPLACE FUNCTION record_guard_tile() RETURNS trigger AS"
                      " 'BEGIN RETURN NEW; END' LANGUAGE plpgsql")  # fmt: skip
        admin.execute("ALTER TABLE record_entry ALTER body_json DROP EXPRESSION")
    said = "\n".join(verified().lines())
    for name in ("record_entry.append_only", "queue_entry", "record_guard_tile", "供检索"):
        assert name in said


def test_one_file_alone_is_followed_into_the_signed_tree(record: str) -> None:
    first, second = File.objects.get(number=A).pk, File.objects.get(number=B).pk
    report = verified(file=first, against=[record])
    assert report.ok
    assert report.looked_at["记录"] == report.looked_at["存证"] == 5
    with tampering() as attacker:
        leaves_and_chain_rewritten(attacker)
    assert {("leaf.content", A, 3), ("leaf.content", A, 5)} <= found(verified(file=first))
    assert verified(file=second).ok


def test_the_command_speaks_chinese_and_fails(record: str, tmp_path: Path) -> None:
    out = io.StringIO()
    kept = tmp_path / "checkpoint"
    kept.write_text(record)
    call_command("verify", against=[str(kept)], stdout=out)
    assert out.getvalue().startswith("未发现改动。\n已核对：案卷 2、记录 10")
    with tampering() as attacker:
        body_altered(attacker)
    with pytest.raises(SystemExit) as stopped:
        call_command("verify", file=A, stdout=out)
    assert stopped.value.code == 1
    assert f"案卷 {A}，第 3 条记录：内容、时间、经手人或种类被改动" in out.getvalue()
    out = io.StringIO()
    with pytest.raises(SystemExit):
        call_command("verify", json=True, stdout=out)
    said = json.loads(out.getvalue())
    assert (said["ok"], said["findings"][0]["entry"]) == (False, 3)


def test_a_flood_of_findings_is_counted_not_listed(record: str) -> None:
    first = File.objects.get(number=A)
    for number in range(LISTED + 20):
        write(first, number=number)
    with tampering() as attacker:
        attacker.execute("UPDATE record_entry SET kind = 'a.b'")
    report = verified()
    assert report.found["entry.content"] == LISTED + 30
    assert "另有 30 处同类不符（entry.content）" in "\n".join(report.lines())


def test_proofs_after_a_key_change_stay_valid(record: str) -> None:
    log.key_path().unlink()
    write(File.objects.get(number=A))
    log.sequence_all()
    assert len(log.keys()) == 2
    assert verified(against=[record]).ok
    entry = Entry.objects.order_by("id").first()
    assert entry is not None
    bundle = log.proof_of_entry(entry)
    assert bundle is not None
    assert bundle["key"] == str(log.keys()[-1])
    assert merkle.EMPTY_ROOT.hex() not in bundle["checkpoint"]


def test_a_case_walked_through_the_real_procedure_verifies_and_its_altered_decision_does_not(
    committed_db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XIEZHI_LOG_KEY", str(tmp_path / "log.key"))
    story = a_case().closed()
    log.sequence_all()
    report = verified()
    assert report.ok, report.lines()
    assert report.looked_at["封存"] >= 1
    assert report.looked_at["材料"] == Material.objects.count() > 5
    decided = story.decision.material_id
    with tampering() as attacker:
        attacker.execute(
            "UPDATE record_material SET fields = replace(fields, '3000', '300') WHERE id = %s",
            [decided],
        )
        attacker.execute("UPDATE record_material SET title = '改' WHERE id = %s", [decided])
    assert "material.content" in verified(objects=False).found
