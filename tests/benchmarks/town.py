"""Graphs of any size to draw: invented districts, each with its bodies, people, villages and events."""

from __future__ import annotations

import random
from itertools import product

from kg.graph import KnowledgeGraph
from kg.model.records import LinkedArticle
from tests.factory import Relation, entity, linked

A_DISTRICT = 60  # entities: a district, 8 villages, 14 bodies, 25 people, 12 events
BODIES = (
    *("总工会", "财政局", "教育局", "水务局", "卫健委", "文旅局", "图书馆"),
    *("体育馆", "职业学校", "人民医院", "公交公司", "茶业公司", "纺织公司", "农机站"),
)
EVENTS = ("座谈会", "启动仪式", "技能竞赛", "宣讲活动", "表彰大会", "运动会")
FIRST = "云青柳石林河白松金竹红明新长安兴和平永乐"
LAST = "河溪山湖泉桥岭沙港洲坪湾塘田坡浦江川原口"
SURNAMES = "林周陈苏许何吴郑沈叶卢夏范石方"
GIVEN = "晓启一文立安志海思雨国春建明远岚峰禾博川"

TOWNS = ["".join(pair) for pair in product(FIRST, LAST)]
PEOPLE = ["".join(name) for name in product(SURNAMES, GIVEN, GIVEN)]


def graph(entities: int) -> KnowledgeGraph:
    """A graph of about as many entities, the same on every run."""
    chance = random.Random(entities)  # noqa: S311
    districts = [_district(number, chance) for number in range(max(1, round(entities / A_DISTRICT)))]
    articles = [
        article
        for number, own in enumerate(districts)
        for article in _articles(number, own, chance.choice(districts), chance)
    ]
    return KnowledgeGraph.from_articles(articles)


District = dict[str, list[str]]


def _district(number: int, chance: random.Random) -> District:
    place = f"{TOWNS[number % len(TOWNS)]}{'县' if number < len(TOWNS) else f'{number}区'}"
    return {
        "place": [f"place/{place}"],
        "villages": [f"place/{place}/{name}村" for name in chance.sample(TOWNS, 8)],
        "bodies": [f"organisation/{place}{name}" for name in BODIES],
        "people": [f"person/{number}/{name}" for name in chance.sample(PEOPLE, 25)],
        "events": [f"event/{number}-{n}/{chance.choice(EVENTS)}" for n in range(12)],
    }


def _articles(number: int, own: District, other: District, chance: random.Random) -> list[LinkedArticle]:
    """An article on each event; the people stay in their bodies, one guest comes from another district."""
    return [
        _article(f"{number:04}-{n:02}", event, own, other, chance) for n, event in enumerate(own["events"])
    ]


def _article(id_: str, event: str, own: District, other: District, chance: random.Random) -> LinkedArticle:
    host, guest = chance.choice(own["bodies"]), chance.choice(other["bodies"])
    people = chance.sample(range(25), 4)
    leader, *others = [own["people"][place] for place in people]
    home, village = own["place"][0], chance.choice(own["villages"])
    posts = [own["bodies"][place % len(BODIES)] for place in people]
    day = f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    held = zip([leader, *others], posts, strict=True)
    relations: list[Relation] = [
        (host, "organised", event, "举办活动"),
        (event, "heldAt", village, "在村里举办"),
        (village, "locatedIn", home, "在村里举办"),
        (leader, "presidesOver", event, "主持并讲话"),
        *((one, "attended", event, "参加") for one in others),
        *((one, "holdsPosition", post, "主席", "主席") for one, post in held),
        (host, "locatedIn", home, "本县"),
        *([(guest, "attended", event, "参加")] if chance.random() < 0.3 else []),
    ]  # fmt: skip
    name = _name(event)
    guests = "、".join(map(_mark, [*others, guest]))
    marked = (
        f"{_mark(host)}举办{name}\n本报讯 近日，{_mark(home)}本县的{_mark(host)}在村里举办活动，"
        f"地点是{_mark(village)}。主席{_mark(leader)}主持并讲话，{guests}参加{_mark(event)}。\n"
        + f"大家说，{name}办到了家门口，盼着常来。"
        * 8
    )
    times = {event: ("近日", day, day)}
    return linked(id_, marked, relations, date=day, entities=map(entity, posts), times=times)


def _name(key: str) -> str:
    return key.rsplit("/", 1)[1]


def _mark(key: str) -> str:
    return f"⟦{_name(key)}|{key}⟧"
