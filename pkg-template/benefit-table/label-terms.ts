// What labels of rows name: terms, which are labels of the catalogue and synonyms, each with its care types.
import type * as main from "../care-coverage";
import { conditionAt } from "./label-conditions.ts";
import { isSmall, stemOf, stemsOf, type Word, wordsOf } from "./label-words.ts";

/** A label of the catalogue goes before a synonym, but for one that has all of its care types and more. */
interface Term { stems: string[]; careTypes: Set<string>; isLabel: boolean }

/** A term in a label. `isGeneral`: alone it says something, next to another it does not: "consultations". */
export interface TermAt { careTypes: Set<string>; count: number; isGeneral: boolean }

export type Catalog = Pick<main.CareTypeCatalog, "getCareTypeMappings">;

/** They say nothing of their own next to a term. */
export const SILENT = new Set(
  ("frais honoraire acte autre autres soin medecin praticien remboursement prestation forfait prise charge pris compris dont total totale hors non type nature poste garantie medical medicale medicaux "
    + "securite sociale secu ss amo ro regime obligatoire assurance maladie par jour nuit an annee seance beneficiaire equipement ensemble tout toute tous acte consultation visite engage engagee tel que notamment "
    + "secteur frequence ci dessous selon relevant legal reglementaire reglementairement defini prevu cf prescrit prescrite prescription panier cadre quel quelle soit niveau age").split(" ").map(stemOf),
);
const GENERAL = new Set(["consultation", "visite", "acte", "seance", "soin", "honoraire"]);

export class Terms {
  /** By the first word. */
  private readonly terms = new Map<string, Term[]>();

  constructor(catalog: Catalog, synonyms: readonly main.CareTypeSynonyms[]) {
    const known = new Map<string, Term>();
    const { internal_care_type_by_short_code: types, care_type_group_by_short_code: groups, care_type_group_to_internal_care_types: members } = catalog.getCareTypeMappings();
    const membersOf = (group: main.CareTypeGroup) => (members[String(group.id)] ?? []).map(({ short_code }) => short_code);
    for (const group of Object.values(groups)) this.add(known, group.label ?? group.short_code, membersOf(group), true);
    // Where a group and a care type have one label, the group is meant.
    const ofGroups = new Set(known.keys());
    for (const { label, short_code } of Object.values(types)) {
      if (!ofGroups.has(keyOf(stemsOf(label ?? short_code)))) this.add(known, label ?? short_code, [short_code], true);
    }
    for (const { synonyms: list } of synonyms) {
      for (const { terms, care_types = [], care_type_groups = [] } of list) {
        const meant = [...care_types.filter((code) => types[code] !== undefined), ...care_type_groups.flatMap((code) => (groups[code] ? membersOf(groups[code]!) : []))];
        if (meant.length > 0) for (const term of terms) this.add(known, term, meant, false);
      }
    }
    for (const term of known.values()) {
      const list = this.terms.get(term.stems[0]!);
      if (list) list.push(term);
      else this.terms.set(term.stems[0]!, [term]);
    }
    for (const list of this.terms.values()) list.sort((left, right) => right.stems.length - left.stems.length);
  }

  private add(known: Map<string, Term>, text: string, careTypes: readonly string[], isLabel: boolean): void {
    const stems = stemsOf(text);
    if (stems.length === 0) return;
    const term = known.get(keyOf(stems));
    if (!term) known.set(keyOf(stems), { stems, careTypes: new Set(careTypes), isLabel });
    else if (term.isLabel === isLabel || [...term.careTypes].every((code) => careTypes.includes(code))) for (const code of careTypes) term.careTypes.add(code);
  }

  /** Whether a label is one term and nothing else but conditions, parentheses and that it is prescribed. */
  isTerm(label: string): boolean {
    const words = wordsOf(label).words.filter(({ depth }) => depth === 0);
    for (let at = 0; at < words.length; at += 1) {
      const term = this.at(words, at);
      if (!term) continue;
      let end = at + term.count;
      // "Consultations de psychologue"
      if (term.isGeneral && words.slice(end).some((_, next) => this.at(words, end + next)?.isGeneral === false)) continue;
      while (end < words.length) {
        const condition = conditionAt(words, end);
        // "prescrits et non remboursés"
        if (!condition && !isSmall(words[end]!.text) && !/^prescrite?s?$/.test(words[end]!.text)) return false;
        end += condition?.count ?? 1;
      }
      return words.slice(0, at).every(({ text }) => isSmall(text) || GENERAL.has(stemOf(text)));
    }
    return false;
  }

  /** The longest that begins there. */
  at(words: readonly Word[], at: number): TermAt | null {
    if (isSmall(words[at]!.text)) return null;
    for (const { stems, careTypes } of this.terms.get(stemOf(words[at]!.text)) ?? []) {
      let next = at;
      const fits = stems.every((stem, index) => {
        if (index > 0) while (next < words.length && isSmall(words[next]!.text)) next += 1;
        const word = words[next];
        next += 1;
        // A term of several words may begin outside of parentheses and end in them: "Verres de classe A (100 % Santé)".
        return word !== undefined && stemOf(word.text) === stem && word.segment === words[at]!.segment;
      });
      if (fits && !cutsCondition(words, at, next)) return { careTypes, count: next - at, isGeneral: stems.every((stem) => SILENT.has(stem)) };
    }
    return null;
  }
}

/** "Lentilles acceptées ou refusées": the term "lentilles acceptées" would leave half of a condition that both sides are in. */
function cutsCondition(words: readonly Word[], start: number, end: number): boolean {
  for (let at = start + 1; at < end; at += 1) {
    const condition = conditionAt(words, at);
    if (condition && at + condition.count > end && Object.keys(condition.when).length === 0) return true;
  }
  return false;
}

export function keyOf(stems: readonly string[]): string {
  return stems.join(" ");
}
