// What an editor asks about a text in YAML: asked of the JSON that it says, and answered at the places of the YAML.
import type { Completion, DocumentSymbol, LanguageDocument } from "care-coverage/language";
import type { TextDiagnostic, TextEdit } from "care-coverage/slim";
import type { CodeAction, CompletionItem, DocumentSymbol as Symbol, Hover, Location, Position, Range, TextEdit as Edit, WorkspaceEdit } from "vscode-languageserver";
import type { TextDocument } from "vscode-languageserver-textdocument";
import type { Place } from "../yaml/read.ts";
import type { EditedYaml, Said } from "./yaml-text.ts";
import { begun } from "./begun.ts";
import { Mapped } from "./mapped.ts";
import type { Pair } from "./mapped.ts";
import type { YamlParts } from "../kit/text.ts";
import type { Words } from "../kit/words.ts";

/** Numbers of the protocol. */
const ITEMS: { [K in Completion["kind"]]: number } = { field: 10, value: 20, object: 22, care_type: 21, care_type_group: 21, group_id: 21, limit_key: 6, class: 7 };
const SYMBOLS: { [K in DocumentSymbol["kind"]]: number } = { guarantee: 5, mapping: 19, rule: 6, care_type: 14, care_type_group: 10, act: 24, class: 5, requirement: 7 };

/** Where there is no Markdown. */
export const plain = (text: string) => text.replaceAll("`", "");

export const rangeOf = (text: TextDocument, { start, end }: Place): Range => ({ start: text.positionAt(start), end: text.positionAt(end) });

export class YamlAnswers {
  constructor(readonly edited: EditedYaml, readonly parts: YamlParts, readonly words: Words) {}

