/** Which parts of the JSON text in the editor have a colour, and how far in does each line begin? Classes, which the theme sets out. */
import { syntaxTree } from "@codemirror/language";
import type { Range } from "@codemirror/state";
import { Decoration, type DecorationSet, type EditorView, ViewPlugin, type ViewUpdate } from "@codemirror/view";

/** The parts of JSON that have a colour, by their names in the syntax tree. */
const COLOURED: Record<string, Decoration> = {
  PropertyName: Decoration.mark({ class: "name" }),
  Number: Decoration.mark({ class: "value" }),
  True: Decoration.mark({ class: "value" }),
  False: Decoration.mark({ class: "value" }),
  Null: Decoration.mark({ class: "value" }),
};

/** A longer line is drawn for tens of thousands of characters, and thousands of coloured parts would take the page too long. */
const LONGEST_COLOURED = 2_000;

/** A line that is wrapped goes on further in than it begins. By classes, because the policy allows no style in an attribute. */
export const DEEPEST_INDENT = 30;
const INDENTS = Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) => Decoration.line({ class: `indent-${depth}` }));

function decorate(view: EditorView): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to; ) {
      const line = view.state.doc.lineAt(at);
      marks.push(INDENTS[Math.min(line.text.search(/\S|$/), DEEPEST_INDENT)]!.range(line.from));
      if (line.length <= LONGEST_COLOURED) colour(view, Math.max(line.from, from), Math.min(line.to, to), marks);
      at = line.to + 1;
    }
  }
  return Decoration.set(marks, true);
}

function colour(view: EditorView, from: number, to: number, marks: Range<Decoration>[]): void {
  syntaxTree(view.state).iterate({
    from,
    to,
    enter: (node) => {
      const mark = COLOURED[node.name];
      if (mark && node.to > node.from) marks.push(mark.range(node.from, node.to));
    },
  });
}

class Decorations {
  decorations: DecorationSet;

  constructor(view: EditorView) {
    this.decorations = decorate(view);
  }

  update({ docChanged, viewportChanged, startState, state, view }: ViewUpdate): void {
    if (docChanged || viewportChanged || syntaxTree(startState) !== syntaxTree(state)) this.decorations = decorate(view);
  }
}

export const editorLines = ViewPlugin.fromClass(Decorations, { decorations: (plugin) => plugin.decorations });
