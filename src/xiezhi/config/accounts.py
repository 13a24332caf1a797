"""How log-in differs from the library's: nobody signs up, second factors are kept encrypted."""

from __future__ import annotations

import base64
import hashlib
from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from cryptography.fernet import Fernet, MultiFernet
from django.conf import settings
from django.http import HttpRequest
from django.utils.encoding import force_bytes


class Accounts(DefaultAccountAdapter):  # type: ignore[misc]
    """Accounts are opened by the agency's administrator."""

    def is_open_for_signup(self, request: HttpRequest) -> bool:  # noqa: ARG002 (the library's signature)
        """Never."""
        return False

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """A password that everybody can read in the source opens nothing outside a demonstration.

        The data folder's mark keeps the demonstration out of production; a database that was
        copied has no such mark.
        """
        super().pre_authenticate(request, **credentials)
        if settings.PRODUCTION and credentials.get("password") == _public_password():
            raise self.validation_error("username_password_mismatch")

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:  # noqa: ARG002 (the library's signature)
        """One count for an account, whatever the host is called and however its name is typed.

        The library's key holds the Host header with its port, and the database finds `admın` under
        `admin`: both would give an attacker as many new counts as he likes.
        """
        typed = str(credentials.get("username") or credentials.get("email") or "")
        return f"account:{typed.strip().upper().lower()}"


def _public_password() -> str:
    from xiezhi.config.sample import PASSWORD  # not loaded unless somebody tries

    return PASSWORD


class SecondFactors(DefaultMFAAdapter):  # type: ignore[misc]
    """TOTP secrets and recovery seeds: useless to who reads the database without the key."""

    def encrypt(self, text: str) -> str:
        return _box().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return _box().decrypt(encrypted_text.encode()).decode()


def _box() -> MultiFernet:
    """Keys derived from the site's secret, and from those it had before."""
    keys = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    digests = (hashlib.sha256(b"xiezhi/second-factor\n" + force_bytes(k)).digest() for k in keys)
    return MultiFernet([Fernet(base64.urlsafe_b64encode(digest)) for digest in digests])
