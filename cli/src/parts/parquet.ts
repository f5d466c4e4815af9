// Readers of Parquet.
export * from "hyparquet";
export { compressors } from "hyparquet-compressors";
