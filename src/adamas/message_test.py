"""A message names its text and its values, nothing else."""

from adamas.message import Message, Title, message


def test_the_variables_of_a_message_are_written_with_hyphens() -> None:
    said = message("plan-vacuum-capped", vacuum_kpa=14.0, why=Title("statement", "blood-thinner"))
    assert said == Message(
        "plan-vacuum-capped", {"vacuum-kpa": 14.0, "why": Title("statement", "blood-thinner")}
    )


def test_a_message_may_carry_a_variable_called_name() -> None:
    assert message("greeting", name="Anna").values == {"name": "Anna"}
