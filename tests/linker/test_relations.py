"""The relation rules: one marked text, and all claims but positions that it states."""

from __future__ import annotations

import pytest

from kg.linker import RULES, relations
from tests.linker.marked import facts, linked

CASES = [
    # presidesOver
    ("{O湘潭市总工会}召开安全生产座谈会。{O市总工会}{T主席}{P方知远}主持会议。",
     {"湘潭市总工会 organised 安全生产座谈会", "方知远 presidesOver 安全生产座谈会"}),
    ("安全生产座谈会由{P方知远}主持。", {"方知远 presidesOver 安全生产座谈会"}),
    ("{P方知远}主持召开安全生产座谈会。", {"方知远 presidesOver 安全生产座谈会"}),
    # organised
    ("{O湘潭市总工会}联合{O湘乡市总工会}举办“匠心杯”技能大赛。",
     {"湘潭市总工会 organised “匠心杯”技能大赛", "湘乡市总工会 organised “匠心杯”技能大赛"}),
    ("由{O省科技厅}主办、{O红光公司}承办的科普讲座在{L湘潭市}举行。",
     {"省科技厅 organised 科普讲座", "红光公司 organised 科普讲座", "科普讲座 heldAt 湘潭市"}),
    ("技能大赛开赛。本次大赛由{O省科技厅}主办，{O红光公司}承办，{O红星公司}协办。",
     {"省科技厅 organised 技能大赛", "红光公司 organised 技能大赛", "红星公司 organised 技能大赛"}),
    ("技能大赛开赛。大赛由{O省科技厅}指导，{O红光公司}主办，{O红星公司}承办。",
     {"省科技厅 guided 技能大赛", "红光公司 organised 技能大赛", "红星公司 organised 技能大赛"}),
    ("职工运动会开幕。由{O红光公司}等主办的职工运动会日前在{L湘潭市}举行。",
     {"红光公司 organised 职工运动会", "职工运动会 heldAt 湘潭市"}),
    ("由{O红光公司}等单位和{O红星公司}主办的技能大赛在{L湘潭市}举行，{L青山镇}的代表出席职工运动会。",
     {"红光公司 organised 技能大赛", "红星公司 organised 技能大赛", "技能大赛 heldAt 湘潭市"}),
    ("{P方知远}出席{O红光公司}举办的新年晚会。", {"红光公司 organised 新年晚会", "方知远 attended 新年晚会"}),
    ("{O红光公司}每月发放补贴。通过开展“送清凉”活动、“冬送暖”活动，让职工满意。",
     {"红光公司 organised “送清凉”活动", "红光公司 organised “冬送暖”活动"}),
    ("{L青山镇}举办农民丰收节文艺演出。", {"青山镇 organised 农民丰收节文艺演出"}),
    # What is planned, demanded or denied is not stated.
    ("{O红光公司}计划举办职工运动会。", set()),
    ("会议强调，各级工会要开展技能大赛。", set()),
    ("{P方知远}强调，要开展技能大赛，{O红光公司}要举办职工运动会。", set()),
    ("{P方知远}建议，由{O红光公司}牵头举办职工运动会。", set()),
    # Generic bodies and namings.
    ("{O红光公司}开展各类文体活动。", set()),
    # attended, with and without an event beside the verb
    ("{O红光公司}召开安全生产座谈会。{P方知远}、{P贺青禾}出席并讲话。",
     {"红光公司 organised 安全生产座谈会", "方知远 attended 安全生产座谈会", "贺青禾 attended 安全生产座谈会",
      "方知远 spokeAt 安全生产座谈会", "贺青禾 spokeAt 安全生产座谈会"}),
    ("安全生产座谈会召开。出席会议的还有{P方知远}、{P贺青禾}。",
     {"方知远 attended 安全生产座谈会", "贺青禾 attended 安全生产座谈会"}),
    ("{O省科技厅}有关负责人出席安全生产座谈会。", set()),
    ("{O省科技厅}、{O省水利厅}负责同志，{O红光公司}参加安全生产座谈会。",
     {"红光公司 attended 安全生产座谈会"}),
    ("“匠心杯”技能大赛落幕，{O红光公司代表队}夺得冠军。", {"红光公司代表队 attended “匠心杯”技能大赛"}),
    # spokeAt
    ("安全生产座谈会召开。会上，{P方知远}强调，要守住底线。", {"方知远 spokeAt 安全生产座谈会"}),
    ("安全生产座谈会召开。会上，{P贺青禾}传达了{P方知远}在全省工会工作会议上的讲话精神，并作了报告。",
     {"方知远 spokeAt 全省工会工作会议", "贺青禾 spokeAt 安全生产座谈会"}),
    ("学习{P方知远}在全省工会工作会议上的重要讲话。", {"方知远 spokeAt 全省工会工作会议"}),
    ("安全生产座谈会召开。会议听取了{P方知远}所作的工作报告。", {"方知远 spokeAt 安全生产座谈会"}),
    ("{O红光公司}邀请{P方知远}开展安全知识讲座。",
     {"红光公司 organised 安全知识讲座", "方知远 spokeAt 安全知识讲座"}),
    # surveyed
    ("{P方知远}到{L湘乡市}{L棋梓镇}调研。",
     {"方知远 surveyed 湘乡市", "方知远 surveyed 棋梓镇", "棋梓镇 locatedIn 湘乡市"}),
    ("{P方知远}一行到{L棋梓镇}调研。调研组先后到{L青山古窑遗址}、{O红光公司}，听取介绍。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山古窑遗址", "方知远 surveyed 红光公司"}),
    ("{O省科技厅}对{O红光公司}、{O红星公司}开展专项督查。",
     {"省科技厅 surveyed 红光公司", "省科技厅 surveyed 红星公司"}),
    ("{P方知远}走访慰问了{O红光公司}。", {"方知远 surveyed 红光公司"}),
    ("{P方知远}一行先后走进位于{L棋梓镇}的{O红光公司}。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 红光公司", "红光公司 locatedIn 棋梓镇"}),
    ("{P方知远}来{L湘乡市}调研茶叶生产工作。{P贺青禾}陪同{P方知远}到{L棋梓镇}走访。",
     {"方知远 surveyed 湘乡市", "方知远 surveyed 棋梓镇", "贺青禾 attended 调研茶叶生产工作",
      "调研茶叶生产工作 heldAt 湘乡市"}),
    # A visit by another name.
    ("{P方知远}一行到{O红光公司}开展“送清凉”慰问活动，{P贺青禾}陪同。",
     {"方知远 surveyed 红光公司", "方知远 organised “送清凉”慰问活动", "贺青禾 attended “送清凉”慰问活动"}),
    # Of the levels of one area the narrowest, down to the county.
    ("{P方知远}到{L湖南省}{L湘潭市}{L湘乡市}调研。",
     {"方知远 surveyed 湘乡市", "湘乡市 locatedIn 湘潭市", "湘潭市 locatedIn 湖南省"}),
    ("{P方知远}在{P贺青禾}陪同下到{L棋梓镇}调研茶叶生产工作。",
     {"方知远 surveyed 棋梓镇", "贺青禾 attended 调研茶叶生产工作", "调研茶叶生产工作 heldAt 棋梓镇"}),
    ("{P方知远}到{O红光公司}调研工会工作。{P贺青禾}等参加调研。",
     {"方知远 surveyed 红光公司", "贺青禾 attended 调研工会工作", "调研工会工作 heldAt 红光公司"}),
    ("{P方知远}到{L棋梓镇}调研。多路调研组深入{L青山镇}、{L河口镇}，了解实情。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山镇", "方知远 surveyed 河口镇"}),
    ("{P方知远}先后到{L棋梓镇}、{L青山镇}检查春耕工作，{P贺青禾}陪同。",
     {"方知远 surveyed 棋梓镇", "方知远 surveyed 青山镇", "贺青禾 attended 检查春耕工作",
      "检查春耕工作 heldAt 棋梓镇", "检查春耕工作 heldAt 青山镇"}),
    ("{P方知远}一行冒雪前往{L棋梓镇}，看望了困难职工。", {"方知远 surveyed 棋梓镇"}),
    # heldAt
    ("全省茶叶论坛在{L湖南省}{L湘潭市}召开。", {"全省茶叶论坛 heldAt 湘潭市", "湘潭市 locatedIn 湖南省"}),
    # locatedIn
    ("{L青山古窑遗址}位于{L棋梓镇}。", {"青山古窑遗址 locatedIn 棋梓镇"}),
    ("位于{L棋梓镇}的{O红光公司}投产。", {"红光公司 locatedIn 棋梓镇"}),
    ("位于{L湖南省}{L湘潭市}的{L湘潭}盛产湘莲。", {"湘潭市 locatedIn 湖南省"}),
    ("{L广西壮族自治区}{L云渡镇}来客。", {"云渡镇 locatedIn 广西壮族自治区"}),
    ("{L中}{L法}关系友好。", set()),
    # guided
    ("在{O湘潭市总工会}、{O省科技厅}的指导下，{O红光公司}举办职工运动会。",
     {"湘潭市总工会 guided 职工运动会", "省科技厅 guided 职工运动会", "红光公司 organised 职工运动会"}),
    ("{O红光公司}在{O湘潭市总工会}的指导下举办职工运动会。",
     {"湘潭市总工会 guided 职工运动会", "红光公司 organised 职工运动会"}),
    ("职工运动会由{O湘潭市总工会}指导，{O红光公司}协助。", {"湘潭市总工会 guided 职工运动会"}),
    ("{P方知远}参加{O湘潭市总工会}指导的职工运动会。",
     {"湘潭市总工会 guided 职工运动会", "方知远 attended 职工运动会"}),
    ("职工运动会落幕。指导单位：{O湘潭市总工会}", {"湘潭市总工会 guided 职工运动会"}),
    ("{P方知远}到{O红光公司}指导工作，{P贺青禾}在{P武定国}指导下完成手术。",
     {"方知远 surveyed 红光公司"}),
    # awarded
    ("{O省总工会}授予{P方知远}、{P贺青禾}“金牌工人”称号，授予{O红光公司}“工人先锋号”。",
     {"省总工会 awarded 方知远 金牌工人", "省总工会 awarded 贺青禾 金牌工人",
      "省总工会 awarded 红光公司 工人先锋号"}),
    ("{O省总工会}向{O红光公司}颁发“工人先锋号”奖牌，{P方知远}向{P贺青禾}颁发“金牌工人”证书。",
     {"省总工会 awarded 红光公司 工人先锋号"}),
    ("{P方知远}去年被{O省总工会}评为“金牌工人”。", {"省总工会 awarded 方知远 金牌工人"}),
    ("{O红光集团}下属的{O红光公司}荣获{O省总工会}颁发的“工人先锋号”奖牌。",
     {"省总工会 awarded 红光公司 工人先锋号", "红光公司 partOf 红光集团"}),
    ("{P方知远}获评{O省总工会}“金牌工人”。", {"省总工会 awarded 方知远 金牌工人"}),
    # Nobody is said to have given it; the winner is not the one named before.
    ("{P方知远}荣获“金牌工人”称号。", set()),
    ("{O红光公司}很高兴，三名外来女工被{O省总工会}评为“金牌工人”。", set()),
    # signedWith
    ("{O红光公司}与{O红星公司}、{O云岭师范学院}分别签订《用工协议》。",
     {"红光公司 signedWith 红星公司 用工协议", "红光公司 signedWith 云岭师范学院 用工协议"}),
    ("{O红光公司}与{O红星公司}、{O云岭师范学院}签署三方合作协议。",
     {"红光公司 signedWith 红星公司 三方合作协议", "红光公司 signedWith 云岭师范学院 三方合作协议",
      "红星公司 signedWith 云岭师范学院 三方合作协议"}),
    ("{L湘潭市}、{L贵阳市}在京签署友好城市备忘录。", {"湘潭市 signedWith 贵阳市 友好城市备忘录"}),
    ("{O红光公司}投产，当天还与{O红星公司}签订购销合同。", {"红光公司 signedWith 红星公司 购销合同"}),
    ("{P方知远}、{P贺青禾}分别代表{O红光公司}、{O红星公司}签署合作协议。",
     {"红光公司 signedWith 红星公司 合作协议"}),
    ("与国内的{O红光公司}、{O红星公司}签订购销合同。", set()),
    ("{O红光公司}尚未与{O红星公司}签订协议，将与{O云岭师范学院}签署协议。", set()),
    ("{P方知远}呼吁{O红光公司}、{O红星公司}签署协议。", set()),
    # donated
    ("{O红光公司}、{P方知远}向{L棋梓镇}、{O第九中学}捐赠图书500册、课桌40套，用于助学。",
     {"红光公司 donated 棋梓镇 图书500册、课桌40套", "红光公司 donated 第九中学 图书500册、课桌40套",
      "方知远 donated 棋梓镇 图书500册、课桌40套", "方知远 donated 第九中学 图书500册、课桌40套"}),
    ("{O红光公司}将价值3万元的药品捐赠给{O第九中学}。", {"红光公司 donated 第九中学 价值3万元的药品"}),
    ("{O红光公司}捐赠电脑20台给{O第九中学}。", {"红光公司 donated 第九中学 电脑20台"}),
    ("{O第九中学}收到{O红光公司}捐赠的电脑20台。", {"红光公司 donated 第九中学 电脑20台"}),
    ("由{O红光公司}捐赠的电脑20台运抵{O第九中学}。", {"红光公司 donated 第九中学 电脑20台"}),
    ("{P方知远}代表{O红光公司}向{O第九中学}捐款5万元。", {"红光公司 donated 第九中学 5万元"}),
    ("{P方知远}创办的{O红光公司}向{O第九中学}捐款5万元。",
     {"方知远 founded 红光公司", "红光公司 donated 第九中学 5万元"}),
    ("{O红光公司}由{P方知远}创办，已向{O第九中学}捐款5万元。",
     {"方知远 founded 红光公司", "红光公司 donated 第九中学 5万元"}),
    ("{O红光公司}计划投产，向{O第九中学}捐款5万元。", set()),
    ("{O红光公司}向{O第九中学}的学生捐款5万元。", set()),
    ("{O第九中学}向{O红光公司}赠送锦旗。", set()),
    # appointed
    ("{O红光公司}聘任{P方知远}为{T总经理}，{P贺青禾}为特邀顾问。",
     {"红光公司 appointed 方知远 总经理", "红光公司 appointed 贺青禾 特邀顾问"}),
    ("{P方知远}被{O云岭师范学院}聘为客座教授。", {"云岭师范学院 appointed 方知远 客座教授"}),
    ("{O湘潭市人大常委会}召开第五次会议。{P贺青禾}主持会议。会议任命{P方知远}为{O市公安局}{T局长}。",
     {"湘潭市人大常委会 organised 第五次会议", "贺青禾 presidesOver 第五次会议",
      "湘潭市人大常委会 appointed 方知远 局长"}),
    ("{O红光公司}宣布，{O红光集团}决定，任命{P方知远}为{T总经理}。",
     {"红光集团 appointed 方知远 总经理"}),
    ("{P方知远}被任命为{O红光公司}{T总经理}，{O红光集团}拟任命{P贺青禾}为{T董事长}。", set()),
    # met
    ("{P方知远}在{L湘潭市}会见了来访的{L德国}客商{P安娜·莫里}、{P武定国}一行。",
     {"方知远 met 安娜·莫里", "方知远 met 武定国"}),
    ("{P方知远}今天与{P武定国}举行会谈。", {"方知远 met 武定国"}),
    ("{P武定国}受到{P方知远}的接见。", {"方知远 met 武定国"}),
    ("{P方知远}会见{P武定国}事迹报告团，{P贺青禾}期待着与{P安一舟}会晤。", set()),
    # partOf
    ("{O红星公司}、{O红旗公司}均为{O红光集团}全资子公司。",
     {"红星公司 partOf 红光集团", "红旗公司 partOf 红光集团"}),
    ("{O红星公司}隶属于{O红光集团}。", {"红星公司 partOf 红光集团"}),
    ("{O红光集团}投产，其下设的{O红星公司}增资。", {"红星公司 partOf 红光集团"}),
    ("{O红星公司}不隶属于{O红光集团}。", set()),
    # founded
    ("{O红光公司}联合{O红星公司}组建{O云岭研究院}。",
     {"红光公司 founded 云岭研究院", "红星公司 founded 云岭研究院"}),
    ("由教育家{P方知远}、{P贺青禾}发起成立的{O第九中学}招生。",
     {"方知远 founded 第九中学", "贺青禾 founded 第九中学"}),
    ("{L棋梓镇}引进{O红光公司}，由{P方知远}牵头成立{O第九中学}。", {"方知远 founded 第九中学"}),
    ("{O第九中学}由{P方知远}于1938年创办。", {"方知远 founded 第九中学"}),
    ("他领导过{O红光公司}，后来创办{O第九中学}。", set()),
    ("{O红光公司}成立20周年，成立{O红星公司}党支部。", set()),
    # Reporters take no part.
    ("本报讯（记者{P安一舟}）{O红光公司}举办职工运动会。", {"红光公司 organised 职工运动会"}),
    # 我校 is the school of the article.
    ("{O云岭师范学院}消息：我院举办毕业典礼。", {"云岭师范学院 organised 毕业典礼"}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), CASES, ids=[line for line, _ in CASES])
