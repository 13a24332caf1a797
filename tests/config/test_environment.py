"""A deployment with public secrets doesn't start."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

KEY = "Zq3v9LmX2cR7tY5wB8nK4jH6gF1dS0aPoIuEyTrWqMzXcVbNhJkG"
GOOD = {"XIEZHI_ENV": "production", "XIEZHI_SECRET_KEY": KEY, "XIEZHI_HOSTS": "zf.example.gov.cn"}


def start(data: Path, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XIEZHI_")}
    asked = (
        "from xiezhi.config import settings as s;"
        "print(s.SESSION_COOKIE_SECURE, s.SECURE_HSTS_SECONDS > 0, s.DEBUG, sorted(s.DATABASES))"
    )
    return subprocess.run(
        [sys.executable, "-c", asked],
        env=kept | {"XIEZHI_DATA": str(data)} | environment,
        capture_output=True,
        text=True,
        check=False,
    )


def test_production_with_its_own_secrets_starts_safely(tmp_path: Path) -> None:
    assert start(tmp_path, GOOD).stdout == "True True False ['default', 'owner', 'portal']\n"


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"XIEZHI_SECRET_KEY": ""}, "XIEZHI_SECRET_KEY"),
        ({"XIEZHI_SECRET_KEY": "x" * 60}, "XIEZHI_SECRET_KEY"),
        ({"XIEZHI_HOSTS": ""}, "XIEZHI_HOSTS"),
        ({"XIEZHI_HOSTS": "*"}, "XIEZHI_HOSTS"),
        ({"XIEZHI_ENV": "prod"}, "XIEZHI_ENV"),
        ({"XIEZHI_SITE": "everything"}, "XIEZHI_SITE"),
        ({"XIEZHI_TLS": "yes"}, "XIEZHI_TLS"),
    ],
)
def test_production_is_refused(changed: dict[str, str], says: str, tmp_path: Path) -> None:
    ended = start(tmp_path, GOOD | changed)
    assert ended.returncode != 0
    assert says in ended.stderr.splitlines()[-1]


def test_the_demonstrations_data_are_refused_in_production(tmp_path: Path) -> None:
    (tmp_path / "demo").touch()
    assert "演示数据" in start(tmp_path, GOOD).stderr.splitlines()[-1]


def test_a_portal_process_knows_no_other_role(tmp_path: Path) -> None:
    said = start(tmp_path, GOOD | {"XIEZHI_SITE": "portal"}).stdout
    assert said.endswith("['default']\n")


def test_a_secret_is_made_once_for_development(tmp_path: Path) -> None:
    environment = {"XIEZHI_ENV": "development"}
    assert start(tmp_path, environment).returncode == 0
    first = (tmp_path / "keys.json").read_text()
    assert start(tmp_path, environment).returncode == 0
    assert (tmp_path / "keys.json").read_text() == first


def test_a_portal_process_has_no_log_in_and_no_administration(tmp_path: Path) -> None:
    asked = (
        "import django; django.setup();"
        "from django.core.management import call_command; call_command('check');"
        "from django.test import Client; client = Client(); client.cookies['sessionid'] = 'x' * 32;"
        "print([client.get(p).status_code for p in ('/accounts/login/', '/admin/', '/desk/')])"
    )
    kept = {name: value for name, value in os.environ.items() if not name.startswith("XIEZHI_")}
    ended = subprocess.run(
        [sys.executable, "-c", asked],
        env=kept | {"XIEZHI_DATA": str(tmp_path), "XIEZHI_SITE": "portal"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.endswith("[404, 404, 404]\n"), ended.stderr
