/** The table as the call that made it: fetched with the code of all calls, when the menu is first opened. */
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";

export function CopyTable() {
  return <CopyAs call={calls.table.value} />;
}
