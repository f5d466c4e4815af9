/** Files that are opened or dropped: what takes them is fetched with the first. */
import { say } from "../../store/page";
import type { Target } from "../../store/types";
import { laterWords } from "../common/words";

export function openFiles(files: readonly File[], target: Target): void {
  void import("./files").then(({ loadFiles }) => loadFiles(files, target), () => say({ tone: "failed", text: laterWords.failed }));
}
