// Questions about amounts: does a stored coverage pay what a profile asks for, and what do members get more or less of another one?
import { CoverageError, validateProfile } from "care-coverage";
import type { AmountComparison, Coverage, RequirementProfile, RequirementsOptions, RequirementsReport } from "care-coverage";
import exampleClasses from "care-coverage/profiles/classes.example.json" with { type: "json" };
import nationalClasses from "care-coverage/profiles/classes.national.json" with { type: "json" };
import ani from "care-coverage/profiles/fr-ani.json" with { type: "json" };
import contratResponsable from "care-coverage/profiles/fr-contrat-responsable.json" with { type: "json" };
import { isFault } from "./problems.ts";
import { moved, unknownName, within } from "./questions.ts";
import type { Question } from "./questions.ts";

/** What ships, by the name that a question may give in place of a document. */
const PROFILES = { "fr-ani": ani, "fr-contrat-responsable": contratResponsable };
const CLASSES = { example: exampleClasses, national: nationalClasses };

/** What came of each requirement. `profile` and `classes` are documents, or names of what ships. */
export function checkRequirements(coverage: Coverage, question: Question<"profile" | "date" | "classes" | "declarations" | "tariffs">): RequirementsReport {
  const profile = shipped(PROFILES, "/profile", question.profile);
  const classes = shipped(CLASSES, "/classes", question.classes);
  // What is wrong with the profile itself has its places below `/profile`; those of the options are places of the body.
  within("/profile", () => refuseErrors(profile));
  const { date, declarations, tariffs } = question;
  const options = { date, ...(classes != null && { classes }), ...(declarations != null && { declarations }), ...(tariffs != null && { tariffs }) };
  try {
    return coverage.checkRequirements(profile as RequirementProfile, options as RequirementsOptions);
  } catch (error) {
    if (!(error instanceof CoverageError) || isFault(error)) throw error;
    // A coverage in a requirement is read with the catalogue.
    throw new CoverageError(error.diagnostics.map((one) => (one.pointer.startsWith("/requirements/") ? moved(one, "/profile") : one)));
  }
}

function shipped<Document>(documents: Record<string, Document>, pointer: string, asked: unknown): unknown {
  if (typeof asked !== "string") return asked;
  if (!Object.hasOwn(documents, asked)) throw new CoverageError([unknownName(pointer, asked, Object.keys(documents))]);
  return documents[asked];
}

function refuseErrors(profile: unknown): void {
  const errors = validateProfile(profile).filter(({ severity }) => severity === "error");
  if (errors.length > 0) throw new CoverageError(errors);
}

/** In which acts members get more or less. The options are fields of the body. */
export function compareAmounts(current: Coverage, next: Coverage, { date, rates }: Question<"date" | "rates">): AmountComparison {
  return current.compareAmounts(next, { date: date as string, ...(rates != null && { rates: rates as string[] }) });
}
