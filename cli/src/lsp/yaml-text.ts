// A text in YAML that is edited: what it says as JSON, and the language service of that JSON, until the next edit.
import type { DocumentKind, LanguageDocument, LanguageService } from "care-coverage/language";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Source } from "../kit/text.ts";
import { yamlOf } from "../kit/text.ts";
import type { YamlText } from "../yaml/read.ts";
import { Mapped } from "./mapped.ts";

export interface Said { yaml: YamlText; mapped: Mapped; document: LanguageDocument }

export class EditedYaml {
  #source: Source | undefined;
  #said: Said | null | undefined;

  constructor(readonly text: TextDocument, readonly file: string, readonly kind: DocumentKind & ("coverage" | "catalog"), readonly service: LanguageService) {}

  get source(): Source {
    return (this.#source ??= { file: this.file, text: this.text.getText(), bytes: Buffer.from(this.text.getText()), isYaml: true });
  }

  /** Null while the text is no YAML. */
  async said(): Promise<Said | null> {
    if (this.#said !== undefined) return this.#said;
    const { source } = this;
    const yaml = await yamlOf(source);
    // It was edited meanwhile.
    if (source !== this.#source) return this.said();
    if (this.#said !== undefined) return this.#said;
    return (this.#said = yaml.json === null ? null : { yaml, mapped: new Mapped(source.text, yaml.json, yaml), document: this.service.open(yaml.json, { kind: this.kind }) });
  }

  /** After an edit, and at the end. */
  forget(): void {
    this.#said?.document.free();
    [this.#source, this.#said] = [undefined, undefined];
  }
}
