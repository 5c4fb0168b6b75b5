"""Which entity a name stands for: one marked line, and the canonical names in order."""

from __future__ import annotations

import pytest

import kg.linker
from kg.linker.names.resolution import RULES
from kg.linker.rule import name_of
from tests.linker.marked import linked, names, read_marked

CASES = [
    # An elliptic body belongs to the area that the article is about …
    (
        "{O湘潭市总工会}召开会议。{O市总工会}{T主席}{P方知远}主持。",
        ["湘潭市总工会", "湘潭市总工会", "方知远"],
    ),
    # … but beside another area's body in one person's posts, to that area.
    (
        "{O湘潭市总工会}{T主席}{P方知远}，{O湘乡市人大常委会}{T副主任}、{O市总工会}{T主席}{P贺青禾}出席。",
        ["湘潭市总工会", "方知远", "湘乡市人大常委会", "湘乡市总工会", "贺青禾"],
    ),
    # What was named in full before is meant, whatever area the article is about.
    (
        "{L湘乡市}{L湘乡市}{L湘乡市}来客。{O湘潭市总工会}开会，{O市总工会}{T主席}{P方知远}主持。",
        ["湘乡市", "湘乡市", "湘乡市", "湘潭市总工会", "湘潭市总工会", "方知远"],
    ),
    # Areas that share the head of the last one in the list.
    (
        "{O湘潭市}、{O湘乡市}和{O韶山市代表队}夺冠。",
        ["湘潭市代表队", "湘乡市代表队", "韶山市代表队"],
    ),
    # The first or last part of a foreign name.
    ("{P坎曼·西苏万}来访，{P坎曼}和{P西苏万}说好。", ["坎曼·西苏万", "坎曼·西苏万", "坎曼·西苏万"]),
    # A new person's phrase forgets the area of the one before.
    (
        "{O湘潭市总工会}和{O湘乡市总工会}开会。{O湘潭市委}说，{O市总工会}{T主席}{P方知远}到会。",
        ["湘潭市总工会", "湘乡市总工会", "湘潭市委", "湘潭市总工会", "方知远"],
    ),
    # Without any area in the article the surface stays.
    ("{O县委}{T书记}{P贺青禾}讲话。", ["县委", "贺青禾"]),
    # Bare bodies in a chain take the area, organs of the committee the committee.
    ("{O遂宁市委}{T常委}、{O公安局}{T长}{P武定国}到会。", ["遂宁市委", "遂宁市公安局", "武定国"]),
    ("{O四川省委}{T常委}、{O政法委}{T书记}{P武定国}到会。", ["四川省委", "四川省委政法委", "武定国"]),
    ("{O青神县住建局}、{O发改局}、{O水利局}参加。", ["青神县住建局", "青神县发改局", "青神县水利局"]),
    ("{O湘潭市发改委}发文，要求{O住建委}落实。", ["湘潭市发改委", "湘潭市住建委"]),
    ("{L湘潭市}来人到{L江北新区}，{O区委}接待。", ["湘潭市", "江北新区", "江北新区区委"]),
    # States by a character, where the article names them; armies that it is about.
    ("{L秘鲁}和{L巴西}签约，{L秘}方满意。", ["秘鲁", "巴西", "秘鲁"]),
    ("{L巴西}出兵，{O巴海军}和{O空军}参加，{O巴军}撤回。", ["巴西", "巴西海军", "巴西空军", "巴军"]),
    # A name in brackets, and one over the end of a line.
    ("{O云河青少年足球联盟}（简称“{O云青足盟}”）成立，{O云青足盟}开会。", ["云河青少年足球联盟"] * 3),
    ("{O云河\n青年协会}成立。", ["云河青年协会"]),
    ("{O湘潭县委组织部}发文，{O组织部电教中心}落实。", ["湘潭县委组织部", "湘潭县委组织部电教中心"]),
    # A ministry is nobody's short name and takes no area.
    ("应{O法国教育部}邀请，{O教育部}{T副部长}{P武定国}出访。", ["法国教育部", "教育部", "武定国"]),
    # Committees inside a body.
    ("{O云岭师范学院}开会，{O院党委}{T书记}{P武定国}主持。", ["云岭师范学院", "云岭师范学院党委", "武定国"]),
    ("{O红光公司}{T经理}{P武定国}、{O工会}{T主席}{P贺青禾}到会。", ["红光公司", "武定国", "工会", "贺青禾"]),
    # Short forms of a fuller name in the article.
    ("{O湘潭市人民检察院}公告。{O市检察院}解释。", ["湘潭市人民检察院", "湘潭市人民检察院"]),
    ("{O湘潭市总工会}发放物资。{O湘潭工会}的服务受欢迎。", ["湘潭市总工会", "湘潭市总工会"]),
    ("{O湖南大学}与{O湖南工商大学}签约。", ["湖南大学", "湖南工商大学"]),
    ("{O团市委}在{L湘潭市}开会。", ["共青团湘潭市委", "湘潭市"]),
    ("{O全总}部署工作。", ["中华全国总工会"]),
    ("{O市中院}在{L湘潭市}宣判。", ["湘潭市中级人民法院", "湘潭市"]),
    # Areas: short to full where it is clear, otherwise as they stand.
    ("{L湘潭}经济发展。", ["湘潭市"]),
    ("{L青山镇}很大。{L青山}的茶好。", ["青山镇", "青山镇"]),
    ("来到{L青山}、{L河口}两镇。", ["青山镇", "河口镇"]),
    ("{L黄龙}辖区整治。", ["黄龙"]),
    # The press calls a prefecture so, unless it writes the long name.
    ("{L楚雄州}发布，{L楚雄}执行。", ["楚雄州", "楚雄州"]),
    ("{L楚雄州}，全称{L楚雄彝族自治州}。", ["楚雄彝族自治州", "楚雄彝族自治州"]),
    ("{L中}{L法}关系；{L香港}同胞。", ["中国", "法国", "香港"]),
    # One site under several names.
    (
        "来到{L青山古陶窑遗址}。{L古陶窑汉代遗址}保存好，{L古陶窑遗址}要保护。",
        ["青山古陶窑遗址", "青山古陶窑遗址", "青山古陶窑遗址"],
    ),
    # A short county name is sure where the article speaks of 县委.
    ("{O县委}{T书记}{P贺青禾}说，{L宁都}要发展。", ["宁都县委", "贺青禾", "宁都县"]),
    ("{O州委}在{L楚雄州}开会。", ["楚雄州委", "楚雄州"]),
    # A company's proper name, a unit without its body.
    ("{O湘潭市红光轴承有限公司}投产。{O红光轴承}的员工很高兴。", ["湘潭市红光轴承有限公司"] * 2),
    (
        "{O湘潭市第九医院}消息：{O心内科}{T主任}{P方知远}到会。",
        ["湘潭市第九医院", "湘潭市第九医院心内科", "方知远"],
    ),
    # People named again.
    ("{P贺青禾}讲课。{P贺老师}很受欢迎。", ["贺青禾", "贺青禾"]),
    ("{P安娜·莫里}讲课，{P莫里}答问。", ["安娜·莫里", "安娜·莫里"]),
]


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_names(line: str, expected: list[str]) -> None:
    assert names(line) == expected


