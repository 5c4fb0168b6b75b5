"""Sentences by the grammar of `grammar.toml`, with the spans that its marks give."""

from __future__ import annotations

import gzip
import random
import re
import tomllib
from collections import defaultdict
from collections.abc import Callable, Iterator
from importlib.resources import files

from kg.language.countries import COUNTRIES
from kg.language.divisions import short_forms
from kg.language.surnames import BY_FREQUENCY, COMPOUND
from kg.language.tables import read_word_lists
from kg.ner.training.examples.corpora import PRESS, Example
from kg.ner.training.examples.tags import Span

_SLOT = re.compile(r"\{(\w+)\}")
_MARKS = {"P": "Person", "O": "Organisation", "L": "Place"}

# The surnames that most people have.
_SURNAMES = BY_FREQUENCY[:150]
_COMPOUND = sorted(COMPOUND)
# Characters of given names, of firms, and of the transcriptions of foreign names.
_GIVEN = (
    "伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华玉兰红建国志文海燕春梅云飞鹏辉波斌浩宇博轩雨晨欣怡佳嘉俊峰雪莲永"
    "康宏达立新民生林森东升晓慧颖婷莉萍淑珍凤琴翠荣贵福德义忠信礼智仁安泰和顺成功胜利庆祥瑞丰年景光耀祖宗世昌传家启发"
    "兴旺振业思远致行健君子豪雄威武龙虎彪山川河岩松柏竹菊桃李杏冬夏秋月星辰阳天地正清白洁冰玲珑珊瑶琳琪璐瑜瑾璇萱芸芝"
    "蓉薇菲蕾蓓茜苗苑茂若兆其少仲叔伯元亨贞初长大小广宽厚才良善友诚恒毅坚定昊旭昕晖曦亮灿炜炎煜焕烨燃照熙"
)
_GOOD = (
    "华兴盛泰恒瑞信达通顺利源丰康宏鑫金银宝龙凤鹏腾飞翔鸿海洋天宇航星辰光明晨曦新世纪创联合众群力强远大成功德仁和谐美佳"
    "优特科智慧云数网捷迅速恩惠永久安宁富贵荣昌茂林森绿洲江河湖山岳峰峻岭中国东方南北西京都"
)
_FOREIGN = (
    "阿巴贝比伯博布查达戴德迪多恩尔法费弗福盖格古哈赫霍基吉加杰金卡凯科克库拉莱兰劳勒雷李里利林卢鲁罗马麦曼梅蒙米莫姆穆"
    "纳内尼努诺帕佩皮普奇乔切萨塞桑沙史斯苏索塔泰特汤托瓦万韦维沃伍西希夏谢辛休雅亚扬耶伊因约扎詹佐"
)
# What stands before a list of names.
_HEADINGS = (
    "",
    "",
    "委员：",
    "成员：",
    "主任：",
    "副主任委员：",
    "获奖者：",
    "代表名单：",
    "副组长：",
    "评委",
    "理事",
)
_COUNTRY_CHARACTERS = "美英法德俄日韩朝印欧澳越泰缅柬加意巴中伊以埃墨"


class Grammar:
    """Invents sentences; the same seed invents the same ones."""

    def __init__(self, seed: int) -> None:
        """Read the rules and the areas."""
        self._chance = random.Random(seed)  # noqa: S311 (no secret)
        self._rules: dict[str, list[str]] = tomllib.loads(
            files("kg.ner.training.examples").joinpath("grammar.toml").read_text("utf-8")
        )
        divisions = read_word_lists("kg.ner.rules", "divisions")
        names: defaultdict[str, list[str]] = defaultdict(list)
        packed = gzip.decompress(files("kg").joinpath("data/divisions.tsv.gz").read_bytes()).decode()
        for line in packed.splitlines():
            _, level, _, name = line.split("\t")
            names[level].append(name)
        self._words = {
            "province": names["province"],
            "city": names["city"],
            "county": [n for n in names["county"] if n[-1] in "县旗"],
            "district": [n for n in names["county"] if n[-1] == "区" and len(n) > 2],
            "town": [n for n in names["town"] if len(n) < 7],
            "country": sorted(COUNTRIES),
            "capital": divisions["foreign_cities"],
            "cc": list(_COUNTRY_CHARACTERS),
            "good": list(_GOOD),
            "given": list(_GIVEN),
            "d_zh": list("一二三四五六七八九"),
        }
        for level in ("province", "city", "county", "town"):
            self._words[f"{level}_short"] = [s for n in self._words[level] for s in short_forms(n)[:1]]
        self._terminals: dict[str, Callable[[], str]] = {
            "person": self._person,
            "foreigner": self._foreigner,
            "surname": lambda: self._chance.choice(_SURNAMES),
            "given2": lambda: self._some(_GIVEN + _GOOD, 2, 2),
            "n": lambda: str(self._chance.choice((3, 12, 50, 200, 1500, 30000)) + self._chance.randrange(50)),
            "d": lambda: str(self._chance.randint(1, 12)),
            "day": lambda: f"{self._chance.randint(1, 31)}日",
            "year": lambda: str(self._chance.randint(1995, 2025)),
        }

    def examples(self, count: int) -> Iterator[Example]:
        """That many sentences."""
        for _ in range(count):
            text, spans = read_marks(self._expand("sentence"))
            yield Example(text, {PRESS: spans})

    def rolls(self, count: int) -> Iterator[Example]:
        """That many lists of names that nothing separates, or a space: all schemes agree on them."""
        for _ in range(count):
            text, names = self._chance.choice(_HEADINGS), []
            separator = self._chance.choice(("", "", " "))
            for _ in range(self._chance.randint(4, 40)):
                start = len(text)
                text += self._person()
                names.append((start, len(text)))
                text += separator
            yield Example(
                text.strip(),
                {
                    PRESS: [(start, end, "Person") for start, end in names],
                    "msra": [(start, end, "PER") for start, end in names],
                },
            )

    def _expand(self, name: str) -> str:
        if name in self._terminals:
            return self._terminals[name]()
        if name in self._words:
            return self._chance.choice(self._words[name])
        return _SLOT.sub(lambda m: self._expand(m[1]), self._chance.choice(self._rules[name]))

    def _some(self, characters: str, least: int, most: int) -> str:
        return "".join(self._chance.choices(characters, k=self._chance.randint(least, most)))

    def _person(self) -> str:
        if self._chance.random() < 0.03:
            return self._chance.choice(_COMPOUND) + self._some(_GIVEN, 1, 2)
        # Given names of two characters are three times as frequent.
        return self._chance.choice(_SURNAMES) + self._some(_GIVEN, 1 + (self._chance.random() < 0.75), 2)

    def _foreigner(self) -> str:
        name = self._some(_FOREIGN, 2, 5)
        return f"{self._some(_FOREIGN, 2, 4)}·{name}" if self._chance.random() < 0.4 else name


def read_marks(marked: str) -> tuple[str, list[Span]]:
    """The text without its marks, and the spans of the outermost ones."""
    text: list[str] = []
    opened: list[tuple[int, str]] = []
    spans: list[Span] = []
    position = 0
    while position < len(marked):
        character = marked[position]
        if character == "<":
            opened.append((len(text), _MARKS[marked[position + 1]]))
            position += 2
        elif character == ">":
            start, label = opened.pop()
            if not opened:
                spans.append((start, len(text), label))
        else:
            text.append(character)
        position += 1
    return "".join(text), spans
