// What the language service says, in a language. Fields of documents have their English words in the schemas.

export interface FieldWords {
  /** A few words. */
  title: string;
  /** A sentence or two. */
  text: string;
}

export interface Table {
  /** By name, or by type and name where a name means several things. Of English, what the schemas do not say well. */
  fields: Record<string, Partial<FieldWords>>;
  /** Of values of a field that has few: by value, or by type and value. */
  values: Record<string, string>;
  /** Of objects, by their types. */
  types: Record<string, string>;
  yes: string;
  no: string;
  none: string;
  care_type: string;
  care_type_group: string;
  required: string;
  used: string;
  groups: (groups: readonly string[]) => string;
  members: (count: number) => string;
  selectedBy: (guarantees: readonly string[]) => string;
  selectedByNone: string;
  unknownCode: string;
  selects: (count: number, words: string) => string;
  /** Of a guarantee that selects nothing. */
  selectsNothing: string;
  pays: (words: string) => string;
  uses: (count: number) => string;
  asks: (words: string) => string;
  actions: {
    extractGroup: (group: string, codes: number) => string;
    extractGroupBut: (group: string, codes: number, but: number) => string;
    newGroup: (careTypes: number) => string;
    splitByOptam: (guarantee: string) => string;
    sortCodes: string;
    removeUnused: (count: number) => string;
    addMissing: (fields: readonly string[]) => string;
  };
  reasons: {
    empty: string;
    tooLong: string;
    same: string;
    takenGuarantee: (name: string) => string;
    takenKey: (name: string) => string;
    takenClass: (name: string) => string;
    unfinished: string;
    nothing: string;
  };
}
