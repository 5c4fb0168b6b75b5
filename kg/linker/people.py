"""Later mentions of a person: surname with title, the first or last part of a foreign name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.linker.lexicon import COMPOUND_SURNAMES

_TITLED = re.compile(
    r"^(?P<surname>[\u4e00-\u9fff]{1,2}?)(?:副|总)?(?:主席|书记|主任|市长|县长|区长|镇长|乡长|省长|局长|厅长|处长|科长|部长|司长|院长|校长"
    r"|所长|会长|理事长|秘书长|董事长|总经理|经理|总裁|总|老师|教授|博士|院士|医生|大夫|师傅|队长|站长|厂长|工程师|工|先生|女士|同志|委员)$"
)


def surname(name: str) -> str:
    """The surname of a Chinese name."""
    return name[:2] if name.startswith(COMPOUND_SURNAMES) else name[:1]


def earlier_person(surface: str, named: Sequence[str]) -> str | None:
    """The full name that 李主席, Rossi or 坎曼 stands for among those in the article, the latest first."""
    if match := _TITLED.match(surface):
        return next((n for n in reversed(named) if surname(n) == match["surname"] and n != surface), None)
    part = re.compile(rf"[\s·.．・]{re.escape(surface)}$|^{re.escape(surface)}[·・]")
    return next((n for n in reversed(named) if n != surface and part.search(n)), None)
