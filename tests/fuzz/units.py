"""What is repeated and inserted: every word and symbol that the rules know, and characters that nobody expects."""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import kg

_KG = Path(kg.__file__).parent

# No text file should hold these, but some do.
STRANGE = (
    "\x00 \x01 \x07 \x08 \x0b \x0c \r \x1a \x1b[31m \x7f \x80 \x85 \x9b \xa0 \xad"  # controls, blanks
    " \u200b \u200c \u200d \u200e \u200f \u2028 \u2029 \u202a \u202e \u2066 \u2069 \u2060 \ufeff"  # unseen
    " \u0301 e\u0301 \u20dd 国\u0338 \u3099 か\u3099 \ufe0f 葛\U000e0100 \U000e0041"  # joined to what is before
    " 😀 👨\u200d👩\u200d👧 🇨🇳 1\ufe0f\u20e3 \U0001f3fd"
    " \ue000 \uf8ff \U000f0000 \U0010ffff \ufdd0 \ufffe \uffff \ufffd"  # nobody's
    " \ud800 \udfff \ud83d\ude00 \udc80"  # halves of characters
    " ⼈ ⼭ ⺠ ⻄ 里 車 \uf900 㐀 𠮷 𰻝 〇 々 〆 ヶ"  # radicals, rare and compatible ideographs
    " Ａ １ ％ ＠ ﹏ ﹁ ︻ ﾊ ￥ ① ⅷ ② ⑴ ⒈ ㈠ ㊗ ㍿ ㎞ ℡ ½ ² ₂ ٣ ३ 零 廿 卅 壹 亿 ﬁ ǆ ß İ ı"
    " Ⓟ Ⓞ Ⓛ Ⓣ Ⓥ Ⓔ ⟦ ⟧ ■ □ ▲ ● ○ × ＊ ＿ ～ — － ― ‖ ｜ │ § № ™"
    " ا ש ሀ ก ក 한 ᄒ ẞ Ω 𝐀 𝟘 </script> <!-- ]]> \\ \\u0000 %00 ${x} {{x}} ' \" ` ; # <b> &lt; &#0;"
).split(" ")
# What the rules look for in the text between words.
PLAIN = (
    "、 ， 。 ； ： ？ ！ “ ” ‘ ’ 《 》 （ ） ( ) … — · 〔 〕 【 】 1 12 ， 、， “” 《》 （） “《（ ”》） 1. 1、 第一 第一， 一、 二〇"
    " 北京市 市 市总工会 总工会 云州市总工会 主席 主席、 副主席张三 张三 张三、 张 欧阳 张三和 和 及 与 等 的 在 由 、副主席 委员会 有限公司"
    " 第一中学 记者 （记者 （记者张三） 本报讯 主持 会议 召开会议 调研 参加 6月4日 6月 日 年 2025 近日 “会议” 《通知》 一行 一行到 说， 说：“"
    " 下转第2版 （下转 摄 图为 镇 县 区 省 村 路 路1号 中国 国 人 。” ，， 。。 \n \n\n 会议\n 、\n a A ab. http:// @ - \t"
).split(" ")


@cache
def known() -> tuple[str, ...]:
    """The words of all tables of the rules, and each mark and symbol that stands in the code."""
    tables = (path for path in sorted(_KG.rglob("*.toml")) if "training" not in path.parts)
    words = {word for path in tables for word in _strings(tomllib.loads(path.read_text("utf-8")))}
    code = "".join(path.read_text("utf-8") for path in sorted(_KG.rglob("*.py")))
    symbols = {char for char in code if not char.isascii() and unicodedata.category(char)[0] not in "LM"}
    return tuple(sorted(words | symbols))


def unit(chance: Random) -> str:
    """A word, a symbol, or a few of them."""
    drawn = chance.choice((PLAIN, PLAIN, known(), STRANGE))
    first = chance.choice(drawn)
    return first + chance.choice(PLAIN) if chance.random() < 0.3 else first


def repeated(chance: Random, most: int = 40_000) -> str:
    """A unit over and over, mostly some hundred characters in all, at most `most`."""
    length = int(most ** chance.uniform(0.4, 1) if chance.random() < 0.2 else min(most, 600) * chance.random())
    one = unit(chance)
    return (one * (length // len(one) + 1))[: max(length, 1)]


def _strings(value: object) -> Iterator[str]:
    """All words in a table, of lists that are written as one line each word."""
    if isinstance(value, str):
        yield from filter(None, re.split(r"\s+", value))
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
