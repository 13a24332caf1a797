"""Settings, all from the environment; reference in docs/reference/settings.md."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from xiezhi.config import environment
from xiezhi.config.database import databases
from xiezhi.config.keys import data_folder

ENV = environment.choice("XIEZHI_ENV", environment.ENVIRONMENTS)
PRODUCTION = ENV == "production"
SITE = environment.choice("XIEZHI_SITE", environment.SITES)
DATA = data_folder()
OBJECTS = Path(os.environ.get("XIEZHI_OBJECTS") or DATA / "objects")

DEBUG = ENV == "development" and environment.flag("XIEZHI_DEBUG")
SECRET_KEY = environment.secret_key(DATA, production=PRODUCTION)
ALLOWED_HOSTS = environment.allowed_hosts(production=PRODUCTION)
if PRODUCTION:
    environment.refuse_demo(DATA)
# Printed as a code on served documents, which outlive any request that could name it.
PUBLIC_ADDRESS = os.environ.get("XIEZHI_ADDRESS", "")

# ── what is installed ────────────────────────────────────────────────────────────────────────
CONTEXTS = [
    "xiezhi.ui",
    "xiezhi.identity",
    "xiezhi.record",
    "xiezhi.registry",
    "xiezhi.casework",
    "xiezhi.review",
    "xiezhi.decision",
    "xiezhi.disclosure",
    "xiezhi.faces.desk",
    "xiezhi.faces.portal",
    "xiezhi.faces.exchange",
]

INSTALLED_APPS = [
    "xiezhi.config.apps.ConfigConfig",
    *CONTEXTS,
    "unfold",
    "unfold.contrib.import_export",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "django.contrib.postgres",
    "django_htmx",
    "import_export",
    "allauth",
    "allauth.account",
    "allauth.mfa",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "xiezhi.config.middleware.content_security_policy",
    "xiezhi.config.middleware.refuse_null",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
]

if SITE == "portal":  # nobody logs in there, and its role couldn't read a session
    ABSENT = ("unfold", "import_export", "allauth", "django.contrib.admin")
    INSTALLED_APPS = [name for name in INSTALLED_APPS if not name.startswith(ABSENT)]
    NEEDLESS = (".sessions.", ".auth.", ".messages.", "allauth.")
    MIDDLEWARE = [name for name in MIDDLEWARE if not any(part in name for part in NEEDLESS)]

ROOT_URLCONF = "xiezhi.config.urls"
WSGI_APPLICATION = "xiezhi.config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]
FORM_RENDERER = "xiezhi.ui.renderers.XiezhiRenderer"
INSTALLED_APPS.append("django.forms")

# ── database ─────────────────────────────────────────────────────────────────────────────────
DATABASES = databases(DATA, SITE)
CACHES: dict[str, dict[str, Any]] = {
    # Shared by all processes, so that a limit on log-in attempts is one limit.
    "default": {
        "BACKEND": "django.core.cache.backends.db.DatabaseCache",
        "LOCATION": "config_cache",
        # The usual 300 are soon full, and what is thrown out then are counts of attempts.
        "OPTIONS": {"MAX_ENTRIES": 200_000},
    },
    # What this process keeps for seconds, and the case pages it has put together.
    "local": {"BACKEND": "xiezhi.config.memory.Objects", "OPTIONS": {"MAX_ENTRIES": 10_000}},
    "pages": {
        "BACKEND": "xiezhi.config.memory.Objects",
        "LOCATION": "pages",
        "OPTIONS": {"MAX_ENTRIES": 400},
    },
}
if SITE == "portal" or ENV == "test":
    CACHES["default"] = CACHES["local"]

# ── accounts ─────────────────────────────────────────────────────────────────────────────────
AUTH_USER_MODEL = "identity.Account"
AUTHENTICATION_BACKENDS = (
    ["django.contrib.auth.backends.ModelBackend"]
    if SITE == "portal"
    else ["xiezhi.config.backend.Backend"]
)
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
AUTH_PASSWORD_VALIDATORS[0]["OPTIONS"] = {"max_similarity": 0.6}  # type: ignore[assignment]
AUTH_PASSWORD_VALIDATORS[1]["OPTIONS"] = {"min_length": 10}  # type: ignore[assignment]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "/desk/"
LOGOUT_REDIRECT_URL = "/"
ACCOUNT_ADAPTER = "xiezhi.config.accounts.Accounts"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*", "password2*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_SESSION_REMEMBER = False
ACCOUNT_LOGOUT_ON_PASSWORD_CHANGE = True
ACCOUNT_PREVENT_ENUMERATION = True
ACCOUNT_RATE_LIMITS = {"login": "60/m/ip", "login_failed": "20/m/ip,5/300s/key"}
ALLAUTH_TRUSTED_PROXY_COUNT = int(os.environ.get("XIEZHI_PROXIES") or 0)
MFA_ADAPTER = "xiezhi.config.accounts.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "recovery_codes"]
MFA_TOTP_ISSUER = "獬豸"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"
# Rows, not signed cookies: a session can be ended from the other side at once.
SESSION_ENGINE = "xiezhi.config.sessions"
SESSION_COOKIE_AGE = 12 * 60 * 60
SESSION_EXPIRE_AT_BROWSER_CLOSE = True
if ENV == "test":
    PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]

# ── transport ────────────────────────────────────────────────────────────────────────────────
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = PRODUCTION
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SECURE_SSL_REDIRECT = PRODUCTION and environment.flag("XIEZHI_TLS", default=True)
SECURE_HSTS_SECONDS = 365 * 24 * 60 * 60 if SECURE_SSL_REDIRECT else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = False
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
if ALLAUTH_TRUSTED_PROXY_COUNT:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
CSRF_TRUSTED_ORIGINS = environment.names("XIEZHI_ORIGINS")
DATA_UPLOAD_MAX_MEMORY_SIZE = 10 * 1024 * 1024
#: A recording of a day; larger ones are cut by whoever makes them.
LARGEST_OBJECT = int(os.environ.get("XIEZHI_LARGEST_MB") or 20 * 1024) << 20

# ── language and time ────────────────────────────────────────────────────────────────────────
LANGUAGE_CODE = "zh-hans"
LANGUAGES = [("zh-hans", "简体中文"), ("en", "English")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "Asia/Shanghai"

# ── files ────────────────────────────────────────────────────────────────────────────────────
STATIC_URL = "/static/"
STATIC_ROOT = DATA / "static"
HASHED = environment.flag("XIEZHI_HASHED_STATIC", default=PRODUCTION)
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "xiezhi.config.static.Storage"
        if HASHED
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
if not HASHED:  # runserver and the tests serve the files where they are written
    MIDDLEWARE.remove("whitenoise.middleware.WhiteNoiseMiddleware")

# ── administration of reference data ─────────────────────────────────────────────────────────
#: 石青, the product's own blue, from tint to depth.
ADMIN_BLUES = {
    "50": "#F1F6FA",
    "100": "#E3EEF5",
    "200": "#C6DCEA",
    "300": "#9FC3DA",
    "400": "#5E97BC",
    "500": "#2C719F",
    "600": "#0F4C75",
    "700": "#0A3554",
    "800": "#12293A",
    "900": "#0E2130",
    "950": "#091722",
}
UNFOLD = {
    "SITE_TITLE": "獬豸",
    "SITE_HEADER": "基础数据管理",
    "SITE_URL": "/desk/",
    "SHOW_VIEW_ON_SITE": False,
    "BORDER_RADIUS": "2px",
    "COLORS": {"primary": ADMIN_BLUES},
    "SIDEBAR": {"show_search": True, "navigation": "xiezhi.config.menu.registers"},
}
IMPORT_EXPORT_USE_TRANSACTIONS = True
IMPORT_EXPORT_IMPORT_IGNORE_BLANK_LINES = True

# ── record of the running program; never personal data ───────────────────────────────────────
LOGGING: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {
        "line": {
            "()": "xiezhi.config.logs.Discreet",
            "fmt": "%(asctime)s %(levelname)s %(name)s %(message)s",
        }
    },
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": os.environ.get("XIEZHI_LOG_LEVEL") or "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "propagate": False}},
}
