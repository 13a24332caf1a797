from django.apps import AppConfig


class DecisionConfig(AppConfig):
    name = "xiezhi.decision"
    label = "decision"
    verbose_name = "决定"
