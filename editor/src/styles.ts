/** The styles of the elements: one sheet, which every shadow tree adopts. No style is written into a page. */
import base from "../../www/src/shell/style/base.css?inline";
import controls from "../../www/src/kit/controls.css?inline";
import combobox from "../../www/src/kit/combobox.css?inline";
import tree from "../../www/src/kit/tree.css?inline";
import status from "../../www/src/kit/status.css?inline";
import menu from "../../www/src/kit/menu.css?inline";
import scrollBox from "../../www/src/kit/scroll-box.css?inline";
import page from "../../www/src/shell/style/page.css?inline";
import toasts from "../../www/src/shell/style/toasts.css?inline";
import coverage from "../../www/src/features/coverage/style.css?inline";
import regions from "../../www/src/features/common/regions.css?inline";
import picker from "../../www/src/features/picker/style.css?inline";
import findings from "../../www/src/features/findings/style.css?inline";
import rule from "../../www/src/features/rule/style.css?inline";
import table from "../../www/src/features/table/style.css?inline";
import act from "../../www/src/features/act/style.css?inline";
import text from "../../www/src/features/text/style.css?inline";
import widths from "../../www/src/shell/style/widths.css?inline";
import element from "./element.css?inline";

let made: CSSStyleSheet | null = null;

/** In the order of the page's; the widths and the element have the last word. */
export function sheet(): CSSStyleSheet {
  if (!made) {
    made = new CSSStyleSheet();
    made.replaceSync([base, controls, combobox, tree, status, menu, scrollBox, page, toasts, coverage, regions, picker, findings, rule, act, table, text, widths, element].join("\n"));
  }
  return made;
}
