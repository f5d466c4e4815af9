/** Which entries of a list does a typed text find? Without regard to case and accents, every word somewhere, exact codes first. */

const folded = new Map<string, string>();

/** Lower case without accents. */
export function fold(text: string): string {
  return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}

/** The same of a label, remembered, because the same labels are searched at every key. What is typed is another at each key: `fold`. */
export function foldLabel(label: string): string {
  let result = folded.get(label);
  if (result === undefined) folded.set(label, (result = fold(label)));
  return result;
}

export function search<T>(entries: readonly T[], text: string, labelOf: (entry: T) => string, codeOf: (entry: T) => string): readonly T[] {
  const typed = fold(text.trim());
  const words = typed.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return entries;
  const ranked = entries.flatMap((entry) => {
    const label = foldLabel(labelOf(entry));
    const code = foldLabel(codeOf(entry));
    if (!words.every((word) => label.includes(word) || code.includes(word))) return [];
    const rank = code === typed ? 0 : code.startsWith(typed) ? 1 : label.startsWith(typed) ? 2 : 3;
    return [{ entry, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
