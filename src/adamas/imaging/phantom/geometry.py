"""Where each point of a scene lands on a photograph, and back, exactly: alignment is judged by it."""

from collections.abc import Callable
from math import cos, pi, radians, sin
from typing import Protocol

import cv2
import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from adamas.imaging.phantom.optics import Linear

Points = NDArray[np.float64]
"""(..., 2) x and y in pixels; (0, 0) is the middle of the first pixel."""
Shape = tuple[int, int]
"""Height, width."""
NODE = 8
"""The map is computed at every 8th pixel and interpolated, which costs less than 0.01 px at 12 MP."""
ROUNDS, CLOSE_PX = 60, 1e-7


class View(Struct, frozen=True, kw_only=True):
    """How the camera sees a flat scene.

    yaw_deg, pitch_deg, roll_deg: turn of the scene (signs as in `adamas.imaging.face.Pose`). scale: size on
    the photo. shift_px: right, down. distance: of the camera in widths of the scene; nearer is stronger
    perspective. bend_px: largest smooth non-rigid movement (another expression), drawn by bend_seed, with
    waves of about a third of the scene. lens: radial distortion at half the diagonal; negative is a barrel.
    """

    yaw_deg: float = 0.0
    pitch_deg: float = 0.0
    roll_deg: float = 0.0
    scale: float = 1.0
    shift_px: tuple[float, float] = (0.0, 0.0)
    distance: float = 5.0
    bend_px: float = 0.0
    bend_seed: int = 0
    lens: float = 0.0


class Height(Protocol):
    """What rises from a scene: height towards the camera at points, in pixels of the scene."""

    def at(self, points: Points) -> Points:
        """Heights at (..., 2) x, y."""


