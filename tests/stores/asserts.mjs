// Assertions for code that runs in every runtime.

export function assert(holds, message) {
  if (!holds) throw new Error(message);
}

/** The same JSON: kinds, values, keys and their order. `undefined` is only itself. */
export function equal(got, want) {
  const [left, right] = [JSON.stringify(got), JSON.stringify(want)];
  if (left !== right) throw new Error(`want ${right}\n got ${left}`.slice(0, 4000));
}

/** The error of a call, which has this code; any code where none is given. `kind`: its class. */
export async function refused(code, call, kind = Error) {
  let answer;
  try {
    answer = await call();
  } catch (error) {
    const isWanted = error instanceof kind && Array.isArray(error.diagnostics) && (code === undefined || error.code === code);
    if (isWanted) return error;
    throw new Error(`want ${code}, got ${error?.stack ?? error}`);
  }
  throw new Error(`want ${code}, got the answer ${JSON.stringify(answer)}`);
}
