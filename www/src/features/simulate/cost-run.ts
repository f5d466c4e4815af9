/** One simulation of the file in hand: its claims as the engine reads them, the texts of both sides, and the answer. */
import type { SimulatedSides } from "../../engine/amounts";
import type { GroupKey, LoadedCatalog, RowAmounts } from "../../engine/engine";
import { askAmounts } from "../compliance/questions";
import { type Claims, claimsOf, columnName } from "./claims";
import type { Answer, Asked, CostFailure, Group } from "./cost-model";
import { headings } from "./headings-file";
import type { ActsFile } from "./model";
import type { Progress } from "./run";
import { basesOf, NoSuchVersion, type Sides, sideName } from "./sides";
import { simulationOf } from "./simulation-call";

interface Claimed {
  actsFile: ActsFile;
  groups: readonly Group[];
  catalog: LoadedCatalog;
  asked: Asked;
}

export interface CostQuestion extends Claimed {
  sides: Sides;
}

export interface BasesQuestion extends Claimed {
  bases: SimulatedSides;
  names: { current: string; draft: string | null };
}

export type CostAnswer = { ok: true; answer: Answer } | { ok: false; failure: CostFailure };
type OnProgress = (progress: Progress) => void;

/** Rejects where the signal does. */
export async function simulate({ sides, ...claimed }: CostQuestion, signal: AbortSignal, onProgress: OnProgress): Promise<CostAnswer> {
  const names = { current: sideName(sides.current), draft: sides.draft && sideName(sides.draft) };
  try {
    const bases = await basesOf(sides);
    signal.throwIfAborted();
    return await simulateBases({ ...claimed, bases, names }, signal, onProgress);
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof NoSuchVersion) return { ok: false, failure: { kind: "no_version", cause: error.message } };
    throw error;
  }
}

/** What is paid for each row, in 1/10,000 €; null where it cannot be simulated. */
export async function amountsOf({ actsFile, bases, catalog }: Pick<BasesQuestion, "actsFile" | "bases" | "catalog">, onProgress: OnProgress): Promise<RowAmounts | null> {
  const { look } = actsFile;
  if (!look) return null;
  const claims = await claimsOf({ ...actsFile, look }, catalog);
  const { signal } = new AbortController();
  const judged = await askAmounts((questions) => questions.simulate(bases, claims.source, { ...optionsOf(claims), amounts: true, signal, onProgress }));
  return judged.state === "ready" ? judged.value.amounts : null;
}

/** The same of texts that are at hand. */
export async function simulateBases({ actsFile, bases, names, groups, catalog, asked }: BasesQuestion, signal: AbortSignal, onProgress?: OnProgress): Promise<CostAnswer> {
  const { file, look } = actsFile;
  try {
    if (!look) throw new Error("the file is not looked at yet");
    const claims = await claimsOf({ ...actsFile, look }, catalog);
    const { source, linesBefore } = claims;
    const read = optionsOf(claims);
    signal.throwIfAborted();
    const by = groups.map((group): GroupKey => (typeof group === "object" ? { column: columnName(actsFile, group.column) } : group));
    const titles = by.includes("heading") ? headings.peek() : null;
    const judged = await askAmounts((questions) => questions.simulate(bases, source, { ...read, by, ...(titles && { headings: titles }), signal, ...(onProgress && { onProgress }) }));
    signal.throwIfAborted();
    if (judged.state === "refused") return { ok: false, failure: { kind: "refused", diagnostics: judged.diagnostics } };
    if (judged.state === "failed") return { ok: false, failure: { kind: judged.code === "no_worker" ? "worker" : judged.code, cause: judged.cause ?? "" } };
    const call = simulationOf({ claims, encoding: look.encoding, name: file.name, bases, by, headings: titles });
    return { ok: true, answer: { simulation: judged.value, of: asked, ...names, linesBefore, call } };
  } catch (error) {
    signal.throwIfAborted();
    const cause = error instanceof Error || error instanceof DOMException ? error.message : String(error);
    return { ok: false, failure: { kind: error instanceof DOMException ? "unreadable" : "worker", cause } };
  }
}

function optionsOf({ format, mapping }: Claims) {
  return { format, ...(mapping && { mapping }) };
}
