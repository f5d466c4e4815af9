/** What groups are made of: headings, guarantees, care types, ages, or columns of the file. */
import { setGroups } from "./cost-actions";
import { columnOfGroup, type Group, groups, isSameGroup, OWN_GROUPS } from "./cost-model";
import { costWords as c } from "./cost-words";
import { headingOf } from "./columns";
import { actsFile } from "./model";
import { headings } from "./headings-file";

export function GroupsChoice() {
  const table = actsFile.value?.look?.table ?? null;
  const now = groups.value;
  const isPicked = (group: Group) => now.some((other) => isSameGroup(other, group));
  const toggle = (group: Group) => setGroups(isPicked(group) ? now.filter((other) => !isSameGroup(other, group)) : [...now, group]);
  const columns = now.flatMap((group) => columnOfGroup(group) ?? []);
  return (
    <fieldset class="groups-choice no-print">
      <legend class="term">{c.groups.choose}</legend>
      <div class="chips">
        {OWN_GROUPS.filter((group) => group !== "heading" || headings.value !== null).map((group) => (
          <button type="button" class="chip" aria-pressed={isPicked(group)} onClick={() => toggle(group)}>
            {c.groups.names[group]}
          </button>
        ))}
        {table && columns.map((column) => (
          <button type="button" class="chip" aria-pressed={true} title={c.groups.removeColumn(headingOf(table, column))} onClick={() => toggle({ column })}>
            {c.groups.byColumn(headingOf(table, column))}
          </button>
        ))}
        {table && (
          <select aria-label={c.groups.column} value="" onChange={({ currentTarget }) => (toggle({ column: Number(currentTarget.value) }), (currentTarget.value = ""))}>
            <option value="">{c.groups.column}</option>
            {table.header.map((_, column) => !columns.includes(column) && <option value={column}>{headingOf(table, column)}</option>)}
          </select>
        )}
      </div>
    </fieldset>
  );
}
