/** Acts that violate a requirement: which they are, who pays them, and an example in euros that can be tried. */
import type { LoadedCoverage, RequirementAnswer, RequirementExample, RequirementViolation } from "../../engine/engine";
import { Status } from "../../kit/status";
import { compiled } from "../../store/readings";
import { pageEditor } from "../../store/page-editor";
import { GuaranteeName } from "../common/care-types";
import { date, euros } from "../common/counting";
import { typeLabel } from "../common/labels";
import { plainRegion, RegionWords } from "../common/region";
import { showCard } from "../coverage/actions";
import { TermsIn } from "../glossary/term";
import { tryPriced } from "./actions";
import { type PricedAct, pricedWords, ratesWords } from "./priced";
import { complianceWords as w } from "./words";

interface Props {
  answer: RequirementAnswer;
  violation: RequirementViolation;
  place: string;
}

export function Violation({ answer, violation, place }: Props) {
  const coverage = compiled.value;
  if (coverage === null) return null;
  const { region, guarantee, reason, state, pair, example } = violation;
  const words = region ? plainRegion(coverage.catalog, region) : answer.id;
  return (
    <div class="violation">
      {pair !== null && <h4>{w.pair(pair)}</h4>}
      {region && <RegionWords catalog={coverage.catalog} place={place} region={region} />}
      <p class="violation-who">
        {guarantee === null ? (
          <span class="muted">{pair === null && w.uncovered}</span>
        ) : (
          <>
            <span class="muted">{`${w.paidBy} `}</span>
            <strong>
              <GuaranteeName name={guarantee} />
            </strong>
          </>
        )}
        {state === "used_up" && <Status tone="warn" word={w.usedUp} />}
      </p>
      {example ? <Example coverage={coverage} answer={answer} violation={violation} example={example} /> : <p>{w.reasons[reason as keyof typeof w.reasons]}</p>}
      <div class="bar no-print">
        {example && (
          <button type="button" onClick={() => tryPriced(example.acts, example.acts.length - 1, example.counters)}>
            {w.tryIt}
            <span class="visually-hidden">{w.tryWords(words)}</span>
          </button>
        )}
        <ShowRule violation={violation} />
      </div>
    </div>
  );
}

function ShowRule({ violation: { guarantee, pointer } }: { violation: RequirementViolation }) {
  const index = /^\/guarantees\/(\d+)/.exec(pointer ?? "")?.[1];
  if (index === undefined || guarantee === null) return null;
  return (
    <button type="button" onClick={() => showCard(pageEditor, Number(index))}>
      {w.showRule}
      <span class="visually-hidden">{w.showRuleOf(guarantee)}</span>
    </button>
  );
}

function Example({ coverage, answer: { kind }, violation, example }: Omit<Props, "place"> & { coverage: LoadedCoverage; example: RequirementExample }) {
  const { acts, paid, required } = example;
  const [first] = acts;
  const { reason, tariffs, rates } = violation;
  return (
    <div class="violation-example">
      {acts.length === 1 && first ? (
        <p>
          <span class="muted">{`${w.example}${w.colon} `}</span>
          {`${typeLabel(coverage.catalog, first.care_type)}, ${w.charged(pricedWords(first))}.`}
        </p>
      ) : (
        <Acts coverage={coverage} example={example} />
      )}
      <p class="violation-shown">
        <TermsIn text={w.shown({ reason, kind, paid: euros(paid), required: euros(required) })} />
      </p>
      {tariffs !== null && <p class="hint">{tariffs === "given" ? w.given : w.assumed(rates.length === 0 ? null : ratesWords(rates))}</p>}
    </div>
  );
}

function Acts({ coverage, example: { acts, reimbursements } }: { coverage: LoadedCoverage; example: RequirementExample }) {
  return (
    <table class="example-acts stacking">
      <caption class="visually-hidden">{w.actsCaption}</caption>
      <thead>
        <tr>
          <th scope="col">{w.columns.act}</th>
          <th scope="col">{w.columns.day}</th>
          {(["charged", "secu", "paid", "left"] as const).map((column) => (
            <th scope="col" class="number">
              {w.columns[column]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {acts.map((act, index) => {
          const amounts = reimbursements[index]?.amounts;
          const cell = (column: "charged" | "secu" | "paid" | "left", amount: string | null | undefined) => (
            <td class="number" data-label={w.columns[column]}>
              {amount == null ? "–" : euros(amount)}
            </td>
          );
          return (
            <tr key={index}>
              <th scope="row">{actName(coverage, act)}</th>
              <td data-label={w.columns.day}>{act.care_date ? date(act.care_date) : "–"}</td>
              {cell("charged", String(act.charged))}
              {cell("secu", amounts?.secu_paid)}
              {cell("paid", amounts?.complementary)}
              {cell("left", amounts?.out_of_pocket)}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function actName({ catalog }: LoadedCoverage, { care_type, side }: PricedAct): string {
  const label = typeLabel(catalog, care_type);
  return side === "left" || side === "right" ? `${label}, ${w.sides[side]}` : label;
}
