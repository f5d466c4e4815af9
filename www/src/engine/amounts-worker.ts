/** The package's worker, with what reads files of columns: fetched with the first file of its kind. */
import { provide } from "care-coverage/worker/thread";

provide({ hyparquet: () => import("hyparquet"), "apache-arrow": () => import("apache-arrow") });
