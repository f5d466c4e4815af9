/** How does a message of the engine become a sentence? It is one line without a capital and a full stop, with what a person wrote in backticks. */

/** Where only text can be. */
export function plainSentence(message: string): string {
  const words = withCapital(message).replaceAll("`", "");
  return /[.?!]$/.test(words) ? words : `${words}.`;
}

export function withCapital(message: string): string {
  return message.charAt(0).toUpperCase() + message.slice(1);
}
