// The worker's side: asks the package what it is asked, one question after the other.
import core, { CareTypeCatalog, type Coverage, CoverageError, init, reimburseStack } from "#core";
import type { Answered } from "../answers.ts";
import type { CompileResult } from "../care-coverage";
import { hasDate } from "../has-date.ts";
import type { Encoded } from "./acts.ts";
import { type Answer, type Call, type Compiled, type Made, type Message, QUESTIONS, type Reply, type Tried } from "./messages.ts";

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
  ...Object.fromEntries(Object.keys({ ...QUESTIONS.catalog, ...QUESTIONS.coverage }).map((method) => [method, (on, ...given) => ({ value: on[method](...given) })])),
  bound(_, maxMemory: number | undefined) {
    init({ maxMemory });
    return {};
  },
  start(_, module: WebAssembly.Module) {
    core.start(module);
    return {};
  },
  createCatalog(_, data, options) {
    const object = new CareTypeCatalog(data, options);
    const { careTypeCount, careTypeGroupCount, diagnostics } = object;
    return { object, value: { careTypeCount, careTypeGroupCount, diagnostics } satisfies Made };
  },
  compileCoverage: (catalog: CareTypeCatalog, payload) => compiled(catalog.compileCoverage(payload)),
  tryCompile: (catalog: CareTypeCatalog, payload) => tried(catalog.tryCompile(payload)),
  tryCompileText: (catalog: CareTypeCatalog, text) => tried(catalog.tryCompileText(text)),
  withPayload: (coverage: Coverage, payload) => compiled(coverage.withPayload(payload)),
  diff: (coverage: Coverage, next: number, options) => ({ value: coverage.diff(kept.get(next) as Coverage, options) }),
  compareAmounts: (coverage: Coverage, next: number, options) => ({ value: coverage.compareAmounts(kept.get(next) as Coverage, options) }),
  reimburseStack(_, coverages: number[], act, counters, options) {
    return { value: reimburseStack(coverages.map((number) => kept.get(number) as Coverage), act, counters, options) };
  },
  vocabulary: (coverage: Coverage) => ({ value: core.vocabulary(coverage) }),
  evaluateEncoded: (coverage: Coverage, ...[parts, odd]: Encoded) =>
    answered(core.evaluateEncoded(coverage, parts, odd.map(([place, copy, unreadable]) => [place, withUnreadable(copy, unreadable)]))),
  textBatch: (coverage: Coverage, isCsv: boolean) => ({ object: core.textBatch(coverage, isCsv) }),
  push: (batch: ReturnType<typeof core.textBatch>, piece: Uint8Array) => answered(batch.push(piece)),
  finish: (batch: ReturnType<typeof core.textBatch>) => answered(batch.finish()),
};

function compiled(object: Coverage): Given {
  const { name, version, guaranteeNames } = object;
  return { object, value: { name, version, guaranteeNames } satisfies Compiled };
}

function tried({ coverage, diagnostics }: CompileResult): Given {
  if (coverage === null) return { value: { compiled: null, diagnostics } satisfies Tried };
  const { object, value } = compiled(coverage as Coverage);
  return { object, value: { compiled: value as Compiled, diagnostics } satisfies Tried };
}

/** An act as it was where it could not be copied: a field that cannot be read throws. */
function withUnreadable(copy: unknown, fields: readonly string[]): unknown {
  for (const field of fields) Object.defineProperty(copy, field, { enumerable: true, get() { throw new Error("not copied"); } });
  return copy;
}

function answered(value: Answered): Given {
  const [outcomes, guarantees] = value;
  return { value, transfer: [outcomes.buffer as ArrayBuffer, guarantees.buffer as ArrayBuffer] };
}

/** How a worker gets the modules that the other side did not send. */
interface Loads {
  load(): Promise<unknown>;
  loadAmounts(): Promise<unknown>;
}

/** Answers messages. */
export function listen({ load, loadAmounts }: Loads): (message: Message, post: Post) => void {
  const second = new SecondModule(loadAmounts);
  return (message, post) => {
    if ("amounts" in message) {
      second.receive(message.amounts);
    } else if ("free" in message) {
      kept.get(message.free)?.free();
      kept.delete(message.free);
    } else if (message.method === "load") {
      // What could not be loaded the other side may have.
      load().then(() => true, () => false).then((value) => post({ id: message.id, value }, []));
    } else if (needsAmounts(message) && !core.hasAmounts()) {
      second.wait(post).then(
        () => reply(message, post),
        () => post({ id: message.id, failed: "Error: the module for amounts could not be loaded" }, []),
      );
    } else {
      reply(message, post);
    }
  };
}

function reply(call: Call, post: Post): void {
  const [answer, transfer] = answerOf(call);
  post({ id: call.id, ...answer }, transfer);
}

/** Whether the answer is in the second module. */
function needsAmounts({ method, given }: Call): boolean {
  return method === "compareAmounts" || method === "checkRequirements" || (method === "diff" && hasDate(given[1]));
}

/** The second module on its way: fetched by the worker, or sent by the other side where it could not be. */
class SecondModule {
  readonly #load: () => Promise<unknown>;
  #coming: Promise<unknown> | undefined;
  receive: (module: WebAssembly.Module | null) => void = () => {};

  constructor(load: () => Promise<unknown>) {
    this.#load = load;
  }

  wait(post: Post): Promise<unknown> {
    const sent = () =>
      new Promise<void>((resolve, reject) => {
        this.receive = (module) => (module === null ? reject() : resolve(core.bringAmounts(module)));
        post({ wants: "amounts" }, []);
      });
    return (this.#coming ??= this.#load().catch(sent).finally(() => (this.#coming = undefined)));
  }
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
