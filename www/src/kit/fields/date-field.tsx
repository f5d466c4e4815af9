/** A date as text, in the notation of the person who types, and the browser's calendar next to it. */
import { useRef } from "preact/hooks";
import { dayFirst, type ParsedDate, parseDate } from "./dates";
import { TypedField, type TypedProps } from "./typed-field";

export type DateWhy = Extract<ParsedDate, { ok: false }>["why"];

/** `calendar`: the name of the button that opens it. */
export function DateField({ calendar, ...props }: Omit<TypedProps<DateWhy>, "show" | "unit"> & { calendar: string }) {
  const picker = useRef<HTMLInputElement>(null);
  const after = (
    <span class="calendar">
      <button type="button" aria-label={calendar} title={calendar} disabled={props.isDisabled} onClick={() => picker.current?.showPicker()}>
        <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
          <path d="M2.5 3.5h11v10h-11zM2.5 6.5h11M5.5 1.5v3M10.5 1.5v3" fill="none" stroke="currentColor" />
        </svg>
      </button>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={/^\d{4}-\d\d-\d\d$/.test(props.value) ? props.value : ""}
        onChange={(event) => event.currentTarget.value !== "" && props.oncommit(event.currentTarget.value)}
      />
    </span>
  );
  return <TypedField {...props} show={dayFirst} read={parseDate} inputMode="text" after={after} />;
}
