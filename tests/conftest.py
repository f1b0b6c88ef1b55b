"""Options of the test run. No test depends on chance: hypothesis draws the same every time.

Tests read English messages, whatever the locale of the machine, unless they ask otherwise.
"""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

if os.environ.pop("LC_ALL", ""):
    os.environ["LC_CTYPE"] = "C.UTF-8"
os.environ.pop("LANGUAGE", None)
os.environ["LC_MESSAGES"] = "en_US.UTF-8"
settings.register_profile(
    "fixed", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("fixed")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-goldens", action="store_true", help="write the files of tests/goldens anew"
    )


@pytest.fixture
def update_goldens(request: pytest.FixtureRequest) -> bool:
    """True when the golden files are to be written anew."""
    return bool(request.config.getoption("--update-goldens"))
