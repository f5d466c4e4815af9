// What is set outside of the code: variables and secrets. What cannot be used ends the start, and not the first request.
import type { Services } from "./app.ts";

export type Variables = Record<string, unknown>;

export function settingsOf(variables: Variables): Pick<Services, "writeToken" | "allowedOrigins" | "maxBytes" | "maxMilliseconds"> {
  const { WRITE_TOKEN = "", ALLOWED_ORIGINS = "" } = variables;
  const writeToken = String(WRITE_TOKEN);
  // Those of RFC 6750.
  if (!/^([\w.~+/-]+=*)?$/.test(writeToken)) throw new Error("WRITE_TOKEN has letters, digits and -._~+/ only");
  const allowedOrigins = String(ALLOWED_ORIGINS).split(/[\s,]+/).filter((origin) => origin !== "");
  for (const origin of allowedOrigins) if (originOf(origin) !== origin) throw new Error(`ALLOWED_ORIGINS: ${origin} is no origin such as https://example.org`);
  return {
    writeToken: writeToken || undefined,
    allowedOrigins,
    maxBytes: numberOf(variables, "MAX_BODY_BYTES", 1_048_576),
    maxMilliseconds: numberOf(variables, "MAX_BODY_MILLISECONDS", 10_000),
  };
}

export function numberOf(variables: Variables, name: string, otherwise: number): number {
  const value = Number(variables[name] ?? otherwise);
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`${name} is a number`);
  return value;
}

function originOf(text: string): string | null {
  return URL.canParse(text) ? new URL(text).origin : null;
}
