/** What the coverage is held to: the profile, the day, and which care types its classes are about. */
import { download } from "../../kit/download";
import { language } from "../../store/language";
import { documentationOf } from "../../store/addresses";
import { compiled } from "../../store/readings";
import { CLASSES, type ClassesChoice, PROFILES, type ProfileChoice } from "../../store/types";
import { documents } from "../../store/work";
import { date } from "../common/counting";
import { DateField } from "../common/fields";
import { Unfolding } from "../common/lists";
import { chosenFiles } from "../documents/ways-in";
import { loadedWords } from "../documents/words";
import { choose, openOwn } from "./actions";
import { askedDate, choice } from "./choice";
import { profileTitle } from "./model";
import { classes, classesName, profile, textOfSource } from "./sources";
import { complianceWords as w } from "./words";

export function Settings() {
  const payload = compiled.value?.payload;
  return (
    <section class="card held-to" aria-label={w.settings}>
      <div class="held-to-fields no-print">
        <Profile />
        <DateField
          id="compliance-date"
          label={w.date}
          value={choice.value.date ?? ""}
          placeholder={date(askedDate.value)}
          hint={w.dateHint}
          isOptional
          oncommit={(value) => choose({ date: value === "" ? null : value })}
        />
        <Classes />
      </div>
      {payload && <p class="print-only">{w.printed(profileTitle.value, loadedWords.version(payload.name, payload.version), date(askedDate.value))}</p>}
      <About />
    </section>
  );
}

function Profile() {
  const own = documents.profile.loaded.value;
  return (
    <div class="field">
      <label for="compliance-profile">{w.profile}</label>
      <div class="with-open">
        <select
          id="compliance-profile"
          value={choice.value.profile}
          onChange={(event) => choose({ profile: event.currentTarget.value as ProfileChoice })}
        >
          {PROFILES.map((name) => (
            <option value={name}>{w.profiles[name]}</option>
          ))}
          {(own || choice.value.profile === "own") && <option value="own">{w.ownFile(own?.source ?? "–")}</option>}
        </select>
        <OpenOwn kind="profile" words={w.openProfile} />
      </div>
      <p class="hint">{w.openHint}</p>
    </div>
  );
}

function Classes() {
  const own = documents.classes.loaded.value;
  const name = classesName.value;
  return (
    <div class="field">
      <label for="compliance-classes">{w.classes}</label>
      <div class="with-open">
        <select
          id="compliance-classes"
          value={name}
          onChange={(event) => choose({ classes: event.currentTarget.value as ClassesChoice, leavesOut: false })}
        >
          {CLASSES.map((shipped) => (
            <option value={shipped}>{w.classNames[shipped]}</option>
          ))}
          {(choice.value.profile === "own" || name === "profile") && <option value="profile">{w.classNames.profile}</option>}
          {(own || name === "own") && <option value="own">{w.ownFile(own?.source ?? "–")}</option>}
        </select>
        <OpenOwn kind="classes" words={w.openClasses} />
      </div>
      <p class="hint">
        {w.classesHint} <DownloadClasses />
      </p>
    </div>
  );
}

/** A copy to write the codes of another catalogue into. */
function DownloadClasses() {
  const text = textOfSource(classes.value);
  if (text === null) return null;
  return (
    <button type="button" class="link" onClick={() => download("classes.json", new Blob([text], { type: "application/json" }))}>
      {w.downloadClasses}
    </button>
  );
}

export function OpenOwn({ kind, words }: { kind: "profile" | "classes"; words: string }) {
  return (
    <label class="button">
      <input
        type="file"
        class="visually-hidden"
        accept=".json,application/json"
        onChange={(event) => void openOwn(kind, chosenFiles(event.currentTarget))}
      />
      {words}
    </label>
  );
}

/** What the profile says of itself: how far it goes, and that it is no legal advice. */
function About() {
  const source = profile.value;
  const note = source.state === "read" ? source.value.note : null;
  if (source.state !== "read" || !note) return null;
  const rules = documentationOf("requirements.html");
  return (
    <Unfolding part="compliance/about" class="inline-details" summary={w.about}>
      {() => (
        <>
          <p>{note[language()]}</p>
          <p class="hint">
            {w.published(date(source.value.published))}{" "}
            {rules && (
              <a href={rules} target="_blank" rel="noopener">
                {w.rules}
              </a>
            )}
          </p>
        </>
      )}
    </Unfolding>
  );
}
