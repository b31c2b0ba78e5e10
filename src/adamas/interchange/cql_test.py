from adamas.interchange.cql import export, expression, fields_of
from adamas.knowledge.grammar import parse
from adamas.knowledge.vocabulary import understand
from tests.support.small_library import small_library

QUESTIONS = small_library().questions


def told(text: str) -> str:
    return expression(understand(text, QUESTIONS, where="test"))


def test_a_presence_is_a_boolean_field() -> None:
    assert told("pregnancy") == 'Intake."pregnancy"'


def test_a_choice_is_compared_word_by_word() -> None:
    assert told("scab is dry") == "Intake.\"scab\" = 'dry'"
    assert told("scab is one of dry wet") == "Intake.\"scab\" = 'dry' or Intake.\"scab\" = 'wet'"


def test_a_number_speaks_only_when_its_question_is_due() -> None:
    assert told("mole-size at least 5 mm") == 'Intake."mole-size due" and Intake."mole-size" >= 5.0'
    assert told("mole-size under 5 mm").endswith("< 5.0")


def test_a_span_is_left_to_the_calendar_of_cql() -> None:
    past, ahead = told("isotretinoin-last within 6 months"), told("sun-trip-start in next 14 days")
    assert past.endswith('<= Today and Intake."isotretinoin-last" + 6 months > Today')
    assert ahead == '"known sun-trip-start" > Today and "known sun-trip-start" <= Today + 14 days'


def test_parts_are_kept_together_by_parentheses() -> None:
    assert told("not (pregnancy or tattoo) and physician-agrees") == (
        '(not ((Intake."pregnancy") or (Intake."tattoo"))) and (Intake."physician-agrees")'
    )


def test_every_fact_of_the_conditions_is_a_field_with_its_type() -> None:
    fields = fields_of(
        [parse("age under 14 years"), parse("pregnancy or sunburn-last within 2 days")], QUESTIONS
    )
    assert fields == {
        "age": "Decimal",
        "age due": "Boolean",
        "birth-date": "Date",
        "pregnancy": "Boolean",
        "sunburn-last": "Date",
    }


def test_a_library_defines_each_condition_once() -> None:
    conditions = {"one": parse("pregnancy"), "two": parse("age over 65 years")}
    text = export(conditions, QUESTIONS, name="Small")
    assert text.startswith("library Small version '1'")
    assert text.count('define "one":') == text.count('define "two":') == 1
    assert 'define "known age": Coalesce(Intake."age", ' in text
    assert "known sun-trip-start" not in text
