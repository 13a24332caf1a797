"""What every page of the administration does: reach, acts instead of saves, the ledger."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.db.models import Model, QuerySet
from django.forms import ModelForm
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template.response import TemplateResponse
from django.utils import timezone
from import_export.admin import ImportExportModelAdmin
from import_export.tmp_storages import CacheStorage
from unfold.admin import ModelAdmin
from unfold.contrib.import_export.forms import ExportForm, ImportForm

from xiezhi.identity.models import Account, Organ
from xiezhi.procedure.citations import Refused
from xiezhi.record.models import Entry
from xiezhi.registry.actions import faults, save
from xiezhi.registry.admin import cells
from xiezhi.registry.models.reach import reached, readable
from xiezhi.registry.rules import clean


class CheckedForm(ModelForm):  # type: ignore[type-arg]
    """Shows the rules' refusals at their fields, with the article, before anything is written."""

    def clean(self) -> dict[str, Any] | None:
        cleaned = super().clean()
        if not self.errors:
            for name, value in (cleaned or {}).items():
                if name in {field.name for field in self.instance._meta.fields}:
                    setattr(self.instance, name, value)
            for reason in faults(self.instance):
                field = reason.field if reason.field in self.fields else None
                self.add_error(field, f"{reason} {reason.todo}")
        return cleaned


class CodeForm(CheckedForm):
    """A form with a 统一社会信用代码, which is tidied before it is checked."""

    def clean_code(self) -> str:
        return clean(self.cleaned_data["code"])


class Page(ModelAdmin):  # type: ignore[misc]
    """A register as an administrator sees it: his organs' rows; nothing is deleted."""

    form: type[ModelForm[Any]] = CheckedForm
    list_per_page = 50
    show_full_result_count = False
    warn_unsaved_form = True
    actions: tuple[str, ...] = ()

    def account(self, request: HttpRequest) -> Account:
        if not isinstance(request.user, Account) or not request.user.is_staff:
            raise PermissionDenied
        return request.user

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        rows = readable(self.model, self.account(request), timezone.localdate())
        ordering = self.get_ordering(request)
        if ordering:
            return rows.order_by(*ordering)
        return rows if rows.ordered else rows.order_by("-pk")

    def has_module_permission(self, request: HttpRequest) -> bool:
        return bool(getattr(request.user, "is_staff", False))

    def has_view_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may(request, obj, readable)

    def has_change_permission(self, request: HttpRequest, obj: Model | None = None) -> bool:
        return self._may(request, obj, reached)

    def has_add_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def has_delete_permission(self, _request: HttpRequest, _obj: Model | None = None) -> bool:
        """Rows end by date or status: somebody acted on them."""
        return False

    def _may(self, request: HttpRequest, obj: Model | None, ask: Any) -> bool:
        if not self.has_module_permission(request):
            return False
        if obj is None or obj.pk is None:
            return True
        rows = ask(self.model, self.account(request), timezone.localdate())
        return bool(rows.filter(pk=obj.pk).exists())

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Only what is within reach can be chosen."""
        if "queryset" not in kwargs and request is not None:
            other = db_field.remote_field.model
            kwargs["queryset"] = readable(other, self.account(request), timezone.localdate())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def save_model(self, request: Any, obj: Any, _form: Any, _change: bool) -> None:
        """Every save is an act."""
        save(obj, by=self.account(request))

    def save_formset(self, request: Any, _form: Any, formset: Any, **_kwargs: Any) -> None:
        for row in formset.save(commit=False):
            save(row, by=self.account(request))

    def changeform_view(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """A refusal that no form foresaw is said and nothing is written."""
        return self._told(request, super().changeform_view, *args, **kwargs)

    def changelist_view(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The same for what is done to several rows."""
        return self._told(request, super().changelist_view, *args, **kwargs)

    @staticmethod
    def _told(request: Any, view: Any, *args: Any, **kwargs: Any) -> Any:
        try:
            return view(request, *args, **kwargs)
        except Refused as refused:
            for reason in refused.reasons:
                messages.error(request, f"{reason} {reason.todo}")
            return HttpResponseRedirect(request.get_full_path())

    def log_addition(self, *_args: Any, **_kwargs: Any) -> None:
        """The ledger has it."""

    log_change = log_addition

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """The entries of the ledger that changed this row."""
        row = self.get_object(request, object_id)
        if row is None or not self.has_view_permission(request, row):
            raise PermissionDenied
        wanted = {"changes": [{"table": self.model._meta.db_table, "row": str(row.pk)}]}
        entries = Entry.objects.filter(kind="registry.change", body_json__contains=wanted)
        context = {
            **self.admin_site.each_context(request),
            "title": f"{row} 的变更记录",
            "opts": self.opts,
            "object": row,
            "entries": entries.select_related("actor__person").order_by("-at")[:200],
            **(extra_context or {}),
        }
        return TemplateResponse(request, "registry/history.html", context)


class SheetPage(Page, ImportExportModelAdmin):  # type: ignore[misc]
    """A register that is also kept in sheets: XLSX and CSV in and out."""

    import_form_class = ImportForm
    export_form_class = ExportForm
    formats = (cells.XLSX, cells.CSV)
    tmp_storage_class = CacheStorage
    skip_admin_log = True

    def get_import_resource_kwargs(self, request: HttpRequest, **_kwargs: Any) -> dict[str, Any]:
        return {"by": self.account(request)}

    get_export_resource_kwargs = get_import_resource_kwargs

    def has_import_permission(self, request: HttpRequest) -> bool:
        return self.has_add_permission(request)

    def has_export_permission(self, request: HttpRequest) -> bool:
        return self.has_module_permission(request)

    def process_result(self, result: Any, request: HttpRequest) -> HttpResponse:
        """Between preview and confirmation the world may have changed."""
        if not (result.has_errors() or result.has_validation_errors()):
            return super().process_result(result, request)  # type: ignore[no-any-return]
        for error in result.base_errors:
            messages.error(request, str(error.error))
        for row in result.invalid_rows:
            for head, said in row.error_dict.items():
                where = "" if head == NON_FIELD_ERRORS else f"“{head}”"
                messages.error(request, f"第 {row.number + 1} 行{where}：{'；'.join(said)}")
        messages.error(request, "没有导入任何一行。")
        return HttpResponseRedirect("../")


def agencies(request: HttpRequest) -> QuerySet[Organ]:
    """The agencies an administrator may name as 执法主体."""
    account = request.user
    if not isinstance(account, Account):
        return Organ.objects.none()
    found: QuerySet[Organ] = reached(Organ, account, timezone.localdate())
    return found.exclude(kind=Organ.Kind.UNIT)
