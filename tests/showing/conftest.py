"""Small comparisons and the shipped one, each made and loaded once; and a browser to open their pages in."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page
from tests.showing import small

from sidebyside.record import Comparison, load

SHIPPED = Path(__file__).resolve().parents[2] / "data" / "russia-afghanistan"


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.bridge(tmp_path_factory.mktemp("bridge"))


@pytest.fixture(scope="session")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.bare(tmp_path_factory.mktemp("bare"))


@pytest.fixture(scope="session")
def three(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.three(tmp_path_factory.mktemp("three"))


@pytest.fixture(scope="session")
def four(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.four(tmp_path_factory.mktemp("four"))


@pytest.fixture(scope="session")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    return small.hostile(tmp_path_factory.mktemp("hostile"))


@pytest.fixture(scope="session")
def work() -> Comparison:
    return load(SHIPPED)


@pytest.fixture(scope="module")
def context(browser: Browser, browser_context_args: dict[str, Any]) -> Iterator[BrowserContext]:
    """One context for all pages: they keep nothing, and a new one for each test takes its time."""
    context = browser.new_context(**browser_context_args)
    context.set_default_timeout(5_000)
    yield context
    context.close()


@pytest.fixture
def page(context: BrowserContext) -> Iterator[Page]:
    """A fresh page of that context."""
    page = context.new_page()
    yield page
    page.close()