class Geometry(Struct, frozen=True, eq=False):
    """The map between a scene and a photograph of it.

    relief: of a scene that is not flat. Its slopes times the tangent of yaw and pitch must stay below 1:
    nothing may hide behind anything.
    """

    view: View
    scene: Shape
    photo: Shape
    relief: Height | None = None

    def to_scene(self, points: Points, *, close_px: float = CLOSE_PX) -> Points:
        """Where points of the photograph lie in the scene; close_px: how exactly on a scene with relief."""
        goal, back = self._lens(points), np.asarray(np.linalg.inv(self._plane()), np.float64)
        level = _apply(back, goal)
        flat = level
        if self.relief is not None:
            flat = _settle(level, lambda flat: flat + level - _apply(back, self._project(flat)), close_px)
        return flat + self._bend(flat)

    def to_photo(self, points: Points) -> Points:
        """Where points of the scene land on the photograph: the inverse of `to_scene`, to 1e-6 px."""
        flat = _settle(points, lambda flat: points - self._bend(flat))
        goal = self._project(flat)
        return _settle(goal, lambda bent: bent + goal - self._lens(bent))

    def onto(self, other: "Geometry", points: Points) -> Points:
        """Where points of this photograph lie on another one of the same scene."""
        return other.to_photo(self.to_scene(points))

    def take(self, scene: Linear, *, border: int = cv2.BORDER_REFLECT_101) -> Linear:
        """The scene as this photograph shows it."""
        where_x, where_y = self.maps()
        return np.asarray(cv2.remap(scene, where_x, where_y, cv2.INTER_CUBIC, borderMode=border), np.float32)

    def maps(self) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
        """Where in the scene every pixel of the photograph comes from: x, then y."""
        height, width = self.photo
        # One node more on each side, so that resizing never has to guess beyond the last one.
        columns, rows = (-(-side // NODE) + 2 for side in (width, height))
        x, y = np.meshgrid(*((np.arange(count) - 0.5) * NODE - 0.5 for count in (columns, rows)))
        nodes = self.to_scene(np.stack([x, y], axis=-1), close_px=1e-3).astype(np.float32)
        fine = cv2.resize(nodes, (columns * NODE, rows * NODE), interpolation=cv2.INTER_LINEAR)
        fine = fine[NODE : NODE + height, NODE : NODE + width]
        return np.ascontiguousarray(fine[..., 0]), np.ascontiguousarray(fine[..., 1])

    def _project(self, points: Points) -> Points:
        """Where points of the scene would be seen through a perfect lens."""
        if self.relief is None:
            return _apply(self._plane(), points)
        solid = np.concatenate([points, np.ones_like(points[..., :1]), self.relief.at(points)[..., None]], -1)
        seen = solid @ self._space().T
        return np.asarray(seen[..., :2] / seen[..., 2:])

    def _plane(self) -> Points:
        """Homography from the level scene to the photograph (before the lens bends it)."""
        return self._space()[:, :3]

    def _space(self) -> Points:
        """From (x, y, 1, height) in the scene to the photograph, both homogeneous."""
        view, (height, width) = self.view, self.scene
        turn = turn_of(view)
        away = view.distance * width
        project = np.array([[away, 0, 0], [0, away, 0], [0, 0, 1.0]])
        pose = np.column_stack([turn[:, 0], turn[:, 1], (0, 0, away), -turn[:, 2]])
        size = np.diag([view.scale, view.scale, 1.0])
        middle = _shift(
            (self.photo[1] - 1) / 2 + view.shift_px[0], (self.photo[0] - 1) / 2 + view.shift_px[1]
        )
        start = np.eye(4)
        start[:3, :3] = _shift(-(width - 1) / 2, -(height - 1) / 2)
        return np.asarray(middle @ size @ project @ pose @ start)

    def _lens(self, points: Points) -> Points:
        """Where a point of the photograph would lie had the lens not bent it."""
        middle = np.array([(self.photo[1] - 1) / 2, (self.photo[0] - 1) / 2])
        arm = points - middle
        reach = np.hypot(*self.photo) / 2
        return np.asarray(middle + arm * (1 - self.view.lens * (arm**2).sum(-1, keepdims=True) / reach**2))

    def _bend(self, points: Points) -> Points:
        if not self.view.bend_px:
            return np.zeros_like(points)
        rng = np.random.default_rng(self.view.bend_seed)
        side = max(self.scene)
        moved = np.zeros_like(points)
        for _ in range(4):
            turn, phase = rng.uniform(0, 2 * pi, 2)
            wave = 2 * pi / side * rng.uniform(1.2, 3.0)
            push = np.array([cos(turn), sin(turn)])[::-1] * rng.uniform(0.5, 1.0)
            moved += np.sin(points @ (cos(turn), sin(turn)) * wave + phase)[..., None] * push
        return moved * (self.view.bend_px / 4)


def turn_of(view: View) -> Points:
    """Rotation of the scene: x right, y down, z away from the camera."""
    yaw, pitch, roll = (radians(angle) for angle in (view.yaw_deg, view.pitch_deg, view.roll_deg))
    # Yaw turns the face to its own left, which is our right.
    about_y = np.array([[cos(yaw), 0, -sin(yaw)], [0, 1, 0], [sin(yaw), 0, cos(yaw)]])
    about_x = np.array([[1, 0, 0], [0, cos(pitch), -sin(pitch)], [0, sin(pitch), cos(pitch)]])
    about_z = np.array([[cos(roll), -sin(roll), 0], [sin(roll), cos(roll), 0], [0, 0, 1]])
    return np.asarray(about_z @ about_x @ about_y)


def _settle(points: Points, step: Callable[[Points], Points], close_px: float = CLOSE_PX) -> Points:
    for _ in range(ROUNDS):
        moved = step(points)
        far = np.abs(moved - points).max(initial=0.0)
        points = moved
        if far < close_px:
            break
    return points


def _apply(matrix: Points, points: Points) -> Points:
    moved = points @ matrix[:, :2].T + matrix[:, 2]
    return np.asarray(moved[..., :2] / moved[..., 2:])


def _shift(x: float, y: float) -> Points:
    return np.array([[1.0, 0, x], [0, 1.0, y], [0, 0, 1.0]])
