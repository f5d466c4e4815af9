export interface ClaimsExampleOptions {
  /** 1,000,000 where it is left out; a person has about 13 or 14. */
  rows?: number;
  /** Another one gives other claims; 1 where it is left out. */
  seed?: number;
  /** Of the care dates; 2025 where it is left out. */
  year?: number;
  /** `person`: all rows of a person, and all persons of a family, follow one another; `date`: by care date, as they reach an insurer. */
  order?: "person" | "date";
  /** The share of rows with a cell that cannot be read or a code that nobody knows; none where it is left out. Of the bytes only. */
  mistakes?: number;
  /** Whose care types: those of examples/catalog.json, or the codes of national acts. */
  catalog?: "example" | "national";
}

/** CSV in UTF-8 with a header, in pieces of whole rows, made as they are asked for. */
export function claimsExample(options?: ClaimsExampleOptions): ReadableStream<Uint8Array>;

/** A row of the same claims as an object: a care act with its amounts, the person, the family and two fields of the caller's. */
export type ClaimExample = Record<string, string | number | boolean> & {
  person: string; family: string; sex: "F" | "M"; act_code?: string; care_type: string; care_date: string; member_age: number; charged: string;
};

export function claimsAsObjects(options?: ClaimsExampleOptions): Generator<ClaimExample>;
