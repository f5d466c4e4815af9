/** Values and names as Python writes them. */

/** What is JSON. A text of JSON is one of Python, too. */
export function pythonLiteral(value: unknown, margin = ""): string {
  const inner = `${margin}    `;
  const listed = (open: string, items: string[], close: string) => (items.length === 0 ? open + close : `${open}\n${items.map((item) => `${inner}${item},\n`).join("")}${margin}${close}`);
  if (Array.isArray(value)) return listed("[", value.map((item) => pythonLiteral(item, inner)), "]");
  if (typeof value === "object" && value !== null) {
    const members = Object.entries(value).filter(([, member]) => member !== undefined);
    return listed("{", members.map(([name, member]) => `${JSON.stringify(name)}: ${pythonLiteral(member, inner)}`), "}");
  }
  if (value === null || value === undefined) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  return JSON.stringify(value);
}

/** Options as keywords, which have the names of Python. */
export function keywords(options: object): string[] {
  return Object.entries(options).flatMap(([name, value]) => (value === undefined ? [] : [`${snakeCase(name)}=${pythonLiteral(value)}`]));
}

/** `nonConventionedEstablishments` is `non_conventioned_establishments`. */
function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

/** What was answered, as JSON. */
export const PRINTED = ["print(json.dumps(answer, indent=2, ensure_ascii=False))"];
