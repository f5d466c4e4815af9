/** Acts that come with the examples, to begin with one of them. */
import type { LoadedCatalog } from "../../engine/engine";
import { type Choice, Combobox } from "../../kit/combobox";
import { replaceWork } from "../../store/replace";
import { draft } from "../../store/work";
import { comboboxWords } from "../common/words";
import { exampleActs } from "../documents/model";
import { noticeWords } from "../documents/words";
import { fromAct } from "./draft";
import { actWords } from "./words";

/** The example that the form has is named, until something in it is changed. */
export function ExampleChooser({ catalog }: { catalog: LoadedCatalog }) {
  const acts = exampleActs.value;
  if (!acts.some(({ act }) => catalog.types.has(act.care_type))) return null;
  const options = acts.map(({ label }, index) => ({ value: String(index), label }));
  const now = JSON.stringify(draft.value);
  const chosen = acts.findIndex((example) => JSON.stringify(fromAct(example.act, example.amounts)) === now);
  const choose = (value: Choice) => {
    const example = acts[Number(value)];
    if (example) replaceWork({ draft: fromAct(example.act, example.amounts) }, noticeWords.loadedExampleAct(example.label));
  };
  return (
    <Combobox
      words={comboboxWords}
      label={actWords.examples}
      id="example-act"
      options={options}
      value={chosen < 0 ? undefined : String(chosen)}
      placeholder={actWords.examplesHint}
      onchoose={choose}
    />
  );
}
