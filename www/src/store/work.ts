/** The work in hand: the texts, the act of the form, and what is compared. */
import { batch, computed, signal } from "@preact/signals";
import { emptyDraft } from "./act-draft";
import { TextDocument } from "./text-document";
import type { ActDraft, ComplianceChoice, LoadedText, Work } from "./types";

/** What a coverage is held to while nothing was chosen. */
export const noChoice: ComplianceChoice = {
  profile: "fr-contrat-responsable", classes: "fitting", leavesOut: false, date: null, declarations: {}, tariffs: {},
};

export const documents = {
  catalog: new TextDocument(),
  coverage: new TextDocument(),
  otherCatalog: new TextDocument(),
  otherCoverage: new TextDocument(),
  dispense: new TextDocument(),
  year: new TextDocument(),
  acceptances: new TextDocument(),
  profile: new TextDocument(),
  classes: new TextDocument(),
};
export { emptyDraft, numbersIn } from "./act-draft";
export const draft = signal<ActDraft>(emptyDraft);
/** Établissements non conventionnés, one identification number a line. */
export const nonConventioned = signal("");
/** Where in the acts of the year the act of the form is; null where it is on its own. */
export const yearAct = signal<number | null>(null);
/** What the coverage is held to; null until something of it was chosen. */
export const compliance = signal<ComplianceChoice | null>(null);
/** Whether the version to compare with comes before the one in hand; null while nothing is compared. */
export const otherIsBefore = signal<boolean | null>(null);

/** The same object until it changes: the history takes another one for a change. */
const other = computed<Work["other"]>(() => {
  const isBefore = otherIsBefore.value;
  return isBefore === null ? null : { catalog: documents.otherCatalog.loaded.value, coverage: documents.otherCoverage.loaded.value, isBefore };
});

/** All of it, as it is kept, shared and brought back. */
export const work = computed<Work>(() => {
  const { catalog, coverage, dispense, year, acceptances, profile, classes } = documents;
  return {
    catalog: catalog.loaded.value,
    coverage: coverage.loaded.value,
    draft: draft.value,
    nonConventioned: nonConventioned.value,
    other: other.value,
    dispense: dispense.loaded.value,
    year: year.loaded.value,
    yearAct: yearAct.value,
    acceptances: acceptances.loaded.value,
    profile: profile.loaded.value,
    classes: classes.loaded.value,
    compliance: compliance.value,
  };
});

export function setWork(next: Work): void {
  const set = (document: TextDocument, loaded: LoadedText | null) => document.loaded.peek() !== loaded && document.set(loaded);
  batch(() => {
    set(documents.catalog, next.catalog);
    set(documents.coverage, next.coverage);
    set(documents.otherCatalog, next.other?.catalog ?? null);
    set(documents.otherCoverage, next.other?.coverage ?? null);
    set(documents.dispense, next.dispense);
    set(documents.year, next.year);
    set(documents.acceptances, next.acceptances);
    set(documents.profile, next.profile);
    set(documents.classes, next.classes);
    compliance.value = next.compliance;
    yearAct.value = next.yearAct;
    otherIsBefore.value = next.other?.isBefore ?? null;
    draft.value = next.draft;
    nonConventioned.value = next.nonConventioned;
  });
}

export function isEmpty(work: Work): boolean {
  const { draft, nonConventioned, yearAct: _, ...texts } = work;
  return isEmptyDraft(draft) && nonConventioned === "" && Object.values(texts).every((text) => text === null);
}

function isEmptyDraft({ facts, teeth, prescription: { sphere, cylinder, multifocal }, amounts }: ActDraft): boolean {
  const given = [...Object.values(facts), ...Object.values(amounts)];
  return given.every((value) => value === undefined || value === "") && [teeth, sphere, cylinder].every((typed) => typed === "") && !multifocal;
}
