"""The coverage of the examples and a draft of it, and claims as a Parquet file."""

from __future__ import annotations

import copy
import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq

from care_coverage import CareTypeCatalog, Coverage

EXAMPLES = Path(__file__).parents[1]
MAKE = """
import { claimsExample } from "./claims/claims-example.mjs";
for await (const piece of claimsExample({ rows: Number(process.argv[1]), order: "person", mistakes: Number(process.argv[2]) })) {
  if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}
"""
AMOUNTS = ("charged", "brss", "pathway_rate_percent", "secu_rate_percent", "flat_contribution", "franchise", "quantity", "plv", "hlf")
FLAGS = ("is_optam_or_secteur_1", "reimbursed_by_secu", "is_for_at_least_one_visible_tooth", "is_etablissement_conventionne")
TEXTS = ("person", "family", "sex", "care_type", "act_code", "practitioner", "treatment_mode", "nature_de_soins", "glasses_lens_complexity", "side")


def coverages() -> tuple[Coverage, Coverage]:
    """What is in force, and what is to replace it: 150 in place of 130 % for doctors without an agreement on fees."""
    catalog, payload = CareTypeCatalog(_read("catalog.json")), _read("coverage.json")
    draft = copy.deepcopy(payload)
    (doctors,) = (guarantee for guarantee in draft["guarantees"] if guarantee["name"] == "DOCTORS_NON_OPTAM")
    doctors["coverage_rule"]["components"][0]["percent"] = "150"
    return catalog.compile_coverage(payload), catalog.compile_coverage({**draft, "version": draft["version"] + 1})


def _read(name: str) -> dict[str, Any]:
    document: dict[str, Any] = json.loads((EXAMPLES / name).read_text(encoding="utf-8"))
    return document


def claims(rows: int, mistakes: float = 0) -> pa.Table:
    """Claims that nobody made, the same for the same number of rows. `line` is their place in the source: it keeps the order of
    claims of one day."""
    made = subprocess.run(["node", "--input-type=module", "-e", MAKE, str(rows), str(mistakes)], cwd=EXAMPLES, capture_output=True, check=True)
    types: dict[str, pa.DataType] = {name: pa.decimal128(18, 4) for name in AMOUNTS}
    types |= {name: pa.bool_() for name in FLAGS} | {name: pa.string() for name in TEXTS}
    types |= {"member_age": pa.int32(), "care_date": pa.date32()}
    options = pyarrow.csv.ConvertOptions(column_types=types, strings_can_be_null=True)
    table = pyarrow.csv.read_csv(io.BytesIO(made.stdout), convert_options=options)
    return table.append_column("line", pa.array(range(rows), pa.int64()))


if __name__ == "__main__":
    # python example_claims.py 1000000 claims.parquet
    pq.write_table(claims(int(sys.argv[1])), sys.argv[2], row_group_size=131_072)
