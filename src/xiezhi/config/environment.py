"""What the environment says about this deployment, refused when it is unsafe."""

from __future__ import annotations

import importlib.util
import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

from xiezhi.config.keys import Keys

ENVIRONMENTS = ("development", "test", "production")
SITES = ("all", "office", "portal")


def exists(module: str) -> bool:
    """Whether that part of the house has been built."""
    try:
        return importlib.util.find_spec(module) is not None
    except ModuleNotFoundError:
        return False


def choice(variable: str, allowed: tuple[str, ...]) -> str:
    """The variable's value; its first allowed value when unset; anything else is refused."""
    value = os.environ.get(variable) or allowed[0]
    if value not in allowed:
        raise ImproperlyConfigured(f"{variable} 只能是 {'、'.join(allowed)}，现在是 {value!r}。")
    return value


def flag(variable: str, *, default: bool = False) -> bool:
    """A yes-or-no variable: `1` or `0`."""
    value = os.environ.get(variable) or ("1" if default else "0")
    if value not in ("0", "1"):
        raise ImproperlyConfigured(f"{variable} 只能是 1 或 0，现在是 {value!r}。")
    return value == "1"


def names(variable: str) -> list[str]:
    """A comma-separated variable as a list."""
    return [name.strip() for name in os.environ.get(variable, "").split(",") if name.strip()]


def secret_key(data: Path, *, production: bool) -> str:
    """The key that signs sessions: given in production, made and kept in the data folder else."""
    given = os.environ.get("XIEZHI_SECRET_KEY", "")
    if not production:
        return given or Keys(data).get("secret_key")
    if len(given) < 50 or len(set(given)) < 10 or given.startswith("django-insecure"):
        raise ImproperlyConfigured(
            "生产环境必须设置 XIEZHI_SECRET_KEY，且为至少 50 个字符的随机串。"
            '可用 python -c "import secrets; print(secrets.token_urlsafe(48))" 生成。'
        )
    return given


def allowed_hosts(*, production: bool) -> list[str]:
    """The names this deployment answers to: named in production, this machine's else."""
    given = names("XIEZHI_HOSTS")
    if not production:
        return given or ["localhost", "127.0.0.1", "[::1]", "testserver"]
    if not given or any("*" in name or name.startswith(".") for name in given):
        raise ImproperlyConfigured(
            "生产环境必须在 XIEZHI_HOSTS 写明本站域名，用逗号分隔，不能用 *。"
        )
    return given


def refuse_demo(data: Path) -> None:
    """A data folder that `xiezhi demo` filled has accounts whose passwords everyone knows."""
    if (data / "demo").exists():
        raise ImproperlyConfigured(
            f"{data} 是演示数据，其中的账号口令是公开的，不能用于生产环境。请另设 XIEZHI_DATA。"
        )
