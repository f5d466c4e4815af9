/** The care type or the group that is chosen: what it is, who selects it, and the way to change it. */
import type { ActFact, LoadedCatalog } from "../../engine/engine";
import { takesFocus } from "../../kit/focus";
import { search } from "../../kit/search";
import { listState } from "../../store/lists";
import { focusOf } from "../../store/page";
import { factName } from "../common/act-words";
import { list } from "../common/counting";
import { groupLabel, typeLabel } from "../common/labels";
import { More, SearchBox, SEARCHED_FROM } from "../common/lists";
import { withCapital } from "../common/sentences";
import { indexOf } from "../picker/catalog-index";
import type { CatalogEntry } from "../picker/hits";
import { keyOf } from "../picker/rows";
import { beginEdit, beginRemoval, copy, DETAILS_ID, show, tryAsAct } from "./actions";

import { EditForm } from "./edit-form";
import { chosen, drafts, isEditable, newInFront } from "./model";
import { RemarksAbout } from "./remarks";
import { GroupSelectors, TypeSelectors } from "./selectors";
import { catalogueWords as w } from "./words";

const MEMBERS_SHOWN = 20;
const MORE_MEMBERS = 100;

export function Details({ catalog }: { catalog: LoadedCatalog }) {
  const now = chosen.value;
  const fresh = newInFront.value && drafts.value.get(`new/${newInFront.value}`);
  const draft = fresh ?? (now && drafts.value.get(keyOf(now)));
  const isThere = now !== null && (now.of === "group" ? catalog.groups : catalog.types).has(now.shortCode);
  return (
    <article class="card catalogue-details" id={DETAILS_ID} tabindex={-1} ref={takesFocus(focusOf(DETAILS_ID))}>
      {draft && isEditable.value ? (
        <EditForm key={keyOf(now ?? { of: draft.of, shortCode: "" })} catalog={catalog} draft={draft} />
      ) : !now || !isThere ? (
        <p class="empty">{w.choose}</p>
      ) : (
        <Entry catalog={catalog} entry={now} />
      )}
    </article>
  );
}

function Entry({ catalog, entry }: { catalog: LoadedCatalog; entry: CatalogEntry }) {
  const { of, shortCode } = entry;
  const label = (of === "group" ? groupLabel : typeLabel)(catalog, shortCode);
  return (
    <>
      <p class="visually-hidden" role="status">
        {w.shown(label)}
      </p>
      <div class="list-head">
        <div>
          <p class="term">{of === "group" ? w.group : w.type}</p>
          <h3>{label}</h3>
        </div>
        {isEditable.value && (
          <div class="bar">
            <button type="button" onClick={() => beginEdit(entry)}>
              {w.edit}
            </button>
            <button type="button" class="quiet" onClick={() => beginRemoval(entry)}>
              {w.remove}
            </button>
          </div>
        )}
      </div>
      <p>
        <code>{shortCode}</code>{" "}
        <button type="button" class="quiet copy" aria-label={w.copyCode(shortCode)} title={w.copyCode(shortCode)} onClick={() => void copy(shortCode, shortCode)}>
          {w.copyText}
        </button>
      </p>
      <RemarksAbout catalog={catalog} entry={entry} />
      {of === "group" ? <GroupParts catalog={catalog} shortCode={shortCode} /> : <TypeParts catalog={catalog} shortCode={shortCode} />}
    </>
  );
}

function TypeParts({ catalog, shortCode }: { catalog: LoadedCatalog; shortCode: string }) {
  const groups = indexOf(catalog).groupsOf.get(shortCode) ?? [];
  return (
    <>
      <section aria-labelledby="catalogue-selectors">
        <h4 id="catalogue-selectors">{w.selectors}</h4>
        <TypeSelectors catalog={catalog} shortCode={shortCode} />
        <p>
          <a href="#act" onClick={() => tryAsAct(catalog, shortCode)}>
            {w.tryAct}
          </a>
        </p>
      </section>
      <dl class="catalogue-facts">
        <div>
          <dt>{w.groups}</dt>
          <dd>
            <ul class="links">
              {groups.map((group) => (
                <li>
                  <EntryLink entry={{ of: "group", shortCode: group.short_code }} label={group.label ?? group.short_code} />
                </li>
              ))}
            </ul>
          </dd>
        </div>
        <div>
          <dt>{w.facts}</dt>
          <dd>{factsWords(catalog.types.get(shortCode)?.applicable_facts ?? null)}</dd>
        </div>
      </dl>
    </>
  );
}

function factsWords(facts: readonly ActFact[] | null): string {
  if (facts === null) return w.allFacts;
  return facts.length === 0 ? w.noFacts : withCapital(list(facts.map(factName)));
}

function GroupParts({ catalog, shortCode }: { catalog: LoadedCatalog; shortCode: string }) {
  const members = indexOf(catalog).membersOf.get(shortCode) ?? [];
  const name = `catalogue/${shortCode}`;
  const { typed, shown } = listState(name);
  const found = search(
    members,
    typed.value,
    (type) => type.label ?? type.short_code,
    (type) => type.short_code,
  );
  const many = shown.value ?? MEMBERS_SHOWN;
  return (
    <>
      <section aria-labelledby="catalogue-selectors">
        <h4 id="catalogue-selectors">{w.selectors}</h4>
        <GroupSelectors catalog={catalog} shortCode={shortCode} />
      </section>
      <section aria-labelledby="catalogue-members">
        <div class="list-head">
          <h4 id="catalogue-members">{`${w.membersTitle} (${members.length})`}</h4>
          {members.length > SEARCHED_FROM && <SearchBox list={name} label={w.findMember} />}
        </div>
        {members.length === 0 && <p class="empty">{w.noMembers}</p>}
        <div role="status">{members.length > 0 && found.length === 0 && <p class="empty">{w.noMember(typed.value)}</p>}</div>
        <ul class="links">
          {found.slice(0, many).map((type) => (
            <li key={type.short_code}>
              <EntryLink entry={{ of: "care_type", shortCode: type.short_code }} label={type.label ?? type.short_code} />
            </li>
          ))}
        </ul>
        <More list={name} length={found.length} shown={many} step={MORE_MEMBERS} />
      </section>
    </>
  );
}

function EntryLink({ entry, label }: { entry: CatalogEntry; label: string }) {
  return (
    <>
      <button type="button" class="link" onClick={() => show(entry)}>
        {label}
      </button>{" "}
      {label !== entry.shortCode && <code>{entry.shortCode}</code>}
    </>
  );
}
