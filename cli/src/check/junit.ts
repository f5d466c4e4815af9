// JUnit XML, which CI systems show as tests: a suite with a case for each file, which fails where there is an error or a warning.
import { framed } from "../kit/framed.ts";
import type { Report } from "./report.ts";

export function asJunit({ files, language }: Report): string {
  const failing = files.map((file) => ({ ...file, bad: file.found.filter(({ severity }) => severity !== "info") }));
  const failures = failing.filter(({ bad }) => bad.length > 0).length;
  const cases = failing.map(({ file, text, bad, found }) => {
    const head = `    <testcase name="${escapedXml(file)}" classname="care-coverage" file="${escapedXml(file)}" time="0"`;
    if (found.length === 0) return `${head}/>`;
    const frames = escapedXml(framed({ file, text }, found, { language, color: false }));
    const inside = bad.length > 0 ? `<failure message="${escapedXml(bad[0]!.code)}" type="${bad[0]!.severity}">${frames}</failure>` : `<system-out>${frames}</system-out>`;
    return `${head}>\n      ${inside}\n    </testcase>`;
  });
  const counts = `tests="${files.length}" failures="${failures}" errors="0"`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="care-coverage" ${counts}>`,
    `  <testsuite name="care-coverage check" ${counts} skipped="0" time="0">`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

/** Characters that XML 1.0 does not have are replaced. */
export function escapedXml(text: string): string {
  const marks: { [character: string]: string } = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
  return text.replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu, "\ufffd").replace(/[&<>"]/g, (character) => marks[character]!);
}
