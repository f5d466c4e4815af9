// Which findings are meant? Those of the configuration, and those of a file next to the coverage: `BASIC.accept.json` of `BASIC.yaml`.
import { existsSync } from "node:fs";
import type { TextDiagnostic, ValidateOptions } from "care-coverage/slim";
import type { Config } from "../kit/config.ts";
import { DOCUMENT_EXTENSIONS, readSource, valueOf } from "../kit/text.ts";
import type { Language } from "../kit/words.ts";

/** The file of acceptances next to a coverage; undefined where there is none. */
export function acceptancesOf(file: string): string | undefined {
  const stem = file.replace(/\.[^./\\]+$/, "");
  return DOCUMENT_EXTENSIONS.map((extension) => `${stem}.accept.${extension}`).find(existsSync);
}

export class Acceptances {
  /** Acceptances of the configuration that are for any coverage, and in which none of those checked has something to accept. */
  readonly #stale: Set<number>;
  #isAsked = false;

  constructor(readonly config: Config, readonly language: Language) {
    this.#stale = new Set(config.accept.flatMap(({ coverage }, position) => (coverage === undefined ? [position] : [])));
  }

  /** The options of a validation, and the file that they are wrong in, if they are. */
  async optionsOf(file: string, name: unknown): Promise<{ options: ValidateOptions; from: string; own: number; shared: number[] }> {
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
    return { options, from: ownFile ?? this.config.file ?? file, own: accept.length, shared };
  }

  /** Without those that say that an acceptance for any coverage accepts nothing here: that is known at the end only. */
  withoutShared(found: readonly TextDiagnostic[], own: number, shared: readonly number[]): TextDiagnostic[] {
    this.#isAsked = true;
    const isStale = new Set<number>();
    const left = found.filter((diagnostic) => {
      if (diagnostic.code !== "stale_acceptance") return true;
      const position = shared[(diagnostic.params as { index: number }).index - own];
      if (position === undefined) return true;
      isStale.add(position);
      return this.config.accept[position]!.coverage !== undefined;
    });
    for (const position of shared) if (!isStale.has(position)) this.#stale.delete(position);
    return left;
  }

  /** Positions in the configuration. */
  stale(): number[] {
    return this.#isAsked ? [...this.#stale].sort((a, b) => a - b) : [];
  }
}
