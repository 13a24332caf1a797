"""Importing and exporting a register: preview, errors by row and column, all rows or none."""

from __future__ import annotations

from typing import Any, ClassVar, TypeVar

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.db import models
from django.utils import timezone
from import_export.fields import Field
from import_export.resources import ModelResource

from xiezhi.identity.models import Account, Organ, Person
from xiezhi.procedure.citations import Refused
from xiezhi.registry.actions import Change, faults, put, write_down
from xiezhi.registry.admin import cells
from xiezhi.registry.models import GUIDE, Benchmark, Item, MarketEntity, Officer
from xiezhi.registry.models.reach import administered, reached

Row = TypeVar("Row", bound=models.Model)


class OrganCell(cells.Text):
    """An organ within one's reach, by full name, short name or 统一社会信用代码."""

    by: Account | None = None

    def clean(self, value: Any, **_kwargs: Any) -> Organ | None:
        text = cells.text_of(value)
        if not text or self.by is None:
            return None
        named = models.Q(name=text) | models.Q(short_name=text) | models.Q(code=text)
        rows = administered(self.by, timezone.localdate()).filter(named)
        return _only(rows, text, "机构")

    def render(self, value: Any, **_kwargs: Any) -> str:
        return value.name if value else ""


class ItemCell(cells.Text):
    """An item within one's reach, by its code."""

    by: Account | None = None

    def clean(self, value: Any, **_kwargs: Any) -> Item | None:
        text = cells.text_of(value)
        if not text or self.by is None:
            return None
        rows: models.QuerySet[Item] = reached(Item, self.by, timezone.localdate())
        return _only(rows.filter(code=text), text, "事项")

    def render(self, value: Any, **_kwargs: Any) -> str:
        return value.code if value else ""


def _only(rows: models.QuerySet[Row], text: str, what: str) -> Row:
    found = list(rows[:2])
    if not found:
        raise ValueError(f"您管理的范围内没有{what}“{text}”")
    if len(found) > 1:
        raise ValueError(f"您管理的范围内有几个{what}都叫“{text}”，请写代码")
    return found[0]


def _said(error: ValidationError) -> ValidationError:
    """In the words of who fills in a sheet."""
    return ValidationError("没有填写") if error.code in ("null", "blank") else error


