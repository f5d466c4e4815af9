"""Every golden case through Python; and the answers to all of them are those of the npm package, to the letter."""

from __future__ import annotations

import hashlib
import subprocess

import pytest

import golden
from conftest import ROOT

DOCUMENTS = dict(golden.documents())
_answers: dict[str, list[str]] = {}


@pytest.mark.parametrize("file", DOCUMENTS)
def test_cases(file: str) -> None:
    document = DOCUMENTS[file]
    lines, failed = [], []
    for written in document["cases"]:
        answer, difference = golden.run(file, written, document)
        lines.append(f"{file}/{written['id']} {golden.canonical(answer)}\n")
        failed += [difference] if difference else []
    _answers[file] = lines
    assert not failed, "\n".join(failed)


def test_hash_is_that_of_the_package() -> None:
    """What tests/matrix hashes for each runtime of JavaScript."""
    for file in DOCUMENTS:
        if file not in _answers:
            test_cases(file)
    lines = [line for file in DOCUMENTS for line in _answers[file]]
    digest = hashlib.sha256("".join(lines).encode("utf-8")).hexdigest()[:16]
    program = ["node", str(ROOT / "python/tests/package_hash.mjs")]
    count, of_package = subprocess.run(program, check=True, capture_output=True, text=True).stdout.split()
    assert (len(lines), digest) == (int(count), of_package)
    assert len(lines) > 3_000


@pytest.mark.parametrize(
    ("value", "text"),
    [(0.0, "0"), (-0.0, "0"), (1.0, "1"), (-1.5, "-1.5"), (1e20, "100000000000000000000"), (1e21, "1e+21"), (1.25e-7, "1.25e-7"), (1e-6, "0.000001"), (5e-324, "5e-324"),
     (123456789.125, "123456789.125"), (1.7976931348623157e308, "1.7976931348623157e+308")],
)  # fmt: skip
def test_numbers_are_written_as_javascript_writes_them(value: float, text: str) -> None:
    assert golden.number(value) == text
