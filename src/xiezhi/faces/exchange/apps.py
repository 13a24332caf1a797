from django.apps import AppConfig


class ExchangeConfig(AppConfig):
    name = "xiezhi.faces.exchange"
    label = "exchange"
    verbose_name = "数据交换"
