import { stringify } from "yaml";

/** A value of JSON as YAML, set out as `fmt` does. What looks like a number and is a text is quoted. */
export function toYaml(value: unknown): string {
  return stringify(value, { indent: 2, indentSeq: true, lineWidth: 0 });
}
