/** How does the text editor look? In the colours of the page, which come through custom properties and so follow the theme. */
import { EditorView } from "@codemirror/view";
import { DEEPEST_INDENT } from "./lines";

const control = {
  font: "inherit",
  color: "inherit",
  background: "var(--surface)",
  border: "1px solid var(--control-line)",
  borderRadius: "var(--radius)",
  padding: "0.125rem var(--space-2)",
};
const focus = { outline: "2px solid var(--accent)", outlineOffset: "1px" };
const underline = (colour: string) => ({ backgroundImage: "none", textDecoration: `underline wavy ${colour} 1px`, textDecorationSkipInk: "none" });
const gutterSign = (colour: string, sign: string) => ({ content: `"${sign}"`, color: colour });
const tooltipEdge = (colour: string) => ({ borderLeft: `0.25rem solid ${colour}` });

const hangingIndents = Object.fromEntries(Array.from({ length: DEEPEST_INDENT + 1 }, (_, depth) => [
  `.cm-line.indent-${depth}`,
  { paddingLeft: `calc(${depth + 2}ch + var(--space-2))`, textIndent: `-${depth + 2}ch` },
]));

export const editorTheme = EditorView.theme({
  ...hangingIndents,
  "&": { height: "100%", color: "var(--text)", backgroundColor: "var(--surface)", fontSize: "var(--small-size)" },
  // The page shows the focus around the whole editor.
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5", overflow: "auto", overscrollBehavior: "contain" },
  ".cm-content": { caretColor: "var(--text)", padding: "var(--space-2) 0" },
  ".cm-line": { padding: "0 var(--space-2)" },
  ".cm-content .name": { color: "var(--accent)" },
  ".cm-content .value": { color: "var(--open)" },
  ".cm-gutters": { color: "var(--muted)", backgroundColor: "var(--sunken)", borderRight: "1px solid var(--line)" },
  ".cm-lineNumbers .cm-gutterElement": { paddingLeft: "var(--space-2)" },
  ".cm-matchingBracket, &.cm-focused .cm-matchingBracket": { backgroundColor: "var(--accent-soft)", outline: "1px solid var(--control-line)" },

  ".cm-lintRange": { paddingBottom: "0" },
  ".cm-lintRange-error": underline("var(--bad)"),
  ".cm-lintRange-warning": underline("var(--open)"),
  ".cm-lintRange-info": underline("var(--muted)"),
  ".cm-lintRange-hint": { backgroundImage: "none" },
  ".cm-lintRange-active": { backgroundColor: "var(--accent-soft)" },
  ".cm-lintPoint-error:after": { borderBottomColor: "var(--bad)" },
  ".cm-gutter-lint": { width: "1.25rem" },
  ".cm-gutter-lint .cm-gutterElement": { padding: "0 0.125rem" },
  ".cm-lint-marker": { content: "normal", width: "1rem", height: "auto", textAlign: "center", fontWeight: "700", lineHeight: "inherit" },
  ".cm-lint-marker-error:before": gutterSign("var(--bad)", "×"),
  ".cm-lint-marker-warning:before": gutterSign("var(--open)", "!"),
  ".cm-lint-marker-info:before": gutterSign("var(--muted)", "i"),
  ".cm-lint-marker-hint:before": gutterSign("var(--muted)", "·"),

  ".cm-foldGutter .cm-gutterElement": { width: "1rem", textAlign: "center", cursor: "pointer" },
  ".cm-foldPlaceholder": { color: "var(--muted)", backgroundColor: "var(--sunken)", border: "1px solid var(--line)", margin: "0 var(--space-1)", padding: "0 var(--space-1)" },

  ".cm-tooltip": {
    maxWidth: "min(28rem, 90vw)",
    color: "var(--text)",
    backgroundColor: "var(--surface)",
    border: "1px solid var(--control-line)",
    borderRadius: "var(--radius)",
    boxShadow: "0 0.5rem 1.5rem rgb(0 0 0 / 0.2)",
    overflow: "hidden",
  },
  ".cm-diagnostic": { padding: "var(--space-2) var(--space-3)", font: "var(--small-size) / 1.5 system-ui, sans-serif", whiteSpace: "normal" },
  ".cm-diagnostic-error": tooltipEdge("var(--bad)"),
  ".cm-diagnostic-warning": tooltipEdge("var(--open)"),
  ".cm-diagnostic-info": tooltipEdge("var(--muted)"),
  ".cm-diagnosticAction": { ...control, margin: "var(--space-1) 0 0", display: "block", cursor: "pointer" },

  // What is said of a completion is next to the list.
  ".cm-tooltip.cm-tooltip-autocomplete": { maxWidth: "min(36rem, 95vw)", overflow: "visible" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul": { fontFamily: "var(--mono)", maxHeight: "14em" },
  ".cm-tooltip.cm-tooltip-autocomplete > ul > li": { padding: "0.125rem var(--space-2)" },
  ".cm-tooltip-autocomplete ul li[aria-selected]": { color: "var(--text)", backgroundColor: "var(--accent-soft)" },
  ".cm-completionDetail": { marginLeft: "var(--space-3)", color: "var(--muted)", fontStyle: "normal" },
  ".cm-tooltip.cm-completionInfo": { padding: "var(--space-2) var(--space-3)" },
  ".cm-care-hover": { padding: "var(--space-2) var(--space-3)", maxHeight: "14rem", overflow: "auto" },
  ".cm-care-hover, .cm-care-info": { font: "var(--small-size) / 1.5 system-ui, sans-serif", whiteSpace: "normal" },
  ".cm-care-hover p, .cm-care-hover ul, .cm-care-info p": { margin: "0 0 var(--space-1)" },
  ".cm-care-hover code, .cm-care-info code, .cm-care-message code": { fontFamily: "var(--mono)" },
  ".cm-care-hover ul": { paddingLeft: "var(--space-3)" },

  ".cm-care-panel": { display: "flex", flexWrap: "wrap", alignItems: "center", gap: "var(--space-2)", padding: "var(--space-2)" },
  ".cm-care-panel label, .cm-care-panel input, .cm-care-panel button": { fontSize: "inherit" },
  ".cm-panels": { color: "var(--text)", backgroundColor: "var(--sunken)", font: "var(--small-size) / 1.5 system-ui, sans-serif" },
  ".cm-panels-top": { borderBottom: "1px solid var(--line)" },
  ".cm-panel.cm-search": { padding: "var(--space-2)", paddingRight: "var(--space-5)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": { fontSize: "inherit" },
  ".cm-textfield, .cm-button": { ...control, backgroundImage: "none" },
  ".cm-textfield:focus-visible, .cm-button:focus-visible, .cm-panel button:focus-visible, .cm-panel input:focus-visible": focus,
  ".cm-panel.cm-search [name=close]": { color: "inherit", fontSize: "var(--heading-size)" },
  ".cm-searchMatch": { backgroundColor: "var(--open-soft)", outline: "1px solid var(--open)" },
  ".cm-searchMatch-selected": { backgroundColor: "var(--accent-soft)", outlineColor: "var(--accent)" },
});
