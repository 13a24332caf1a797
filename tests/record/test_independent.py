"""Our log is read by tlog-scales, which we didn't write: its tiles, heads and proofs hold."""

from __future__ import annotations

from pathlib import Path

import pytest
from cryptography.exceptions import InvalidSignature
from tlog_scales.backend import LocalBackend
from tlog_scales.reader import TilesReader
from tlog_scales.signing import Vkey, VkeySet
from tlog_scales.tiles import leaf_hash
from tlog_scales.tlog import Checkpoint, ConsistencyProof, InclusionProof, InclusionProofInvalid

from tests.record.ledger_builders import a_file, write
from xiezhi.record import log, merkle, notes
from xiezhi.record.models import Leaf

SIZES = (1, 255, 256, 257, 700)


@pytest.fixture
def published(
    db: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> tuple[Path, dict[int, str]]:
    """A log grown in steps and written out as its public pages are; the heads by size."""
    monkeypatch.setenv("XIEZHI_LOG_KEY", str(tmp_path / "log.key"))
    file, heads = a_file(), {}
    folder = tmp_path / "public"
    before = 0
    for size in SIZES:
        for number in range(before, size):
            write(file, number=number)
        log.sequence_all()
        head = log.checkpoint()
        assert head is not None
        heads[head.size], before = head.note, size
        _publish(folder, size)
    return folder, heads


def _publish(folder: Path, size: int) -> None:
    """Each address that C2SP tlog-tiles foresees for a log of this size, as files."""
    paths = ["checkpoint"]
    for level in (-1, 0, 1):
        there = size >> (8 * max(level, 0))
        full, rest = divmod(there, merkle.TILE_WIDTH)
        paths += [merkle.tile_path(level, number) for number in range(full)]
        paths += [merkle.tile_path(level, full, rest)] if rest else []
    for path in paths:
        data = log.tile_bytes(path)
        assert data is not None, path
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(data)


def test_an_independent_reader_finds_root_entries_and_proofs_right(
    published: tuple[Path, dict[int, str]],
) -> None:
    folder, _heads = published
    reader = TilesReader(LocalBackend(folder))
    head = reader.get_checkpoint()
    assert head.size == SIZES[-1]
    assert reader.calculate_root_hash() == head.root_hash
    for index in (0, 1, 254, 255, 256, 511, 512, 699):
        entry = reader.get_entry(index)
        assert entry == bytes(Leaf.objects.get(index=index).data)
        reader.get_inclusion_proof(index, head.size).check(leaf_hash(entry), head.root_hash)


def test_an_independent_verifier_accepts_our_proofs_and_refuses_spoiled_ones(
    published: tuple[Path, dict[int, str]],
) -> None:
    _folder, heads = published
    last = Checkpoint.from_text(heads[700])
    for index in (0, 300, 699):
        leaf = leaf_hash(bytes(Leaf.objects.get(index=index).data))
        InclusionProof(index, 700, log.inclusion(index, 700)).check(leaf, last.root_hash)
        with pytest.raises(InclusionProofInvalid):
            InclusionProof(index, 700, log.inclusion(index, 700)).check(bytes(32), last.root_hash)
    for old in SIZES[:-1]:
        first = Checkpoint.from_text(heads[old])
        proof = ConsistencyProof(old, 700, log.consistency(old, 700))
        proof.check(first.root_hash, last.root_hash)


def test_an_independent_verifier_accepts_our_signature_and_a_witness(
    published: tuple[Path, dict[int, str]],
) -> None:
    _folder, heads = published
    witness = notes.Signer("notary.example", 0x04, bytes(range(32)))
    note = heads[700] + witness.line(heads[700].partition("\n\n")[0] + "\n")
    head = Checkpoint.from_text(note)
    keys = [Vkey.from_string(str(key)) for key in (log.keys()[-1], witness.key)]
    assert len(VkeySet(*keys).verify(head.signatures, head)) == 2
    forged = Checkpoint.from_text(note.replace("\n700\n", "\n701\n"))
    for key in keys:
        with pytest.raises(InvalidSignature):
            forged.verify(key)
