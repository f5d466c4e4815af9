"""What claims are paid, in one process: a table of pyarrow in, a table out."""

from __future__ import annotations

import sys
from decimal import Decimal

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from care_coverage import simulate
from example_claims import coverages

Totals = dict[str, tuple[int, Decimal]]


def totals_of(paid: pa.Table) -> Totals:
    """By guarantee: how many claims, and what the coverage pays for them."""
    groups = paid.group_by("guarantee").aggregate([("guarantee", "count", pc.CountOptions("all")), ("complementary", "sum")])
    rows = zip(groups["guarantee"].to_pylist(), groups["guarantee_count"].to_pylist(), groups["complementary_sum"].to_pylist(), strict=True)
    return {name or "": (count or 0, amount or Decimal(0)) for name, count, amount in rows}


def reimbursed(claims: pa.Table) -> pa.Table:
    current, _ = coverages()
    return pa.table(current.reimburse(claims, unit="person"))


def difference(claims: pa.Table) -> Decimal:
    """What the draft pays more."""
    current, draft = coverages()
    return Decimal(simulate(current, draft, claims)["totals"]["difference"] or 0)


if __name__ == "__main__":
    table = pq.read_table(sys.argv[1])
    print(totals_of(reimbursed(table)), difference(table))
