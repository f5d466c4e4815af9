/** What each group would have cost: a table with bars. */
import { search } from "../../kit/search";
import { type Simulation, type SimulationSums } from "../../engine/engine";
import { listState } from "../../store/lists";
import { compiled } from "../../store/readings";
import { wholeNumber } from "../common/counting";
import { Named } from "../common/care-types";
import { typeLabel } from "../common/labels";
import { More, SearchBox, SEARCHED_FROM } from "../common/lists";
import { Bar } from "./bar";
import { columnAt } from "./claims";
import { headingOf } from "./columns";
import { money, signedMoney } from "./cost-amounts";
import { headingTitle } from "./headings-file";
import type { Answer } from "./cost-model";
import { costWords as c } from "./cost-words";
import { actsFile } from "./model";

const LIST = "costs/groups";
const SHOWN_FIRST = 10;
const MORE = 50;

type Key = Simulation["groups"][number]["key"];

export function CostGroups({ answer: { simulation, draft } }: { answer: Answer }) {
  const { groups, other } = simulation;
  if (groups.length === 0) return null;
  const isCompared = draft !== null;
  const of = (sums: SimulationSums) => Number(isCompared ? (sums.difference ?? 0) : sums.current.complementary);
  const sorted = groups.toSorted((left, right) => Math.abs(of(right.sums)) - Math.abs(of(left.sums)) || Number(right.sums.charged) - Number(left.sums.charged));
  const { typed, shown: more } = listState(LIST);
  const found = search(sorted, typed.value, ({ key }) => nameOf(key), () => "");
  const shown = more.value ?? SHOWN_FIRST;
  const longest = Math.max(...groups.map(({ sums }) => Math.abs(of(sums))));
  const kinds = Object.keys(groups[0]!.key).map(kindName);
  return (
    <section class="card" aria-labelledby="cost-groups">
      <div class="list-head">
        <h3 id="cost-groups">{c.groups.title(kinds)}</h3>
        {groups.length > SEARCHED_FROM && <SearchBox list={LIST} label={c.groups.find} />}
      </div>
      <p class="hint">{isCompared ? c.groups.hintDifference : c.groups.hintAlone}</p>
      <div role="status">{found.length === 0 && <p class="empty">{c.groups.notFound(typed.value)}</p>}</div>
      {found.length > 0 && (
        <table class={isCompared ? "cost-groups compared" : "cost-groups"} aria-labelledby="cost-groups">
          <thead>
            <tr>
              <th scope="col">{c.groups.group}</th>
              <th scope="col" class="number">
                {c.totals.acts}
              </th>
              <th scope="col" class="number">
                {c.totals.charged}
              </th>
              <th scope="col" class="number">
                {isCompared ? c.totals.current : c.totals.complementary}
              </th>
              {isCompared && (
                <>
                  <th scope="col" class="number">
                    {c.totals.draft}
                  </th>
                  <th scope="col" class="number">
                    {c.totals.difference}
                  </th>
                </>
              )}
              <td class="cost-bar" />
            </tr>
          </thead>
          <tbody>
            {found.slice(0, shown).map(({ key, sums }) => (
              <Row key={JSON.stringify(key)} name={<GroupName group={key} />} sums={sums} value={of(sums)} longest={longest} isCompared={isCompared} />
            ))}
            {other && typed.value === "" && shown >= found.length && <Row name={c.groups.other(groups.length)} sums={other} value={0} longest={1} isCompared={isCompared} />}
          </tbody>
        </table>
      )}
      <More list={LIST} length={found.length} shown={shown} step={MORE} />
    </section>
  );
}

interface RowProps {
  name: preact.ComponentChildren;
  sums: SimulationSums;
  value: number;
  longest: number;
  isCompared: boolean;
}

function Row({ name, sums, value, longest, isCompared }: RowProps) {
  return (
    <tr>
      <th scope="row">{name}</th>
      <td class="number" data-label={c.totals.acts}>
        {wholeNumber(sums.rows)}
      </td>
      <td class="number" data-label={c.totals.charged}>
        {money(sums.charged)}
      </td>
      <td class="number" data-label={isCompared ? c.totals.current : c.totals.complementary}>
        {money(sums.current.complementary)}
      </td>
      {isCompared && (
        <>
          <td class="number" data-label={c.totals.draft}>
            {sums.draft && money(sums.draft.complementary)}
          </td>
          <td class="number" data-label={c.totals.difference}>
            {sums.difference && signedMoney(sums.difference)}
          </td>
        </>
      )}
      <td class="cost-bar">
        <Bar value={value} longest={longest} isTwoSided={isCompared} />
      </td>
    </tr>
  );
}

function kindName(kind: string): string {
  const own: Partial<Record<string, string>> = c.groups.names;
  return own[kind] ?? c.groups.byColumn(columnHeading(kind));
}

/** As the file calls the column. */
function columnHeading(name: string): string {
  const now = actsFile.value;
  const column = now ? columnAt(name, now) : null;
  return now?.look?.table && column !== null ? headingOf(now.look.table, column) : name;
}

function nameOf(key: Key): string {
  return Object.entries(key).map(([kind, value]) => valueName(kind, value)).join(" · ");
}

function GroupName({ group }: { group: Key }) {
  const entries = Object.entries(group);
  const [[kind, value] = ["", null]] = entries;
  if (entries.length === 1 && kind === "care_type" && value !== null && compiled.value) return <Named label={typeLabel(compiled.value.catalog, value)} code={value} />;
  return <>{nameOf(group)}</>;
}

function valueName(kind: string, value: string | null): string {
  if (value === null || value === "") return c.groups.missing;
  if (kind === "age_band") return ageWords(value);
  if (kind === "heading") return headingTitle(value);
  return kind === "care_type" && compiled.value ? typeLabel(compiled.value.catalog, value) : value;
}

/** `40-49`, or `90+`. */
function ageWords(band: string): string {
  const [, from, to] = /^(\d+)(?:\D+(\d+))?/.exec(band) ?? [];
  return from === undefined ? band : c.groups.age(Number(from), to === undefined ? null : Number(to));
}
