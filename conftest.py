"""What every test of the house stands on: no network, a cache of its own, unhurried property tests."""

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

# Two cores are shared with whatever else runs: time is no criterion of a property, so none is set.
# CI repeats the same examples, so that a change is judged and not the dice; everybody else explores.
settings.register_profile(
    "house", deadline=None, max_examples=60, print_blob=True, derandomize="CI" in os.environ
)
settings.load_profile("house")


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests neither read nor leave anything in the cache of whoever runs them."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_CACHE_HOME", str(tmp_path_factory.mktemp("cache")))
        for name in ("ADAMAS_KNOWLEDGE", "ADAMAS_LOCALES"):
            patch.delenv(name, raising=False)
        yield


@pytest.fixture(scope="session", autouse=True)
def _no_network() -> Iterator[None]:
    """A test that tries to reach the world fails."""

    def refuse(_: socket.socket, address: Any) -> None:
        raise AssertionError(f"A test tried to connect to {address!r}.")

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(socket.socket, "connect", refuse)
        yield


@pytest.fixture(scope="session")
def checkout() -> Path:
    """The folder of the repository."""
    return Path(__file__).parent
