// Which acts there are, what is always so of each, and how often each is drawn for a class of persons.
import data from "./acts.json" with { type: "json" };
import { CLASSES, isFor } from "./classes.mjs";
import counts from "./counts.json" with { type: "json" };
import { drawer } from "./random.mjs";

const BY_SPECIALTY = "by specialty";
const VISIT_OF_SPECIALTY = "visit of the specialty";

/** By their national number: practitioner, care type of a visit, and for whom. Anaesthesia, imaging and laboratories have acts of their own. */
const SPECIALTIES = {
  3: ["CARDIOLOGIST", "CARDIOLOGIST_VISIT"], 5: ["DERMATOLOGIST", "SPECIALIST_VISIT"], 7: ["GYNAECOLOGIST", "GYNAECOLOGIST_VISIT", [16, 130], "F"],
  12: ["PAEDIATRICIAN", "PAEDIATRICIAN_VISIT", [0, 15]], 15: ["OPHTHALMOLOGIST", "OPHTHALMOLOGIST_VISIT"], 18: ["STOMATOLOGIST", "SPECIALIST_VISIT"],
  33: ["PSYCHIATRIST", "PSYCHIATRIST_VISIT"],
};
const OTHERS = ["SPECIALIST", "SPECIALIST_VISIT"];
const WITH_OTHER_ACTS = ["0", "1", "2", "6", "36", "37", "38", "99"];

/** Texts by number; 0 is none. */
function numbered() {
  const texts = [""];
  return { texts, of: (text) => (text === undefined || text === null ? 0 : texts.includes(text) ? texts.indexOf(text) : texts.push(text) - 1) };
}

const truth = (value) => (value === undefined ? 0 : value ? 3 : 2);

/** `catalog`: whose codes are the care types. */
export function actsOf(catalog) {
  const [careTypes, codes, practitioners, modes, natures, lenses] = Array.from({ length: 6 }, numbered);
  const isNational = catalog === "national";
  const given = data.acts.filter(({ care_type }) => isNational || care_type !== null);
  const acts = given.map((act) => {
    const all = { ...data.kinds[act.kind], ...act };
    const [inStay, outside] = typeof act.care_type === "object" && act.care_type !== null ? [act.care_type.stay, act.care_type.external] : [act.care_type, act.care_type];
    const careType = (own) => (isNational ? careTypes.of(act.act || act.national) : own === VISIT_OF_SPECIALTY ? 0 : careTypes.of(own));
    return {
      code: codes.of(act.act || undefined), careType: careType(inStay), careTypeOutside: careType(outside), hasPlaces: inStay !== outside,
      ofSpecialty: !isNational && act.care_type === VISIT_OF_SPECIALTY, isBySpecialty: all.practitioner === BY_SPECIALTY,
      practitioner: all.practitioner === BY_SPECIALTY ? 0 : practitioners.of(all.practitioner), reimbursed: truth(all.reimbursed),
      agreed: all.agreed ?? -1, excess: all.excess ?? [0, 0], agreedExcess: all.agreed_excess ?? [0, 0], contracted: all.contracted ?? -1, visible: all.visible ?? -1,
      modes: [all.mode ?? []].flat().map(modes.of), nature: natures.of(all.nature), lens: lenses.of(all.lens), hasSides: all.sides === true,
      base: all.base ?? null, baseBefore: all.base_before_2024_12_22 ?? all.base ?? null, charged: all.charged ?? null, rate: all.rate ?? -1,
      hasPathway: all.pathway === true, contribution: all.flat_contribution ?? 0, franchise: all.franchise ?? 0, days: all.days ?? null, boxes: all.boxes ?? null,
      plv: all.plv ?? -1, hlf: all.hlf ?? -1,
    };
  });
  const specialties = Object.entries(counts.specialties).filter(([number]) => !WITH_OTHER_ACTS.includes(number)).map(([number, lines]) => {
    const [practitioner, careType, ages, sex] = SPECIALTIES[number] ?? OTHERS;
    return { practitioner: practitioners.of(practitioner), careType: careTypes.of(careType), lines, ages, sex };
  });
  const weights = weightsByClass(given.map(({ lines, ages, sex }) => ({ lines, ages, sex })));
  return {
    acts, specialties, linesOfClasses: weights.map((own) => own.reduce((sum, weight) => sum + weight, 0)), drawAct: weights.map(drawer),
    drawSpecialty: weightsByClass(specialties).map(drawer),
    texts: { careTypes: careTypes.texts, codes: codes.texts, practitioners: practitioners.texts, modes: modes.texts, natures: natures.texts, lenses: lenses.texts },
  };
}

/** The lines of each go to the classes that it is for, as their lines are. */
function weightsByClass(all) {
  const shares = all.map(({ lines, ages, sex }) => lines / CLASSES.reduce((sum, own) => sum + (isFor(own, ages, sex) ? own.lines : 0), 0));
  return CLASSES.map((own) => all.map(({ ages, sex }, index) => (isFor(own, ages, sex) ? shares[index] * own.lines : 0)));
}
