/**
 * A question whose answer takes a while: asked once what it is about rests, given up where it has changed, and only while somebody looks.
 *
 * The last answer stays until there is another one.
 */
import { computed, effect, type ReadonlySignal, signal } from "@preact/signals";

const REST_MS = 250;
/** Nobody notices a shorter wait. */
const SLOW_MS = 400;

export class Asking<Q, A> {
  readonly #answer = signal<{ of: Q; value: A } | null>(null);
  readonly #isSlow = signal(false);
  readonly #attempt = signal(0);

  /** `question`: another object whenever it is another question; null while there is none. */
  constructor(readonly question: ReadonlySignal<Q | null>, private readonly ask: (question: Q, signal: AbortSignal) => Promise<A>) {}

  /** The last answer, whatever it is of. */
  readonly answer = computed(() => this.#answer.value?.value ?? null);
  /** The answer is of another question than the one in hand. */
  readonly isBehind = computed(() => this.question.value === null || this.#answer.value?.of !== this.question.value);
  /** It takes so long that it is worth a word. */
  readonly isSlow = computed(() => this.#isSlow.value && this.question.value !== null && this.isBehind.value);

  /** Asks until the function that is returned is called. */
  start(): () => void {
    return effect(() => {
      const question = this.question.value;
      const attempt = this.#attempt.value;
      const last = this.#answer.peek();
      if (question === null || (last?.of === question && attempt === 0)) return;
      const given = new AbortController();
      const timers = [
        setTimeout(() => void this.#ask(question, given.signal), last === null || attempt > 0 ? 0 : REST_MS),
        setTimeout(() => (this.#isSlow.value = true), SLOW_MS),
      ];
      return () => {
        timers.forEach(clearTimeout);
        given.abort();
        this.#isSlow.value = false;
      };
    });
  }

  /** After a failure. */
  again(): void {
    this.#answer.value = null;
    this.#attempt.value += 1;
  }

  async #ask(question: Q, signal: AbortSignal): Promise<void> {
    try {
      const value = await this.ask(question, signal);
      if (!signal.aborted) this.#answer.value = { of: question, value };
    } catch (error) {
      if (!signal.aborted) throw error;
    }
  }
}
