"""A face found on a photograph: landmarks, expression, pose."""

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

INTEROCULAR_MM = 63.0
"""Mean distance of adult pupils; its standard deviation is about 3.5 mm: a scale from it is good to 6 %."""


class Pose(Struct, frozen=True):
    """Turn of the head in degrees: yaw to its left, pitch down, roll to its left shoulder are positive."""

    yaw_deg: float
    pitch_deg: float
    roll_deg: float


class Face(Struct, frozen=True, kw_only=True, eq=False):
    """One face.

    landmarks: (478, 3) float32, x and y in pixels of the photo, z in the same unit towards the camera.
    expression: blendshape name -> 0-1. score: logit that this is a face; below 3 it is doubtful.
    """

    landmarks: NDArray[np.float32]
    expression: dict[str, float]
    pose: Pose
    score: float

    @property
    def interocular_px(self) -> float:
        """Distance between the centres of the irises in pixels."""
        left, right = self.landmarks[468, :2], self.landmarks[473, :2]
        return float(np.hypot(*(right - left)))

    @property
    def px_per_mm(self) -> float:
        """Scale by the mean interocular distance; exact only relative to the same person."""
        return self.interocular_px / INTEROCULAR_MM
