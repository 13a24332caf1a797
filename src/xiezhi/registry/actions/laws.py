"""Importing laws from a folder of Markdown files, article by article (G4)."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from django.db import transaction

from xiezhi.registry.models import Article, Law
from xiezhi.registry.rules import Statute, law_key, parse_statute

SHIPPED = Path(__file__).resolve().parent.parent / "laws"


@dataclass
class Imported:
    """What an import did: laws and articles by outcome, and what to look at."""

    laws: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    doubts: list[str] = field(default_factory=list)


class BadFolder(ValueError):
    """Nothing was imported; says every faulty file."""


@transaction.atomic
def import_laws(folder: Path = SHIPPED) -> Imported:
    """Import every `name(date).md` of a folder, all files or none; importing again changes nothing.

    Statutes are public texts that come with the software or from the operator's own folder: like a
    migration, this is done by who runs the deployment and needs no account.
    """
    statutes, wrong = _read(folder)
    if wrong or not statutes:
        raise BadFolder("；".join(wrong) or f"{folder} 里没有“简称(日期).md”文件")
    done = Imported()
    for statute, digest in statutes:
        _import(statute, digest, done)
    return done


def _read(folder: Path) -> tuple[list[tuple[Statute, str]], list[str]]:
    statutes, wrong = [], []
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        try:
            digest = hashlib.sha256(text.encode()).hexdigest()
            statutes.append((parse_statute(text, path.name), digest))
        except ValueError as error:
            wrong.append(f"{path.name}：{error}")
    return statutes, wrong


def _import(statute: Statute, digest: str, done: Imported) -> None:
    key = law_key(statute.name)
    law = Law.objects.filter(key=key, version=statute.version).first()
    if law and law.digest == digest:
        done.laws["unchanged"] += 1
        done.articles["unchanged"] += len(statute.articles)
        return
    done.laws["updated" if law else "new"] += 1
    law = law or Law(key=key, version=statute.version)
    law.name, law.short_name, law.kind = statute.name, statute.short_name, statute.kind
    law.effective_on, law.effective_is_assumed = statute.effective_on, statute.assumed
    law.notes, law.preamble, law.digest = statute.notes, statute.preamble, digest
    law.save()
    _articles(law, statute, done)
    if gaps := statute.gaps():
        done.doubts.append(f"{law}缺第 {'、'.join(map(str, gaps))} 条")
    if statute.assumed:
        done.doubts.append(f"{law}没有写明本版本的施行日期，按 {law.effective_on} 推定")


def _articles(law: Law, statute: Statute, done: Imported) -> None:
    known = {(a.number, a.branch): a for a in law.articles.all()}
    new, changed = [], []
    for read in statute.articles:
        place = read.place
        article = known.pop((place.article, place.branch), None)
        if article is None:
            article = Article(law=law, number=place.article, branch=place.branch)
            new.append(article)
        elif (article.text, article.part) != (read.text, read.part):
            changed.append(article)
        else:
            done.articles["unchanged"] += 1
        article.label, article.part, article.text = place.label, read.part, read.text
    Article.objects.bulk_create(new)
    Article.objects.bulk_update(changed, ["label", "part", "text"])
    done.articles["new"] += len(new)
    done.articles["updated"] += len(changed)
    if known:  # never deleted: somebody may have cited it
        labels = "、".join(article.label for article in known.values())
        done.doubts.append(f"{law}的{labels}在新文本里没有，已保留")
