/** How does the coverage in hand compare with what is stored, and what can be done about it? */
import { closer } from "../../kit/dialog";
import { takesFocus } from "../../kit/focus";
import { Status } from "../../kit/status";
import { catalog } from "../../store/readings";
import { documents } from "../../store/work";
import { mistakeWords } from "../common/words";
import { beginPublishing, compare } from "./actions";
import { exportHand } from "./files";
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
  if (inHand.state === "broken")
    return (
      <>
        <p>{v.broken(mistakeWords(inHand.mistake))}</p>
        <Bar />
      </>
    );
  const { name, version } = inHand;
  if (name !== null && version !== null && versions.storedAlike === documents.coverage.loaded.value?.text)
    return (
      <>
        <p>
          <Status tone="good" word={v.alike(name, version)} />
        </p>
        <Bar />
      </>
    );
  if (!hasCatalog)
    return (
      <>
        <p>{v.needCatalog}</p>
        <Bar />
      </>
    );
  const latest = latestOf(versions, name);
  return (
    <>
      {name === null ? <p>{v.unnamed}</p> : <Number name={name} version={version} latest={latest} />}
      <Bar next={latest + 1} compared={name !== null && latest > 0 ? { name, version: latest } : null} />
    </>
  );
}

/** Which number it gets, and why where that is not the one in the text. */
function Number({ name, version, latest }: { name: string; version: number | null; latest: number }) {
  const next = latest + 1;
  if (version === next) return <p>{latest === 0 ? v.first(name) : v.next(name, latest)}</p>;
  if (latest === 0) {
    return (
      <>
        <p>{v.first(name)}</p>
        <p>{v.numberedFromOne(version)}</p>
        {version !== null && version > 1 && <p class="hint">{v.importEarlier(version)}</p>}
      </>
    );
  }
  const isThere = version !== null && version >= 1 && version <= latest;
  return (
    <>
      <p>{isThere ? v.exists(name, version, latest) : v.gap(version, next)}</p>
      <p class="hint">{v.saveAsHint(next)}</p>
    </>
  );
}

/** `next`: the version that it can be; left out where it cannot be one. */
function Bar({ next, compared = null }: { next?: number; compared?: { name: string; version: number } | null }) {
  return (
    <div class="bar">
      {next !== undefined && (
        <button type="button" class="primary" onClick={() => void beginPublishing(next)}>
          {v.publishBegin(next)}
        </button>
      )}
      {compared && (
        <button type="button" onClick={(event: Event) => void compare(compared, closer(event))}>
          {v.compareMine(compared.version)}
        </button>
      )}
      <button type="button" onClick={() => exportHand()}>
        {v.download}
      </button>
    </div>
  );
}
