/** Who pays which share of what was charged? A bar, and the same as text: each share has its own pattern next to its colour. */
import { fill } from "./amounts";

export interface Shares {
  secu: string;
  complementary: string;
  out_of_pocket: string;
}

const ORDER = ["secu", "complementary", "out_of_pocket"] as const;
const BAR = { start: 0, end: 100, height: 20 };

interface Props {
  charged: string;
  shares: Shares;
  labels: Record<keyof Shares, string>;
  /** How an amount is written. */
  format: (amount: string) => string;
}

export function SharesBar({ charged, shares, labels, format }: Props) {
  let start = 0;
  const parts = ORDER.map((share) => {
    const end = Math.min(100, start + fill(shares[share], charged));
    const part = { share, start, end };
    start = end;
    return part;
  });
  return (
    <>
      <svg class="shares-bar" viewBox={`0 0 100 ${BAR.height}`} preserveAspectRatio="none" aria-hidden="true">
        {parts.map(({ share, start, end }) => (
          <Block share={share} start={start} end={end} height={BAR.height} step={1.2} />
        ))}
      </svg>
      <dl class="shares">
        {ORDER.map((share) => (
          <div>
            <dt>
              <svg class="swatch" viewBox="0 0 16 16" aria-hidden="true">
                <Block share={share} start={0} end={16} height={16} step={4} />
              </svg>
              {labels[share]}
            </dt>
            <dd>{format(shares[share])}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** Sécu plain, coverage with lines along it, out of pocket with lines across it. */
function Block({
  share,
  start,
  end,
  height,
  step,
}: {
  share: (typeof ORDER)[number];
  start: number;
  end: number;
  height: number;
  step: number;
}) {
  const lines: string[] = [];
  if (share === "complementary") for (let y = height / 4; y < height; y += height / 4) lines.push(`M${start} ${y}H${end}`);
  if (share === "out_of_pocket") for (let x = start + step / 2; x < end; x += step) lines.push(`M${x} 0V${height}`);
  return (
    <>
      <path class={`share-${share}`} d={end > start ? `M${start} 0H${end}V${height}H${start}Z` : ""} />
      <path class={`share-lines share-lines-${share}`} d={lines.join("")} />
    </>
  );
}
