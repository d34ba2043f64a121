"""Writes the Parquet files of the tests beside this file. Needs pyarrow; 25.0.1 was used."""

from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

HERE = Path(__file__).parent
ROWS = 12


def labelled():
    return pa.table(
        {
            "text": [f"A {i} is \u00e9 \U0001f600" for i in range(ROWS)],
            "other": [f" B {i} " for i in range(ROWS)],
            "mood": [("sad", "happy", "so-so")[i % 3] for i in range(ROWS)],
            "label": pa.array([i % 2 for i in range(ROWS)], pa.int64()),
            "small": pa.array([i % 2 for i in range(ROWS)], pa.int8()),
            "score": [i / 4 for i in range(ROWS)],
            "truth": [i % 2 == 0 for i in range(ROWS)],
        }
    )


def odd():
    return pa.table(
        {
            "translation": [{"en": f"a {i}", "ro": f"b {i}"} for i in range(ROWS)],
            "hole": [None if i == 4 else f"c {i}" for i in range(ROWS)],
            "blank": [" " if i == 6 else f"d {i}" for i in range(ROWS)],
            "bytes": pa.array([b"\xff\xfe" if i == 2 else b"e" for i in range(ROWS)], pa.binary()),
            "list": [["x", "y"]] * ROWS,
            "time": pa.array([i for i in range(ROWS)], pa.timestamp("us")),
            "label": [str(i % 2) for i in range(ROWS)],
        }
    )


def write(table, name, **options):
    pq.write_table(table, HERE / f"{name}.parquet", **options)


if __name__ == "__main__":
    # as the library "datasets" does: the schema of Arrow inside, dictionaries, Snappy
    write(labelled(), "snappy")
    bare = {"store_schema": False, "write_statistics": False}
    write(
        labelled(),
        "zstd",
        compression="zstd",
        data_page_version="2.0",
        row_group_size=5,
        use_dictionary=False,
        **bare,
    )
    write(labelled(), "none", compression="none", **bare)
    write(labelled(), "gzip", compression="gzip", data_page_version="2.0", **bare)
    write(labelled(), "lz4", compression="lz4", **bare)
    delta = {"text": "DELTA_BYTE_ARRAY", "other": "DELTA_LENGTH_BYTE_ARRAY", "label": "DELTA_BINARY_PACKED"}
    write(labelled(), "delta", use_dictionary=False, column_encoding=delta, **bare)
    write(labelled().select(["text", "label"]), "brotli", compression="brotli", **bare)
    write(labelled().slice(0, 0), "empty", **bare)
    write(odd(), "odd", compression="zstd", **bare)
