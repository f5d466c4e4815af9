// Calls of stores, one after the other or all at once, and what comes of each. Plain JavaScript that runs in Node and in a page.

/** `stores`: two on one storage. A call has the number of its store, what is called, and the text of its arguments. */
export async function play(stores, calls) {
  const reported = [];
  for (const together of calls) {
    const answers = together.map(({ store, name, given }) => answerOf(stores[store], name, JSON.parse(given)));
    reported.push(...(await Promise.all(answers)));
  }
  return reported;
}

async function answerOf(store, name, given) {
  // Not every store has every function.
  if (typeof store[name] !== "function") return "none";
  try {
    return `${JSON.stringify(await store[name](...given))}`;
  } catch (error) {
    // Any other error is one of ours, or of the storage.
    if (!Array.isArray(error?.diagnostics)) throw error;
    return `refused ${JSON.stringify(error.diagnostics)}`;
  }
}
