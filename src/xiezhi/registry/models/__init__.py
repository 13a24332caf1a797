"""The registers (G2–G6): officers, items, laws, discretion benchmarks, market entities."""

from xiezhi.registry.models.entities import MarketEntity
from xiezhi.registry.models.items import GUIDE, Benchmark, Item
from xiezhi.registry.models.laws import Article, Law
from xiezhi.registry.models.officers import Officer

__all__ = ["GUIDE", "Article", "Benchmark", "Item", "Law", "MarketEntity", "Officer"]
