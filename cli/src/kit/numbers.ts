/** A whole number with its digits in groups of three. Without Intl, which takes longer to load than all else of a call. */
export function grouped(number: number, separator: string): string {
  return String(number).replace(/\B(?=(\d{3})+$)/g, separator);
}
