import pytest

from adamas.dose.adapt import Reaction
from adamas.errors import InputError
from adamas_cli.reaction import read_reaction


def test_what_is_not_named_was_not_recorded() -> None:
    assert read_reaction(["redness=30", "petechiae=no"]) == Reaction(redness_hours=30, has_petechiae=False)


@pytest.mark.parametrize("typed", ["itch=3", "redness", "redness=nan", "redness=inf", "petechiae=some"])
def test_what_is_no_sign_is_refused_at_its_option(typed: str) -> None:
    with pytest.raises(InputError) as refused:
        read_reaction([typed])
    assert refused.value.where == "--reaction"
