/** Which file, in which format? */
import { evaluateAgain, evaluateExample, evaluateFiles, type Format } from "../batch";
import { h, type Child } from "../dom";
import { unfolding } from "../lists";
import { batchMessages as b } from "../messages-batch";
import { factNames } from "../messages-values";
import type { State } from "../state";

const HELP = "batch/help";
const FIELDS = ["care_type", ...Object.keys(factNames)];

/** `isReadable`: there is a coverage that a file can be evaluated by. */
export function batchFile(state: State, isReadable: boolean): Child {
  const { batch } = state;
  return h("section", { class: "card", "aria-labelledby": "batch-file" },
    h("div", { class: "list-head" },
      h("h2", { id: "batch-file" },
        batch ? [batch.file.name, h("span", { class: "muted batch-size" }, ` · ${b.bytes(batch.file.size)}`)] : b.title),
      batch && formatChoice(batch.format, !isReadable)),
    !batch && h("p", {}, b.lead),
    h("div", { class: "bar" },
      h("label", { class: batch ? "button" : "button primary" },
        h("input", { type: "file", class: "visually-hidden", accept: ".csv,.ndjson,.jsonl,.json,text/csv", "aria-describedby": "batch-drop", onchange: chosen }),
        batch ? b.chooseOther : b.choose),
      exampleButton(),
      h("p", { class: "hint", id: "batch-drop" }, b.dropHint)),
    h("p", { class: "hint" }, b.privacy),
    unfolding(state, HELP, { class: "inline-details" }, b.formatHelp, help));
}

export function exampleButton(): Child {
  return h("button", { type: "button", onclick: () => void evaluateExample() }, b.example);
}

function formatChoice(format: Format, disabled: boolean): Child {
  return h("label", { class: "inline-field batch-format" },
    h("span", {}, b.format),
    h("select", { value: format, disabled, onchange: (event: Event) => evaluateAgain((event.target as HTMLSelectElement).value as Format) },
      (["csv", "ndjson"] as const).map((format) => h("option", { value: format }, b.formats[format]))));
}

function chosen(event: Event): void {
  const input = event.target as HTMLInputElement;
  const files = [...(input.files ?? [])];
  // So that choosing the same file again evaluates it again.
  input.value = "";
  void evaluateFiles(files);
}

function help(): Child {
  return h("div", { class: "batch-help" },
    h("p", {}, b.csv),
    h("pre", { class: "code", tabindex: 0 }, b.csvExample),
    h("p", {}, b.ndjson),
    h("pre", { class: "code", tabindex: 0 }, b.ndjsonExample),
    h("p", {}, b.fields),
    h("p", { class: "chips" }, FIELDS.map((field) => h("code", {}, field))));
}
