"""Who exists: organs (组织树), persons, accounts, and the posts they hold."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q
from django.utils import timezone

from xiezhi.identity.prepared import Prepared, Slot
from xiezhi.procedure.roles import Role

#: Roles that see every File of the agencies they are held over.
WIDE_ROLES = frozenset(
    {
        Role.REVIEWER,
        Role.AGENCY_HEAD,
        Role.PUBLISHER,
        Role.ARCHIVIST,
        Role.SUPERVISOR,
    }
)


class OrganQuerySet(models.QuerySet["Organ"]):
    """Which part of the tree somebody's posts reach: default none."""

    def administered_by(self, account: Account, today: dt.date) -> OrganQuerySet:
        """The organs over which the account holds the administrator's post."""
        reach = Q(pk=None)
        for post in account.posts_on(today):
            if post.role == Role.ADMINISTRATOR:
                reach |= Q(path__startswith=post.organ.path)
        return self.filter(reach)

    def around(self, account: Account, today: dt.date) -> OrganQuerySet:
        """The organs below the account's posts, and those that the posts belong to."""
        reach = Q(pk=None)
        for post in account.posts_on(today):
            reach |= Q(path__startswith=post.organ.path) | Q(path__in=post.organ.chain())
        return self.filter(reach)


class Organ(models.Model):
    """A government, an agency (执法主体, G1) or one of its units, in one tree."""

    class Kind(models.TextChoices):
        GOVERNMENT = "government", "人民政府"
        AGENCY = "agency", "执法主体"
        UNIT = "unit", "内设机构"

    class Standing(models.TextChoices):
        STATUTORY = "statutory", "行政机关"
        AUTHORISED = "authorised", "法律法规授权组织"
        ENTRUSTED = "entrusted", "受委托组织"

    parent = models.ForeignKey(
        "self",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="children",
        verbose_name="上级",
    )
    kind = models.CharField("类别", max_length=16, choices=Kind)
    standing = models.CharField(
        "主体性质", max_length=16, choices=Standing, default=Standing.STATUTORY
    )
    slug = models.SlugField("代号", max_length=32)
    path = models.CharField("路径", max_length=255, unique=True, editable=False, db_collation="C")
    name = models.CharField("名称", max_length=100)
    short_name = models.CharField("简称", max_length=50, blank=True)
    code = models.CharField("统一社会信用代码", max_length=18, blank=True)
    region = models.CharField("行政区划代码", max_length=12, blank=True)
    word = models.CharField(
        "机关代字", max_length=16, blank=True, help_text="用在文号里，例如“安市监”"
    )
    policy = models.CharField(
        "适用方案", max_length=16, blank=True, help_text="留空则沿用上级的方案"
    )
    has_legal_unit = models.BooleanField("设有法制机构", default=True)
    duties = models.TextField("主要职责", blank=True)
    basis = models.TextField("设立和授权依据", blank=True)
    address = models.CharField("地址", max_length=200, blank=True)
    phone = models.CharField("电话", max_length=50, blank=True)
    court = models.CharField("有管辖权的人民法院", max_length=100, blank=True)
    bank_name = models.CharField("罚没款代收机构", max_length=200, blank=True)
    bank_address = models.CharField("代收机构地址", max_length=200, blank=True)
    bank_account = models.CharField("罚没款账号", max_length=64, blank=True)

    objects = OrganQuerySet.as_manager()

    class Meta:
        verbose_name = "机构"
        verbose_name_plural = "机构"
        ordering: ClassVar = ["path"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["parent", "slug"], name="organ_slug_is_unique"),
        ]

    def __str__(self) -> str:
        return self.name

    def chain(self) -> list[str]:
        """The paths from the root down to this organ, its own included."""
        parts = self.path.rstrip(".").split(".")
        return [".".join(parts[: n + 1]) + "." for n in range(len(parts))]

    def ancestors(self) -> list[Organ]:
        """The chain from the root down to this organ, itself included; one query."""
        return list(Organ.objects.filter(path__in=self.chain()).order_by("path"))

    def policy_code(self) -> str:
        """The profile in force here: its own, or the nearest one above, or the baseline."""
        if self.policy:
            return self.policy
        for organ in reversed(self.ancestors()[:-1]):
            if organ.policy:
                return organ.policy
        return "national"

    def government(self) -> Organ | None:
        """The people's government at the same level: the reconsideration body (复议法 art. 24)."""
        if self.parent_id and self.parent and self.parent.kind == Organ.Kind.GOVERNMENT:
            return self.parent
        chain = [organ for organ in self.ancestors() if organ.kind == Organ.Kind.GOVERNMENT]
        return chain[-1] if chain else None


class Person(models.Model):
    """A human being. Recusal and separation of duties are by person, not by account."""

    name = models.CharField("姓名", max_length=50)
    gender = models.CharField("性别", max_length=4, blank=True)
    qualification = models.CharField("法律职业资格证号", max_length=50, blank=True)

    class Meta:
        verbose_name = "人员"
        verbose_name_plural = "人员"

    def __str__(self) -> str:
        return self.name


