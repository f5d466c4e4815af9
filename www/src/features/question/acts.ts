/** Acts that everybody knows, with what the Sécu bases itself on; of the example catalogue. */
import type { ActAmounts, CareAct } from "../../engine/engine";

interface Known {
  act: CareAct;
  amounts: ActAmounts;
}

const none = {
  is_optam_or_secteur_1: null, is_for_at_least_one_visible_tooth: null, is_etablissement_conventionne: null, practitioner: null,
  glasses_lens_complexity: null, reimbursed_by_secu: true, treatment_mode: null, nature_de_soins: null,
} as const;
/** Known to the example's base of reimbursement of each kind of care; a name for the person, for limits. */
const member = { beneficiary: "1" } as const;

export const ACTS = {
  crown: {
    act: { ...none, care_type: "CROWN_CERAMIC_FREE", care_date: "2026-02-11", member_age: 54, is_for_at_least_one_visible_tooth: true, practitioner: "DENTIST" },
    amounts: { ...member, charged: "680.00", brss: "120.00", secu_rate_percent: 60 },
  },
  crown_100_sante: {
    act: { ...none, care_type: "CROWN_CERAMIC_100_SANTE", care_date: "2026-02-11", member_age: 54, is_for_at_least_one_visible_tooth: true, practitioner: "DENTIST" },
    amounts: { ...member, charged: "500.00", brss: "120.00", secu_rate_percent: 60, hlf: "500.00" },
  },
  gp: {
    act: { ...none, care_type: "GP_VISIT", care_date: "2026-03-12", member_age: 38, is_optam_or_secteur_1: true, practitioner: "GENERAL_PRACTITIONER" },
    amounts: { ...member, charged: "30.00", brss: "30.00", secu_rate_percent: 70, flat_contribution: 2 },
  },
  dermatologist: {
    act: { ...none, care_type: "SPECIALIST_VISIT", care_date: "2026-03-20", member_age: 38, is_optam_or_secteur_1: false, practitioner: "DERMATOLOGIST" },
    amounts: { ...member, charged: "65.00", brss: "23.00", secu_rate_percent: 70, flat_contribution: 2 },
  },
  lens: {
    act: { ...none, care_type: "LENS_MULTIFOCAL_CLASS_B", care_date: "2026-04-02", member_age: 63, glasses_lens_complexity: "VERY_COMPLEX" },
    amounts: { ...member, charged: "260.00", brss: "0.05", secu_rate_percent: 60 },
  },
  hearing_aid: {
    act: { ...none, care_type: "HEARING_AID_CLASS_II", care_date: "2026-08-21", member_age: 74 },
    amounts: { ...member, charged: "1500.00", brss: "400.00", secu_rate_percent: 60, side: "right" },
  },
  osteopath: {
    act: { ...none, care_type: "OSTEOPATHY", care_date: "2026-01-22", member_age: 35, practitioner: "OSTEOPATH", reimbursed_by_secu: false },
    amounts: { ...member, charged: "60.00" },
  },
  braces: {
    act: { ...none, care_type: "ORTHODONTIC_SEMESTER", care_date: "2026-09-15", member_age: 13, practitioner: "ORTHODONTIST" },
    amounts: { ...member, charged: "720.00", brss: "193.50", secu_rate_percent: 100 },
  },
} as const satisfies Record<string, Known>;

export type KnownAct = keyof typeof ACTS;
