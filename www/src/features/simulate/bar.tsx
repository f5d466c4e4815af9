/** A length next to a number: it says nothing that the number does not say. */

interface Props {
  value: number;
  /** The largest of its table, without its sign. */
  longest: number;
  /** Values of both signs start from the middle. */
  isTwoSided?: boolean;
}

/** The least that is seen, in percent. */
const LEAST = 0.5;

export function Bar({ value, longest, isTwoSided = false }: Props) {
  const length = value === 0 || longest === 0 ? 0 : Math.max(LEAST, (Math.abs(value) / longest) * 100);
  return (
    <span class={isTwoSided ? "bar two-sided" : "bar one-sided"} aria-hidden="true">
      {length > 0 && <span class={value < 0 ? "below" : "above"} style={{ inlineSize: `${isTwoSided ? length / 2 : length}%` }} />}
    </span>
  );
}
