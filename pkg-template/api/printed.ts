// What a console shows of an object whose fields are private.
import { CoverageError } from "../error.ts";

type Inspect = (value: unknown, options: object) => string;

/** Names an object as its class, also where a minifier renamed that; libraries that watch plain objects leave others alone. In Node, Bun
 *  and Deno `console.log` prints a summary of it. */
export function printed<T>(constructor: { prototype: T }, name: string, summary: (object: T) => object): void {
  const define = (key: symbol, value: unknown) => Object.defineProperty(constructor.prototype, key, { value, configurable: true, writable: true });
  define(Symbol.toStringTag, name);
  define(Symbol.for("nodejs.util.inspect.custom"), function (this: T, depth: number, options: object, inspect: Inspect): string {
    return depth < 0 ? `[${name}]` : `${name} ${inspect(summaryOf(this), options)}`;
  });

  function summaryOf(object: T): object {
    try {
      return summary(object);
    } catch (error) {
      // Freed, stale, or the prototype itself.
      return error instanceof CoverageError ? { [error.code]: true } : {};
    }
  }
}
