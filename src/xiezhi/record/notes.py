"""Signed notes and checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature).

A checkpoint says: the log named in its first line has this many leaves and this root. The log
signs it; witnesses (见证方: a court, a notary, a superior government) add their own lines.
Signatures are made and checked by a library only; see `Suite` for how another one is added.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import os
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

_DASH = "\u2014"
_MOST_SIGNATURES = 64


class NoteError(ValueError):
    """A note that can't be read, or whose signature by a known key doesn't hold."""


class Suite(Protocol):
    """A way of signing notes: one signature type byte of C2SP signed-note.

    A national algorithm such as SM2 is added by registering an adapter to a certified module
    under type 0xff and the suite's own identifier. There is deliberately none here: we don't
    write cryptography, and an adapter without its module would only pretend.
    """

    def sign(self, secret: bytes, text: bytes) -> bytes: ...
    def holds(self, public: bytes, signature: bytes, text: bytes) -> bool: ...
    def public(self, secret: bytes) -> bytes: ...


class Ed25519:
    """Type 0x01: the log's own signature."""

    def sign(self, secret: bytes, text: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(secret).sign(text)

    def holds(self, public: bytes, signature: bytes, text: bytes) -> bool:
        try:
            Ed25519PublicKey.from_public_bytes(public).verify(signature, text)
        except (InvalidSignature, ValueError):
            return False
        return True

    def public(self, secret: bytes) -> bytes:
        return Ed25519PrivateKey.from_private_bytes(secret).public_key().public_bytes_raw()


class Ed25519Cosignature(Ed25519):
    """Type 0x04: a witness says that at this time it knew no longer or other log."""

    def sign(self, secret: bytes, text: bytes) -> bytes:
        at = int(time.time())
        return at.to_bytes(8, "big") + super().sign(secret, self._message(at, text))

    def holds(self, public: bytes, signature: bytes, text: bytes) -> bool:
        at = int.from_bytes(signature[:8], "big")
        return super().holds(public, signature[8:], self._message(at, text))

    @staticmethod
    def _message(at: int, text: bytes) -> bytes:
        return b"cosignature/v1\ntime %d\n" % at + text


SUITES: dict[int, Suite] = {0x01: Ed25519(), 0x04: Ed25519Cosignature()}


@dataclass(frozen=True)
class VerifierKey:
    """A public key by name; written `name+keyid+base64`, the form that verifiers exchange."""

    name: str
    kind: int
    public: bytes

    @property
    def id(self) -> bytes:
        named = self.name.encode() + b"\n" + bytes([self.kind]) + self.public
        return hashlib.sha256(named).digest()[:4]

    def __str__(self) -> str:
        return f"{self.name}+{self.id.hex()}+{_b64(bytes([self.kind]) + self.public)}"

    @classmethod
    def parse(cls, text: str) -> VerifierKey:
        try:
            name, key_id, encoded = text.strip().split("+", 2)
            raw = _unb64(encoded)
            key = cls(name, raw[0], raw[1:])
        except (ValueError, IndexError) as error:
            raise NoteError(f"not a verifier key: {text[:80]!r}") from error
        if key.id.hex() != key_id or key.kind not in SUITES:
            raise NoteError(f"key id or type doesn't fit: {text[:80]!r}")
        return key

    def holds(self, signature: bytes, text: bytes) -> bool:
        return SUITES[self.kind].holds(self.public, signature, text)


@dataclass(frozen=True)
class Signer:
    """A private key by name. Its file form is the one of Go's note package."""

    name: str
    kind: int
    secret: bytes = field(repr=False)

    @property
    def key(self) -> VerifierKey:
        return VerifierKey(self.name, self.kind, SUITES[self.kind].public(self.secret))

    def line(self, text: str) -> str:
        """The signature line over a note's text."""
        signature = SUITES[self.kind].sign(self.secret, text.encode())
        return f"{_DASH} {self.name} {_b64(self.key.id + signature)}\n"

    def sign(self, text: str) -> str:
        return f"{text}\n{self.line(text)}"

    def encode(self) -> str:
        secret = _b64(bytes([self.kind]) + self.secret)
        return f"PRIVATE+KEY+{self.name}+{self.key.id.hex()}+{secret}"

    @classmethod
    def parse(cls, text: str) -> Signer:
        try:
            private, key, name, key_id, encoded = text.strip().split("+", 4)
            raw = _unb64(encoded)
            signer = cls(name, raw[0], raw[1:])
        except (ValueError, IndexError) as error:
            raise NoteError("not a signing key") from error
        if (private, key) != ("PRIVATE", "KEY") or signer.kind not in SUITES:
            raise NoteError("not a signing key")
        if signer.key.id.hex() != key_id:
            raise NoteError("the signing key's id doesn't fit")
        return signer

    @classmethod
    def generate(cls, name: str) -> Signer:
        if not name or "+" in name or any(char.isspace() for char in name):
            raise NoteError(f"not a key name: {name!r}")
        return cls(name, 0x01, os.urandom(32))


@dataclass(frozen=True)
class Note:
    """A text and the signatures under it, not yet checked."""

    text: str
    signatures: tuple[tuple[str, bytes, bytes], ...]

    @classmethod
    def parse(cls, note: str) -> Note:
        text, blank, lines = note.rpartition("\n\n")
        bad = any(ord(char) < 0x20 and char != "\n" for char in note)
        if bad or not blank or not lines.endswith("\n"):
            raise NoteError("not a signed note")
        signatures = tuple(_signature(line) for line in lines[:-1].split("\n"))
        if len(signatures) > _MOST_SIGNATURES:
            raise NoteError("too many signatures")
        return cls(text + "\n", signatures)

    def signed_by(self, keys: Iterable[VerifierKey]) -> list[VerifierKey]:
        """The known keys that signed. A known key whose signature fails spoils the note."""
        known = {(key.name, key.id): key for key in keys}
        signers = []
        for name, key_id, signature in self.signatures:
            key = known.get((name, key_id))
            if key and not key.holds(signature, self.text.encode()):
                raise NoteError(f"the signature of {name} doesn't hold")
            if key and key not in signers:
                signers.append(key)
        return signers


def _signature(line: str) -> tuple[str, bytes, bytes]:
    try:
        dash, name, encoded = line.split(" ")
        raw = _unb64(encoded)
    except ValueError as error:
        raise NoteError("not a signature line") from error
    if dash != _DASH or not name or len(raw) < 5:
        raise NoteError("not a signature line")
    return name, raw[:4], raw[4:]


@dataclass(frozen=True)
class Head:
    """What a checkpoint says: the log, how many leaves, which root."""

    origin: str
    size: int
    root: bytes

    @property
    def text(self) -> str:
        return f"{self.origin}\n{self.size}\n{_b64(self.root)}\n"

    @classmethod
    def parse(cls, text: str) -> Head:
        try:
            origin, size, root, *_extensions = text.split("\n")
            head = cls(origin, int(size), _unb64(root))
        except ValueError as error:
            raise NoteError("not a checkpoint") from error
        if not origin or str(head.size) != size or head.size < 0 or len(head.root) != 32:
            raise NoteError("not a checkpoint")
        return head


def opened(note: str, keys: Iterable[VerifierKey]) -> Head:
    """The head in a checkpoint that a key of its own origin signed; NoteError otherwise."""
    parsed = Note.parse(note)
    head = Head.parse(parsed.text)
    if not any(key.name == head.origin for key in parsed.signed_by(keys)):
        raise NoteError("no known key of this log signed the checkpoint")
    return head


def load_signer(path: Path, name: str) -> Signer:
    """The log's key; made at the first start, readable by its owner only.

    Its public half is added to the file beside it (`.pub`), which keeps every key the log ever
    had: older checkpoints stay verifiable after a change of key.
    """
    if path.exists():
        return Signer.parse(path.read_text())
    signer = Signer.generate(name)
    draft = path.with_suffix(f".{os.getpid()}")
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w") as file:
        file.write(signer.encode() + "\n")
    try:
        os.link(draft, path)  # refuses when another process was quicker
    except FileExistsError:
        return Signer.parse(path.read_text())
    finally:
        draft.unlink()
    with path.with_suffix(".pub").open("a") as file:
        file.write(f"{signer.key}\n")
    return signer


def known_keys(path: Path) -> list[VerifierKey]:
    """The public keys listed beside the signing key, and cosigning witnesses' keys if added."""
    try:
        lines = path.with_suffix(".pub").read_text().splitlines()
    except FileNotFoundError:
        return []
    return [VerifierKey.parse(line) for line in lines if line.strip() and line[0] != "#"]


def _b64(raw: bytes) -> str:
    return base64.b64encode(raw).decode()


def _unb64(text: str) -> bytes:
    try:
        return base64.b64decode(text, validate=True)
    except binascii.Error as error:
        raise ValueError(str(error)) from error
