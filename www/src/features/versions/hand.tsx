/** How does the coverage in hand stand to what is stored, and what can be done about it? */
import { mistakeWords } from "../common/words";
import { closer } from "../../shell/dialogs";
import type { ComponentChildren } from "preact";
import { takesFocus } from "../../kit/focus";
import { versionWords as v } from "./words";
import type { Results } from "../../store/results";
import type { State } from "../../store/state";
import { status } from "../../kit/status";
import { compare, latestOf, readHand, save, type Versions } from "./actions";

export function versionsHand(state: State, { catalog }: Results, versions: Versions): ComponentChildren {
  return (
    <section class="card" aria-labelledby="versions-hand">
      <h3 id="versions-hand" tabindex={-1} ref={takesFocus(versions.begun)}>
        {v.hand}
      </h3>
      {standing(state, catalog.state === "ready", versions)}
    </section>
  );
}

function standing({ work }: State, hasCatalog: boolean, versions: Versions): ComponentChildren {
  const hand = readHand(work);
  if (hand.state === "none") return <p class="empty">{v.noHand}</p>;
  if (hand.state === "broken") return <p>{v.broken(mistakeWords(hand.mistake))}</p>;
  const { name, version } = hand;
  if (name !== null && version !== null && versions.storedAlike === work.coverage?.text)
    return <p>{status("good", v.alike(name, version))}</p>;
  if (!hasCatalog) return <p>{v.needCatalog}</p>;
  const latest = latestOf(versions, name);
  const next = latest + 1;
  if (name === null)
    return (
      <>
        <p>{v.unnamed}</p>
        <div class="bar">{saveButton(v.save(version), null)}</div>
      </>
    );
  if (version === next)
    return (
      <>
        <p>{latest === 0 ? v.first(name) : v.next(name, latest)}</p>
        <div class="bar">{saveButton(v.save(version), null)}</div>
      </>
    );
  const isThere = version !== null && version >= 1 && version <= latest;
  return (
    <>
      <p>{isThere ? v.exists(name, version, latest) : v.gap(version, next)}</p>
      <div class="bar">
        {saveButton(v.saveAs(next), next)}
        {latest > 0 && (
          <button type="button" onClick={(event: Event) => void compare([{ name, version: latest }], closer(event))}>
            {v.compareMine(latest)}
          </button>
        )}
        <button type="button" onClick={(event: Event) => closer(event)()}>
          {v.keepEditing}
        </button>
      </div>
      <p class="hint">{v.saveAsHint}</p>
    </>
  );
}

function saveButton(words: string, version: number | null): ComponentChildren {
  return (
    <button type="button" class="primary" onClick={() => void save(version)}>
      {words}
    </button>
  );
}
