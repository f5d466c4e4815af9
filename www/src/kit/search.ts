/** Which entries of a list does a typed text find? Without regard to case and accents, every word somewhere, exact codes first. */

const folded = new Map<string, string>();

/** Lower case without accents. Remembered, because the same labels are searched at every key. */
export function fold(text: string): string {
  let result = folded.get(text);
  if (result === undefined) {
    result = text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
    folded.set(text, result);
  }
  return result;
}

export function search<T>(entries: readonly T[], text: string, labelOf: (entry: T) => string, codeOf: (entry: T) => string): readonly T[] {
  // Not remembered: what is typed is different every time.
  const typed = text.trim().normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
  const words = typed.split(/\s+/).filter((word) => word !== "");
  if (words.length === 0) return entries;
  const ranked = entries.flatMap((entry) => {
    const label = fold(labelOf(entry));
    const code = fold(codeOf(entry));
    if (!words.every((word) => label.includes(word) || code.includes(word))) return [];
    const rank = code === typed ? 0 : code.startsWith(typed) ? 1 : label.startsWith(typed) ? 2 : 3;
    return [{ entry, rank }];
  });
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}
