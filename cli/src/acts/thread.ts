// A worker of many acts: that of the package, with the readers of Parquet that are copied into this program.
import { provide } from "care-coverage/worker/thread";

provide({ hyparquet: () => import("hyparquet"), "hyparquet-compressors": () => import("hyparquet-compressors") });
