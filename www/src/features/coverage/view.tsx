/** The coverage in hand of the page, to be edited. */
import { calls } from "../code/calls";
import { CopyAs } from "../code/copy-as";
import { CoverageEditor } from "./editor";

export function CoverageView() {
  return <CoverageEditor tools={<CopyFindings />} />;
}

function CopyFindings() {
  return <CopyAs call={calls.coverage.value} />;
}
