import type {
  Acceptance, ActAmounts, AsJson, CareAct, CareTypeLists, CareTypeSynonyms, CoverageCareTypeSelector, CoverageGuarantee, CoveragePayload, Diagnostic, Headings,
} from "care-coverage";
import type { BenefitExample } from "care-coverage/benefit-table";

/** What `input` and `change` say of the text after an edit. */
export interface CoverageEdit<P = CoveragePayload> {
  /** The text itself: what to keep, if it is to be given back later. */
  value: string;
  /** The value of the text, however unfinished; null where it is empty or not JSON. */
  payload: P | null;
  /** What the engine finds, in the language of the elements. Pointers are those of the payload. */
  diagnostics: readonly Diagnostic[];
  /** The text is there, is JSON, and has no error. */
  valid: boolean;
  /** The findings that are meant; a person adds to them, and takes them back. */
  accept: readonly Acceptance[];
}

/** A card of the form, or a part of the text by offsets in UTF-16. */
export type CoveragePlace = { guarantee: number; mapping: number | null } | { start: number; end: number };

/** By the name of an event, what it has as `detail`. */
interface Edits<D> {
  input: D;
  change: D;
}

/** What all elements have: they are a part of a form like a field, in the language that `lang` says of the first of them. */
declare class FormElement<E> extends HTMLElement {
  name: string;
  disabled: boolean;
  /** Names the element, and its regions, for those who do not see what is around it: two of one page need one each. `aria-label` does the same. */
  label: string;
  /** Empty is invalid. */
  required: boolean;
  readonly form: HTMLFormElement | null;
  readonly validity: ValidityState;
  readonly validationMessage: string;
  readonly willValidate: boolean;
  checkValidity(): boolean;
  reportValidity(): boolean;
  addEventListener<K extends keyof E & string>(type: K, listener: (event: CustomEvent<E[K]>) => void, options?: boolean | AddEventListenerOptions): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
}

/** What elements have that edit a text. What is set fires no event, and is where their history begins. */
declare class DocumentElement<E> extends FormElement<E> {
  /** The JSON text, exactly as it was given or typed; empty where there is none. It is what a form sends. */
  value: string;
  /** The lists of care types and groups; without them nothing can be read. They are not changed. */
  catalog: AsJson<CareTypeLists> | null;
  /** Everyday words for care types and groups, for the search. */
  synonyms: AsJson<CareTypeSynonyms[]>;
  /** Identification numbers of établissements non conventionnés. */
  nonConventionedEstablishments: readonly string[];
  /** Findings that are meant, each with its reason, as the option `accept` of the package takes them. */
  accept: readonly Acceptance[];
  readonly diagnostics: readonly Diagnostic[];
  undo(): void;
  redo(): void;
}

/** What elements have that show a coverage as its benefit table, which is in French whatever the elements speak, like its readers. */
declare class TabledElement<E> extends DocumentElement<E> {
  /** Under which heading each care type is; those that the catalogue lacks are left out. Null: care types are under no heading. */
  headings: AsJson<Headings> | null;
  /** Named acts, of which the table says in euros what is paid; those of which the catalogue lacks a care type are left out. */
  examples: readonly AsJson<BenefitExample>[];
  /** Other coverages of the same catalogue: each has a column next to the one that is edited. What cannot be compiled has none, and the table says so. */
  compared: readonly AsJson<CoveragePayload>[];
  /** The day whose PMSS counts, `YYYY-MM-DD`; empty: today. A person may choose another. */
  date: string;
}

/**
 * `<benefit-table date="2026-01-01">`: a coverage as its readers see it: rows under headings, conditions, examples in euros, and what the table does
 * not say. A cell is edited by typing what tables say ("30 € par séance, 5 séances par an"), which changes the rule of its guarantee. Fires `input` and
 * `change` like `<coverage-editor>`.
 */
export declare class BenefitTableElement extends TabledElement<Edits<CoverageEdit>> {
  get payload(): CoveragePayload | null;
  set payload(payload: AsJson<CoveragePayload> | null);
}

