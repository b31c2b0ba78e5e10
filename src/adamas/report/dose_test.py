from typing import Any

import pytest
from msgspec.structs import replace

from adamas.dose.adapt import Reaction, adapt
from adamas.dose.dosing import Dosing
from adamas.dose.look import Look, look
from adamas.dose.subject import Exposure, Skin
from adamas.knowledge.library import compile_library, default_root
from adamas.report.document import Banner, Chart, Table
from adamas.report.dose import compose_look
from adamas.report.text import render
from adamas.report.words import Words, languages

LIBRARY = compile_library(default_root())
ASKED = Exposure(grit_um=80, vacuum_kpa=17, passes=2)


def looked(**changed: Any) -> Look:
    dosing = Dosing(
        zone=LIBRARY.section("zones")["cheek"],
        nth=1,
        limits=[],
        goals=(),
        device=None,
        library=LIBRARY,
        skin=Skin(age=30, is_dry=False, has_fragile_vessels=False),
    )
    return look(replace(ASKED, **changed), dosing, draws=256)


LOOK = looked()


@pytest.mark.parametrize("lang", languages())
@pytest.mark.parametrize("reader", ["client", "professional"])
def test_every_reader_is_told_that_it_is_a_model_and_not_reviewed(lang: str, reader: Any) -> None:
    words = Words(lang, LIBRARY)
    told = " ".join(render(compose_look(LOOK, words, reader=reader)).split())
    field = "say" if reader == "client" else "tell"
    assert words.text("protocol", "course-dose-model", field) in told
    assert words.ui("dose-not-reviewed") in told


def test_no_share_stands_without_its_band() -> None:
    document = compose_look(LOOK, Words("en", LIBRARY))
    table = [block for block in document.blocks if isinstance(block, Table)][-1]
    assert len(table.rows) == len(LOOK.changes)
    assert all("–" in cell or cell == "—" for row in table.rows for cell in row[1:3])


def test_a_stop_is_shown_as_one_and_a_stationary_tip_has_no_curve() -> None:
    still = compose_look(looked(pace_cm_s=0.0), Words("en", LIBRARY))
    banner = next(block for block in still.blocks if isinstance(block, Banner))
    assert (banner.word, banner.tone) == ("stop", "refuse")
    assert not [block for block in still.blocks if isinstance(block, Chart)]
    assert len([b for b in compose_look(LOOK, Words("en", LIBRARY)).blocks if isinstance(b, Chart)]) == 3


@pytest.mark.parametrize(("hours", "said"), [(30, "Next visit: grain 80 µm"), (100, "no treatment before")])
def test_a_recorded_reaction_is_followed_by_the_next_visit(hours: float, said: str) -> None:
    reaction = Reaction(redness_hours=hours, has_petechiae=False, flaking_days=0, pain=0)
    adapted = adapt(ASKED, ASKED, reaction, LIBRARY)
    assert said in render(compose_look(LOOK, Words("en", LIBRARY), adapted=adapted))
