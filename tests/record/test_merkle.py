"""The tree, its tiles and proofs, against the definitions of RFC 6962 written out plainly."""

from __future__ import annotations

import hashlib

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xiezhi.record import merkle

SIZES = st.integers(1, 1200)


def leaves(size: int) -> list[bytes]:
    return [merkle.leaf_hash(b"leaf %d" % n) for n in range(size)]


def root_by_definition(hashes: list[bytes]) -> bytes:
    """MTH of RFC 6962 §2.1, word for word."""
    if not hashes:
        return hashlib.sha256().digest()
    if len(hashes) == 1:
        return hashes[0]
    k = 1
    while k * 2 < len(hashes):
        k *= 2
    left, right = root_by_definition(hashes[:k]), root_by_definition(hashes[k:])
    return hashlib.sha256(b"\x01" + left + right).digest()


class Store:
    """Tiles as a log would keep them."""

    def __init__(self, size: int, step: int = 10**9) -> None:
        self.tiles: dict[tuple[int, int], bytes] = {}
        self.edge = merkle.Edge()
        hashes = leaves(size)
        for start in range(0, size, step):
            self.tiles |= self.edge.extend(hashes[start : start + step])

    def read(self, level: int, index: int) -> bytes:
        return self.tiles[level, index]


def test_the_empty_tree_and_single_leaf_have_the_published_hashes() -> None:
    # Known answers of RFC 6962 implementations.
    assert merkle.EMPTY_ROOT.hex().startswith("e3b0c44298fc1c149afbf4c8996fb924")
    assert merkle.leaf_hash(b"").hex().startswith("6e340b9cffb37a989ca544e6bb780a2c")


@settings(deadline=None)
@given(SIZES)
def test_range_and_edge_give_the_root_of_the_definition(size: int) -> None:
    hashes = leaves(size)
    compact = merkle.Range()
    for leaf in hashes:
        compact.add(leaf)
    assert compact.root() == root_by_definition(hashes) == Store(size).edge.root()


@settings(deadline=None)
@given(SIZES, st.integers(1, 700))
def test_tiles_are_the_same_in_whatever_batches_they_grew(size: int, step: int) -> None:
    assert Store(size, step).tiles == Store(size).tiles


@settings(deadline=None)
@given(SIZES, SIZES)
def test_an_edge_is_taken_up_where_it_was_left(first: int, more: int) -> None:
    store = Store(first)
    edge = merkle.Edge.read(first, store.read)
    store.tiles |= edge.extend(leaves(first + more)[first:])
    assert edge.root() == root_by_definition(leaves(first + more))
    assert store.tiles == Store(first + more).tiles


def test_tiles_of_70000_leaves_are_as_in_the_specification() -> None:
    widths = {place: len(tile) // 32 for place, tile in Store(70_000).tiles.items()}
    assert [widths[0, n] for n in (0, 272, 273)] == [256, 256, 112]
    assert [widths[1, 0], widths[1, 1], widths[2, 0]] == [256, 17, 1]


@settings(deadline=None)
@given(st.data())
def test_inclusion_holds_for_the_leaf_and_for_nothing_else(data: st.DataObject) -> None:
    size = data.draw(SIZES)
    index = data.draw(st.integers(0, size - 1))
    tree = merkle.Tree(size, Store(data.draw(st.integers(size, 1300))).read)
    leaf, root, path = leaves(size)[index], root_by_definition(leaves(size)), tree.inclusion(index)
    assert tree.root() == root
    assert merkle.included(leaf, index, size, path, root)
    assert not merkle.included(merkle.leaf_hash(b"other"), index, size, path, root)
    assert not merkle.included(leaf, index, size, [*path, root], root)
    assert size == 1 or not merkle.included(leaf, index, size, path[:-1], root)
    wrong = data.draw(st.integers(0, size - 1).filter(lambda n: n != index)) if size > 1 else 5
    assert not merkle.included(leaf, wrong, size, path, root)


@settings(deadline=None)
@given(st.data())
def test_consistency_holds_between_true_heads_only(data: st.DataObject) -> None:
    new = data.draw(SIZES)
    old = data.draw(st.integers(1, new))
    path = merkle.Tree(new, Store(new).read).consistency(old)
    before, after = root_by_definition(leaves(old)), root_by_definition(leaves(new))
    assert merkle.consistent(old, new, before, after, path)
    rewritten = root_by_definition([merkle.leaf_hash(b"rewritten"), *leaves(old)[1:]])
    assert not merkle.consistent(old, new, rewritten, after, path)
    assert not merkle.consistent(old, new, before, rewritten, path) or rewritten == after
    assert not merkle.consistent(old, new, before, after, [*path, before])
    assert old == new or not merkle.consistent(old, new, before, after, path[:-1])


@pytest.mark.parametrize(
    ("place", "path"),
    [
        ((0, 5, 256), "tile/0/005"),
        ((1, 1234067, 256), "tile/1/x001/x234/067"),
        ((0, 273, 112), "tile/0/273.p/112"),
        ((-1, 1000, 1), "tile/entries/x001/000.p/1"),
    ],
)
def test_paths_are_written_and_read_as_specified(place: tuple[int, int, int], path: str) -> None:
    assert merkle.tile_path(*place) == path
    assert merkle.parse_tile_path(path) == place


@pytest.mark.parametrize(
    "path",
    [
        "tile/0/5", "tile/00/005", "tile/64/000", "tile/0/x000/005", "tile/0/005.p/0",
        "tile/0/005.p/256", "tile/0/005.p/007", "tile/0/005/", "tile/0/../005", "tile/-1/005",
        "tile/0/٠٠٥", "checkpoint",
    ],
)  # fmt: skip
def test_other_paths_name_nothing(path: str) -> None:
    assert merkle.parse_tile_path(path) is None


def test_a_bundle_has_each_entry_after_its_length() -> None:
    assert merkle.entry_bundle([b"ab", b""]) == b"\x00\x02ab\x00\x00"
