// Workflow commands of GitHub Actions: each finding is shown at its line.
import { inLanguage } from "../kit/framed.ts";
import type { Report } from "./report.ts";

const data = (text: string) => text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string) => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");

export function asGithub({ files, language }: Report): string {
  return files.flatMap(({ file, found }) => inLanguage(found, language).map(({ severity, code, message, range: { line, column } }) =>
    `::${severity === "info" ? "notice" : severity} file=${property(file)},line=${line},col=${column},title=${code}::${data(message)}\n`)).join("");
}
