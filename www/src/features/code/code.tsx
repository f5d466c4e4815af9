/** A call as code: in which language, the text, what it needs and reads. */
import { useState } from "preact/hooks";
import { Status } from "../../kit/status";
import { contentOf, copy, downloadFile } from "./actions";
import { type Call, filesOf } from "./call";
import { expectedOf } from "./expected";
import { CODE_LANGUAGES, copyOf } from "./languages";
import { codeLanguage } from "./model";
import { codeWords as w } from "./words";

/** `name`: of the group of choices, once on the page. */
export function Code({ call, name }: { call: Call; name: string }) {
  const language = codeLanguage.value;
  const text = copyOf(call, language, expectedOf);
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <div class="code-of-call">
      <fieldset class="code-languages">
        <legend class="visually-hidden">{w.language}</legend>
        {CODE_LANGUAGES.map((choice) => (
          <label class="choice">
            <input type="radio" name={name} checked={choice === language} onChange={() => (codeLanguage.value = choice)} />
            <span>{w.languages[choice]}</span>
          </label>
        ))}
      </fieldset>
      {text === null ? (
        <p class="empty">{call.ask === "benefitTable" ? w.onlyJavaScript : w.cannot[language as keyof typeof w.cannot]}</p>
      ) : (
        <>
          <p class="hint">{w.needs[language]}</p>
          {language === "curl" && (call.ask === "explain" || call.ask === "reimburse" || call.ask === "checkRequirements") && <p class="hint">{w.stored(call.name, call.version)}</p>}
          {language === "curl" && call.ask === "compareAmounts" && call.versions.map(({ name, version }) => <p class="hint">{w.stored(name, version)}</p>)}
          {language === "curl" && call.ask === "validateCoverageText" && call.isAccepting && <p class="hint">{w.notAccepting}</p>}
          <pre class="code" tabindex={0} role="region" aria-label={w.code(w.languages[language])}>
            {text}
          </pre>
          <div class="bar">
            <button type="button" class="primary" onClick={() => void copy(text).then((isDone) => setCopied(isDone ? text : null))}>
              {w.copy}
            </button>
            <span role="status">{copied === text && <Status tone="good" word={w.copied} />}</span>
          </div>
        </>
      )}
      <Files call={call} />
    </div>
  );
}

/** What the call reads, as it is on the page. */
function Files({ call }: { call: Call }) {
  return (
    <div class="bar code-files">
      <span class="muted">{w.files}</span>
      {filesOf(call).map((file) => {
        const content = contentOf(file, call);
        return content === null ? (
          <span>
            <code>{file}</code> {w.yours}
          </span>
        ) : (
          <button type="button" aria-label={w.download(file)} onClick={() => downloadFile(file, content)}>
            {file}
          </button>
        );
      })}
    </div>
  );
}
