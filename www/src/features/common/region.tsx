/** A set of acts in words: its conditions, its care types, and an act of it to try. */
import { regionWords as w } from "./words";
import { commonWords } from "./words";
import { named, typeLabel, typeName } from "./care-types";
import type { ComponentChildren } from "preact";
import type { ActRegion, LoadedCatalog } from "../../engine/engine";
import { more, SEARCHED_FROM, searchBox, unfolding } from "./lists";
import { conditionWords, groupOf } from "./regions";
import { search } from "../../kit/search";
import type { State } from "../../store/state";
import { tryAct } from "../act/try-act";

/** So many care types stand in the sentence; more are a list of their own. */
const NAMED = 3;
const ROWS_SHOWN = 10;
const MORE_ROWS = 100;

/** `key`: where this region stands, for what is unfolded and typed there. */
export function regionWords(state: State, catalog: LoadedCatalog, key: string, { conditions, care_types }: ActRegion): ComponentChildren {
  const words = conditionWords(conditions);
  return (
    <>
      <p class="region-conditions">{words.charAt(0).toUpperCase() + words.slice(1)}</p>
      {care_types.length <= NAMED ? (
        <p class="region-types">{names(catalog, care_types)}</p>
      ) : (
        unfolding(state, `region/${key}`, { class: "region-types" }, summary(catalog, care_types), () =>
          careTypeList(state, catalog, key, care_types),
        )
      )}
    </>
  );
}

/** What a button beside a region says of it. */
export function plainRegion(catalog: LoadedCatalog, { conditions, care_types }: ActRegion): string {
  return `${typeLabel(catalog, care_types[0] ?? "")}, ${conditionWords(conditions)}`;
}

export function tryButton(catalog: LoadedCatalog, region: ActRegion): ComponentChildren {
  return (
    <button type="button" class="try" aria-label={w.tryWords(plainRegion(catalog, region))} onClick={() => tryAct(region.witness)}>
      {w.tryIt}
    </button>
  );
}

function names(catalog: LoadedCatalog, careTypes: readonly string[]): ComponentChildren {
  return careTypes.map((code, index) => [index > 0 && ", ", typeName(catalog, code)]);
}

function summary(catalog: LoadedCatalog, careTypes: readonly string[]): ComponentChildren {
  const group = groupOf(catalog, careTypes);
  const size = commonWords.careTypes(careTypes.length);
  if (group !== undefined) return [`${size}: `, named(w.group(catalog.groups.get(group)?.label ?? group), group)];
  return [`${size}: `, names(catalog, careTypes.slice(0, NAMED)), ` ${w.andMore(careTypes.length - NAMED)}`];
}

/** A list of care types that can be searched and is shown a part at a time. */
export function careTypeList(
  state: State,
  catalog: LoadedCatalog,
  key: string,
  careTypes: readonly string[],
  words = w.careTypes,
): ComponentChildren {
  const typed = state.searches[key] ?? "";
  const shown = state.shown[key] ?? ROWS_SHOWN;
  const found = search(
    careTypes,
    typed,
    (code) => typeLabel(catalog, code),
    (code) => code,
  );
  return (
    <div class="care-type-list">
      {careTypes.length > SEARCHED_FROM && searchBox(key, words.find, typed)}
      <div role="status">{found.length === 0 && <p class="empty">{words.none(typed)}</p>}</div>
      <ul>
        {found.slice(0, shown).map((code) => (
          <li key={code}>{typeName(catalog, code)}</li>
        ))}
      </ul>
      {more(key, found.length, shown, MORE_ROWS)}
    </div>
  );
}
