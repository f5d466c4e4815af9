/** What is known of the amounts of a requirement's acts, and the fields to say it otherwise. */
import type { ActTariff, Requirement } from "../../engine/engine";
import { describeFilter } from "../../engine/words";
import { Status } from "../../kit/status";
import type { TariffDraft } from "../../store/types";
import { date, euros } from "../common/counting";
import { DecimalField } from "../common/fields";
import { Unfolding } from "../common/lists";
import { forgetTariff, setTariff } from "./actions";
import { choice } from "./choice";
import { percent } from "./priced";
import { classes, profile } from "./sources";
import { complianceWords as w } from "./words";

const PRICED = ["at_least", "at_most", "surplus_gap", "frequency"];
const FIELDS = ["brss", "rate_percent", "plv", "hlf"] as const satisfies readonly (keyof TariffDraft)[];

/** The class whose acts are paid; none where no amount is asked for. */
function classOf(requirement: Requirement): string | null {
  return PRICED.includes(requirement.kind) && "class" in requirement ? (requirement.class ?? null) : null;
}

function tariffsOf(name: string): readonly ActTariff[] {
  const [bound, asked] = [classes.value, profile.value];
  const own = bound?.state === "read" ? bound.value[name] : undefined;
  return (own ?? (asked.state === "read" ? asked.value.classes[name] : undefined))?.tariffs ?? [];
}

export function TariffPart({ id, requirement }: { id: string; requirement: Requirement }) {
  const name = classOf(requirement);
  if (name === null) return null;
  const given = choice.value.tariffs[name];
  return (
    <Unfolding part={`compliance/tariff/${id}`} class="inline-details no-print" summary={w.tariffs} isNeeded={given !== undefined}>
      {() => <Tariff id={id} name={name} given={given ?? {}} />}
    </Unfolding>
  );
}

function Tariff({ id, name, given }: { id: string; name: string; given: TariffDraft }) {
  const known = tariffsOf(name);
  const isGiven = Object.keys(given).length > 0;
  return (
    <div class="tariff">
      {known.length === 0 ? (
        <p>{w.noTariff}</p>
      ) : (
        <ul>
          {known.map((tariff) => (
            <li>{tariffWords(tariff)}</li>
          ))}
        </ul>
      )}
      <p class="hint">{w.tariffHint}</p>
      <div class="fields">
        {FIELDS.map((field) => (
          <DecimalField
            key={field}
            id={`tariff-${id}-${field}`}
            label={w.tariffFields[field]}
            value={given[field] ?? ""}
            unit={field === "rate_percent" ? "%" : "€"}
            isOptional
            oncommit={(value) => setTariff(name, { [field]: value })}
          />
        ))}
      </div>
      {isGiven && (
        <div class="bar">
          {!(given.brss && given.rate_percent) && <Status tone="open" word={w.tariffIncomplete} />}
          <button type="button" class="link" onClick={() => forgetTariff(name)}>
            {w.forgetTariff}
          </button>
        </div>
      )}
    </div>
  );
}

function tariffWords({ filter, valid_from, valid_to, brss, rate_percent, plv, hlf, charged_at_most, uncertain }: ActTariff): string {
  const isNone = Number(brss) === 0;
  const orNull = (amount: string | number | null | undefined) => (amount == null ? null : euros(String(amount)));
  return [
    isNone ? w.noBase : w.knownTariff({ brss: euros(String(brss)), rate: percent(rate_percent), plv: orNull(plv), hlf: orNull(hlf) }),
    ...(charged_at_most == null ? [] : [w.chargedAtMost(charged_at_most === "plv" || charged_at_most === "hlf" ? charged_at_most.toUpperCase() : euros(String(charged_at_most)))]),
    ...(filter ? [describeFilter(filter)] : []),
    ...(valid_from ? [w.from(date(valid_from))] : []),
    ...(valid_to ? [w.until(date(valid_to))] : []),
    ...(uncertain ? [w.uncertainTariff] : []),
  ].join(" · ");
}
