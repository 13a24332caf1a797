from django.apps import AppConfig


class ConfigConfig(AppConfig):
    name = "xiezhi.config"
    label = "config"
    verbose_name = "配置"
