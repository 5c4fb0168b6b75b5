"""Numbers written in digits or in Chinese: 31, 三十一, 二〇二五."""

from __future__ import annotations

_DIGITS = str.maketrans("〇零○O一二三四五六七八九元", "00001234567891")


def number(written: str) -> int:
    """The number, below a hundred where 十 is written; ValueError where it is none."""
    tens, ten, ones = written.partition("十")
    if ten:
        return 10 * number(tens or "一") + number(ones or "〇")
    return int(written.translate(_DIGITS))
