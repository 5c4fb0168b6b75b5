"""TextLine text to articles, on pages drawn by hand: what stands where decides, not the order of the file."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest

from kg.model.errors import InputError
from kg.model.records import Article, Aside
from kg.reading.layout import jumps
from kg.reading.layout.pages import TextRun, read_layout
from kg.reading.scoring.similarity import Rarity
from tests.effort import bounded_effort
from tests.reading.typeset import Style, wrap

SIZE, LEADING, CELLS, GAP = 10.0, 15.0, 12, 16.0
WIDTH = CELLS * SIZE

RIVER = (
    "　　4月8日，云泽县召开河道治理现场会，县长乔望川主持会议。各乡镇要在汛期之前完成清淤。\n"
    "　　会后，与会人员察看了三处河堤，并听取了水利局的介绍。"
)
TEASERS = ("今日导读", "河堤加固完工 ▶2版", "新桥通车 ▶3版")
SCHOOL = "　　4月9日，云泽县第二小学的新校舍启用，三百名学生搬进了明亮的教室，家长们纷纷前来参观。"


def column(text: str, left: float, top: float, page: int = 1) -> list[TextRun]:
    """A text as the justified lines of one column, first lines indented by two characters."""
    lines: list[TextRun] = []
    for paragraph in text.split("\n"):
        wrapped = wrap(paragraph, Style(width=CELLS))
        for number, line in enumerate(wrapped):
            words = line.strip("　")
            x, y = left + SIZE * (len(line) - len(words)), top + LEADING * len(lines)
            right = x + SIZE * len(words) if number == len(wrapped) - 1 else left + WIDTH
            lines.append(TextRun(words, page, x, y, right, y + SIZE, SIZE))
    return lines


def headline(text: str, left: float, top: float, page: int = 1, size: float = 24.0) -> TextRun:
    return TextRun(text, page, left, top, left + size * len(text), top + size, size)


def upright(text: str, left: float, top: float, size: float = 24.0) -> TextRun:
    return TextRun(text, 1, left, top, left + size, top + size * len(text), size, vertical=True)


def read(*pages: Iterable[TextRun]) -> list[Article]:
    found = list(read_layout(Path("page.pdf"), [list(page) for page in pages]))
    assert not any(isinstance(one, InputError) for one in found)
    return [one for one in found if isinstance(one, Article)]


def left_out(*pages: Iterable[TextRun]) -> set[str]:
    found = read_layout(Path("page.pdf"), [list(page) for page in pages])
    return {one.text for one in found if isinstance(one, Aside)}


def in_columns(text: str, lines: int, left: float, top: float, page: int = 1) -> Iterator[TextRun]:
    """A text in columns of so many lines."""
    for number, line in enumerate(column(text, left, top, page)):
        right, up = number // lines * (WIDTH + GAP), number // lines * lines * LEADING
        yield TextRun(line.text, page, line.x0 + right, line.y0 - up, line.x1 + right, line.y1 - up, SIZE)


def texts(text: str) -> list[str]:
    return [run.text for run in column(text, 0, 0)]


def plain(text: str) -> str:
    return text.replace("　", "")


def test_columns_are_read_one_after_the_other_whatever_order_they_are_given_in() -> None:
    page = [headline("云泽县治理河道", 0, 0), *in_columns(RIVER, 3, 0, 40)]
    for given in (page, page[::-1], sorted(page, key=lambda run: run.y0)):
        (article,) = read(given)
        assert article.title == "云泽县治理河道"
        assert article.text == f"云泽县治理河道\n{plain(RIVER)}"


def test_a_headline_in_the_middle_of_its_columns_heads_all_of_them() -> None:
    width = 3 * WIDTH + 2 * GAP
    head = headline("河道治理", width / 2 - 48, 0)
    (article,) = read([head, *in_columns(RIVER, 3, 0, 40)])
    assert (article.title, article.text) == ("河道治理", f"河道治理\n{plain(RIVER)}")


def test_articles_beside_and_below_one_another_stay_apart() -> None:
    page = [
        headline("治理河道", 0, 0),
        *column(RIVER, 0, 40),
        headline("启用校舍", WIDTH + GAP, 0),
        *column(SCHOOL, WIDTH + GAP, 40),
        headline("再治河道", WIDTH + GAP, 200),
        *column(RIVER, WIDTH + GAP, 240),
    ]
    assert [(a.title, a.text.split("\n", 1)[1]) for a in read(page)] == [
        ("治理河道", plain(RIVER)),
        ("启用校舍", plain(SCHOOL)),
        ("再治河道", plain(RIVER)),
    ]


@pytest.mark.parametrize("left", [-60.0, 2 * (WIDTH + GAP)])
def test_a_vertical_headline_heads_the_columns_on_either_side(left: float) -> None:
    (article,) = read([upright("云泽治理河道", left, 40), *in_columns(RIVER, 5, 0, 40)])
    assert article.title == "云泽治理河道"
    assert article.text.split("\n", 1)[1] == plain(RIVER)


def test_the_lines_of_a_vertical_headline_are_read_from_the_right() -> None:
    page = [upright("治理河道", -30, 40), upright("云泽县", -60, 40), *column(RIVER, 0, 40)]
    assert [article.title for article in read(page)] == ["治理河道 云泽县"]


def test_a_caption_goes_to_the_article_it_stands_in_and_does_not_break_its_sentences() -> None:
    lines = column(RIVER, 0, 40)
    caption = TextRun("河堤上的现场会。田野摄", 1, 0, 150, 88, 158, 8.0)
    moved = [
        TextRun(r.text, 1, r.x0, r.y0 + 80 * (r.y0 > 85), r.x1, r.y1 + 80 * (r.y0 > 85), SIZE) for r in lines
    ]
    (article,) = read([headline("治理河道", 0, 0), *moved, caption])
    assert article.text == f"治理河道\n{plain(RIVER)}\n河堤上的现场会。田野摄"


def test_an_article_goes_on_upon_the_page_that_its_notice_names() -> None:
    first, second = RIVER.split("主持会议")
    one = [headline("治理河道", 0, 0), *column(f"{first}主持会议（下转第二版）", 0, 40)]
    two = [
        headline("启用校舍", 0, 0, page=2),
        *column(SCHOOL, 0, 40, page=2),
        *column(f"（上接第一版）{second}", WIDTH + GAP, 40, page=2),
    ]
    river, school = read(one, two)
    assert river.text == f"治理河道\n{plain(RIVER)}"
    assert school.text == f"启用校舍\n{plain(SCHOOL)}"
    assert river.origin is not None
    assert {box.page for box in river.origin.boxes} == {1, 2}


def test_a_caption_on_a_page_without_text_goes_to_an_article_near_it() -> None:
    pages = [[headline("治理河道", 0, 0), *column(RIVER, 0, 40)], [], [headline("启用校舍", 0, 0, page=3)]]
    pages[1] = [TextRun("河堤上的现场会。田野摄", 2, 0, 150, 88, 158, 8.0)]
    pages[2] += column(SCHOOL, 0, 40, page=3)
    river, school = read(*pages)
    assert river.text == f"治理河道\n{plain(RIVER)}\n河堤上的现场会。田野摄"
    assert school.text == f"启用校舍\n{plain(SCHOOL)}"


def issue(pages: int) -> list[list[TextRun]]:
    """Pages of as many articles and captions, each article in its own words and broken off at its end."""
    rng = random.Random(7)  # noqa: S311
    words = [chr(code) for code in range(0x4E00, 0x4E00 + 400)]

    def text(length: int) -> str:
        return "".join(rng.choices(words, k=length))

    return [
        [
            run
            for left in (0.0, WIDTH + GAP, 2 * (WIDTH + GAP))
            for run in (
                headline(text(4), left, 0, number),
                *column(f"　　{text(60)}", left, 40, number),
                TextRun(text(8), number, left, 200, left + 64, 208, 8.0),
            )
        ]
        for number in range(1, pages + 1)
    ]


def test_the_work_grows_with_the_pages_and_not_with_their_square(monkeypatch: pytest.MonkeyPatch) -> None:
    work = 0
    made, likeness, assigned = Rarity.__init__, Rarity.likeness, jumps.assign_columns

    def making(self: Rarity, blocks: Sequence[frozenset[str]]) -> None:
        nonlocal work
        work += len(blocks)
        made(self, blocks)

    def likening(self: Rarity, left: frozenset[str], right: frozenset[str]) -> float:
        nonlocal work
        work += 1
        return likeness(self, left, right)

    def assigning(gains: Sequence[Sequence[float]]) -> list[int]:
        nonlocal work
        work += sum(map(len, gains)) * len(gains)
        return assigned(gains)

    def work_of(pages: int) -> int:
        nonlocal work
        work = 0
        assert len(read(*issue(pages))) == 3 * pages
        return work

    monkeypatch.setattr(Rarity, "__init__", making)
    monkeypatch.setattr(Rarity, "likeness", likening)
    monkeypatch.setattr(jumps, "assign_columns", assigning)
    assert work_of(24) < 2.5 * work_of(12)


def test_furniture_is_left_out_and_gives_the_date() -> None:
    page = [
        headline("云泽工人报", 0, 0, size=40.0),
        TextRun("2025年4月10日 星期四", 1, 0, 60, 110, 70, SIZE),
        TextRun("要闻", 1, 200, 60, 220, 70, SIZE),
        TextRun("今日天气 多云转阴 18℃～25℃ 南风3级", 1, 300, 60, 480, 70, SIZE),
        headline("治理河道", 0, 80),
        *column(RIVER, 0, 120),
        headline("清风家具", 220, 300, size=15.0),
        TextRun("地址：人民路18号", 1, 210, 325, 295, 335, SIZE),
        TextRun("电话：555-0123", 1, 215, 340, 290, 350, SIZE),
    ]
    (article,) = read(page)
    assert (article.date, article.text) == ("2025-04-10", f"治理河道\n{plain(RIVER)}")
    assert left_out(page) == {run.text for run in page if run.text not in ("治理河道", *texts(RIVER))}


def test_a_page_of_vertical_text_is_read_from_the_right_each_tier_below_the_other() -> None:
    def standing(run: TextRun) -> TextRun:
        return TextRun(
            run.text, 1, 800 - run.y1, run.x0, 800 - run.y0, run.x1, run.size, vertical=not run.vertical
        )

    level = [headline("治理河道", 0, 0), *in_columns(RIVER, 3, 0, 40)]
    page = [*map(standing, level), TextRun("2025年4月10日 星期四", 1, 300, -30, 410, -20, SIZE)]
    (article,) = read(page)
    assert (article.date, article.text) == ("2025-04-10", f"治理河道\n{plain(RIVER)}")
    assert article.origin is not None
    title = article.origin.boxes[0]
    assert (title.x0, title.y0, title.x1, title.y1) == (776, 0, 800, 96)


def test_what_a_wide_space_parts_is_one_line() -> None:
    lines = column(RIVER, 0, 40)
    credit = [
        TextRun("河堤上的现场会。田野", 1, 0, 150, 80, 158, 8.0),
        TextRun("摄", 1, 104, 150, 112, 158, 8.0),
    ]
    (article,) = read([headline("治理河道", 0, 0), *lines, *credit])
    assert article.text == f"治理河道\n{plain(RIVER)}\n河堤上的现场会。田野 摄"


def test_a_box_that_tells_what_is_on_other_pages_is_left_out() -> None:
    box = [TextRun(t, 1, 220, 300 + 15 * n, 350, 310 + 15 * n, SIZE) for n, t in enumerate(TEASERS)]
    page = [headline("治理河道", 0, 0), *column(RIVER, 0, 40), *box]
    (article,) = read(page)
    assert article.text == f"治理河道\n{plain(RIVER)}"
    assert left_out(page) == set(TEASERS)


def test_a_page_in_thousands_of_pieces_is_refused_with_bounded_effort() -> None:
    rng = random.Random(1)  # noqa: S311
    pieces = [
        TextRun("工会", 1, x, y, x + 2 * size, y + size, size)
        for x, y, size in (
            (rng.uniform(0, 800), rng.uniform(0, 1100), rng.choice([9, 12, 30])) for _ in range(4000)
        )
    ]
    with bounded_effort(), pytest.raises(InputError, match="only furniture"):
        list(read_layout(Path("page.pdf"), [pieces]))


def test_each_line_of_the_text_has_the_box_it_is_printed_in() -> None:
    page = [headline("治理河道", 0, 0), *in_columns(RIVER, 3, 0, 40)]
    (article,) = read(page)
    assert article.origin is not None
    printed = {(run.x0, run.y0): run.text for run in page}
    assert {
        (box.x0, box.y0): article.text[box.start : box.end].replace("\n", "") for box in article.origin.boxes
    } == printed


def test_a_page_of_furniture_alone_is_no_article() -> None:
    with pytest.raises(InputError, match="only furniture"):
        read([TextRun("2025年4月10日 星期四", 1, 0, 0, 110, 10, SIZE)])
