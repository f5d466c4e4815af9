// One table: our figure, the alternative's, the ratio and the goal.

const WIDTHS = [34, 11, 60, 11, 9, 8];

/** `own` and `other` in nanoseconds of an act; without a goal the ratio is only printed. */
export function row(what, own, alternative, other, goal) {
  return { what, own, alternative, other, ratio: own / other, goal };
}

export const isMissed = ({ ratio, goal }) => goal !== undefined && ratio > goal;

export function printHeader() {
  line(["what", "ours", "compared with", "theirs", "ratio", "goal"], "");
}

export function printRow(reported) {
  const { what, own, alternative, other, ratio, goal } = reported;
  const verdict = goal === undefined ? "" : isMissed(reported) ? "MISSED" : "reached";
  line([what, time(own), alternative, time(other), ratio.toFixed(ratio < 0.1 ? 4 : 3), goal === undefined ? "–" : String(goal)], verdict);
}

function line(cells, verdict) {
  const isText = (position) => position === 0 || position === 2;
  const padded = cells.map((cell, position) => (isText(position) ? cell.padEnd(WIDTHS[position]) : cell.padStart(WIDTHS[position])));
  console.log(`  ${padded.join("  ")}  ${verdict}`.trimEnd());
}

function time(nanoseconds) {
  if (nanoseconds < 100) return `${nanoseconds.toFixed(1)} ns`;
  if (nanoseconds < 10_000) return `${nanoseconds.toFixed(0)} ns`;
  return nanoseconds < 10_000_000 ? `${(nanoseconds / 1_000).toFixed(0)} µs` : `${(nanoseconds / 1_000_000).toFixed(1)} ms`;
}
