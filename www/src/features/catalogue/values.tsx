/** The values that conditions know, with their words: to look up and to copy. */
import { knownFactValues, type TextFact } from "../../engine/engine";
import { search } from "../../kit/search";
import { listState } from "../../store/lists";
import { GuaranteeName } from "../common/care-types";
import { SearchBox, SEARCHED_FROM } from "../common/lists";
import { valueWords } from "../common/values";
import { copy } from "./actions";
import { valuesWords as w } from "./words";

const LISTS: readonly TextFact[] = ["practitioner", "glasses_lens_complexity", "nature_de_soins", "treatment_mode"];

export function ValuesLists() {
  return (
    <>
      <p class="hint">{w.lead}</p>
      <div class="values-lists">
        {LISTS.map((fact) => (
          <ValuesList key={fact} fact={fact} />
        ))}
      </div>
    </>
  );
}

function ValuesList({ fact }: { fact: TextFact }) {
  const values = knownFactValues[fact];
  const title = w.titles[fact];
  const list = `catalogue/values/${fact}`;
  const { typed } = listState(list);
  const found = search(
    values,
    typed.value,
    (value) => valueWords(fact, value),
    (value) => value,
  );
  return (
    <section class="card" aria-labelledby={`values-${fact}`}>
      <div class="list-head">
        <h3 id={`values-${fact}`}>{`${title} (${values.length})`}</h3>
        <button type="button" aria-label={w.copyAllOf(title)} onClick={() => void copy(values.join("\n"), title)}>
          {w.copyAll}
        </button>
      </div>
      {values.length > SEARCHED_FROM && <SearchBox list={list} label={w.find(title)} />}
      <div role="status">{found.length === 0 && <p class="empty">{w.none(typed.value)}</p>}</div>
      {found.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{w.value}</th>
              <th scope="col">{w.code}</th>
              <td />
            </tr>
          </thead>
          <tbody>
            {found.map((value) => (
              <tr key={value}>
                <th scope="row">{valueWords(fact, value)}</th>
                <td>
                  <code>
                    <GuaranteeName name={value} />
                  </code>
                </td>
                <td>
                  <button type="button" class="quiet copy" aria-label={w.copyOne(value)} onClick={() => void copy(value, value)}>
                    {w.copy}
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
