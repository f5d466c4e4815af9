/** The stored versions of the coverage in hand, each one press away; nothing where none is stored. */
import { useEffect } from "preact/hooks";
import { dialog } from "../../store/page";
import { compare, lookUp } from "../versions/actions";
import { hand, latestOf, versions } from "../versions/model";
import { versionWords } from "../versions/words";
import { compareWords } from "./words";

const SHOWN = 4;

export function StoredVersions() {
  useEffect(() => void lookUp(), []);
  const inHand = hand.value;
  const name = inHand.state === "ready" ? inHand.name : null;
  const latest = versions.value === null || name === null ? 0 : latestOf(versions.value, name);
  if (name === null || latest === 0) return null;
  const numbers = Array.from({ length: Math.min(SHOWN, latest) }, (_, index) => latest - index);
  return (
    <div class="bar stored" role="group" aria-label={compareWords.storedOnes}>
      <span class="muted">{compareWords.storedOnes}</span>
      {numbers.map((version) => (
        <button
          type="button"
          aria-label={versionWords.compareWith(versionWords.named(name, version))}
          onClick={() => void compare({ name, version }, () => undefined)}
        >
          {versionWords.version(version)}
        </button>
      ))}
      {latest > SHOWN && (
        <button type="button" onClick={() => (dialog.value = "versions")}>
          {compareWords.allStored}
        </button>
      )}
    </div>
  );
}
