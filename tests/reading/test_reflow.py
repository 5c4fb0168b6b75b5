"""Hard-wrapped lines to paragraphs and headings."""

from __future__ import annotations

from kg.reading.lines import split
from kg.reading.reflow import Kind, blocks
from kg.reading.setting import setting


def blocks_of(raw: str) -> list[tuple[str, str]]:
    lines = split(raw, 0, len(raw))
    return [(block.kind.name, block.text.text) for block in blocks(lines, setting(lines))]


INDENTED = """\
云州举办职工运动会
　　近日，云州市总工会在市体育
中心举办职工运动会，来自各县区
的32支代表队参加。
　　比赛为期三天，设拔河、跳绳
等八个项目。
（方知行）
"""


def test_indents_begin_paragraphs() -> None:
    assert blocks_of(INDENTED) == [
        ("HEADING", "云州举办职工运动会"),
        ("PARAGRAPH", "近日，云州市总工会在市体育中心举办职工运动会，来自各县区的32支代表队参加。"),
        ("PARAGRAPH", "比赛为期三天，设拔河、跳绳等八个项目。"),
        ("PARAGRAPH", "（方知行）"),
    ]


def test_blank_lines_between_all_lines_say_nothing() -> None:
    assert blocks_of(INDENTED.replace("\n", "\n\n")) == blocks_of(INDENTED)


FLUSH = """\
云州举办职工运动会
近日，云州市总工会在市体育中
心举办职工运动会，来自各县区
的三十二支代表队同场竞技。
比赛为期三天，设拔河、跳绳、
踢毽子、接力跑、羽毛球、乒乓
球等八个项目。
（方知行）
"""


def test_without_indents_a_short_line_ends_a_paragraph() -> None:
    assert blocks_of(FLUSH) == [
        ("HEADING", "云州举办职工运动会"),
        ("PARAGRAPH", "近日，云州市总工会在市体育中心举办职工运动会，来自各县区的三十二支代表队同场竞技。"),
        ("PARAGRAPH", "比赛为期三天，设拔河、跳绳、踢毽子、接力跑、羽毛球、乒乓球等八个项目。"),
        ("PARAGRAPH", "（方知行）"),
    ]


def test_two_lines_of_a_headline_stay_apart() -> None:
    raw = INDENTED.replace("云州举办职工运动会", "云州举办职工运动会\n三十二支队伍同场竞技", 1)
    assert blocks_of(raw)[:2] == [("HEADING", "云州举办职工运动会"), ("HEADING", "三十二支队伍同场竞技")]


def test_a_caption_is_no_headline() -> None:
    raw = INDENTED + "■职工在拔河比赛中奋力拼搏。 方知行 摄\n"
    assert blocks_of(raw)[-1] == ("CAPTION", "■职工在拔河比赛中奋力拼搏。 方知行 摄")


def test_an_unclosed_bracket_goes_on_in_the_next_line() -> None:
    raw = INDENTED.replace("（方知行）", "（方知行\n 柳如烟）")
    assert blocks_of(raw)[-1] == ("PARAGRAPH", "（方知行 柳如烟）")


def test_a_latin_word_kept_whole_is_parted_by_a_space() -> None:
    raw = """\
大会由云州市承办，题为“Smart
City and Peoples”，各地专家学
者参加大会，共商智慧城市建设的
路径与治理之道。
"""
    (block,) = blocks_of(raw)
    assert "“Smart City and Peoples”，各地专家学者参加" in block[1]


def test_a_sentence_that_ends_with_its_line_may_end_a_paragraph() -> None:
    raw = "近日，云州市总工会召开座谈会。\n各县区工会负责人参加并作了发言\n，会议由市总工会主席主持召开。\n"
    lines = split(raw, 0, len(raw))
    found = blocks(lines, setting(lines))
    assert [(block.kind, block.soft) for block in found] == [(Kind.PARAGRAPH, False), (Kind.PARAGRAPH, True)]
