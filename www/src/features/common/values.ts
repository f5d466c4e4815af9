/**
 * The words for the facts of an act and their values: apart, because they are many.
 *
 * French terms of art stay French and are explained where they are asked.
 */
import type { ActFact, TextFact } from "../../engine/engine";

export const factNames: Record<ActFact | "member_age" | "care_date" | "member_birth_date" | "teeth" | "establishment", string> = {
  member_age: "age",
  care_date: "date of care",
  member_birth_date: "birth date",
  teeth: "teeth",
  establishment: "establishment number",
  is_optam_or_secteur_1: "OPTAM or secteur 1",
  is_for_at_least_one_visible_tooth: "visible tooth",
  is_etablissement_conventionne: "établissement conventionné",
  practitioner: "practitioner",
  glasses_lens_complexity: "lens complexity",
  reimbursed_by_secu: "reimbursed by the Sécu",
  treatment_mode: "mode of treatment",
  nature_de_soins: "nature de soins",
};

/** The question the form asks about a fact, and what the words in it mean. */
export const factQuestions: Record<ActFact, { question: string; hint: string }> = {
  is_optam_or_secteur_1: {
    question: "OPTAM or secteur 1?",
    hint: "The doctor keeps to the Sécu's fees (secteur 1) or has agreed to moderate extra fees (OPTAM).",
  },
  reimbursed_by_secu: { question: "Reimbursed by the Sécu?", hint: "The Sécurité sociale, the compulsory health insurance, pays a part." },
  practitioner: { question: "Practitioner", hint: "Who gives or provides the care." },
  is_etablissement_conventionne: {
    question: "Établissement conventionné?",
    hint: "The hospital or clinic has a contract with the Sécu.",
  },
  treatment_mode: { question: "Mode of treatment", hint: "A national code of two digits." },
  nature_de_soins: { question: "Nature de soins", hint: "The group of disciplines of a hospital stay." },
  is_for_at_least_one_visible_tooth: { question: "At least one visible tooth?", hint: "Incisors, canines and premolars." },
  glasses_lens_complexity: { question: "Lens complexity", hint: "The class of a corrective lens, by its prescription." },
};

/** Which values there are, the engine says; one without words here is shown as it is. */
const valueLabels: Record<TextFact, Record<string, string>> = {
  glasses_lens_complexity: { SIMPLE: "Simple", COMPLEX: "Complex", VERY_COMPLEX: "Very complex" },
  practitioner: {
    GENERAL_PRACTITIONER: "General practitioner",
    SPECIALIST: "Specialist",
    ANAESTHETIST: "Anaesthetist",
    CARDIOLOGIST: "Cardiologist",
    DERMATOLOGIST: "Dermatologist",
    RADIOLOGIST: "Radiologist",
    GYNAECOLOGIST: "Gynaecologist",
    PAEDIATRICIAN: "Paediatrician",
    OPHTHALMOLOGIST: "Ophthalmologist",
    STOMATOLOGIST: "Stomatologist",
    PSYCHIATRIST: "Psychiatrist",
    DENTIST: "Dentist",
    ORTHODONTIST: "Orthodontist",
    MIDWIFE: "Midwife",
    NURSE: "Nurse",
    PSYCHOLOGIST: "Psychologist",
    PHYSIOTHERAPIST: "Physiotherapist",
    PODIATRIST: "Podiatrist",
    SPEECH_THERAPIST: "Speech therapist",
    ORTHOPTIST: "Orthoptist",
    LABORATORY: "Laboratory",
    PHARMACIST: "Pharmacist",
    MEDICAL_TRANSPORT: "Medical transport",
    SUPPLIER: "Supplier of devices",
    OPTICIAN: "Optician",
    HEARING_AID_SPECIALIST: "Hearing aid specialist",
    OSTEOPATH: "Osteopath",
    CHIROPRACTOR: "Chiropractor",
    ACUPUNCTURIST: "Acupuncturist",
    DIETITIAN: "Dietitian",
  },
  nature_de_soins: {
    MEDECINE: "Médecine",
    CHIRURGIE: "Chirurgie",
    GYNECOLOGIE_OBSTETRIQUE: "Gynécologie et obstétrique",
    SOINS_DE_SUITE_ET_READAPTATION: "Soins de suite et réadaptation",
    SOINS_DE_LONGUE_DUREE: "Soins de longue durée",
    MALADIES_MENTALES_TOXICOMANIES: "Maladies mentales et toxicomanies",
    DISCIPLINE_SUPPLEMENT_TAA: "Discipline de supplément T2A",
    ENFANCE_HANDICAPEE: "Enfance handicapée",
    ADULTES_HANDICAPES: "Adultes handicapés",
    PERSONNES_AGEES: "Personnes âgées",
    MEDICO_SOCIAL: "Médico-social",
    INDIFFERENCIEES: "Indifférenciées",
  },
  treatment_mode: {
    "00": "no mode of treatment",
    "03": "full hospital stay",
    "04": "day hospital",
    "05": "night hospital",
    "06": "hospital care at home",
    "07": "outpatient consultation or care",
    "10": "emergency",
    "11": "full residence",
    "12": "night residence",
    "13": "half board",
    "14": "day school or day care",
    "15": "foster family",
    "16": "services at home",
    "17": "weekly boarding",
    "19": "outpatient treatment",
    "20": "weekday hospital stay",
    "21": "day centre",
    "22": "part-time hospital stay",
    "23": "outpatient surgery",
    "24": "therapeutic foster care",
    "35": "spa treatment",
    "37": "psychiatric therapeutic flat",
    "38": "psychiatric aftercare centre",
    "39": "psychiatric crisis centre",
    "99": "unknown",
  },
};

/** The words of a value, or the value itself where it has none. A mode of treatment is known by its number, so that stays in front. */
export function valueWords(fact: string, value: string): string {
  const labels: Record<string, string> = valueLabels[fact as TextFact] ?? {};
  const words = Object.hasOwn(labels, value) ? labels[value] : undefined;
  if (words === undefined) return value;
  return fact === "treatment_mode" ? `${value} ${words}` : words;
}
