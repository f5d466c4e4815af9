"""What is installed is the wheel that make has built: for every Python from 3.11 on, with types, licences and the notices of others."""

from __future__ import annotations

import sys
from importlib.metadata import distribution
from pathlib import Path

import care_coverage
from conftest import ROOT


def test_the_wheel_is_whole() -> None:
    wheel = distribution("care-coverage")
    files = {str(file) for file in wheel.files or []}
    python = {str(file.relative_to(ROOT / "python")) for file in (ROOT / "python/care_coverage").glob("*.py*")}
    assert len(python) > 8 and python | {"care_coverage/py.typed", "care_coverage/_engine.abi3.so", "care_coverage/THIRD_PARTY.md"} <= files
    assert {Path(file).name for file in files if "/licenses/" in file} == {"LICENSE-MIT", "LICENSE-APACHE"}
    assert "Tag: cp311-abi3-" in (wheel.read_text("WHEEL") or "")
    assert wheel.version == care_coverage.__version__
    assert [requirement.split(">")[0] for requirement in wheel.requires or []] == ["sqlalchemy"]
    # Not the folder of the sources.
    assert Path(care_coverage.__file__).is_relative_to(sys.prefix)
    assert "| pyo3 |" in (Path(care_coverage.__file__).parent / "THIRD_PARTY.md").read_text(encoding="utf-8")
