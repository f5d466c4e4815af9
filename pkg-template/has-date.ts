/** Whether options of a difference ask for amounts, which are in the second module. What cannot be looked at, the core reads and reports. */
export function hasDate(options: unknown): boolean {
  try {
    return typeof options === "object" && options !== null && "date" in options;
  } catch {
    return true;
  }
}
