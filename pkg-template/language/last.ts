// The last of a list, for which older runtimes have no methods.

export function lastIndex<T>(list: readonly T[], is: (item: T) => boolean): number {
  let index = list.length - 1;
  while (index >= 0 && !is(list[index]!)) index -= 1;
  return index;
}

export function last<T>(list: readonly T[], is: (item: T) => boolean): T | undefined {
  return list[lastIndex(list, is)];
}
