"""A signature covers exactly the text that was read: one letter more and it covers nothing."""

from datetime import date

import pytest
from msgspec.structs import replace

from adamas.knowledge.basis import Review
from adamas.knowledge.care import Alternative
from adamas.knowledge.review import digest_of_entry, is_reviewed

ENTRY = Alternative(id="wait", grade="P", title="Wait", say="Wait.", tell="Wait.", follows=("a", "b"))
SIGNED = replace(ENTRY, reviewed=Review(by="Dr A", on=date(2026, 11, 1), digest=digest_of_entry(ENTRY)))


def test_what_nobody_signed_is_not_reviewed() -> None:
    assert not is_reviewed(ENTRY)


def test_a_signature_under_this_text_counts() -> None:
    assert is_reviewed(SIGNED)


@pytest.mark.parametrize(
    "changed",
    [
        replace(SIGNED, say="Wait!"),
        replace(SIGNED, grade="C"),
        replace(SIGNED, follows=("b", "a")),
        replace(SIGNED, follows=("a",)),
        replace(SIGNED, sets_aside={"c": "because of d"}),
        replace(SIGNED, id="waits"),
        replace(SIGNED, reviewed=Review(by="Dr A", on=date(2026, 11, 1), digest="0" * 16)),
    ],
)
def test_a_changed_text_is_not_the_one_that_was_signed(changed: Alternative) -> None:
    assert not is_reviewed(changed)


def test_who_signed_and_when_is_no_part_of_the_text() -> None:
    other = replace(SIGNED, reviewed=Review(by="Dr B", on=date(2027, 1, 1), digest=digest_of_entry(ENTRY)))
    assert is_reviewed(other)


def test_the_digest_is_the_same_tomorrow() -> None:
    assert digest_of_entry(ENTRY) == digest_of_entry(replace(ENTRY))
    assert len(digest_of_entry(ENTRY)) == 16
