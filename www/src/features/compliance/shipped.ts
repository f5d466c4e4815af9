/** The profiles and the classes of acts that ship: fetched as files of the page when they are first asked for. */
import { type Signal, signal } from "@preact/signals";
import exampleUrl from "../../../../profiles/classes.example.json?url";
import nationalUrl from "../../../../profiles/classes.national.json?url";
import aniUrl from "../../../../profiles/fr-ani.json?url";
import contratUrl from "../../../../profiles/fr-contrat-responsable.json?url";
import type { CLASSES, PROFILES } from "../../store/types";
import { textOf } from "../documents/examples";

const FILES: Record<(typeof PROFILES)[number] | (typeof CLASSES)[number], string> = {
  "fr-contrat-responsable": contratUrl,
  "fr-ani": aniUrl,
  example: exampleUrl,
  national: nationalUrl,
};

export type ShippedName = keyof typeof FILES;
export type Fetched = { state: "loading" } | { state: "failed" } | { state: "here"; text: string };

const files = new Map<ShippedName, Signal<Fetched>>();

export function shipped(name: ShippedName): Fetched {
  let file = files.get(name);
  if (!file) {
    files.set(name, (file = signal({ state: "loading" })));
    load(name, file);
  }
  return file.value;
}

/** Those that could not be fetched. */
export function fetchAgain(): void {
  for (const [name, file] of files) if (file.peek().state === "failed") load(name, file);
}

function load(name: ShippedName, file: Signal<Fetched>): void {
  file.value = { state: "loading" };
  textOf(FILES[name]).then(
    (text) => (file.value = { state: "here", text }),
    () => (file.value = { state: "failed" }),
  );
}
