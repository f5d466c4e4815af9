"""A SQLite file is read and written by this store and by that of the npm package."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from care_coverage.store import CoverageStore, create_tables
from conftest import ROOT
from payloads import coverage_of, rich

pytestmark = pytest.mark.long


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    modules = tmp_path / "node_modules"
    modules.mkdir()
    (modules / "care-coverage").symlink_to(ROOT / "pkg")
    for package in (ROOT / "tests/stores/node_modules").iterdir():
        (modules / package.name).symlink_to(package)
    shutil.copy(ROOT / "python/tests/js_store.mjs", tmp_path)
    return tmp_path


def javascript(folder: Path, what: str, name: str) -> Any:
    # The package's files are found from where the program is, not from where they lie.
    program = ["node", "--preserve-symlinks", str(folder / "js_store.mjs"), str(folder / "coverages.db"), what, json.dumps(name)]
    return json.loads(subprocess.run(program, check=True, capture_output=True, text=True, cwd=folder).stdout)


def test_each_reads_what_the_other_has_written(folder: Path) -> None:
    engine = create_engine(f"sqlite:///{folder}/coverages.db")
    create_tables(engine)
    with Session(engine) as session:
        for payload in (coverage_of("basic", 1), coverage_of("a\0b💊", 1, "é"), rich):
            CoverageStore(session).create_or_update_coverage(payload)
    names = ["a\0b💊", "basic", "rich"]
    for payload in (coverage_of("a\0b💊", 1, "é"), coverage_of("basic", 1), rich):
        answer = javascript(folder, "READ", payload["name"])
        assert answer == {"list": [{"name": name, "latest_version": 1} for name in names], "latest": payload}
    javascript(folder, "WRITE", "rich")
    with Session(engine) as session:
        versions = CoverageStore(session)
        assert versions.get_latest_coverage_payload("rich") == {**rich, "version": 2}
        versions.create_or_update_coverage({**rich, "version": 3})
        assert javascript(folder, "READ", "rich")["latest"] == {**rich, "version": 3}
    engine.dispose()


def test_a_file_of_the_package_and_one_of_an_earlier_format(folder: Path) -> None:
    import sqlite3

    with sqlite3.connect(folder / "coverages.db") as database:
        database.executescript((ROOT / "tests/stores/formats/1.sql").read_text(encoding="utf-8"))
    database.close()
    engine = create_engine(f"sqlite:///{folder}/coverages.db")
    create_tables(engine)
    with Session(engine) as session:
        stored = CoverageStore(session).list_coverages()
        assert stored
        name = stored[0]["name"]
        latest = CoverageStore(session).get_latest_coverage_payload(name)
    assert javascript(folder, "READ", name) == {"list": stored, "latest": latest}
    engine.dispose()