/**
 * `<coverage-editor mode="form | text | split | table" lang="fr">`: a coverage as a form, as its text, both next to one another, or as its benefit
 * table. A person may choose another mode.
 *
 * Fires `input` on every edit and `change` when a field is left or a button has done something, with a `CoverageEdit` as `detail`.
 */
export declare class CoverageEditorElement extends TabledElement<Edits<CoverageEdit>> {
  /**
   * The object; null where the text is empty or not JSON. One that says what the text says leaves the text as it is written, and so does null while
   * it is not JSON: what an event says can be given back. To empty it, set `value`.
   */
  get payload(): CoveragePayload | null;
  set payload(payload: AsJson<CoveragePayload> | null);
  /** Unfolds a guarantee, or gives the focus to one of its mappings, by their positions. */
  showGuarantee(guarantee: number, mapping?: number | null): void;
  /** Selects a part of the text, by offsets in UTF-16. */
  showText(start: number, end: number): void;
}

/**
 * `<coverage-findings>`: what there is to decide about a coverage, with the edits that would settle it. Fires `input` and `change` like
 * `<coverage-editor>`, and `show` with a `CoveragePlace` as `detail` where a person wants to see one.
 */
export declare class CoverageFindingsElement extends DocumentElement<Edits<CoverageEdit> & { show: CoveragePlace }> {
  get payload(): CoveragePayload | null;
  set payload(payload: AsJson<CoveragePayload> | null);
}

type Rule = CoverageGuarantee["coverage_rule"];

export interface RuleEdit extends CoverageEdit<Rule> {
  rule: Rule | null;
}

/** `<coverage-rule-field guarantee="DENTAL">`: a coverage rule as a form. `value` is its text; `input` and `change` have it as `rule`, too. */
export declare class CoverageRuleFieldElement extends DocumentElement<Edits<RuleEdit>> {
  get rule(): Rule | null;
  set rule(rule: AsJson<Rule> | null);
  /** The name of the guarantee, after which the counters of its limits are named. */
  guarantee: string;
}

/** What a selector includes. */
export type PickedCareTypes = Pick<CoverageCareTypeSelector, "include_care_types" | "include_care_type_groups">;

/**
 * `<care-type-picker label="…" kinds="both | types | groups">`: care types and groups, by typing a label, a code or an everyday word, or from
 * the tree. Fires `input` and `change` with `{ value }` as `detail`; a form sends it as JSON.
 */
export declare class CareTypePickerElement extends FormElement<Edits<{ value: PickedCareTypes }>> {
  value: PickedCareTypes;
  catalog: AsJson<CareTypeLists> | null;
  synonyms: AsJson<CareTypeSynonyms[]>;
}

/** A care act with its amounts. */
export type PricedAct = CareAct & Partial<ActAmounts>;

export interface ActEdit {
  /** The text of the act: what to keep, if it is to be given back later. */
  value: string;
  /** Null until a care type is chosen. */
  act: PricedAct | null;
  /** The same. */
  payload: PricedAct | null;
  /** What is wrong with it; pointers are those of the act. */
  diagnostics: readonly Diagnostic[];
  /** It has a care type of the catalogue and no error. */
  valid: boolean;
}

/**
 * `<care-act-form>`: an act as a form. It asks first for what the coverage needs to know of the care type, or without one, for all that its acts
 * have. `value` is the text of the act; amounts that are typed are texts in it, so that they stay exact.
 */
export declare class CareActFormElement extends FormElement<Edits<ActEdit>> {
  value: string;
  get payload(): PricedAct | null;
  set payload(act: AsJson<PricedAct> | null);
  catalog: AsJson<CareTypeLists> | null;
  coverage: AsJson<CoveragePayload> | null;
  synonyms: AsJson<CareTypeSynonyms[]>;
  nonConventionedEstablishments: readonly string[];
  readonly diagnostics: readonly Diagnostic[];
}

declare global {
  interface HTMLElementTagNameMap {
    "coverage-editor": CoverageEditorElement;
    "coverage-findings": CoverageFindingsElement;
    "coverage-rule-field": CoverageRuleFieldElement;
    "care-type-picker": CareTypePickerElement;
    "benefit-table": BenefitTableElement;
    "care-act-form": CareActFormElement;
  }
}

export {};