def test_every_rule_has_a_case() -> None:
    """A name tells by which rules it was resolved, and some case shows each of them."""
    readings = [kg.linker.link_with_workings(*read_marked(line)) for line, _ in CASES]
    steps = [step for reading in readings for name in reading.names.values() for step in name.steps]
    assert {step.rule for step in steps} == {name_of(rule) for rule in RULES}


def test_the_last_step_gives_the_name() -> None:
    reading = kg.linker.link_with_workings(*read_marked("{O湘潭市中级人民法院}公告。{O市中院}解释。"))
    first, second = reading.names.values()
    assert (first.entity, first.steps) == (second.entity, ())
    assert [(step.rule, step.name) for step in second.steps] == [
        ("with-area-of-article", "湘潭市中院"),
        ("written-out", "湘潭市中级人民法院"),
    ]


def test_headline_decides_the_area() -> None:
    """Where two areas are named, an elliptic body is that of the headline's."""
    assert names("{L湘乡市}等地代表参加，{O市总工会}致辞。", "{O湘潭市总工会}开会")[-1] == "湘潭市总工会"


def test_divisions_have_kind_and_code() -> None:
    (place,) = linked("{L湘潭市}").entities
    assert (place.kind, place.code, place.id) == ("AdministrativeDivision", "4303", "place/湘潭市")


def test_namesake_areas_are_told_apart_by_what_they_lie_in() -> None:
    first = linked("{L南京市}{L鼓楼区}").entities[1]
    second = linked("{L福州市}{L鼓楼区}").entities[1]
    unknown = linked("{L鼓楼区}").entities[0]
    assert (first.name, second.name, unknown.name) == ("鼓楼区", "鼓楼区", "鼓楼区")
    assert len({first.id, second.id, unknown.id}) == 3
    assert first.code is not None
    assert unknown.code is None


def test_bodies_without_area_stay_within_their_article() -> None:
    (body,) = linked("{O市委}").entities
    assert body.id == "organisation/case/市委"
