"""Writes the files of this folder: the same claims as CSV, and as Parquet in the ways of the library of the Arrow project.

    python make.py        needs pyarrow (made with 26.0.1)
"""

import csv
import datetime
import decimal
import pathlib
import random

import pyarrow as pa
import pyarrow.parquet as pq

HERE = pathlib.Path(__file__).parent
ROWS = 400
random.seed(20250301)


def some(share, value):
    return [value() if random.random() < share else None for _ in range(ROWS)]


def day(start):
    return start + datetime.timedelta(random.randrange(300))


persons = [f"P{random.randrange(60):03d}" for _ in range(ROWS)]
charged = [random.randrange(200_000) for _ in range(ROWS)]
columns = {
    "care_type": pa.array(random.choices(["GP_VISIT", "SPECIALIST_VISIT", "OSTEOPATHY", "MEDICINE_65", "CROWN_METAL_100_SANTE"], k=ROWS)),
    "person": pa.array(persons),
    # An empty text is an empty cell.
    "family": pa.array([None if number % 7 == 0 else "" if number % 11 == 0 else f"F{person[1:3]}" for number, person in enumerate(persons)]),
    "care_date": pa.array([day(datetime.date(2025, 1, 1)) for _ in range(ROWS)], pa.date32()),
    "membership_start": pa.array(some(0.4, lambda: datetime.datetime.combine(day(datetime.date(2020, 1, 1)), datetime.time())), pa.timestamp("ns")),
    "member_age": pa.array(some(0.9, lambda: random.randrange(100)), pa.uint8()),
    "practitioner": pa.array(some(0.6, lambda: random.choice(["GENERAL_PRACTITIONER", "SPECIALIST"]))),
    "is_optam_or_secteur_1": pa.array(some(0.7, lambda: random.random() < 0.5)),
    "reimbursed_by_secu": pa.array([True] * ROWS),
    "charged": pa.array([decimal.Decimal(cents) / 100 for cents in charged], pa.decimal128(12, 2)),
    "brss": pa.array(some(0.9, lambda: random.randrange(3_000) / 100), pa.float64()),
    "secu_rate_percent": pa.array(some(0.9, lambda: random.choice([65, 70, 100])), pa.int64()),
    "flat_contribution": pa.array(some(0.3, lambda: random.choice([0.5, 1.25, 2])), pa.float32()),
    "plv": pa.array([None] * ROWS, pa.float64()),
}
table = pa.table(columns)
never_null = [name for name, column in columns.items() if column.null_count == 0]
required = table.cast(pa.schema([field.with_nullable(field.name not in never_null) for field in table.schema]))


def write(name, table, **options):
    pq.write_table(table, HERE / f"{name}.parquet", **options)


# Pages of version 1, as most programs write them; dictionaries that are given up on the way, dates in 96 bits.
write("usual", table, use_deprecated_int96_timestamps=True)
write("given-up", table, dictionary_pagesize_limit=200, data_page_size=300, write_batch_size=50)
write("plain", required, use_dictionary=False, compression="none", data_page_size=500, write_batch_size=50, row_group_size=170)
# What is left to the other way of reading.
write(
    "deltas", table, use_dictionary=False, data_page_version="2.0", store_decimal_as_integer=True,
    column_encoding={"care_type": "DELTA_BYTE_ARRAY", "person": "DELTA_LENGTH_BYTE_ARRAY", "secu_rate_percent": "DELTA_BINARY_PACKED", "brss": "BYTE_STREAM_SPLIT"},
)

with open(HERE / "claims.csv", "w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(columns)
    for row in zip(*(column.to_pylist() for column in columns.values())):
        text = lambda cell: "" if cell is None else str(cell).lower() if isinstance(cell, bool) else str(cell)[:10] if hasattr(cell, "year") else str(cell)
        writer.writerow([text(cell) for cell in row])
