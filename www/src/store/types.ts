/** What does the page hold? The types of its state, which words and views are written for. */
import type { ActAmounts, CareAct, Diagnostic, LimitCounter } from "../engine/engine";

/** In the order of their tabs; the names are in the URL fragment. */
export const VIEWS = ["table", "coverage", "catalogue", "act", "compliance", "compare", "year", "simulate", "dispense"] as const;
export type View = (typeof VIEWS)[number];
export type Theme = "system" | "light" | "dark";
export const KINDS = ["catalog", "coverage", "year", "dispense", "profile", "classes"] as const;
export type Kind = (typeof KINDS)[number];

/** A document as text, exactly as it was loaded or typed, and where it came from. */
export interface LoadedText {
  text: string;
  source: string;
  /** The text is no longer what came from there. */
  isEdited?: boolean;
  /** Nothing of it is left: another text was typed in its place. */
  isReplaced?: boolean;
  /** When it was kept to compare with what became of it, as ISO time. */
  keptAt?: string;
}

/** What the coverage in hand is compared with. A part that is null is the same as in hand, but not both. */
export interface OtherVersion {
  catalog: LoadedText | null;
  coverage: LoadedText | null;
  /** It comes before the one in hand, rather than after it. */
  isBefore: boolean;
}

/** Which of the two versions a document is for. */
export type Target = "hand" | "other";

/** The act of the form, as it is typed. */
export interface ActDraft {
  facts: Partial<CareAct>;
  teeth: string;
  prescription: { sphere: string; cylinder: string; multifocal: boolean };
  amounts: DraftAmounts;
  /** What earlier acts used of the limits, where an example says so; left out where nothing was used. */
  counters?: readonly LimitCounter[];
}

/** As typed; what is empty is not given. */
export type DraftAmounts = Partial<Record<keyof ActAmounts, string>>;

/** What a person would not want to lose. */
export interface Work {
  catalog: LoadedText | null;
  coverage: LoadedText | null;
  draft: ActDraft;
  /** Établissements non conventionnés, one identification number a line. */
  nonConventioned: string;
  other: OtherVersion | null;
  /** The snapshot that a dispense is judged by. */
  dispense: LoadedText | null;
  /** The acts of the Year view. */
  year: LoadedText | null;
  /** Where in the acts of the year the one of the form is; null where it is on its own. */
  yearAct: number | null;
  /** Which findings of the coverage are meant, and why: a document as the option `accept` of the package takes it. */
  acceptances: LoadedText | null;
  /** A profile of requirements of one's own, and classes of acts of one's own. */
  profile: LoadedText | null;
  classes: LoadedText | null;
  /** What the coverage is held to; null until something of it was chosen. */
  compliance: ComplianceChoice | null;
}

export const PROFILES = ["fr-contrat-responsable", "fr-ani"] as const;
/** One that ships, or that of the file. */
export type ProfileChoice = (typeof PROFILES)[number] | "own";
export const CLASSES = ["example", "national"] as const;
/** "fitting": whichever knows the codes of the catalogue; "profile": those that the profile itself has; "own": those of the file. */
export type ClassesChoice = (typeof CLASSES)[number] | "fitting" | "profile" | "own";

/** With what a coverage is asked whether it keeps a profile. */
export interface ComplianceChoice {
  profile: ProfileChoice;
  classes: ClassesChoice;
  /** Codes of the classes that the catalogue lacks are left out, rather than an error. */
  leavesOut: boolean;
  /** The day that is asked, as ISO date; null is today. */
  date: string | null;
  /** By id, whether a requirement holds that amounts cannot show. */
  declarations: Readonly<Record<string, boolean>>;
  /** By class, what is known of amounts that the profile does not know; as typed. */
  tariffs: Readonly<Record<string, TariffDraft>>;
}

/** As typed; what is empty is not given. */
export type TariffDraft = Partial<Record<"brss" | "rate_percent" | "plv" | "hlf", string>>;

/** A sentence about what just happened, at the top of the page. */
export interface Notice {
  tone: "done" | "failed" | "busy" | "open";
  text: string;
  diagnostics?: Diagnostic[];
  /** The step of the history that it is about, which can be undone while it is the last. */
  step?: number;
  /** A step that was undone, and can be made again while it is the next. */
  redo?: number;
  /** A document whose kind the person has to say. */
  question?: { loaded: LoadedText; target: Target };
  /** A dialog that shows more of it. */
  dialog?: { words: string; name: "versions" };
  /** Large work from a link, which is opened when the person says so. */
  offer?: { work: Work; view: View };
}

/** A change of a text by a fix: the text it made, and which of the listed problems it was of; null where it was of none of them. */
export interface LastFix {
  text: string;
  index: number | null;
}
