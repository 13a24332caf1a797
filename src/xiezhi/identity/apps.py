from django.apps import AppConfig


class IdentityConfig(AppConfig):
    name = "xiezhi.identity"
    label = "identity"
    verbose_name = "身份"
