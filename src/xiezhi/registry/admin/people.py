"""Organs, persons, accounts, posts and keys."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.auth.password_validation import validate_password
from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils import timezone
from unfold.admin import TabularInline
from unfold.widgets import UnfoldAdminPasswordWidget

from xiezhi.identity.models import Account, Organ, Person, Post, Token
from xiezhi.registry import actions
from xiezhi.registry.admin import sheets
from xiezhi.registry.admin.pages import CheckedForm, CodeForm, Page, SheetPage
from xiezhi.registry.models.reach import administered

SCOPES = (
    ("read", "读取"),
    ("casework.", "办案"),
    ("review.", "法制审核"),
    ("decision.", "决定和执行"),
    ("disclosure.", "公示"),
    ("record.", "归档"),
)


@admin.register(Organ)
class OrganPage(SheetPage):
    """机构."""

    form = CodeForm
    resource_classes = (sheets.OrganSheet,)
    list_display = ("name", "kind", "standing", "parent", "code", "region", "word", "policy")
    list_filter = ("kind", "standing", "has_legal_unit")
    list_select_related = ("parent",)
    search_fields = ("name", "short_name", "code", "slug")
    search_help_text = "名称、代码、代号"
    ordering = ("path",)


@admin.register(Person)
class PersonPage(Page):
    """人员."""

    list_display = ("name", "gender", "qualification")
    search_fields = ("name", "qualification")
    search_help_text = "姓名、法律职业资格证号"


class PostRows(TabularInline):  # type: ignore[misc]
    """The posts of an account."""

    model = Post
    fields = ("role", "organ", "since", "until")
    extra = 0
    can_delete = False

    def has_add_permission(self, _request: HttpRequest, _obj: Any = None) -> bool:
        return True

    has_view_permission = has_change_permission = has_add_permission

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        if db_field.name == "organ" and isinstance(request.user, Account):
            kwargs["queryset"] = administered(request.user, timezone.localdate())
        return super().formfield_for_foreignkey(db_field, request, **kwargs)


class AccountForm(CheckedForm):
    """An account, with a first password or a new one."""

    new_password = forms.CharField(
        label="口令",
        required=False,
        strip=False,
        widget=UnfoldAdminPasswordWidget(attrs={"autocomplete": "new-password"}),
        help_text="新建账号时必填；以后填写即为重设，该账号的会话立即结束。至少 10 位。",
    )

    class Meta:
        model = Account
        fields = ("username", "person", "unit", "email", "is_active")

    def clean_new_password(self) -> str:
        password: str = self.cleaned_data["new_password"]
        if not password and self.instance.pk is None:
            raise forms.ValidationError("新建账号须设口令。")
        if password:
            validate_password(password, self.instance)
        return password


@admin.register(Account)
class AccountPage(Page):
    """账号."""

    form = AccountForm
    inlines = (PostRows,)
    list_display = ("username", "person", "unit", "is_active", "second_factor", "last_login")
    list_filter = ("is_active",)
    list_select_related = ("person", "unit")
    search_fields = ("username", "person__name")
    search_help_text = "账号、姓名"
    autocomplete_fields = ("person",)
    readonly_fields = ("last_login",)
    fields = ("username", "person", "unit", "email", "is_active", "new_password", "last_login")
    actions = ("disable", "enable", "reset_second_factors")

    def get_queryset(self, request: HttpRequest) -> QuerySet[Account]:
        return super().get_queryset(request).prefetch_related("authenticator_set")

    @admin.display(description="两步验证", boolean=True)
    def second_factor(self, account: Any) -> bool:
        return any(factor.type == "totp" for factor in account.authenticator_set.all())

    def save_model(self, request: Any, obj: Any, form: Any, change: bool) -> None:
        super().save_model(request, obj, form, change)
        if password := form.cleaned_data.get("new_password"):
            actions.reset_password(obj, password, by=self.account(request))

    @admin.action(description="停用所选账号（会话立即结束）")
    def disable(self, request: HttpRequest, accounts: QuerySet[Account]) -> None:
        for account in accounts:
            if account.pk == request.user.pk:
                messages.error(request, "不能停用自己的账号。")
            else:
                actions.disable(account, by=self.account(request))

    @admin.action(description="启用所选账号")
    def enable(self, request: HttpRequest, accounts: QuerySet[Account]) -> None:
        for account in accounts:
            actions.enable(account, by=self.account(request))

    @admin.action(description="解除所选账号的两步验证（手机丢失时）")
    def reset_second_factors(self, request: HttpRequest, accounts: QuerySet[Account]) -> None:
        for account in accounts:
            actions.reset_second_factors(account, by=self.account(request), why="管理员解除")


@admin.register(Post)
class PostPage(Page):
    """岗位."""

    list_display = ("account", "role", "organ", "since", "until")
    list_filter = ("role",)
    list_select_related = ("account__person", "organ")
    search_fields = ("account__username", "account__person__name", "organ__name")
    search_help_text = "账号、姓名、机构"
    autocomplete_fields = ("account",)


class TokenForm(forms.ModelForm):  # type: ignore[type-arg]
    """A key's purpose and what it may do."""

    scopes = forms.MultipleChoiceField(
        label="范围", choices=SCOPES, widget=forms.CheckboxSelectMultiple
    )

    class Meta:
        model = Token
        fields = ("account", "label", "scopes", "expires_at")


@admin.register(Token)
class TokenPage(Page):
    """接口令牌: the secret is shown once, when it is issued."""

    form = TokenForm
    list_display = ("label", "account", "scopes", "created_at", "expires_at", "revoked_at")
    list_filter = ("revoked_at",)
    list_select_related = ("account__person",)
    search_fields = ("label", "account__username")
    autocomplete_fields = ("account",)
    actions = ("revoke",)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """A key is issued and revoked, never changed."""
        return obj is None and super().has_change_permission(request, obj)

    def save_model(self, request: Any, obj: Any, _form: Any, _change: bool) -> None:
        token, secret = actions.issue_token(
            obj.account,
            obj.label,
            list(obj.scopes),
            by=self.account(request),
            expires_at=obj.expires_at,
        )
        obj.pk, obj.created_at = token.pk, token.created_at
        messages.warning(request, f"令牌只显示这一次，请立即保存：{secret}")

    @admin.action(description="撤销所选令牌")
    def revoke(self, request: HttpRequest, tokens: QuerySet[Token]) -> None:
        for token in tokens:
            actions.revoke_token(token, by=self.account(request))
