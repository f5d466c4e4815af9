/** Who pays which share of what was charged? A bar, and the same as text: each share has its own pattern beside its colour. */
import { euros, fill } from "./amounts";
import { h, type Child } from "./dom";
import { messages as m } from "./messages";

export interface Shares {
  secu: string;
  complementary: string;
  out_of_pocket: string;
}

const ORDER = ["secu", "complementary", "out_of_pocket"] as const;
const BAR = { start: 0, end: 100, height: 20 };

export function sharesBar(charged: string, shares: Shares): Child {
  let start = 0;
  const parts = ORDER.map((share) => {
    const end = Math.min(100, start + fill(shares[share], charged));
    const part = { share, start, end };
    start = end;
    return part;
  });
  return [
    h("svg", { class: "shares-bar", viewBox: `0 0 100 ${BAR.height}`, preserveAspectRatio: "none", "aria-hidden": "true" },
      parts.map(({ share, start, end }) => block(share, start, end, BAR.height, 1.2))),
    h("dl", { class: "shares" }, ORDER.map((share) =>
      h("div", {},
        h("dt", {},
          h("svg", { class: "swatch", viewBox: "0 0 16 16", "aria-hidden": "true" }, block(share, 0, 16, 16, 4)),
          m.amounts.shares[share]),
        h("dd", {}, euros(shares[share]))))),
  ];
}

/** Sécu plain, coverage with lines along it, out of pocket with lines across it. */
function block(share: (typeof ORDER)[number], start: number, end: number, height: number, step: number): Child {
  const lines: string[] = [];
  if (share === "complementary") for (let y = height / 4; y < height; y += height / 4) lines.push(`M${start} ${y}H${end}`);
  if (share === "out_of_pocket") for (let x = start + step / 2; x < end; x += step) lines.push(`M${x} 0V${height}`);
  return [
    h("path", { class: `share-${share}`, d: end > start ? `M${start} 0H${end}V${height}H${start}Z` : "" }),
    h("path", { class: `share-lines share-lines-${share}`, d: lines.join("") }),
  ];
}
