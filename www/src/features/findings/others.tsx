/** Where none of the choices is what was meant: any value that is known, any care type or group. */
import { knownFactValues, type TextDiagnostic } from "../../engine/engine";
import { useEditor } from "../common/editor";
import { Unfolding } from "../common/lists";
import { valueWords } from "../common/values";
import { CareTypePicker } from "../picker/picker";
import { type ListedAt, takeEdit } from "./actions";
import { factAt, typeAdded, typeInstead } from "./guesses";
import { worklistWords } from "./words";

const OF_A_VALUE = new Set(["unknown_practitioner", "unknown_lens_complexity", "unknown_nature_de_soins", "unknown_treatment_mode", "treatment_mode_format"]);
const OF_A_TYPE = new Set(["unknown_care_type", "unknown_care_type_group"]);
const OF_A_SELECTOR = new Set(["empty_selector", "exclude_without_include"]);
const NONE: ReadonlySet<string> = new Set();

export function Others({ problem: { code, pointer }, at }: { problem: TextDiagnostic; at: ListedAt }) {
  if (OF_A_VALUE.has(code)) return <KnownValues pointer={pointer} at={at} />;
  if (OF_A_SELECTOR.has(code)) return <Picker pointer={pointer} at={at} isNew />;
  if (!OF_A_TYPE.has(code)) return null;
  return (
    <Unfolding part={`another/${pointer}`} class="cover" summary={worklistWords.anotherType}>
      {() => <Picker pointer={pointer} at={at} />}
    </Unfolding>
  );
}

/** `isNew`: into the selector at the pointer, else instead of the entry there. */
function Picker({ pointer, at, isNew = false }: { pointer: string; at: ListedAt; isNew?: boolean }) {
  const editor = useEditor();
  const reading = editor.catalog.value;
  if (reading.state !== "ready") return null;
  const pick = (isGroup: boolean, code: string) => {
    const json = editor.documents.coverage.json.peek();
    const field = isGroup ? "include_care_type_groups" : "include_care_types";
    takeEdit(editor, isNew ? [typeAdded(json, pointer, field, code)] : typeInstead(json, pointer, isGroup, code), at);
  };
  return (
    <CareTypePicker
      catalog={reading.value}
      id={`another${pointer.replaceAll("/", "-")}`}
      label={isNew ? worklistWords.selects : worklistWords.anotherType}
      kinds="both"
      chosen={NONE}
      onpick={({ of, shortCode }) => pick(of === "group", shortCode)}
    />
  );
}

/** Instead of a value that nobody knows. */
function KnownValues({ pointer, at }: { pointer: string; at: ListedAt }) {
  const editor = useEditor();
  const fact = factAt(pointer);
  if (fact === null) return null;
  return (
    <label class="known-values">
      <span>{worklistWords.another}</span>
      <select value="" onChange={(event) => takeEdit(editor, [{ op: "replace", path: pointer, value: event.currentTarget.value }], at)}>
        <option value="">{worklistWords.choose}</option>
        {knownFactValues[fact].map((value) => (
          <option value={value}>{valueWords(fact, value)}</option>
        ))}
      </select>
    </label>
  );
}
