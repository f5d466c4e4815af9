/** What an element is given for the benefit table of its coverage, which is fetched when it is first shown. */
import { signal } from "@preact/signals";
import type { CoveragePayload, Headings } from "../../www/src/engine/engine";
import type { BenefitExample } from "../../www/src/engine/table";
import { useEditor } from "../../www/src/features/common/editor";
import { FailureCard } from "../../www/src/features/common/failure";
import { later } from "../../www/src/features/common/later";
import { startWords } from "../../www/src/features/documents/words";

export class GivenForTable {
  /** Null: care types are under no heading. */
  readonly headings = signal<Headings | null>(null);
  readonly examples = signal<readonly BenefitExample[]>([]);
  readonly compared = signal<readonly CoveragePayload[]>([]);
  /** Null: today. */
  readonly date = signal<string | null>(null);
}

const TablePart = later(() => import("./table-part").then(({ TablePart }) => TablePart));

export function ElementTable({ given }: { given: GivenForTable }) {
  const { catalog, coverage, compiled } = useEditor();
  const [types, text, hand] = [catalog.value, coverage.value, compiled.value];
  if (types.state === "failed") return <FailureCard code={types.code} />;
  if (text.state === "failed" && hand === null) return <FailureCard code={text.code} />;
  if (types.state !== "ready") return <p class="empty">{startWords.needCatalog}</p>;
  if (hand === null) return text.state === "none" ? null : <p class="empty">{startWords.unreadableCoverage}</p>;
  return (
    <section part="table">
      <TablePart given={given} />
    </section>
  );
}
