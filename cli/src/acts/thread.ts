// A worker of many acts: that of the package, with the readers of Parquet that are copied into this program.
import { provide } from "care-coverage/worker/thread";

const parquet = () => import("../parts/parquet.ts");
provide({ hyparquet: parquet, "hyparquet-compressors": parquet });
