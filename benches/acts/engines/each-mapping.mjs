// An engine that judges one rule at a time is asked each mapping in turn. What it would be with our index by care type is measured, too.

/** The care type is one more condition of each rule. `compile`: a filter, and the care types where they are a condition, into a predicate. */
export function inTurn({ mappings }, compile) {
  return matching(mappings.map(({ name, filter, careTypes }) => ({ name, holds: compile(filter, careTypes) })));
}

export function withOurIndex({ candidates }, compile) {
  const compiled = new Map();
  const predicate = (filter) => {
    if (!compiled.has(filter)) compiled.set(filter, compile(filter));
    return compiled.get(filter);
  };
  const indexed = new Map([...candidates].map(([careType, mappings]) =>
    [careType, matching(mappings.map(({ name, filter }) => ({ name, holds: predicate(filter) })))]));
  return (act) => indexed.get(act.care_type)?.(act) ?? [];
}

/** The guarantees of the rules that hold for an act. */
function matching(rules) {
  return (act) => {
    const guarantees = [];
    let last;
    for (const { name, holds } of rules) {
      if (name !== last && holds(act)) guarantees.push((last = name));
    }
    return guarantees;
  };
}
