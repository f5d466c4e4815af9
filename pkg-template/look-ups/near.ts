// Is a word nearly another one? The optimal string alignment distance: letters that are wrong, missing, too many, or two that are
// exchanged.

const LONGEST = 32;
const [before, last, next] = [0, 1, 2].map(() => new Uint8Array(LONGEST + 1)) as [Uint8Array, Uint8Array, Uint8Array];

/** How many letters may be wrong in a word of this length. */
export function mistakes(length: number): number {
  if (length < 4 || length > LONGEST) return 0;
  return length < 8 ? 1 : 2;
}

/** Which of 32 classes of letters a word has: two words with many of only one of them are far from each other. */
export function letters(word: string): number {
  let set = 0;
  for (let index = 0; index < word.length; index++) set |= 1 << (word.charCodeAt(index) & 31);
  return set;
}

/** How many letters only one of two words has, at least. */
export function difference(letters: number, others: number): number {
  let set = letters ^ others;
  let count = 0;
  for (; set !== 0; set &= set - 1) count += 1;
  return count;
}

/** Whether at most so many letters differ. */
export function isNear(word: string, other: string, most: number): boolean {
  if (Math.abs(word.length - other.length) > most || other.length > LONGEST) return false;
  let [row, above, twoAbove] = [next, last, before];
  for (let column = 0; column <= other.length; column++) above[column] = column;
  for (let line = 1; line <= word.length; line++) {
    const unit = word.charCodeAt(line - 1);
    let least = (row[0] = line);
    for (let column = 1; column <= other.length; column++) {
      const same = unit === other.charCodeAt(column - 1);
      let cost = Math.min(above[column - 1]! + (same ? 0 : 1), above[column]! + 1, row[column - 1]! + 1);
      const isExchange = line > 1 && column > 1 && unit === other.charCodeAt(column - 2) && word.charCodeAt(line - 2) === other.charCodeAt(column - 1);
      if (isExchange) cost = Math.min(cost, twoAbove[column - 2]! + 1);
      row[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return false;
    [row, above, twoAbove] = [twoAbove, row, above];
  }
  return above[other.length]! <= most;
}
