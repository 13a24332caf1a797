from django.apps import AppConfig


class DisclosureConfig(AppConfig):
    name = "xiezhi.disclosure"
    label = "disclosure"
    verbose_name = "公示"
