"""The face model: where it lies, and that it is the very file its numbers were measured with."""

import zipfile
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from adamas.errors import KnowledgeError, told

PLACE = Path(__file__).parent / "models" / "face_landmarker.task"
"""Google's Face Landmarker under Apache-2.0; licence and attribution lie beside it."""
SHA256 = "64184e229b263107bc2b804c6625db1341ff2bb731874b0bcc2fe6544e0bc9ff"
NETWORKS = ("face_detector", "face_landmarks_detector", "face_blendshapes")


def read_networks(place: Path = PLACE) -> dict[str, bytes]:
    """The three networks of the model by name, as TFLite files.

    Raises KnowledgeError when the file is missing or is another than the one with `SHA256`.
    """
    try:
        raw = place.read_bytes()
    except FileNotFoundError:
        raise KnowledgeError(
            told("face-model-missing", "The face model is not there."), where=str(place), hint=_again()
        ) from None
    if sha256(raw).hexdigest() != SHA256:
        raise KnowledgeError(
            told("face-model-other", "The face model is not the file it should be."),
            where=str(place),
            hint=_again(),
        )
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        return {name: archive.read(f"{name}.tflite") for name in NETWORKS}


def _again() -> str:
    return told("face-model-hint", "Run make setup, or install Adamas again from its wheel.")
