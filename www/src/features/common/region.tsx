/** A set of acts in words: its conditions, its care types, and an act of it to try. */
import type { ActRegion, LoadedCatalog } from "../../engine/engine";
import { search } from "../../kit/search";
import { useEditor } from "./editor";
import { regionWords as w } from "./act-words";
import { Named, TypeName } from "./care-types";
import { typeLabel } from "./labels";
import { More, SearchBox, SEARCHED_FROM, Unfolding } from "./lists";
import { conditionWords, groupOf } from "./regions";
import { commonWords } from "./words";

/** So many care types are in the sentence; more are a list of their own. */
const NAMED = 3;
const ROWS_SHOWN = 10;
const MORE_ROWS = 100;

interface Region {
  catalog: LoadedCatalog;
  /** Where this region is, for what is unfolded and typed there. */
  place: string;
  region: ActRegion;
  /** Its conditions are in the words above it. */
  isConditionSaid?: boolean;
}

export function RegionWords({ catalog, place, region, isConditionSaid = false }: Region) {
  const { conditions, care_types } = region;
  const words = conditionWords(conditions);
  return (
    <>
      {!isConditionSaid && <p class="region-conditions">{words.charAt(0).toUpperCase() + words.slice(1)}</p>}
      {care_types.length <= NAMED ? (
        <p class="region-types">
          <Names catalog={catalog} careTypes={care_types} />
        </p>
      ) : (
        <Unfolding part={`region/${place}`} class="region-types" summary={<Summary catalog={catalog} careTypes={care_types} />}>
          {() => <CareTypeList catalog={catalog} list={place} careTypes={care_types} />}
        </Unfolding>
      )}
    </>
  );
}

/** What a button next to a region says of it. */
export function plainRegion(catalog: LoadedCatalog, { conditions, care_types }: ActRegion): string {
  return `${typeLabel(catalog, care_types[0] ?? "")}, ${conditionWords(conditions)}`;
}

export function TryButton({ catalog, region }: { catalog: LoadedCatalog; region: ActRegion }) {
  const { acts } = useEditor().surroundings;
  if (!acts) return null;
  return (
    <button type="button" class="try" aria-label={w.tryWords(plainRegion(catalog, region))} onClick={() => acts.tryAct(region.witness)}>
      {w.tryIt}
    </button>
  );
}

function Names({ catalog, careTypes }: { catalog: LoadedCatalog; careTypes: readonly string[] }) {
  return (
    <>
      {careTypes.map((code, index) => (
        <>
          {index > 0 && ", "}
          <TypeName catalog={catalog} shortCode={code} />
        </>
      ))}
    </>
  );
}

function Summary({ catalog, careTypes }: { catalog: LoadedCatalog; careTypes: readonly string[] }) {
  const group = groupOf(catalog, careTypes);
  const size = commonWords.careTypes(careTypes.length);
  return (
    <>
      {w.sized(size)}
      {group === undefined ? (
        <>
          <Names catalog={catalog} careTypes={careTypes.slice(0, NAMED)} />
          {` ${w.andMore(careTypes.length - NAMED)}`}
        </>
      ) : (
        <Named label={w.group(catalog.groups.get(group)?.label ?? group)} code={group} />
      )}
    </>
  );
}

/** A list of care types that can be searched and is shown a part at a time. */
export function CareTypeList({
  catalog,
  list,
  careTypes,
  words = w.careTypes,
}: {
  catalog: LoadedCatalog;
  list: string;
  careTypes: readonly string[];
  words?: typeof w.careTypes;
}) {
  const editor = useEditor();
  const typed = editor.listState(list).typed.value;
  const shown = editor.listState(list).shown.value ?? ROWS_SHOWN;
  const found = search(
    careTypes,
    typed,
    (code) => typeLabel(catalog, code),
    (code) => code,
  );
  return (
    <div class="care-type-list">
      {careTypes.length > SEARCHED_FROM && <SearchBox list={list} label={words.find} />}
      <div role="status">{found.length === 0 && <p class="empty">{words.none(typed)}</p>}</div>
      <ul>
        {found.slice(0, shown).map((code) => (
          <li key={code}>
            <TypeName catalog={catalog} shortCode={code} />
          </li>
        ))}
      </ul>
      <More list={list} length={found.length} shown={shown} step={MORE_ROWS} />
    </div>
  );
}
