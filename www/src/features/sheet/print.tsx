/** While the Coverage view is printed, the sheet is in its place. It is drawn at once: the browser waits for nothing. */
import { render } from "preact";
import { view } from "../../store/page";
import { compiled } from "../../store/readings";
import { Sheet } from "./view";

let isListening = false;

export function listenForPrint(): void {
  if (isListening) return;
  isListening = true;
  const sheet = document.createElement("div");
  sheet.className = "sheet";
  addEventListener("beforeprint", () => {
    const coverage = compiled.peek();
    if (view.peek() !== "coverage" || coverage === null) return;
    document.body.append(sheet);
    render(<Sheet coverage={coverage} today={new Date().toLocaleDateString("sv")} />, sheet);
  });
  addEventListener("afterprint", () => {
    render(null, sheet);
    sheet.remove();
  });
}
