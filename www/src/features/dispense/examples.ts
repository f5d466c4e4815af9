/** The example dispenses of the repository, fetched as files of the page when somebody chooses one. */
import { textOf } from "../documents/examples";
import { dispenseWords as d } from "./words";

export interface ExampleDispense {
  name: string;
  label: string;
}

const urls = import.meta.glob<string>("../../../../examples/dispense/*.json", { query: "?url", import: "default", eager: true });
const byName = new Map(Object.entries(urls).map(([path, url]) => [path.split("/").at(-1)!.replace(".json", ""), url]));
const labelled = Object.keys(d.exampleLabels);

/** Those with a label first, in its order. */
export const exampleDispenses: readonly ExampleDispense[] = [
  ...labelled.filter((name) => byName.has(name)),
  ...[...byName.keys()].filter((name) => !labelled.includes(name)),
].map((name) => ({ name, label: d.exampleLabels[name] ?? name }));

export function exampleDispense({ name }: ExampleDispense): Promise<string> {
  return textOf(byName.get(name) ?? "");
}
