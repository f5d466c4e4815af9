// Which codes of the catalogue may be chosen? By code and by label, with accents folded and a letter wrong; those in use already come last.
import type { Choice } from "./completions.ts";
import type { Context, Entry } from "./context.ts";
import { code, plain } from "./speech.ts";

/** As many as anybody reads through. */
const MOST = 1_000;

/** Nobody types more of a code or a label. */
const LONGEST = 200;
/** Half of a character. */
const HALF = /\p{Cs}/u;

type CodeRole = "care_type" | "care_type_group";

/** `taken`: the codes of the same list, as JSON. */
export function codesFor(context: Context, role: CodeRole, typed: string, taken: ReadonlySet<string>): Choice[] {
  const used = new Set(context.mentions.of(role).map(({ name }) => name));
  const entries = (typed.trim() === "" ? all(context, role) : found(context, role, typed)).filter(({ short_code }) => !taken.has(JSON.stringify(short_code)));
  const choices = entries.map((entry, rank) => choice(context, role, entry, rank, used.has(entry.short_code)));
  return [...choices.filter(({ last }) => last === 0), ...choices.filter(({ last }) => last !== 0)].slice(0, MOST);
}

function all({ codes }: Context, role: CodeRole): readonly Entry[] {
  return role === "care_type" ? codes.careTypes : codes.groups;
}

function found({ catalog }: Context, role: CodeRole, typed: string): readonly Entry[] {
  if (typed.length > LONGEST || HALF.test(typed)) return [];
  const hits = catalog.search(typed, { kind: role, limit: 100 });
  return hits.flatMap(({ short_code }) => (role === "care_type" ? catalog.careType(short_code) : catalog.group(short_code)) ?? []);
}

function choice({ catalog, speech }: Context, role: CodeRole, { short_code, label }: Entry, rank: number, isUsed: boolean): Choice {
  const { words } = speech;
  return {
    label: short_code,
    detail: isUsed ? [label, words.used].filter(Boolean).join(" · ") : (label ?? ""),
    get documentation() {
      return role === "care_type" ? groupsIn(speech, catalog.groupsOf(short_code) ?? []) : words.members(catalog.membersOf(short_code)?.length ?? 0);
    },
    json: JSON.stringify(short_code), kind: role, rank, last: isUsed ? 1 : 0,
  };
}

export function groupsIn({ words }: Context["speech"], groups: readonly Entry[]): string {
  return groups.length === 0 ? "" : words.groups(groups.map(({ short_code, label }) => (label === null ? code(short_code) : `${plain(label)} (${code(short_code)})`)));
}
