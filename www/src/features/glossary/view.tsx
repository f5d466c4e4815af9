/** All terms of art with their definitions. */
import { documentationOf } from "../../store/addresses";
import { language } from "../../store/language";
import { TERM_NAMES, TERMS } from "./terms";
import { glossaryWords, termWords } from "./words";

export function Glossary() {
  const order = new Intl.Collator(language());
  const names = [...TERM_NAMES].sort((a, b) => order.compare(termWords[a].word, termWords[b].word));
  return (
    <>
      <p>{glossaryWords.lead}</p>
      <dl class="glossary">
        {names.map((name) => {
          const rules = documentationOf(TERMS[name]);
          const { word, definition } = termWords[name];
          return (
            <div key={name}>
              <dt>{word}</dt>
              <dd>
                {definition}{" "}
                {rules !== null && (
                  <a href={rules} target="_blank" rel="noopener" aria-label={`${glossaryWords.rules}: ${word}`}>
                    {glossaryWords.rules}
                  </a>
                )}
              </dd>
            </div>
          );
        })}
      </dl>
    </>
  );
}
