// The worker's side: asks the package what it is asked, one question after the other.
import core, { CareTypeCatalog, type Coverage, CoverageError, init } from "#core";
import type { Answered } from "../answers.ts";
import type { Encoded } from "./acts.ts";
import type { Answer, Call, Compiled, Message, Reply } from "./messages.ts";

type Kept = CareTypeCatalog | Coverage | ReturnType<typeof core.textBatch>;
type Post = (reply: Reply, transfer: ArrayBuffer[]) => void;

const kept = new Map<number, Kept>();

/** What a question gives: a value for the other side, buffers that go there whole, an object to keep. */
interface Given {
  value?: unknown;
  transfer?: ArrayBuffer[];
  object?: Kept;
}

const METHODS: Record<string, (on: any, ...given: any[]) => Given> = {
  start(_, module: WebAssembly.Module, maxMemory: number | undefined) {
    init({ maxMemory });
    core.start(module);
    return {};
  },
  createCatalog: (_, data, options) => ({ object: new CareTypeCatalog(data, options) }),
  validateCoverage: (catalog: CareTypeCatalog, payload, options) => ({ value: catalog.validateCoverage(payload, options) }),
  validateCoverageText: (catalog: CareTypeCatalog, text, options) => ({ value: catalog.validateCoverageText(text, options) }),
  compileCoverage(catalog: CareTypeCatalog, payload) {
    const object = catalog.compileCoverage(payload);
    const { name, version, guaranteeNames } = object;
    return { object, value: { name, version, guaranteeNames } satisfies Compiled };
  },
  analyze: (coverage: Coverage, options) => ({ value: coverage.analyze(options) }),
  diff: (coverage: Coverage, next: number) => ({ value: coverage.diff(kept.get(next) as Coverage) }),
  vocabulary: (coverage: Coverage) => ({ value: core.vocabulary(coverage) }),
  evaluateEncoded: (coverage: Coverage, ...[parts, odd]: Encoded) =>
    answered(core.evaluateEncoded(coverage, parts, odd.map(([place, copy, unreadable]) => [place, withUnreadable(copy, unreadable)]))),
  textBatch: (coverage: Coverage, isCsv: boolean) => ({ object: core.textBatch(coverage, isCsv) }),
  push: (batch: ReturnType<typeof core.textBatch>, piece: Uint8Array) => answered(batch.push(piece)),
  finish: (batch: ReturnType<typeof core.textBatch>) => answered(batch.finish()),
};

/** An act as it was where it could not be copied: a field that cannot be read throws. */
function withUnreadable(copy: unknown, fields: readonly string[]): unknown {
  for (const field of fields) Object.defineProperty(copy, field, { enumerable: true, get() { throw new Error("not copied"); } });
  return copy;
}

function answered(value: Answered): Given {
  const [outcomes, guarantees] = value;
  return { value, transfer: [outcomes.buffer as ArrayBuffer, guarantees.buffer as ArrayBuffer] };
}

/** Does what a message says. */
export function receive(message: Message, post: Post): void {
  if ("free" in message) {
    kept.get(message.free)?.free();
    kept.delete(message.free);
    return;
  }
  const [answer, transfer] = answerOf(message);
  post({ id: message.id, ...answer }, transfer);
}

function answerOf({ on, method, given, makes }: Call): [answer: Answer, transfer: ArrayBuffer[]] {
  try {
    const { value, transfer = [], object } = METHODS[method]!(kept.get(on), ...given);
    if (object !== undefined && makes !== null) kept.set(makes, object);
    return [{ value }, transfer];
  } catch (error) {
    return [error instanceof CoverageError ? { diagnostics: error.diagnostics } : { failed: String(error) }, []];
  }
}
