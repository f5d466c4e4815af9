// The worker's side: asks the package what it is asked, one question after the other.
import core, { CareTypeCatalog, type Coverage, CoverageError, init, reimburseStack } from "#core";
import type { Answered } from "../answers.ts";
import type { CompileResult, SimulateOptions } from "../care-coverage";
import type { FileStart } from "../claim-files/reader.ts";
import { hasDate } from "../has-date.ts";
import { linesOf } from "../rows.ts";
import type { Encoded } from "./acts.ts";
import type { AnsweredRows } from "./evaluate.ts";
import { type Answer, type Call, type Compiled, type Made, type Message, QUESTIONS, type Reply, type Tried } from "./messages.ts";
import { Origins } from "./origins.ts";
import { type AnsweredValue, PartInThread, SIMULATING, withUnreadable } from "./simulating.ts";

type Kept = CareTypeCatalog | Coverage | PartInThread | { free(): void };
type Post = (reply: Reply, transfer: ArrayBuffer[]) => void;

const kept = new Map<number, Kept>();
const origins = new Origins();

/** What a question gives: a value for the other side, buffers that go there whole, an object to keep. */
export interface Given extends AnsweredValue {
  object?: Kept;
}

type Methods = Record<string, (on: any, ...given: any[]) => Given | Promise<Given>>;

/** What a thread answers in addition. */
export interface More {
  methods: Methods;
  needsAmounts(call: Call): boolean;
}

const METHODS: Methods = {
  ...Object.fromEntries(Object.keys({ ...QUESTIONS.catalog, ...QUESTIONS.coverage }).map((method) => [method, (on, ...given) => ({ value: on[method](...given) })])),
  bound(_, maxMemory: number | undefined, isPool: boolean) {
    init({ maxMemory });
    origins.areKept = isPool;
    return {};
  },
  start(_, module: WebAssembly.Module) {
    core.start(module);
    return {};
  },
  createCatalog(_, data, options) {
    const object = new CareTypeCatalog(data, options);
    origins.set(object, { data, options });
    const { careTypeCount, careTypeGroupCount, diagnostics } = object;
    return { object, value: { careTypeCount, careTypeGroupCount, diagnostics } satisfies Made };
  },
  compileCoverage: (catalog: CareTypeCatalog, payload) => compiled(catalog, catalog.compileCoverage(payload)),
  tryCompile: (catalog: CareTypeCatalog, payload) => tried(catalog, catalog.tryCompile(payload)),
  tryCompileText: (catalog: CareTypeCatalog, text) => tried(catalog, catalog.tryCompileText(text)),
  withPayload: (coverage: Coverage, payload) => compiled(coverage, coverage.withPayload(payload)),
  parts(coverage: Coverage) {
    const value = origins.partsOf(coverage);
    return { value, transfer: value.map(({ buffer }) => buffer as ArrayBuffer) };
  },
  madeOfParts: (_, parts: Uint8Array[]) => ({ object: origins.coverageOf(parts) }),
  diff: (coverage: Coverage, next: number, options) => ({ value: coverage.diff(kept.get(next) as Coverage, options) }),
  compareAmounts: (coverage: Coverage, next: number, options) => ({ value: coverage.compareAmounts(kept.get(next) as Coverage, options) }),
  reimburseStack(_, coverages: number[], act, counters, options) {
    return { value: reimburseStack(coverages.map((number) => kept.get(number) as Coverage), act, counters, options) };
  },
  vocabulary: (coverage: Coverage) => ({ value: core.vocabulary(coverage) }),
  evaluateEncoded: (coverage: Coverage, ...[parts, odd]: Encoded) =>
    answered(core.evaluateEncoded(coverage, parts, odd.map(([place, copy, unreadable]) => [place, withUnreadable(copy, unreadable)]))),
  ...SIMULATING,
  simulationPart(_, current: number[], draft: number[] | null, options: SimulateOptions, file: FileStart | undefined, isListed = false) {
    const coverages = (numbers: number[]) => numbers.map((number) => kept.get(number) as Coverage);
    return { object: new PartInThread({ current: coverages(current), draft: draft && coverages(draft) }, options, file, isListed) };
  },
  evaluateRows(coverage: Coverage, header: Uint8Array | undefined, number: number, rows: Uint8Array) {
    const answers = core.evaluateRows(coverage, header, number, rows);
    return { value: [...answers, linesOf(rows)] satisfies AnsweredRows, transfer: answers.flatMap((answer) => answered(answer).transfer ?? []) };
  },
};

/** `of` is what it was made of. */
function compiled(of: object, object: Coverage): Given {
  origins.setAs(object, of);
  const { name, version, guaranteeNames } = object;
  return { object, value: { name, version, guaranteeNames } satisfies Compiled };
}

function tried(of: object, { coverage, diagnostics }: CompileResult): Given {
  if (coverage === null) return { value: { compiled: null, diagnostics } satisfies Tried };
  const { object, value } = compiled(of, coverage as Coverage);
  return { object, value: { compiled: value as Compiled, diagnostics } satisfies Tried };
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
export function listen({ load, loadAmounts }: Loads, more?: More): (message: Message, post: Post) => void {
  const second = new SecondModule(loadAmounts);
  Object.assign(METHODS, more?.methods);
  return (message, post) => {
    if ("amounts" in message) {
      second.receive(message.amounts);
    } else if ("free" in message) {
      kept.get(message.free)?.free();
      kept.delete(message.free);
    } else if (message.method === "load") {
      // What could not be loaded the other side may have.
      load().then(() => true, () => false).then((value) => post({ id: message.id, value }, []));
    } else if ((needsAmounts(message) || more?.needsAmounts(message)) && !core.hasAmounts()) {
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
  const answered = ([answer, transfer]: [Answer, ArrayBuffer[]]) => post({ id: call.id, ...answer }, transfer);
  const answer = answerOf(call);
  // What is read in several steps lets other questions in between.
  if (answer instanceof Promise) answer.then(answered);
  else answered(answer);
}

/** What the second module answers. */
const OF_AMOUNTS = ["simulationPart", "reimburseColumns", "compareAmounts", "checkRequirements", "headings"];

function needsAmounts({ method, given }: Call): boolean {
  return OF_AMOUNTS.includes(method) || (method === "diff" && hasDate(given[1]));
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

type Replied = [answer: Answer, transfer: ArrayBuffer[]];

function answerOf({ on, method, given, makes }: Call): Replied | Promise<Replied> {
  const replied = ({ value, transfer = [], object }: Given): Replied => {
    if (object !== undefined && makes !== null) kept.set(makes, object);
    return [{ value }, transfer];
  };
  const failed = (error: unknown): Replied => [error instanceof CoverageError ? { diagnostics: error.diagnostics } : { failed: String(error) }, []];
  try {
    const answer = METHODS[method]!(kept.get(on), ...given);
    return answer instanceof Promise ? answer.then(replied).catch(failed) : replied(answer);
  } catch (error) {
    return failed(error);
  }
}
