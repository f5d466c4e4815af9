/** Who gets more and who less, whatever is charged: sets of acts with an example in euros, what is other about limits, and what is not decided. */
import { useLayoutEffect } from "preact/hooks";
import type { AmountChange, AmountComparison, AmountExample, NotDecidable, Reimbursement } from "../../engine/engine";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { CopyAs } from "../code/copy-as";
import { GuaranteeName } from "../common/care-types";
import { date, euros, list } from "../common/counting";
import { DateField } from "../common/fields";
import { typeLabel } from "../common/labels";
import { More, Unfolding } from "../common/lists";
import { Problems } from "../common/problems";
import { plainRegion, RegionWords, TryButton } from "../common/region";
import { tryPriced } from "../compliance/actions";
import { pricedWords, ratesWords } from "../compliance/priced";
import { complianceWords } from "../compliance/words";
import { amountsCall, amountsDate, askedDay, comparing, inOrder } from "./amounts";
import { Difference, DirectionStatus } from "./direction-status";
import { differenceOf } from "./euros";
import { limitValue } from "./limit-value";
import { furthestOf } from "./look-further";
import { comparison, type Sides } from "./model";
import { compareWords } from "./words";
import "./amounts.css";

const LIST = "compare/amounts";
const SHOWN_FIRST = 6;
const MORE = 20;
const w = () => compareWords.amounts;

export function AmountChanges({ sides }: { sides: Sides }) {
  useLayoutEffect(() => comparing.start(), []);
  const judged = comparing.answer.value;
  const isBehind = comparing.isBehind.value;
  return (
    <section class="card amount-changes" aria-labelledby="amounts-title">
      <div class="list-head">
        <h3 id="amounts-title">{w().title}</h3>
        <CopyAs call={amountsCall.value} />
      </div>
      <p class="hint">{w().lead}</p>
      <div class="amounts-date no-print">
        <DateField
          id="amounts-date"
          label={w().date}
          value={amountsDate.value ?? ""}
          placeholder={date(askedDay.value)}
          isOptional
          oncommit={(value) => (amountsDate.value = value === "" ? null : value)}
        />
      </div>
      <div role="status">{comparing.isSlow.value && <p class="hint">{complianceWords.states.computing}</p>}</div>
      {judged?.state === "failed" && (
        <div role="alert">
          <p>
            <Status tone="bad" word={complianceWords.states.workerFailed} />
          </p>
          <p>{complianceWords.states.failures[judged.code]}</p>
          <p>
            <button type="button" onClick={() => comparing.again()}>
              {complianceWords.states.again}
            </button>
          </p>
        </div>
      )}
      {judged?.state === "refused" && <Problems diagnostics={judged.diagnostics} />}
      {judged?.state === "ready" && (
        <div class={isBehind ? "amounts-found is-behind" : "amounts-found"} aria-busy={isBehind}>
          <Found sides={sides} found={judged.value} />
        </div>
      )}
    </section>
  );
}

function Found({ sides, found: { regions, limits, not_decidable: undecided } }: { sides: Sides; found: AmountComparison }) {
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  const count = (direction: AmountChange["direction"]) => regions.filter((region) => region.direction === direction).length;
  const counts = [
    ["less", "bad"],
    ["both", "warn"],
    ["more", "good"],
  ] as const;
  return (
    <>
      {regions.length === 0 ? (
        <p>{undecided.length > 0 ? w().noneDecided : <Status tone="good" word={w().none} />}</p>
      ) : (
        <ul class="balance">
          {counts.map(([direction, tone]) => {
            const number = count(direction);
            return (
              number > 0 && (
                <li key={direction}>
                  <Status tone={tone} word={w()[direction](number)} />
                </li>
              )
            );
          })}
        </ul>
      )}
      {regions.length > 0 && (
        <ul class="rule-changes">
          {inOrder(regions)
            .slice(0, shown)
            .map((change, index) => (
              <li key={index}>
                <Change sides={sides} change={change} place={`${LIST}/${index}`} />
              </li>
            ))}
        </ul>
      )}
      <More list={LIST} length={regions.length} shown={shown} step={MORE} />
      {limits.length > 0 && (
        <>
          <h4>{w().limits}</h4>
          <ul class="limit-changes">
            {limits.map(({ guarantee, key, field, before, after }) => (
              <li>
                <strong>
                  <GuaranteeName name={guarantee} />
                </strong>{" "}
                <code>{key}</code> {w().limit(w().fields[field], limitValue(field, before), limitValue(field, after))}
              </li>
            ))}
          </ul>
        </>
      )}
      <Undecided sides={sides} undecided={undecided} />
    </>
  );
}

