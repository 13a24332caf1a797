from django.apps import AppConfig


class DeskConfig(AppConfig):
    name = "xiezhi.faces.desk"
    label = "desk"
    verbose_name = "办案台"
