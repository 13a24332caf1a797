"""Pure judgements on certificates, numbers, fines and the places of laws."""

from xiezhi.registry.rules.certificates import ACT_LABELS, Certificate, covers, fault, region_prefix
from xiezhi.registry.rules.citations import (
    Cited,
    Place,
    law_key,
    parse_basis,
    parse_citation,
    parse_place,
)
from xiezhi.registry.rules.fines import FineRange, deviation, judge_benchmark, judge_fine
from xiezhi.registry.rules.identifiers import (
    birth_date,
    check_citizen_number,
    check_uscc,
    clean,
    masked,
)
from xiezhi.registry.rules.numerals import numeral, parse_numeral
from xiezhi.registry.rules.statutes import ArticleText, Statute, paragraphs, parse_statute

__all__ = [
    "ACT_LABELS",
    "ArticleText",
    "Certificate",
    "Cited",
    "FineRange",
    "Place",
    "Statute",
    "birth_date",
    "check_citizen_number",
    "check_uscc",
    "clean",
    "covers",
    "deviation",
    "fault",
    "judge_benchmark",
    "judge_fine",
    "law_key",
    "masked",
    "numeral",
    "paragraphs",
    "parse_basis",
    "parse_citation",
    "parse_numeral",
    "parse_place",
    "parse_statute",
    "region_prefix",
]
