"""What claims are paid, in Polars: a step of a lazy query."""

from __future__ import annotations

import sys
from decimal import Decimal

import polars as pl

from care_coverage import simulate
from claims_alone import Totals
from example_claims import coverages

AMOUNT = pl.Decimal(18, 4)
ANSWER: dict[str, pl.DataType] = {"outcome": pl.String(), "guarantee": pl.String(), "complementary": AMOUNT, "secu_paid": AMOUNT, "out_of_pocket": AMOUNT, "problem": pl.String()}


def reimbursed(claims: pl.LazyFrame) -> pl.LazyFrame:
    current, _ = coverages()

    def pay(frame: pl.DataFrame) -> pl.DataFrame:
        return pl.DataFrame(current.reimburse(frame, unit="person"))

    # All rows of a person must be seen together: so no piece of the query may come alone.
    return claims.map_batches(pay, streamable=False, schema={**claims.collect_schema(), **ANSWER})


def totals_of(claims: pl.LazyFrame) -> Totals:
    groups = reimbursed(claims).group_by(pl.col("guarantee").fill_null("")).agg(pl.len(), pl.col("complementary").sum()).collect()
    return {name: (count, amount) for name, count, amount in groups.iter_rows()}


def difference(claims: pl.LazyFrame) -> Decimal:
    current, draft = coverages()
    return Decimal(simulate(current, draft, claims.collect())["totals"]["difference"] or 0)


if __name__ == "__main__":
    scanned = pl.scan_parquet(sys.argv[1])
    print(totals_of(scanned), difference(scanned))
