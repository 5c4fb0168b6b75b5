"""Sentences in symbols."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kg.linker.sentences.masking import EVENT, PERSON, SYMBOLS, MaskedMention, MaskedSentence, in_text_order

TEXT = "市总工会主席张三主持会议。"
MENTIONS = [
    MaskedMention(0, 4, "Organisation", "organisation/市总工会"),
    MaskedMention(4, 6, "Title", "主席"),
    MaskedMention(6, 8, "Person", "person/张三"),
    MaskedMention(10, 12, "Event", "event/会议"),
]
SENTENCE = MaskedSentence(TEXT, 0, len(TEXT), MENTIONS)


def test_every_mention_is_one_symbol() -> None:
    assert SENTENCE.code == "ⓄⓉⓅ主持Ⓥ。"
    assert SENTENCE.mentions() == MENTIONS
    assert [at for at, _ in SENTENCE.symbols(types=PERSON + EVENT)] == [2, 5]
    assert SENTENCE.mentions(1, 3) == MENTIONS[1:3]


def test_of_two_that_overlap_the_later_gives_way() -> None:
    fused = [MaskedMention(0, 3, "Organisation", "公安局"), MaskedMention(2, 4, "Title", "局长")]
    assert MaskedSentence("公安局长来", 0, 5, fused).code == "ⓄⓉ来"
    inside = [MaskedMention(0, 4, "Event", "e"), MaskedMention(1, 3, "Place", "p")]
    assert MaskedSentence("公安局长来", 0, 5, inside).code == "Ⓥ来"


def test_symbols_in_the_text_itself_are_masked() -> None:
    assert MaskedSentence("Ⓟ来", 0, 2, []).code == "□来"


@given(
    st.text("张三会议，。", max_size=20),
    st.lists(st.tuples(st.integers(0, 20), st.integers(1, 5), st.sampled_from(sorted(SYMBOLS))), max_size=5),
)
def test_indices_lead_back_to_the_text(text: str, spans: list[tuple[int, int, str]]) -> None:
    mentions = in_text_order(
        MaskedMention(start, min(start + length, len(text)), type_, "x")
        for start, length, type_ in spans
        if start < len(text)
    )
    sentence = MaskedSentence(text, 0, len(text), mentions)
    offsets = [sentence.offset(index) for index in range(len(sentence.code) + 1)]
    assert offsets == sorted(offsets)
    assert offsets[-1] == len(text)
    for at, mention in sentence.symbols():
        assert sentence.mention(at) == mention
        assert mention.start <= sentence.offset(at) < mention.end
    for index, char in enumerate(sentence.code):
        assert char in SYMBOLS.values() or text[sentence.offset(index)] == char