class Sheet(ModelResource):  # type: ignore[misc]
    """What all sheets do: reach, rules and the ledger are those of the actions."""

    #: Columns that tell which row is meant.
    keys: ClassVar[tuple[str, ...]] = ()

    class Meta:
        use_transactions = True
        clean_model_instances = True
        skip_unchanged = True
        report_skipped = True

    def __init__(self, by: Account | None = None, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.by = by
        self.changes: list[Change] = []
        for field in self.fields.values():
            if isinstance(field.widget, OrganCell | ItemCell):
                field.widget.by = by

    # -- reading -----------------------------------------------------------------------------
    def import_data(self, dataset: Any, dry_run: bool = False, **kwargs: Any) -> Any:
        """One bad row keeps all out, at the preview and at the confirmation."""
        kwargs |= {"use_transactions": True, "rollback_on_validation_errors": True}
        return super().import_data(dataset, dry_run, **kwargs)

    def before_import(self, dataset: Any, **_kwargs: Any) -> None:
        """A misspelt heading would silently lose its column."""
        known = {field.column_name for field in self.get_import_fields()}
        known |= {field.column_name for field in self.fields.values()}
        heads = [head for head in dataset.headers or [] if head]
        said = (
            [f"不认识的列：{'、'.join(odd)}"]
            if (odd := [h for h in heads if h not in known])
            else []
        )
        wanted = [self.fields[key].column_name for key in self.keys]
        if lacking := [head for head in wanted if head not in heads]:
            said.append(f"缺少列：{'、'.join(lacking)}")
        if said:
            raise ValueError("；".join(said))

    def get_instance(self, instance_loader: Any, row: Any) -> models.Model | None:  # noqa: ARG002
        """The row meant, or None for a new one; who may change it is asked when it is saved."""
        try:
            wanted = {self.fields[key].attribute: self.fields[key].clean(row) for key in self.keys}
        except (ValueError, KeyError):
            return None  # the column is named when the whole row is read
        found: models.Model | None = self._meta.model._default_manager.filter(**wanted).first()
        return found

    def import_row(self, row: Any, instance_loader: Any, **kwargs: Any) -> Any:
        """Errors are told by the column's heading, not by its name in the table."""
        result = super().import_row(row, instance_loader, **kwargs)
        error = result.validation_error
        if error is not None and hasattr(error, "error_dict"):
            heads = {f.attribute: f.column_name for f in self.fields.values()}
            named = {heads.get(k, k): [_said(e) for e in v] for k, v in error.error_dict.items()}
            result.validation_error = ValidationError(named)
        return result

    def validate_instance(
        self,
        instance: Any,
        import_validation_errors: dict[str, Any] | None = None,
        validate_unique: bool = True,
    ) -> None:
        """The table's own rules, and those that cite an article."""
        errors = dict(import_validation_errors or {})
        if errors:  # a row that couldn't be read isn't judged: it would be blamed twice
            raise ValidationError(errors)
        for reason in faults(instance):
            errors[reason.field or NON_FIELD_ERRORS] = ValidationError(str(reason))
        super().validate_instance(instance, errors, validate_unique)

    def do_instance_save(self, instance: Any, is_create: bool) -> None:  # noqa: ARG002
        """Within one's reach only; the change is kept for the ledger."""
        try:
            change = put(instance, by=self._by())
        except Refused as refused:
            said = {r.field or NON_FIELD_ERRORS: str(r) for r in refused.reasons}
            raise ValidationError(said) from refused
        if change:
            self.changes.append(change)

    def after_import(self, dataset: Any, result: Any, **kwargs: Any) -> None:  # noqa: ARG002
        """One entry for each agency, in the same commit."""
        if not result.has_errors() and not result.has_validation_errors():
            write_down(self.changes, by=self._by(), why=f"导入 {kwargs.get('file_name') or ''}")

    def _by(self) -> Account:
        if self.by is None:
            raise ValueError("导入须有登录的管理员")
        return self.by

    # -- writing -----------------------------------------------------------------------------
    def export_field(self, field: Any, instance: Any, **kwargs: Any) -> Any:
        """No cell of ours is a formula."""
        return cells.safe(super().export_field(field, instance, **kwargs))


def text(attribute: str, heading: str, widget: Any = None, **more: Any) -> Any:
    """A column: the table's name, the sheet's heading, how its cells are read."""
    return Field(attribute=attribute, column_name=heading, widget=widget or cells.Text(), **more)


class OrganSheet(Sheet):
    """机构 (G1): parents stand above their children."""

    keys = ("parent", "slug")
    parent = text("parent", "上级机构", OrganCell())
    slug = text("slug", "代号")
    name = text("name", "机构名称")
    short_name = text("short_name", "简称")
    kind = text("kind", "类别", cells.Choice(Organ.Kind.choices))
    standing = text(
        "standing", "主体性质", cells.Choice(Organ.Standing.choices), default="statutory"
    )
    code = text("code", "统一社会信用代码", cells.Code())
    region = text("region", "行政区划代码")
    word = text("word", "机关代字")
    has_legal_unit = text("has_legal_unit", "设有法制机构", cells.Flag())
    duties = text("duties", "主要职责")
    basis = text("basis", "设立和授权依据")
    address = text("address", "地址")
    phone = text("phone", "电话")

    class Meta(Sheet.Meta):
        model = Organ
        name = "机构"
        fields = (
            "parent",
            "slug",
            "name",
            "short_name",
            "kind",
            "standing",
            "code",
            "region",
            "word",
            "has_legal_unit",
            "duties",
            "basis",
            "address",
            "phone",
        )


class OfficerSheet(Sheet):
    """执法人员 (G2): the six columns that must be public, and the certificate's own."""

    keys = ("number",)
    person = text("person__name", "姓名", readonly=True)
    agency = text("agency", "单位", OrganCell())
    post = text("post", "职务")
    number = text("number", "证件编号")
    categories = text("categories", "执法类别", cells.Words())
    territory = text("territory", "执法区域")
    kind = text("kind", "证件种类", cells.Choice(Officer.Kind.choices), default="national")
    issuer = text("issuer", "发证机关")
    filed_with_justice = text("filed_with_justice", "已备案", cells.Flag())
    valid_from = text("valid_from", "有效期起", cells.Day())
    valid_until = text("valid_until", "有效期止", cells.Day())
    status = text("status", "状态", cells.Choice(Officer.Status.choices), default="valid")
    status_since = text("status_since", "暂扣、注销日期", cells.Day())

    class Meta(Sheet.Meta):
        model = Officer
        name = "执法人员"
        fields = (
            "person",
            "agency",
            "post",
            "number",
            "categories",
            "territory",
            "kind",
            "issuer",
            "filed_with_justice",
            "valid_from",
            "valid_until",
            "status",
            "status_since",
        )

    def import_instance(self, instance: Officer, row: Any, **kwargs: Any) -> None:
        """The holder: whoever holds the certificate, works here under that name, or is new."""
        super().import_instance(instance, row, **kwargs)
        name = cells.text_of(row.get("姓名"))
        if not name:
            raise ValidationError({"person__name": "没有填写姓名"})
        if not instance._state.adding:
            if instance.person.name != name:
                said = f"证件 {instance.number} 已登记给{instance.person.name}，与“{name}”不一致"
                raise ValidationError({"person__name": said})
        elif agency := Organ.objects.filter(pk=instance.agency_id).first():
            instance.person = self._holder(name, agency)

    def _holder(self, name: str, agency: Organ) -> Person:
        here = models.Q(accounts__unit__path__startswith=agency.path)
        officers = Officer.objects.filter(agency=agency).values("person")
        found = Person.objects.filter(here | models.Q(pk__in=officers), name=name).distinct()
        if len(found) > 1:
            said = f"{agency}有 {len(found)} 名“{name}”，请逐一登记"
            raise ValidationError({"person__name": said})
        person = found[0] if found else Person(name=name)
        if not found and (change := put(person, by=self._by())):
            self.changes.append(change)
        return person


class ItemSheet(Sheet):
    """执法事项 (G3)."""

    keys = ("agency", "code")
    agency = text("agency", "实施主体", OrganCell())
    code = text("code", "事项编码")
    name = text("name", "事项名称")
    category = text("category", "执法类别", cells.Choice(Item.Category.choices))
    level = text("level", "行使层级", cells.Choice(Item.Level.choices), default="county")
    basis = text("basis", "依据")
    supervision = text("supervision", "监督方式")
    effective_from = text("effective_from", "生效日期", cells.Day())
    effective_until = text("effective_until", "失效日期", cells.Day())
    published = text("published", "已公布", cells.Flag())
    conditions = text("conditions", "办理条件")
    quantity = text("quantity", "数量限制")
    process = text("process", "办理程序")
    term = text("term", "办理期限")
    materials = text("materials", "材料目录")
    sample = text("sample", "申请书示范文本")

    class Meta(Sheet.Meta):
        model = Item
        name = "执法事项"
        fields = (
            "agency",
            "code",
            "name",
            "category",
            "level",
            "basis",
            "supervision",
            "effective_from",
            "effective_until",
            "published",
            *GUIDE,
        )


class BenchmarkSheet(Sheet):
    """裁量基准 (G5)."""

    keys = ("item", "violation", "grade", "order", "effective_from")
    item = text("item", "事项编码", ItemCell())
    violation = text("violation", "违法行为")
    basis = text("basis", "法律依据")
    grade = text("grade", "裁量阶次", cells.Choice(Benchmark.Grade.choices))
    order = text("order", "排序", cells.Amount(), default=0)
    conditions = text("conditions", "适用条件")
    unit = text("unit", "单位", cells.Choice(Benchmark.Unit.choices), default="yuan")
    fine_min = text("fine_min", "基准下限", cells.Amount())
    fine_max = text("fine_max", "基准上限", cells.Amount())
    legal_min = text("legal_min", "法定下限", cells.Amount())
    legal_max = text("legal_max", "法定上限", cells.Amount())
    issuer = text("issuer", "制定机关")
    number = text("number", "文号")
    effective_from = text("effective_from", "生效日期", cells.Day())
    effective_until = text("effective_until", "失效日期", cells.Day())

    class Meta(Sheet.Meta):
        model = Benchmark
        name = "裁量基准"
        fields = (
            "item",
            "violation",
            "basis",
            "grade",
            "order",
            "conditions",
            "unit",
            "fine_min",
            "fine_max",
            "legal_min",
            "legal_max",
            "issuer",
            "number",
            "effective_from",
            "effective_until",
        )


class MarketEntitySheet(Sheet):
    """市场主体 (G6)."""

    keys = ("code",)
    code = text("code", "统一社会信用代码", cells.Code())
    name = text("name", "名称")
    kind = text("kind", "类型", cells.Choice(MarketEntity.Kind.choices))
    legal_rep = text("legal_rep", "法定代表人")
    address = text("address", "住所")
    region = text("region", "行政区划代码")
    status = text("status", "登记状态", cells.Choice(MarketEntity.Status.choices), default="active")
    established_on = text("established_on", "成立日期", cells.Day())

    class Meta(Sheet.Meta):
        model = MarketEntity
        name = "市场主体"
        fields = (
            "code",
            "name",
            "kind",
            "legal_rep",
            "address",
            "region",
            "status",
            "established_on",
        )
