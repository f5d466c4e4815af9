// The report of a dispense, of a text that has the checks' fields without their names.

/** The text: `[the report without its checks, the fields of all checks]`. The fields are those of `DispenseCheck`, in its order. */
export function withChecks(text) {
  const [report, fields] = JSON.parse(text);
  for (let at = 0; at < fields.length; at += 8) {
    report.checks.push({
      id: fields[at],
      outcome: fields[at + 1],
      status: fields[at + 2],
      message: fields[at + 3],
      pointer: fields[at + 4],
      entry: fields[at + 5],
      program_id: fields[at + 6],
      because: fields[at + 7],
    });
  }
  return report;
}
