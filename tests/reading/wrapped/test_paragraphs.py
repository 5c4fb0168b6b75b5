"""Hard-wrapped lines to paragraphs and headings."""

from __future__ import annotations

from kg.reading.wrapped.lines import split_lines
from kg.reading.wrapped.page_style import measure_style
from kg.reading.wrapped.paragraphs import BlockKind, make_blocks
from tests.reading.typeset import Style, pieces, wrap


def blocks_of(raw: str) -> list[tuple[str, str]]:
    lines = split_lines(raw, 0, len(raw))
    return [(block.kind.name, block.text.text) for block in make_blocks(lines, measure_style(lines))]


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


def test_a_headline_broken_where_the_column_ends_is_one() -> None:
    title = ("云州举办第十届职工田径运动会和", "职工书画展，三十二队参加")
    raw = (2 * INDENTED).replace("云州举办职工运动会", "\n".join(title), 1)
    assert blocks_of(raw)[0] == ("HEADING", "".join(title))


def set_in_lines(text: str) -> list[str]:
    return [line for part in text.split("\n") for line in wrap(part, Style(width=16, indent="　　"))]


def test_a_line_that_ends_early_within_an_indented_text_goes_on() -> None:
    lines = set_in_lines(pieces()[0].body)
    early = [*lines[:1], lines[1][:-1], lines[1][-1] + lines[2], *lines[3:]]
    assert blocks_of("\n".join(early)) == blocks_of("\n".join(lines))


def test_a_byline_broken_off_its_dateline_goes_on() -> None:
    lead = "新华社云州市九月十二日早上电（记者方知行）"
    lines = set_in_lines(f"{lead}{pieces()[1].body}")
    assert lines[1].startswith("（记者")
    assert blocks_of("\n".join(lines))[0][1].startswith(lead)


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
    lines = split_lines(raw, 0, len(raw))
    found = make_blocks(lines, measure_style(lines))
    assert [(block.kind, block.soft) for block in found] == [
        (BlockKind.PARAGRAPH, False),
        (BlockKind.PARAGRAPH, True),
    ]
