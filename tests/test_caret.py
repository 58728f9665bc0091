"""Where the cursor of an article goes: words, names, sentences, facts."""

from __future__ import annotations

from dateline.db.rows import Fact
from dateline.model import Mention
from dateline_tui.caret import (
    fact_beside,
    facts_in,
    first_word,
    mention_at,
    next_name,
    next_word,
    previous_name,
    previous_word,
    selected,
    sentence_at,
    word_at,
)

TEXT = "Lavrov'la (U.S) 3,5 — می‌خواهد پوتین.\nபிடன் e\u0301t"


def words(text: str) -> list[str]:
    """Every word as ``w`` finds it from the start."""
    found, at = [], first_word(text, 0)
    while at is not None:
        found.append(text[slice(*word_at(text, at))])
        at = next_word(text, at)
    return found


def test_words_are_letters_marks_digits_and_joiners_in_any_script() -> None:
    assert words(TEXT) == ["Lavrov'la", "U.S", "3", "5", "می‌خواهد", "پوتین", "பிடன்", "e\u0301t"]
    assert words("") == words(" .,") == []
    assert words("'a' b.") == ["a", "b"]


def test_b_goes_back_over_the_words_that_w_went() -> None:
    starts, at = [], len(TEXT)
    while (at := previous_word(TEXT, at)) is not None:  # type: ignore[assignment]
        starts.append(at)
    assert [TEXT[slice(*word_at(TEXT, start))] for start in reversed(starts)] == words(TEXT)
    assert previous_word(TEXT, 3) == 0  # from the middle of a word to its start
    assert previous_word(TEXT, 0) is None


def test_a_selection_is_whole_words_whichever_end_it_began_at() -> None:
    text = "Blinken met Lavrov."
    assert text[slice(*selected(text, 9, 14))] == text[slice(*selected(text, 14, 9))] == "met Lavrov"
    assert selected(text, 18, 18) == (18, 19)
    assert selected(text, 3, 3) == (0, 7)


def test_names_before_and_behind() -> None:
    mentions = (Mention("a", 0, 7), Mention("body", 10, 30), Mention("b", 12, 18))
    assert (next_name(mentions, 0), next_name(mentions, 12)) == (10, None)
    assert (previous_name(mentions, 12), previous_name(mentions, 0)) == (10, None)
    assert [found.actor if (found := mention_at(mentions, at)) else None for at in (6, 7, 11, 13)] == [
        "a", None, "body", "b",
    ]  # fmt: skip


def test_the_sentence_at_a_place() -> None:
    text = "One. Two.\nThree."
    sentences = ((0, 4), (5, 9), (10, 16))
    assert [sentence_at(text, sentences, at) for at in (0, 4, 5, 9, 10)] == [(0, 4), (0, 4), (5, 9), None, (10, 16)]
    assert sentence_at(text, (), 3) is None
    assert sentence_at(text, sentences[1:], 3) is None


def fact(name: str, start: int, end: int) -> Fact:
    return Fact(name, "event", "h", "t", None, None, None, None, start, end, "", "by hand")


def test_facts_one_after_another_also_where_two_begin_together() -> None:
    facts = [fact("a", 5, 9), fact("b", 5, 20), fact("c", 30, 40)]
    names, chosen, cursor = [], None, 0
    while (found := fact_beside(facts, chosen, cursor, 1)) is not None:
        names.append(found.id)
        chosen, cursor = found, found.start
    assert names == ["a", "b", "c"]
    assert fact_beside(facts, facts[2], 30, -1) is facts[1]
    assert fact_beside(facts, facts[0], 35, -1) is facts[2]  # the cursor has gone on: it counts, not the chosen one
    assert fact_beside(facts, facts[2], 0, -1) is None
    assert facts_in(facts, (0, 10)) == 2
    assert facts_in(facts, (20, 30)) == 0