class AccountManager(BaseUserManager["Account"]):
    """Accounts are found by their log-in name, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> Account:
        return self.get(username__iexact=username)


class Account(AbstractBaseUser):
    """A log-in, tied to one person in one unit. Disabling it ends its sessions."""

    username = models.CharField("账号", max_length=50, unique=True)
    email = models.EmailField("邮箱", blank=True)
    person = models.ForeignKey(
        Person, on_delete=models.PROTECT, related_name="accounts", verbose_name="人员"
    )
    unit = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="accounts", verbose_name="所在机构"
    )
    is_active = models.BooleanField("启用", default=True)
    session_epoch = models.PositiveIntegerField("会话世代", default=0, editable=False)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []
    objects = AccountManager()

    class Meta:
        verbose_name = "账号"
        verbose_name_plural = "账号"

    def __str__(self) -> str:
        return f"{self.person}（{self.username}）"

    def get_session_auth_hash(self) -> str:
        """Also depends on the epoch, so that disabling an account ends every session."""
        return f"{super().get_session_auth_hash()}{self.session_epoch}{int(self.is_active)}"

    def posts_on(self, day: dt.date) -> list[Post]:
        """The posts held on a day, with their organs; asked once per request."""
        cache: dict[dt.date, list[Post]] = self.__dict__.setdefault("_posts", {})
        if day not in cache:
            self.hold(BEGUN.all(account=self.pk, day=day), day)
        return cache[day]

    def hold(self, begun: Iterable[Post], day: dt.date) -> None:
        """These are all posts that have begun by that day; nobody needs to ask for them again."""
        held = [post for post in begun if post.until is None or post.until >= day]
        self.__dict__.setdefault("_posts", {})[day] = held

    def roles_on(self, day: dt.date) -> set[Role]:
        return {Role(post.role) for post in self.posts_on(day)}

    def serves_on(self, day: dt.date) -> set[str]:
        """The paths of the organs served on a day: those of the posts, and all above them."""
        return {path for post in self.posts_on(day) for path in post.organ.chain()}

    @property
    def is_staff(self) -> bool:
        """Only administrators reach the registers' back office."""
        return self.is_active and Role.ADMINISTRATOR in self.roles_on(timezone.localdate())

    @property
    def is_superuser(self) -> bool:
        """Nobody stands above the procedure."""
        return False

    def has_perm(self, _perm: str, _obj: Any = None) -> bool:
        """No: the library's permissions know no organs. Each page of ours asks for itself."""
        return False

    def has_perms(self, perms: Iterable[str], obj: Any = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, _label: str) -> bool:
        return False


class Post(models.Model):
    """A role held over an organ and everything below it, from a day to a day."""

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="posts", verbose_name="账号"
    )
    role = models.CharField("岗位", max_length=16, choices=[(r.value, r.label) for r in Role])
    organ = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="posts", verbose_name="范围"
    )
    since = models.DateField("起", default=timezone.localdate)
    until = models.DateField("止", null=True, blank=True)

    class Meta:
        verbose_name = "岗位"
        verbose_name_plural = "岗位"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(until__isnull=True) | models.Q(until__gte=models.F("since")),
                name="post_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_role_display()}·{self.organ}"

    def covers(self, path: str) -> bool:
        return path.startswith(self.organ.path)


class Profile(models.Model):
    """方案的一个版本: what an organ has set over the plan that ships with the software.

    Immutable: whoever changes a plan adds a version with its own first day, and a File keeps the
    one it began with. It holds for the organ and everything below it that has the same plan.
    """

    code = models.CharField("方案", max_length=12)
    version = models.PositiveIntegerField("版本")
    organ = models.ForeignKey(
        Organ, on_delete=models.PROTECT, related_name="+", verbose_name="机构", db_index=False
    )
    title = models.CharField("名称", max_length=100)
    extends = models.CharField("沿用", max_length=12)
    text = models.TextField("内容", help_text="TOML")
    starts_on = models.DateField("自何日起施行")
    made_by = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", verbose_name="修改人"
    )
    made_at = models.DateTimeField("修改时间", default=timezone.now, editable=False)

    class Meta:
        verbose_name = "方案版本"
        verbose_name_plural = "方案版本"
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["code", "version"], name="one_profile_a_version"),
            models.CheckConstraint(
                condition=models.Q(version__gte=1), name="profile_versions_begin_with_one"
            ),
        ]
        indexes: ClassVar = [
            models.Index(fields=["organ", "code", "-starts_on"], name="profile_of_organ"),
        ]

    def __str__(self) -> str:
        return f"{self.title}（{self.name}）"

    @property
    def name(self) -> str:
        """How a File names it: `S1@2`."""
        return f"{self.code}@{self.version}"


#: The posts of an account that have begun by a day.
BEGUN = Prepared(
    lambda: (
        Post.objects.filter(account=Slot("account"), since__lte=Slot("day"))
        .select_related("organ")
        .order_by("pk")
    )
)


class Token(models.Model):
    """An API key of an account: only its digest is stored; scope is a list of act prefixes."""

    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="tokens", verbose_name="账号"
    )
    label = models.CharField("用途", max_length=100)
    digest = models.BinaryField("摘要", max_length=32, unique=True, editable=False)
    scopes = models.JSONField(
        "范围", default=list, help_text='例如 ["read", "casework.", "review."]'
    )
    created_at = models.DateTimeField("建立时间", auto_now_add=True)
    expires_at = models.DateTimeField("到期", null=True, blank=True)
    revoked_at = models.DateTimeField("撤销", null=True, blank=True)

    class Meta:
        verbose_name = "接口令牌"
        verbose_name_plural = "接口令牌"

    def __str__(self) -> str:
        return self.label