def test_relations(line: str, expected: set[str]) -> None:
    assert {fact for fact in facts(line) if " holdsPosition " not in fact} == expected


def test_every_rule_has_a_case() -> None:
    """A relation rule that no case shows is one that nobody can check; one without a name nobody finds."""
    fired = {claim.rule for line, _ in CASES for claim in linked(line).claims}
    assert {way.name for rule in relations.RULES for way in rule.ways} <= fired <= RULES.keys()


@pytest.mark.parametrize(
    "line",
    [
        "{P方知远}向{O第九中学}捐赠\n3万元。",
        "{P方知远}获评{O省总工会}“　　”称号。",
        "{O红光公司}与{O红星公司}签订《 》。",
        "{O红光公司}聘任{P方知远}为{O红光公司}“ ”。",
    ],
)
def test_what_is_given_signed_or_conferred_has_words(line: str) -> None:
    assert not [claim for claim in linked(line).claims if claim.title is not None and not claim.title.strip()]


def test_evidence_holds_both_ends_of_a_claim() -> None:
    """Where subject and object stand in one clause, the quoted evidence shows both."""
    found = linked("今天，{O红光公司}在{L湘潭市}举办职工运动会，职工很高兴。")
    quotes = {claim.predicate: found.article.text[claim.start : claim.end] for claim in found.claims}
    assert quotes == {
        "organised": "今天，红光公司在湘潭市举办职工运动会",
        "heldAt": "在湘潭市举办职工运动会",
    }
