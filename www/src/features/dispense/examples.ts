/** The example dispenses of the repository, fetched as files of the page when somebody chooses one. */
import { computed } from "@preact/signals";
import { textOf } from "../documents/examples";
import { dispenseWords as d } from "./words";

export interface ExampleDispense {
  name: string;
  label: string;
}

const urls = import.meta.glob<string>("../../../../examples/dispense/*.json", { query: "?url", import: "default", eager: true });
const byName = new Map(Object.entries(urls).map(([path, url]) => [path.split("/").at(-1)!.replace(".json", ""), url]));
/** Those with a label first, in its order. */
export const exampleDispenses = computed((): readonly ExampleDispense[] => {
  const labels = d.exampleLabels;
  const labelled = Object.keys(labels);
  const names = [...labelled.filter((name) => byName.has(name)), ...[...byName.keys()].filter((name) => !labelled.includes(name))];
  return names.map((name) => ({ name, label: labels[name] ?? name }));
});

export function exampleDispense({ name }: ExampleDispense): Promise<string> {
  return textOf(byName.get(name) ?? "");
}
