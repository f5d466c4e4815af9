/** What could not be done, why, and the way to ask again. */
import { Status } from "../../kit/status";
import { laterWords } from "./words";

export function Failed({ title, help, again }: { title: string; help?: string; again: () => void }) {
  return (
    <div class="card bad-card" role="alert">
      <p>
        <Status tone="bad" word={title} />
      </p>
      {help && <p>{help}</p>}
      <p>
        <button type="button" onClick={again}>
          {laterWords.again}
        </button>
      </p>
    </div>
  );
}