  get #text(): TextDocument {
    return this.edited.text;
  }

  /** At a key or a plain value: what is asked there of the JSON. */
  async #at<T>(position: Position, ask: (document: LanguageDocument, offset: number, said: Said, pair: Pair) => T): Promise<T | null> {
    const said = await this.edited.said();
    const found = said?.mapped.at(this.#text.offsetAt(position)) ?? null;
    return said === null || found === null ? null : ask(said.document, found.offset, said, found.pair);
  }

  hover(position: Position): Promise<Hover | null> {
    return this.#at(position, (document, offset, { mapped }) => {
      const found = document.hover(offset);
      return found && { range: rangeOf(this.#text, mapped.placeOf(found.range)), contents: { kind: "markdown", value: found.markdown } };
    });
  }

  /** What may be in place of a key or a value, or where one is begun. */
  async completions(position: Position): Promise<CompletionItem[]> {
    const offset = this.#text.offsetAt(position);
    const said = await this.edited.said();
    const found = said?.mapped.at(offset) ?? null;
    const items = said === null || found === null ? [] : this.#items(said, found, offset, found.pair.yaml, "");
    if (items.length > 0) return items;
    const byLabel = new Map<string, CompletionItem>();
    for (const { source, at, now, after } of begun(this.#text.getText(), offset)) {
      const yaml = this.parts.readYaml(source);
      if (yaml.json === null) continue;
      const mapped = new Mapped(source, yaml.json, yaml);
      const document = this.edited.service.open(yaml.json, { kind: this.edited.kind });
      const place = mapped.at(at.start);
      if (place !== null && place.pair.yaml.start === at.start && place.pair.yaml.end === at.end) {
        const asked = mapped.at(Math.min(offset, at.end)) ?? place;
        for (const item of this.#items({ yaml, mapped, document }, asked.pair === place.pair ? asked : place, offset, now, after)) if (!byLabel.has(item.label)) byLabel.set(item.label, item);
      }
      document.free();
    }
    return [...byLabel.values()];
  }

  /** What is no text, or belongs somewhere else, is written in JSON only. `now`: what they are put in place of; `after`: what follows. */
  #items({ mapped, document }: Said, at: { pair: Pair; offset: number }, offset: number, now: Place, after: string): CompletionItem[] {
    return document.completions(at.offset).flatMap(({ label, detail, documentation, kind, insert, range, sortText }): CompletionItem[] => {
      const written = mapped.textOf({ ...range, text: insert });
      if (written === null || written.pair !== at.pair) return [];
      return [{
        label, detail, kind: ITEMS[kind] as NonNullable<CompletionItem["kind"]>, sortText, filterText: this.#text.getText().slice(now.start, offset),
        textEdit: { range: rangeOf(this.#text, now), newText: `${this.#written(written.text, this.#text.getText().slice(now.start, now.end))}${after}` },
        ...(documentation && { documentation: { kind: "markdown", value: documentation } }),
      }];
    });
  }

  async definition(position: Position): Promise<Location | null> {
    const range = await this.#at(position, (document, offset, { mapped }) => {
      const found = document.definition(offset)?.range;
      return found ? mapped.placeOf(found) : null;
    });
    return range && { uri: this.#text.uri, range: rangeOf(this.#text, range) };
  }

  async references(position: Position): Promise<Location[]> {
    const found = await this.#at(position, (document, offset, { mapped }) => document.references(offset).map(({ range }) => ({ uri: this.#text.uri, range: rangeOf(this.#text, mapped.placeOf(range)) })));
    return found ?? [];
  }

  prepareRename(position: Position): Promise<{ range: Range; placeholder: string } | null> {
    return this.#at(position, (document, offset, { mapped }) => {
      const found = document.prepareRename(offset);
      return found && { range: rangeOf(this.#text, mapped.placeOf(found.range)), placeholder: found.name };
    });
  }

  /** The edits, or why there are none. */
  async rename(position: Position, name: string): Promise<WorkspaceEdit | { reason: string } | null> {
    return this.#at(position, (document, offset, { mapped }) => {
      const { edits, reason } = document.rename(offset, name);
      if (reason !== null) return { reason };
      const found = edits.map((edit) => mapped.textOf(edit));
      if (found.includes(null)) return { reason: this.words.notRenamed };
      // A name that an alias repeats is written once.
      const written = new Map(found.map((one) => [one!.pair.yaml.start, this.#scalar(one!)] as const));
      return { changes: { [this.#text.uri]: [...written.values()] } };
    });
  }

  async symbols(): Promise<Symbol[]> {
    const said = await this.edited.said();
    const symbolOf = ({ name, kind, range, selection, children }: DocumentSymbol): Symbol => {
      const [whole, part] = [said!.mapped.placeOf(range), said!.mapped.placeOf(selection)];
      // Of an object that is a block, YAML has its first key only.
      const all = { start: Math.min(whole.start, part.start), end: Math.max(whole.end, part.end) };
      return { name: name || kind, kind: SYMBOLS[kind] as Symbol["kind"], range: rangeOf(this.#text, all), selectionRange: rangeOf(this.#text, part), children: children.map(symbolOf) };
    };
    return said?.document.symbols().map(symbolOf) ?? [];
  }

  /** What mends the problems of a range, as `--fix` does, and also what a person chooses. */
  async fixes(range: Range, found: readonly TextDiagnostic[]): Promise<CodeAction[]> {
    const said = await this.edited.said();
    if (said === null) return [];
    const [start, end] = [this.#text.offsetAt(range.start), this.#text.offsetAt(range.end)];
    return found.filter(({ mark }) => mark.start <= end && start <= mark.end).flatMap(({ fix, fix_title, code }) => {
      const edits = this.parts.yamlEdits(this.#text.getText(), said.yaml, fix);
      return edits === null ? [] : [{ title: plain(fix_title ?? code), kind: "quickfix", edit: { changes: { [this.#text.uri]: edits.map((edit) => this.#edit(edit)) } } }];
    });
  }

  #edit({ start, end, text }: TextEdit): Edit {
    return { range: rangeOf(this.#text, { start, end }), newText: text };
  }

  /** With the quotation marks that the text had, and those that it needs. */
  #scalar({ pair, text }: { pair: Pair; text: string }): Edit {
    const { start, end } = pair.yaml;
    return this.#edit({ start, end, text: this.#written(text, this.#text.getText().slice(start, end)) });
  }

  #written(text: string, before: string): string {
    const type = before.startsWith("'") ? "QUOTE_SINGLE" : before.startsWith('"') ? "QUOTE_DOUBLE" : "PLAIN";
    return this.parts.scalarText(text, type);
  }
}
