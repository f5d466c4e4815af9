/** How is a status shown? As an icon, a word and a colour, never as a colour alone. */

export type Tone = "good" | "bad" | "open" | "warn" | "info" | "decide" | "overlap" | "gap" | "accepted";

const SHAPES: Record<Tone, string> = {
  good: "M3.5 8.5l3 3 6-7",
  bad: "M4 4l8 8M12 4l-8 8",
  open: "M5.6 6a2.4 2.4 0 1 1 3.4 2.2c-.7.4-1 .8-1 1.6M8 12.4v.1",
  warn: "M8 3.2v6M8 12.6v.1",
  info: "M8 7.2v4.6M8 4.4v.1",
  decide: "M4 14V2.6h8l-2.4 3L12 8.6H4",
  overlap: "M6 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8M10 4a4 4 0 1 0 0 8a4 4 0 1 0 0-8",
  gap: "M2.5 8h3M10.5 8h3M6.5 4.5l-1.5 7M11 4.5l-1.5 7",
  accepted: "M8 2.2a5.8 5.8 0 1 0 0 11.6a5.8 5.8 0 1 0 0-11.6M5.4 8.2l1.9 1.9l3.4-3.9",
};

export function Status({ tone, word }: { tone: Tone; word: string }) {
  return (
    <span class={`status ${tone}`}>
      <Icon tone={tone} />
      <span>{word}</span>
    </span>
  );
}

export function Icon({ tone }: { tone: Tone }) {
  return (
    <svg class="icon" viewBox="0 0 16 16" aria-hidden="true">
      <path d={SHAPES[tone]} />
    </svg>
  );
}
