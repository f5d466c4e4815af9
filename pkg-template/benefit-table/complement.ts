// "50 % of what is left" is 50 % of the costs and 50 % of the Sécu part: what is left of 100 %?

/** 100 less a percentage, exactly. */
export function complementOf(percent: string): string | null {
  const [whole = "", decimals = ""] = percent.split(".");
  if (whole.length > 3 || decimals.length > 6) return null;
  const scale = 10n ** BigInt(decimals.length);
  const left = 100n * scale - BigInt(whole + decimals);
  if (left < 0n) return null;
  const rest = (left % scale).toString().padStart(decimals.length, "0");
  return decimals === "" ? left.toString() : `${left / scale}.${rest}`.replace(/\.?0+$/, "") || "0";
}
