from django.apps import AppConfig


class CaseworkConfig(AppConfig):
    name = "xiezhi.casework"
    label = "casework"
    verbose_name = "办案"
