"""What claims are paid, in DuckDB: a query's result goes through the engine and is queried again; and a function of SQL."""

from __future__ import annotations

import sys
from decimal import Decimal
from typing import TypeAlias

import duckdb
import pyarrow as pa
from duckdb import DuckDBPyConnection, func

from care_coverage import Coverage, simulate
from claims_alone import Totals
from example_claims import coverages

Texts: TypeAlias = "pa.ChunkedArray[pa.StringScalar]"
Ages: TypeAlias = "pa.ChunkedArray[pa.Int32Scalar]"


def totals_of(connection: DuckDBPyConnection, claims: str) -> Totals:
    """By guarantee, of a table or a file of claims."""
    current, _ = coverages()
    # The result is a table of Arrow that the engine reads piece by piece; what it answers is a table for DuckDB.
    paid = pa.table(current.reimburse(connection.sql(f"SELECT * FROM {claims}"), unit="person", keep=False))
    rows = connection.execute("SELECT coalesce(guarantee, ''), count(*), coalesce(sum(complementary), 0) FROM paid GROUP BY 1").fetchall()
    return {name: (count, Decimal(amount)) for name, count, amount in rows}


def difference(connection: DuckDBPyConnection, claims: str) -> Decimal:
    current, draft = coverages()
    return Decimal(simulate(current, draft, connection.sql(f"SELECT * FROM {claims}"))["totals"]["difference"] or 0)


def add_function(connection: DuckDBPyConnection, coverage: Coverage) -> None:
    """`guarantee_of(care_type, member_age)`, which covers an act in SQL. A function sees some rows of a table at a time, in any order: what
    is counted over many rows is no question for one."""

    def guarantee_of(care_type: Texts, member_age: Ages) -> Texts:
        acts = pa.table({"care_type": care_type, "member_age": member_age})
        return pa.table(coverage.evaluate(acts, keep=False))["guarantee"]

    connection.create_function("guarantee_of", guarantee_of, ["VARCHAR", "INTEGER"], "VARCHAR", type=func.PythonUDFType.ARROW, null_handling=func.FunctionNullHandling.SPECIAL)


if __name__ == "__main__":
    with duckdb.connect() as database:
        file = f"read_parquet('{sys.argv[1]}')"
        print(totals_of(database, file), difference(database, file))
