// How many labels of an ordinary French table have care types in the example catalogue: with the words that are searched for, and with those of tables.
import assert from "node:assert/strict";
import { test } from "node:test";
import { patientsReadingOf, readingOf } from "./import-panel.mjs";

/** Usual labels under their usual headings. */
const USUAL = {
  HOSPITALISATION: ["Frais de séjour", "Honoraires chirurgicaux", "Honoraires", "Forfait journalier hospitalier", "Chambre particulière", "Lit accompagnant", "Participation forfaitaire de 24 €", "Forfait patient urgences", "Anesthésie", "Frais d'accompagnement"],
  "SOINS COURANTS": [
    "Consultations et visites généralistes", "Consultations et visites spécialistes", "Actes techniques médicaux", "Imagerie médicale", "Radiologie", "Analyses et examens de laboratoire", "Auxiliaires médicaux",
    "Honoraires paramédicaux", "Pharmacie remboursée à 65 %", "Pharmacie remboursée à 30 %", "Pharmacie remboursée à 15 %", "Pharmacie", "Transport", "Transport sanitaire", "Matériel médical", "Petit appareillage", "Prothèses orthopédiques", "Grand appareillage",
  ],
  DENTAIRE: [
    "Soins dentaires", "Prothèses dentaires remboursées", "Couronnes", "Bridges", "Inlay-core", "Inlay-onlay", "Orthodontie acceptée", "Implants dentaires", "Parodontologie", "Soins et prothèses 100 % Santé",
  ],
  OPTIQUE: ["Monture", "Verres", "Verres simples", "Verres complexes", "Lentilles acceptées", "Lentilles refusées", "Chirurgie réfractive"],
  "AIDES AUDITIVES": ["Équipements 100 % Santé", "Piles", "Accessoires"],
  AUTRES: ["Cure thermale", "Ostéopathie", "Vaccins", "Sevrage tabagique"],
};
const grid = [["Garanties", "Base"], ...Object.entries(USUAL).flatMap(([heading, labels]) => [[heading, ""], ...labels.map((label) => [label, "150 % BR"])])];

const matched = ({ rows }) => rows.filter(({ kind, status }) => kind === "benefit" && status === "matched");
const typesOf = (reading, label) => reading.rows.find((row) => row.label === label).care_types;

test("of 52 usual labels, 24 have care types by what people search for, and 49 by what tables say", () => {
  const [before, after] = [patientsReadingOf(grid), readingOf(grid)];
  const lacking = (reading) => reading.rows.filter(({ kind, status }) => kind === "benefit" && status !== "matched").map(({ label }) => label);
  assert.deepEqual([after.rows.filter(({ kind }) => kind === "benefit").length, matched(before).length, matched(after).length], [52, 24, 49], `${lacking(before).join(", ")}\nthen ${lacking(after).join(", ")}`);
  assert.deepEqual(typesOf(after, "Honoraires chirurgicaux"), ["SURGEON_FEE"]);
  assert.deepEqual(typesOf(after, "Pharmacie remboursée à 65 %"), ["MEDICINE_65"]);
  assert.deepEqual(typesOf(after, "Verres"), ["LENS_MULTIFOCAL_CLASS_A", "LENS_MULTIFOCAL_CLASS_B", "LENS_SINGLE_CLASS_A", "LENS_SINGLE_CLASS_B"]);
  // What the Sécu does not pay for is not accepted by it.
  assert.deepEqual(typesOf(after, "Orthodontie acceptée"), ["ORTHODONTIC_ASSESSMENT", "ORTHODONTIC_RETENTION", "ORTHODONTIC_SEMESTER"]);
});
