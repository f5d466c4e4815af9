/** The same year under another version of the coverage: who gets more, who gets less, and for which acts. */
import { useEffect } from "preact/hooks";
import type { LoadedCoverage } from "../../engine/engine";
import type { VersionId } from "../../engine/versions-store";
import { Status } from "../../kit/status";
import { listState } from "../../store/lists";
import { date, euros, signedEuros } from "../common/counting";
import { More } from "../common/lists";
import {
  type ComparedAct, type ComparedSums, type ComparedYear, comparison, isMore, isOffered, isSame, moreInHand, personsOf, storedVersions, sums, version,
} from "./other-version";
import { labelOf } from "./row";
import { chooseVersion, listVersions } from "./version-actions";
import { versionWords as w, yearWords } from "./words";

const LIST = "year/version-acts";
const SHOWN_FIRST = 20;

export function UnderVersion({ coverage }: { coverage: LoadedCoverage }) {
  useEffect(() => void listVersions(), []);
  const compared = comparison.value;
  return (
    <section class="card year-version" aria-labelledby="year-version-title">
      <h2 id="year-version-title">{w.title}</h2>
      <Chooser />
      {compared.state === "unreadable" && (
        <p>
          <Status tone="bad" word={w.unreadable} />
        </p>
      )}
      {compared.state === "waiting" && <p class="empty">{w.waiting}</p>}
      {compared.state === "ready" && <Result coverage={coverage} year={compared.year} />}
    </section>
  );
}

function keyOf({ name, version }: VersionId): string {
  return `${name}/${version}`;
}

function Chooser() {
  const { list = [], failed = false } = storedVersions.value ?? {};
  const chosen = version.value;
  const choices: [string, string][] = [
    ["none", w.none],
    ...(isOffered("other") || chosen === "other" ? [["other", w.other] as [string, string]] : []),
    ...(isOffered("loaded") || chosen === "loaded" ? [["loaded", w.loaded] as [string, string]] : []),
    ...list.map((id): [string, string] => [keyOf(id), w.stored(id.name, id.version)]),
  ];
  const choose = (key: string) => {
    const stored = list.find((id) => keyOf(id) === key);
    void chooseVersion(stored ?? (key === "other" || key === "loaded" ? key : "none"));
  };
  return (
    <div class="field">
      <label for="year-version">{w.choose}</label>
      <select
        id="year-version"
        value={typeof chosen === "string" ? chosen : keyOf(chosen)}
        aria-describedby="year-version-hint"
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {choices.map(([key, words]) => (
          <option value={key}>{words}</option>
        ))}
      </select>
      <p id="year-version-hint" class="hint">
        {failed ? w.failed : choices.length === 1 ? w.noVersion : w.hint}
      </p>
    </div>
  );
}

function Result({ coverage, year }: { coverage: LoadedCoverage; year: ComparedYear }) {
  const isNamesake = year.name === coverage.payload.name && year.version === coverage.payload.version;
  const name = isNamesake ? w.before : w.stored(year.name, year.version);
  const changed = year.acts.filter((act) => !isSame(moreInHand(act)));
  const persons = [...personsOf(year.acts)].map(([person, acts]) => [person, sums(acts)] as const);
  const all = sums(year.acts);
  return (
    <>
      <p role="status">{w.sentence(signed(all), euros(all.version.complementary), euros(all.hand.complementary))}</p>
      <table class="sums">
        <caption class="visually-hidden">{w.title}</caption>
        <Head first={yearWords.persons.person} name={name} />
        <tbody>
          {persons.length > 1 && persons.map(([person, own]) => <Sums key={person} who={person ?? yearWords.persons.nobody} own={own} name={name} />)}
          <Sums who={yearWords.persons.family} own={all} name={name} isSum />
        </tbody>
      </table>
      {year.leftOut > 0 && <p class="hint">{w.leftOut(year.leftOut)}</p>}
      {changed.length > 0 && <Acts coverage={coverage} acts={changed} name={name} />}
    </>
  );
}

function signed(own: Pick<ComparedAct, "hand" | "version">): "more" | "less" | "same" {
  const more = moreInHand(own);
  return isSame(more) ? "same" : isMore(more) ? "more" : "less";
}

function Head({ first, name }: { first: string; name: string }) {
  return (
    <thead>
      <tr>
        <th scope="col">{first}</th>
        {[w.pays(name), w.pays(w.inHand), w.difference].map((title) => (
          <th scope="col" class="number">
            {title}
          </th>
        ))}
        <th scope="col">
          <span class="visually-hidden">{w.result}</span>
        </th>
      </tr>
    </thead>
  );
}

const TONES = { more: "good", less: "bad", same: "info" } as const;

/** What each of the two pays, and for whom that is better. */
function Cells({ own, name, words }: { own: ComparedSums; name: string; words: Record<"more" | "less" | "same", string> }) {
  const kind = signed(own);
  return (
    <>
      <td class="number" data-label={w.pays(name)}>
        {euros(own.version.complementary)}
      </td>
      <td class="number" data-label={w.pays(w.inHand)}>
        {euros(own.hand.complementary)}
      </td>
      <td class="number" data-label={w.difference}>
        {signedEuros(moreInHand(own))}
      </td>
      <td>
        <Status tone={TONES[kind]} word={words[kind]} />
      </td>
    </>
  );
}

function Sums({ who, own, name, isSum = false }: { who: string; own: ComparedSums; name: string; isSum?: boolean }) {
  return (
    <tr class={isSum ? "sum" : undefined}>
      <th scope="row">{who}</th>
      <Cells own={own} name={name} words={w.wins} />
    </tr>
  );
}

function Acts({ coverage, acts, name }: { coverage: LoadedCoverage; acts: readonly ComparedAct[]; name: string }) {
  const shown = listState(LIST).shown.value ?? SHOWN_FIRST;
  return (
    <>
      <h3>{w.acts(acts.length)}</h3>
      <table class="sums">
        <caption class="visually-hidden">{w.acts(acts.length)}</caption>
        <Head first={yearWords.table.act} name={name} />
        <tbody>
          {acts.slice(0, shown).map((act) => (
            <tr key={act.row.index}>
              <th scope="row">
                {typeof act.row.act?.care_date === "string" && <span class="muted">{date(act.row.act.care_date)} · </span>}
                {labelOf(coverage, act.row)}
              </th>
              <Cells own={act} name={name} words={w.pay} />
            </tr>
          ))}
        </tbody>
      </table>
      <More list={LIST} length={acts.length} shown={shown} step={100} />
    </>
  );
}
