// Which of some names did somebody mean?
export function nearest(name: string, names: readonly string[]): string | null {
  let best: string | null = null;
  let least = Math.floor(name.length / 3) + 1;
  for (const other of names) {
    const distance = between(name, other);
    if (distance >= least) continue;
    [best, least] = [other, distance];
  }
  return best;
}

/** The least number of letters that are put in, left out or changed. */
function between(left: string, right: string): number {
  let row = Array.from({ length: right.length + 1 }, (_, position) => position);
  for (let i = 1; i <= left.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= right.length; j += 1) next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, row[j - 1]! + (left[i - 1] === right[j - 1] ? 0 : 1)));
    row = next;
  }
  return row[right.length]!;
}
