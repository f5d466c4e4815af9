/** What a change of the catalogue does, before it is taken. */
import type { CoverageDiff, Diagnostic, LoadedCatalog } from "../../engine/engine";
import { parseJson } from "../../kit/json/parse";
import { Status, type Tone } from "../../kit/status";
import { GuaranteeName } from "../common/care-types";
import { FailureHelp } from "../common/failure";
import { Problems, sentence } from "../common/problems";
import { RegionWords } from "../common/region";
import { problemWords } from "../common/words";
import type { EntryDraft } from "./draft";
import type { Mention } from "./edits";
import { type CoverageImpact, impact } from "./impact";
import { nameAt } from "./places";
import { editWords, impactWords as w } from "./words";

type Change = CoverageDiff["decision_changes"][number];
type Kind = keyof typeof w.kinds;

const CHANGES_SHOWN = 8;
const TONES: Record<Kind, Tone> = { gained: "good", lost: "bad", moved: "info", claimed: "warn", settled: "good" };

export function ImpactPanel({ draft }: { draft: EntryDraft }) {
  return (
    <section class="impact-panel" aria-labelledby="catalogue-impact">
      <h4 id="catalogue-impact">{w.title}</h4>
      <div role="status">
        <Content draft={draft} />
      </div>
    </section>
  );
}

function Content({ draft }: { draft: EntryDraft }) {
  const now = impact.value;
  if (draft.code === "") return <p class="empty">{editWords.needCode}</p>;
  if (now.state === "unchanged" || now.state === "pending" || now.state === "moved") return <p class="empty">{w[now.state]}</p>;
  if (now.state === "failed") return <FailureHelp code={now.code} />;
  if (now.state === "refused") return <RefusedCatalog {...now} />;
  const { coverage, mentions } = now;
  return (
    <>
      <MentionWords draft={draft} mentions={mentions} />
      {coverage === null ? (
        <p>{w.inCatalogue}</p>
      ) : coverage.state === "refused" ? (
        <>
          <p>
            <Status tone="bad" word={w.coverageRefused} />
          </p>
          <Problems diagnostics={coverage.diagnostics} />
        </>
      ) : (
        <OnCoverage {...coverage} />
      )}
    </>
  );
}

/** What the engine has against it, by the entries of the catalogue as it would be. */
function RefusedCatalog({ diagnostics, text }: { diagnostics: readonly Diagnostic[]; text: string }) {
  const json = parseJson(text);
  return (
    <>
      <p>
        <Status tone="bad" word={w.refused} />
      </p>
      <ul class="refused">
        {diagnostics.slice(0, CHANGES_SHOWN).map(({ message, pointer }) => {
          const about = nameAt(json, pointer);
          return (
            <li>
              <p>{sentence(message)}</p>
              {about !== null && <p class="muted">{w.about(about)}</p>}
            </li>
          );
        })}
      </ul>
      {diagnostics.length > CHANGES_SHOWN && <p class="muted">{problemWords.more(diagnostics.length - CHANGES_SHOWN)}</p>}
    </>
  );
}

function MentionWords({ draft, mentions }: { draft: EntryDraft; mentions: readonly Mention[] }) {
  const { was, code, isRemoved } = draft;
  if (was === null || (was === code && !isRemoved)) return null;
  const guarantees = new Set(mentions.map(({ guarantee }) => guarantee)).size;
  const mappings = new Set(mentions.map(({ guarantee, mapping }) => `${guarantee}/${mapping}`)).size;
  return <p>{mentions.length === 0 ? w.notNamed : isRemoved ? w.takenOut(mappings, guarantees) : w.renamed(mappings, guarantees)}</p>;
}

function OnCoverage({ selections, diff, before, after }: CoverageImpact) {
  const { decision_changes: changes, truncated } = diff;
  return (
    <>
      {selections.length === 0 ? (
        <p>
          <Status tone="good" word={w.noSelection} />
        </p>
      ) : (
        <ul class="selection-changes">
          {selections.map(({ guarantee, gained, lost }) => (
            <li>
              <Status tone={lost > 0 ? "bad" : "good"} word={w.selects(guarantee, gained, lost)} />
            </li>
          ))}
        </ul>
      )}
      {truncated && <p class="hint">{w.unfinished(truncated.reason)}</p>}
      {changes.length === 0 ? (
        !truncated && (
          <p>
            <Status tone="good" word={w.noDecision} />
          </p>
        )
      ) : (
        <ul class="regions">
          {changes.slice(0, CHANGES_SHOWN).map((change, index) => (
            <li key={index}>
              <ChangeWords change={change} place={`catalogue-impact/${index}`} before={before} after={after} />
            </li>
          ))}
        </ul>
      )}
      {changes.length > CHANGES_SHOWN && <p class="muted">{w.more(changes.length - CHANGES_SHOWN)}</p>}
    </>
  );
}

interface ChangeProps {
  change: Change;
  place: string;
  before: LoadedCatalog;
  after: LoadedCatalog;
}

function ChangeWords({ change, place, before, after }: ChangeProps) {
  const kind = kindOf(change);
  // The catalogue that knows the care types: they may be new, or gone.
  const catalog = after.types.has(change.region.care_types[0]!) ? after : before;
  return (
    <div>
      <p class="change">
        <Status tone={TONES[kind]} word={w.kinds[kind]} />
        <span class="change-names">
          <Names guarantees={change.before} />
          <span aria-hidden="true">{" → "}</span>
          <span class="visually-hidden">{` ${w.becomes} `}</span>
          <Names guarantees={change.after} />
        </span>
      </p>
      <RegionWords catalog={catalog} place={place} region={change.region} />
    </div>
  );
}

function Names({ guarantees }: { guarantees: readonly string[] }) {
  if (guarantees.length === 0) return <span class="muted">{w.nothing}</span>;
  return guarantees.map((name, index) => (
    <>
      {index > 0 && ", "}
      <strong>
        <GuaranteeName name={name} />
      </strong>
    </>
  ));
}

function kindOf({ before, after }: Change): Kind {
  if (after.length > 1) return "claimed";
  if (before.length > 1) return after.length === 1 ? "settled" : "lost";
  return before.length === 0 ? "gained" : after.length === 0 ? "lost" : "moved";
}
