// What changes, as Markdown for a pull request.
import type { ActRegion, AmountExample, CareTypeCatalog } from "care-coverage/slim";
import { framed } from "../kit/framed.ts";
import { amountsOf, sayer } from "../kit/said.ts";
import type { Language, Words } from "../kit/words.ts";
import type { Change } from "./compare.ts";

/** So many rows of a table are shown: a pull request is read by people. */
const MOST_ROWS = 40;

export function asMarkdown(changes: readonly Change[], { words, language, catalogs, date }: { words: Words; language: Language; catalogs: readonly CareTypeCatalog[]; date: string }): string {
  const { diffWords: said } = words;
  const says = sayer(catalogs, language);
  const differing = changes.filter(({ isSame }) => !isSame);
  const table = (head: readonly string[], rows: readonly (readonly string[])[]) => [
    `| ${head.join(" | ")} |`, `|${head.map(() => "---|").join("")}`,
    ...rows.slice(0, MOST_ROWS).map((row) => `| ${row.map(cell).join(" | ")} |`),
    ...(rows.length > MOST_ROWS ? ["", said.more(rows.length - MOST_ROWS)] : []),
    "",
  ];
  const names = (guarantees: readonly string[]) => (guarantees.length === 0 ? said.nothing : guarantees.map((name) => `\`${name}\``).join(", "));
  const example = (shown: AmountExample | null) => {
    if (!shown) return "–";
    const { charged, brss, rate } = amountsOf(shown);
    const [from, to] = [shown.current, shown.next].map(({ amounts }) => (amounts ? says.euros(amounts.complementary) : says.euros("0.00")));
    return said.example(says.euros(charged), brss === null ? null : says.euros(brss), rate, `**${from} → ${to}**`);
  };

  const section = (change: Change): string[] => {
    if (change.kind === "unreadable") return [`## \`${change.file}\``, "", said.unreadable, "", "```text", framed(change.before, change.problems, { language, color: false }), "```", ""];
    if (change.kind !== "changed") return [`## ${change.name}`, "", change.kind === "added" ? said.added(change.file, change.version) : said.removed(change.file, change.version), ""];
    const { diff, rules, versions: [from, to] } = change;
    const lines = [`## ${change.name}`, "", said.versions(change.file, from, to), ""];
    if (diff.added_guarantees.length > 0) lines.push(`- ${said.addedGuarantees}: ${names(diff.added_guarantees)}`);
    if (diff.removed_guarantees.length > 0) lines.push(`- ${said.removedGuarantees}: ${names(diff.removed_guarantees)}`);
    if (diff.added_guarantees.length + diff.removed_guarantees.length > 0) lines.push("");
    if (rules.length > 0) {
      const rows = rules.flatMap(({ guarantee, before, after, messages }) => {
        const [old, now] = [says.rule(before), says.rule(after)];
        // It says the same in other words.
        if (old !== null && old === now) return [];
        return [[`\`${guarantee}\``, ...(old !== null && now !== null ? [old, now] : ["", messages.join("; ")])]];
      });
      if (rows.length > 0) lines.push(`### ${said.rules}`, "", ...table([said.guarantee, said.before, said.after], rows));
    }
    if (diff.decision_changes.length > 0) {
      const rows = diff.decision_changes.map(({ region, before, after }) => [says.region(region), names(before), names(after)]);
      lines.push(`### ${said.decisions}`, "", ...table([said.acts, said.before, said.after], rows));
    }
    const amounts = diff.amount_changes;
    if (amounts && amounts.regions.length > 0) {
      const rows = amounts.regions.map(({ region, direction, gain, loss }) => [says.region(region), said.directions[direction], [loss, gain].filter((one) => one !== null).map(example).join("<br>")]);
      lines.push(`### ${said.amounts(date)}`, "", ...table([said.acts, said.membersGet, said.forExample], rows));
    }
    if (amounts && amounts.limits.length > 0) {
      const rows = amounts.limits.map(({ guarantee, key, field, before, after }) => [`\`${guarantee}\``, `\`${key}\`: ${field}`, json(before), json(after)]);
      lines.push(`### ${said.limits}`, "", ...table([said.guarantee, said.limit, said.before, said.after], rows));
    }
    if (amounts && amounts.not_decidable.length > 0) {
      const rows = amounts.not_decidable.map(({ region, reason }: { region: ActRegion; reason: string }) => [says.region(region), `\`${reason}\``]);
      lines.push(`### ${said.notDecidable}`, "", ...table([said.acts, said.reason], rows));
    }
    if (diff.truncated) lines.push(said.truncated(diff.truncated.care_types.length), "");
    return lines;
  };

  const head = differing.length === 0 ? said.noChange(changes.length) : said.summary(changes.length, differing.length, differing.filter(({ loses }) => loses).length);
  return [`# ${said.title}`, "", head, "", ...differing.flatMap(section)].join("\n");
}

const json = (value: unknown) => (value === null || value === undefined ? "–" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``);

/** In a row of a table. */
function cell(text: string): string {
  return text.replaceAll("|", "\\|").replace(/[\r\n]+/g, " ").replace(/<(?!br>)/g, "&lt;");
}
