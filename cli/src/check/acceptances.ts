// Which findings are meant? Those of the configuration, and those of a file next to the coverage: `BASIC.accept.json` of `BASIC.yaml`.
// An acceptance that accepts nothing is a finding of the file that has it.
import { existsSync } from "node:fs";
import type { TextDiagnostic, ValidateOptions } from "care-coverage/slim";
import type { AcceptanceOf, Config } from "../kit/config.ts";
import { DOCUMENT_EXTENSIONS, readSource, valueOf, yamlParts } from "../kit/text.ts";
import type { Language } from "../kit/words.ts";
import type { Checked } from "./report.ts";

/** The file of acceptances next to a coverage; undefined where there is none. */
export function acceptancesOf(file: string): string | undefined {
  const stem = file.replace(/\.[^./\\]+$/, "");
  return DOCUMENT_EXTENSIONS.map((extension) => `${stem}.accept.${extension}`).find(existsSync);
}

/** How one coverage is asked, and where its acceptances are from. */
export interface Asked {
  options: ValidateOptions;
  /** The file that the options are wrong in, if they are. */
  from: string;
  ownFile: string | undefined;
  /** So many acceptances are of the own file; behind them are those of the configuration, at these positions. */
  own: number;
  shared: number[];
}

interface Stale { diagnostic: TextDiagnostic; position: number }

export class Acceptances {
  /** Positions in the configuration: those that were asked of a coverage, those that accepted something, and what is said of the others. */
  readonly #asked = new Set<number>();
  readonly #used = new Set<number>();
  readonly #unused = new Map<number, TextDiagnostic>();
  readonly #ofFiles = new Map<string, Stale[]>();

  constructor(readonly config: Config, readonly language: Language) {}

  async optionsOf(file: string, name: unknown): Promise<Asked> {
    const ownFile = acceptancesOf(file);
    const { accept = [], severities = {}, ignore = [], ...others } = ownFile === undefined ? ({} as ValidateOptions) : ((await valueOf(readSource(ownFile), this.language)) as ValidateOptions);
    const shared = this.config.accept.flatMap(({ coverage }, position) => (coverage === undefined || coverage === name ? [position] : []));
    const ofConfig = shared.map((position) => {
      const { coverage: _, ...acceptance } = this.config.accept[position]!;
      return acceptance;
    });
    const options: ValidateOptions = {
      ...others,
      accept: [...(accept as []), ...ofConfig],
      severities: { ...this.config.severities, ...severities },
      ignore: [...this.config.ignore, ...ignore],
    };
    return { options, from: ownFile ?? this.config.file ?? file, ownFile, own: accept.length, shared };
  }

  /** What is found in the coverage itself. That an acceptance accepts nothing is kept, for `stale`. */
  ofCoverage(found: readonly TextDiagnostic[], { ownFile, own, shared }: Asked): TextDiagnostic[] {
    const isUnused = new Set<number>();
    for (const diagnostic of found) {
      if (diagnostic.code !== "stale_acceptance") continue;
      const { index } = diagnostic.params as { index: number };
      const position = shared[index - own];
      if (position === undefined) {
        this.#ofFiles.set(ownFile!, [...(this.#ofFiles.get(ownFile!) ?? []), { diagnostic, position: index }]);
      } else {
        isUnused.add(position);
        this.#unused.set(position, diagnostic);
      }
    }
    for (const position of shared) {
      this.#asked.add(position);
      if (!isUnused.has(position)) this.#used.add(position);
    }
    return found.filter(({ code }) => code !== "stale_acceptance");
  }

  /** Files with acceptances that accept nothing. `isWhole`: every coverage of the configuration was asked, so that one which no coverage needed is one of them. */
  async stale(isWhole: boolean): Promise<Checked[]> {
    const ofConfig = this.config.accept.flatMap((acceptance, position): Stale[] => {
      const isKnown = isWhole || (acceptance.coverage !== undefined && this.#asked.has(position));
      if (!isKnown || this.#used.has(position)) return [];
      const diagnostic = this.#unused.get(position) ?? this.#neverAsked(acceptance);
      return diagnostic ? [{ diagnostic, position }] : [];
    });
    const files = new Map(this.#ofFiles);
    if (ofConfig.length > 0) files.set(this.config.file!, [...(files.get(this.config.file!) ?? []), ...ofConfig]);
    return Promise.all([...files].map(async ([file, stale]) => placed(file, stale)));
  }

  /** Of a coverage that there is none of; as the engine would say it. */
  #neverAsked({ coverage, code, reason }: AcceptanceOf): TextDiagnostic | null {
    const severity = this.config.severities["stale_acceptance"] ?? "info";
    if (coverage === undefined || this.config.ignore.includes("stale_acceptance")) return null;
    return { code: "stale_acceptance", severity, variant: "", params: { index: 0, code, reason }, pointer: "", message: "", related: [], fix: null, fix_title: null, edits: null } as unknown as TextDiagnostic;
  }
}

/** With their places in the file that has them. */
async function placed(file: string, stale: readonly Stale[]): Promise<Checked> {
  const { text } = readSource(file);
  const { readYaml, rangeAt } = await yamlParts();
  // JSON is YAML, too.
  const read = readYaml(text);
  const found = stale.map(({ diagnostic, position }): TextDiagnostic => {
    const params = { ...(diagnostic.params as { code: string; reason: string }), index: position };
    const pointer = `/accept/${position}`;
    const range = rangeAt(read, text, pointer)!;
    return { ...diagnostic, params, pointer, range, mark: range, message: `acceptance ${position}, of \`${params.code}\`, accepts nothing: \`${params.reason}\`` } as TextDiagnostic;
  });
  return { file, text, found, fixed: 0 };
}
