// Acts that are good, and acts that are not, as many kinds of objects; and what the general way says of them.
import assert from "node:assert/strict";
import { imported as api } from "./install.mjs";

/** By field; good values first. */
export const VALUES = {
  care_type: ["CROWN", "LENS", "FILLING", "é", " CROWN", "", null, 7],
  care_date: ["2026-02-28", "2024-02-29", "2023-02-29", "0001-01-01", "2026-3-1", "", null, 20260228],
  member_birth_date: ["2008-02-29", "1890-01-01", "2030-01-01", "1990-13-01", null],
  member_age: [0, 18, 40, 130, 131, -1, 17.5, -0, 18.0, NaN, "18", null],
  is_optam_or_secteur_1: [true, false, null, "true", 1],
  is_for_at_least_one_visible_tooth: [true, false, null],
  teeth: [[], [11], [36], [11, 36], [19], [11.5], ["11"], null, 11, new Set([11]), [, 11], Object.assign([36], { length: 2 })],
  is_etablissement_conventionne: [true, false, null],
  establishment: ["750000001", "750000002", "", "x".repeat(64), "x".repeat(65), null, 750000001],
  practitioner: ["DENTIST", "NURSE", "Zahnärztin", "\ud800", "DENTIST ", "a\u0000b", null, false],
  glasses_lens_complexity: ["SIMPLE", "COMPLEX", "OTHER", null],
  reimbursed_by_secu: [true, false, null],
  treatment_mode: ["03", "3", null, 3],
  nature_de_soins: ["CHIRURGIE", "", null],
};

/** The same of amounts and annotations. */
export const OTHERS = {
  charged: ["120.00", 30, 0.5, "0", 1e21, 1e-7, -0, "01", "1.", ".5", "1.00000", "1234567890123", "", -1, NaN, null, true],
  brss: [26.5, null, "107.5000", "26,5", 0.12345],
  secu_rate_percent: [70, "70.123456", null, 101, false],
  quantity: [1, 0, "2.5", "-1"],
  beneficiary: ["claire", "é", null, "", 7],
  membership_start: ["2024-02-29", "2023-02-28", null, "2023-02-29", ""],
  side: ["left", "right", null, "up", 1],
  tooth: [11, 85, null, 19, 11.5, "11"],
  "x-claim": [7, { id: [1] }, undefined],
  description: ["a claim", "", "b", 7],
};

/** The same act as another kind of object. */
export function dressed(act, kind) {
  switch (kind) {
    case 0:
      return Object.assign(Object.create(null), act);
    case 1:
      return { ...act, practitoner: "DENTIST" };
    case 2:
      return { ...act, treatment_mode: undefined };
    case 3:
      return Object.defineProperty({ ...act }, "member_age", { get: () => 40, enumerable: true });
    case 4:
      return Object.defineProperty({ ...act }, "nature_de_soins", { value: "CHIRURGIE", enumerable: false });
    case 5:
      return Object.create({ care_type: "LENS" }, Object.getOwnPropertyDescriptors(act));
    case 6:
      return new Proxy(act, {});
    case 7:
      return { ...act, [Symbol("other")]: 1 };
    default:
      return act;
  }
}

/** What the general way says, in JSON: `explain` never takes the quick one. */
export function generally(coverage, act) {
  return reported(() => {
    const { outcome, guarantees, undetermined } = coverage.explain(act);
    return { outcome, guarantees, undetermined };
  });
}

export function reported(ask) {
  try {
    return JSON.stringify(ask());
  } catch (error) {
    assert.ok(error instanceof api.CoverageError, String(error));
    return JSON.stringify(error.diagnostics);
  }
}
