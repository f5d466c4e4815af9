"""What the page copies as Python runs, is well typed, and answers what it copies as JavaScript, which Node runs."""

from __future__ import annotations

import json
import subprocess
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.feather
import pyarrow.parquet as pq
import pytest

from conftest import ROOT


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("copied")
    (path / "names.json").write_text(run(["node", str(ROOT / "python" / "tests" / "copied.mjs"), str(path)], ROOT))
    return path


def run(command: list[str], folder: Path) -> str:
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, encoding="utf-8")
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def answer_of(folder: Path, name: str) -> Any:
    return json.loads(run([sys.executable, "-X", "utf8", f"call_{name}.py"], folder))


def test_each_call_answers_what_its_javascript_answers(folder: Path) -> None:
    names = json.loads((folder / "names.json").read_text())
    assert len(names) == 18
    for name in names:
        answer, wanted = answer_of(folder, name), json.loads(run(["node", f"{name}.mjs"], folder))
        assert answer == wanted, name
        # All that is found is accepted.
        assert answer or name == "accepted", name
    # Claims of both of them were read, and something is paid.
    letters = answer_of(folder, "letters")
    assert (letters["rows"], letters["totals"]["rows"], letters["persons"]["better"]) == (2, 2, 1)
    assert [list(group["key"].values())[1] for group in letters["groups"]] == ["Sud", "Île"]
    assert answer_of(folder, "wide")["totals"]["difference"] == letters["totals"]["difference"]


def test_claims_of_a_file_of_columns(folder: Path) -> None:
    rows = [json.loads(line) for line in (folder / "claims.ndjson").read_text(encoding="utf-8").splitlines()]
    names = dict.fromkeys(name for row in rows for name in row)
    table = pa.Table.from_pylist([{name: Decimal(row[name]) if name == "charged" else row.get(name) for name in names} for row in rows])
    pq.write_table(table, folder / "claims.parquet")
    pyarrow.feather.write_feather(table, str(folder / "claims.arrow"), compression="uncompressed")
    wanted = answer_of(folder, "claims")
    for name in ("parquet", "arrow"):
        assert answer_of(folder, name)["totals"] == wanted["totals"]


def test_what_is_copied_is_well_typed(folder: Path) -> None:
    programs = sorted(path.name for path in folder.glob("call_*.py"))
    run([sys.executable, "-P", "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(folder / "mypy"), *programs], folder)
