/** Goes on in another task, so that what comes before is drawn, and what was pressed meanwhile is answered first. */
export function nextTask(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}
