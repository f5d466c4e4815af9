/**
 * A language server for texts of this package, by the Language Server Protocol 3.17: problems, completion, hovers, actions, names, symbols,
 * folding, formatting. It needs `vscode-languageserver` and `vscode-languageserver-textdocument`.
 *
 *     import { startServer } from "care-coverage/lsp";
 *
 *     startServer();
 *
 * In Node it speaks over standard input and output; in a worker of a page over its messages. The catalogue comes with the request `initialize`.
 */
import type { Connection } from "vscode-languageserver";
import type { CareTypeCatalogOptions, CareTypeLists, RequirementProfile, RequirementsOptions, ValidateOptions } from "./index.js";
import type { DocumentKind, Language } from "./language.js";

/** Starts a server: in Node over standard input and output, elsewhere over the messages of the worker that it is called in. */
export function startServer(): void;

/** Serves a connection that the program made by `createConnection` of `vscode-languageserver`, and listens. */
export function serve(connection: Connection): void;

/** What a client says with `initialize`. Without a catalogue that can be used, that request is answered by an error. */
export interface InitializationOptions {
  /** The data of the catalogue. */
  catalog: CareTypeLists;
  catalogOptions?: CareTypeCatalogOptions | undefined;
  /** Of all sentences. Default: that of the client's locale, if it is French; else English. */
  language?: Language | undefined;
  /** What is reported of a coverage: codes to ignore, severities, acceptances. */
  validate?: ValidateOptions | undefined;
  /** What coverages are held to. Each requirement that one violates is a warning at the guarantee, when the text is opened and saved, where it has
   *  no errors. */
  profiles?: readonly { profile: RequirementProfile; options: RequirementsOptions }[] | undefined;
  /** By the end of a path, what its text is: `"coverages/*.json": "coverage"`. `*` is within a name, `**` over folders. In addition to
   *  `*.coverage.json`, `*.catalog.json`, `*.act.json`, `*.acts.json` and `*.profile.json`. Other texts are left alone. */
  documents?: { readonly [pattern: string]: DocumentKind } | undefined;
}
