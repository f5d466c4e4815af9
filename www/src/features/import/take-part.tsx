/** Which formula becomes which coverage, and what it is called. */
import { asking, draft, reading } from "./model";
import { leftOut } from "./left";
import { handFormula, hasGuarantees, isUsable, lacksName, nameOf } from "./payloads";
import { become, keepList, nameFormula } from "./say";
import { counts, lettersOf, shortName } from "./spots";
import { downloadFormula, takeFormulas } from "./take";
import { importWords } from "./words";

export function Take() {
  const { take: w } = importWords;
  const { other, keepsList } = draft.value!;
  const hand = handFormula.value;
  const { formulas } = reading.value!;
  const summary = w.summary(leftOut.value.length, counts.value.get("assumed") ?? 0);
  const lacking = hand !== null && lacksName(hand) ? w.noNameYet.hand : other !== null && lacksName(other) ? w.noNameYet.other : null;
  return (
    <section class="card import-take" aria-labelledby="import-take">
      <h3 id="import-take">{w.title}</h3>
      <ul class="import-formulas">
        {formulas.map((formula, at) => {
          const title = shortName(formula.name) || w.noName(lettersOf(formula.columns[0] ?? 0));
          const has = hasGuarantees(formula);
          return (
            <li key={at}>
              <div>
                <p class="label" lang="fr">
                  {title}
                </p>
                <p class={has ? "hint" : "hint bad"}>{has ? w.guarantees(formula.coverage.guarantees.length) : w.noGuarantees}</p>
              </div>
              <div class="field">
                <label for={`import-name-${at}`}>{w.name}</label>
                <input
                  id={`import-name-${at}`}
                  aria-label={w.nameOf(title)}
                  autocomplete="off"
                  spellcheck={false}
                  value={nameOf(at)}
                  disabled={!has}
                  aria-invalid={has && nameOf(at).trim() === ""}
                  onInput={(event) => nameFormula(at, event.currentTarget.value)}
                />
              </div>
              <div class="field">
                <label for={`import-role-${at}`}>{w.role}</label>
                <select
                  id={`import-role-${at}`}
                  aria-label={w.roleOf(title)}
                  disabled={!has}
                  value={hand === at ? "hand" : other === at ? "other" : "none"}
                  onChange={({ currentTarget: { value } }) => become(at, value as "hand" | "other" | "none")}
                >
                  {(["hand", "other", "none"] as const).map((role) => (
                    <option key={role} value={role}>
                      {w.roles[role]}
                    </option>
                  ))}
                </select>
              </div>
              <button type="button" aria-label={w.downloadOf(title)} disabled={!isUsable(at)} onClick={() => downloadFormula(at)}>
                {w.download}
              </button>
            </li>
          );
        })}
      </ul>
      <label class="choice">
        <input type="checkbox" checked={keepsList} onChange={(event) => keepList(event.currentTarget.checked)} />
        <span>{w.keepsList}</span>
      </label>
      <div class="bar">
        <button type="button" class="primary" disabled={hand === null || !isUsable(hand) || lacking !== null || asking.isBehind.value} onClick={takeFormulas}>
          {w.hand}
        </button>
        <span class="hint" role="status">
          {hand === null ? w.choose : (lacking ?? summary)}
        </span>
      </div>
    </section>
  );
}
