"""What claims are paid, in Spark: persons are divided among the workers, and each pays for its persons, batch after batch."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from decimal import Decimal

import pyarrow as pa
from pyspark.sql import DataFrame, SparkSession
from pyspark.sql import functions as F
from pyspark.sql.types import DecimalType, StringType, StructField, StructType

from care_coverage import Coverage, simulate
from claims_alone import Totals
from example_claims import coverages

AMOUNT = DecimalType(18, 4)
ANSWER = [
    StructField("outcome", StringType(), nullable=False),
    StructField("guarantee", StringType()),
    StructField("complementary", AMOUNT),
    StructField("secu_paid", AMOUNT),
    StructField("out_of_pocket", AMOUNT),
    StructField("problem", StringType()),
]


def in_order(claims: DataFrame) -> DataFrame:
    """All rows of a person in one partition, by care date; `line` keeps the order of one day, which a shuffle does not."""
    return claims.repartition("person").sortWithinPartitions("person", F.asc_nulls_last("care_date"), "line")


def reimbursed(claims: DataFrame, coverage: Coverage) -> DataFrame:
    """Where claims have a column of an answer, the answer's takes its place."""

    def pay(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        # The coverage came with the function. What a person has used of limits goes from one batch to the next.
        return map(pa.record_batch, coverage.reimburse_batches(batches, unit="person"))

    names = {field.name for field in ANSWER}
    kept = [field for field in claims.schema.fields if field.name not in names]
    return in_order(claims).mapInArrow(pay, StructType(kept + ANSWER))


def totals_of(claims: DataFrame) -> Totals:
    current, _ = coverages()
    groups = reimbursed(claims, current).groupBy(F.coalesce("guarantee", F.lit("")).alias("name"))
    rows = groups.agg(F.count("*").alias("rows"), F.coalesce(F.sum("complementary"), F.lit(0)).alias("amount")).collect()
    return {row["name"]: (row["rows"], Decimal(row["amount"])) for row in rows}


def difference(claims: DataFrame) -> Decimal:
    """Sums of whole persons may be added: each partition is simulated by itself. What is said of all persons together, as quantiles,
    may not."""
    current, draft = coverages()

    def cost(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
        whole = list(batches)
        if whole:
            totals = simulate(current, draft, pa.Table.from_batches(whole))["totals"]
            yield pa.record_batch({"difference": [totals["difference"] or "0"]})

    parts = claims.repartition("person").sortWithinPartitions("line").mapInArrow(cost, "difference string").collect()
    return sum((Decimal(part["difference"]) for part in parts), Decimal(0))


def session(master: str, partitions: int = 4) -> SparkSession:
    builder = SparkSession.builder.master(master).appName("claims")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": str(partitions),
        # As many as there are partitions, so that each worker has some.
        "spark.sql.adaptive.enabled": "false",
        "spark.executorEnv.PYTHONPATH": ":".join(sys.path),
        "spark.driver.bindAddress": "127.0.0.1",
        "spark.driver.host": "127.0.0.1",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return builder.getOrCreate()


if __name__ == "__main__":
    # Two workers, each a process of its own with one core and a gigabyte.
    spark = session("local-cluster[2,1,1024]")
    read = spark.read.parquet(sys.argv[1])
    print(totals_of(read), difference(read))
    spark.stop()
