// An act in codes, and acts in columns, fact by fact. Made by `make docs` from src/coverage/facts/table.rs.
//
// Each fact has a field of its own, and no function has a loop over facts: acts are encoded a third quicker than with arrays.
import type * as core from "#glue";
import { LEFT_OUT, NO_AGE, Texts, type Vocabulary, flag, text } from "./codes.ts";

/** The code of each fact of the act that was encoded last. */
export class EncodedAct {
  careType = LEFT_OUT;
  age = NO_AGE;
  is_optam_or_secteur_1 = LEFT_OUT;
  is_for_at_least_one_visible_tooth = LEFT_OUT;
  is_etablissement_conventionne = LEFT_OUT;
  practitioner = LEFT_OUT;
  glasses_lens_complexity = LEFT_OUT;
  reimbursed_by_secu = LEFT_OUT;
  treatment_mode = LEFT_OUT;
  nature_de_soins = LEFT_OUT;

  readonly #practitioner: Texts;
  readonly #glasses_lens_complexity: Texts;
  readonly #treatment_mode: Texts;
  readonly #nature_de_soins: Texts;

  constructor(vocabulary: Vocabulary) {
    this.#practitioner = new Texts(vocabulary.practitioner);
    this.#glasses_lens_complexity = new Texts(vocabulary.glasses_lens_complexity);
    this.#treatment_mode = new Texts(vocabulary.treatment_mode);
    this.#nature_de_soins = new Texts(vocabulary.nature_de_soins);
  }

  /** An act that says nothing. */
  protected clear(): void {
    this.careType = LEFT_OUT;
    this.age = NO_AGE;
    this.is_optam_or_secteur_1 = LEFT_OUT;
    this.is_for_at_least_one_visible_tooth = LEFT_OUT;
    this.is_etablissement_conventionne = LEFT_OUT;
    this.practitioner = LEFT_OUT;
    this.glasses_lens_complexity = LEFT_OUT;
    this.reimbursed_by_secu = LEFT_OUT;
    this.treatment_mode = LEFT_OUT;
    this.nature_de_soins = LEFT_OUT;
  }

  /** Takes a field that is a fact; false for any other, and for a value that the core has to look at. */
  protected take(field: string, value: unknown): boolean {
    switch (field) {
      case "is_optam_or_secteur_1": return (this.is_optam_or_secteur_1 = flag(value)) >= 0;
      case "is_for_at_least_one_visible_tooth": return (this.is_for_at_least_one_visible_tooth = flag(value)) >= 0;
      case "is_etablissement_conventionne": return (this.is_etablissement_conventionne = flag(value)) >= 0;
      case "practitioner": return (this.practitioner = text(this.#practitioner, value)) >= 0;
      case "glasses_lens_complexity": return (this.glasses_lens_complexity = text(this.#glasses_lens_complexity, value)) >= 0;
      case "reimbursed_by_secu": return (this.reimbursed_by_secu = flag(value)) >= 0;
      case "treatment_mode": return (this.treatment_mode = text(this.#treatment_mode, value)) >= 0;
      case "nature_de_soins": return (this.nature_de_soins = text(this.#nature_de_soins, value)) >= 0;
      default: return false;
    }
  }

  /** The number of its decision, see `decide` in src/wasm/batch.rs. */
  decide(coverage: core.Coverage): number {
    return coverage.decide(this.careType, this.packed(), this.practitioner, this.glasses_lens_complexity, this.treatment_mode, this.nature_de_soins);
  }

  /** The same act as the arguments of `decide`. */
  codes(): Parameters<core.Coverage["decide"]> {
    return [this.careType, this.packed(), this.practitioner, this.glasses_lens_complexity, this.treatment_mode, this.nature_de_soins];
  }

  /** The age in the lowest byte, above it two bits for each boolean fact. */
  packed(): number {
    return this.age | (this.is_optam_or_secteur_1 << 8) | (this.is_for_at_least_one_visible_tooth << 10) | (this.is_etablissement_conventionne << 12) | (this.reimbursed_by_secu << 14);
  }
}

/** A column for the care types, one for the ages, and one for each fact, as the core takes them. */
export type Parts = [
  care_type: Uint32Array,
  member_age: Uint8Array,
  is_optam_or_secteur_1: Uint8Array,
  is_for_at_least_one_visible_tooth: Uint8Array,
  is_etablissement_conventionne: Uint8Array,
  practitioner: Uint32Array,
  glasses_lens_complexity: Uint32Array,
  reimbursed_by_secu: Uint8Array,
  treatment_mode: Uint32Array,
  nature_de_soins: Uint32Array,
];

export function partsOf(length: number): Parts {
  return [
    new Uint32Array(length),
    new Uint8Array(length),
    new Uint8Array(length),
    new Uint8Array(length),
    new Uint8Array(length),
    new Uint32Array(length),
    new Uint32Array(length),
    new Uint8Array(length),
    new Uint32Array(length),
    new Uint32Array(length),
  ];
}

export class EncodedColumns {
  readonly parts: Parts;
  // Each by its name: to take them out of the list for every act would cost as much as writing them.
  readonly #careType: Uint32Array;
  readonly #age: Uint8Array;
  readonly #is_optam_or_secteur_1: Uint8Array;
  readonly #is_for_at_least_one_visible_tooth: Uint8Array;
  readonly #is_etablissement_conventionne: Uint8Array;
  readonly #practitioner: Uint32Array;
  readonly #glasses_lens_complexity: Uint32Array;
  readonly #reimbursed_by_secu: Uint8Array;
  readonly #treatment_mode: Uint32Array;
  readonly #nature_de_soins: Uint32Array;

  constructor(parts: Parts) {
    this.parts = parts;
    [
      this.#careType,
      this.#age,
      this.#is_optam_or_secteur_1,
      this.#is_for_at_least_one_visible_tooth,
      this.#is_etablissement_conventionne,
      this.#practitioner,
      this.#glasses_lens_complexity,
      this.#reimbursed_by_secu,
      this.#treatment_mode,
      this.#nature_de_soins,
    ] = parts;
  }

  /** The act that was encoded last. */
  write(index: number, act: EncodedAct): void {
    this.#careType[index] = act.careType;
    this.#age[index] = act.age;
    this.#is_optam_or_secteur_1[index] = act.is_optam_or_secteur_1;
    this.#is_for_at_least_one_visible_tooth[index] = act.is_for_at_least_one_visible_tooth;
    this.#is_etablissement_conventionne[index] = act.is_etablissement_conventionne;
    this.#practitioner[index] = act.practitioner;
    this.#glasses_lens_complexity[index] = act.glasses_lens_complexity;
    this.#reimbursed_by_secu[index] = act.reimbursed_by_secu;
    this.#treatment_mode[index] = act.treatment_mode;
    this.#nature_de_soins[index] = act.nature_de_soins;
  }
}
