/** What a person says of the table: of a place, of a row, of a column, of all of it. Each is a step that can be taken back. */
import { batch } from "@preact/signals";
import { focusOn } from "../../store/page";
import { catalog } from "../../store/readings";
import { groupLabel, typeLabel } from "../common/labels";
import type { CatalogEntry } from "../picker/hits";
import { lookFromTheStart, openPlace } from "./go-through";
import { placeKey } from "./grid-to-read";
import { change } from "./history";
import { type Assumption, type Draft, draft, type Picked, type Share, withSheet } from "./model";
import { handFormula } from "./payloads";
import { lettersOf, placeName, rows, type SheetRow, type Spot } from "./spots";
import { besidesOf, termsFor } from "./terms";
import { besides, DETAIL, openKey, SUMMARY } from "./view-state";
import { importWords } from "./words";

const nameOf = ({ row, column }: Spot): string => placeName(row, column);

/** The next one is open; where there is none, nothing is. */
function goOn(from: string, made: (now: Draft) => Partial<Draft>, words: string): void {
  const next = besides(1, from);
  batch(() => {
    change(made, words);
    if (next !== null && next !== from) return openPlace(next);
    openKey.value = null;
    focusOn(SUMMARY);
  });
}

export function accept(spot: Spot): void {
  goOn(spot.key, ({ accepted }) => ({ accepted: [...accepted, spot.key] }), importWords.steps.accepted(nameOf(spot)));
}

export function leaveOut(spot: Spot): void {
  goOn(spot.key, ({ left }) => ({ left: [...left, spot.key] }), importWords.steps.left(nameOf(spot)));
}

/** All of its cells, and the label that they go by. */
export function leaveRowOut({ row, spots, label }: SheetRow): void {
  const cells = spots.filter(({ cell }) => cell !== null).map(({ key }) => key);
  goOn(label?.key ?? placeKey(row, 0), ({ left, leftRows }) => ({ left: [...new Set([...left, ...cells])], leftRows: [...leftRows, row] }), importWords.steps.leftRow(row + 1));
}

/** As it was in the sheet, with nothing said of it. */
export function putBack(spot: Spot): void {
  const { key, row, origin } = spot;
  const source = placeKey(...origin);
  const isRow = rows.peek()[row]?.label?.key === key;
  change(({ texts, left, leftRows, accepted, careTypes }) => {
    const { [source]: _, ...others } = texts;
    const { [row]: __, ...picked } = careTypes;
    const isOfRow = (place: string) => isRow && leftRows.includes(row) && place.startsWith(`${row},`);
    return {
      texts: others,
      left: left.filter((place) => place !== key && !isOfRow(place)),
      accepted: accepted.filter((place) => place !== key),
      ...(isRow && { leftRows: leftRows.filter((one) => one !== row), careTypes: picked }),
    };
  }, importWords.steps.putBack(nameOf(spot)));
  focusOn(DETAIL);
}

/** It is read anew, at once. What was chosen for the words of a label ends with them. */
export function typeAgain(spot: Spot, text: string): void {
  batch(() => {
    change((now) => typedInto(now, spot, text), importWords.steps.typed(nameOf(spot)));
    focusOn(DETAIL);
  });
}

/** What is said with it. */
export function typedInto({ texts, left, accepted, careTypes }: Draft, { key, row, origin }: Spot, text: string): Partial<Draft> {
  const { [row]: _, ...picked } = careTypes;
  const isLabel = rows.peek()[row]?.label?.key === key;
  return {
    texts: { ...texts, [placeKey(...origin)]: text },
    left: left.filter((place) => place !== key),
    accepted: accepted.filter((place) => place !== key),
    ...(isLabel && { careTypes: picked }),
  };
}

export function pickFor({ row, read, label }: SheetRow, { of, shortCode }: CatalogEntry, isPicked: boolean): void {
  const types = catalog.peek();
  if (read === null || label === null || types.state !== "ready") return;
  change(({ careTypes }) => {
    const before: Picked = careTypes[row] ?? { types: [], groups: [], terms: termsFor(read), names: [], besides: besidesOf(read), label: placeKey(...label.origin) };
    const list = of === "group" ? "groups" : "types";
    const codes = before[list].filter((code) => code !== shortCode);
    const chosen = { ...before, [list]: isPicked ? [...codes, shortCode] : codes };
    const after = { ...chosen, names: [...chosen.groups.map((code) => groupLabel(types.value, code)), ...chosen.types.map((code) => typeLabel(types.value, code))] };
    const { [row]: _, ...others } = careTypes;
    return { careTypes: after.types.length + after.groups.length === 0 ? others : { ...careTypes, [row]: after } };
  }, importWords.steps.careTypes(nameOf(label)));
}

export function sayShare(column: number, share: Share | "usual"): void {
  change(({ shares }) => ({ shares: { ...shares, [column]: share } }), importWords.steps.share(lettersOf(column)));
}

export function acceptAll(what: Assumption, isAccepted: boolean): void {
  change(({ acceptedAll }) => ({ acceptedAll: isAccepted ? [...acceptedAll, what] : acceptedAll.filter((one) => one !== what) }), importWords.steps.assumption);
}

export function nameFormula(formula: number, name: string): void {
  change(({ names }) => ({ names: { ...names, [formula]: name } }), null);
}

export function become(formula: number, role: "hand" | "other" | "none"): void {
  const hand = handFormula.peek();
  change(({ other }) => {
    const without = (now: number | null) => (now === formula ? null : now);
    return { hand: role === "hand" ? formula : without(hand), other: role === "other" ? formula : without(other) };
  }, importWords.steps.role);
}

export function chooseSheet(sheet: number): void {
  batch(() => {
    change((now) => withSheet(now, sheet), importWords.steps.sheet(draft.peek()?.sheets[sheet]?.name ?? ""));
    lookFromTheStart();
  });
}

export function keepList(isKept: boolean): void {
  change(() => ({ keepsList: isKept }), importWords.steps.list);
}
