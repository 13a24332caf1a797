from django.apps import AppConfig


class RegistryConfig(AppConfig):
    name = "xiezhi.registry"
    label = "registry"
    verbose_name = "权责"
