// Where in YAML is what the engine found in its JSON? And what YAML itself is wrong in, as a diagnostic.
import type { Diagnostic, TextDiagnostic, TextRange } from "care-coverage/slim";
import type { Place, YamlText } from "./read.ts";
import { partsOf } from "../kit/patch.ts";
import { yamlMessage } from "./words.ts";
import type { Language } from "../kit/words.ts";

export function inYaml(source: string, yaml: YamlText, found: readonly TextDiagnostic[]): TextDiagnostic[] {
  const rangeOf = (place: Place): TextRange => {
    const { line, col: column } = yaml.lines.linePos(place.start);
    return { ...place, line: Math.max(1, line), column: Math.max(1, column) };
  };
  const at = ({ start, end }: Place): Place => yaml.places.get(`${start}:${end}`) ?? yaml.places.get(`${start}:${start + 1}`) ?? { start: 0, end: 0 };
  return found.map((diagnostic) => ({
    ...diagnostic,
    range: rangeOf(at(diagnostic.range)),
    mark: rangeOf(onOneLine(source, at(diagnostic.mark))),
    edits: null,
    related: diagnostic.related.map((other) => ({ ...other, range: rangeOf(at(other.range)) })),
  }));
}

/** What YAML is wrong in. The code is of this program, not of the engine. */
export function yamlDiagnostics(source: string, yaml: YamlText, language: Language): TextDiagnostic[] {
  return yaml.problems.map((problem) => {
    const { line, col: column } = yaml.lines.linePos(problem.start);
    const range = { start: problem.start, end: problem.end, line: Math.max(1, line), column: Math.max(1, column) };
    const said: Diagnostic = {
      code: "invalid_yaml" as Diagnostic["code"], severity: "error", message: yamlMessage(problem, language),
      variant: "", params: {} as Diagnostic["params"], pointer: "", related: [], fix: null, fix_title: null,
    };
    return { ...said, range, mark: { ...range, ...onOneLine(source, problem) }, edits: null, related: [] } as TextDiagnostic;
  });
}

/** The place of what a JSON Pointer names, or of the nearest that is around it: its first line. */
export function rangeAt({ document, lines }: YamlText, source: string, pointer: string): TextRange | null {
  for (const path = partsOf(pointer); ; path.pop()) {
    const node = (path.length === 0 ? document.contents : document.getIn(path, true)) as { range?: [number, number, number] } | null | undefined;
    if (node?.range) {
      const { line, col: column } = lines.linePos(node.range[0]);
      return { ...onOneLine(source, { start: node.range[0], end: Math.max(node.range[0], node.range[1]) }), line: Math.max(1, line), column: Math.max(1, column) };
    }
    if (path.length === 0) return null;
  }
}

function onOneLine(source: string, { start, end }: Place): Place {
  const line = source.slice(start, end).search(/[\r\n]/);
  return { start, end: line < 0 ? end : start + line };
}
