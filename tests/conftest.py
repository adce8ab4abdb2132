"""The browser tests need a Chrome or Chromium: find one, fetch one, or say loudly that they did not run.

A test that asks for a page is a browser test, whether or not its author marked it so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

NAMES = ["google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "chrome", "msedge"]
MAC_APPS = ["Google Chrome", "Chromium", "Microsoft Edge"]
ON_WINDOWS = [
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
]
DOWNLOAD = 300  # seconds that Playwright may take over its own browser
ARGS = [
    "--no-sandbox",  # a container has none to offer; the pages are our own
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
MISSING = (
    "no Chrome or Chromium was found, and Playwright could not fetch its own. "
    "Install one (Debian and Ubuntu: `sudo apt install chromium`; elsewhere Google Chrome) and run the tests again."
)


def usual_places() -> Iterator[Path]:
    """Where Chrome, Chromium or Edge lie when they are not on the PATH."""
    for home in (Path("/"), Path.home()):
        yield from (home / "Applications" / f"{app}.app" / "Contents" / "MacOS" / app for app in MAC_APPS)
    for variable in ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"):
        if variable in os.environ:
            yield from (Path(os.environ[variable]) / place for place in ON_WINDOWS)


def found() -> str | None:
    """The path of a browser on this machine, or None."""
    on_path = next(filter(None, map(shutil.which, NAMES)), None)
    return on_path or next((str(place) for place in usual_places() if place.is_file()), None)


def fetched() -> bool:
    """Whether Playwright has a browser of its own, or can fetch one in time."""
    try:
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        return subprocess.run(command, capture_output=True, timeout=DOWNLOAD, check=False).returncode == 0
    except (OSError, subprocess.TimeoutExpired):
        return False


@cache
def browser(config: pytest.Config) -> dict[str, str] | None:
    """What Playwright has to be told to start a browser here; nothing, if it has its own; None without any."""
    path = found()
    if path:
        return {"executable_path": path}
    reporter = config.pluginmanager.get_plugin("terminalreporter")
    if reporter:
        reporter.write_line("no Chrome or Chromium here: asking Playwright for its own, which can take minutes ...")
    return {} if fetched() else None


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """What the tests read is kept apart from what the user has read."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SIDEBYSIDE_CACHE", str(tmp_path_factory.mktemp("readings")))
        yield


@pytest.fixture(scope="session")
def browser_type_launch_args(browser_type_launch_args: dict[str, Any], pytestconfig: pytest.Config) -> dict[str, Any]:
    return {**browser_type_launch_args, **(browser(pytestconfig) or {}), "args": ARGS}


@pytest.fixture(scope="session")
def browser_context_args(browser_context_args: dict[str, Any]) -> dict[str, Any]:
    return {**browser_context_args, "viewport": {"width": 1400, "height": 1050}, "reduced_motion": "reduce"}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if {"browser", "context", "page"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


@pytest.hookimpl(tryfirst=True)  # before the fixtures, which would start the browser
def pytest_runtest_setup(item: pytest.Item) -> None:
    if not item.get_closest_marker("browser") or browser(item.config) is not None:
        return
    if os.environ.get("CI", "").lower() == "true":
        pytest.fail(MISSING, pytrace=False)
    pytest.skip(MISSING)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    left_out = [report for report in terminalreporter.stats.get("skipped", []) if MISSING in str(report.longrepr)]
    if left_out:
        terminalreporter.section("the browser tests did not run", red=True, bold=True)
        terminalreporter.write_line(f"Nobody looked at the pages ({len(left_out)} tests left out): {MISSING}")
