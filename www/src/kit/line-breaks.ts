/**
 * Which line breaks does a text have? Fields of the page know only "\n"; a text that came with "\r\n" is kept with it.
 *
 * So every place on the page is an offset into the text with "\n", and JSON means the same with either.
 */
export function withPlainBreaks(text: string): string {
  return text.includes("\r") ? text.replace(/\r\n?/g, "\n") : text;
}

/** The changed text with the line breaks of the text it came from, which are those of its first line. */
export function withBreaksOf(original: string, changed: string): string {
  return /^[^\n]*\r\n/.test(original) ? changed.replaceAll("\n", "\r\n") : changed;
}
