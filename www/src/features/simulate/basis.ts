/** What is a file evaluated by? */

/** The texts of a catalogue and a coverage that the engine has read on the page. */
export interface Basis {
  catalog: string;
  coverage: string;
  /** Identification numbers of établissements non conventionnés. */
  nonConventioned: readonly string[];
}

/** Catalogue or coverage cannot be read at the moment; their own views say why. */
export class UnreadableBasis extends Error {}
