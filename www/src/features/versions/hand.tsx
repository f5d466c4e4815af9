/** How does the coverage in hand compare with what is stored, and what can be done about it? */
import { closer } from "../../kit/dialog";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { catalog } from "../../store/readings";
import { documents } from "../../store/work";
import { mistakeWords } from "../common/words";
import { compare, save } from "./actions";
import { hand, latestOf, type Versions } from "./model";
import { versionWords as v } from "./words";

export function VersionsHand({ versions }: { versions: Versions }) {
  return (
    <section class="card" aria-labelledby="versions-hand">
      <h3 id="versions-hand" tabindex={-1} ref={takesFocus(versions.begun)}>
        {v.hand}
      </h3>
      <Standing hasCatalog={catalog.value.state === "ready"} versions={versions} />
    </section>
  );
}

function Standing({ hasCatalog, versions }: { hasCatalog: boolean; versions: Versions }) {
  const inHand = hand.value;
  if (inHand.state === "none") return <p class="empty">{v.noHand}</p>;
  if (inHand.state === "broken") return <p>{v.broken(mistakeWords(inHand.mistake))}</p>;
  const { name, version } = inHand;
  if (name !== null && version !== null && versions.storedAlike === documents.coverage.loaded.value?.text)
    return (
      <p>
        <Status tone="good" word={v.alike(name, version)} />
      </p>
    );
  if (!hasCatalog) return <p>{v.needCatalog}</p>;
  const latest = latestOf(versions, name);
  const next = latest + 1;
  if (name === null)
    return (
      <>
        <p>{v.unnamed}</p>
        <div class="bar">
          <SaveButton words={v.save(version)} version={null} />
        </div>
      </>
    );
  if (version === next)
    return (
      <>
        <p>{latest === 0 ? v.first(name) : v.next(name, latest)}</p>
        <div class="bar">
          <SaveButton words={v.save(version)} version={null} />
        </div>
      </>
    );
  const isThere = version !== null && version >= 1 && version <= latest;
  return (
    <>
      <p>{isThere ? v.exists(name, version, latest) : v.gap(version, next)}</p>
      <div class="bar">
        <SaveButton words={v.saveAs(next)} version={next} />
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

function SaveButton({ words, version }: { words: string; version: number | null }) {
  return (
    <button type="button" class="primary" onClick={() => void save(version)}>
      {words}
    </button>
  );
}
