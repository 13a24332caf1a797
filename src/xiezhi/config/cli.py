"""`xiezhi`: what an operator runs."""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured
from django.core.management.base import CommandError

from xiezhi.config.binaries import NoPostgres
from xiezhi.config.keys import data_folder

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "xiezhi.config.settings")


def _ready() -> None:
    """Our own server runs (where it is ours) and Django is set up."""
    import django

    from xiezhi.config.setup import own_cluster

    cluster = own_cluster(data_folder())
    if cluster and not cluster.folder.exists():
        raise ImproperlyConfigured(f"{cluster.data} 里还没有数据库，请先运行 xiezhi setup。")
    if cluster:
        cluster.start()
    django.setup()


def setup(arguments: argparse.Namespace) -> int:
    """Start the database, make its roles, tables and grants; safe to repeat."""
    from xiezhi.config.setup import setup as make

    make(data_folder())
    return migrate(arguments)


def migrate(_arguments: argparse.Namespace) -> int:
    """Bring tables and grants up to this version."""
    _ready()
    from xiezhi.config.setup import migrate as bring_up

    bring_up()
    return 0


def serve(arguments: argparse.Namespace) -> int:
    """Answer browsers until stopped."""
    from xiezhi.config.serving import Server, collect, refuse_taken

    if arguments.site:
        os.environ["XIEZHI_SITE"] = arguments.site
    os.environ.setdefault("XIEZHI_HASHED_STATIC", "1")
    _ready()
    refuse_taken(arguments.host, arguments.port)
    collect()
    return Server(arguments.host, arguments.port, arguments.workers).run()


def demo(arguments: argparse.Namespace) -> int:
    """A sample government, served on this machine."""
    from xiezhi.config.demo import run

    return run(arguments.host, arguments.port, arguments.workers)


def stop(_arguments: argparse.Namespace) -> int:
    """Stop the database in the data folder."""
    from xiezhi.config.setup import own_cluster

    if cluster := own_cluster(data_folder()):
        cluster.stop()
    return 0


def psql(arguments: argparse.Namespace) -> int:
    """Open psql as one of the three roles."""
    from xiezhi.config import binaries, database

    _ready()
    data = data_folder()
    url = (
        database.owner_url(data)
        if arguments.role == "owner"
        else database.role_url(data, f"xiezhi_{arguments.role}")
    )
    if url is None:
        raise ImproperlyConfigured(f"没有给出 {arguments.role} 角色的数据库地址。")
    program = binaries.choose().folder / "psql"
    os.execv(program, [str(program), url, *arguments.rest])


def policy(arguments: argparse.Namespace) -> int:
    """Say whether a profile can be used, and which article a value would relax."""
    from xiezhi.config.policies import check

    return check(Path(arguments.file), as_json=arguments.json)


def conformance(arguments: argparse.Namespace) -> int:
    """Print how far each row of what the plans ask for is carried out."""
    from xiezhi.config.conformance import report, table

    print(json.dumps(report(), ensure_ascii=False, indent=2) if arguments.json else table())
    return 0


def command(arguments: argparse.Namespace) -> int:
    """Hand over to a management command of a context."""
    _ready()
    from django.core.management import execute_from_command_line

    execute_from_command_line(["xiezhi", arguments.command, *arguments.rest])
    return 0


#: name, what it does, the function
COMMANDS = (
    ("setup", "启动数据库，建立角色、表和权限；可重复执行", setup),
    ("migrate", "把表和权限升级到本版本", migrate),
    ("found", "建立最高一级人民政府和第一个系统管理员，只一次", command),
    ("import_laws", "导入法律法规，逐条入库；不写文件夹则导入附带的", command),
    ("serve", "启动网站", serve),
    ("work", "后台工作：账本入树、生成文书、到期提醒", command),
    ("sample", "载入示例政府和示例案件", command),
    ("demo", "载入示例政府并启动，供试用", demo),
    ("verify", "从头核对全部记录，指出被改动之处", command),
    ("policy", "检查一份方案能不能用，放宽了哪一条法律", policy),
    ("conformance", "列出各方案的要求、依据、测试和完成情况", conformance),
    ("psql", "以某个角色打开数据库命令行", psql),
    ("stop", "停止数据目录里的数据库", stop),
)


def parser() -> argparse.ArgumentParser:
    """The commands and their options."""
    made = argparse.ArgumentParser(prog="xiezhi", description="獬豸：行政执法三项制度平台")
    commands = made.add_subparsers(dest="command", required=True, metavar="命令")
    for name, what, function in COMMANDS:
        one = commands.add_parser(name, help=what, description=what, add_help=function != command)
        one.set_defaults(function=function, rest=[])
        if name in ("serve", "demo"):
            one.add_argument("--host", default="127.0.0.1", help="监听地址")
            one.add_argument("--port", type=int, default=8000, help="监听端口")
            one.add_argument("--workers", type=int, default=2, help="进程数")
        if name == "serve":
            one.add_argument("--site", choices=("all", "office", "portal"), help="启动哪一面")
        if name == "policy":
            one.add_argument("what", choices=("check",), help="做什么")
            one.add_argument("file", metavar="文件", help="方案文件（TOML）")
        if name in ("policy", "conformance"):
            one.add_argument("--json", action="store_true", help="给机器读的格式")
        if name == "psql":
            one.add_argument("--role", choices=("owner", "app", "portal"), default="app")
    return made


def main() -> int:
    """Run the command named on the command line; a refusal is one sentence, not a traceback."""
    arguments, rest = parser().parse_known_args()
    if rest and arguments.function not in (command, psql):
        parser().error(f"不认识的参数：{' '.join(rest)}")
    arguments.rest = rest
    try:
        result: int = arguments.function(arguments)
    except (CommandError, ImproperlyConfigured, NoPostgres) as refusal:
        print(f"xiezhi: {refusal}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
    return result


if __name__ == "__main__":
    sys.exit(main())
