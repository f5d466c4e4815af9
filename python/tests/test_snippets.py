"""Every block of Python of the documents is run, in order, and type-checked; an expression with a comment is what the comment says."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from care_coverage import store
from conftest import ROOT

DOCUMENTS = ["docs/python.md", "docs/data-platforms.md", "README.md"]


def blocks_of(document: str) -> list[str]:
    text = (ROOT / document).read_text(encoding="utf-8")
    return re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize("document", DOCUMENTS)
def test_blocks_do_what_they_say(document: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(store, "_configured", None)
    module = type(sys)("snippets")
    monkeypatch.setitem(sys.modules, "snippets", module)
    names: dict[str, Any] = module.__dict__
    said = 0
    for block in blocks_of(document):
        run, count = checked(block)
        said += count
        exec(compile(run, f"{document}: {block.splitlines()[0]}", "exec"), names)
    assert said >= 1


def checked(block: str) -> tuple[ast.Module, int]:
    """The block with a comparison in place of each expression that has a comment."""
    lines, tree = block.splitlines(), ast.parse(block)
    count = 0
    for statement in ast.walk(tree):
        # That of a lambda is an expression.
        body = getattr(statement, "body", [])
        for position, inner in enumerate(body if isinstance(body, list) else []):
            comment = re.search(r"  # (.+)$", lines[inner.end_lineno - 1]) if isinstance(inner, ast.Expr) else None
            if comment is None:
                continue
            wanted = ast.parse(comment[1], mode="eval").body
            ast.literal_eval(wanted)
            comparison = ast.Assert(ast.Compare(inner.value, [ast.Eq()], [wanted]), ast.Constant(f"{lines[inner.lineno - 1]}"))
            body[position] = ast.copy_location(comparison, inner)
            count += 1
    return ast.fix_missing_locations(tree), count


@pytest.mark.parametrize("document", DOCUMENTS)
def test_blocks_are_well_typed(document: str, tmp_path: Path) -> None:
    program = tmp_path / "snippets.py"
    # An import may be in the midst of a document.
    program.write_text("\n".join(blocks_of(document)), encoding="utf-8")
    found = subprocess.run(
        [sys.executable, "-P", "-m", "mypy", "--strict", "--no-error-summary", "--cache-dir", str(tmp_path), str(program)], capture_output=True, text=True, cwd=tmp_path
    )
    assert found.returncode == 0, found.stdout + found.stderr
