// A writer of Parquet.
export { ByteWriter, ParquetWriter } from "hyparquet-writer";
