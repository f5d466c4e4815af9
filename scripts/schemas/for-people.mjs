// A schema that validates becomes one that a form or an editor shows: titles, line breaks, and a choice for each value of what has few.
import { titleOfField, titleOfType } from "./titles.mjs";

/** What `null` says. */
function none(type, isFact) {
  return type === "CoverageCareTypeFilter" ? "no condition" : type === "CareAct" && isFact ? "does not apply" : "none";
}

/** Changes the schema of a type, with its `definitions`, where it is. */
export function forPeople(type, schema) {
  const definitions = schema.definitions ?? {};
  const parts = [[type, schema], ...Object.entries(definitions)];
  for (const [name, part] of parts) {
    part.title ??= titleOfType(name);
    each(part, present);
  }
  for (const [name, part] of parts) each(part, (inner) => offer(inner, name, definitions));
}

/** A schema and all in it, but for the definitions; the innermost first. */
function each(part, change) {
  for (const inner of [...Object.values(part.properties ?? {}), part.items, part.additionalProperties, ...(part.anyOf ?? [])]) {
    if (inner && typeof inner === "object") each(inner, change);
  }
  change(part);
}

function present(part) {
  // A paragraph is one line; what is indented stays as it is.
  if (part.markdownDescription) part.description = part.markdownDescription.replace(/(?<=[^\n])\n(?=[^\s*-])/g, " ").trim();
  delete part.markdownDescription;
  if (!part.properties) return;
  // What must be there comes first, what may be noted last.
  const rank = (name) => (part.required?.includes(name) ? 0 : name === "$schema" || (name === "description" && part.properties.$schema) ? 2 : 1);
  part.properties = Object.fromEntries(Object.entries(part.properties).sort(([a], [b]) => rank(a) - rank(b)));
  for (const [name, property] of Object.entries(part.properties)) property.title ??= titleOfField(name);
  if (part.properties.$schema) part.patternProperties = { "^x-": { title: "Note" } };
}

function offer(part, type, definitions) {
  if (Array.isArray(part.type) && part.type.includes("boolean")) {
    delete part.type;
    part.oneOf = [[true, "yes"], [false, "no"], [null, none(type, true)]].map(([value, title]) => ({ const: value, title }));
  }
  if (!part.anyOf) return;
  const known = (branch) => (branch.$ref ? definitions[branch.$ref.slice("#/definitions/".length)] : branch);
  const others = part.anyOf.filter(({ type }) => type !== "null");
  const isNullable = others.length < part.anyOf.length;
  const [first] = others.map(known);
  // A text, a number or a list that may be null is one field of a form, still.
  if (isNullable && others.length === 1 && typeof first.type === "string" && first.type !== "object") {
    const { title, type: kind, ...rest } = first;
    delete part.anyOf;
    const values = rest.enum && { enum: [...rest.enum, null] };
    Object.assign(part, { ...rest, ...part, type: [kind, "null"], ...values });
    return;
  }
  // Null is one more way to write what may be written in several.
  part.anyOf = part.anyOf.flatMap((branch) => (isNullable && known(branch).anyOf ? known(branch).anyOf : [branch]));
  for (const branch of part.anyOf) if (!branch.$ref) branch.title ??= branch.type === "null" ? none(type, false) : titleOfField(branch.type);
}
