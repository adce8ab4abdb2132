"""A JupyterLab for the tests, on copies of the notebooks and the data."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.helpers import SHIPPED
from tests.lab.driving import START, errors, notebook, run

ROOT = Path(__file__).resolve().parents[2]
Sit = Callable[..., tuple[Page, Locator]]


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def answers(address: str) -> bool:
    try:
        with urllib.request.urlopen(f"{address}/api", timeout=2) as reply:
            return bool(reply.status == 200)
    except OSError:
        return False


@pytest.fixture(scope="session")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the server: `root` is what its browser shows."""
    return tmp_path_factory.mktemp("lab")


@pytest.fixture(scope="session")
def server(home: Path) -> Iterator[str]:
    """The address of a JupyterLab on copies of the notebooks and the data, with settings and folders of its own."""
    for name in ("notebooks", "data"):
        shutil.copytree(ROOT / name, home / "root" / name)
    overrides = {
        "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
        "@jupyterlab/notebook-extension:tracker": {"windowingMode": "none"},
    }
    (home / "settings").mkdir()
    (home / "settings" / "overrides.json").write_text(json.dumps(overrides))
    own = ["JUPYTER_CONFIG_DIR", "JUPYTER_DATA_DIR", "JUPYTER_RUNTIME_DIR", "JUPYTERLAB_SETTINGS_DIR"]
    own += ["JUPYTERLAB_WORKSPACES_DIR", "IPYTHONDIR"]
    environment = os.environ | {name: str(home / name.lower()) for name in own} | {"PYTHONPATH": str(ROOT / "src")}
    port = free_port()
    command = [
        sys.executable, "-m", "jupyterlab", "--no-browser", "--ip=127.0.0.1", f"--port={port}", "--port-retries=0",
        "--allow-root", "--IdentityProvider.token=", "--PasswordIdentityProvider.hashed_password=",
        "--expose-app-in-browser", "--LabApp.extension_manager=readonly",
        f"--LabApp.app_settings_dir={home / 'settings'}", "--ServerApp.terminals_enabled=False",
        f"--ServerApp.root_dir={home / 'root'}",
    ]  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    with (home / "log.txt").open("wb") as log:
        process = subprocess.Popen(command, env=environment, stdout=log, stderr=subprocess.STDOUT, cwd=home)
        try:
            until = time.monotonic() + START / 1000
            while not answers(address):
                if process.poll() is not None or time.monotonic() > until:
                    pytest.fail(f"JupyterLab did not start:\n{(home / 'log.txt').read_text()[-2000:]}", pytrace=False)
                time.sleep(0.2)
            yield address
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()


@pytest.fixture
def folder(home: Path, server: str, request: pytest.FixtureRequest) -> Path:
    """A copy of the shipped comparison of this test's own, where the server can see it."""
    return Path(shutil.copytree(SHIPPED, home / "root" / "data" / request.node.originalname))


@pytest.fixture
def sit(home: Path, server: str, folder: Path, browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[Sit]:
    """Sits a coder down at the bench, in a notebook and a browser of their own; gives the page and the bench in it."""
    contexts = []

    def sat(coder: str = "ada", at: Path = folder, **options: object) -> tuple[Page, Locator]:
        contexts.append(browser.new_context(**browser_context_args))
        contexts[-1].set_default_timeout(15_000)
        return sitting(contexts[-1].new_page(), server, home, at, coder, **options)

    yield sat
    for context in contexts:
        context.close()


def sitting(page: Page, server: str, home: Path, folder: Path, coder: str, **options: object) -> tuple[Page, Locator]:
    """A notebook with a bench, run; the page and the bench in it."""
    name = f"{folder.name}-{coder}"
    given = ", ".join(f"{key}={value!r}" for key, value in {"coder": coder, **options}.items())
    opening = f"import sidebyside as sbs\nwork = sbs.load('../data/{folder.name}')\nsbs.bench(work, {given})"
    notebook(home / "root" / "notebooks" / f"{name}.ipynb", opening, "1 + 1")
    run(page, server, name)
    assert errors(page) == []
    bench = page.locator(".bench")
    bench.locator(".item").first.wait_for(timeout=START)
    return page, bench