/** The catalogue that knows the care types: they may be new, or gone. */
function catalogOf({ before, after }: Sides, [first]: readonly string[]) {
  return after.catalog.types.has(first!) ? after.catalog : before.catalog;
}

function Change({ sides, change, place }: { sides: Sides; change: AmountChange; place: string }) {
  const { region, states, direction, gain, loss, rates, quantities } = change;
  const catalog = catalogOf(sides, region.care_types);
  const words = plainRegion(catalog, region);
  const [was, is] = states;
  return (
    <>
      <h4 class="change">
        <DirectionStatus direction={direction === "both" ? "mixed" : direction} />
      </h4>
      <RegionWords catalog={catalog} place={place} region={region} />
      {(was === "used_up" || is === "used_up") && <p>{w().states(was === "used_up", is === "used_up")}</p>}
      <ul class="rule-examples">
        {loss && <Example sides={sides} example={loss} sign={-1} words={words} />}
        {gain && <Example sides={sides} example={gain} sign={1} words={words} />}
      </ul>
      <p class="hint">
        {rates.length === 0 ? w().withoutBase : w().rates(ratesWords(rates))}
        {quantities.some((quantity) => quantity !== "1") && ` ${w().quantities(list([...quantities]))}`}
      </p>
    </>
  );
}

function Example({ sides, example, sign, words }: { sides: Sides; example: AmountExample; sign: 1 | -1; words: string }) {
  const { act, current, next } = example;
  const [before, after] = [paidOf(current), paidOf(next)];
  const far = furthestOf(example, sign);
  return (
    <li>
      <span>
        {`${typeLabel(catalogOf(sides, [act.care_type]), act.care_type)}, ${complianceWords.charged(pricedWords(act))}`}
        {current.guarantee !== next.guarantee && (
          <span class="moved muted">
            {" "}
            <Payer name={current.guarantee} /> → <Payer name={next.guarantee} />
          </span>
        )}
      </span>
      <span class="number">
        {`${euros(before)} → ${euros(after)} `}
        <Difference amount={differenceOf(before, after)} />
      </span>
      {far !== null && (
        <span class="furthest">
          {far.isEndless ? w().endless : w().furthest(sign > 0, euros(far.difference.replace(/^-/, "")), euros(far.charged))}
        </span>
      )}
      <span class="no-print">
        <button type="button" class="link" onClick={() => tryInHand(sides, example)}>
          {compareWords.openAct(compareWords[sides.inHand])}
          <span class="visually-hidden">{compareWords.openActWords(words)}</span>
        </button>
      </span>
    </li>
  );
}

/** In the Act view is the coverage in hand, with what was used of its limits. */
function tryInHand({ inHand }: Sides, { act, counters: [before, after] }: AmountExample): void {
  tryPriced([act], 0, inHand === "after" ? after : (comparison.peek()?.earlierCounters(before) ?? before));
}

function Payer({ name }: { name: string | null }) {
  return name === null ? compareWords.nothing : <GuaranteeName name={name} />;
}

/** What no guarantee covers is paid nothing. */
function paidOf({ amounts }: Reimbursement): string {
  return amounts?.complementary ?? "0.00";
}

function Undecided({ sides, undecided }: { sides: Sides; undecided: readonly NotDecidable[] }) {
  if (undecided.length === 0) return null;
  return (
    <Unfolding part={`${LIST}/undecided`} class="inline-details" summary={<Status tone="open" word={w().undecided(undecided.length)} />}>
      {() => (
        <ul class="regions">
          {undecided.map(({ region, reason }, index) => (
            <li key={index}>
              <div>
                <RegionWords catalog={catalogOf(sides, region.care_types)} place={`${LIST}/undecided/${index}`} region={region} />
                <p class="hint">{complianceWords.undecided[reason]}</p>
              </div>
              <TryButton catalog={catalogOf(sides, region.care_types)} region={region} />
            </li>
          ))}
        </ul>
      )}
    </Unfolding>
  );
}
