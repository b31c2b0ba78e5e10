from pathlib import Path

import pytest

from adamas.errors import KnowledgeError
from adamas.imaging import model


def test_the_model_that_set_up_took_is_the_one_that_was_measured() -> None:
    networks = model.read_networks()
    assert {name: len(raw) for name, raw in networks.items()} == {
        "face_detector": 229746,
        "face_landmarks_detector": 2553590,
        "face_blendshapes": 955312,
    }


def test_licence_and_attribution_lie_beside_the_model() -> None:
    folder = model.PLACE.parent
    assert "Apache License" in (folder / "LICENSE").read_text(encoding="utf-8")
    assert model.SHA256 in (folder / "ATTRIBUTION.md").read_text(encoding="utf-8")


def test_a_missing_model_says_how_to_get_it(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeError, match="is not there") as error:
        model.read_networks(tmp_path / "none.task")
    assert "make setup" in error.value.hint


def test_a_changed_model_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.task"
    other.write_bytes(model.PLACE.read_bytes()[:-1] + b"x")
    with pytest.raises(KnowledgeError, match="not the file it should be"):
        model.read_networks(other)
